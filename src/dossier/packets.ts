/** What goes into a member's packet, whether a packet may be taken, and what the mandataire has of it then. Pure. */
import type { Bid } from "../domain/bid.ts";
import { FORM_KINDS } from "../domain/bid.ts";
import { KeptFacts } from "../domain/coffre.ts";
import type { Dossier, DossierPiece } from "../domain/dossier.ts";
import { FIELDS, isFieldKey } from "../domain/fields.ts";
import { isMasked } from "../domain/mask.ts";
import { type KeptPackets, type MemberPacket, PACKET_SOURCE, type PacketConsultation, type PacketProblem } from "../domain/packet.ts";
import { bare } from "../domain/plain.ts";
import { present } from "../domain/present.ts";
import { judged } from "./pieces.ts";

/** Groups of fields that are not the company's to tell its mandataire. */
const KEPT_HOME: ReadonlySet<string> = new Set(["bancaire", "marche", "groupement", "exclusion"]);

/** What the dossier knows of the company: not its bank, not the consultation, nothing computed, no mask. */
export function factsForPacket({ values }: Pick<Dossier, "values">): MemberPacket["facts"] {
  const told = Object.entries(values).filter(
    ([key, held]) =>
      isFieldKey(key) && held !== undefined && !KEPT_HOME.has(FIELDS[key].group) && held.origin.from !== "derived" && !isMasked(held.value),
  );
  return KeptFacts.parse(Object.fromEntries(told.map(([key, held]) => [key, held?.value])));
}

interface Awaiting {
  readonly bid: Bid;
  /** Of the mandataire. */
  readonly siret: string;
  /** Of the page. */
  readonly consultation: { readonly reference?: string | undefined; readonly acheteurSiret?: string | undefined };
  readonly packets: KeptPackets | null;
}

/** Why the packet is not taken; `null` when it is. */
export function packetProblem(
  { siret, consultation }: MemberPacket,
  { bid, siret: own, consultation: here, packets }: Awaiting,
): PacketProblem | null {
  if (bid.role !== "lead") return { code: "notLead", detail: "" };
  if (here.reference === undefined) return { code: "noReference", detail: "" };
  if (!isSame(consultation, here)) return { code: "otherConsultation", detail: consultation.reference };
  if (siret === own) return { code: "ownSiret", detail: siret };
  const isTaken = packets?.files.some((file) => file.siret === siret) === true || bid.subcontractors.some((one) => one.siret === siret);
  return isTaken ? { code: "sameSiret", detail: siret } : null;
}

function isSame({ reference, acheteurSiret }: PacketConsultation, here: Awaiting["consultation"]): boolean {
  if (bare(reference) !== bare(here.reference ?? "")) return false;
  return acheteurSiret === undefined || here.acheteurSiret === undefined || acheteurSiret === here.acheteurSiret;
}

/** What the member is called in what the mandataire sees. */
export function memberName({ facts, siret }: Pick<MemberPacket, "facts" | "siret">): string {
  return facts.raisonSociale ?? siret;
}

/** The bid with what the packet tells of its member, who may have been typed before. */
export function withMember(bid: Bid, packet: MemberPacket): Bid {
  const { siret, facts, madeAt } = packet;
  const before = bid.others.find((one) => one.siret === siret);
  const known = { facts, source: PACKET_SOURCE, provider: `paquet de ${memberName(packet)}`, at: madeAt };
  const member = { siret, name: before?.name ?? "", known };
  return { ...bid, others: before === undefined ? [...bid.others, member] : bid.others.map((one) => (one === before ? member : one)) };
}

const RANKS: readonly string[] = FORM_KINDS;

/**
 * The dossier to compose, with what the members gave: their forms beside the company's, in a candidature's order, their other documents behind
 * its own, company by company. Never what a place of the page is filled with: those are the company's.
 */
export function withMemberPieces(dossier: Dossier, packets: KeptPackets | null): Dossier {
  const given = (packets?.files ?? []).map(({ key, kind, title, mediaType, sha256, siret, member, madeAt, ...file }): DossierPiece => {
    const { issuedOn, validFrom, validUntil, validityBasis, closingOn, securityCode } = file;
    const dates = present({ issuedOn, validFrom, validUntil, closingOn, securityCode });
    const piece = { kind, title: `${title} – ${member}`, sha256, validityBasis, ...dates };
    const judgedPiece = { ...piece, ...judged(piece, dossier) };
    const isForm = RANKS.includes(kind);
    return {
      ...judgedPiece,
      ...(isForm ? { validity: { status: "valid" as const, rule: "parConsultation" as const } } : {}),
      id: key,
      downloadable: true,
      origin: { from: "made", at: madeAt, mediaType, member: { siret, name: member } },
      chosen: mediaType !== "application/xml" && judgedPiece.validity.status !== "expired",
    };
  });
  const rank = ({ kind }: DossierPiece) => (RANKS.includes(kind) ? RANKS.indexOf(kind) : RANKS.length);
  return { ...dossier, pieces: [...dossier.pieces, ...given].toSorted((a, b) => rank(a) - rank(b)) };
}

/** True for a document that a member of the group gave. */
export function isMembers({ origin }: Pick<DossierPiece, "origin">): boolean {
  return origin.from === "made" && origin.member !== undefined;
}

/** What each packet holds, member by member. */
export function packetsByMember(packets: KeptPackets | null) {
  return [...Map.groupBy(packets?.files ?? [], ({ siret }) => siret)].map(([siret, files]) => ({
    siret,
    name: files[0]?.member ?? siret,
    madeAt: files[0]?.madeAt ?? "",
    count: files.length,
    hasDume: files.some(({ kind }) => kind === "dume"),
  }));
}
