/** The companies worked for: found, chosen, forgotten, and what only the person knows of them. */
import type { Dossier } from "../../domain/dossier.ts";
import { present } from "../../domain/present.ts";
import { forgetBids } from "../bids.ts";
import { learnChosenName } from "../company-name.ts";
import type { Context, Handles } from "../context.ts";
import { forgetGrounds } from "../grounds.ts";
import { type Settings, withCompany, withEntries, withoutCompany } from "../settings.ts";
import { companyNameIn, dossierOf, keptName } from "../situation.ts";
import { inquiryOf } from "../tabs.ts";

type Name = "findCompanies" | "chooseCompany" | "forgetCompany" | "remember" | "showCompany";

export function companyHandlers(context: Context): Handles<Name> {
  const { settings, service, local, coffre, collector } = context;

  /** What is best known of the company, without its coffre; what was never asked is asked now. */
  async function publishedOf(kept: Settings, siret: string): Promise<Dossier | null> {
    const collection = await collector.fullest(siret);
    if (collection === null) await collector.open(inquiryOf(siret, null));
    return dossierOf({ settings: kept, tab: null, collection, coffre: [], now: context.now() });
  }

  return {
    showCompany: async () => {
      const kept = await settings.read();
      const { siret, companies, readsScans } = kept;
      const dossier = siret === null ? null : await publishedOf(kept, siret);
      const legalForm = dossier?.values.formeJuridiqueCode?.value;
      return {
        company: siret === null ? null : { siret, name: keptName(kept, siret) ?? companyNameIn(dossier) },
        notices: dossier?.notices ?? [],
        ...{ companies, readsScans },
        ...present({ legalForm: typeof legalForm === "string" ? legalForm : undefined }),
      };
    },

    findCompanies: async ({ text }) => (await service()).search(text),

    chooseCompany: async ({ siret }) => {
      await settings.update((before) => withCompany(before, siret));
      await learnChosenName(context);
      return {};
    },

    forgetCompany: async ({ siret }) => {
      await settings.update((before) => withoutCompany(before, siret));
      await forgetBids(local, siret);
      await forgetGrounds(coffre, siret);
      return {};
    },

    remember: async ({ siret, values }) => {
      let refused: ReturnType<typeof withEntries>["refused"] = [];
      await settings.update((before) => {
        const after = withEntries(before, siret, values);
        refused = after.refused;
        return after.settings;
      });
      return { refused };
    },
  };
}
