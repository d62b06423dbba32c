/** What the controls of a page have in common, and what remains of each one's own label. */
import type { ControlEvidence, Label } from "../domain/evidence.ts";
import { controlWords } from "./names.ts";
import { titlesOfAll } from "./page-title.ts";
import { inColumnsOfOthers } from "./tables.ts";
import { wordsOf } from "./words.ts";

/** What several controls of the page have in common. */
export interface Common {
  /** Labels over several boxes: what each box says by itself counts more. */
  readonly shared: ReadonlySet<string>;
  /** "1.2 Adresse," of "1.2 Adresse, Ville" and "1.2 Adresse, Pays". */
  readonly heads: ReadonlySet<string>;
  /** The calendar year: in 2026, "2025" is N-1. */
  readonly thisYear: number;
  /** Rows of tables whose columns list something other than the company: references, a team. */
  readonly listed: ReadonlyMap<number, "reference" | "team">;
  /** Titles that stand over nearly all of it. */
  readonly ofAll: ReadonlySet<number>;
  /** Named by their rank, counted from nought: "ca[1]" is no year. */
  readonly fromZero: ReadonlySet<ControlEvidence>;
  /** "candidature" of "candidature[siret]" and "candidature[ville]": the form's own name. */
  readonly formNames: ReadonlySet<string>;
  /** In the row of its table that a sentence says is whoever answers'. */
  readonly ownRow: ReadonlySet<ControlEvidence>;
  /** In columns of other companies, beside one's own. */
  readonly others: ReadonlySet<ControlEvidence>;
}

export function commonOf(controls: readonly ControlEvidence[], thisYear: number): Common {
  const labels = controls.map((control) => control.labels);
  return {
    ...{ shared: sharedTexts(controls), heads: sharedHeads(labels), thisYear, listed: topicsOfRows(controls) },
    ...{
      ofAll: titlesOfAll(controls),
      others: inColumnsOfOthers(controls),
      fromZero: countedFromZero(controls),
      formNames: namesOfForms(controls),
      ownRow: inOwnRow(controls),
    },
  };
}

/** "La première ligne est la vôtre", "Inscrivez votre entreprise (mandataire) sur la première ligne". */
const FIRST_IS_OURS =
  /\b(premiere|1re|1ere) ligne\b.*\b(votre|vous|mandataire|candidat|soumissionnaire)\b|\b(votre|vous|mandataire|candidat|soumissionnaire)\b.*\b(en|sur la|a la|dans la) (premiere|1re|1ere) ligne\b|\bfirst (row|line)\b.*\b(your|yours|you|lead)\b/;

function inOwnRow(controls: readonly ControlEvidence[]): ReadonlySet<ControlEvidence> {
  const tables = Map.groupBy(
    controls.filter(({ row, caption }) => row !== null && FIRST_IS_OURS.test(wordsOf(caption).join(" "))),
    ({ caption }) => caption,
  );
  return new Set([...tables.values()].flatMap((cells) => cells.filter(({ row }) => row === cells[0]?.row)));
}

/** The first words of names that most named controls share. */
function namesOfForms(controls: readonly ControlEvidence[]): ReadonlySet<string> {
  const heads = controls.map(controlWords).flatMap(([head, second]) => (head === undefined || second === undefined ? [] : head));
  const same = Map.groupBy(heads, (head) => head);
  return new Set([...same].filter(([, all]) => all.length > heads.length / 2).map(([head]) => head));
}

function countedFromZero(controls: readonly ControlEvidence[]): ReadonlySet<ControlEvidence> {
  const written = (control: ControlEvidence) => control.name || control.id;
  const patterns = new Set(
    controls.flatMap((control) =>
      [...written(control).matchAll(/(?<!\d)0(?!\d)/g)].map(({ index }) => patternOf(written(control), index, 1)),
    ),
  );
  return new Set(
    controls.filter((control) =>
      [...written(control).matchAll(/\d+/g)].some(({ 0: rank, index }) => patterns.has(patternOf(written(control), index, rank.length))),
    ),
  );
}

function patternOf(name: string, at: number, length: number): string {
  return `${name.slice(0, at)}#${name.slice(at + length)}`;
}

const LISTS: readonly (readonly ["reference" | "team", RegExp])[] = [
  [
    "reference",
    /\b(clients?|maitres? d (ouvrage|oeuvre)|(?<!l )objet|chantiers?|nature (des|de la) (travaux|prestations?)|intitule (du|de la) (marche|prestation)|destinataires?|donneur d ordre|lieu)\b/,
  ],
  ["team", /\b(diplomes?|annees d experience|experience professionnelle|nom de l intervenant|role dans|habilitations?)\b/],
];

function topicsOfRows(controls: readonly ControlEvidence[]): ReadonlyMap<number, "reference" | "team"> {
  const topics = new Map<number, "reference" | "team">();
  for (const { row, labels } of controls) {
    const column = labels.find(({ from }) => from === "table:column");
    if (row === null || column === undefined) continue;
    const topic = LISTS.find(([, words]) => words.test(wordsOf(column.text).join(" ")))?.[0];
    if (topic !== undefined) topics.set(row, topic);
  }
  return topics;
}

function sharedTexts(controls: readonly ControlEvidence[]): ReadonlySet<string> {
  return repeated(
    controls.flatMap(({ type, labels: [first] }) =>
      first === undefined || type === "radio" || type === "checkbox" || first.from === "placeholder" || first.from === "title"
        ? []
        : first.text,
    ),
  );
}

function repeated(texts: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(texts.filter((text) => seen.has(text) || !seen.add(text)));
}

const HEAD = /^(.{3,60}?)[,:›>|–]\s/;

function sharedHeads(labels: readonly (readonly Label[])[]): ReadonlySet<string> {
  return repeated(labels.flatMap(([first]) => HEAD.exec(first?.text ?? "")?.[1] ?? []));
}

/** The label without the head that its neighbours share. */
export function withoutHead(text: string, heads: ReadonlySet<string>): string {
  const found = HEAD.exec(text);
  const rest = text.slice(found?.[0].length ?? 0);
  // "Chiffre d'affaires, exercice le plus récent": the rest only tells which one.
  return found?.[1] !== undefined && heads.has(found[1]) && !/^(l['’])?(exercice|ann[ée]e)\b/i.test(rest) ? rest : text;
}
