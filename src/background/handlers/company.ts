/** The companies worked for: found, chosen, forgotten, and what only the person knows of them. */
import { forgetBids } from "../bids.ts";
import { learnChosenName } from "../company-name.ts";
import type { Context, Handles } from "../context.ts";
import { forgetGrounds } from "../grounds.ts";
import { withCompany, withEntries, withoutCompany } from "../settings.ts";

export function companyHandlers(context: Context): Handles<"findCompanies" | "chooseCompany" | "forgetCompany" | "remember"> {
  const { settings, service, local, coffre } = context;
  return {
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
