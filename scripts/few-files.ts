/** Makes light what the popup and the coffre wait for: fewer files, each of which costs a turn of the browser, and no unused languages. */
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin, Rolldown } from "vite";

/** The module that asks for the situation, before anything is drawn. */
const ENTRY = fileURLToPath(new URL("../entrypoints/popup/main.tsx", import.meta.url));
/** The module that draws it. */
const SCREEN = fileURLToPath(new URL("../entrypoints/popup/app.tsx", import.meta.url));
const OWN = dirname(ENTRY);

/** The module that draws « Mes consultations », which waits for neither schema nor database. */
const LISTS = fileURLToPath(new URL("../entrypoints/consultations/app.tsx", import.meta.url));

/** The module that opens the coffre. */
const COFFRE = fileURLToPath(new URL("../entrypoints/coffre/main.tsx", import.meta.url));

/** Groups the modules that several pages share: those of the popup's first turn, those of its screen and of « Mes consultations », then those of the coffre's page. */
export function inFewFiles(): Plugin {
  return {
    name: "few-files",
    outputOptions(options) {
      // The background and the scripts of pages are one file each.
      if (options.format !== "es") return options;
      const groups = [
        { name: within("ground", ENTRY), minShareCount: 2, priority: 2 },
        { name: within("screen", SCREEN, LISTS), minShareCount: 2, priority: 1 },
        { name: within("kept", COFFRE), minShareCount: 2, priority: 0 },
      ];
      return { ...options, codeSplitting: { groups } };
    },
  };
}

/**
 * Names the group of all modules that the roots import, directly or not, except those loaded at a gesture. The popup's own modules stay
 * apart: in the group they would run in every page.
 */
function within(group: string, ...roots: readonly string[]): Rolldown.CodeSplittingNameFunction {
  let known: ReadonlySet<string> | null = null;
  return (id, graph) => {
    known ??= reachedFrom(roots, (one) => graph.getModuleInfo(one)?.importedIds ?? []);
    // Empty in what is built, it would be a file of its own.
    if (group === "ground" && id.includes("wxt-html-plugins")) return group;
    return known.has(id) && !id.startsWith(OWN) ? group : null;
  };
}

/** The roots, and all that they import, directly or not. */
export function reachedFrom(roots: readonly string[], importsOf: (id: string) => readonly string[]): ReadonlySet<string> {
  const reached = new Set<string>();
  const rest = [...roots];
  for (let id = rest.pop(); id !== undefined; id = rest.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    rest.push(...importsOf(id));
  }
  return reached;
}

/** Keeps react-aria's words for screen readers in the languages of the screens only: thirty others stay out. */
export function withoutOtherLanguages(): Plugin {
  return {
    name: "without-other-languages",
    load: {
      filter: { id: /\/react-(?:aria|stately|aria-components)\/.*\/intl\/.*\/(?!fr-FR|en-US)[a-z]{2}-[A-Z]{2}\.m?js$/ },
      handler: () => "export default {};",
    },
  };
}
