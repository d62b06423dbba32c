/**
 * What a control requires of the text written in it, as plain data: formatting values needs no DOM and is tested without a browser.
 */

import type { ControlReading } from "../domain/page-reading.ts";
import { byId, textOf } from "../page/dom.ts";

export interface Place {
  /** The input's type as the browser understands it ("text", "number", "date"…), or "textarea". */
  readonly type: string;
  /** What the page says of the format: placeholder, title, label, help text. */
  readonly hint: string;
  readonly maxLength?: number | undefined;
  readonly minLength?: number | undefined;
  /** The `pattern` attribute, which the whole text must match. */
  readonly pattern?: string | undefined;
  /** The `min`, `max` and `step` attributes of a number. */
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly step?: string | undefined;
  readonly unit?: ControlReading["unit"];
  readonly part?: ControlReading["part"];
}

/** Why a text cannot be written there; `null` when it can. */
export type Misfit = "tooLong" | "format" | null;

const PATTERNED = new Set(["text", "search", "url", "tel", "email"]);

/** Reads the place off a live control. */
export function placeOf(control: ControlReading, element: HTMLInputElement | HTMLTextAreaElement): Place {
  const attribute = (name: string) => element.getAttribute(name) ?? undefined;
  const help = (attribute("aria-describedby") ?? "")
    .split(/\s+/)
    .map((id) => (id === "" ? "" : (textOf(byId(element.getRootNode() as Document | ShadowRoot, id)) ?? "")));
  return {
    type: element.type,
    hint: [element.placeholder, element.title, control.label, ...help].join(" ").trim(),
    maxLength: element.maxLength < 0 ? undefined : element.maxLength,
    minLength: element.minLength < 0 ? undefined : element.minLength,
    pattern: attribute("pattern"),
    min: attribute("min"),
    max: attribute("max"),
    step: attribute("step"),
    unit: control.unit,
    part: control.part,
  };
}

/** The formats that browsers keep in date and month inputs. */
const WHOLE: ReadonlyMap<string, RegExp> = new Map([
  ["date", /^\d{4}-\d{2}-\d{2}$/],
  ["month", /^\d{4}-\d{2}$/],
]);
/** Input types that no value of ours fits. */
const NEVER_WRITTEN: ReadonlySet<string> = new Set(["range", "color", "time", "week", "datetime-local"]);

/** Says whether the place takes the whole text as it is. Lengths count UTF-16 units, as browsers do. */
export function misfitOf(text: string, place: Place): Misfit {
  const { type, maxLength, minLength } = place;
  if (type === "number") return numberFits(text, place) ? null : "format";
  const whole = WHOLE.get(type);
  if (whole !== undefined) return whole.test(text) ? null : "format";
  if (NEVER_WRITTEN.has(type)) return "format";
  if (maxLength !== undefined && text.length > maxLength) return "tooLong";
  if (minLength !== undefined && text.length < minLength) return "format";
  return matches(text, place) ? null : "format";
}

function matches(text: string, { type, pattern }: Place): boolean {
  if (pattern === undefined || !PATTERNED.has(type)) return true;
  try {
    return new RegExp(`^(?:${pattern})$`, "v").test(text);
  } catch {
    // Browsers ignore a pattern that is not a regular expression.
    return true;
  }
}

function numberFits(text: string, { min, max, step }: Place): boolean {
  if (!/^-?\d+(\.\d+)?$/.test(text)) return false;
  const number = Number(text);
  if (min !== undefined && number < Number(min)) return false;
  if (max !== undefined && number > Number(max)) return false;
  if (step === "any") return true;
  const unit = Number(step) > 0 ? Number(step) : 1;
  const steps = (number - (Number(min) || 0)) / unit;
  return Math.abs(steps - Math.round(steps)) < 1e-9;
}
