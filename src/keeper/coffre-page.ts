/** The company on which the coffre's page opens. In a file of its own: the popup draws its first screen without these schemas. */
import "../store/zod.ts";
import { z } from "zod";
import { sirenOf } from "../domain/siret.ts";
import type { Situation } from "../messages/situation.ts";
import type { Cells } from "../store/cells.ts";

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
