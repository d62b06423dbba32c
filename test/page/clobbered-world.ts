/** A frame session inside a page, as the content script starts it: the real reading, and what is said of it. */
import { type FrameSession, startFrame } from "../../src/frame/session.ts";
import { createWriter } from "../../src/frame/writer.ts";
import type { PageReport } from "../../src/messages/page.ts";
import type { LiveReading } from "../../src/page/sight.ts";
import type { Steps } from "../../src/page/slices.ts";
import { consultationSteps } from "../../src/portals/consultation.ts";
import { portalSteps } from "../../src/portals/find.ts";
import { readHere } from "../reading/read-here.ts";
import { visitsOf } from "./visits.ts";

let session: FrameSession | null = null;

export function start(): void {
  session = startFrame({ document, read: begin, report: async () => {}, writer: () => createWriter });
}

function* begin(): Steps<LiveReading> {
  const portal = yield* portalSteps(location.hostname, document);
  return yield* readHere(document, { portal, consultation: () => consultationSteps(document, { portal, url: "https://portail.test/" }) });
}

/** Reads the page once, and counts what the reading asked of it. */
export function count() {
  const {
    result: { page },
    ...visits
  } = visitsOf(begin);
  return { ...visits, detected: page.detected, unread: page.unread, targets: page.controls.map(({ target }) => target) };
}

function handlers(): FrameSession["handlers"] {
  if (session === null) throw new Error("pas commencé");
  return session.handlers;
}

const origin = { from: "background" } as const;

export const read = (): Promise<PageReport> => handlers().read({}, origin);

/** Fills every text control that asks something with "1". @returns how many were filled */
export async function fillAll(): Promise<number> {
  const { controls } = await read();
  const entries = controls.flatMap(({ id, target, type, leave }) =>
    target !== null && type === "text" && leave === undefined ? [{ id, target, value: "1", note: "d'où elle vient" }] : [],
  );
  const { outcomes } = await handlers().fillPage({ operation: "o1", entries, reasons: {} } as never, origin);
  return outcomes.filter(({ outcome }) => outcome === "filled").length;
}

export async function undo(): Promise<number> {
  const { outcomes } = await handlers().undoPage({ operation: "o2" }, origin);
  return outcomes.filter(({ outcome }) => outcome === "restored").length;
}
