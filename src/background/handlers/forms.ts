/** The forms of a candidature (DC1, DC2, DUME): what the person chose and answered for them, and those that were made. */
import type { Bid, FormKind } from "../../domain/bid.ts";
import { withChange } from "../../domain/means.ts";
import { sirenOf } from "../../domain/siret.ts";
import type { Input, Output } from "../../messages/contract.ts";
import { bidFor, keepBid } from "../bids.ts";
import type { Context, Handles } from "../context.ts";
import { consultationOfWork, diligenceOf, siretOfWork } from "../diligence.ts";
import { groundsFor, keepGrounds } from "../grounds.ts";

/** Open to all, for any company. */
const OPEN_REGISTER = "recherche-entreprises";

type Name = "lookUpParty" | "readForms" | "chooseBid" | "answerDume" | "chooseMeans" | "changeMeans" | "keepForms" | "keepPackets";

export function formsHandlers(context: Context): Handles<Name> {
  const { local, forms, packets, coffre, now } = context;
  return {
    lookUpParty: (asked) => lookUp(context, asked),

    readForms: async ({ work }) => ({
      ...(await answersOf(context, work)),
      forms: await forms.find(work, null, true),
      packets: await packets.find(work, null, true),
      kept: (await coffre.notesOf(sirenOf(siretOfWork(work))))?.means ?? null,
    }),

    chooseBid: async ({ work, bid }) => {
      await keepBid(local, { work, at: now().toISOString(), bid });
      await forms.drop(work);
      await letMembersGo(packets, work, bid);
      return {};
    },

    answerDume: async ({ work, answers }) => {
      const at = now().toISOString();
      if (!(await keepGrounds(coffre, work, at, answers.grounds))) throw new Error("The coffre is closed: answers are not kept.");
      await keepBid(local, { work, at, dume: { ...answers, grounds: {} } });
      await letGo(forms, work, ["dume"]);
      return {};
    },

    chooseMeans: async ({ work, means }) => {
      await keepBid(local, { work, at: now().toISOString(), means });
      await letGo(forms, work, ["dc2", "dume"]);
      return {};
    },

    changeMeans: async ({ work, change }) => {
      const siren = sirenOf(siretOfWork(work));
      const isKept = await coffre.changeNotes(siren, (notes) => ({ ...notes, means: withChange(notes.means, change) }));
      if (!isKept) return { kept: null };
      await letGo(forms, work, ["dc2", "dume"]);
      return { kept: (await coffre.notesOf(siren))?.means ?? null };
    },

    keepPackets: async (given) => {
      await packets.keep(given);
      return {};
    },

    keepForms: async (made) => {
      const before = await forms.find(made.work, null, true);
      await forms.keep(made);
      const at = now().toISOString();
      const added = made.files.filter(({ key }) => before?.files.every((file) => file.key !== key) ?? true);
      const lines = added.map(({ fileName, sha256, size }) => ({ at, what: "prepared" as const, fileName, sha256, size }));
      await diligenceOf(local, made.work).add(lines);
      return {};
    },
  };
}

async function answersOf({ local, coffre }: Context, work: string) {
  const told = await groundsFor(local, coffre, work);
  const { bid, dume, means } = await bidFor(local, work);
  return { bid, means, dume: { ...dume, grounds: told?.grounds ?? {} }, past: told?.past ?? null };
}

/** They say what was chosen or answered before. */
async function letGo(forms: Context["forms"], work: string, kinds: readonly FormKind[]): Promise<void> {
  const made = await forms.find(work, null, true);
  const files = made?.files.filter(({ kind }) => !kinds.includes(kind)) ?? [];
  if (made === null || files.length === made.files.length) return;
  await (files.length === 0 ? forms.drop(work) : forms.keep({ ...made, files }));
}

/** What a company gave goes with it. */
async function letMembersGo(packets: Context["packets"], work: string, { role, others }: Bid): Promise<void> {
  const given = await packets.find(work, null, true);
  const files = given?.files.filter(({ siret }) => role === "lead" && others.some((one) => one.siret === siret)) ?? [];
  if (given === null || files.length === given.files.length) return;
  await (files.length === 0 ? packets.drop(work) : packets.keep({ ...given, files }));
}

async function lookUp({ service }: Context, { siret, work }: Input<"lookUpParty">): Promise<Output<"lookUpParty">> {
  const inquiry = { siret, recipient: null, object: consultationOfWork(work) || "Candidature" };
  const { state, facts, provenance } = await (await service()).ask(inquiry, OPEN_REGISTER);
  if (state === "delivered") return { facts, source: OPEN_REGISTER, provider: provenance.provider, at: provenance.fetchedAt };
  return { problem: state === "notFound" || state === "outOfScope" ? "unknown" : "unreachable" };
}
