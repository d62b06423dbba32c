/** What goes into a member's packet, whether a packet may be accepted, and what the mandataire gets from it. Pure. */
import type { Bid } from "../domain/bid.ts";
import { FORM_KINDS, NO_TASK } from "../domain/bid.ts";
import { KeptFacts } from "../domain/coffre.ts";
import type { Dossier, DossierPiece } from "../domain/dossier.ts";
import { FIELDS, isFieldKey, ONLY_WHEN_ASKED } from "../domain/fields.ts";
import { isMasked } from "../domain/mask.ts";
import { type KeptPackets, type MemberPacket, PACKET_SOURCE, type PacketConsultation, type PacketProblem } from "../domain/packet.ts";
import { partyId } from "../domain/party.ts";
import { bare } from "../domain/plain.ts";
import { present } from "../domain/present.ts";
import { judged } from "./pieces.ts";

/** The company's facts, without bank details, consultation, computed values or masks. */
export function factsForPacket({ values }: Pick<Dossier, "values">): MemberPacket["facts"] {
  const told = Object.entries(values).filter(
    ([key, held]) =>
      isFieldKey(key) &&
      held !== undefined &&
      !ONLY_WHEN_ASKED.has(FIELDS[key].group) &&
      held.origin.from !== "derived" &&
      !isMasked(held.value),
  );
  return KeptFacts.parse(Object.fromEntries(told.map(([key, held]) => [key, held?.value])));
}

/** What the company carries out, as its packet says it: the lots of its own bid, which the mandataire's does not tell, are named. */
export function taskForPacket({ task, portee }: Pick<Bid, "task" | "portee">): MemberPacket["task"] {
  if (task.lots.length > 0 || portee?.sur !== "lots") return task;
  return { ...task, lots: portee.lots.map(({ numero }) => numero) };
}

interface Awaiting {
  readonly bid: Bid;
  /** SIRET of the mandataire. */
  readonly siret: string;
  /** The page's consultation. */
  readonly consultation: { readonly reference?: string | undefined; readonly acheteurSiret?: string | undefined };
  readonly packets: KeptPackets | null;
}

/** Why the packet is refused; `null` when it is accepted. */
export function packetProblem(
  { siret, consultation }: MemberPacket,
  { bid, siret: own, consultation: here, packets }: Awaiting,
): PacketProblem | null {
  if (bid.role !== "lead") return { code: "notLead", detail: "" };
  if (here.reference === undefined) return { code: "noReference", detail: "" };
  if (!isSame(consultation, here)) return { code: "otherConsultation", detail: consultation.reference };
  if (siret === own) return { code: "ownSiret", detail: siret };
  const isTaken = packets?.files.some((file) => file.siret === siret) === true || bid.subcontractors.some((one) => partyId(one) === siret);
  return isTaken ? { code: "sameSiret", detail: siret } : null;
}

function isSame({ reference, acheteurSiret }: PacketConsultation, here: Awaiting["consultation"]): boolean {
  if (bare(reference) !== bare(here.reference ?? "")) return false;
  return acheteurSiret === undefined || here.acheteurSiret === undefined || acheteurSiret === here.acheteurSiret;
}

/** The member's name on the mandataire's screens. */
export function memberName({ facts, siret }: Pick<MemberPacket, "facts" | "siret">): string {
  return facts.raisonSociale ?? siret;
}

/** The bid with the packet's member added, or completed when the person had typed it: what they typed of its task stays. */
export function withMember(bid: Bid, packet: MemberPacket): Bid {
  const { siret, facts, madeAt } = packet;
  const before = bid.others.find((one) => one.siret === siret);
  const known = { facts, source: PACKET_SOURCE, provider: `paquet de ${memberName(packet)}`, at: madeAt };
  const { performs, share, lots } = before?.task ?? NO_TASK;
  const task = {
    performs: performs === "" ? packet.task.performs : performs,
    share: share ?? packet.task.share,
    lots: lots.length === 0 ? packet.task.lots : lots,
  };
  const member = { siret, name: before?.name ?? "", task, known };
  return { ...bid, others: before === undefined ? [...bid.others, member] : bid.others.map((one) => (one === before ? member : one)) };
}

const RANKS: readonly string[] = FORM_KINDS;

/**
 * The dossier to prepare, with the members' documents: their forms beside the company's, in a candidature's order, their other documents
 * after its own, by company. Upload slots never get them: they take the company's own documents.
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

/** The documents of each packet, by member. */
export function packetsByMember(packets: KeptPackets | null) {
  return [...Map.groupBy(packets?.files ?? [], ({ siret }) => siret)].map(([siret, files]) => ({
    siret,
    name: files[0]?.member ?? siret,
    madeAt: files[0]?.madeAt ?? "",
    count: files.length,
    hasDume: files.some(({ kind }) => kind === "dume"),
  }));
}
