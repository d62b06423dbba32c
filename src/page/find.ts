/** The live element of a control: the one that was read, or the one that the page put in its place since. */
import type { ControlReading } from "../domain/page-reading.ts";

/** `null` when the page no longer holds it, or holds something else there. */
export function liveElement(control: ControlReading, element: Element): Element | null {
  if (element.isConnected) return element;
  let root: Document | ShadowRoot | null = element.ownerDocument;
  for (const host of control.shadow === undefined ? [] : control.shadow.split(" >>> ")) {
    root = root === null ? null : (queried(root, host)?.shadowRoot ?? null);
  }
  const found = root === null ? null : queried(root, control.selector);
  return found !== null && found.tagName === element.tagName && found.getAttribute("type") === element.getAttribute("type") ? found : null;
}

function queried(root: Document | ShadowRoot, selector: string): Element | null {
  try {
    return root.querySelector(selector);
  } catch {
    return null;
  }
}
