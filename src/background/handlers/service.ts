/** Who answers: the service chosen, what it is asked, the session that the person has there. */
import type { Context, Handles } from "../context.ts";
import { lookAt } from "../enter.ts";

type Name = "show" | "retry" | "chooseService" | "measureUpload" | "signIn" | "signOut";

export function serviceHandlers(context: Context): Handles<Name> {
  const { settings, collector, service, identity, described, inquiryFor, readAbout } = context;

  async function describe(): Promise<null> {
    const answer = await (await service()).describe();
    const next = "trouble" in answer ? { service: null, trouble: answer.trouble } : { service: answer, trouble: null };
    await described.update(() => next);
    return null;
  }

  return {
    show: async ({ tabId, opening }) => {
      const kept = settings.read();
      const apart = context.readApart(kept);
      if (tabId !== null && opening === true) await lookAt(context, tabId);
      const about = await readAbout(tabId, kept);
      const collection = about.inquiry === null ? describe() : collector.open(about.inquiry);
      // What the service says of itself is kept, and read again below.
      if (about.inquiry === null) await collection;
      return context.situation(tabId, { apart, about, collection });
    },

    retry: async ({ tabId, sourceId }) => {
      const inquiry = await inquiryFor(tabId);
      if (inquiry === null) await describe();
      else await collector.retry(inquiry, sourceId);
      return {};
    },

    chooseService: async (choice) => {
      await settings.update((before) => ({ ...before, service: choice }));
      await collector.forget();
      await described.clear();
      return {};
    },

    measureUpload: async () => (await service()).measureUpload(),

    signIn: async ({ tabId }) => {
      const { service: chosen } = await settings.read();
      if (chosen.kind !== "proxy") return { outcome: "failed" };
      const outcome = await identity.signIn(chosen.url);
      const inquiry = await inquiryFor(tabId);
      if (outcome === "signedIn" && inquiry !== null) await collector.retry(inquiry, null);
      return { outcome };
    },

    /** What was seen with the session is forgotten with it. */
    signOut: async ({ everywhere }) => {
      await identity.signOut(everywhere);
      await collector.forget();
      await context.prepared.forget();
      await context.forms.forget();
      await context.packets.forget();
      await context.shelf.erase();
      return {};
    },
  };
}
