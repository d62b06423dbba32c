/**
 * `npm run vocabulary -- DIR…`: tells what each phrase of the reader is useful for. Reads the pages of each DIR (as `evaluate` does), and
 * writes test/reading/vocabulary.json: for each row, the families of pages that hold it (`seen`) and the pages that are read differently
 * without it (`changes`). Earlier findings on pages that are not in DIR stay. A row found in one family at most says why it is kept
 * (`why`), and a reason already written stays. Exit 1 when a reason is missing.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { decide } from "../src/reading/decide.ts";
import { withoutWords } from "../src/reading/silence.ts";
import { type RecordedPage, recordPages } from "./evaluation/evidence.ts";
import { context, wordsIn } from "./evaluation/families.ts";
import { labelledPages } from "./evaluation/labels.ts";
import { nameOfFamily, type Row, rowsOf, stillSaid, unexplained, Vocabulary, vocabularyText, whyOf } from "./evaluation/vocabulary.ts";
import { ROOT } from "./steps.ts";

const FILE = join(ROOT, "test", "reading", "vocabulary.json");
const directories = process.argv.slice(2).map((one) => resolve(process.env["INIT_CWD"] ?? ".", one));
if (directories.length === 0) {
  console.error("Usage : npm run vocabulary -- DOSSIER… (DOSSIER/pages/*.html, DOSSIER/labels/*.json)");
  process.exit(2);
}

const pages: RecordedPage[] = [];
for (const directory of directories) pages.push(...(await recordPages(directory, labelledPages(directory))));
const families = [...Map.groupBy(pages, ({ family }) => family)].map(([family, own]) => ({
  name: nameOfFamily(
    family,
    own.map(({ slug }) => slug),
  ),
  words: wordsIn(own),
}));
const read = { families: new Set(families.map(({ name }) => name)), slugs: new Set(pages.map(({ slug }) => slug)) };
const wordsOfPage = new Map(pages.map((page) => [page, wordsIn([page])]));
const asTheyAre = new Map(pages.map((page) => [page, outcomeOf(page)]));

const before = Vocabulary.parse(JSON.parse(readFileSync(FILE, "utf8")));
const counted = rowsOf().map((row): Row => {
  const words = row.words.join(" ");
  const seen = families.flatMap(({ name, words: said }) => (said.has(words) ? name : []));
  const holding = pages.filter((page) => wordsOfPage.get(page)?.has(words));
  const changes = withoutWords(new Set([words]), () => holding.filter((page) => outcomeOf(page) !== asTheyAre.get(page)));
  const former = before[row.concept]?.[row.text];
  return {
    ...row,
    seen: stillSaid(former?.seen, read.families, seen),
    changes: stillSaid(
      former?.changes,
      read.slugs,
      changes.map(({ slug }) => slug),
    ),
  };
});
const vocabulary = counted.map((row) => ({ ...row, ...whyOf(row, counted, before) }));
writeFileSync(FILE, vocabularyText(vocabulary));
const silent = unexplained(vocabulary);
console.log(`${vocabulary.length} lignes, ${vocabulary.filter(({ seen }) => seen.length > 1).length} vues dans plusieurs familles`);
for (const { concept, text, seen } of silent) console.error(`${concept} « ${text} » : ${seen[0] ?? "jamais vue"}, et ne dit pas pourquoi`);
process.exitCode = silent.length === 0 ? 0 : 1;

/** What would be done with each control, as text. */
function outcomeOf({ frames }: RecordedPage): string {
  return JSON.stringify(
    frames.map(({ evidence }) => {
      const { detected, controls } = decide(evidence, context());
      return [detected, controls.map(({ resolved: { target, of, part }, leave, tier }) => [target, of, part, leave, tier])];
    }),
  );
}
