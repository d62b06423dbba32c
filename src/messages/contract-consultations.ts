/** Messages of « Mes consultations ». */
import { z } from "zod";
import { Award } from "../domain/award.ts";
import { Carried, CarriedReport, Preference } from "../domain/carried.ts";
import { KeptConsultation } from "../domain/kept-consultation.ts";
import { KeptDossier } from "../domain/prepared.ts";

const Done = z.object({});

/** With the last day on which it is kept. */
export const ShownDossier = KeptDossier.extend({ until: z.string() });
export type ShownDossier = z.infer<typeof ShownDossier>;

export const CONSULTATION_ROWS = {
  /** The consultations of the company chosen; what the person says of one of them (`forget` takes it away). */
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
  /** What the person says of what came after the deposit, in place of what they said before; `null` forgets. */
  tellAward: { to: "background", from: "screen", input: z.object({ id: z.string(), award: Award.nullable() }), output: Done },
  /** What a file is to carry beside the documents; `null`: of all companies. And what a file carried, joined to what is here. */
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
