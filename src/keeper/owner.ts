import { sirenOf } from "../domain/siret.ts";
import type { Situation } from "../messages/situation.ts";
import type { Owner } from "./keep.ts";

/**
 * The current company, as the owner of files handed in.
 * @throws when none is chosen: the screen then offers nothing to hand in
 */
export function ownerOf(company: Situation["company"]): Owner {
  if (company === null) throw new Error("no company chosen");
  return { siren: sirenOf(company.siret), names: company.name === null ? [] : [company.name] };
}
