/** Finds controls by the selectors that the tests name them by, in the page as it stands. */
import type { ControlReading } from "../../src/domain/page-reading.ts";
import type { Finder } from "../../src/page/sight.ts";

export interface Selected extends Finder {
  /** The control may be found from now on; its id is its selector. */
  add(control: ControlReading): void;
}

export function finderBySelector(): Selected {
  const known = new Map<string, ControlReading>();
  const find = (id: string) => {
    const control = known.get(id);
    let root: Document | ShadowRoot | null = document;
    for (const host of control?.shadow?.split(" >>> ") ?? []) root = root?.querySelector(host)?.shadowRoot ?? null;
    const element = control === undefined ? null : (root?.querySelector(control.selector) ?? null);
    return control === undefined || element === null ? "gone" : { control, element };
  };
  return { add: (control) => void known.set(control.id, control), find, seek: async (id) => find(id) };
}

/** The type that a reading would give. */
export function typeOf(element: Element): ControlReading["type"] {
  if (element instanceof HTMLSelectElement) return "select";
  if (element instanceof HTMLTextAreaElement) return "textarea";
  const { type } = element as HTMLInputElement;
  return type === "radio" || type === "checkbox" || type === "file" ? type : "text";
}
