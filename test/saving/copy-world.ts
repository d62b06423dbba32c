/** Copies made inside a page. */
import { isVisibleOrLabelled } from "../../src/page/visible.ts";
import { copyOf, type FrameCopy } from "../../src/saving/copy.ts";

interface Parsed extends Document {
  setHTMLUnsafe?: unknown;
}

/** Draws the page, copies it and reads the copy back: each control's selector must find exactly one control in it. */
export function copied(html: string, known: readonly string[]): FrameCopy & { readonly found: readonly boolean[] } {
  (document.body as unknown as { setHTMLUnsafe(html: string): void }).setHTMLUnsafe(html);
  for (const one of document.querySelectorAll("[data-typed]")) (one as HTMLInputElement).value = one.getAttribute("data-typed") ?? "";
  const isShown = (element: Element) =>
    element.matches("input, select, textarea") ? isVisibleOrLabelled(element) : getComputedStyle(element).display !== "none";
  const copy = copyOf(document, { known, isShown });
  const again = (Document as unknown as { parseHTMLUnsafe(html: string): Parsed }).parseHTMLUnsafe(copy.html);
  const found = copy.controls.map(({ is: { selector, shadow } }) => {
    let root: Document | ShadowRoot | null = again;
    for (const host of shadow?.split(" >>> ") ?? []) root = root?.querySelector(host)?.shadowRoot ?? null;
    return root?.querySelectorAll(selector).length === 1;
  });
  return { ...copy, found };
}
