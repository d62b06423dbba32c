/** The consultations of the company chosen, and what the person says of them. */
import { withChange } from "../../consultations/note.ts";
import { sirenOf } from "../../domain/siret.ts";
import type { Context, Handles } from "../context.ts";

export function consultationsHandlers(context: Context): Handles<"readConsultations" | "changeConsultation"> {
  const { settings, consultations } = context;
  return {
    readConsultations: async () => {
      const { siret } = await settings.read();
      if (siret === null) return { consultations: [] };
      const siren = sirenOf(siret);
      return { consultations: (await consultations.read()).filter((one) => one.siren === siren) };
    },

    changeConsultation: async ({ id, change }) => {
      await consultations.update((kept) => withChange(kept, id, change, context.now().toISOString()));
      return {};
    },
  };
}
