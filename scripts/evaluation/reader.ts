/**
 * Reads pages with the extension itself, in Chromium: a copy of the built extension whose manifest also covers this machine, so that its
 * content script runs there and tells the portal by the page's own signs. No other network is reachable.
 */
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Frame, type Page, type Worker } from "@playwright/test";
import { type Consultation, consultationOfFrames } from "../../src/domain/consultation.ts";
import type { Clue, PageReading, Tier } from "../../src/domain/page-reading.ts";
import { chromiumPath } from "../machine.ts";
import { wouldBeFilled } from "./count.ts";
import { inventory } from "./inventory.ts";
import type { Label, LabelledPage } from "./labels.ts";
import { openDrawn, serve } from "./site.ts";

/** What would be filled or attached in one control. */
export interface Prediction {
  readonly label: Label;
  /** A field, a piece, or `none`. */
  readonly predicted: string;
  /** Tier of a field or piece: written by one click, or only once the person accepts it. */
  readonly tier?: Tier | undefined;
  /** False when the label's selector names no element of the page. */
  readonly isThere: boolean;
  /** Why it is left alone although it was recognised. */
  readonly leave?: string | undefined;
  readonly clues: readonly Clue[];
}

export interface ReadPage {
  readonly slug: string;
  readonly detected: boolean;
  readonly why: readonly string[];
  /** `null` when the page tells none. */
  readonly consultation: Consultation | null;
  readonly predictions: readonly Prediction[];
}

const LOCAL = ["http://127.0.0.1/*", "http://localhost/*"];
const AT_ONCE = 2;

/** @param extension folder of the built extension */
export async function readPages(directory: string, pages: readonly LabelledPage[], extension: string): Promise<ReadPage[]> {
  const folder = await mkdtemp(join(tmpdir(), "pli-pret-evaluation-"));
  const site = await serve(join(directory, "pages"));
  let context: BrowserContext | null = null;
  try {
    const copy = join(folder, "extension");
    await cp(extension, copy, { recursive: true });
    await widen(join(copy, "manifest.json"));
    context = await launch(copy, join(folder, "profile"));
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
    const queue = [...pages];
    const read = new Map<string, ReadPage>();
    const opened = context;
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        const page = await opened.newPage();
        page.setDefaultTimeout(60_000);
        page.on("dialog", (dialog) => void dialog.dismiss().catch(() => undefined));
        for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
          read.set(next.slug, await readOne(page, worker, site.url, next));
        }
      }),
    );
    return pages.flatMap(({ slug }) => read.get(slug) ?? []);
  } finally {
    await context?.close();
    await site.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function widen(file: string): Promise<void> {
  const manifest = JSON.parse(await readFile(file, "utf8"));
  for (const script of manifest.content_scripts) script.matches.push(...LOCAL);
  manifest.host_permissions = [...(manifest.host_permissions ?? []), ...LOCAL];
  await writeFile(file, JSON.stringify(manifest));
}

async function launch(extension: string, profile: string): Promise<BrowserContext> {
  const executablePath = chromiumPath();
  if (executablePath === null) throw new Error("Chromium est introuvable : installez-le, ou nommez-le par PLI_PRET_CHROMIUM.");
  return chromium.launchPersistentContext(profile, {
    executablePath,
    locale: "fr-FR",
    viewport: { width: 1280, height: 1024 },
    ignoreDefaultArgs: ["--disable-extensions", "--headless"],
    args: [
      "--no-sandbox",
      "--headless=new",
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
    ],
  });
}

async function readOne(page: Page, worker: Worker, url: string, { slug, labels }: LabelledPage): Promise<ReadPage> {
  await openDrawn(page, url, slug);
  const frames = await explained(worker, page);
  const listed = labels?.controls ?? [];
  const predictions: { order: number; prediction: Prediction }[] = [];
  const claimed = new Set<Label>();
  for (const { frame, reading } of frames) {
    const path = await pathOf(frame);
    const own: Label[] = [];
    for (const label of listed) if (await isIn(label, frame)) own.push(label);
    for (const label of own) claimed.add(label);
    for (const prediction of await predictionsOf(frame, reading, own, path, everyControl(listed)))
      predictions.push({ order: own.includes(prediction.label) ? listed.indexOf(prediction.label) : listed.length, prediction });
  }
  for (const label of listed)
    if (!claimed.has(label))
      predictions.push({ order: listed.indexOf(label), prediction: { label, predicted: "none", isThere: false, clues: [] } });
  return {
    slug,
    detected: frames.some(({ reading }) => reading.detected),
    why: frames.flatMap(({ reading }) => reading.why),
    consultation: consultationOfFrames(frames.flatMap(({ reading }) => reading.consultation ?? [])),
    predictions: predictions.sort((a, b) => a.order - b.order).map(({ prediction }) => prediction),
  };
}

/** True when every control of the page is reported: labels that only list selectors ask for those alone. */
function everyControl(listed: readonly Label[]): boolean {
  return listed.length === 0 || listed.some(({ field }) => field !== undefined);
}

interface FrameReading {
  readonly frame: Frame;
  readonly reading: PageReading;
}

/** The reading of every frame, asked of the content script by the extension's own worker. */
async function explained(worker: Worker, page: Page): Promise<FrameReading[]> {
  const readings = await worker.evaluate(readingsOf, page.url());
  const found: FrameReading[] = [];
  for (const frame of page.frames()) {
    const mark = await frame.evaluate((name) => document.documentElement.getAttribute(name), MARK).catch(() => null);
    const reading = readings.find(({ frameId }) => String(frameId) === mark)?.reading;
    if (reading !== undefined) found.push({ frame, reading });
  }
  return found;
}

/** Written on each frame's root once it was read, to tell the browser's frames from the extension's. */
const MARK = "data-pli-pret-cadre";

/** Runs in the extension's worker. */
async function readingsOf(url: string): Promise<{ frameId: number; reading: PageReading }[]> {
  const tabId = (await chrome.tabs.query({})).find((tab) => tab.url === url)?.id;
  if (tabId === undefined) throw new Error(`aucun onglet à ${url}`);
  // A page without a control has no reader yet.
  await chrome.scripting.executeScript({ target: { tabId, allFrames: true }, files: ["/reader.js"] });
  const frames = await chrome.scripting.executeScript({ target: { tabId, allFrames: true }, func: () => location.href });
  const readings: { frameId: number; reading: PageReading }[] = [];
  for (const { frameId } of frames) {
    const reading = (await chrome.tabs
      .sendMessage(tabId, { name: "explain", input: {} }, { frameId })
      .catch(() => null)) as PageReading | null;
    if (reading === null) continue;
    readings.push({ frameId, reading });
    await chrome.scripting.executeScript({
      target: { tabId, frameIds: [frameId] },
      func: (id: number) => document.documentElement.setAttribute("data-pli-pret-cadre", String(id)),
      args: [frameId],
    });
  }
  return readings;
}

/** Selectors of the iframes that hold a frame, outermost first; `null` for the page itself. */
async function pathOf(frame: Frame): Promise<string | null> {
  const parent = frame.parentFrame();
  if (parent === null) return null;
  const owner = await frame.frameElement();
  const selector = await owner.evaluate((element) => {
    const iframe = element as HTMLIFrameElement;
    if (iframe.id !== "") return `#${CSS.escape(iframe.id)}`;
    if (iframe.name !== "") return `iframe[name="${CSS.escape(iframe.name)}"]`;
    const all = [...iframe.ownerDocument.querySelectorAll("iframe")];
    return all.length === 1 ? "iframe" : `iframe[src="${CSS.escape(iframe.getAttribute("src") ?? "")}"]`;
  });
  const above = await pathOf(parent);
  return above === null ? selector : `${above} >>> ${selector}`;
}

/** True when the label's iframes lead to this frame. */
async function isIn({ frame: path }: Label, frame: Frame): Promise<boolean> {
  const steps = path?.split(" >>> ") ?? [];
  let at: Frame | null = frame;
  for (const step of steps.toReversed()) {
    if (at === null || at.parentFrame() === null) return false;
    const owner = await at.frameElement();
    const isNamed = await owner.evaluate((element, selector) => element.ownerDocument?.querySelector(selector) === element, step);
    if (!isNamed) return false;
    at = at.parentFrame();
  }
  return at?.parentFrame() === null;
}

async function predictionsOf(
  frame: Frame,
  reading: PageReading,
  labels: readonly Label[],
  path: string | null,
  isWhole: boolean,
): Promise<Prediction[]> {
  const { controls, positions } = await frame.evaluate(
    inventory,
    [...reading.controls, ...labels].map(({ selector, shadow }) => ({ selector, shadow })),
  );
  const readAt = new Map(reading.controls.map((control, at) => [positions[at], control]));
  const labelledAt = positions.slice(reading.controls.length);
  const predictionAt = (position: number | undefined, label: Label): Prediction => {
    const control = readAt.get(position);
    const isThere = position !== undefined && position !== -1;
    if (control === undefined || !isThere) return { label, predicted: "none", isThere, clues: [] };
    const { target, leave, clues, tier, doubts } = control;
    const isFilled = reading.detected && wouldBeFilled(target, leave);
    const why = doubts.map(({ about, text }): Clue => ({ from: `doubt:${about}`, text, weight: 0 }));
    return { label, predicted: isFilled ? target : "none", ...(isFilled ? { tier } : {}), isThere, leave, clues: [...clues, ...why] };
  };
  const told = labels.map((label, at) => predictionAt(labelledAt[at], label));
  const known = new Set(labelledAt);
  // A place that takes dropped files is no control, but pieces are attached there.
  const zones = reading.controls.flatMap((control, at) =>
    control.type === "dropZone" ? [{ place: control, position: positions[at] ?? -1 }] : [],
  );
  const places = [...controls.map(({ selector, shadow }, position) => ({ place: { selector, shadow }, position })), ...zones];
  const others = places.filter(({ position }) => isWhole && !known.has(position));
  return [
    ...told,
    ...others.map(({ place: { selector, shadow }, position }) =>
      predictionAt(position, { selector, ...(shadow == null ? {} : { shadow }), ...(path === null ? {} : { frame: path }) }),
    ),
  ];
}
