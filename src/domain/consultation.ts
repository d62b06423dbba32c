/** The consultation (tender) a page speaks of, as read off the page. Every part may be unknown. */
import { z } from "zod";

export const Consultation = z.object({
  portal: z.string(),
  url: z.string(),
  reference: z.string().optional(),
  objet: z.string().optional(),
  acheteurNom: z.string().optional(),
  acheteurSiret: z.string().optional(),
  /** Deadline, ISO 8601 with offset: "2026-12-15T12:00:00+01:00". */
  dateLimite: z.string().optional(),
  lots: z.array(z.object({ numero: z.string(), intitule: z.string().optional() })).optional(),
});
export type Consultation = z.infer<typeof Consultation>;

/** What every API Entreprise call must say of its purpose; `recipient` is the buyer's SIRET. */
export const Purpose = z.object({
  context: z.string().min(1).max(200),
  object: z.string().min(1).max(200),
  recipient: z.string().regex(/^\d{14}$/),
});
export type Purpose = z.infer<typeof Purpose>;
