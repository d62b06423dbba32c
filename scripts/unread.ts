/**
 * Takes out of a script the properties of the catalogues that it never reads: synonyms serve only the scripts that read pages, and where a
 * document is obtained or checked serves only the screens. Each script lists here what it does without; a build stops when one of its
 * modules reads such a property all the same.
 */
import type { Plugin } from "vite";

/** The files whose entries lose properties. */
const CATALOGUES = ["/src/domain/fields.ts", "/src/domain/pieces.ts"];
/** The modules that could read one of their properties. */
const SOURCE = /\/(src|components|entrypoints)\/[^?]*\.tsx?$/;

/** The import of a module that looks entries up. */
const LOOKS_UP = /import\b[^;]*\b(?:fieldOf|pieceOf|FIELDS|PIECES)\b[^;]*\bfrom "[^"]*\/(?:fields|pieces)\.ts"/;
/** Property names that other objects have too: checked only in modules that look entries up. */
const COMMON: ReadonlySet<string> = new Set(["label", "format"]);

/** By the entrypoint's folder: properties that none of its modules reads. */
const UNREAD: Readonly<Record<string, readonly string[]>> = {
  work: ["synonyms"],
  sources: ["synonyms", "obtainAt", "checkAt"],
  reader: ["label", "format", "slug", "obtainAt", "checkAt"],
  judge: ["label", "format", "slug", "obtainAt", "checkAt"],
  writer: ["synonyms", "obtainAt", "checkAt"],
};

/** A plugin of vite. @throws {Error} from the build, naming the module that reads a property that its script leaves out */
export function withoutTheUnread(): Plugin {
  let unread: readonly string[] = [];
  return {
    name: "pli-pret:unread",
    apply: "build",
    enforce: "pre",
    configResolved({ build }) {
      const input = [build.rollupOptions.input ?? (build.lib !== false && build.lib.entry) ?? []].flatMap((one) =>
        typeof one === "string" ? one : Object.values(one),
      );
      const lists = input.map((one) => UNREAD[/entrypoints\/([^/]+)\//.exec(one.replaceAll("\\", "/"))?.[1] ?? ""] ?? []);
      unread = (lists[0] ?? []).filter((name) => lists.every((list) => list.includes(name)));
    },
    transform(code, id) {
      const path = (id.split("?")[0] ?? "").replaceAll("\\", "/");
      if (unread.length === 0 || !SOURCE.test(path)) return null;
      if (CATALOGUES.some((file) => path.endsWith(file))) return { code: withoutProperties(code, unread), map: null };
      const read = unread.find((name) => reads(code, name));
      if (read !== undefined) throw new Error(`${path} lit « ${read} ». Relire scripts/unread.ts.`);
      return null;
    },
  };
}

/** Whether a module may read that property of a catalogue's entry. */
export function reads(code: string, name: string): boolean {
  if (LOOKS_UP.test(code)) return new RegExp(`[.{,]\\s*${name}\\b`).test(code);
  return !COMMON.has(name) && new RegExp(`\\.${name}\\b`).test(code);
}

/** The text of a catalogue without these properties of its entries, whatever their values, types aside. */
export function withoutProperties(code: string, names: readonly string[]): string {
  const start = new RegExp(`(?<=^ {4}|[{,] )(?:${names.join("|")}): `, "gm");
  let kept = "";
  let from = 0;
  for (let found = start.exec(code); found !== null; found = start.exec(code)) {
    kept += code.slice(from, found.index);
    from = endOfValue(code, start.lastIndex);
    start.lastIndex = from;
  }
  return kept + code.slice(from);
}

/** The position after the comma that ends the value at `at`, or before the closing brace. */
function endOfValue(code: string, at: number): number {
  const token = /"(?:[^"\\]|\\.)*"|[[({]|[\])}]|,/g;
  token.lastIndex = at;
  let depth = 0;
  for (let found = token.exec(code); found !== null; found = token.exec(code)) {
    if ("[({".includes(found[0])) depth += 1;
    else if (depth === 0 && found[0] === "}") return found.index;
    else if ("])}".includes(found[0])) depth -= 1;
    else if (found[0] === "," && depth === 0) return token.lastIndex;
  }
  throw new Error("a value of the catalogue has no end");
}
