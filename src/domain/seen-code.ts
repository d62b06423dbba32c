/** A code printed on a document, as read. Nothing in it is verified: only its issuer, or the trusted list, can say that it is genuine. */
import { z } from "zod";
import { Day } from "./answer.ts";

const SeenDay = Day.optional().catch(undefined);

/** « 2D-Doc » of France Titres (technical specifications, v3): signed data of the document, in a DataMatrix. */
const TwoDDoc = z.object({
  form: z.literal("2d-doc"),
  /** The authority that certified the issuer, and the certificate's number: "FR03", "0001". Only the certificate names the issuer. */
  authority: z.string(),
  certificate: z.string(),
  /** "03" for a RIB. */
  type: z.string(),
  /** The day of the document. */
  issuedOn: SeenDay,
  signedOn: SeenDay,
  expiresOn: SeenDay,
  /** The name that the document is made out to. */
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
