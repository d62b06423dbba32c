/** Receives messages to the background. No schema is loaded here: `answer` parses them. */
import browser, { type Runtime } from "webextension-polyfill";
import type { Origin, Reply } from "./contract.ts";

/** Answers every message of the extension. Call it in the worker's first turn, or the message that woke it is lost. */
export function listen(answer: (message: unknown, origin: Origin) => Promise<Reply>): void {
  const ours = browser.runtime.getURL("");
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    if (sender.id !== browser.runtime.id) return undefined;
    const origin: Origin = {
      from: sender.url?.startsWith(ours) === true ? "screen" : "content",
      tabId: sender.tab?.id,
      frameId: sender.frameId,
      url: sender.url,
      incognito: sender.tab?.incognito,
    };
    return answer(message, origin);
  });
}
