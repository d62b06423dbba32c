/** What the audit trail says of one access (CGU of API Entreprise: who, about whom, for which buyer; kept 36 months at least). */
import { z } from "zod";

export const AuditEntry = z.object({
  at: z.string(),
  /** The person's subject at the identity provider; `null` when nobody needed to sign in. */
  who: z.string().nullable(),
  /** SIRET that the identity provider gave for that person. */
  actsFor: z.string().nullable(),
  /** SIRET asked about; `null` for a count of several. */
  company: z.string().nullable(),
  source: z.string(),
  /** Number of the document, when one was asked. */
  document: z.number().int().nullable(),
  recipient: z.string().nullable(),
  context: z.string(),
  object: z.string(),
  /** State of the answer, "document" when bytes were given, or the problem's code. */
  outcome: z.string(),
  /** SHA-256 of the bytes given, in hexadecimal; `null` when none were. */
  sha256: z.string().nullable().default(null),
  /** More than one: anonymous requests that are only counted. */
  count: z.number().int().default(1),
  /** "file:line" of the old trail that it was taken from. */
  origin: z.string().nullable().default(null),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** The entry that a row holds, or `null` when it cannot be read. */
export function entryOf(text: string): AuditEntry | null {
  try {
    return AuditEntry.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
