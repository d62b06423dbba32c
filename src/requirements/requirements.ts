/** What a consultation's document asks for, read by rules: each finding with its sentence and page, `null` where it says nothing. Pure. */
import { type Asked, type AskedOffer, askedPiecesOf } from "./asked-pieces.ts";
import { type DeadlineRead, deadlineOf } from "./deadline.ts";
import { type DocumentKind, kindOf } from "./kind.ts";
import type { NoticeDeadline } from "./open/notice-xml.ts";
import type { PagedText } from "./open/paged.ts";
import {
  type CopieSauvegarde,
  copieSauvegardeOf,
  type Formats,
  fileNamesOf,
  formatsOf,
  languesOf,
  maxSizeOf,
  type Signature,
  type Size,
  signatureOf,
} from "./points/files.ts";
import { type Depot, depotOf, type Groupement, groupementOf, type Lots, lotsOf, type Minimum, minimaOf } from "./points/form.ts";
import {
  type Critere,
  criteresOf,
  type Questions,
  questionsOf,
  type ValiditeOffres,
  type Visite,
  validiteOffresOf,
  visiteOf,
} from "./points/offers.ts";
import { type Quote, type Segment, segmentsOf } from "./segments.ts";

export interface Requirements {
  readonly kind: DocumentKind;
  readonly deadline: DeadlineRead | null;
  readonly depot: Depot | null;
  readonly lots: Lots | null;
  readonly groupement: Groupement | null;
  /** Of every candidate, now. */
  readonly candidature: readonly Asked[] | null;
  /** Pieces of the offer: listed, never made. */
  readonly offre: readonly AskedOffer[] | null;
  /** Of the winner alone. */
  readonly attributaire: readonly Asked[] | null;
  readonly minima: readonly Minimum[] | null;
  readonly formats: Formats | null;
  readonly maxSize: Size | null;
  readonly fileNames: Quote | null;
  readonly langues: Quote | null;
  readonly signature: Signature | null;
  readonly copieSauvegarde: CopieSauvegarde | null;
  readonly visite: Visite | null;
  readonly questions: Questions | null;
  readonly validiteOffres: ValiditeOffres | null;
  readonly criteres: readonly Critere[] | null;
}

/** The empty result for a document that is not read. */
export const NOTHING: Requirements = {
  kind: "other",
  deadline: null,
  depot: null,
  lots: null,
  groupement: null,
  candidature: null,
  offre: null,
  attributaire: null,
  minima: null,
  formats: null,
  maxSize: null,
  fileNames: null,
  langues: null,
  signature: null,
  copieSauvegarde: null,
  visite: null,
  questions: null,
  validiteOffres: null,
  criteres: null,
};

/** Reads a document's text. A contract, an acte d'engagement or another country's règlement is `other`, and nothing is claimed of it. */
export function requirementsOf(text: PagedText, notice: readonly NoticeDeadline[] = []): Requirements {
  const segments = text.isRecognised === true ? segmentsOf(text).map(asMeant) : segmentsOf(text);
  const { kind, isSilent } = kindOf(segments, notice.length > 0);
  if (isSilent) return { ...NOTHING, kind };
  const pieces = askedPiecesOf(segments);
  return {
    kind,
    deadline: asRead(deadlineOf(segments, notice), text),
    depot: depotOf(segments),
    lots: lotsOf(segments),
    groupement: groupementOf(segments),
    candidature: unlessEmpty(pieces.candidature),
    offre: unlessEmpty(pieces.offre),
    attributaire: unlessEmpty(pieces.attributaire),
    minima: unlessEmpty(minimaOf(segments)),
    formats: formatsOf(segments),
    maxSize: maxSizeOf(segments),
    fileNames: fileNamesOf(segments),
    langues: languesOf(segments),
    signature: signatureOf(segments),
    copieSauvegarde: copieSauvegardeOf(segments),
    visite: visiteOf(segments),
    questions: questionsOf(segments),
    validiteOffres: validiteOffresOf(segments),
    criteres: unlessEmpty(criteresOf(segments)),
  };
}

/** OCR often reads « DC1 » as « DCI » or « DCl »: the folded text for the rules is corrected, the quoted one is not. */
function asMeant(segment: Segment): Segment {
  return { ...segment, plain: segment.plain.replace(/\bdc([ -]?)[il|](?![a-z])/g, "dc$11") };
}

/** A deadline read by OCR gives its sentence and no instant. */
function asRead(deadline: DeadlineRead | null, { isRecognised }: PagedText): DeadlineRead | null {
  if (deadline === null || isRecognised !== true) return deadline;
  return { ...deadline, iso: null, clock: null, doubt: "recognised" };
}

function unlessEmpty<T>(list: readonly T[]): readonly T[] | null {
  return list.length === 0 ? null : list;
}
