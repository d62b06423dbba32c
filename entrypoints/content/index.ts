/**
 * In every frame of the known portals' pages: looks whether there is something to read, and asks the background for the reader.
 * It must stay small: no schema, no shim of the browser's interface, no word of the reading (`test/entrypoints/weight.test.ts`).
 */
import { defineContentScript } from "wxt/utils/define-content-script";
import { keepLookout, type Lookout } from "../../src/frame/lookout.ts";
import type { FrameSession } from "../../src/frame/session.ts";
import { answer, askForReader, isOrphan } from "../../src/messages/bus-content.ts";
import { matchPatterns } from "../../src/portals/find.ts";
import { PORTALS } from "../../src/portals/portals.ts";

/** The isolated world, one per frame; the page's scripts do not see it. */
const world = globalThis as { pliPretFrame?: FrameSession; pliPretLookout?: Lookout };

export default defineContentScript({
  matches: matchPatterns(PORTALS),
  allFrames: true,
  /** Frames without an address of their own (about:blank, srcdoc, blob:) that a portal's page made. */
  matchOriginAsFallback: true,
  runAt: "document_idle",
  /** The page's scripts need not know that it started. */
  noScriptStartedPostMessage: true,

  main() {
    // A sandboxed frame shows what is not the portal's: a mail, a document that a buyer sent.
    if (globalThis.origin === "null" || world.pliPretFrame !== undefined || world.pliPretLookout !== undefined) return;
    let stopAnswering = () => {};
    const lookout = keepLookout({ document, ask: askForReader, reader: () => world.pliPretFrame?.handlers, isOrphan }, () =>
      stopAnswering(),
    );
    stopAnswering = answer(lookout.handlers);
    world.pliPretLookout = lookout;
  },
});
