/** A code that a document shows, as it reads. Nothing of it is verified: only whoever issued it, or its trusted list, can say that it is genuine. */
import { z } from "zod";
import { Day } from "./answer.ts";

const SeenDay = Day.optional().catch(undefined);

/** « 2D-Doc » of France Titres (technical specifications, v3): signed data of the document, in a DataMatrix. */
const TwoDDoc = z.object({
  form: z.literal("2d-doc"),
  /** Who certified the issuer, and which of its certificates: "FR03", "0001". The issuer's name is in that certificate, not in the code. */
  authority: z.string(),
  certificate: z.string(),
  /** "03" for a RIB. */
  type: z.string(),
  /** The day of the document. */
  issuedOn: SeenDay,
  signedOn: SeenDay,
  expiresOn: SeenDay,
  /** Whom it is made out to. */
  holder: z.string().optional(),
  /** SIREN or SIRET. */
  company: z.string().optional(),
  iban: z.string().optional(),
});

/** A QR code or a DataMatrix that holds an address. */
const Address = z.object({ form: z.literal("address"), url: z.url() });

export const SeenCode = z.discriminatedUnion("form", [TwoDDoc, Address]);
export type SeenCode = z.infer<typeof SeenCode>;
export type TwoDDoc = z.infer<typeof TwoDDoc>;
