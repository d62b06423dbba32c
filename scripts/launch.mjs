#!/usr/bin/env node
/**
 * Starts one of the project's commands on a machine that may have nothing yet: `node scripts/launch.mjs <command> [args]`.
 * Runs on any Node ≥ 18 without dependencies. It brings Node ≥ 24 from the npm registry when the installed one is older,
 * installs the locked dependencies when they are missing or stale, then runs `scripts/<command>.ts`.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const NODE_MAJOR = 24;
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [command, ...args] = process.argv.slice(2);

function run(program, programArgs, options = {}) {
  const shell = process.platform === "win32";
  const result = spawnSync(program, programArgs, { cwd: root, stdio: "inherit", shell, ...options });
  if (result.error) {
    console.error(`Impossible de lancer ${program} : ${result.error.message}`);
    process.exit(1);
  }
  return result.status ?? 1;
}

if (command === undefined || !existsSync(join(root, "scripts", `${command}.ts`))) {
  console.error(`Commande inconnue : ${command ?? "(aucune)"}`);
  process.exit(2);
}

if (Number(process.versions.node.split(".")[0]) < NODE_MAJOR) {
  if (process.env.PLI_PRET_NODE === "brought") {
    console.error(
      `Node ${NODE_MAJOR} ou plus récent est nécessaire (ici : ${process.version}) et n'a pas pu être installé depuis le registre npm.`,
    );
    process.exit(1);
  }
  const status = run("npx", ["-y", "-p", `node@${NODE_MAJOR}`, "--", "node", fileURLToPath(import.meta.url), command, ...args], {
    env: { ...process.env, PLI_PRET_NODE: "brought" },
  });
  process.exit(status);
}

/** The tools below (npm, wxt, vitest) must find this very Node first on the path. */
const env = { ...process.env, PATH: `${dirname(process.execPath)}${process.platform === "win32" ? ";" : ":"}${process.env.PATH ?? ""}` };

const lock = createHash("sha256")
  .update(readFileSync(join(root, "package-lock.json")))
  .digest("hex");
const stamp = join(root, "node_modules", ".pli-pret-lock");
const installed = existsSync(stamp) ? readFileSync(stamp, "utf8") : "";
if (installed !== lock) {
  console.error("Installation des dépendances…");
  // Standard output is the command's own: some print data there.
  const status = run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { env, stdio: ["ignore", 2, "inherit"] });
  if (status !== 0) process.exit(status);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, lock);
}

process.exit(run(process.execPath, [join(root, "scripts", `${command}.ts`), ...args], { env }));
