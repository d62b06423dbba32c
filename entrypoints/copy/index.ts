/** Injected into each frame of a page that the person wants to save without its values; answers the copy, and leaves nothing behind. */
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { isSeenSlot, isVisibleOrLabelled } from "../../src/page/visible.ts";
import { copyOf } from "../../src/saving/copy.ts";

/** What is known of the person, put just before into the isolated world of this frame. */
const world = globalThis as { pliPretKnown?: readonly string[] };

export default defineUnlistedScript(() => {
  const known = world.pliPretKnown ?? [];
  delete world.pliPretKnown;
  return globalThis.origin === "null" ? null : copyOf(document, { known, isShown });
});

function isShown(element: Element): boolean {
  if (element instanceof HTMLInputElement && element.type === "file") return isSeenSlot(element);
  if (element.matches("input, select, textarea")) return isVisibleOrLabelled(element);
  return getComputedStyle(element).display !== "none";
}
