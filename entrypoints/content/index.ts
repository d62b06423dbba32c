/**
 * In every frame of the known portals' pages, and where the person asked for it: reads the form, reports it, obeys the background.
 * No schema is loaded here: this script is injected in each page.
 */
import browser from "webextension-polyfill";
import { defineContentScript } from "wxt/utils/define-content-script";
import { type FrameSession, startFrame } from "../../src/frame/session.ts";
import { answer, reportPage } from "../../src/messages/bus-content.ts";
import { readConsultation } from "../../src/portals/consultation.ts";
import { matchPatterns, portalOf } from "../../src/portals/find.ts";
import { PORTALS } from "../../src/portals/portals.ts";
import { readPage } from "../../src/reading/read.ts";

/** The script's own world, one a frame; the page's scripts do not see it. */
const world = globalThis as { pliPretFrame?: FrameSession };

export default defineContentScript({
  matches: matchPatterns(PORTALS),
  allFrames: true,
  /** Frames without an address of their own (about:blank, srcdoc, blob:) that a portal's page made. */
  matchOriginAsFallback: true,
  runAt: "document_idle",
  /** The page's scripts need not be told. */
  noScriptStartedPostMessage: true,

  main() {
    // A sandboxed frame shows what is not the portal's: a mail, a document that a buyer sent.
    if (globalThis.origin === "null") return;
    // Injected again at the person's request: the first session holds what was typed and what can be undone.
    if (world.pliPretFrame !== undefined) return;
    const session = startFrame({ document, read, report });
    const stopAnswering = answer(session.handlers);
    world.pliPretFrame = session;

    function read() {
      if (isOrphan()) stop();
      const portal = portalOf(hostOf(document), document);
      return readPage(document, { portal, consultation: () => readConsultation(document, { portal, url: location.href }) });
    }

    async function report(page: Parameters<typeof reportPage>[0]): Promise<void> {
      if (!isOrphan()) await reportPage(page);
    }

    /** The extension was updated or removed: its new script, if any, is another world's. */
    function stop(): void {
      // The first reading comes before there is anything to stop.
      world.pliPretFrame?.stop();
      stopAnswering();
    }
  },
});

function isOrphan(): boolean {
  return browser.runtime?.id === undefined;
}

/** A frame without an address has its maker's. */
function hostOf({ location, baseURI }: Document): string {
  if (location.hostname !== "" || !URL.canParse(baseURI)) return location.hostname;
  return new URL(baseURI).hostname;
}
