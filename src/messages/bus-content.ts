/** The content script's side of the bus. No schema here: it would be injected in every page; the background parses both ways. */
import browser, { type Runtime } from "webextension-polyfill";
import type { Handlers, Input, NameFor } from "./contract.ts";

type AnyHandler = (input: unknown, origin: { readonly from: "background" }) => Promise<unknown>;

/** Tells the background what the frame holds. A background that is gone (extension updated) is no fault of the page. */
export async function reportPage(page: Input<"pageRead">): Promise<void> {
  await browser.runtime.sendMessage({ name: "pageRead", input: page }).catch(() => undefined);
}

/** Answers the background's messages, and nobody else's. Returns the way to stop. */
export function answer(handlers: Handlers<"content">): () => void {
  const listener = (message: unknown, sender: Runtime.MessageSender) => {
    if (sender.id !== browser.runtime.id || typeof message !== "object" || message === null || !("name" in message)) return undefined;
    const name = String(message.name);
    if (!Object.hasOwn(handlers, name)) return undefined;
    const handler = handlers[name as NameFor<"content">] as AnyHandler;
    return handler("input" in message ? message.input : {}, { from: "background" });
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}
