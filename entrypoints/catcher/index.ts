/** Brought into the frames of a tab when the person opens the extension over it: looks, and waits in the extension's own world to be told what to take. */
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { catcherIn, type FrameCatcher } from "../../src/catching/page.ts";

const world = globalThis as { pliPretCatcher?: FrameCatcher };

export default defineUnlistedScript(() => {
  if (globalThis.origin === "null") return null;
  world.pliPretCatcher ??= catcherIn(document);
  return world.pliPretCatcher.look();
});
