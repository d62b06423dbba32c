/** A signed-in person, as the identity provider vouches for them. */
import { z } from "zod";
import { isSiret, sirenOf } from "../../src/domain/siret.ts";

export const Person = z.object({
  issuer: z.string(),
  /** Unique for that issuer only. */
  subject: z.string(),
  name: z.string().nullable(),
  /** Establishment where the person works. It proves the attachment, not the power to represent. */
  siret: z.string().refine(isSiret).nullable(),
});
export type Person = z.infer<typeof Person>;

/** The company that the person is attached to, or `null` when the provider gave no valid SIRET. */
export function sirenOfPerson(person: Person): string | null {
  return person.siret === null ? null : sirenOf(person.siret);
}
