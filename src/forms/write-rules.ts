/** Which controls are never written, and which stand empty. The reading says it first; the live control has the last word. */
import type { ControlReading, FillOutcome } from "./reading.ts";
import { isPlaceholderOption } from "./write-options.ts";
import { groupOf } from "./write-state.ts";
import { isVisibleOrLabelled } from "./write-visible.ts";
import { plainWords } from "./write-words.ts";

const WRITABLE_TYPES = new Set(["text", "tel", "email", "url", "number", "date", "month", "radio", "checkbox"]);
const CAPTCHA = /captcha/i;
/** Words of one who swears, accepts or commits: only a person may tick them. */
const SWORN =
  /\b(sur l honneur|j atteste|atteste|je certifie|certifie|je declare|declare|je reconnais|j accepte|accepte|je m engage|consens|cgu|cgv)\b/;

/** Why the live control may not be written; `null` when it may. */
export function refusalOf(control: ControlReading, element: Element): NonNullable<FillOutcome["reason"]> | null {
  if (element instanceof HTMLInputElement) {
    if (!WRITABLE_TYPES.has(element.type)) return "notOurs";
    if ((element.type === "checkbox" || element.type === "radio") && SWORN.test(plainWords(control.label))) return "notOurs";
  } else if (!(element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement)) return "notOurs";
  if (CAPTCHA.test(`${element.id} ${element.name}`)) return "notOurs";
  // Browsers ignore `readonly` on lists and boxes; whoever wrote it there meant it.
  if (element.matches(":disabled, [readonly], [aria-disabled=true], [aria-readonly=true]")) return "readOnly";
  return isVisibleOrLabelled(element) ? null : "hidden";
}

/**
 * True when the control answers nothing yet: empty, or at a default that is no answer (« Choisissez », "http://", its own placeholder).
 * An answer that the server wrote in the page is somebody's: perhaps what the user typed before the page was sent and rendered again.
 */
export function standsEmpty(control: ControlReading, element: Element): boolean {
  if (element instanceof HTMLSelectElement) return selectStandsEmpty(element);
  if (element instanceof HTMLTextAreaElement) return element.value.trim() === "" || isNoAnswer(control, element);
  if (!(element instanceof HTMLInputElement)) return false;
  if (element.type === "radio") return groupOf(element).every((radio) => !radio.checked);
  if (element.type === "checkbox") return !element.checked;
  return element.value.trim() === "" || isNoAnswer(control, element);
}

/** A list stands empty on its placeholder, or on its first option when the page chose none. */
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
