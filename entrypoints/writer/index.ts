/** Injected into a frame by the background before it has something written there; the reader's session finds it. */
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { createWriter, type MakeWriter } from "../../src/frame/writer.ts";

/** The isolated world, one per frame; the page's scripts do not see it. */
const world = globalThis as { pliPretWriter?: MakeWriter };

export default defineUnlistedScript(() => {
  world.pliPretWriter ??= createWriter;
});
