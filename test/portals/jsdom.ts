/** A browser's own names, for what reads pages past the names of their forms' fields. */
import { JSDOM } from "jsdom";

const { Node, Element, HTMLElement, Document, DocumentFragment, EventTarget } = new JSDOM().window;
Object.assign(globalThis, { Node, Element, HTMLElement, Document, DocumentFragment, EventTarget });
