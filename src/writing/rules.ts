/** Which controls are never written. The reading tells it first; the live control is checked again before writing. */
import type { ControlReading, FillOutcome } from "../domain/page-reading.ts";
import { plainWords } from "../domain/plain.ts";
import { commits, isCaptcha } from "../page/refused-words.ts";
import { isVisibleOrLabelled } from "../page/visible.ts";

const WRITABLE_TYPES = new Set(["text", "tel", "email", "url", "number", "date", "month", "radio", "checkbox"]);

/** Why the live control may not be written; `null` when it may. */
export function refusalOf(control: ControlReading, element: Element): NonNullable<FillOutcome["reason"]> | null {
  if (element instanceof HTMLInputElement) {
    if (!WRITABLE_TYPES.has(element.type)) return "notOurs";
    if ((element.type === "checkbox" || element.type === "radio") && commits(plainWords(control.label))) return "notOurs";
  } else if (!(element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement)) return "notOurs";
  if (isCaptcha(plainWords(`${control.label} ${element.id} ${element.name}`))) return "notOurs";
  // Browsers ignore `readonly` on lists and boxes, but the page's author meant it.
  if (element.matches(":disabled, [readonly], [aria-disabled=true], [aria-readonly=true]")) return "readOnly";
  return isVisibleOrLabelled(element) ? null : "hidden";
}
