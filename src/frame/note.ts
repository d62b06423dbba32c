/**
 * Shows where a filled value comes from when the person points at its control or focuses it. The note lives in a closed shadow root,
 * which the page's scripts cannot read, and in the top layer: only a popover or dialog that the page opens later could cover it, and the
 * note is hidden first.
 */
import { append, boxOf, clientWidthOf, createIn, listen, removeElement, styleOf, topElementOf, unlisten } from "../page/dom.ts";

/** `!important`: what the page's sheets may not change. */
const HOST = `all: initial !important; position: fixed !important; inset: auto !important; margin: 0 !important; padding: 0 !important;
  border: 0 !important; background: none !important; overflow: visible !important; pointer-events: none !important;`;
const TEXT = `box-sizing: border-box; max-width: 320px; margin: 0; padding: 5px 10px; border-radius: 6px; background: #0d4a58; color: #fff;
  font: 500 12.5px/1.4 system-ui, "Segoe UI", Roboto, "Liberation Sans", sans-serif; box-shadow: 0 2px 8px rgb(0 30 40 / 35%);`;
const GAP = 6;

export interface Notes {
  /** Gives a control its note; `null` takes it away. */
  set(element: Element, text: string | null): void;
  /** Shows a text at once, until the person turns to something else. */
  tell(element: Element, text: string): void;
  clear(): void;
  stop(): void;
}

/** Nothing is added to the page before a first note is shown. */
export function createNotes(document: Document): Notes {
  let texts = new WeakMap<Element, string>();
  let shown: Element | null = null;
  let bubble: ReturnType<typeof makeBubble> | null = null;

  const enter = (event: Event) => {
    const target = event.composedPath()[0];
    const text = target instanceof Element ? texts.get(target) : undefined;
    if (target instanceof Element && text !== undefined) show(target, text);
  };
  const leave = (event: Event) => {
    if (event.composedPath()[0] === shown) hide();
  };
  // An element that the page opens over the note could change what it seems to say.
  const yieldTo = (event: Event) => {
    if (event.composedPath()[0] !== bubble?.host) hide();
  };

  function show(element: Element, text: string): void {
    bubble ??= makeBubble(document);
    const box = boxOf(element);
    bubble.text.textContent = text;
    if (!bubble.host.isConnected) append(topElementOf(document), bubble.host);
    bubble.host.showPopover();
    const { width, height } = bubble.host.getBoundingClientRect();
    const above = box.top - height - GAP;
    const right = clientWidthOf(topElementOf(document)) - width - GAP;
    bubble.place(Math.max(GAP, Math.min(box.left, right)), above < 0 ? box.bottom + GAP : above);
    shown = element;
  }

  function hide(): void {
    if (bubble !== null) removeElement(bubble.host);
    shown = null;
  }

  const listeners = [
    ["pointerover", enter],
    ["focusin", enter],
    ["pointerout", leave],
    ["focusout", leave],
    ["scroll", hide],
    ["beforetoggle", yieldTo],
    ["toggle", yieldTo],
  ] as const;
  for (const [kind, listener] of listeners) listen(document, kind, listener, { capture: true, passive: true });

  return {
    set: (element, text) => void (text === null ? texts.delete(element) : texts.set(element, text)),
    tell: show,
    clear: () => {
      texts = new WeakMap();
      hide();
    },
    stop: () => {
      hide();
      for (const [kind, listener] of listeners) unlisten(document, kind, listener, { capture: true });
    },
  };
}

function makeBubble(document: Document) {
  const host = createIn(document, "div");
  host.popover = "manual";
  const shadow = host.attachShadow({ mode: "closed" });
  const text = createIn(document, "p");
  shadow.append(text);
  const put = sheetsIn(shadow) ?? attributesOf(host, text);
  return { host, text, place: (left: number, top: number) => put(`left: ${left}px !important; top: ${top}px !important;`) };
}

/**
 * In a shadow root's own sheet, `!important` wins over the element's attribute and the page's sheets: the position is set there too.
 * `null` where the browser lets no content script have one (Firefox 140).
 */
function sheetsIn(shadow: ShadowRoot): ((position: string) => void) | null {
  try {
    const [sheet, at] = [new CSSStyleSheet(), new CSSStyleSheet()];
    sheet.replaceSync(`:host { ${HOST} } p { ${TEXT} }`);
    shadow.adoptedStyleSheets = [sheet, at];
    return (position) => at.replaceSync(`:host { ${position} }`);
  } catch {
    return null;
  }
}

/** The page's sheets do not win over it, a script of the page could. */
function attributesOf(host: HTMLElement, text: HTMLElement): (position: string) => void {
  styleOf(host).cssText = HOST;
  styleOf(text).cssText = TEXT;
  return (position) => {
    styleOf(host).cssText = HOST + position;
  };
}
