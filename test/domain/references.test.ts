/** Each legal text keeps the day it was read, its state and its source; the bidder reads of no other text. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { allExigibilities } from "../../src/domain/exigibility.ts";
import { ABROGATED, isShowable, REFERENCES, type Reference } from "../../src/domain/references.ts";
import { VALIDITY_RULES } from "../../src/domain/validity.ts";
import { explainExclusions } from "../../src/dossier/exclusions.ts";
import { en } from "../../src/i18n/en.ts";
import { fr } from "../../src/i18n/fr.ts";

const all: readonly [string, Reference][] = Object.entries(REFERENCES);
const ARTICLES = /\b[LRDA]\d{2,4}(?:-\d+)+\b|\b1844-7\b/g;
const articlesIn = (text: string) => [...text.matchAll(ARTICLES)].map(([article]) => article);

/** The texts read, with their version. To add a text, read it and write it here too. */
const READ: Readonly<Record<string, readonly [state: string, version: string | undefined, readOn: string, source: string]>> = {
  ...Object.fromEntries(
    [
      "kbis",
      "extraitOutreMer",
      "accessibleEnLigne",
      "dejaTransmis",
      "attributaireSeul",
      "nombreLimite",
      "certificatsImpots",
      "documentsTravail",
      "chiffreAffaires",
      "sansReferences",
      "jugements",
      "insolvabilite",
      "motifEnCours",
      "motifsDeTaille",
      "dernierPli",
      "copieDeSauvegarde",
    ].map((name) => [name, ["inForce", "2026-04-01", "2026-11", "code consolidé, Légifrance"]]),
  ),
  entreAdministrations: ["inForce", "2026-08-01", "2026-11", "code consolidé, Légifrance"],
  dissolution: ["inForce", "2026-08-01", "2026-11", "code consolidé, Légifrance"],
  decennale: ["inForce", "2026-08-01", "2026-11", "code consolidé, Légifrance"],
  vigilanceUrssaf: ["documentation", undefined, "2026-11", "urssaf.fr"],
  vigilanceRenouvelee: ["documentation", undefined, "2026-11", "e-attestations.com"],
  ...Object.fromEntries(
    ["vigilanceSixMois", "congesPayes", "probtp", "certificats", "opqibi"].map((name) => [
      name,
      ["documentation", undefined, "2026-11", "documentation d'API Entreprise"],
    ]),
  ),
};

describe("references", () => {
  test("every text that is shown has the recorded day, state and source of its reading", () => {
    const shown = all.filter(([, reference]) => isShowable(reference));
    expect(Object.fromEntries(shown.map(([name, { state, version, readOn, source }]) => [name, [state, version, readOn, source]]))).toEqual(
      READ,
    );
  });

  test("a text that was not read says so, and is never shown", () => {
    for (const [name, reference] of all.filter(([name]) => !(name in READ))) {
      expect([reference.state, reference.readOn], name).toEqual(["unread", null]);
      expect(["K", "P"], name).toContain(reference.read);
      expect(isShowable(reference), name).toBe(false);
    }
  });

  test("an abrogated article is never shown", () => {
    for (const { article } of ABROGATED) expect(isShowable({ ...REFERENCES.kbis, text: `article ${article} : rien` })).toBe(false);
  });

  test("only the list of abrogated articles names one", () => {
    const root = fileURLToPath(new URL("../../", import.meta.url));
    const files = ["src", "components", "entrypoints", "docs", "simulator", "proxy", "README.md"].flatMap((name) =>
      filesUnder(join(root, name)),
    );
    expect(files.length).toBeGreaterThan(200);
    for (const { article } of ABROGATED)
      expect(files.filter((file) => readFileSync(file, "utf8").includes(article)).map((file) => file.slice(root.length))).toEqual([
        "src/domain/references.ts",
      ]);
  });
});

function filesUnder(path: string): string[] {
  if (!statSync(path).isDirectory()) return /\.(ts|tsx|md|json|html)$/.test(path) ? [path] : [];
  return readdirSync(path).flatMap((name) => (name === "node_modules" ? [] : filesUnder(join(path, name))));
}

describe("every article that the bidder reads is one that was read", () => {
  const read = new Set(all.filter(([, reference]) => isShowable(reference)).flatMap(([, { text }]) => articlesIn(text)));

  test.each([
    ["the law's sentences", Object.values(fr.law)],
    ["their English", Object.values(en.law)],
    ["the rules of validity", Object.values(VALIDITY_RULES).map(({ text }) => text)],
    ["what may not be demanded", allExigibilities().flatMap(({ text, sentence }) => [text, sentence("900000011")])],
    [
      "the notices explained",
      ["procedureCollective", "sanction", "radiation", "observation"].flatMap((kind) =>
        ["open", "plan", "closed", "toVerify"].flatMap((status) =>
          explainExclusions([{ kind: kind as "sanction", status: status as "open", title: "Liquidation judiciaire" }]).flatMap(
            ({ meaning, next }) => [meaning, next],
          ),
        ),
      ),
    ],
  ])("%s", (_what, texts) => {
    for (const article of texts.flatMap(articlesIn)) expect([...read]).toContain(article);
  });

  test("both languages name the same articles", () => {
    for (const key of Object.keys(fr.law) as (keyof typeof fr.law)[]) expect(articlesIn(en.law[key]), key).toEqual(articlesIn(fr.law[key]));
  });
});
