/** The dossier of a company of the demonstration: every source is asked through a proxy opened for it. */
import { startProxy } from "../../proxy/start.ts";
import { Answer } from "../../src/domain/answer.ts";
import { companyOf } from "../../src/domain/company.ts";
import type { Dossier } from "../../src/domain/dossier.ts";
import { assemble } from "../../src/dossier/assemble.ts";
import { SOURCES } from "../../src/sources/index.ts";

/** @throws RangeError when the SIRET is not valid */
export async function demoDossier(siret: string, on: string): Promise<Dossier> {
  const company = companyOf(siret);
  const environment = { PLI_PRET_LOG_LEVEL: "silent" };
  const proxy = await startProxy({ mode: "demo", port: 0, quotas: "off", simulator: { quotas: "off" }, environment });
  try {
    const answers = await Promise.all(
      SOURCES.map(async ({ id }) => Answer.parse(await (await fetch(`${proxy.url}/v1/companies/${siret}/sources/${id}`)).json())),
    );
    return assemble({ company, answers, coffre: [], manual: {}, on });
  } finally {
    await proxy.close();
  }
}
