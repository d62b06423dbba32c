/**
 * Reads a node's properties even when a form's fields hide them. `<input name="children">` makes `form.children` that input, in a content
 * script's world too, so properties are read through the prototype. `<img name="body">` does the same to a document. Rooms that read or
 * write a page read nodes in no other way (`test/page/clobbered.test.ts`).
 */

/**
 * Elements nested deeper are not walked: parsers build none so deep from markup, only scripts do, and a recursive walk must end.
 */
export const DEEPEST = 250;

/** Reads a property of a node; `undefined` without a node, as `?.` does. */
interface Reader<N, T> {
  (node: N): T;
  (node: N | null | undefined): T | undefined;
}

/** Reads a property of any node, whatever its fields are called. @param home called each time: prototypes exist only in pages */
function reader<N extends object, T>(home: (node: N) => object, name: string): Reader<N, T> {
  // A page is read a hundred thousand times: the prototype's getter is looked up once.
  let from: object | null = null;
  let answer: () => T = () => undefined as T;
  return ((node: N | null | undefined) => {
    if (node === null || node === undefined) return undefined;
    const prototype = home(node);
    if (prototype !== from) {
      answer = getterOf(prototype, name);
      from = prototype;
    }
    return answer.call(node);
  }) as Reader<N, T>;
}

function getterOf<T>(prototype: object, name: string): () => T {
  for (let one: object | null = prototype; one !== null; one = Object.getPrototypeOf(one)) {
    const get = Object.getOwnPropertyDescriptor(one, name)?.get;
    if (get !== undefined) return get;
  }
  return () => undefined as T;
}

const NODE = () => Node.prototype;
const ELEMENT = () => Element.prototype;
const HTML = () => HTMLElement.prototype;
const FORM = () => HTMLFormElement.prototype;
const DOCUMENT = () => Document.prototype;

/** The prototype of properties that elements, documents and shadow roots each define for themselves. */
function within(node: Node): Document {
  const type = nodeTypeOf(node);
  const home = type === 9 ? Document.prototype : type === 11 ? DocumentFragment.prototype : Element.prototype;
  return home as Node as Document;
}

export const childNodesOf = reader<Node, NodeListOf<ChildNode>>(NODE, "childNodes");
export const parentNodeOf = reader<Node, ParentNode | null>(NODE, "parentNode");
export const parentElementOf = reader<Node, HTMLElement | null>(NODE, "parentElement");
export const firstNodeOf = reader<Node, ChildNode | null>(NODE, "firstChild");
export const previousNodeOf = reader<Node, ChildNode | null>(NODE, "previousSibling");
export const nextNodeOf = reader<Node, ChildNode | null>(NODE, "nextSibling");
export const nodeTypeOf = reader<Node, number>(NODE, "nodeType");
export const nodeValueOf = reader<Node, string | null>(NODE, "nodeValue");
export const isConnected = reader<Node, boolean>(NODE, "isConnected");
/** The address that relative addresses in the page are resolved against. */
export const baseOf = reader<Node, string>(NODE, "baseURI");
/** The document that holds a node; not for documents themselves. */
export const documentOf = reader<Node, Document>(NODE, "ownerDocument");
const textContentOf = reader<Node, string | null>(NODE, "textContent");
export const textOf: Reader<Node, string> = ((node: Node | null | undefined) =>
  node === null || node === undefined ? undefined : (textContentOf(node) ?? "")) as Reader<Node, string>;

export const childrenOf = reader<Node, HTMLCollection>(within, "children");
export const firstElementOf = reader<Element, Element | null>(ELEMENT, "firstElementChild");
export const nextElementOf = reader<Element, Element | null>(ELEMENT, "nextElementSibling");
export const previousElementOf = reader<Element, Element | null>(ELEMENT, "previousElementSibling");
export const localNameOf = reader<Element, string>(ELEMENT, "localName");
export const tagNameOf = reader<Element, string>(ELEMENT, "tagName");
export const slotOf = reader<Element, HTMLSlotElement | null>(ELEMENT, "assignedSlot");
export const shadowOf = reader<Element, ShadowRoot | null>(ELEMENT, "shadowRoot");
export const scrollLeftOf = reader<Element, number>(ELEMENT, "scrollLeft");
export const scrollTopOf = reader<Element, number>(ELEMENT, "scrollTop");
export const scrollWidthOf = reader<Element, number>(ELEMENT, "scrollWidth");
export const clientWidthOf = reader<Element, number>(ELEMENT, "clientWidth");
export const scrollHeightOf = reader<Element, number>(ELEMENT, "scrollHeight");
export const styleOf = reader<HTMLElement, CSSStyleDeclaration>(HTML, "style");
export const offsetParentOf = reader<HTMLElement, Element | null>(HTML, "offsetParent");

export const bodyOf = reader<Document, HTMLElement | null>(DOCUMENT, "body");
export const titleOf = reader<Document, string>(DOCUMENT, "title");
export const viewOf = reader<Document, (Window & typeof globalThis) | null>(DOCUMENT, "defaultView");
export const topElementOf = reader<Document, HTMLElement>(DOCUMENT, "documentElement");
export const activeElementOf = reader<Document, Element | null>(DOCUMENT, "activeElement");

/** The controls of a form, those outside it that name it included. */
export const controlsOfForm = reader<HTMLFormElement, HTMLFormControlsCollection>(FORM, "elements");
export const methodOfForm = reader<HTMLFormElement, string>(FORM, "method");

export const idOf = (element: Element): string => attributeOf(element, "id") ?? "";
export const classesOf = (element: Element): string => attributeOf(element, "class") ?? "";

export const hasAttributes = (element: Element): boolean => Element.prototype.hasAttributes.call(element);
export const rootOf = (node: Node): Node => Node.prototype.getRootNode.call(node);
export const contains = (ancestor: Node, node: Node): boolean => Node.prototype.contains.call(ancestor, node);
export const cloneOf = <N extends Node>(node: N): N => Node.prototype.cloneNode.call(node, true) as N;
export const boxOf = (element: Element): DOMRect => Element.prototype.getBoundingClientRect.call(element);
export const setAttribute = (element: Element, name: string, value: string): void =>
  Element.prototype.setAttribute.call(element, name, value);
export const removeAttribute = (element: Element, name: string): void => Element.prototype.removeAttribute.call(element, name);
export const removeElement = (element: Element): void => Element.prototype.remove.call(element);
export const scrollTo = (element: Element): void => Element.prototype.scrollIntoView.call(element, { block: "center" });
export const dispatch = (target: EventTarget, event: Event): boolean => EventTarget.prototype.dispatchEvent.call(target, event);

export function attributeOf(element: Element, name: string): string | null;
export function attributeOf(element: Element | null | undefined, name: string): string | null | undefined;
export function attributeOf(element: Element | null | undefined, name: string): string | null | undefined {
  return element === null || element === undefined ? undefined : Element.prototype.getAttribute.call(element, name);
}

export function matches(element: Element, selector: string): boolean;
export function matches(element: Element | null | undefined, selector: string): boolean | undefined;
export function matches(element: Element | null | undefined, selector: string): boolean | undefined {
  return element === null || element === undefined ? undefined : Element.prototype.matches.call(element, selector);
}

export function closest(element: Element, selector: string): Element | null;
export function closest(element: Element | null | undefined, selector: string): Element | null | undefined;
export function closest(element: Element | null | undefined, selector: string): Element | null | undefined {
  return element === null || element === undefined ? undefined : Element.prototype.closest.call(element, selector);
}

export const query = <Found extends Element = Element>(root: Node, selector: string): Found | null =>
  within(root).querySelector.call(root as Document, selector) as Found | null;
export const queryAll = <Found extends Element = Element>(root: Node, selector: string): NodeListOf<Found> =>
  within(root).querySelectorAll.call(root as Document, selector) as NodeListOf<Found>;
/** How many elements an element holds; the browser remembers it while they stay. */
export const countIn = (element: Element): number => Element.prototype.getElementsByTagName.call(element, "*").length;
/** The topmost element at a point, and then all elements there, topmost first; in the window's coordinates. */
export const topmostAt = (root: Document | ShadowRoot, x: number, y: number): Element | null =>
  drawnIn(root).elementFromPoint.call(root, x, y);
export const stackAt = (root: Document | ShadowRoot, x: number, y: number): readonly Element[] =>
  drawnIn(root).elementsFromPoint.call(root, x, y);
const drawnIn = (root: Document | ShadowRoot): DocumentOrShadowRoot =>
  nodeTypeOf(root) === Node.DOCUMENT_NODE ? Document.prototype : ShadowRoot.prototype;
export const walkerOf = (document: Document, root: Node, show: number): TreeWalker =>
  Document.prototype.createTreeWalker.call(document, root, show);
/** The element with that id in a document or a shadow root; `null` for any other root. */
export const byId = (root: Node, id: string): Element | null =>
  nodeTypeOf(root) === Node.ELEMENT_NODE ? null : within(root).getElementById.call(root as Document, id);
export const append = (parent: Node, child: Node): void => within(parent).append.call(parent as Document, child);

export const createIn = <Name extends "div" | "p">(document: Document, name: Name): HTMLElementTagNameMap[Name] =>
  Document.prototype.createElement.call(document, name) as HTMLElementTagNameMap[Name];

export function listen(target: EventTarget, type: string, listener: (event: Event) => void, options?: AddEventListenerOptions): void {
  EventTarget.prototype.addEventListener.call(target, type, listener, options);
}
export function unlisten(target: EventTarget, type: string, listener: (event: Event) => void, options?: EventListenerOptions): void {
  EventTarget.prototype.removeEventListener.call(target, type, listener, options);
}

/** The parent in the flat tree: the slot, or the shadow root's host. Also works for an element of the page that holds this frame. */
export function drawnParentOf(element: Element): Element | null {
  const parent = slotOf(element) ?? parentNodeOf(element);
  if (parent === null) return null;
  if (nodeTypeOf(parent) === Node.ELEMENT_NODE) return parent as Element;
  return nodeTypeOf(parent) === Node.DOCUMENT_FRAGMENT_NODE && "host" in parent ? (parent as ShadowRoot).host : null;
}
