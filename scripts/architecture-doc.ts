/** The diagram of `docs/architecture.md`, from the imports themselves: written by `npm run docs`. A test fails when they differ. */
import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT } from "./steps.ts";

const FILES = ["src/**/*.{ts,tsx}", "components/**/*.tsx", "entrypoints/**/*.{ts,tsx}", "proxy/**/*.ts", "simulator/**/*.ts"];
/** What comes after `from`, or inside `import()`, when it names a file of the project. */
const IMPORTED = /(?:\bfrom\s*|\bimport\s*\(?\s*)"(\.{1,2}\/[^"]+)"/g;
/** Every room imports it: those arrows would hide the others. */
const GROUND = "domain";

/** Rooms grouped by purpose; a room not named here is drawn by itself. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  "La page du portail": ["portals", "page", "reading", "writing", "frame"],
  "Les documents": ["documents", "formulaires", "dume", "requirements", "maker", "keeper"],
  "L'entreprise": ["sources", "dossier", "consultations", "coffre", "store"],
  "Ce qui parle": ["messages", "i18n", "background"],
  "Les écrans": ["components", "entrypoints"],
  "Le serveur": ["proxy", "simulator"],
};

const BEGIN = "<!-- diagramme -->";
const END = "<!-- fin du diagramme -->";

/** Each room and those that it imports, both in order; `domain` left out. */
export function roomsAndImports(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const file of globSync(FILES, { cwd: ROOT }).map((path) => path.replaceAll("\\", "/"))) {
    const room = roomOf(file);
    const seen = found.get(room) ?? new Set();
    found.set(room, seen);
    for (const [, path = ""] of readFileSync(join(ROOT, file), "utf8").matchAll(IMPORTED)) {
      const other = roomOf(join(dirname(file), path).replaceAll("\\", "/"));
      if (other !== room && other !== GROUND) seen.add(other);
    }
  }
  found.delete(GROUND);
  return new Map([...found].sort().map(([room, others]) => [room, [...others].sort()]));
}

function roomOf(file: string): string {
  const [top = "", folder = ""] = file.split("/");
  return top === "src" ? folder : top;
}

function diagram(): string {
  const imports = roomsAndImports();
  const grouped = new Set(Object.values(GROUPS).flat());
  const boxes = Object.entries(GROUPS).flatMap(([title, rooms], at) => [
    `  subgraph g${at}["${title}"]`,
    ...rooms.filter((room) => imports.has(room)).map((room) => `    ${room}`),
    "  end",
  ]);
  const alone = [...imports.keys()].filter((room) => !grouped.has(room)).map((room) => `  ${room}`);
  const arrows = [...imports].flatMap(([room, others]) => others.map((other) => `  ${room} --> ${other}`));
  return ["```mermaid", "flowchart LR", ...boxes, ...alone, ...arrows, "```"].join("\n");
}

/** The page, with the diagram made from the imports. @throws {Error} when the page has no place for it */
export function withDiagram(page: string): string {
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error("docs/architecture.md has no place for its diagram");
  return `${before}${BEGIN}\n${diagram()}\n${END}${after}`;
}
