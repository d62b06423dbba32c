/** The reader inside a page: what it reads, as plain data. */

import { readPage } from "../../src/forms/read.ts";
import type { PageReading } from "../../src/forms/reading.ts";

/** Reads the page; for each element that a selector names, the id under which it was read. */
export function read(selectors: readonly { readonly selector: string; readonly shadow?: string | undefined }[]): {
  page: PageReading;
  ids: (string | null)[];
} {
  const { page, elementOf } = readPage(document, { portal: null, consultation: () => null });
  const idOf = new Map(page.controls.map(({ id }) => [elementOf(id), id]));
  const ids = selectors.map(({ selector, shadow }) => {
    const root = shadow === undefined ? document : document.querySelector(shadow)?.shadowRoot;
    return idOf.get(root?.querySelector(selector) ?? null) ?? null;
  });
  return { page, ids };
}
