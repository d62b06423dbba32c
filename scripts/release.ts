/**
 * `npm run release [-- DIR]`: makes what the stores are sent, in DIR (`release/` by default): the extension for Chrome and Edge, for
 * Firefox, and the sources from which Mozilla's reviewers build it again. The same sources give the same bytes, in any folder. Mozilla's
 * own check must pass without remarks. Exit 1 when a build or that check fails; nothing is written then.
 */
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInstance } from "addons-linter";
import { archiveOf, filesUnder, sourcesOf } from "./archive.ts";
import { ROOT, runStep } from "./steps.ts";

const directory = resolve(process.argv[2] ?? join(ROOT, "release"));
const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };

for (const browser of ["chrome", "firefox"]) {
  const built = await runStep(`Extension (${browser})`, "wxt", ["build", "-b", browser, "--mv3"]);
  if (built !== 0) process.exit(built);
}
const archives = {
  [`pli-pret-${version}-chrome.zip`]: archiveOf(filesUnder(join(ROOT, ".output", "chrome-mv3"))),
  [`pli-pret-${version}-firefox.zip`]: archiveOf(filesUnder(join(ROOT, ".output", "firefox-mv3"))),
  [`pli-pret-${version}-sources.zip`]: archiveOf(sourcesOf(ROOT)),
};

const firefox = archives[`pli-pret-${version}-firefox.zip`] ?? new Uint8Array();
const remarks = await remarksOn(firefox);
for (const remark of remarks) console.error(remark);
if (remarks.length > 0) process.exit(1);
console.log("\n── addons-linter : ni erreur, ni avertissement");

mkdirSync(directory, { recursive: true });
for (const [name, bytes] of Object.entries(archives)) {
  writeFileSync(join(directory, name), bytes);
  console.log(
    `${createHash("sha256").update(bytes).digest("hex")}  ${join(directory, name)}  (${Math.ceil(bytes.length / 1000).toLocaleString("fr")} ko)`,
  );
}

/** The remarks of Mozilla's check on a package, one line each. */
async function remarksOn(archive: Uint8Array): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), "pli-pret-release-"));
  try {
    const file = join(folder, "firefox.zip");
    writeFileSync(file, archive);
    const { errors, warnings } = await createInstance({ config: { _: [file], output: "none", logLevel: "fatal" } }).run();
    return [...errors, ...warnings].map(({ code, file: where, message }) => `${code} (${where ?? "paquet"}) : ${message}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
