/** Messages of « Mes consultations ». */
import { z } from "zod";
import { Award } from "../domain/award.ts";
import { Carried, CarriedReport, Preference } from "../domain/carried.ts";
import { DossierPiece } from "../domain/dossier.ts";
import { KeptConsultation, SentPiece } from "../domain/kept-consultation.ts";
import { KeptDossier } from "../domain/prepared.ts";

const Done = z.object({});

/** A kept dossier, with the last day on which it is kept. */
export const ShownDossier = KeptDossier.extend({ until: z.string() });
export type ShownDossier = z.infer<typeof ShownDossier>;

/** A document that the company holds, with what decides its validity on any day. */
export const ListedPiece = SentPiece.extend({
  id: z.string(),
  inCoffre: z.boolean(),
  /** As judged today. */
  validity: DossierPiece.shape.validity,
});
export type ListedPiece = z.infer<typeof ListedPiece>;

export const CONSULTATION_ROWS = {
  /** All that « Mes consultations » shows of the chosen company; the person's change to one of them (`forget` removes it). */
  readConsultations: {
    to: "background",
    from: "screen",
    input: z.object({}),
    output: z.object({
      company: z.object({ siret: z.string(), name: z.string().nullable() }).nullable(),
      consultations: z.array(KeptConsultation),
      /** Those that the coffre keeps for the company, `null` while it is closed. */
      dossiers: z.array(ShownDossier).nullable(),
      /** Those that it may use; without the coffre's while it is closed. */
      pieces: z.array(ListedPiece),
    }),
  },
  changeConsultation: {
    to: "background",
    from: "screen",
    input: z.object({ id: z.string(), change: z.enum(["archive", "bringBack", "deposited", "notDeposited", "forget"]) }),
    output: Done,
  },
  /** What the person says of what followed the deposit, instead of what they said before; `null` removes it. */
  tellAward: { to: "background", from: "screen", input: z.object({ id: z.string(), award: Award.nullable() }), output: Done },
  /** Data to export besides the documents; `null`: of all companies. And a file's data, merged into what is here. */
  carry: {
    to: "background",
    from: "screen",
    input: z.object({
      siren: z
        .string()
        .regex(/^\d{9}$/)
        .nullable(),
    }),
    output: z.object({ carried: Carried }),
  },
  takeCarried: {
    to: "background",
    from: "screen",
    input: z.object({ carried: Carried, prefer: Preference }),
    output: CarriedReport,
  },
  /** Erases one prepared dossier from the coffre. */
  removeDossier: { to: "background", from: "screen", input: z.object({ id: z.string() }), output: Done },
} as const;
