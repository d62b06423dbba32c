/**
 * Changes one control so that the page sees a person's change. The native setter bypasses the property that React puts
 * on the element to track it; the events are those that Angular, Vue, jQuery masks and PRADO wait for.
 */
import { dispatch } from "./dom.ts";

/** A text control: an input that is typed in, or a textarea. */
export type TextControl = HTMLInputElement | HTMLTextAreaElement;

/** Writes a text, with the events of keys, input, change and leaving the control. */
export function writeText(element: TextControl, text: string): void {
  enter(element);
  element.dispatchEvent(keyboard("keydown"));
  setNative(element, "value", text);
  element.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true, inputType: "insertReplacementText", data: text }));
  element.dispatchEvent(keyboard("keyup"));
  changed(element);
  leave(element);
}

/** Selects the options at these places, and no other. */
export function writeSelection(element: HTMLSelectElement, indexes: readonly number[]): void {
  enter(element);
  if (element.multiple) {
    for (const [index, option] of [...element.options].entries()) setNative(option, "selected", indexes.includes(index));
  } else {
    setNative(element, "selectedIndex", indexes[0] ?? -1);
  }
  inputAndChange(element);
  leave(element);
}

/** Ticks or unticks by a click, as frameworks expect. A radio button cannot be clicked off: it is unchecked without one. */
export function writeChecked(element: HTMLInputElement, checked: boolean): void {
  if (element.checked === checked) return;
  if (element.type === "radio" && !checked) {
    setNative(element, "checked", false);
    inputAndChange(element);
    return;
  }
  element.click();
}

/** Puts files into a file input. */
export function writeFiles(element: HTMLInputElement, files: readonly File[]): void {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  element.files = transfer.files;
  inputAndChange(element);
}

function inputAndChange(element: Element): void {
  dispatch(element, new Event("input", { bubbles: true, composed: true }));
  changed(element);
}

function changed(element: Element): void {
  dispatch(element, new Event("change", { bubbles: true }));
}

/** Focus events are sent without moving the focus: the user's caret stays, and a page behind a popup still receives them. */
function enter(element: Element): void {
  dispatch(element, new FocusEvent("focus"));
  dispatch(element, new FocusEvent("focusin", { bubbles: true, composed: true }));
}

function leave(element: Element): void {
  dispatch(element, new FocusEvent("blur"));
  dispatch(element, new FocusEvent("focusout", { bubbles: true, composed: true }));
}

function keyboard(type: "keydown" | "keyup"): KeyboardEvent {
  return new KeyboardEvent(type, { key: "Unidentified", bubbles: true, composed: true, cancelable: true });
}

/** Calls the setter of the element's prototype, past any property put on the element itself. */
export function setNative(
  element: Element,
  property: "value" | "checked" | "selected" | "selectedIndex",
  value: string | boolean | number,
): void {
  for (let prototype: object | null = Object.getPrototypeOf(element); prototype !== null; prototype = Object.getPrototypeOf(prototype)) {
    const setter = Object.getOwnPropertyDescriptor(prototype, property)?.set;
    if (setter !== undefined) {
      setter.call(element, value);
      return;
    }
  }
}
