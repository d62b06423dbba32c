/** Runs in a page: its evidence, and the places of the controls that labels name. */

import type { Evidence } from "../../src/domain/evidence.ts";
import { collect } from "../../src/reading/collect.ts";

interface Wanted {
  readonly selector: string;
  readonly shadow?: string | undefined;
}

export function record(wanted: readonly Wanted[]): { readonly evidence: Evidence; readonly at: number[] } {
  const { evidence, found } = collect(document);
  return { evidence, at: wanted.map((one) => found.findIndex(({ element }) => element === elementOf(one))) };
}

function elementOf({ selector, shadow }: Wanted): Element | null {
  let root: Document | ShadowRoot | null = document;
  for (const host of shadow?.split(" >>> ") ?? []) root = root?.querySelector(host)?.shadowRoot ?? null;
  return root?.querySelector(selector) ?? null;
}
