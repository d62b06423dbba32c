/** What stands around the controls of one reading, during which the page does not change. */
import { matches, parentElementOf } from "../page/dom.ts";

/** For selectors that cost a browser much: each is tried once on each element, however many controls stand in it. */
export class Around {
  readonly #known = new Map<string, Map<Element, Element | null>>();

  /** As `closest` does: the element itself, or the nearest one around it that matches. */
  nearest(element: Element, selector: string): Element | null {
    const known = this.#known.get(selector) ?? new Map<Element, Element | null>();
    this.#known.set(selector, known);
    const passed: Element[] = [];
    let found: Element | null = null;
    for (let one: Element | null = element; one !== null; one = parentElementOf(one)) {
      const before = known.get(one);
      if (before === undefined) passed.push(one);
      found = before === undefined && matches(one, selector) ? one : (before ?? null);
      if (before !== undefined || found !== null) break;
    }
    for (const one of passed) known.set(one, found);
    return found;
  }
}
