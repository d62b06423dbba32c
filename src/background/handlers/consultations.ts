/** The consultations of the company chosen, what the person says of them, and the pieces that they went to obtain. */
import { filedUnder } from "../../consultations/kept-dossiers.ts";
import { withAward, withChange } from "../../consultations/note.ts";
import { keptUntil } from "../../domain/prepared.ts";
import { sirenOf } from "../../domain/siret.ts";
import type { ShownDossier } from "../../messages/contract.ts";
import { touchCoffre } from "../../store/coffre-door.ts";
import { withAwaited, withoutAwaited } from "../awaited.ts";
import { carriedOf, takeCarried } from "../carried.ts";
import type { Context, Handles } from "../context.ts";
import { removeDossiers } from "../kept-dossiers.ts";

type Name = "readConsultations" | "changeConsultation" | "tellAward" | "carry" | "takeCarried" | "removeDossier" | "awaitPiece";

export function consultationsHandlers(context: Context): Handles<Name> {
  const { settings, consultations, awaited } = context;

  const remove = async (ids: readonly string[]) => {
    if (ids.length === 0) return;
    await removeDossiers(context, ids);
    await touchCoffre(context.session);
  };

  return {
    readConsultations: async () => {
      const { siret } = await settings.read();
      if (siret === null) return { consultations: [], dossiers: [] };
      const siren = sirenOf(siret);
      const [all, dossiers] = await Promise.all([consultations.read(), dossiersOf(context, siren)]);
      return { consultations: all.filter((one) => one.siren === siren), dossiers };
    },

    changeConsultation: async ({ id, change }) => {
      const before = await consultations.read();
      await consultations.update((kept) => withChange(kept, id, change, context.now().toISOString()));
      const gone = before.find((one) => one.id === id);
      if (change === "forget" && gone !== undefined) {
        const own = filedUnder(before, (await dossiersOf(context, gone.siren)) ?? []).get(id) ?? [];
        await remove(own.map((one) => one.id));
      }
      return {};
    },

    tellAward: async ({ id, award }) => {
      await consultations.update((kept) => withAward(kept, id, award));
      return {};
    },

    carry: async ({ siren }) => ({ carried: await carriedOf(context, siren) }),

    takeCarried: ({ carried, prefer }) => takeCarried(context, carried, prefer),

    removeDossier: async ({ id }) => {
      await remove([id]);
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

/** Those that the coffre keeps for a company, the latest first; `null` while it is closed. */
async function dossiersOf({ coffre, settings }: Context, siren: string): Promise<ShownDossier[] | null> {
  const [dossiers, { keepsPrepared }] = await Promise.all([coffre.dossiers(), settings.read()]);
  const known = (await dossiers?.list()) ?? null;
  return known === null
    ? null
    : known.filter(({ work }) => work.startsWith(siren)).map((one) => ({ ...one, until: keptUntil(one, keepsPrepared) }));
}
