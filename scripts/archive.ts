/** Archives whose bytes depend only on their files: names in order, one fixed date, no permissions, no owner. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { type Zippable, zipSync } from "fflate";

/** The first date that a ZIP can hold, in any time zone. */
const NO_DATE = new Date(1980, 0, 1);

/** Folders made or installed by tools. Names that begin with a dot are left out too, except the settings below. */
const NOT_SOURCES = new Set(["node_modules", "release", "demo-output", "test-results"]);
const HIDDEN_SOURCES = new Set([".dependency-cruiser.cjs", ".node-version", ".gitignore", ".ci", ".dockerignore", ".npmrc"]);

/** Contents by path, "/" between folders. */
export type Files = ReadonlyMap<string, Uint8Array>;

export function filesUnder(root: string, isKept: (path: string) => boolean = () => true): Files {
  const files = new Map<string, Uint8Array>();
  const walk = (folder: string) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const at = join(folder, entry.name);
      const path = relative(root, at).split(sep).join("/");
      if (!isKept(path)) continue;
      if (entry.isDirectory()) walk(at);
      else if (entry.isFile()) files.set(path, readFileSync(at));
    }
  };
  walk(root);
  return files;
}

/** What the extension is built from: the files of a checkout (git is not needed), without those installed or made in it. */
export function sourcesOf(root: string): Files {
  return filesUnder(root, (path) => {
    const [first = ""] = path.split("/");
    return (!first.startsWith(".") || HIDDEN_SOURCES.has(first)) && !NOT_SOURCES.has(first) && !/\.log$|(^|\/)\.DS_Store$/.test(path);
  });
}

/** The archive of these files: the same files give the same bytes. */
export function archiveOf(files: Files): Uint8Array<ArrayBuffer> {
  const zippable: Zippable = {};
  for (const path of [...files.keys()].sort()) zippable[path] = files.get(path) ?? new Uint8Array();
  return zipSync(zippable, { level: 9, mtime: NO_DATE, os: 0, attrs: 0 });
}
