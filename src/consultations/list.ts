/** Consultations by urgency, search, and the documents that will have expired at each deadline. Pure. */
import type { KeptConsultation, SentPiece } from "../domain/kept-consultation.ts";
import { bare, squeeze } from "../domain/plain.ts";
import { addDays, parisDay } from "../domain/time.ts";
import { type DatedPiece, judgingDays, validityOf } from "../domain/validity.ts";

/** `coming`: the deadline is ahead, or only its day is known · `undated` · `over`. */
export type Moment = "coming" | "undated" | "over";

/** The day of the deadline in Europe/Paris, when known; for a doubted hour, the day that the page writes. */
export function deadlineDayOf({ dateLimite, doubt }: KeptConsultation): string | undefined {
  return dateLimite === undefined ? doubt?.day : parisDay(new Date(dateLimite));
}

/** A deadline with a doubted hour is over only once its day is over in every time zone. */
export function momentOf(consultation: KeptConsultation, now: Date): Moment {
  const { dateLimite, doubt } = consultation;
  if (dateLimite !== undefined) return Date.parse(dateLimite) >= now.getTime() ? "coming" : "over";
  if (doubt?.day === undefined) return "undated";
  return addDays(doubt.day, 1) >= parisDay(now) ? "coming" : "over";
}

const ORDER: Record<Moment, number> = { coming: 0, undated: 1, over: 2 };

/** Most urgent first; consultations without a deadline, or past it, latest first. */
export function byPressure(consultations: readonly KeptConsultation[], now: Date): KeptConsultation[] {
  const keyed = consultations.map((one) => ({
    one,
    moment: momentOf(one, now),
    // A doubted hour may be any hour of its day: the day's first instant counts.
    limit: one.dateLimite === undefined ? Date.parse(one.doubt?.day ?? "") : Date.parse(one.dateLimite),
    last: one.events.at(-1)?.at ?? "",
  }));
  return keyed
    .toSorted((a, b) => {
      if (a.moment !== b.moment) return ORDER[a.moment] - ORDER[b.moment];
      if (a.moment === "undated") return b.last.localeCompare(a.last);
      return a.moment === "coming" ? a.limit - b.limit : b.limit - a.limit;
    })
    .map(({ one }) => one);
}

/**
 * Consultations with every word of the query in their reference, title, buyer, lots or site; case, accents and punctuation are ignored.
 * @param kept ids of those that stay, whatever is searched
 */
export function matching(
  consultations: readonly KeptConsultation[],
  query: string,
  kept: ReadonlySet<string> = new Set(),
): KeptConsultation[] {
  const words = bare(query).split(" ").filter(Boolean);
  const whole = squeeze(query);
  if (whole === "") return [...consultations];
  return consultations.filter((one) => {
    if (kept.has(one.id)) return true;
    const { reference = "", objet = "", acheteurNom = "", acheteurSiret = "", url, lots = [] } = one;
    const host = URL.canParse(url) ? new URL(url).host : "";
    const said = [reference, objet, acheteurNom, acheteurSiret, host, ...lots.map(({ intitule = "" }) => intitule)];
    const text = bare(said.join(" "));
    return words.every((word) => text.includes(word)) || [reference, acheteurSiret].some((name) => squeeze(name).includes(whole));
  });
}

export interface Dead<Piece> {
  /** Kinds without a valid document at the deadline, or today when it is unknown. */
  readonly atDeadline: readonly Piece[];
  /** Kinds valid then, but no longer when the winner is asked for proofs. */
  readonly atAward: readonly Piece[];
}

/** Documents expired at one deadline: a kind is expired when all its documents are, and is shown by the one that lasts longest. */
export function deadAt<Piece extends DatedPiece>(pieces: readonly Piece[], deadline: string | undefined, today: string): Dead<Piece> {
  const { on, awardOn } = judgingDays(deadline, today);
  const atDeadline: Piece[] = [];
  const atAward: Piece[] = [];
  for (const own of Map.groupBy(pieces, ({ kind }) => kind).values()) {
    if (own.every((piece) => isDead(piece, on))) atDeadline.push(lasting(own, on));
    else if (awardOn !== undefined && own.every((piece) => isDead(piece, awardOn))) atAward.push(lasting(own, awardOn));
  }
  return { atDeadline, atAward };
}

/** True when the document has expired on that day, "2026-12-31". */
export function isDead(piece: DatedPiece, on: string): boolean {
  return validityOf(piece, on).status === "expired";
}

function lasting<Piece extends DatedPiece>(pieces: readonly Piece[], on: string): Piece {
  const until = (piece: Piece) => validityOf(piece, on).until ?? "";
  return pieces.reduce((best, piece) => (until(piece) > until(best) ? piece : best));
}

/** The documents given to its page, each once, with the latest of each title. */
export function givenTo({ events }: KeptConsultation): readonly SentPiece[] {
  const all = events.filter(({ what }) => what === "attached").flatMap(({ pieces }) => pieces);
  return [...new Map(all.map((piece) => [`${piece.kind} ${bare(piece.title)}`, piece])).values()];
}
