/**
 * The checklist of a consultation: what its documents ask, what its page has a place for, what the law says of it, joined to what the company
 * holds. Nothing is hidden for being doubtful, and nothing asked is taken away. Pure.
 */
import type { AskedPieceFound, ConsultationReading } from "../domain/asked.ts";
import type { DossierPiece } from "../domain/dossier.ts";
import { type Asking, type Exigibility, exigibilitiesOf } from "../domain/exigibility.ts";
import { isPieceKind, type PieceKind } from "../domain/pieces.ts";
import type { SlotLine } from "../messages/situation.ts";
import { concerns } from "../requirements/lots.ts";

/**
 * `have` good now and at the award · `deadAtDeadline` it will have ended when the offers are due · `deadAtAward` it may have ended when the winner is
 * asked · `toCheck` held, but a person must look · `missing` not held · `answered` no document: a rubric of a form says it · `own` the person writes it.
 */
export type ItemState = "have" | "missing" | "deadAtDeadline" | "deadAtAward" | "toCheck" | "answered" | "own";

/** Whose the demand is: of every candidate now, of the winner alone, or with the offer. */
export type ItemStage = "candidature" | "attributaire" | "offre";

/** A rubric of a standard form that answers it. */
export interface FormRubric {
  readonly form: "DC1" | "DC2" | "DC4" | "DUME";
  /** Letter, "F1"; absent when the whole form is meant. */
  readonly rubric?: string;
}

export interface ChecklistItem {
  /** Stable from one reading to the next. */
  readonly key: string;
  readonly stage: ItemStage;
  /** Of the catalogue; `null` for what it does not have. */
  readonly kind: PieceKind | null;
  readonly piece: string;
  readonly what?: string;
  readonly state: ItemState;
  /** The sentences that ask it; none when the page alone does. */
  readonly asked: readonly AskedPieceFound[];
  /** Places of the page for it. */
  readonly slots: readonly SlotLine[];
  /** The document of the company that would go there; the best one when none is good. */
  readonly held: DossierPiece | null;
  readonly rubrics: readonly FormRubric[];
  /** Why it may not be demanded, or not now: shown beside, never instead. */
  readonly law: readonly Exigibility[];
  /** Not among what candidates are usually asked: whether the closed list allows it is to be checked, for that list is not in the project. */
  readonly unusual: boolean;
}

export interface ChecklistKnown {
  readonly reading: ConsultationReading;
  readonly slots: readonly SlotLine[];
  readonly pieces: readonly DossierPiece[];
  readonly asking: Asking;
  /** Numbers of the lots that the company answers for; `null`: all, or none chosen yet. */
  readonly lots: readonly string[] | null;
}

const STAGES: readonly ItemStage[] = ["candidature", "attributaire", "offre"];

/** What is asked only for lots that the company does not answer for: told beside the list, never in it. */
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

/** One item a piece and a stage; a piece of the offer that no catalogue has is named by its sentence. */
export function keyOf({ list, piece, what, quote }: AskedPieceFound): string {
  return [list, piece ?? quote, what ?? ""].join("|");
}

/** Slots that take the whole candidature are no demand by themselves. */
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

/** Kinds that are good in the company's dossier: what is chosen, else the first shown. A document of another company is none. */
function bestOf(kind: PieceKind, pieces: readonly DossierPiece[]): DossierPiece | null {
  const ofKind = pieces.filter(
    (piece) => piece.barred !== "otherCompany" && (piece.kind === kind || (kind === "assurance" && INSURANCES.has(piece.kind))),
  );
  return ofKind.find(({ chosen }) => chosen) ?? ofKind[0] ?? null;
}

/** « Assurance des risques professionnels »: a certificate of professional liability is one. */
const INSURANCES: ReadonlySet<PieceKind> = new Set(["rcPro"]);
/** Made by the person or by the product's own forms; no register delivers them. */
const WRITTEN: ReadonlySet<PieceKind> = new Set(["dc1", "dc2", "dc4", "dume", "attri1", "memoire"]);
/** What the usual lists of a candidature do not hold. */
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

/** The rubrics of the standard forms that answer what is no document, or name one (DC1 and DC2 of the product). */
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

/** Kinds asked of every candidate now, which the company does not hold and which the law lets be asked now. */
export function missingKinds(items: readonly ChecklistItem[]): PieceKind[] {
  const missing = items.filter(({ stage, state, law }) => stage === "candidature" && state === "missing" && law.length === 0);
  return [...new Set(missing.flatMap(({ kind }) => kind ?? []))];
}
