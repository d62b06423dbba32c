/** What writes in pages comes to a frame before something is to be written there, and to no other. */
import type { NameFor } from "../messages/contract.ts";
import type { SendToFrame } from "./context.ts";

const WRITES: ReadonlySet<NameFor<"content">> = new Set<NameFor<"content">>([
  "fillPage",
  "fillField",
  "undoPage",
  "attachPage",
  "receivePart",
]);

/** @param bring brings the script that writes into the frame; bringing it again changes nothing */
export function withWriter(send: SendToFrame, bring: (tabId: number, frameId: number) => Promise<void>): SendToFrame {
  return async (tabId, frameId, name, input) => {
    if (WRITES.has(name)) await bring(tabId, frameId);
    return send(tabId, frameId, name, input);
  };
}
