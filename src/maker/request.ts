/** Turns a screen's situation into the request for a dossier. Pure. */
import { COVER } from "../documents/make/cover-words.ts";
import type { DossierItem, DossierRequest } from "../documents/make/made.ts";
import type { DossierPiece } from "../domain/dossier.ts";
import { pieceOf } from "../domain/pieces.ts";
import { present } from "../domain/present.ts";
import { parisDay } from "../domain/time.ts";
import type { Situation } from "../messages/situation.ts";

type Choices = Pick<DossierRequest, "footers" | "targetBytes" | "nameLength"> & {
  /** Ids of the pieces, in the wanted order. */
  readonly pieces: readonly string[];
};

/** `null` when no company is chosen. */
export function requestOf(situation: Situation, choices: Choices, now: Date): DossierRequest | null {
  const { company, dossier, page } = situation;
  if (company === null || dossier === null) return null;
  const held = new Map(dossier.pieces.map((piece) => [piece.id, piece]));
  const { pieces, ...rest } = choices;
  return {
    ...rest,
    company,
    consultation: page?.consultation ?? null,
    items: pieces.flatMap((id) => held.get(id) ?? []).map(itemOf),
    madeAt: now.toISOString(),
  };
}

/** A document's source, as written on the cover page. */
export function sourceOf({ origin }: DossierPiece): string {
  if (origin.from === "source") return origin.provenance.provider;
  if (origin.from === "coffre") return COVER.ownDocument;
  return origin.member === undefined ? COVER.madeHere : COVER.fromMember(origin.member.name);
}

function itemOf(piece: DossierPiece): DossierItem {
  const { id, kind, title, origin, validity, validUntil, closingOn, securityCode, codes } = piece;
  const at = pieceOf(kind).checkAt?.label;
  const from = origin.from === "source" ? origin.provenance : null;
  return {
    id,
    kind,
    title,
    source: sourceOf(piece),
    ...(origin.from === "made" ? { mediaType: origin.mediaType, ...present({ of: origin.member?.siret }) } : {}),
    retrievedOn: from === null ? undefined : parisDay(new Date(from.fetchedAt)),
    validUntil: validity.until ?? validUntil,
    closingOn,
    check: securityCode === undefined || at === undefined ? undefined : { code: securityCode, at },
    codes: codes ?? [],
  };
}
