/** The state of one control: read, compared and put back. It is plain data, except files. A radio button's state is its group's. */
import { queryAll } from "./dom.ts";
import { setNative, type TextControl, writeChecked, writeFiles, writeSelection, writeText } from "./element.ts";

export type ControlState =
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "selection"; readonly indexes: readonly number[]; readonly values: readonly string[] }
  | { readonly kind: "checked"; readonly checked: boolean }
  /** Index of the checked button in its group, -1 for none. */
  | { readonly kind: "radio"; readonly index: number }
  | { readonly kind: "files"; readonly files: readonly File[] };

/** The control's state; `null` for an element without one, such as a drop zone. */
export function stateOf(element: Element): ControlState | null {
  if (element instanceof HTMLSelectElement) {
    const selected = [...element.options].flatMap((option, index) => (option.selected ? [{ index, value: option.value }] : []));
    return { kind: "selection", indexes: selected.map(({ index }) => index), values: selected.map(({ value }) => value) };
  }
  if (element instanceof HTMLTextAreaElement) return { kind: "text", value: element.value };
  if (!(element instanceof HTMLInputElement)) return null;
  if (element.type === "checkbox") return { kind: "checked", checked: element.checked };
  if (element.type === "radio") return { kind: "radio", index: groupOf(element).findIndex((radio) => radio.checked) };
  if (element.type === "file") return { kind: "files", files: [...(element.files ?? [])] };
  return { kind: "text", value: element.value };
}

/** What a text control or a list shows, trimmed; empty for any other. */
export function shownText(element: Element): string {
  if (element instanceof HTMLSelectElement) return (element.selectedOptions[0]?.text ?? "").trim();
  return isTextControl(element) && (!(element instanceof HTMLInputElement) || !SECRET.has(element.type)) ? element.value.trim() : "";
}

const SECRET: ReadonlySet<string> = new Set(["password", "file", "checkbox", "radio", "hidden"]);

/** True when the control is exactly in that state. */
export function isState(element: Element, state: ControlState): boolean {
  const current = stateOf(element);
  if (current === null || current.kind !== state.kind) return false;
  if (current.kind === "files" && state.kind === "files") return sameList(current.files, state.files);
  if (current.kind === "selection" && state.kind === "selection") return sameList(current.values, state.values);
  return JSON.stringify(current) === JSON.stringify(state);
}

/** Puts the control in that state, with the events that tell the page; does nothing when it already is. */
export function putState(element: Element, state: ControlState): void {
  if (isState(element, state)) return;
  if (state.kind === "text" && isTextControl(element)) writeText(element, state.value);
  else if (state.kind === "selection" && element instanceof HTMLSelectElement) writeSelection(element, indexesIn(element, state));
  else if (element instanceof HTMLInputElement) {
    if (state.kind === "checked") writeChecked(element, state.checked);
    else if (state.kind === "files") writeFiles(element, state.files);
    else if (state.kind === "radio") putRadio(element, state.index);
  }
}

/** Puts a control back in that state; without events if the page would change it again. */
export function putExactly(element: Element, state: ControlState): void {
  putState(element, state);
  if (state.kind === "text" && isTextControl(element) && !isState(element, state)) setNative(element, "value", state.value);
}

/** The buttons that share a radio button's name and form, in page order. */
export function groupOf(radio: HTMLInputElement): readonly HTMLInputElement[] {
  if (radio.name === "") return [radio];
  const root = radio.getRootNode() as Document | ShadowRoot | Element;
  return [...queryAll<HTMLInputElement>(root, "input[type=radio]")].filter((mate) => mate.name === radio.name && mate.form === radio.form);
}

export function isTextControl(element: Element): element is TextControl {
  return element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;
}

function putRadio(element: HTMLInputElement, index: number): void {
  const group = groupOf(element);
  const wanted = group[index];
  if (wanted !== undefined) writeChecked(wanted, true);
  else for (const radio of group) writeChecked(radio, false);
}

/** Options may have been rendered again: an index counts while its option has the same value; otherwise the value is looked up. */
function indexesIn({ options }: HTMLSelectElement, { indexes, values }: ControlState & { kind: "selection" }): readonly number[] {
  return values.map((value, i) => {
    const index = indexes[i] ?? -1;
    return options[index]?.value === value ? index : [...options].findIndex((option) => option.value === value);
  });
}

function sameList<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.length === other.length && one.every((item, i) => item === other[i]);
}
