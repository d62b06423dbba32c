/**
 * What runs in each frame of a page: reads it, reports what it holds, and on the background's word fills, undoes and attaches.
 * It decides nothing and asks nothing. Nothing is observed before the page qualifies.
 */
import { hexOf } from "../domain/hex.ts";
import type { ControlReading, PageReading } from "../domain/page-reading.ts";
import type { Handlers, Input } from "../messages/contract.ts";
import type { PageReport } from "../messages/page.ts";
import { type TypedWatch, watchTrusted } from "../page/typed.ts";
import { attachFiles } from "../writing/attach.ts";
import { UndoLog } from "../writing/undo.ts";
import { fillControls } from "../writing/write.ts";
import { createNotes, type Notes } from "./note.ts";
import { createParcels } from "./parcels.ts";

/** A reading with the way to its live elements. */
export interface LiveReading {
  readonly page: PageReading;
  readonly elementOf: (id: string) => Element | null | undefined;
}

export interface FrameDeps {
  readonly document: Document;
  readonly read: () => LiveReading;
  readonly report: (report: Input<"pageRead">) => Promise<void>;
}

export interface FrameSession {
  readonly handlers: Handlers<"content">;
  stop(): void;
}

/** A page that changes is read again once it has been quiet for this long. */
const QUIET_MS = 350;
/** Pages drawn by scripts are looked at once more after this. */
const SECOND_LOOK_MS = 1_500;

/** Reads the frame and starts answering. */
export function startFrame({ document, read, report }: FrameDeps): FrameSession {
  const id = documentName();
  const undo = new UndoLog();
  const parcels = createParcels();
  let reading = read();
  let reported = "";
  let working = false;
  let quiet: ReturnType<typeof setTimeout> | undefined;
  let attention: Attention | null = null;

  function look(): PageReport {
    reading = read();
    return attendAndTell();
  }

  function attendAndTell(): PageReport {
    if (reading.page.detected) attend();
    return tell();
  }

  function attend(): Attention {
    attention ??= attendTo(document, lookLater);
    return attention;
  }

  /** Reports what was read, unless nothing changed. */
  function tell(): PageReport {
    const page = reportOf(reading.page);
    const text = JSON.stringify(page);
    if (text !== reported) void report({ document: id, page });
    reported = text;
    return page;
  }

  function lookLater(): void {
    clearTimeout(quiet);
    if (!working) quiet = setTimeout(look, QUIET_MS);
  }

  /** Work of ours makes the page move: it is read again when done, not during. */
  async function during<T>(work: () => Promise<T>): Promise<T> {
    working = true;
    clearTimeout(quiet);
    try {
      return await work();
    } finally {
      working = false;
    }
  }

  function controlOf(controlId: string): { control: ControlReading; element: Element } | null {
    const control = reading.page.controls.find((one) => one.id === controlId);
    const element = reading.elementOf(controlId);
    return control === undefined || element === null || element === undefined ? null : { control, element };
  }

  const handlers: Handlers<"content"> = {
    read: async () => look(),

    explain: async () => {
      look();
      return reading.page;
    },

    fillPage: async ({ entries }) => {
      const known = entries.flatMap(({ id: controlId, value, note }) => {
        const found = controlOf(controlId);
        return found === null ? [] : [{ ...found, value, note }];
      });
      const { watch, notes } = attend();
      const outcomes = await during(() => fillControls(known, { undo, watch }));
      const page = look();
      for (const { id: controlId, outcome } of outcomes) {
        const note = entries.find((entry) => entry.id === controlId)?.note;
        const element = controlOf(controlId)?.element;
        if (outcome === "filled" && note !== undefined && element !== undefined) notes.set(element, note);
      }
      return { outcomes, page };
    },

    fillField: async ({ field, value, note, reasons }) => {
      look();
      const { watch, notes, pointed } = attend();
      // Brought by this very click, the script saw no menu open: the click gave the control the focus.
      const element = pointed() ?? deepestFocus(document);
      const control = reading.page.controls.find((one) => element !== null && reading.elementOf(one.id) === element);
      if (element === null || control === undefined) {
        if (element !== null) notes.tell(element, reasons["notOurs"] ?? "");
        return { outcome: null, page: tell() };
      }
      const asked = { control: { ...control, target: field }, element, value };
      const [outcome] = await during(() => fillControls([asked], { undo, watch, replaces: true }));
      const page = look();
      const live = controlOf(control.id)?.element ?? element;
      if (outcome?.outcome === "filled") notes.set(live, note);
      notes.tell(live, outcome?.outcome === "left" ? (reasons[outcome.reason ?? "notOurs"] ?? "") : note);
      return { outcome: outcome ?? null, page };
    },

    undoPage: async () => {
      const { watch, notes } = attend();
      const outcomes = await during(() => undo.restore(watch));
      notes.clear();
      return { outcomes: outcomes.map(({ id: controlId, outcome }) => ({ id: controlId, outcome })), page: look() };
    },

    receivePart: async (part) => {
      parcels.receive(part);
      return {};
    },

    attachPage: async ({ id: controlId, files }) => {
      const given = files.map((file) => parcels.open(file));
      const found = controlOf(controlId);
      if (found === null) return { outcome: { id: controlId, target: "document.autre", outcome: "left", reason: "gone" }, page: look() };
      const outcome = await during(() => attachFiles(found.control, found.element, given, "replaceOurs", { undo, watch: attend().watch }));
      return { outcome, page: look() };
    },
  };

  /** Brought back from the browser's memory: the background has forgotten it. */
  function cameBack({ persisted }: PageTransitionEvent): void {
    if (!persisted) return;
    reported = "";
    look();
  }

  document.defaultView?.addEventListener("pageshow", cameBack);
  const secondLook = setTimeout(look, SECOND_LOOK_MS);
  attendAndTell();

  return {
    handlers,
    stop: () => {
      clearTimeout(quiet);
      clearTimeout(secondLook);
      document.defaultView?.removeEventListener("pageshow", cameBack);
      attention?.stop();
    },
  };
}

/** What is listened to in a page that holds a form of ours, and only there. */
interface Attention {
  readonly watch: TypedWatch;
  readonly notes: Notes;
  /** Where the browser's menu was last opened: the menu itself does not say. */
  pointed(): Element | null;
  stop(): void;
}

/** @param onMove called when the page draws something, or the person changes something */
function attendTo(document: Document, onMove: () => void): Attention {
  const watch = watchTrusted(document);
  const notes = createNotes(document);
  const observer = new MutationObserver(onMove);
  observer.observe(document, { childList: true, subtree: true });
  document.addEventListener("change", onMove, { capture: true, passive: true });
  let pointed: WeakRef<Element> | null = null;
  const point = (event: Event) => {
    const target = event.composedPath()[0];
    pointed = target instanceof Element ? new WeakRef(target) : null;
  };
  document.addEventListener("contextmenu", point, { capture: true, passive: true });
  return {
    watch,
    notes,
    pointed: () => pointed?.deref() ?? null,
    stop: () => {
      observer.disconnect();
      document.removeEventListener("change", onMove, { capture: true });
      document.removeEventListener("contextmenu", point, { capture: true });
      notes.stop();
      watch.stop();
    },
  };
}

/** The element that has the focus, be it in open shadow roots. */
function deepestFocus(document: Document): Element | null {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement != null) focused = focused.shadowRoot.activeElement;
  return focused === document.body ? null : focused;
}

/** `randomUUID` is not there on pages served by http. */
function documentName(): string {
  return hexOf(crypto.getRandomValues(new Uint8Array(16)));
}

/** The reading without its reasoning. */
function reportOf({ detected, kind, portal, controls, sirets, consultation }: PageReading): PageReport {
  return { detected, kind, portal, controls: controls.map(({ clues: _, ...control }) => control), sirets, consultation };
}
