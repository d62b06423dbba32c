/** The consultations of the company chosen, what the person says of them, and the pieces that they went to obtain. */
import { withChange } from "../../consultations/note.ts";
import { sirenOf } from "../../domain/siret.ts";
import { withAwaited, withoutAwaited } from "../awaited.ts";
import type { Context, Handles } from "../context.ts";

export function consultationsHandlers(context: Context): Handles<"readConsultations" | "changeConsultation" | "awaitPiece"> {
  const { settings, consultations, awaited } = context;
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

    awaitPiece: async ({ kind, wanted, siren: named }) => {
      const { siret } = await settings.read();
      const siren = named ?? (siret === null ? null : sirenOf(siret));
      if (siren === null) return {};
      const one = { siren, kind, at: context.now().toISOString() };
      await awaited.update((kept) => (wanted ? withAwaited(kept, one) : withoutAwaited(kept, one)));
      return {};
    },
  };
}
