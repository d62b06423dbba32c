import { z } from "zod";
import { sirenOf } from "../domain/siret.ts";
import type { Situation } from "../messages/situation.ts";
import type { Cells } from "../store/cells.ts";
import type { Owner } from "./keep.ts";

/**
 * The company worked for, as the owner of what is handed in.
 * @throws when none is chosen: the screen then offers nothing to hand in
 */
export function ownerOf(company: Situation["company"]): Owner {
  if (company === null) throw new Error("no company chosen");
  return { siren: sirenOf(company.siret), names: company.name === null ? [] : [company.name] };
}

/** The SIREN of the company that the coffre's page opens on. In memory: an address with a SIREN stays in the browser's history. */
const shownCell = (session: Cells) => session("coffre-shown", z.string().nullable(), null);

/** Opens the coffre's page on the company worked for. */
export async function openCoffreOn(session: Cells, company: Situation["company"], open: (page: string) => Promise<unknown>): Promise<void> {
  await shownCell(session).update(() => (company === null ? null : sirenOf(company.siret)));
  await open("coffre.html");
}

export function shownCompany(session: Cells): Promise<string | null> {
  return shownCell(session).read();
}
