/** Reads a page: what each control asks, whose it is, and whether the page is a form of ours. */
import type { Consultation } from "../domain/consultation.ts";
import type { Portal } from "../portals/portal.ts";
import type { PageReading } from "./reading.ts";

export interface ReadOptions {
  /** The portal whose exceptions apply; `null` on an unknown site. */
  readonly portal: Portal | null;
  readonly consultation: () => Consultation | null;
}

/** Reads one document, with its open shadow roots; frames are read by their own scripts. */
export function readPage(
  _document: Document,
  { portal, consultation }: ReadOptions,
): { readonly page: PageReading; readonly elementOf: (id: string) => Element | null } {
  const page: PageReading = {
    detected: false,
    kind: null,
    portal: portal?.id ?? null,
    why: [],
    controls: [],
    sirets: [],
    consultation: consultation(),
  };
  return { page, elementOf: () => null };
}
