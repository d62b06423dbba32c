/** The consultation (tender) a page speaks of, as read off the page. Every part may be unknown. */
import { z } from "zod";
import { Day } from "./answer.ts";

/**
 * Why a written deadline is not used: its hour is in another time zone than Paris (`said`: the page's words), or the
 * buyer is overseas (`said`: what shows it) and nothing says that the hour is that of Paris.
 */
export const DeadlineDoubt = z.object({
  why: z.enum(["otherClock", "overseasBuyer"]),
  said: z.string(),
  /** The deadline as the page writes it. */
  written: z.string(),
  /** Its day, when everything written agrees on it. */
  day: Day.optional(),
});
export type DeadlineDoubt = z.infer<typeof DeadlineDoubt>;

export const Consultation = z.object({
  portal: z.string(),
  url: z.string(),
  reference: z.string().optional(),
  objet: z.string().optional(),
  acheteurNom: z.string().optional(),
  acheteurSiret: z.string().optional(),
  /** Deadline, ISO 8601 with offset: "2026-12-15T12:00:00+01:00". */
  dateLimite: z.string().optional(),
  /** Never beside `dateLimite`. */
  doubt: DeadlineDoubt.optional(),
  lots: z.array(z.object({ numero: z.string(), intitule: z.string().optional() })).optional(),
  /** The most that the whole deposit may weigh, with the page's sentence. */
  depositSize: z.object({ bytes: z.number().positive(), said: z.string() }).optional(),
});
export type Consultation = z.infer<typeof Consultation>;

/** The consultation of a page with several frames: each part from the first that gives it; one frame's doubt on the hour counts for all. */
export function consultationOfFrames(told: readonly Consultation[]): Consultation | null {
  if (told.length === 0) return null;
  const merged: Consultation = Object.assign({}, ...told.toReversed());
  const { dateLimite, ...rest } = merged;
  return merged.doubt === undefined || dateLimite === undefined ? merged : rest;
}

/** The purpose that every API Entreprise call must state; `recipient` is the buyer's SIRET. */
export const Purpose = z.object({
  context: z.string().min(1).max(200),
  object: z.string().min(1).max(200),
  recipient: z.string().regex(/^\d{14}$/),
});
export type Purpose = z.infer<typeof Purpose>;
