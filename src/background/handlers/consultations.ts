/** The consultations of the company chosen, what the person says of them, and the pieces that they went to obtain. */
import { filedUnder } from "../../consultations/kept-dossiers.ts";
import { withAward, withChange } from "../../consultations/note.ts";
import type { Dossier } from "../../domain/dossier.ts";
import { type KeptDossier, keptUntil } from "../../domain/prepared.ts";
import { sirenOf } from "../../domain/siret.ts";
import type { ListedPiece, Output, ShownDossier } from "../../messages/contract.ts";
import { touchCoffre } from "../../store/coffre-door.ts";
import { withAwaited, withoutAwaited } from "../awaited.ts";
import { carriedOf, takeCarried } from "../carried.ts";
import type { Context, Handles } from "../context.ts";
import { removeDossiers } from "../kept-dossiers.ts";
import type { Settings } from "../settings.ts";
import { companyNameIn, dossierOf, keptName } from "../situation.ts";
import { inquiryOf } from "../tabs.ts";

type Name = "readConsultations" | "changeConsultation" | "tellAward" | "carry" | "takeCarried" | "removeDossier" | "awaitPiece";

export function consultationsHandlers(context: Context): Handles<Name> {
  const { settings, consultations, awaited, coffre } = context;

  const remove = async (ids: readonly string[]) => {
    if (ids.length === 0) return;
    await removeDossiers(context, ids);
    await touchCoffre(context.session);
  };

  return {
    readConsultations: () => readFor(context),

    changeConsultation: async ({ id, change }) => {
      const before = await consultations.read();
      await consultations.update((kept) => withChange(kept, id, change, context.now().toISOString()));
      const gone = before.find((one) => one.id === id);
      if (change === "forget" && gone !== undefined) {
        const known = (await (await coffre.dossiers())?.list()) ?? [];
        await remove((filedUnder(before, ofCompany(known, gone.siren)).get(id) ?? []).map((one) => one.id));
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

/** All side by side: the page waits for them. */
async function readFor(context: Context): Promise<Output<"readConsultations">> {
  const kept = context.settings.read();
  const [settings, all, dossiers, dossier] = await Promise.all([
    kept,
    context.consultations.read(),
    context.coffre.dossiers().then((known) => known?.list()),
    kept.then((own) => knownOf(context, own)),
  ]);
  const { siret } = settings;
  if (siret === null) return { company: null, consultations: [], dossiers: dossiers === undefined ? null : [], pieces: [] };
  const siren = sirenOf(siret);
  return {
    company: { siret, name: keptName(settings, siret) ?? companyNameIn(dossier) },
    consultations: all.filter((one) => one.siren === siren),
    dossiers: dossiers === undefined ? null : shown(dossiers, siren, settings),
    pieces: listedIn(dossier),
  };
}

const ofCompany = (dossiers: readonly KeptDossier[], siren: string) => dossiers.filter(({ work }) => work.startsWith(siren));

/** Those of a company, with the last day on which each is kept. */
function shown(dossiers: readonly KeptDossier[], siren: string, { keepsPrepared }: Settings): ShownDossier[] {
  return ofCompany(dossiers, siren).map((one) => ({ ...one, until: keptUntil(one, keepsPrepared) }));
}

/** What is known of the company, also before any source was asked. */
async function knownOf({ collector, coffre, now }: Context, settings: Settings): Promise<Dossier | null> {
  const { siret } = settings;
  if (siret === null) return null;
  const [collection, pieces] = await Promise.all([collector.read(inquiryOf(siret, null)), coffre.list(sirenOf(siret))]);
  return dossierOf({ settings, tab: null, collection, coffre: pieces, now: now() });
}

function listedIn(dossier: Dossier | null): ListedPiece[] {
  const usable = (dossier?.pieces ?? []).filter(({ barred }) => barred === undefined);
  return usable.map((piece) => ({ ...piece, inCoffre: piece.origin.from === "coffre" }));
}
