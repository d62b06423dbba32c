/** Every message is used, and every code that a screen may show has its words. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { REASONS } from "../../src/domain/answer.ts";
import { en } from "../../src/i18n/en.ts";
import { fr } from "../../src/i18n/fr.ts";
import { wordsFor } from "../../src/i18n/index.ts";

/** Groups read by a computed key: `m.reasons[reason]`. The compiler already holds them total. */
const COMPUTED = [
  "reasons",
  "company.problems",
  "company.searchFailures",
  "company.modes",
  "fields.doubts",
  "fields.reasons",
  "teach.problems",
  "teach.said",
  "data.from",
  "data.problems",
  "pieces.problems",
  "pieces.status",
  "pieces.filters",
  "pieces.exemptions",
  "pieces.barred",
  "sources.blocks",
  "sources.states",
  "notices.conflicts",
  "options.modes",
  "options.languages",
  "signIn.outcomes",
  "coffre.failures",
  "coffre.caveats",
  "coffre.importFailures",
  "coffre.dateProblems",
  "coffre.why.kind",
  "exclusions.standings",
  "dossier.leftOut",
  "dossier.forms",
  "dossier.formHints",
  "dossier.ended",
  "dossier.attentions",
  "dossier.drift",
  "dossier.checks.unsound",
  "dossier.checks.rates",
  "candidacy.roles",
  "candidacy.othersProblems",
  "candidacy.groupForms",
  "candidacy.portees",
  "candidacy.names",
  "candidacy.problems",
  "candidacy.dume.sizes",
  "candidacy.dume.items",
  "dossier.measureProblems",
  "catching.ways",
  "catching.failures",
  "receipt.ends",
  "asked.ends",
  "asked.documents",
  "asked.deadline.from",
  "asked.deadline.doubts",
  "asked.deadline.clocks",
  "asked.beside.from",
  "asked.changes.touches",
  "asked.stages",
  "asked.stageNotes",
  "asked.states",
  "asked.points",
  "candidacy.lookUpProblems",
  "coffre.folder.wrote",
  "listNotes",
  "means.headings",
  "means.add",
  "means.empty",
  "means.fields",
  "means.natures",
];

function sourceText(): string {
  const files = ["components", "entrypoints"].flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => `${room}/${file}`),
  );
  return [...files, "src/i18n/format.ts", "src/i18n/origin.ts", "src/consultation/report.ts"]
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
}

/** Dotted paths of the messages, without the computed groups. */
function pathsOf(messages: object, prefix = ""): string[] {
  return Object.entries(messages).flatMap(([key, value]) => {
    const path = prefix === "" ? key : `${prefix}.${key}`;
    if (COMPUTED.includes(path)) return [];
    return typeof value === "object" && value !== null ? pathsOf(value, path) : [path];
  });
}

describe("messages", () => {
  test("every text is used", () => {
    const text = sourceText();
    const unused = pathsOf(fr).filter((path) => !new RegExp(`[.\\s{]${path.split(".").at(-1)}\\b`).test(text));
    expect(unused).toEqual([]);
  });

  test("every reason is a sentence, and never the code", () => {
    for (const reason of REASONS) {
      const { what, next } = fr.reasons[reason]({ provider: "URSSAF" });
      expect(what, reason).toMatch(/^[A-ZÀÉ].{8,}\.$/);
      expect(next ?? "Rien.", reason).toMatch(/^[A-ZÀÉ].*\.$/);
      expect(what, reason).not.toContain(reason);
    }
  });

  test("English says the same things: same codes, sentences of its own", async () => {
    for (const reason of REASONS) {
      const context = { provider: "URSSAF" };
      expect(en.reasons[reason](context).what, reason).toMatch(/^[A-Z].{8,}\.$/);
      expect(en.reasons[reason](context).what, reason).not.toBe(fr.reasons[reason](context).what);
      expect(en.reasons[reason](context).next === undefined, reason).toBe(fr.reasons[reason](context).next === undefined);
    }
    expect((await wordsFor("auto", "en-GB")).m.actions.fill(1)).toBe("Fill 1 field");
    expect((await wordsFor("auto", "fr-FR")).language).toBe("fr");
    expect((await wordsFor("auto", "de")).language).toBe("fr");
    expect((await wordsFor("en", "fr-FR")).language).toBe("en");
    expect((await wordsFor("fr", "en-GB")).language).toBe("fr");
  });

  test("one and many agree in French: zero is singular", () => {
    expect([0, 1, 2].map((count) => fr.actions.fill(count))).toEqual(["Remplir 0 champ", "Remplir 1 champ", "Remplir 2 champs"]);
  });
});
