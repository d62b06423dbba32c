/** Gives Node the browser's globals that `src/page/dom.ts` reads prototypes from. */
import { JSDOM } from "jsdom";

const { Node, Element, HTMLElement, Document, DocumentFragment, EventTarget } = new JSDOM().window;
Object.assign(globalThis, { Node, Element, HTMLElement, Document, DocumentFragment, EventTarget });
