/**
 * Runs in every frame of a portal before the reader: it checks whether there is something to read, and asks for the reader. It observes
 * nothing and sets no timer: it checks again when the person or the browser does something visible, and when the background asks.
 */
import type { Handlers } from "../messages/contract.ts";
import { listen, unlisten, viewOf } from "../page/dom.ts";
import { holdsControls, isWorthReading } from "./worth.ts";

export interface LookoutDeps {
  readonly document: Document;
  /** Asks the background for the reader; settles once it was injected, or could not be. */
  readonly ask: () => Promise<void>;
  /** The reader, once it is here. */
  readonly reader: () => Pick<Handlers<"content">, "wake"> | undefined;
  /** True when the extension was updated or removed: nobody answers any more. */
  readonly isOrphan: () => boolean;
}

export interface Lookout {
  readonly handlers: Pick<Handlers<"content">, "wake">;
  stop(): void;
}

/** Events of the page: the person turns to something. Of the window: it was loaded, is shown again, or shows another view of itself. */
const EVENTS = { page: ["focusin", "click"], window: ["load", "pageshow", "hashchange", "popstate"] } as const;

/** Checks the page at once. @param onStop called when there is nothing left to wait for */
export function keepLookout({ document, ask, reader, isOrphan }: LookoutDeps, onStop: () => void): Lookout {
  const view = viewOf(document);
  const maker = makerOf(view);
  let asking: Promise<void> | null = null;

  function bring(): Promise<void> {
    asking ??= ask().finally(() => {
      asking = null;
      if (reader() !== undefined) stop();
    });
    return asking;
  }

  function look(event?: Event): void {
    if (isOrphan() || reader() !== undefined) {
      stop();
      return;
    }
    const target = event?.composedPath()[0];
    if ((target instanceof Element && isWorthReading(target)) || holdsControls(document)) void bring();
  }

  function stop(): void {
    for (const kind of EVENTS.page) unlisten(document, kind, look, { capture: true });
    if (view !== null) for (const kind of EVENTS.window) unlisten(view, kind, look);
    if (maker !== null) unlisten(maker, "load", look);
    onStop();
  }

  for (const kind of EVENTS.page) listen(document, kind, look, { capture: true, passive: true });
  if (view !== null) for (const kind of EVENTS.window) listen(view, kind, look);
  if (maker !== null) listen(maker, "load", look);
  look();

  return {
    handlers: {
      // A person asked: the page is read, whatever it holds.
      wake: async () => {
        if (reader() === undefined) await bring();
        return (await reader()?.wake({}, { from: "background" })) ?? {};
      },
    },
    stop,
  };
}

/** The window whose scripts fill a frame without an address after making it; `null` for any other frame. */
function makerOf(view: Window | null): Window | null {
  if (view === null || view.parent === view || view.location.protocol !== "about:") return null;
  try {
    // Another site's page would throw.
    return view.parent.document === null ? null : view.parent;
  } catch {
    return null;
  }
}
