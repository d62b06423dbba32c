/** The background's side of the bus: speaks to frames and parses what they answer. */
import browser from "webextension-polyfill";
import { CONTRACT, type Input, type NameFor, type Output } from "./contract.ts";
import { MessageFault } from "./fault.ts";

/** Wakes every frame of a tab that has a script of ours; settles when the main frame has been read, or has no such script. */
export async function wakeTab(tabId: number): Promise<void> {
  const message = { name: "wake", input: {} } as const;
  const own = browser.tabs.sendMessage(tabId, message, { frameId: 0 });
  const all = browser.tabs.sendMessage(tabId, message);
  void all.catch(() => undefined);
  await own.catch(() => undefined);
}

/**
 * Speaks to one frame. The answer is parsed: a page may have tampered with anything but our code.
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
