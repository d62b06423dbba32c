/** What is known of one tab: the reading of each of its frames, and what we did there. */
import { z } from "zod";
import { Scalar } from "../domain/answer.ts";
import { type Consultation, consultationOfFrames } from "../domain/consultation.ts";
import { Origin } from "../domain/dossier.ts";
import { refOf } from "../domain/page-reading.ts";
import { isSiret } from "../domain/siret.ts";
import { AttachOutcome } from "../messages/contract.ts";
import { FillOutcomeSchema, FrameReport, type PageReport } from "../messages/page.ts";
import { Intent } from "./intents.ts";
import type { Inquiry } from "./service.ts";

const Frame = FrameReport.extend({ url: z.string() });

export const TabState = z.object({
  /** By frame number; 0 is the page itself. */
  frames: z.record(z.string(), Frame),
  /** By `refOf`: what was written, and where it came from. */
  filled: z.record(z.string(), z.object({ outcome: FillOutcomeSchema, value: Scalar, origin: Origin })),
  attached: z.record(z.string(), AttachOutcome),
  undoable: z.boolean(),
  /** What was about to be done in its frames, by operation, until its outcome is known. */
  intents: z.record(z.string(), Intent).default({}),
  /** The person asked for this page, even though its portal may be turned off. */
  asked: z.boolean().default(false),
});
export type TabState = z.infer<typeof TabState>;

export const EMPTY_TAB: TabState = { frames: {}, filled: {}, attached: {}, undoable: false, intents: {}, asked: false };

/** The tab as its page says it, without what was done there. */
export function asRead({ frames }: TabState): TabState {
  return { ...EMPTY_TAB, frames };
}

export interface FrameReading {
  readonly frameId: number;
  readonly page: PageReport;
}

/** Takes in what a frame reports. A new document forgets what was done in the old one. */
export function withFrame(tab: TabState, frameId: number, url: string, report: z.infer<typeof FrameReport>): TabState {
  const known = tab.frames[frameId];
  const others = known === undefined || known.document === report.document ? tab : withoutFrame(tab, frameId);
  return { ...others, frames: { ...others.frames, [frameId]: { ...report, url } } };
}

/** The document that each of these frames showed. */
export type Documents = Readonly<Record<string, string>>;

export function documentsIn({ frames }: TabState): Documents {
  return Object.fromEntries(Object.entries(frames).map(([id, { document }]) => [id, document]));
}

/** True when that frame reports another document than the one that is known there. */
export function isNewDocument({ frames }: TabState, frameId: number, document: string): boolean {
  const known = frames[frameId];
  return known !== undefined && known.document !== document;
}

/** Forgets documents that are gone, with what was done there. A frame that shows another document by now stays. */
export function withoutDocuments(tab: TabState, gone: Documents): TabState {
  const frames = Object.entries(gone).filter(([id, document]) => tab.frames[id]?.document === document);
  return frames.reduce((left, [id]) => withoutFrame(left, Number(id)), tab);
}

function withoutFrame(tab: TabState, frameId: number): TabState {
  const elsewhere = <T>(record: Record<string, T>) =>
    Object.fromEntries(Object.entries(record).filter(([ref]) => !ref.startsWith(refOf({ frameId, id: "" }))));
  const filled = elsewhere(tab.filled);
  return {
    frames: Object.fromEntries(Object.entries(tab.frames).filter(([id]) => Number(id) !== frameId)),
    filled,
    attached: elsewhere(tab.attached),
    intents: Object.fromEntries(Object.entries(tab.intents).filter(([, intent]) => intent.frameId !== frameId)),
    undoable: tab.undoable && Object.keys(filled).length > 0,
    asked: tab.asked && frameId !== 0,
  };
}

/** Replaces a frame's reading after work of ours, within the same document. */
export function withReading(tab: TabState, frameId: number, page: PageReport): TabState {
  const frame = tab.frames[frameId];
  return frame === undefined ? tab : { ...tab, frames: { ...tab.frames, [frameId]: { ...frame, page } } };
}

/** The frames that hold a form of ours, the page itself first. */
export function detectedFrames(tab: TabState): FrameReading[] {
  return framesOf(tab).filter(({ page }) => page.detected);
}

/** The frames where something of ours may be undone: also one that holds no form, where the person filled a field by hand of the menu. */
export function touchedFrames(tab: TabState): FrameReading[] {
  const isTouched = (frameId: number) =>
    [...Object.keys(tab.filled), ...Object.keys(tab.attached)].some((ref) => ref.startsWith(`${frameId}#`));
  return framesOf(tab).filter(({ frameId, page }) => page.detected || isTouched(frameId));
}

export function framesOf(tab: TabState): FrameReading[] {
  return Object.entries(tab.frames)
    .map(([id, frame]) => ({ frameId: Number(id), page: frame.page }))
    .sort((a, b) => a.frameId - b.frameId);
}

/** The consultation, each part from the first frame that tells it. */
export function consultationOf(tab: TabState): Consultation | null {
  return consultationOfFrames(framesOf(tab).flatMap(({ page }) => page.consultation ?? []));
}

/** SIRETs that the page itself says to be the bidder's: one that it does not tell whose may be the buyer's. */
export function bidderSirets(tab: TabState): string[] {
  const found = framesOf(tab).flatMap(({ page }) => page.sirets.filter(({ party }) => party === "candidat").map(({ siret }) => siret));
  const buyer = consultationOf(tab)?.acheteurSiret;
  return [...new Set(found)].filter((siret) => isSiret(siret) && siret !== buyer);
}

/** Names what the tab shows now. */
export function documentOf(tab: TabState): string {
  return detectedFrames(tab)
    .map(({ frameId }) => tab.frames[frameId]?.document ?? "")
    .join(" ");
}

const MAX_OBJECT = 200;
const DEFAULT_OBJECT = "Candidature à un marché public";

/** The purpose that calls about this company give, made from what the page says of its consultation. */
export function inquiryOf(siret: string, consultation: Consultation | null): Inquiry {
  const told = consultation?.reference ?? consultation?.objet ?? "";
  const object = told
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim()
    .slice(0, MAX_OBJECT);
  const buyer = consultation?.acheteurSiret;
  return { siret, recipient: buyer !== undefined && isSiret(buyer) ? buyer : null, object: object === "" ? DEFAULT_OBJECT : object };
}

/** The key under which corrections are remembered: the portal's id, or the host of an unknown site. */
export function portalOf(tab: TabState): string {
  const portal = detectedFrames(tab).find(({ page }) => page.portal !== null)?.page.portal;
  return portal ?? hostOf(tab);
}

/** "www.example.fr", of the page itself when it was read. */
export function hostOf(tab: TabState): string {
  const url = (tab.frames[0] ?? Object.values(tab.frames)[0])?.url ?? "";
  return URL.canParse(url) ? new URL(url).host : "";
}
