/** What the person chose in the options, all of it taken away as one text, and all of it erased. */
import type { Context, Handles } from "../context.ts";
import { allDiligence, eraseDiligence } from "../diligence.ts";
import { forgetReminders } from "../reminders.ts";
import { withPortal } from "../settings.ts";
import { asRead, EMPTY_TAB, TAB_KEYS, TabState } from "../tabs.ts";

type Name = "chooseReminders" | "chooseLanguage" | "choosePortal" | "exportAll" | "eraseAll";

export function settingsHandlers(context: Context): Handles<Name> {
  const { settings, local, session } = context;
  return {
    chooseReminders: async ({ wanted }) => {
      await settings.update((before) => ({ ...before, reminders: wanted }));
      return {};
    },

    chooseLanguage: async ({ language }) => {
      await settings.update((before) => ({ ...before, language }));
      return {};
    },

    choosePortal: async ({ id, wanted }) => {
      await settings.update((before) => withPortal(before, id, wanted));
      return {};
    },

    exportAll: async () => {
      const exportedAt = context.now().toISOString();
      const everything = { exportedAt, settings: await settings.read(), diligence: await allDiligence(local) };
      return { json: `${JSON.stringify(everything, null, 2)}\n` };
    },

    /** The choices first: an open screen reads again at each change, and would have the company's sources asked anew. */
    eraseAll: async () => {
      await settings.clear();
      await context.identity.signOut(false);
      await context.collector.forget();
      await context.prepared.forget();
      await context.shelf.erase();
      await context.coffre.erase();
      await forgetReminders(local);
      await eraseDiligence(local);
      await context.described.clear();
      for (const key of await context.sessionStore.keys(TAB_KEYS)) await session(key, TabState, EMPTY_TAB).update(asRead);
      return {};
    },
  };
}
