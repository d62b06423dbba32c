/**
 * Reading a node past the names of a form's fields. `<input name="children">` makes `form.children` that input, in a content script's world
 * too: what belongs to every node is asked of its prototype. A document is hidden so by `<img name="body">`.
 */

/** What every node answers, whatever its fields are called. */
function own<T>(prototype: object, name: string, node: object): T {
  return Reflect.get(prototype, name, node) as T;
}

export const childNodesOf = (node: Node): NodeListOf<ChildNode> => own(Node.prototype, "childNodes", node);
export const parentNodeOf = (node: Node): ParentNode | null => own(Node.prototype, "parentNode", node);
export const parentElementOf = (node: Node): Element | null => own(Node.prototype, "parentElement", node);
export const slotOf = (element: Element): HTMLSlotElement | null => own(Element.prototype, "assignedSlot", element);
export const textOf = (node: Node): string => own<string | null>(Node.prototype, "textContent", node) ?? "";
export const nodeTypeOf = (node: Node): number => own(Node.prototype, "nodeType", node);
export const idOf = (element: Element): string => attributeOf(element, "id") ?? "";
export const classesOf = (element: Element): string => attributeOf(element, "class") ?? "";
export const isConnected = (node: Node): boolean => own(Node.prototype, "isConnected", node);

export const rootOf = (node: Node): Node => Node.prototype.getRootNode.call(node);
export const contains = (ancestor: Node, node: Node): boolean => Node.prototype.contains.call(ancestor, node);
export const attributeOf = (element: Element, name: string): string | null => Element.prototype.getAttribute.call(element, name);
export const matches = (element: Element, selector: string): boolean => Element.prototype.matches.call(element, selector);
export const closest = (element: Element, selector: string): Element | null => Element.prototype.closest.call(element, selector);
export const boxOf = (element: Element): DOMRect => Element.prototype.getBoundingClientRect.call(element);

export const queryAll = (within: Element, selector: string): NodeListOf<Element> =>
  Element.prototype.querySelectorAll.call(within, selector);

/** The controls of a form, those outside it that name it included. */
export const controlsOfForm = (form: HTMLFormElement): HTMLFormControlsCollection => own(HTMLFormElement.prototype, "elements", form);
export const methodOfForm = (form: HTMLFormElement): string => own(HTMLFormElement.prototype, "method", form);

export const bodyOf = (document: Document): HTMLElement | null => own(Document.prototype, "body", document);
export const titleOf = (document: Document): string => own(Document.prototype, "title", document);
export const viewOf = (document: Document): (Window & typeof globalThis) | null => own(Document.prototype, "defaultView", document);

/** The parent as it is drawn: a slot's, or a shadow root's host. Also of an element of the page that holds this frame. */
export function drawnParentOf(element: Element): Element | null {
  const parent = slotOf(element) ?? parentNodeOf(element);
  if (parent === null) return null;
  if (nodeTypeOf(parent) === Node.ELEMENT_NODE) return parent as Element;
  return nodeTypeOf(parent) === Node.DOCUMENT_FRAGMENT_NODE && "host" in parent ? (parent as ShadowRoot).host : null;
}
