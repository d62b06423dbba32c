/** Builds generated forms in a page, fills and undoes them with the real code, and reports which promises were broken. */

import type { FieldKey } from "../../src/domain/fields.ts";
import type { ControlReading, FillOutcome } from "../../src/domain/page-reading.ts";
import type { TypedWatch } from "../../src/page/typed.ts";
import type { CanonicalValue } from "../../src/writing/format.ts";
import { UndoLog, type UndoOutcome } from "../../src/writing/undo.ts";
import { fillControls } from "../../src/writing/write.ts";
import { PLAIN } from "../page/plain-control.ts";
import { finderBySelector } from "./by-selector.ts";

/** How a control is kept from a person's eyes. */
export const HIDINGS = {
  hiddenType: "",
  display: "display:none",
  visibility: "visibility:hidden",
  opacity: "opacity:0",
  offscreen: "position:absolute;left:-9999px",
  size: "width:0;height:0;border:0;padding:0;margin:0;position:absolute",
  clip: "position:absolute;width:1px;height:1px;clip:rect(0,0,0,0)",
  parent: "",
} as const;
export type Hiding = keyof typeof HIDINGS;

/** What the page does when the control changes. */
export type Reaction = "clears" | "clearsOnce" | "cuts" | "capitals" | "copies" | "removes" | "throws" | "postback";

export interface ControlSpec {
  readonly kind: "text" | "tel" | "email" | "number" | "date" | "textarea" | "select" | "radio" | "checkbox" | "password" | "search";
  readonly target: FieldKey;
  readonly answer: CanonicalValue;
  readonly label: string;
  readonly initial: string;
  readonly options: readonly string[];
  readonly hiding: Hiding | null;
  /** What the user typed before the filling, and after it. */
  readonly typed: string | null;
  readonly typedSince: string | null;
  readonly locked: "readonly" | "disabled" | null;
  readonly maxLength: number | null;
  readonly placeholder: string;
  readonly style: string | null;
  readonly leave: NonNullable<ControlReading["leave"]> | null;
  readonly part: ControlReading["part"] | null;
  readonly unit: NonNullable<ControlReading["unit"]> | null;
  readonly reaction: Reaction | null;
}
export type FormSpec = readonly ControlSpec[];

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
const SETTLE_MS = 12;
const REACTION_MS = 2;
let built = 0;

/** The broken promises of each form; an empty list for a form that came through. */
export function examine(forms: readonly FormSpec[]): Promise<string[][]> {
  return Promise.all(forms.map(examineOne));
}

async function examineOne(specs: FormSpec): Promise<string[]> {
  const prefix = `f${built++}`;
  const form = document.createElement("form");
  form.style.contain = "layout";
  for (const [i, spec] of specs.entries()) form.append(blockOf(spec, `${prefix}-${i}`));
  document.body.append(form);
  const idOf = (i: number) => `${prefix}-${i}`;
  const live = (i: number) => document.getElementById(idOf(i)) as Control | null;
  const states = () => specs.map((_, i) => stateOf(live(i)));
  const typed = new Set(specs.flatMap((spec, i) => (spec.typed === null ? [] : [idOf(i)])));
  for (const [i, spec] of specs.entries()) typeIn(spec.typed, live(i));
  react(specs, form, live);

  const reacts = specs.some(({ reaction }) => reaction !== null);
  const markup = form.innerHTML;
  const before = states();
  const watch: TypedWatch = { isTyped: ({ id }) => typed.has(id), quietly: (work) => work(), stop: () => undefined };
  const finder = finderBySelector();
  const undo = new UndoLog(finder);
  const problems: string[] = [];
  try {
    const entries = specs.flatMap((spec, i) => {
      const control = readingOf(spec, idOf(i));
      finder.add(control);
      return live(i) === null ? [] : [{ control, value: spec.answer }];
    });
    const outcomes = await fillControls(entries, { finder, undo, watch, settleMs: SETTLE_MS });
    problems.push(...brokenByFilling(specs, outcomes, before, states(), live));
    const kept = specs.map(({ typedSince, kind, hiding, locked }, i) => {
      if (typedSince === null || hiding !== null || locked !== null || kind === "radio" || live(i) === null) return null;
      typeIn(typedSince, live(i));
      typed.add(idOf(i));
      return stateOf(live(i));
    });
    const restored = await undo.restore(watch, SETTLE_MS);
    problems.push(...brokenByUndoing(specs, outcomes, restored, before, states(), kept, idOf));
    if (!reacts && form.innerHTML !== markup) problems.push(`markup: ${form.innerHTML} instead of ${markup}`);
  } catch (error) {
    problems.push(`exception: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
  form.remove();
  return problems;
}

function brokenByFilling(
  specs: FormSpec,
  outcomes: readonly FillOutcome[],
  before: readonly string[],
  after: readonly string[],
  live: (i: number) => Control | null,
): string[] {
  if (outcomes.length !== specs.length) return [`${outcomes.length} outcomes for ${specs.length} controls`];
  return specs.flatMap((spec, i) => {
    const { outcome, reason } = outcomes[i] ?? {};
    const changed = before[i] !== after[i];
    const said = `${i} ${spec.kind} ${outcome} ${reason ?? ""}: ${before[i]} → ${after[i]}`;
    const mayNotTouch = isUntouchable(spec) || spec.typed !== null;
    const problems: string[] = [];
    if (mayNotTouch && (changed || outcome === "filled")) problems.push(`touched ${said}`);
    if (outcome === "alreadyRight" && changed && !isRadio(spec)) problems.push(`changed what was right ${said}`);
    if (outcome === "left" && changed && reason !== "pageRefused" && !isRadio(spec) && after[i] !== "gone")
      problems.push(`left, yet changed ${said}`);
    const control = live(i);
    const value = control?.value ?? "";
    if (outcome === "filled" && spec.maxLength !== null && BOUNDED.has(spec.kind) && value.length > spec.maxLength)
      problems.push(`beyond maxlength ${said}`);
    if (outcome === "filled" && spec.reaction === "cuts" && isText(spec) && isLong(spec) && value.length < 2) problems.push(`cut ${said}`);
    return problems;
  });
}

function brokenByUndoing(
  specs: FormSpec,
  outcomes: readonly FillOutcome[],
  restored: readonly UndoOutcome[],
  before: readonly string[],
  after: readonly string[],
  kept: readonly (string | null)[],
  idOf: (i: number) => string,
): string[] {
  return specs.flatMap((spec, i) => {
    const undone = restored.find(({ id }) => id === idOf(i));
    const said = `${i} ${spec.kind} ${undone?.outcome ?? "not in the log"} ${undone?.reason ?? ""}: ${before[i]} → ${after[i]}`;
    const typed = kept[i] ?? null;
    if (typed !== null) {
      return typed === after[i] || after[i] === "gone" || loses(specs, spec) ? [] : [`typed ${typed} since, yet changed ${said}`];
    }
    if (undone === undefined && outcomes[i]?.outcome === "filled") return [`filled, not to be undone ${said}`];
    if (undone?.outcome === "restored" && before[i] !== after[i]) return [`restored, yet different ${said}`];
    if (!loses(specs, spec) && before[i] !== after[i]) return [`not restored ${said}`];
    return [];
  });
}

/** The page itself may change what stands in the control. */
function loses(specs: FormSpec, { reaction }: ControlSpec): boolean {
  return reaction !== null || specs.some((spec) => spec.reaction === "postback");
}

/** True for a control that may never be written, whoever asks. */
function isUntouchable({ kind, hiding, locked, leave, label, target }: ControlSpec): boolean {
  const sworn = (kind === "checkbox" || kind === "radio") && /honneur|certifie/.test(label);
  return (
    hiding !== null ||
    locked !== null ||
    leave !== null ||
    sworn ||
    kind === "password" ||
    kind === "search" ||
    target === "declarationHonneur"
  );
}

/** Kinds whose text `maxlength` bounds. */
const BOUNDED: ReadonlySet<ControlSpec["kind"]> = new Set(["text", "tel", "email", "textarea"]);

/** True when the answer has more than one letter or digit however it is written. */
function isLong({ answer, part }: ControlSpec): boolean {
  return part === null && typeof answer === "string" && answer.replace(/[^\p{L}\p{N}]/gu, "").length > 1;
}

function isText({ kind }: ControlSpec): boolean {
  return kind !== "select" && kind !== "radio" && kind !== "checkbox";
}
function isRadio({ kind }: ControlSpec): boolean {
  return kind === "radio";
}

function stateOf(control: Control | null): string {
  if (control === null) return "gone";
  if (control instanceof HTMLSelectElement) return JSON.stringify([...control.selectedOptions].map(({ index, value }) => [index, value]));
  return control instanceof HTMLInputElement && (control.type === "radio" || control.type === "checkbox")
    ? String(control.checked)
    : JSON.stringify(control.value);
}

function blockOf(spec: ControlSpec, id: string): HTMLElement {
  const block = document.createElement("p");
  const label = document.createElement("label");
  label.htmlFor = id;
  label.textContent = spec.label;
  const control = controlOf(spec);
  control.id = id;
  if (spec.style !== null) control.setAttribute("style", spec.style);
  if (spec.locked !== null) control.toggleAttribute(spec.locked, true);
  if (spec.maxLength !== null) control.setAttribute("maxlength", String(spec.maxLength));
  if (spec.placeholder !== "") control.setAttribute("placeholder", spec.placeholder);
  if (spec.hiding === "hiddenType" && control instanceof HTMLInputElement) control.setAttribute("type", "hidden");
  else if (spec.hiding !== null)
    block.setAttribute("style", spec.hiding === "parent" || spec.hiding === "hiddenType" ? "display:none" : HIDINGS[spec.hiding]);
  // The content of a tiny block overflows it: it must be clipped to be hidden.
  if (spec.hiding === "size" || spec.hiding === "clip") block.style.overflow = "hidden";
  block.append(control, label);
  return block;
}

function controlOf({ kind, initial, options }: ControlSpec): Control {
  if (kind === "select") {
    const list = document.createElement("select");
    for (const [i, text] of options.entries()) {
      const option = document.createElement("option");
      option.textContent = text;
      option.setAttribute("value", text === initial ? "" : String(i));
      option.toggleAttribute("selected", initial !== "" && text === initial);
      list.append(option);
    }
    return list;
  }
  if (kind === "textarea") {
    const area = document.createElement("textarea");
    area.textContent = initial;
    return area;
  }
  const input = document.createElement("input");
  input.setAttribute("type", kind);
  if (kind === "radio") input.setAttribute("name", "group");
  if (kind === "radio" || kind === "checkbox") input.toggleAttribute("checked", initial === "on");
  else if (initial !== "") input.setAttribute("value", initial);
  return input;
}

/** Lists take their last option, buttons and boxes are ticked. */
function typeIn(text: string | null, control: Control | null): void {
  if (text === null || control === null) return;
  if (control instanceof HTMLSelectElement) control.selectedIndex = control.options.length - 1;
  else if (control instanceof HTMLInputElement && (control.type === "radio" || control.type === "checkbox")) control.checked = true;
  else control.value = text;
}

function react(specs: FormSpec, form: HTMLFormElement, live: (i: number) => Control | null): void {
  const times = new Map<number, number>();
  form.addEventListener("change", ({ target }) => {
    const i = specs.findIndex((_, index) => live(index) === target);
    const spec = specs[i];
    const control = live(i);
    if (spec === undefined || control === null || spec.reaction === null) return;
    const time = (times.get(i) ?? 0) + 1;
    times.set(i, time);
    reactTo(spec.reaction, control, form, time);
  });
}

function reactTo(reaction: Reaction, control: Control, form: HTMLFormElement, time: number): void {
  const later = (work: () => void) => setTimeout(work, REACTION_MS);
  const text = !(control instanceof HTMLSelectElement) && control.type !== "radio" && control.type !== "checkbox";
  if (reaction === "throws") throw new Error("La page se trompe.");
  if (reaction === "removes") later(() => control.remove());
  else if (reaction === "copies") later(() => control.replaceWith(control.cloneNode(true)));
  else if (reaction === "postback" && time < 3) postBack(form, later);
  else if (!text) return;
  else if (reaction === "clears" || (reaction === "clearsOnce" && time === 1)) {
    later(() => {
      control.value = "";
    });
  } else if (reaction === "cuts") control.value = control.value.slice(0, 1);
  else if (reaction === "capitals") control.value = control.value.toUpperCase();
}

/** The server renders the form again as it was sent, in new elements: what was written since is lost. */
function postBack(form: HTMLFormElement, later: (work: () => void) => void): void {
  const copy = form.cloneNode(true) as HTMLFormElement;
  const sent = [...form.elements] as Control[];
  for (const [i, control] of ([...copy.elements] as Control[]).entries()) {
    const original = sent[i];
    if (original instanceof HTMLSelectElement && control instanceof HTMLSelectElement) {
      for (const [j, option] of [...control.options].entries()) option.toggleAttribute("selected", original.options[j]?.selected === true);
    } else if (control instanceof HTMLTextAreaElement) control.textContent = original?.value ?? "";
    else if (control instanceof HTMLInputElement && original instanceof HTMLInputElement) {
      if (control.type === "radio" || control.type === "checkbox") control.toggleAttribute("checked", original.checked);
      else control.setAttribute("value", original.value);
    }
  }
  later(() => {
    form.innerHTML = copy.innerHTML;
  });
}

function readingOf(spec: ControlSpec, id: string): ControlReading {
  const { kind, target, label, leave, part, unit } = spec;
  const type = kind === "select" || kind === "radio" || kind === "checkbox" || kind === "textarea" ? kind : "text";
  return {
    id,
    ...PLAIN,
    selector: `#${id}`,
    type,
    target,
    label,
    leave: leave ?? undefined,
    part: part ?? undefined,
    unit: unit ?? undefined,
  };
}
