/** Which controls count as empty: their content answers nothing yet. */
import type { ControlReading } from "../domain/page-reading.ts";
import { plainWords } from "../domain/plain.ts";
import { groupOf } from "./state.ts";

export interface Option {
  /** The `value` attribute. */
  readonly value: string;
  /** What a person reads. */
  readonly text: string;
}

/** True for the option that stands for "nothing chosen yet": « Choisissez », « - », an empty value. */
export function isPlaceholderOption({ value, text }: Option): boolean {
  const words = plainWords(text);
  return value === "" || words === "" || /^(choisi|choix|selection|select|veuillez|please|choose|aucune? (choix|selection))/.test(words);
}

/**
 * True when the control answers nothing yet: empty, or at a default that is no answer (« Choisissez », "http://", its own placeholder).
 * An answer that the server wrote in the page may be what the user typed before the page was sent and rendered again.
 */
export function standsEmpty(control: ControlReading, element: Element): boolean {
  if (element instanceof HTMLSelectElement) return selectStandsEmpty(element);
  if (element instanceof HTMLTextAreaElement) return element.value.trim() === "" || isNoAnswer(control, element);
  if (!(element instanceof HTMLInputElement)) return false;
  if (element.type === "radio") return groupOf(element).every((radio) => !radio.checked);
  if (element.type === "checkbox") return !element.checked;
  return element.value.trim() === "" || isNoAnswer(control, element);
}

/** True for a list on its placeholder, or on its first option when the page chose none. */
function selectStandsEmpty(element: HTMLSelectElement): boolean {
  const chosen = element.selectedOptions[0];
  if (chosen === undefined || isPlaceholderOption(chosen)) return true;
  return !element.multiple && element.selectedIndex === 0 && ![...element.options].some((option) => option.defaultSelected);
}

function isNoAnswer(control: ControlReading, element: HTMLInputElement | HTMLTextAreaElement): boolean {
  if (/^[_\s/.:()+-]*_[_\s/.:()+-]*$/.test(element.value)) return true;
  if (element.value !== element.defaultValue) return false;
  const words = plainWords(element.value);
  const prompts = [element.placeholder, element.title, control.label].map(plainWords);
  return prompts.includes(words) || /^((https?( www)?|www|jj mm aaaa|dd mm yyyy|0+( 0+)*)( eur)?)?$/.test(words);
}
