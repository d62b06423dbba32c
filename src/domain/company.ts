/** The company asked about: one establishment and its company. */
import { isSiret, sirenOf } from "./siret.ts";

export interface Company {
  readonly siret: string;
  readonly siren: string;
}

/** @throws {RangeError} when the SIRET is not valid: check with `siretProblem` first. */
export function companyOf(siret: string): Company {
  if (!isSiret(siret)) throw new RangeError("SIRET invalide");
  return { siret, siren: sirenOf(siret) };
}
