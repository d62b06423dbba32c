/**
 * Writes values into the controls of a page, one at a time: only controls that are empty, at a default that answers nothing, or
 * written by us. Values are never cut, and are checked after the page had time to react.
 */
import { type FieldKey, fieldOf, isFieldKey } from "../domain/fields.ts";
import type { ControlReading, FillOutcome } from "../domain/page-reading.ts";
import { isPlaceholderOption, standsEmpty } from "../page/empty.ts";
import type { Finder, Found, Missing } from "../page/sight.ts";
import { pacer } from "../page/slices.ts";
import { type ControlState, groupOf, isState, isTextControl, putExactly, putState } from "../page/state.ts";
import type { TypedWatch } from "../page/typed.ts";
import { pause, SETTLE_MS } from "../page/wait.ts";
import { type CanonicalValue, pageTextOf } from "./format.ts";
import { booleanIn, optionFor } from "./options.ts";
import { placeOf } from "./place.ts";
import { refusalOf } from "./rules.ts";
import { isTyped, type UndoLog } from "./undo.ts";
import { sameAnswer } from "./words.ts";

export interface FillEntry {
  /** The control as it was read when the value was chosen for it. */
  readonly control: ControlReading;
  /** The field whose value is written, when the person named it; otherwise the one that the control was read as asking. */
  readonly field?: FieldKey;
  /** True for a cell of a list that the person fills: there they may also give values that the reading leaves to another party. */
  readonly listed?: boolean;
  /** The whole canonical value of the control's field, also when the control takes one part of it. */
  readonly value: CanonicalValue;
}

export interface FillOptions {
  readonly finder: Finder;
  readonly undo: UndoLog;
  readonly watch: TypedWatch;
  /** True when the person named these controls: what they hold is replaced. What may never be written is still left. */
  readonly replaces?: boolean;
  /** How long the page may take to change what was written, in milliseconds. */
  readonly settleMs?: number;
}

type Reason = NonNullable<FillOutcome["reason"]>;
type Written = { readonly written: ControlState };
type Settled = { readonly outcome: FillOutcome["outcome"]; readonly reason?: Reason };
/** A radio button that means another value than ours: the outcome depends on the other buttons of its group. */
type Other = "otherButton";
/** How far a control's filling is: written and to be checked, or settled. */
type Step = Written | Settled | Other;
/** What a control should hold. */
type Wanted = { readonly state: ControlState } | { readonly misfit: Reason } | Other;

/** Reasons that filling another field may remove: that field loads the list, or opens the panel. */
const MAY_COME: ReadonlySet<Reason> = new Set(["noOption", "hidden", "readOnly", "gone"]);

/**
 * Fills the controls: buttons first, since they open and close panels, then the others in their order.
 * What the page clears or alters within `settleMs` is written once more; the outcomes, in the order of the entries, say what the page holds
 * at the end. An entry whose control asks no field has no outcome.
 */
export async function fillControls(entries: readonly FillEntry[], options: FillOptions): Promise<FillOutcome[]> {
  const { undo, finder, settleMs = SETTLE_MS } = options;
  const steps = new Map<FillEntry, Step>();
  for (const entry of [...entries].sort((one, other) => Number(isRadio(other)) - Number(isRadio(one)))) {
    await seek(entry, options);
    steps.set(entry, write(entry, options));
    await pause(0);
  }
  if ([...steps.values()].some(isWritten)) {
    await pause(settleMs);
    if (await writeOnceMore(steps, options)) await pause(settleMs);
  }
  const outcomes: FillOutcome[] = [];
  const breathe = pacer();
  for (const entry of entries) {
    const { id } = entry.control;
    const target = entry.field ?? entry.control.target;
    const step = steps.get(entry);
    if (target === null || step === undefined) continue;
    await breathe();
    await seek(entry, options);
    const settled = conclude(entry, step, options);
    const found = finder.find(id);
    if (!isMissing(found) && settled.outcome === "filled") undo.leave(entry.control, found.element);
    outcomes.push({ id, target, ...settled, ...(isMissing(found) ? {} : { written: textOf(found.element) }) });
  }
  return outcomes;
}

/** Reads again what was rendered again, also where we wrote before, so that the code that follows finds the live elements. */
async function seek({ control: { id } }: FillEntry, { finder, undo }: FillOptions): Promise<void> {
  const found = await finder.seek(id);
  if (isMissing(found) || standsEmpty(found.control, found.element)) return;
  await undo.follow();
  await finder.seek(id);
}

/** Writes one control for the first time, or says why it is left alone. */
function write(entry: FillEntry, options: FillOptions): Step {
  const { replaces = false } = options;
  const key = keyOf(entry);
  if (key === null || fieldOf(key).origin === "never") return left("notOurs");
  const found = standing(entry, options);
  if (isMissing(found)) return left(found);
  const { control, element: live } = found;
  if (control.leave !== undefined && !((replaces || entry.listed === true) && YIELDING.has(control.leave)))
    return left(REASON_OF[control.leave]);
  const refusal = refusalOf(control, live);
  if (refusal !== null) return left(refusal);

  const wanted = wantedOf(key, control, live, entry.value);
  if (wanted === "otherButton") return wanted;
  if ("state" in wanted && says(key, live, wanted.state)) return { outcome: "alreadyRight" };
  const kept = replaces ? null : keptFor(found, options);
  if (kept !== null) return left(kept);
  if ("misfit" in wanted) return left(wanted.misfit);

  return writeState(wanted.state, found, options);
}

/** Why the control's content is kept; `null` when it is empty or written by us. */
function keptFor({ control, element }: Found, { undo, watch }: FillOptions): "typed" | "notEmpty" | null {
  if (isTyped(watch, element)) return "typed";
  return standsEmpty(control, element) || undo.isOurs(element) ? null : "notEmpty";
}

/** Writes, a second and last time, what the page altered and what waited for another field. True when something was written. */
async function writeOnceMore(steps: Map<FillEntry, Step>, options: FillOptions): Promise<boolean> {
  let wrote = false;
  for (const [entry, step] of steps) {
    if (isWritten(step) || mayCome(step)) await seek(entry, options);
    const again = isWritten(step) ? rewrite(entry, step, options) : mayCome(step) ? write(entry, options) : step;
    if (again === step) continue;
    steps.set(entry, again);
    wrote ||= isWritten(again);
    await pause(0);
  }
  return wrote;
}

function rewrite(entry: FillEntry, step: Written, options: FillOptions): Step {
  const { watch, replaces = false } = options;
  const key = keyOf(entry);
  const found = standing(entry, options);
  if (isMissing(found) || key === null) return left(isMissing(found) ? found : "notOurs");
  const { control, element: live } = found;
  if (says(key, live, step.written)) return step;
  if (!replaces && isTyped(watch, live)) return left("typed");
  const refusal = refusalOf(control, live);
  if (refusal !== null) return left(refusal);
  // The page may have rendered the control with other options or another length.
  const wanted = wantedOf(key, control, live, entry.value);
  if (wanted === "otherButton") return wanted;
  if ("misfit" in wanted) return left(wanted.misfit);
  return writeState(wanted.state, found, options);
}

/** The control, as long as it asks what it asked when the value was chosen. */
function standing({ control }: FillEntry, { finder }: FillOptions): Found | Missing {
  const found = finder.find(control.id);
  if (isMissing(found)) return found;
  const asks = ({ target, part, cell }: ControlReading) => JSON.stringify([target, part, cell]);
  const isSame = asks(found.control) === asks(control);
  return isSame ? found : "changed";
}

function keyOf({ field, control }: FillEntry): FieldKey | null {
  const key = field ?? control.target;
  return key !== null && isFieldKey(key) ? key : null;
}

function isMissing(found: Found | Missing): found is Missing {
  return typeof found === "string";
}

function writeState(state: ControlState, { control, element }: Found, { undo, watch, replaces = false }: FillOptions): Step {
  undo.takeBackElsewhere(control.id, element, watch);
  undo.remember(control, element, { replaces, writes: state });
  watch.quietly(() => putState(element, state));
  return { written: state };
}

/** The final outcome. A value that the page cut is taken out again. */
function conclude(entry: FillEntry, step: Step, options: FillOptions): Settled {
  const { undo, watch } = options;
  const found = standing(entry, options);
  if (step === "otherButton") return !isMissing(found) && isChecked(found.element) ? left("notEmpty") : { outcome: "alreadyRight" };
  if (!isWritten(step)) return step;
  const { written } = step;
  const key = keyOf(entry);
  if (isMissing(found) || key === null) {
    undo.takeBackElsewhere(entry.control.id, null, watch);
    return left(isMissing(found) ? found : "notOurs");
  }
  const { control, element: live } = found;
  undo.takeBackElsewhere(control.id, live, watch);
  if (says(key, live, written)) return { outcome: "filled" };
  if (isTyped(watch, live)) return left("typed");
  const former = undo.formerOf(control);
  if (former === null || !isCut(live, written)) return left("pageRefused");
  watch.quietly(() => putExactly(live, former));
  undo.forget(control);
  return left("tooLong");
}

/** The state in which this control says the value. */
function wantedOf(key: FieldKey, control: ControlReading, element: Element, value: CanonicalValue): Wanted {
  if (element instanceof HTMLSelectElement) {
    const options = [...element.options].map(({ value: code, text, disabled }) => ({
      value: disabled ? "" : code,
      text: disabled ? "" : text,
    }));
    const index = optionFor(key, value, options, control.part);
    const option = index === null ? undefined : element.options[index];
    return index === null || option === undefined
      ? { misfit: "noOption" }
      : { state: { kind: "selection", indexes: [index], values: [option.value] } };
  }
  if (element instanceof HTMLInputElement && (element.type === "radio" || element.type === "checkbox")) {
    const ticked = isSaidBy(key, control, element, value);
    if (ticked === null) return { misfit: "noOption" };
    if (element.type === "checkbox") return { state: { kind: "checked", checked: ticked } };
    return ticked ? { state: { kind: "radio", index: groupOf(element).indexOf(element) } } : "otherButton";
  }
  if (!isTextControl(element)) return { misfit: "format" };
  const text = pageTextOf(key, value, placeOf(control, element));
  return "text" in text ? { state: { kind: "text", value: text.text } } : { misfit: text.misfit };
}

/** Whether a button or a box says the value; `null` when what it says is not known. */
function isSaidBy(key: FieldKey, control: ControlReading, { type, value: code }: HTMLInputElement, value: CanonicalValue): boolean | null {
  const option = { value: code, text: control.label };
  if (typeof value !== "boolean") return type === "radio" ? optionFor(key, value, [option]) === 0 : null;
  const said = booleanIn(key, option);
  return said === null && type === "checkbox" ? value : said === null ? null : said === value;
}

/** True when the control holds that state, even if the page writes it in its own way. */
function says(key: FieldKey, element: Element, state: ControlState): boolean {
  if (state.kind === "text" && isTextControl(element)) return sameAnswer(element.value, state.value, fieldOf(key).type);
  return isState(element, state);
}

function isCut(element: Element, written: ControlState): boolean {
  return written.kind === "text" && isTextControl(element) && element.value !== "" && written.value.startsWith(element.value);
}

function isRadio({ control }: FillEntry): boolean {
  return control.type === "radio";
}

function isChecked(element: Element): boolean {
  return element instanceof HTMLInputElement && element.checked;
}

function isWritten(step: Step): step is Written {
  return step !== "otherButton" && "written" in step;
}

function mayCome(step: Settled | Other): boolean {
  return step !== "otherButton" && step.reason !== undefined && MAY_COME.has(step.reason);
}

function left(reason: Reason): Settled {
  return { outcome: "left", reason };
}

/** Reasons for leaving a control that no longer count when the person names it. */
const YIELDING: ReadonlySet<NonNullable<ControlReading["leave"]>> = new Set(["otherParty", "search", "price"]);

const REASON_OF: Record<NonNullable<ControlReading["leave"]>, Reason> = {
  readOnly: "readOnly",
  disabled: "readOnly",
  hidden: "hidden",
  sworn: "notOurs",
  otherParty: "notOurs",
  password: "notOurs",
  captcha: "notOurs",
  search: "notOurs",
  price: "notOurs",
};

/** The content of a control, as a person reads it. */
function textOf(element: Element): string | undefined {
  if (element instanceof HTMLSelectElement) {
    const chosen = [...element.selectedOptions].filter((option) => !isPlaceholderOption(option));
    return chosen.map(({ text }) => text.trim()).join(", ");
  }
  if (element instanceof HTMLInputElement && (element.type === "radio" || element.type === "checkbox")) {
    return element.checked ? (element.labels?.[0]?.textContent?.trim() ?? element.value) : "";
  }
  return isTextControl(element) ? element.value : undefined;
}
