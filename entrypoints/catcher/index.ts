/** Injected into a tab's frames when the person opens the extension over it: looks, then waits in the isolated world for what to take. */
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { catcherIn, type FrameCatcher } from "../../src/catching/page.ts";

const world = globalThis as { pliPretCatcher?: FrameCatcher };

export default defineUnlistedScript(() => {
  if (globalThis.origin === "null") return null;
  world.pliPretCatcher ??= catcherIn(document);
  return world.pliPretCatcher.look();
});
