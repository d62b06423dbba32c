/** Makes a member's packet and opens those of others: sealed files exchanged between the companies of a group. */

import type { newDerivation } from "../coffre/passphrase.ts";
import { DamagedFile, openSealed, sealFile } from "../coffre/sealed-file.ts";
import type { Bid, Task } from "../domain/bid.ts";
import type { DossierPiece } from "../domain/dossier.ts";
import { fileTypeOf } from "../domain/files.ts";
import { type KeptPackets, type MemberFile, MemberPacket, PACKET_FORMAT, type PacketFile, type PacketProblem } from "../domain/packet.ts";
import { present } from "../domain/present.ts";
import { sha256Of } from "../domain/sha256.ts";
import { factsForPacket, memberName, packetProblem, withMember } from "../dossier/packets.ts";
import type { Situation } from "../messages/situation.ts";
import type { MadeShelf } from "../store/made-shelf.ts";
import type { Brought } from "./bring.ts";
import { sourceOf } from "./request.ts";

interface PackDeps {
  readonly bring: (pieceId: string) => Promise<Brought>;
  readonly now: () => Date;
  /** A cheaper one in tests that are not about guessing. */
  readonly derivation?: ReturnType<typeof newDerivation>;
}

export type Packed = { readonly file: Blob; readonly fileName: string } | { readonly problem: PacketProblem };

interface ToPack {
  /** Ids of the picked pieces, in order; the DC2 and the DUME made for the consultation are among them. */
  readonly picked: readonly string[];
  /** What the company carries out in the group. */
  readonly task: Task;
  readonly passphrase: string;
}

/** Makes the company's packet for its mandataire. */
export async function packFor(
  { dossier, page }: Situation,
  { picked, task, passphrase }: ToPack,
  { bring, now, derivation }: PackDeps,
): Promise<Packed> {
  const { reference, acheteurSiret } = page?.consultation ?? {};
  if (dossier === null || reference === undefined) return { problem: { code: "noReference", detail: "" } };
  const pieces = picked.flatMap((id) => dossier.pieces.find((piece) => piece.id === id && piece.kind !== "dc1") ?? []);
  const xml = dossier.pieces.filter(
    ({ kind, origin }) => kind === "dume" && origin.from === "made" && origin.mediaType === "application/xml",
  );
  const isDumePicked = pieces.some(({ kind }) => kind === "dume");
  const all = [...new Set([...pieces, ...(isDumePicked ? xml : [])])];
  if (!all.some(({ kind }) => kind === "dc2")) return { problem: { code: "noDc2", detail: "" } };
  const brought: { readonly file: PacketFile; readonly bytes: Uint8Array<ArrayBuffer> }[] = [];
  for (const piece of all) {
    const got = await bring(piece.id);
    const type = "bytes" in got ? typeOf(got.bytes, piece) : undefined;
    if (!("bytes" in got) || type === undefined) return { problem: { code: "pieceGone", detail: piece.title } };
    brought.push({ file: await fileOf(piece, got.fileName, type, got.bytes), bytes: got.bytes });
  }
  const contents: MemberPacket = {
    format: PACKET_FORMAT,
    madeAt: now().toISOString(),
    consultation: { reference, ...present({ acheteurSiret }) },
    siret: dossier.siret,
    facts: factsForPacket(dossier),
    task,
    files: brought.map(({ file }) => file),
  };
  async function* documents() {
    for (const { bytes } of brought) yield bytes;
  }
  const file = await sealFile("member", passphrase, { contents, documents: documents(), count: brought.length }, derivation);
  return { file, fileName: `paquet-${dossier.siret}.pliprêt` };
}

function typeOf(bytes: Uint8Array<ArrayBuffer>, { origin }: DossierPiece): PacketFile["mediaType"] | undefined {
  return origin.from === "made" && origin.mediaType === "application/xml" ? "application/xml" : fileTypeOf(bytes);
}

async function fileOf(
  piece: DossierPiece,
  fileName: string,
  mediaType: PacketFile["mediaType"],
  bytes: Uint8Array<ArrayBuffer>,
): Promise<PacketFile> {
  const { kind, title, issuedOn, validFrom, validity, validityBasis, closingOn, securityCode } = piece;
  const validUntil = piece.validUntil ?? validity.until;
  return {
    ...{ kind, title, fileName, mediaType, size: bytes.length, sha256: await sha256Of(bytes), source: sourceOf(piece), validityBasis },
    ...present({ issuedOn, validFrom, validUntil, closingOn, securityCode }),
  };
}

interface TakeDeps {
  readonly shelf: Pick<MadeShelf, "put" | "remove">;
  readonly now: () => Date;
}

interface Waiting {
  readonly situation: Situation;
  readonly tabId: number | null;
  readonly bid: Bid;
  readonly packets: KeptPackets | null;
}

/** The bid and packets after a packet was accepted: the caller must store both. */
export type Taken = { readonly bid: Bid; readonly packets: KeptPackets } | { readonly problem: PacketProblem };

/** Opens a member's packet and puts its documents on the shelf, all or none. */
export async function takePacket(
  file: Blob,
  passphrase: string,
  { situation, tabId, bid, packets }: Waiting,
  { shelf, now }: TakeDeps,
): Promise<Taken> {
  const { work, dossier, page } = situation;
  const opened = await openSealed(file, "member", passphrase);
  if ("problem" in opened) {
    const { problem } = opened;
    return { problem: { code: problem === "notSealed" || problem === "otherKind" ? "notAPacket" : problem, detail: "" } };
  }
  const packet = readPacket(opened.contents);
  if ("code" in packet) return { problem: packet };
  const { reference, acheteurSiret } = page?.consultation ?? {};
  if (work === null || dossier === null) return { problem: { code: "noReference", detail: "" } };
  const problem = packetProblem(packet, { bid, siret: dossier.siret, consultation: { reference, acheteurSiret }, packets });
  if (problem !== null) return { problem };
  if (opened.count !== packet.files.length || !packet.files.some(({ kind }) => kind === "dc2"))
    return { problem: { code: "damaged", detail: "" } };
  const files = await shelved(packet, opened.documents(), shelf, now());
  if ("code" in files) return { problem: files };
  return { bid: withMember(bid, packet), packets: { work, tabId, files: [...(packets?.files ?? []), ...files] } };
}

function readPacket(contents: unknown): MemberPacket | PacketProblem {
  const packet = MemberPacket.safeParse(contents);
  if (packet.success) return packet.data;
  const format = typeof contents === "object" && contents !== null && "format" in contents ? contents.format : 0;
  return { code: typeof format === "number" && format > PACKET_FORMAT ? "newer" : "damaged", detail: "" };
}

/** Puts the documents on the shelf, if each one matches its description; otherwise none. */
async function shelved(
  packet: MemberPacket,
  documents: AsyncGenerator<Uint8Array<ArrayBuffer>>,
  shelf: TakeDeps["shelf"],
  at: Date,
): Promise<MemberFile[] | PacketProblem> {
  const { siret, madeAt } = packet;
  const files: MemberFile[] = [];
  try {
    for (const file of packet.files) {
      const { value: bytes } = await documents.next();
      if (bytes === undefined || !(await isAsSaid(file, bytes))) throw new DamagedFile();
      const { fileName, mediaType } = file;
      const key = await shelf.put({ fileName, mediaType, bytes, putAt: at.getTime() });
      files.push({ ...file, key, siret, member: memberName(packet), madeAt });
    }
    // A record beyond the announced ones would have been added by somebody else.
    await documents.next();
    return files;
  } catch (error) {
    await shelf.remove(files.map(({ key }) => key));
    if (error instanceof DamagedFile) return { code: "damaged", detail: "" };
    if (error instanceof DOMException && error.name === "QuotaExceededError") return { code: "full", detail: "" };
    throw error;
  }
}

async function isAsSaid({ mediaType, size, sha256 }: PacketFile, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const isOfType = mediaType === "application/xml" ? fileTypeOf(bytes) === undefined : fileTypeOf(bytes) === mediaType;
  return isOfType && bytes.length === size && (await sha256Of(bytes)) === sha256;
}
