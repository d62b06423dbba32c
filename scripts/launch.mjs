#!/usr/bin/env node
/**
 * Starts one of the project's commands on a machine that may have nothing yet: `node scripts/launch.mjs <command> [args]`.
 * Runs on any Node ≥ 18 without dependencies. It brings the exact Node of `.node-version` from the npm registry when another is installed,
 * installs the locked dependencies when they are missing or stale, then runs `scripts/<command>.ts`.
 */
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** The same version as in the image, so that what was tested is what runs. */
const NODE_EXACT = readFileSync(join(root, ".node-version"), "utf8").trim();
/** Node lets short-lived objects fill 64 MB before it collects them; a merge needs 6. */
const NODE_FLAGS = { merge: ["--max-semi-space-size=2"] };
const [command, ...args] = process.argv.slice(2);

// Chromium decodes an extension's path by the locale: without one, it loses accents.
if (!process.env.LC_ALL && !process.env.LC_CTYPE && !process.env.LANG) process.env.LC_CTYPE = "C.UTF-8";

function run(program, programArgs, options = {}) {
  const shell = process.platform === "win32";
  const result = spawnSync(program, programArgs, { cwd: root, stdio: "inherit", shell, ...options });
  if (result.error) {
    console.error(`Impossible de lancer ${program} : ${result.error.message}`);
    process.exit(1);
  }
  return result.status ?? 1;
}

/**
 * Runs a long command, and ends with it. Stopping this process stops the command: npm sends SIGTERM to its shell alone, whose end
 * is seen here as a change of parent. Ctrl-C reaches the command by itself.
 */
function follow(program, programArgs, options) {
  const shell = process.platform === "win32";
  const child = spawn(program, programArgs, { cwd: root, stdio: "inherit", shell, ...options });
  const parent = process.ppid;
  const watch = setInterval(() => process.ppid !== parent && child.kill("SIGTERM"), 500);
  if (process.env.npm_lifecycle_event === undefined) clearInterval(watch);
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  process.on("SIGINT", () => undefined);
  child.on("error", (error) => {
    console.error(`Impossible de lancer ${program} : ${error.message}`);
    process.exit(1);
  });
  child.on("exit", (status) => process.exit(status ?? 1));
}

/** The locked dependencies, installed again when the lock has changed. */
function install(env) {
  const lock = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  const stamp = join(root, "node_modules", ".pli-pret-lock");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  console.error("Installation des dépendances…");
  // Standard output is left to the command, which may print data there.
  const status = run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { env, stdio: ["ignore", 2, "inherit"] });
  if (status !== 0) process.exit(status);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, lock);
}

if (command === undefined || !existsSync(join(root, "scripts", `${command}.ts`))) {
  console.error(`Commande inconnue : ${command ?? "(aucune)"}`);
  process.exit(2);
}

if (process.versions.node !== NODE_EXACT) {
  if (process.env.PLI_PRET_NODE === "brought") {
    console.error(
      `Node ${NODE_EXACT} est nécessaire (ici : ${process.version}) et n'a pas pu être installé depuis le registre npm. Installez cette version, puis recommencez.`,
    );
    process.exit(1);
  }
  follow("npx", ["-y", "-p", `node@${NODE_EXACT}`, "--", "node", fileURLToPath(import.meta.url), command, ...args], {
    env: { ...process.env, PLI_PRET_NODE: "brought" },
  });
} else {
  /** The tools below (npm, wxt, vitest) must find this same Node first on the path. */
  const path = `${dirname(process.execPath)}${process.platform === "win32" ? ";" : ":"}${process.env.PATH ?? ""}`;
  const env = { ...process.env, PATH: path };
  install(env);
  follow(process.execPath, [...(NODE_FLAGS[command] ?? []), join(root, "scripts", `${command}.ts`), ...args], { env });
}
