/**
 * The checklist of a consultation: what its documents ask for, the page's upload slots and the law, joined to the company's documents.
 * Doubtful items are not hidden, and nothing that is asked for is removed. Pure.
 */
import type { AskedNow, AskedPieceFound, ConsultationReading } from "../domain/asked.ts";
import type { DossierPiece } from "../domain/dossier.ts";
import { type Asking, type Exigibility, exigibilitiesOf } from "../domain/exigibility.ts";
import { isPieceKind, type PieceKind } from "../domain/pieces.ts";
import { present } from "../domain/present.ts";
import type { SlotLine } from "../messages/situation.ts";
import { concerns } from "../requirements/lots.ts";

/**
 * `have` valid now and at the award · `deadAtDeadline` expired when offers are due · `deadAtAward` may have expired when the winner is
 * asked · `toCheck` a person must check it · `missing` · `answered` by a form's rubric, without a document · `own` written by the person.
 */
export type ItemState = "have" | "missing" | "deadAtDeadline" | "deadAtAward" | "toCheck" | "answered" | "own";

/** When a piece is due: from every candidate now, from the winner alone, or with the offer. */
export type ItemStage = "candidature" | "attributaire" | "offre";

/** A rubric of a standard form where it is answered. */
export interface FormRubric {
  readonly form: "DC1" | "DC2" | "DC4" | "DUME";
  /** Letter, "F1"; absent when the whole form is meant. */
  readonly rubric?: string;
}

export interface ChecklistItem {
  /** Stable from one reading to the next. */
  readonly key: string;
  readonly stage: ItemStage;
  /** The catalogue's kind; `null` when there is none. */
  readonly kind: PieceKind | null;
  readonly piece: string;
  readonly what?: string;
  readonly state: ItemState;
  /** The sentences that ask for it; none when only the page does. */
  readonly asked: readonly AskedPieceFound[];
  /** The page's upload slots for it. */
  readonly slots: readonly SlotLine[];
  /** The company's document to use; the best one when none is valid. */
  readonly held: DossierPiece | null;
  readonly rubrics: readonly FormRubric[];
  /** Why it may not be demanded, or not now: shown beside the item, which stays. */
  readonly law: readonly Exigibility[];
  /** True for an unusual demand: the person must check it against the closed list, which the project does not have. */
  readonly unusual: boolean;
}

export interface ChecklistKnown {
  readonly reading: ConsultationReading;
  readonly slots: readonly SlotLine[];
  readonly pieces: readonly DossierPiece[];
  readonly asking: Asking;
  /** Numbers of the lots that the company bids for; `null`: all, or none chosen yet. */
  readonly lots: readonly string[] | null;
}

const STAGES: readonly ItemStage[] = ["candidature", "attributaire", "offre"];

/** Pieces asked for only in lots that the company does not bid for: shown beside the list, never in it. */
export function ofOtherLots({ reading, lots }: Pick<ChecklistKnown, "reading" | "lots">): AskedPieceFound[] {
  const mine = new Set(reading.pieces.filter((asked) => concerns(asked.lots, lots)).map(keyOf));
  return reading.pieces.filter((asked) => !concerns(asked.lots, lots) && !mine.has(keyOf(asked)));
}

export function checklistOf(known: ChecklistKnown): ChecklistItem[] {
  const groups = new Map<string, AskedPieceFound[]>();
  for (const asked of known.reading.pieces.filter((one) => concerns(one.lots, known.lots))) {
    const key = keyOf(asked);
    groups.set(key, [...(groups.get(key) ?? []), asked]);
  }
  const items = [...groups].map(([key, asked]) => itemOf(key, asked, known));
  const named = new Set(items.map(({ kind }) => kind));
  const alone = known.slots.filter(({ kind }) => !named.has(kind) && !CONTAINERS.has(kind));
  const ofPage = [...new Set(alone.map(({ kind }) => kind))].map((kind) =>
    itemOf(`candidature|${kind}|`, [], known, { kind, stage: OFFER_KINDS.has(kind) ? "offre" : "candidature" }),
  );
  return [...items, ...ofPage].toSorted((one, other) => STAGES.indexOf(one.stage) - STAGES.indexOf(other.stage));
}

/** One item for each piece and stage. A piece of the offer outside the catalogue is identified by its sentence. */
export function keyOf({ list, piece, what, quote }: AskedPieceFound): string {
  return [list, piece ?? quote, what ?? ""].join("|");
}

/** Upload slots for a whole candidature do not ask for a piece. */
const CONTAINERS: ReadonlySet<PieceKind> = new Set(["candidature", "zip", "autre"]);
const OFFER_KINDS: ReadonlySet<PieceKind> = new Set(["attri1", "memoire"]);

interface OfPage {
  readonly kind: PieceKind;
  readonly stage: ItemStage;
}

function itemOf(key: string, asked: readonly AskedPieceFound[], known: ChecklistKnown, ofPage?: OfPage): ChecklistItem {
  const [first] = asked;
  const piece = ofPage?.kind ?? first?.piece ?? "autre";
  const kind = isPieceKind(piece) && piece !== "autre" ? piece : null;
  const stage = ofPage?.stage ?? first?.list ?? "candidature";
  const what = first?.what;
  const held = kind === null ? null : bestOf(kind, known.pieces);
  const rubrics = rubricsOf(piece, what);
  return {
    key,
    stage,
    kind,
    piece,
    ...(what === undefined ? {} : { what }),
    state: stateOf(stage, kind, held, rubrics),
    asked,
    slots: kind === null ? [] : known.slots.filter((slot) => slot.kind === kind),
    held,
    rubrics,
    law:
      kind === null || stage === "offre"
        ? []
        : exigibilitiesOf(kind, known.asking).filter(({ exemption }) => stage === "candidature" || exemption !== "later"),
    unusual: stage === "candidature" && asked.length > 0 && kind !== null && UNUSUAL.has(kind),
  };
}

/** The company's document of a kind: the chosen one, else the first shown. Another company's document does not count. */
function bestOf(kind: PieceKind, pieces: readonly DossierPiece[]): DossierPiece | null {
  const ofKind = pieces.filter(
    (piece) => piece.barred !== "otherCompany" && (piece.kind === kind || (kind === "assurance" && INSURANCES.has(piece.kind))),
  );
  return ofKind.find(({ chosen }) => chosen) ?? ofKind[0] ?? null;
}

/** « Assurance des risques professionnels »: a certificate of professional liability counts. */
const INSURANCES: ReadonlySet<PieceKind> = new Set(["rcPro"]);
/** Pieces written by the person or made by the product; no register delivers them. */
const WRITTEN: ReadonlySet<PieceKind> = new Set(["dc1", "dc2", "dc4", "dume", "attri1", "memoire"]);
/** Pieces that usual lists of a candidature do not contain. */
const UNUSUAL: ReadonlySet<PieceKind> = new Set(["rib", "statuts", "acte", "listeSalariesEtrangers", "casier", "memoire", "attri1"]);

function stateOf(stage: ItemStage, kind: PieceKind | null, held: DossierPiece | null, rubrics: readonly FormRubric[]): ItemState {
  if (held !== null) return heldState(stage, held);
  if (rubrics.length > 0 && (kind === null || !WRITTEN.has(kind))) return kind === null ? "answered" : "missing";
  return kind === null || WRITTEN.has(kind) ? "own" : "missing";
}

function heldState(stage: ItemStage, { validity: { status }, atAward, barred }: DossierPiece): ItemState {
  if (status === "expired") return "deadAtDeadline";
  if (barred !== undefined || status === "toCheck" || status === "unknown") return "toCheck";
  if (atAward === "expired") return "deadAtAward";
  return stage === "attributaire" && (atAward === "toCheck" || atAward === "unknown") ? "toCheck" : "have";
}

/** The rubrics of the product's DC1 and DC2 that answer a demand, or name its document. */
function rubricsOf(piece: string, what: string | undefined): readonly FormRubric[] {
  return RUBRICS[what ?? piece] ?? RUBRICS[piece] ?? [];
}

const RUBRICS: Readonly<Record<string, readonly FormRubric[]>> = {
  dc1: [{ form: "DC1" }],
  dc2: [{ form: "DC2" }],
  dc4: [{ form: "DC4" }],
  dume: [{ form: "DUME" }],
  declarationHonneur: [{ form: "DC1", rubric: "F" }],
  travailDissimule: [{ form: "DC1", rubric: "F" }],
  handicap: [{ form: "DC1", rubric: "F" }],
  chiffreAffaires: [{ form: "DC2", rubric: "F1" }],
  effectifs: [{ form: "DC2", rubric: "G1" }],
  materiel: [{ form: "DC2", rubric: "G1" }],
  certificats: [{ form: "DC2", rubric: "G1" }],
  certificationsSysteme: [{ form: "DC2", rubric: "G1" }],
  references: [{ form: "DC2", rubric: "G1" }],
  ordreArchitectes: [{ form: "DC2", rubric: "E" }],
  agrement: [{ form: "DC2", rubric: "E" }],
};

/** How many items are in each state, for the line above the list. */
export function countsOf(items: readonly ChecklistItem[]): Readonly<Record<ItemState, number>> {
  const counts: Record<ItemState, number> = { have: 0, missing: 0, deadAtDeadline: 0, deadAtAward: 0, toCheck: 0, answered: 0, own: 0 };
  for (const { stage, state } of items) if (stage === "candidature") counts[state] += 1;
  return counts;
}

/** What is asked of every candidate now and the law allows buyers to ask for now, with what the company has of it. */
export function askedNow(items: readonly ChecklistItem[]): AskedNow[] {
  const now = items.filter(({ stage, law }) => stage === "candidature" && law.length === 0);
  return now.flatMap(({ kind, state, asked, held, rubrics }): AskedNow[] => {
    if (kind === null) return [];
    if (state === "missing") return [{ kind, has: "nothing" }];
    if (held === null || asked.length === 0) return [];
    const { kind: by, title, validity } = held;
    const has = state === "deadAtDeadline" ? "dead" : "piece";
    return [{ kind, has, by, title, ...present({ until: validity.until }), forms: rubrics.map(({ form }) => FORM_PIECES[form]) }];
  });
}

const FORM_PIECES = { DC1: "dc1", DC2: "dc2", DC4: "dc4", DUME: "dume" } as const satisfies Record<FormRubric["form"], PieceKind>;
