/** Mandates recorded by the operator: who may act for another company, and until when. */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { Day } from "../../src/domain/answer.ts";
import type { Company } from "../../src/domain/company.ts";
import { isSiren } from "../../src/domain/siret.ts";
import { parisDay } from "../../src/domain/time.ts";
import { ConfigError } from "../config.ts";
import { type Person, sirenOfPerson } from "./person.ts";

const Siren = z.string().refine(isSiren, "SIREN attendu");
const Mandate = z.strictObject({
  /** SIREN of the company whose people hold the mandate (an accountant, a consultant). */
  holder: Siren,
  /** One person only, by the identity provider's subject; absent: everybody at the holder. */
  subject: z.string().min(1).optional(),
  company: Siren,
  from: Day,
  until: Day,
});
export type Mandate = z.infer<typeof Mandate>;

/** @throws {ConfigError} when the file is not a list of mandates. */
export function readMandates(path: string): readonly Mandate[] {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new ConfigError(`PLI_PRET_MANDATES_FILE : ${error instanceof Error ? error.message : "illisible"}`);
  }
  const parsed = z.array(Mandate).safeParse(content);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `${issue.path.join(".")} : ${issue.message}`);
  throw new ConfigError(`PLI_PRET_MANDATES_FILE : ${lines.join(" ; ")}`);
}

/** True when the person may see the company's protected documents today: their own company, or one that gave a mandate. */
export function mayActFor(person: Person, company: Company, mandates: readonly Mandate[], now: Date): boolean {
  const own = sirenOfPerson(person);
  if (own === null) return false;
  if (own === company.siren) return true;
  const today = parisDay(now);
  return mandates.some(
    (mandate) =>
      mandate.holder === own &&
      mandate.company === company.siren &&
      (mandate.subject === undefined || mandate.subject === person.subject) &&
      mandate.from <= today &&
      today <= mandate.until,
  );
}
