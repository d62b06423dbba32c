/** The cells of a list that is not the company itself: its references, its people. Only where a title over them says what is listed. */
import type { ListCell } from "../domain/page-reading.ts";
import type { Guess } from "./guess.ts";
import { saidBy } from "./titles.ts";
import { wordsOf } from "./words.ts";

type List = ListCell["list"];
type Column = ListCell["column"];

/** Titles over a control that may say what is listed, nearest first. */
const TITLES = 3;

/** Looked for in plain words. The first that matches wins; `null`: what is asked there is not known of an entry. */
const COLUMNS: Readonly<Record<List, readonly (readonly [Column | null, RegExp])[]>> = {
  references: [
    [null, /\b(ttc|part|pourcentage|taux|lieu|adresse|surface|cocher|logo|photo|lien|url|k|ke|keur|me|meur|milliers)\b/],
    ["contactEmail", /\b(e ?mail|mail|courriel|adresse electronique)\b/],
    ["contactPhone", /\b(telephone|tel|phone|portable)\b/],
    ["contact", /\b(coordonnees|contact(s)?)\b.*\b(nom|et|client)\b|\bcoordonnees\b/],
    ["contactName", /\b(contacts?|interlocuteurs?|referents?|correspondants?|personnes? a contacter)\b/],
    ["amount", /\b(montants?|valeur|budget|cout)\b/],
    ["from", /\b(debut|commencement|demarrage|notification)\b/],
    ["until", /\b(fin|achevement|reception)\b/],
    ["year", /^(annees?|year)( de)?( la)?( (realisation|execution|prestation|reference))?$/],
    ["dates", /\b(dates?|periodes?|annees?)\b/],
    [
      "client",
      /\b(clients?|maitres? d (ouvrage|oeuvre)|donneurs? d ordres?|destinataires?|acheteurs?|beneficiaires?|collectivites?|customer)\b/,
    ],
    [
      "objet",
      /\b(objet|nature|intitule|libelle|designation|descriptions?|descriptif|prestations?|travaux|chantiers?|operations?|projets?|missions?|marches?)\b/,
    ],
  ],
  team: [
    ["qualifications", /\b(diplomes?|titres?|qualifications?|formations?|habilitations?|certifications?|competences?)\b/],
    ["experience", /\b(experiences?|anciennete)\b/],
    ["role", /\b(fonctions?|roles?|postes?|qualites?|missions?)\b/],
    ["name", /\b(noms?( et)? prenoms?|prenoms?( et)? noms?|intervenants?|salaries?|personnes?)\b/],
    ["firstName", /\bprenoms?\b/],
    ["lastName", /\bnoms?\b/],
  ],
};

/** Without one of these, its row tells of something else than the list. */
const NEEDED: Readonly<Record<List, readonly Column[]>> = { references: ["client", "objet"], team: ["name", "lastName"] };

/** By control: the list, the column and the place in the list. */
export function listCellsOf(guesses: readonly Guess[]): ReadonlyMap<Guess, ListCell> {
  const asked = guesses.flatMap((guess) => askedBy(guess) ?? []);
  const cells = new Map<Guess, ListCell>();
  for (const [, rows] of Map.groupBy(asked, ({ list, title }) => `${list}|${title}`)) {
    const entries = [...Map.groupBy(rows, ({ entry }) => entry).values()];
    for (const [at, entry] of entries.entries()) {
      const isWhole = entry.some(({ list, column }) => NEEDED[list].includes(column));
      // A column that is there twice says nothing.
      const once = entry.filter(({ column }) => entry.filter((other) => other.column === column).length === 1);
      if (isWhole) for (const { guess, list, column } of once) cells.set(guess, { list, column, at });
    }
  }
  return cells;
}

interface AskedThere {
  readonly guess: Guess;
  readonly list: List;
  readonly title: string;
  /** What its entry's controls share: their row, or the title of their block. */
  readonly entry: string;
  readonly column: Column;
}

function askedBy(guess: Guess): AskedThere | null {
  const { control } = guess;
  if (control.type !== "text" && control.type !== "textarea") return null;
  const titles = [control.caption, ...control.titles.slice(0, TITLES).map(({ text }) => text)].filter((text) => text !== "");
  const title = titles.find((text) => listOf(text) !== null);
  const list = title === undefined ? null : listOf(title);
  if (title === undefined || list === null) return null;
  const column = guess.labels.find(({ from }) => from === "table:column");
  const [nearest] = titles;
  if (control.row !== null && column !== undefined) return cellOf(guess, { list, title, entry: `row ${control.row}`, label: column.text });
  // Blocks one below the other, each with its number: "Référence n° 2".
  const isNumbered = nearest !== undefined && listOf(nearest) === list && /\b\d{1,2}\b/.test(wordsOf(nearest).join(" "));
  return isNumbered ? cellOf(guess, { list, title: list, entry: nearest, label: guess.label }) : null;
}

function cellOf(
  guess: Guess,
  { label, ...where }: Pick<AskedThere, "list" | "title" | "entry"> & { readonly label: string },
): AskedThere | null {
  const plain = wordsOf(label).join(" ");
  const column = COLUMNS[where.list].find(([, words]) => words.test(plain))?.[0] ?? null;
  return column === null ? null : { guess, ...where, column };
}

/** A title about sworn statements or offers may name references too: the first topic it says decides. */
function listOf(title: string): List | null {
  const { topic } = saidBy(title);
  return topic === "reference" ? "references" : topic === "team" ? "team" : null;
}
