/** What a member of a group gives its mandataire for one consultation: facts, pieces and forms, in one encrypted file. */
import { z } from "zod";
import { Day, Instant, PieceKindSchema, Siret, ValidityBasis } from "./answer.ts";
import { NO_TASK, Task } from "./bid.ts";
import { KeptFacts } from "./coffre.ts";
import { FILE_TYPES } from "./files.ts";

/** Version of a packet's content. A later one is not read. */
export const PACKET_FORMAT = 1;

/** One document of a packet, without its bytes. */
export const PacketFile = z.object({
  kind: PieceKindSchema,
  title: z.string().min(1).max(500),
  fileName: z.string().min(1).max(300),
  mediaType: z.enum([...FILE_TYPES, "application/xml"]),
  /** Bytes. */
  size: z.number().int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Who delivered it, as the member's dossier says. */
  source: z.string().max(300),
  issuedOn: Day.optional(),
  validFrom: Day.optional(),
  validUntil: Day.optional(),
  validityBasis: ValidityBasis,
  closingOn: Day.optional(),
  securityCode: z.string().max(100).optional(),
});
export type PacketFile = z.infer<typeof PacketFile>;

/** The consultation that it was made for. */
const PacketConsultation = z.object({ reference: z.string().min(1).max(300), acheteurSiret: z.string().optional() });
export type PacketConsultation = z.infer<typeof PacketConsultation>;

export const MemberPacket = z.object({
  format: z.literal(PACKET_FORMAT),
  madeAt: Instant,
  consultation: PacketConsultation,
  siret: Siret,
  /** The facts of its dossier, without bank details. */
  facts: KeptFacts,
  /** What it carries out; packets made before had none. */
  task: Task.default(NO_TASK),
  files: z.array(PacketFile).max(200),
});
export type MemberPacket = z.infer<typeof MemberPacket>;

/** A document that a member gave: its bytes are on the shelf. */
const MemberFile = PacketFile.extend({ key: z.string(), siret: Siret, member: z.string(), madeAt: Instant });
export type MemberFile = z.infer<typeof MemberFile>;

/** Everything that the members of one group gave for one consultation. */
export const KeptPackets = z.object({ work: z.string(), tabId: z.number().int().nullable(), files: z.array(MemberFile) });
export type KeptPackets = z.infer<typeof KeptPackets>;

/** The `source` in the provenance of a packet's values. */
export const PACKET_SOURCE = "paquet";

/**
 * Why no packet is made: `noReference` of the consultation · `noDc2` made for it · `pieceGone`: a document is not available.
 * Why a packet is not accepted: `notLead`: the company leads no group · `notAPacket` · `newer` version · `wrongPassphrase` · `damaged` ·
 * `otherConsultation` than that of the page · `ownSiret` · `sameSiret` as another packet or a subcontractor · `full`: no room left.
 */
export interface PacketProblem {
  readonly code:
    | "noReference"
    | "noDc2"
    | "pieceGone"
    | "notLead"
    | "notAPacket"
    | "newer"
    | "wrongPassphrase"
    | "damaged"
    | "otherConsultation"
    | "ownSiret"
    | "sameSiret"
    | "full";
  /** The SIRET, the reference, the document in question. */
  readonly detail: string;
}
