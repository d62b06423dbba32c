/** Messages of « Mes consultations ». */
import { z } from "zod";
import { Award } from "../domain/award.ts";
import { Carried, CarriedReport, Preference } from "../domain/carried.ts";
import { KeptConsultation } from "../domain/kept-consultation.ts";
import { KeptDossier } from "../domain/prepared.ts";

const Done = z.object({});

/** A kept dossier, with the last day on which it is kept. */
export const ShownDossier = KeptDossier.extend({ until: z.string() });
export type ShownDossier = z.infer<typeof ShownDossier>;

export const CONSULTATION_ROWS = {
  /** The chosen company's consultations; the person's change to one of them (`forget` removes it). */
  readConsultations: {
    to: "background",
    from: "screen",
    input: z.object({}),
    /** `dossiers`: those that the coffre keeps for the company, `null` while it is closed. */
    output: z.object({ consultations: z.array(KeptConsultation), dossiers: z.array(ShownDossier).nullable() }),
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
