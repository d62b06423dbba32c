/** CSS selectors that find elements again, each in its document or shadow root. */
import { attributeOf, idOf, localNameOf, matches, nextElementOf, parentElementOf, previousElementOf, queryAll, rootOf } from "./dom.ts";
import { finish, type Steps } from "./slices.ts";

export function selectorOf(element: Element): string {
  return finish(new Selectors().of(element));
}

/** Siblings between two places where the counting may wait. */
const STRIDE = 256;

/** The selectors of one reading, during which the page does not change: siblings are counted once for all children of a parent. */
export class Selectors {
  readonly #places = new WeakMap<Element, number>();

  *of(element: Element): Steps<string> {
    const root = rootOf(element) as Document | ShadowRoot;
    const isUnique = (selector: string) => queryAll(root, selector).length === 1;
    const tag = localNameOf(element);
    if (idOf(element) !== "") {
      const byId = `#${CSS.escape(idOf(element))}`;
      if (isUnique(byId)) return byId;
    }
    const name = attributeOf(element, "name");
    if (name !== null && name !== "") {
      const byName = `${tag}[name=${JSON.stringify(name)}]`;
      if (isUnique(byName)) return byName;
      const value = attributeOf(element, "value");
      if (value !== null && matches(element, "input[type=radio], input[type=checkbox]")) {
        const byValue = `${byName}[value=${JSON.stringify(value)}]`;
        if (isUnique(byValue)) return byValue;
      }
    }
    return yield* this.#pathOf(element, root);
  }

  /** From the nearest ancestor with a unique id, or from the root, child by child. */
  *#pathOf(element: Element, root: Document | ShadowRoot): Steps<string> {
    const steps: string[] = [];
    for (let one: Element | null = element; one !== null && localNameOf(one) !== "html"; one = parentElementOf(one)) {
      if (one !== element && idOf(one) !== "" && queryAll(root, `#${CSS.escape(idOf(one))}`).length === 1) {
        steps.unshift(`#${CSS.escape(idOf(one))}`);
        break;
      }
      const place = yield* this.#placeOf(one);
      const isAlone = place === 1 && !(yield* isFollowed(one));
      // At the top of a shadow root: only there does an element have no parent element.
      const top = parentElementOf(one) === null ? ":not(* > *)" : "";
      steps.unshift(`${localNameOf(one)}${isAlone ? "" : `:nth-of-type(${place})`}${top}`);
    }
    return steps.join(" > ");
  }

  /** The place among its siblings of the same name, from 1. */
  *#placeOf(element: Element): Steps<number> {
    const name = localNameOf(element);
    let place = 1;
    let visited = 0;
    for (let before = previousElementOf(element); before !== null; before = previousElementOf(before)) {
      visited += 1;
      if (visited % STRIDE === 0) yield;
      if (localNameOf(before) !== name) continue;
      const known = this.#places.get(before);
      if (known !== undefined) {
        place += known;
        break;
      }
      place += 1;
    }
    this.#places.set(element, place);
    return place;
  }
}

/** Whether a sibling of the same name comes after. */
function* isFollowed(element: Element): Steps<boolean> {
  const name = localNameOf(element);
  let visited = 0;
  for (let after = nextElementOf(element); after !== null; after = nextElementOf(after)) {
    visited += 1;
    if (visited % STRIDE === 0) yield;
    if (localNameOf(after) === name) return true;
  }
  return false;
}
