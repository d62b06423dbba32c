/** The summary of a candidature: each value of the company with its source, each document with its source and fingerprint. */
import type { Dossier, Origin } from "../domain/dossier.ts";
import { FIELD_KEYS, type FieldKey, fieldOf, ONLY_WHEN_ASKED } from "../domain/fields.ts";
import { formatDay, parisDay } from "../domain/time.ts";
import type { Candidature, Membre } from "./candidature.ts";
import type { Form, Line, Rubric, TableLine } from "./form.ts";
import { known } from "./known.ts";
import { buyerRubric, lotsLine, objectRubric } from "./shared.ts";
import { ORIGINS, PLANS, TITLES } from "./words.ts";

/** A document of the candidature, as the summary lists it. */
export interface RecapPiece {
  readonly title: string;
  readonly source: string;
  /** Day "YYYY-MM-DD". */
  readonly until?: string | undefined;
  /** SHA-256 of the original; `null` when it was not available. */
  readonly sha256: string | null;
}

/** @param pieces in the order of the dossier */
export function recapOf(candidature: Candidature, membre: Membre, pieces: readonly RecapPiece[]): Form {
  const { lines, ...object } = objectRubric(candidature, [lotsLine("B", candidature, membre, null)]);
  const buyer = buyerRubric(candidature);
  return {
    code: "Récapitulatif",
    title: TITLES.Récapitulatif,
    plan: PLANS.Récapitulatif,
    rubrics: [
      { ...buyer, lines: buyer.lines.filter(isKnown) },
      { ...object, lines: lines.filter(isKnown) },
      { letter: "C", title: "Renseignements sur le candidat", lines: [factsTable(membre.dossier)] },
      { letter: "D", title: `Pièces de la candidature (${pieces.length})`, lines: [piecesTable(pieces)] },
    ].filter((rubric: Rubric) => rubric.lines.length > 0),
  };
}

/** The summary asks for nothing: unknown values are left out. */
const isKnown = (line: Line) => "known" in line && line.known !== null;

function factsTable(dossier: Dossier): TableLine {
  return {
    kind: "table",
    columns: [
      { label: "Renseignement", share: 0.28 },
      { label: "Valeur", share: 0.42 },
      { label: "Source", share: 0.3 },
    ],
    rows: FIELD_KEYS.filter((field) => !ONLY_WHEN_ASKED.has(fieldOf(field).group)).flatMap((field) => {
      const told = known(dossier, field);
      const origin = dossier.values[field]?.origin;
      return told === null || origin === undefined ? [] : [[fieldOf(field).label, { name: `C_${field}`, known: told }, sourceText(origin)]];
    }),
  };
}

/** A value's origin, in French, for a French buyer. */
function sourceText(origin: Origin): string {
  if (origin.from === "source") return `${origin.provenance.provider}, ${formatDay(parisDay(new Date(origin.provenance.fetchedAt)))}`;
  if (origin.from === "coffre") return ORIGINS.coffre(origin.title);
  if (origin.from === "manual") return ORIGINS.manual;
  return ORIGINS.derived(origin.of.map((field: FieldKey) => fieldOf(field).label).join(", "));
}

function piecesTable(pieces: readonly RecapPiece[]): TableLine {
  return {
    kind: "table",
    columns: [
      { label: "Pièce", share: 0.32 },
      { label: "Source", share: 0.2 },
      { label: "Valable jusqu'au", share: 0.14 },
      { label: "Empreinte SHA-256 de l'original", share: 0.34 },
    ],
    rows: pieces.map(({ title, source, until, sha256 }, at) => [
      `${at + 1}. ${title}`,
      source,
      until === undefined ? "–" : formatDay(until),
      // In groups: lines break only between them.
      sha256 === null ? ORIGINS.noHash : (sha256.match(/.{1,16}/g) ?? []).join(" "),
    ]),
  };
}
