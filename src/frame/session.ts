/**
 * Runs in each frame of a page: reads it, reports its content, and at the background's request has the writer (writer.ts) fill, undo and
 * attach. It decides nothing and asks nothing. Nothing is observed before the page qualifies.
 */
import { hexOf } from "../domain/bytes.ts";
import type { ControlReading, PageReading } from "../domain/page-reading.ts";
import type { Handlers, Input } from "../messages/contract.ts";
import type { PageReport } from "../messages/page.ts";
import { listen, scrollTo, unlisten, viewOf } from "../page/dom.ts";
import { type LiveReading, Sight } from "../page/sight.ts";
import type { Steps, Watch } from "../page/slices.ts";
import { shownText } from "../page/state.ts";
import { type TypedWatch, watchTrusted } from "../page/typed.ts";
import { createLedger } from "./ledger.ts";
import type { MakeWriter, Writer } from "./writer.ts";

export interface FrameDeps {
  readonly document: Document;
  /** Gives `null` when nobody decided what the page asks: what was read before stays. */
  readonly read: () => Steps<LiveReading | null>;
  readonly report: (report: Input<"pageRead">) => Promise<void>;
  /** Makes the writer, once its script was injected. */
  readonly writer: () => MakeWriter | undefined;
}

export interface FrameSession {
  readonly handlers: Handlers<"content">;
  stop(): void;
}

/** A page that changes is read again once it has not changed for this long. */
const QUIET_MS = 350;
/** A page that never stops changing is read this long after it began to change. */
const RESTLESS_MS = 2_000;
/** Reading a page that keeps changing takes at most one part in this many of the time. */
const SHARE = 10;
/** After this long, a page is read once more, since scripts may draw it late. */
const SECOND_LOOK_MS = 1_500;

/** Events by which a page with several views in one document tells that it changes view. */
const VIEWS = ["hashchange", "popstate"] as const;

/** Reads the frame and starts answering. Long on purpose: small functions over what was read, written and told of one frame. */
export function startFrame({ document, read, report, writer }: FrameDeps): FrameSession {
  const id = documentName();
  const sight = new Sight(id.slice(0, 8), read, () => watchChanges(document));
  const ledger = createLedger();
  const look = inOrder(lookOnce);
  const clock = restlessClock(look);
  let reported = "";
  let attention: Attention | null = null;
  let writing: Writer | null = null;

  /** Most pages are read at once, a large one in pieces. */
  function lookOnce(): PageReport | Promise<PageReport> {
    const seen = sight.look();
    return seen instanceof Promise ? seen.then(attendAndTell) : attendAndTell();
  }

  function attendAndTell(): PageReport {
    if (sight.page.detected) attend();
    return tell();
  }

  function attend(): Attention {
    attention ??= attendTo(document, clock.moved);
    return attention;
  }

  /** Reports what was read, unless nothing changed. */
  function tell(): PageReport {
    const page = reportOf(sight.page, isTyped);
    const text = JSON.stringify(page);
    if (text !== reported) void report({ document: id, page });
    reported = text;
    return page;
  }

  function isTyped(controlId: string): boolean {
    const element = attention === null ? null : sight.elementOf(controlId);
    return element !== null && attention?.watch.isTyped(element) === true;
  }

  /** @throws when the writer's script is not there: the background injects it before it asks for any writing */
  function write(): Writer {
    writing ??= writer()?.({ document, sight, ...attend() }) ?? null;
    if (writing === null) throw new Error("rien n'a été amené pour écrire");
    return writing;
  }

  /** Our own work changes the page: it is read before, and the clock is stopped meanwhile. */
  async function during<T>(work: () => Promise<T>): Promise<T> {
    await look();
    return clock.still(work);
  }

  const handlers: Handlers<"content"> = {
    wake: async () => {
      // A form that was found is already watched: its changes are read without a request.
      if (attention === null) await look();
      return {};
    },

    read: async () => look(),

    explain: async () => {
      await look();
      return sight.page;
    },

    showControl: async ({ id: controlId }) => {
      await look();
      const found = await sight.seek(controlId);
      if (typeof found === "string") return { gone: true };
      scrollTo(found.element);
      if ("focus" in found.element && typeof found.element.focus === "function") found.element.focus({ preventScroll: true });
      return { gone: false };
    },

    tellHeld: async ({ ids }) => ({
      held: ids.flatMap((controlId) => {
        const control = sight.controlOf(controlId);
        const element = sight.elementOf(controlId);
        if (control === null || element === null || !mayBeTold(control)) return [];
        return [{ id: controlId, text: shownText(element).slice(0, MOST_TOLD) }];
      }),
    }),

    fillPage: async ({ operation, entries }) => {
      const { outcomes } = await ledger.keep(operation, () => during(async () => ({ outcomes: await write().fill(entries) })));
      return { outcomes, page: await look() };
    },

    fillField: async (input) => {
      const { outcomes } = await ledger.keep(input.operation, () => during(async () => ({ outcomes: await write().fillPointed(input) })));
      return { outcome: outcomes[0] ?? null, page: await look() };
    },

    undoPage: async ({ operation }) => {
      const { undone } = await ledger.keep(operation, () => during(async () => ({ undone: await write().putBack() })));
      return { outcomes: undone, page: await look() };
    },

    receivePart: async (part) => {
      write().receive(part);
      return {};
    },

    attachPage: async (input) => {
      const { outcomes } = await ledger.keep(input.operation, () => during(async () => ({ outcomes: [await write().attach(input)] })));
      const [outcome] = outcomes;
      if (outcome === undefined) throw new Error("un emplacement sans suite");
      return { outcome, page: await look() };
    },

    account: async ({ operations }) => ({ done: await ledger.account(operations), page: await look() }),
  };

  /** The page comes back from the browser's back-forward cache: the background has forgotten it. */
  function cameBack({ persisted }: PageTransitionEvent): void {
    if (!persisted) return;
    reported = "";
    void look();
  }

  /** Another view of the same document ("#/operateur"): its scripts draw it now, or once its data arrive. */
  function changedView(): void {
    attend();
    void look();
  }

  viewOf(document)?.addEventListener("pageshow", cameBack);
  for (const kind of VIEWS) viewOf(document)?.addEventListener(kind, changedView);
  const secondLook = setTimeout(look, SECOND_LOOK_MS);
  void look();

  return {
    handlers,
    stop: () => {
      clock.stop();
      clearTimeout(secondLook);
      viewOf(document)?.removeEventListener("pageshow", cameBack);
      for (const kind of VIEWS) viewOf(document)?.removeEventListener(kind, changedView);
      attention?.stop();
      writing?.stop();
    },
  };
}

/** Longest text of a control that is told. */
const MOST_TOLD = 1_000;

/** Nothing that the reading leaves alone is told, but what the page does not let be changed. */
function mayBeTold({ leave }: ControlReading): boolean {
  return leave === undefined || leave === "readOnly" || leave === "disabled";
}

/** One reading at a time. All callers during a reading share the next one, which sees the page as it was when they asked. */
function inOrder<Result>(work: () => Result | Promise<Result>): () => Promise<Result> {
  let current: Promise<Result> | null = null;
  let next: Promise<Result> | null = null;

  function begin(): Promise<Result> {
    next = null;
    // Synchronous work ends before anybody can wait for it.
    const result = work();
    const ended = (result instanceof Promise ? result : Promise.resolve(result)).finally(() => {
      if (current === ended) current = null;
    });
    current = result instanceof Promise ? ended : null;
    return ended;
  }

  return () => {
    if (current === null) return begin();
    next ??= current.then(begin, begin);
    return next;
  };
}

/** Whether the page changes while it is read in pieces. */
function watchChanges(document: Document): Watch {
  const observer = new MutationObserver(() => {
    isChanged = true;
  });
  let isChanged = false;
  observer.observe(document, { childList: true, characterData: true, attributeFilter: [...TELLING], subtree: true });
  return {
    changed: () => {
      const changed = observer.takeRecords().length > 0 || isChanged;
      isChanged = false;
      return changed;
    },
    stop: () => observer.disconnect(),
  };
}

/** Decides when a page that changes is read again. */
interface RestlessClock {
  /** To be called when the page changed. */
  moved(): void;
  /** Runs work of ours, whose changes do not count. */
  still<T>(work: () => Promise<T>): Promise<T>;
  stop(): void;
}

function restlessClock(look: () => unknown): RestlessClock {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since: number | null = null;
  let cost = 0;
  let working = 0;

  function stop(): void {
    clearTimeout(timer);
    since = null;
  }

  async function read(): Promise<void> {
    stop();
    const start = performance.now();
    await look();
    cost = performance.now() - start;
  }

  return {
    moved: () => {
      if (working > 0) return;
      const now = performance.now();
      since ??= now;
      const latest = since + Math.max(RESTLESS_MS, cost * SHARE);
      clearTimeout(timer);
      timer = setTimeout(read, Math.max(0, Math.min(Math.max(QUIET_MS, cost), latest - now)));
    },
    still: async (work) => {
      working += 1;
      stop();
      try {
        return await work();
      } finally {
        working -= 1;
      }
    },
    stop,
  };
}

/** What is listened to, only in a page that holds a form of ours. */
interface Attention {
  readonly watch: TypedWatch;
  /** The element where the browser's menu was last opened, since the menu itself does not tell it. */
  pointed(): Element | null;
  stop(): void;
}

/** Attributes that tell what a control asks, or whether it may be written. */
const TELLING = [
  "for",
  "name",
  "type",
  "placeholder",
  "title",
  "aria-label",
  "aria-labelledby",
  "disabled",
  "readonly",
  "accept",
  "hidden",
];

/** @param onMove called when the page or the person changes something */
function attendTo(document: Document, onMove: () => void): Attention {
  const watch = watchTrusted(document);
  const observer = new MutationObserver(onMove);
  observer.observe(document, { childList: true, characterData: true, attributeFilter: [...TELLING], subtree: true });
  listen(document, "change", onMove, { capture: true, passive: true });
  let pointed: WeakRef<Element> | null = null;
  const point = (event: Event) => {
    const target = event.composedPath()[0];
    pointed = target instanceof Element ? new WeakRef(target) : null;
  };
  listen(document, "contextmenu", point, { capture: true, passive: true });
  return {
    watch,
    pointed: () => pointed?.deref() ?? null,
    stop: () => {
      observer.disconnect();
      unlisten(document, "change", onMove, { capture: true });
      unlisten(document, "contextmenu", point, { capture: true });
      watch.stop();
    },
  };
}

/** `randomUUID` does not exist in pages served by http. */
function documentName(): string {
  return hexOf(crypto.getRandomValues(new Uint8Array(16)));
}

/** The reading without its reasons, with the controls that the person changed. */
function reportOf({ why: _, ...page }: PageReading, isTyped: (id: string) => boolean): PageReport {
  const controls = page.controls.map(({ clues: _, ...control }) => (isTyped(control.id) ? { ...control, typed: true } : control));
  return { ...page, controls };
}
