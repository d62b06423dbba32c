/** What a frame needs to read its page: the reader's script, and what its evidence says. */
import { isPlainPage } from "../../domain/addresses.ts";
import type { Context, Handles } from "../context.ts";

export function readerHandlers(context: Context): Handles<"needReader" | "judge"> {
  return {
    needReader: async (_, { tabId, frameId, url }) => {
      if (tabId === undefined || frameId === undefined || isPlainPage(url ?? "")) return {};
      // The frame may be gone, or show another site by now.
      await context.inject(tabId, frameId).catch(() => undefined);
      return {};
    },

    judge: (question) => context.judge(question),
  };
}
