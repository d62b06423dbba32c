/** The cells of a list that is not the company itself: its references, its people, the members of its group. Only where a title over them says so. */
import type { ListCell } from "../domain/page-reading.ts";
import { present } from "../domain/present.ts";
import type { Guess } from "./guess.ts";
import { namesLead } from "./leads.ts";
import { lotCellsOf } from "./lots.ts";
import { saidBy } from "./titles.ts";
import { wordsOf } from "./words.ts";

type List = Exclude<ListCell["list"], "lots">;
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
  members: [
    // A share is a percentage where the page says so; it may be an amount elsewhere.
    ["share", /^(?!.*\b(ht|ttc|montants?|euros?|lots?|taux de tva)\b).*\b(pourcentages?|pour ?cent|percent)\b/],
    [
      null,
      /\b(ht|ttc|montants?|euros?|prix|parts?|pourcentages?|taux|lots?|representants?|signataires?|contacts?|interlocuteurs?|pme|tva|fax)\b/,
    ],
    ["performs", /\b(prestations?|missions?|taches?|travaux)\b/],
    [
      "role",
      /^(role|fonction|qualite)( (du membre|de l entreprise|de l operateur))?( (dans|au sein) (du|le) groupement)?$|\bmandataire\b.*\bco ?traitant\b/,
    ],
    [null, /\b(nature|qualite|role|fonction)\b/],
    ["siret", /\bsiret\b/],
    ["siren", /\bsiren\b/],
    ["email", /\b(e ?mail|mail|courriel|adresse electronique)\b/],
    ["phone", /\b(telephone|tel|phone|portable)\b/],
    ["postalCode", /\b(code postal|cp)\b/],
    ["city", /\b(ville|commune|localite)\b/],
    ["street", /\b(voie|rue)\b/],
    ["address", /\b(adresse|siege( social)?)\b/],
    ["name", /\b(raison sociale|denomination|nom|entreprises?|societes?|membres?|co ?traitants?|operateurs?)\b/],
  ],
};

/** Without one of these, its row tells of something else than the list. */
const NEEDED: Readonly<Record<List, readonly Column[]>> = {
  references: ["client", "objet"],
  team: ["name", "lastName"],
  members: ["name", "siret"],
};

/** The companies of a group; those that only work for it are none. */
const MEMBERS =
  /\b(membres? du groupement|composition du (groupement|candidat)|co ?traitants?|co ?contractants?|entreprises? groupees?|qui se presentent ensemble|consortium members?|membres? n? ?\d)\b/;
const NOT_MEMBERS = /\b(sous ?traitants?|sous ?traitance|references?)\b/;

/** By control: the list, the column and the place in the list. */
export function listCellsOf(guesses: readonly Guess[]): ReadonlyMap<Guess, ListCell> {
  const asked = guesses.flatMap((guess) => askedBy(guess) ?? []);
  const cells = new Map<Guess, ListCell>(lotCellsOf(guesses));
  for (const [, rows] of Map.groupBy(asked, ({ list, title }) => `${list}|${title}`)) {
    const entries = [...Map.groupBy(rows, ({ entry }) => entry).values()];
    for (const [at, entry] of entries.entries()) {
      const isWhole = entry.some(({ list, column }) => NEEDED[list].includes(column));
      // A column that is there twice says nothing.
      const once = entry.filter(({ column }) => entry.filter((other) => other.column === column).length === 1);
      if (!isWhole) continue;
      const hasTown = entry.some(({ column }) => column === "postalCode" || column === "city");
      for (const { guess, list, column, said } of once)
        cells.set(guess, {
          list,
          column: column === "address" && hasTown ? "street" : column,
          at,
          ...present({ said, options: optionsOf(guess) }),
        });
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
  /** Of a member: what the page writes of its row or block. */
  readonly said?: string | undefined;
}

function askedBy(guess: Guess): AskedThere | null {
  const { control } = guess;
  if (control.type !== "text" && control.type !== "textarea" && control.type !== "select") return null;
  const row = guess.labels.find(({ from }) => from === "table:row")?.text;
  const titles = [control.caption, ...control.titles.slice(0, TITLES).map(({ text }) => text)].filter((text) => text !== "");
  const [nearest = ""] = titles;
  const isLeadsBlock = namesLead(nearest);
  const { list, title } = listSaid(titles, row ?? "", isLeadsBlock);
  if (list === null) return null;
  const isMember = list === "members";
  const column = guess.labels.find(({ from }) => from === "table:column");
  if (control.row !== null && column !== undefined)
    return cellOf(guess, { list, title, entry: `row ${control.row}`, said: isMember ? row : undefined, label: column.text });
  // Blocks one below the other, each with its number: "Référence n° 2", "Cotraitant n° 1"; or the mandataire's.
  const isNumbered = listOf(nearest) === list && /\b\d{1,2}\b/.test(wordsOf(nearest).join(" "));
  const isEntry = isNumbered || (isMember && isLeadsBlock);
  return isEntry ? cellOf(guess, { list, title: list, entry: nearest, said: isMember ? nearest : undefined, label: guess.label }) : null;
}

/** What is listed there, and the title that says so; "" where only the row does: "Cotraitant 1". */
function listSaid(titles: readonly string[], row: string, isLeadsBlock: boolean): { readonly list: List | null; readonly title: string } {
  const at = titles.findIndex((text) => listOf(text) !== null);
  const title = titles[at];
  if (title === undefined) return { list: isLeadsBlock || isMembers(row) || namesLead(row) ? "members" : null, title: "" };
  const list = listOf(title);
  // The references of a member are not the company's.
  const isOfMember = list !== "members" && titles.slice(at + 1).some((text) => listOf(text) === "members");
  return { list: isOfMember ? null : list, title };
}

function cellOf(
  guess: Guess,
  { label, ...where }: Pick<AskedThere, "list" | "title" | "entry" | "said"> & { readonly label: string },
): AskedThere | null {
  // "Part (%)": the sign is no word.
  const plain = wordsOf(label.replaceAll("%", " pourcentage ")).join(" ");
  const column = COLUMNS[where.list].find(([, words]) => words.test(plain))?.[0] ?? null;
  // A list of options is read only where it chooses a company's place in its group.
  const isList = guess.control.type === "select";
  return column === null || (isList && (where.list !== "members" || column !== "role")) ? null : { guess, ...where, column };
}

function optionsOf({ control }: Guess): string[] | undefined {
  return control.type === "select" ? control.options.map(({ text }) => text.trim()).filter((text) => text !== "") : undefined;
}

/** A title about sworn statements or offers may name references too: the first topic it says decides. */
function listOf(title: string): List | null {
  const { topic } = saidBy(title);
  return topic === "reference" ? "references" : topic === "team" ? "team" : isMembers(title) ? "members" : null;
}

function isMembers(text: string): boolean {
  const plain = wordsOf(text).join(" ");
  return MEMBERS.test(plain) && !NOT_MEMBERS.test(plain);
}
