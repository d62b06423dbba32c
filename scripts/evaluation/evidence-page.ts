/** Runs in a page: its evidence, and the places of the controls that labels name. */

import type { Evidence } from "../../src/domain/evidence.ts";
import { collect } from "../../src/reading/collect.ts";

interface Wanted {
  readonly selector: string;
  readonly shadow?: string | undefined;
}

export function record(wanted: readonly Wanted[]): { readonly evidence: Evidence; readonly at: number[]; readonly there: boolean[] } {
  const { evidence, found } = collect(document);
  const elements = wanted.map(elementOf);
  return {
    evidence,
    at: elements.map((wantedElement) => found.findIndex(({ element }) => element === wantedElement)),
    there: elements.map((element) => element !== null),
  };
}

function elementOf({ selector, shadow }: Wanted): Element | null {
  let root: Document | ShadowRoot | null = document;
  for (const host of shadow?.split(" >>> ") ?? []) root = root?.querySelector(host)?.shadowRoot ?? null;
  return root?.querySelector(selector) ?? null;
}
