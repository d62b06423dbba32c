/**
 * Counts what a piece of work asks of the page: unlike milliseconds, the count is the same on any machine. Runs in the page, in the
 * world of the scripts that it counts.
 */
import type { Steps } from "../../src/page/slices.ts";

export interface Visits {
  /** Calls of the browser, each a visit of one node: in all, and the most between two places where the work may wait. */
  readonly calls: number;
  readonly mostCalls: number;
  /** Nodes that the browser itself goes through to answer them, at most: between two such places. */
  readonly mostWalked: number;
}

/** Does the work and counts. @param begin begins it; the page does not change meanwhile */
export function visitsOf<Result>(begin: () => Steps<Result>): Visits & { readonly result: Result } {
  const sizes = sizesIn(document);
  let [calls, walked] = [0, 0];
  const counted = { calls: 0, mostCalls: 0, mostWalked: 0 };
  const restore = countCalls((asked, answer) => {
    calls += 1;
    walked += asked + answer;
  }, sizes);
  try {
    for (const steps = begin(); ; ) {
      [calls, walked] = [0, 0];
      const { done, value } = steps.next();
      counted.calls += calls;
      counted.mostCalls = Math.max(counted.mostCalls, calls);
      counted.mostWalked = Math.max(counted.mostWalked, walked);
      if (done === true) return { ...counted, result: value };
    }
  } finally {
    restore();
  }
}

/** The number of nodes in each node, itself included. */
function sizesIn(root: Node): ReadonlyMap<unknown, number> {
  const sizes = new Map<Node, number>();
  const walker = document.createTreeWalker(root);
  const inOrder: Node[] = [root];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) inOrder.push(node);
  for (const node of inOrder.reverse()) {
    sizes.set(node, (sizes.get(node) ?? 0) + 1);
    if (node.parentNode !== null) sizes.set(node.parentNode, (sizes.get(node.parentNode) ?? 0) + (sizes.get(node) ?? 1));
  }
  return sizes;
}

const COUNTED = [Node, CharacterData, Element, HTMLElement, Document, DocumentFragment, ShadowRoot, TreeWalker, HTMLInputElement].map(
  ({ prototype }) => prototype as object,
);
/** Properties and methods that go through everything in a node. */
const WALKS = new Set(["querySelector", "querySelectorAll", "textContent", "cloneNode", "innerText", "innerHTML"]);

type Told = (asked: number, answer: number) => void;

/** Has each call told, with the nodes under what is asked where the browser goes through them, and those of a list that is gone through. */
function countCalls(tell: Told, sizes: ReadonlyMap<unknown, number>): () => void {
  const undone: (() => void)[] = [];
  const define = (home: object, name: PropertyKey, former: PropertyDescriptor, now: PropertyDescriptor) => {
    Object.defineProperty(home, name, { ...former, ...now });
    undone.push(() => Object.defineProperty(home, name, former));
  };
  for (const home of COUNTED) {
    for (const [name, former] of Object.entries(Object.getOwnPropertyDescriptors(home))) {
      const { get, value } = former;
      const costOf = (node: unknown) => (WALKS.has(name) ? (sizes.get(node) ?? 1) : 0);
      if (get !== undefined)
        define(home, name, former, {
          get(this: unknown) {
            tell(costOf(this), 0);
            return get.call(this);
          },
        });
      else if (typeof value === "function" && name !== "constructor")
        define(home, name, former, {
          value(this: unknown, ...args: unknown[]) {
            tell(costOf(this), 0);
            return value.apply(this, args);
          },
        });
    }
  }
  for (const { prototype } of [NodeList, HTMLCollection]) {
    const former = Object.getOwnPropertyDescriptor(prototype, Symbol.iterator);
    if (former === undefined) continue;
    define(prototype, Symbol.iterator, former, {
      value(this: ArrayLike<unknown>) {
        tell(0, this.length);
        return former.value.call(this);
      },
    });
  }
  return () => {
    for (const undo of undone) undo();
  };
}
