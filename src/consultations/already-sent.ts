/** Documents that each buyer already received, by its SIRET, whether or not they are still valid. Pure. */
import type { KeptConsultation, SentPiece } from "../domain/kept-consultation.ts";
import { inCodeOrder } from "../domain/order.ts";
import { bare } from "../domain/plain.ts";
import { present } from "../domain/present.ts";
import { REFERENCES } from "../domain/references.ts";
import { formatDay, parisDay } from "../domain/time.ts";
import { type Validity, validityOf } from "../domain/validity.ts";
import { RECEIPT_MINUTE_MS } from "./note.ts";

/** One document given to a buyer, the last time. */
interface Sent {
  readonly piece: SentPiece;
  readonly validity: Validity;
  /** When it was attached to the page. */
  readonly at: string;
  readonly consultation: KeptConsultation;
  /** When the pli that holds it was deposited; absent where none is known, and where another pli replaced it. */
  readonly depositedAt?: string;
}

export interface BuyerLedger {
  readonly siret: string;
  readonly name: string | undefined;
  readonly sent: readonly Sent[];
  /**
   * To paste in a candidature to the same buyer: French, whatever the screen's language; `null` when nothing deposited still holds. It says
   * what this buyer has: whether the article goes further, to what another buyer was given, is not claimed.
   */
  readonly sentence: string | null;
}

/**
 * By buyer, latest first. A buyer without a known SIRET is left out: two buyers may have one name.
 * @param today "2026-12-04", Europe/Paris
 */
export function alreadySent(consultations: readonly KeptConsultation[], today: string): BuyerLedger[] {
  const known = consultations.filter(({ acheteurSiret }) => acheteurSiret !== undefined);
  const byBuyer = Map.groupBy(known, ({ acheteurSiret = "" }) => acheteurSiret);
  const ledgers = [...byBuyer].flatMap(([siret, own]): BuyerLedger[] => {
    const sent = sentIn(own, today);
    if (sent.length === 0) return [];
    const name = own.findLast(({ acheteurNom }) => acheteurNom !== undefined)?.acheteurNom;
    return [{ siret, name, sent, sentence: sentenceOf(sent) }];
  });
  return ledgers.toSorted((one, other) => (other.sent[0]?.at ?? "").localeCompare(one.sent[0]?.at ?? ""));
}

function sentIn(consultations: readonly KeptConsultation[], today: string): Sent[] {
  const all = consultations.flatMap((consultation) => {
    const lastPli = lastPliOf(consultation);
    return consultation.events
      .filter(({ what }) => what === "attached")
      .flatMap(({ at, pieces }) => {
        const depositedAt = lastPli(at);
        return pieces.map((piece): Sent => ({ piece, validity: validityOf(piece, today), at, consultation, ...present({ depositedAt }) }));
      });
  });
  const latest = new Map<string, Sent>();
  // A deposit proves more than an attachment.
  for (const one of all.toSorted((a, b) => Number(isDeposited(a)) - Number(isDeposited(b)) || inCodeOrder(a.at, b.at)))
    latest.set(nameOf(one.piece), one);
  return [...latest.values()].toSorted((a, b) => inCodeOrder(b.at, a.at));
}

/**
 * The deposit of the only pli that a buyer opens, the last one (R2151-6), for what was attached for it; `undefined` for what was attached
 * for an earlier pli, which was never opened, or after the last one.
 */
function lastPliOf({ events }: KeptConsultation): (attachedAt: string) => string | undefined {
  const deposits = events.filter(({ what }) => what === "deposited").map(({ at }) => at);
  const [before, last] = [deposits.at(-2), deposits.at(-1)];
  const minuteAfter = (at: string) => Date.parse(at) + RECEIPT_MINUTE_MS;
  return (at) => {
    if (last === undefined || Date.parse(at) >= minuteAfter(last)) return undefined;
    return before === undefined || Date.parse(at) >= minuteAfter(before) ? last : undefined;
  };
}

const isDeposited = ({ depositedAt }: Sent) => depositedAt !== undefined;

/** Each issue of one kind and title is a document of its own. */
function nameOf({ kind, title, issuedOn, validFrom, validUntil, closingOn }: SentPiece): string {
  return [kind, bare(title), issuedOn, validFrom, validUntil, closingOn].join("|");
}

function sentenceOf(sent: readonly Sent[]): string | null {
  const holding = sent.filter((one) => isDeposited(one) && ["valid", "expiringSoon"].includes(one.validity.status));
  if (holding.length === 0) return null;
  const items = [...Map.groupBy(holding, ({ consultation }) => consultation).entries()].map(([consultation, own]) => {
    const { reference, objet } = consultation;
    const on = formatDay(parisDay(new Date(own[0]?.depositedAt ?? "")));
    const name = reference === undefined ? `« ${objet ?? ""} »` : `n° ${reference}${objet === undefined ? "" : `, « ${objet} »`}`;
    return `dans la consultation ${name}, déposée le ${on} : ${own.map(written).join(", ")}`;
  });
  return `Documents que nous avons déjà transmis à l'acheteur et qui demeurent valables, ${items.join(" ; ")}. ${REFERENCES.dejaTransmis.text}`;
}

function written({ piece: { title }, validity: { until } }: Sent): string {
  return until === undefined ? title : `${title} (valable jusqu'au ${formatDay(until)})`;
}
