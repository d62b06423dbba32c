/**
 * Injected into a frame that holds something to read, or at the person's request: gathers what the page shows, has the background decide what it asks,
 * reports what was read, obeys the background.
 * No schema is loaded here.
 */
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { type FrameSession, startFrame } from "../../src/frame/session.ts";
import type { MakeWriter } from "../../src/frame/writer.ts";
import { answer, askJudgement, isOrphan, reportPage } from "../../src/messages/bus-content.ts";
import { memoryOf } from "../../src/page/memory.ts";
import { consultationSources, consultationSteps } from "../../src/portals/consultation.ts";
import { portalSteps } from "../../src/portals/find.ts";
import { askingOnce } from "../../src/reading/ask.ts";
import { readPage } from "../../src/reading/read.ts";

/** The isolated world, one per frame; the page's scripts do not see it. */
const world = globalThis as { pliPretFrame?: FrameSession; pliPretWriter?: MakeWriter };

export default defineUnlistedScript(() => {
  // A sandboxed frame shows what is not the portal's: a mail, a document that a buyer sent.
  if (globalThis.origin === "null") return;
  // When injected again, the first session stays: it holds what was typed and what can be undone.
  if (world.pliPretFrame !== undefined) return;
  const judge = askingOnce(askJudgement);
  const memory = memoryOf(document);
  const session = startFrame({ document, read, report, writer: () => world.pliPretWriter });
  const stopAnswering = answer(session.handlers);
  world.pliPretFrame = session;

  function* read() {
    if (isOrphan()) stop();
    const url = location.href;
    const portal = yield* memory.of("portal", () => portalSteps(hostOf(document), document), { about: url });
    const known = { portal, url };
    const consultation = () => memory.of("consultation", () => consultationSteps(document, known), consultationSources(known));
    return yield* readPage(document, { portal, judge, memory, consultation });
  }

  async function report(page: Parameters<typeof reportPage>[0]): Promise<void> {
    if (!isOrphan()) await reportPage(page);
  }

  function stop(): void {
    // At the first reading, the session does not exist yet.
    world.pliPretFrame?.stop();
    memory.stop();
    stopAnswering();
  }
});

/** The host of the frame; one without an address has the host of the page that made it. */
function hostOf({ location, baseURI }: Document): string {
  if (location.hostname !== "" || !URL.canParse(baseURI)) return location.hostname;
  return new URL(baseURI).hostname;
}
