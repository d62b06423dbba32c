/** The background's side of the bus: listens to screens and content scripts, speaks to frames and parses what they answer. */
import browser, { type Runtime } from "webextension-polyfill";
import { CONTRACT, type Handlers, type Input, type MessageName, type NameFor, type Origin, type Output } from "./contract.ts";
import { dispatch, isEnvelope } from "./dispatch.ts";
import { MessageFault } from "./fault.ts";

/** Answers every message meant for the background. To be called in the worker's first turn, or its waking message is lost. */
export function listen(handlers: Handlers<"background">, onFault?: (name: MessageName, error: unknown) => void): void {
  const ours = browser.runtime.getURL("");
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    if (sender.id !== browser.runtime.id || !isEnvelope(message) || CONTRACT[message.name].to !== "background") return undefined;
    const origin: Origin = {
      from: sender.url?.startsWith(ours) === true ? "screen" : "content",
      tabId: sender.tab?.id,
      frameId: sender.frameId,
      url: sender.url,
      incognito: sender.tab?.incognito,
    };
    return dispatch(handlers, message, origin, onFault);
  });
}

/** Wakes every frame of a tab that holds a script of ours; settles when the page itself has been read, or has no such script. */
export async function wakeTab(tabId: number): Promise<void> {
  const message = { name: "wake", input: {} } as const;
  const own = browser.tabs.sendMessage(tabId, message, { frameId: 0 });
  const all = browser.tabs.sendMessage(tabId, message);
  void all.catch(() => undefined);
  await own.catch(() => undefined);
}

/**
 * Speaks to one frame. What comes back is parsed: a page may have tampered with anything but our code.
 * @throws {MessageFault} when the frame is gone or answers something else
 */
export async function sendToFrame<Name extends NameFor<"content">>(
  tabId: number,
  frameId: number,
  name: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  const reply: unknown = await browser.tabs.sendMessage(tabId, { name, input }, { frameId }).catch(() => undefined);
  if (reply === undefined) throw new MessageFault(name, "gone");
  const output = CONTRACT[name].output.safeParse(reply);
  if (!output.success) throw new MessageFault(name, "badOutput");
  return output.data as Output<Name>;
}
