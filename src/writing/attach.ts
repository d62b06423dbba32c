/**
 * Attaching files to the page: plain and multiple inputs, inputs hidden behind buttons, drop zones, immediate uploads.
 * What is already there is never replaced unasked, and no file is given twice: a second upload cannot be taken back.
 */

import type { ControlReading, FillOutcome } from "../domain/page-reading.ts";
import { isTooHeavy } from "../domain/slot-limits.ts";
import { bodyOf, boxOf, dispatch, documentOf, isConnected, query, rootOf, textOf } from "../page/dom.ts";
import { writeFiles } from "../page/element.ts";
import type { Finder, Found, Missing } from "../page/sight.ts";
import type { TypedWatch } from "../page/typed.ts";
import { isSeenSlot } from "../page/visible.ts";
import { pause, SETTLE_MS } from "../page/wait.ts";
import { isAccepted } from "./attach-accept.ts";
import { isTyped, type UndoLog } from "./undo.ts";

/** `replaceOurs`: in place of files that we attached before; `add`: beside the files there, when the control takes several. */
export type AttachMode = "replaceOurs" | "add";

export interface AttachOptions {
  readonly finder: Finder;
  readonly undo: UndoLog;
  readonly watch: TypedWatch;
  /** How long the page may take to show or clear the attached files, in milliseconds. */
  readonly settleMs?: number;
}

type Asked = Pick<ControlReading, "id" | "target">;
type Reason = NonNullable<FillOutcome["reason"]>;

/** The slot as it is when attaching begins. */
interface Slot {
  readonly control: ControlReading;
  readonly element: Element;
  /** `null` for a drop zone. */
  readonly input: HTMLInputElement | null;
  readonly standing: readonly File[];
}

/**
 * Attaches the files to one slot and says what is there: `written` holds the names of the files that the slot or the page shows.
 * The outcome is `filled` only for files seen in the control, or named by the page after it took them.
 */
export async function attachFiles(asked: Asked, files: readonly File[], mode: AttachMode, options: AttachOptions): Promise<FillOutcome> {
  const { id, target } = asked;
  if (target === null) throw new TypeError(`Le contrôle ${id} ne demande aucune pièce.`);
  return { id, target, ...(await attachTo(asked, files, mode, options)) };
}

type Ended = Pick<FillOutcome, "outcome" | "reason" | "written">;

const left = (reason: Reason): Ended => ({ outcome: "left", reason });

async function attachTo(asked: Asked, files: readonly File[], mode: AttachMode, options: AttachOptions): Promise<Ended> {
  await options.undo.follow();
  await options.finder.seek(asked.id);
  const found = standing(asked, options);
  if (typeof found === "string") return left(found);
  const slot = slotOf(found);
  const refusal = refusalOf(slot, files) ?? replacementRefusalOf(slot, files, mode, options);
  if (refusal === "same") return { outcome: "alreadyRight", written: namesOf(files) };
  if (refusal !== null) return left(refusal);

  const { control, element, input } = slot;
  const { undo, watch, settleMs = SETTLE_MS } = options;
  const names = files.map(({ name }) => name);
  const isShown = shownSince(element, names);
  const writes = input === null ? null : { kind: "files" as const, files: mode === "add" ? [...slot.standing, ...files] : files };
  undo.remember(control, element, { writes });
  if (!watch.quietly(() => give(slot, files, mode))) {
    undo.forget(control);
    return left("attachFailed");
  }
  await settled(() => isShown() && (input?.files?.length ?? 0) === 0, settleMs);
  await options.finder.seek(asked.id);
  return concluded(asked, { slot, files, isShown }, options);
}

interface Given {
  readonly slot: Slot;
  readonly files: readonly File[];
  /** Whether the page has named the files since they were given. */
  readonly isShown: () => boolean;
}

/** The outcome once the page has had time to react. */
function concluded(asked: Asked, { slot, files, isShown }: Given, options: AttachOptions): Ended {
  const { control, element } = slot;
  const { undo, watch } = options;
  const now = standing(asked, options);
  const current = typeof now === "string" ? null : slotElement(now);
  const held = current instanceof HTMLInputElement ? [...(current.files ?? [])] : [];
  const isHeld = files.every((file) => held.some((one) => sameFile(one, file)));
  if (!isHeld && isMisplaced(slot, files, current)) {
    undo.takeBackElsewhere(asked.id, current, watch);
    undo.forget(control);
    return left("changed");
  }
  if (!isHeld && !isShown()) return left(typeof now === "string" ? now : "pageRefused");
  undo.leave(control, current ?? element, { sent: !isHeld });
  return { outcome: "filled", written: namesOf(isHeld ? held : files) };
}

function namesOf(files: readonly File[]): string {
  return files.map(({ name }) => name).join(", ");
}

function slotOf(found: Found): Slot {
  const element = slotElement(found);
  const input = element instanceof HTMLInputElement && element.type === "file" ? element : null;
  return { control: found.control, element, input, standing: [...(input?.files ?? [])] };
}

/** The slot, as long as it is read as asking the same piece. */
function standing({ id, target }: Asked, { finder }: AttachOptions): Found | Missing {
  const found = finder.find(id);
  return typeof found === "string" || found.control.target === target ? found : "changed";
}

/** The live control. For a drop zone, its own file input if it has one: some zones accept only what a real mouse drops. */
function slotElement({ control, element }: Found): Element {
  return (control.type === "dropZone" && query(element, "input[type=file]:enabled")) || element;
}

/** True when the input that holds our files now asks something else. */
function isMisplaced({ input }: Slot, files: readonly File[], current: Element | null): boolean {
  if (input === null || input === current || !isConnected(input)) return false;
  return files.every((file) => [...(input.files ?? [])].some((one) => sameFile(one, file)));
}

/** Why the slot takes no file, or not these. */
function refusalOf({ control, element, input }: Slot, files: readonly File[]): Reason | null {
  if (control.leave !== undefined && control.leave !== "hidden") return "readOnly";
  if (input === null && control.type !== "dropZone") return "attachFailed";
  // An input hidden behind its own button is usual; one hidden with nothing in its place is a trap.
  if (!isSeenSlot(element)) return "hidden";
  if (input?.matches(":disabled")) return "readOnly";
  const accept = input?.accept ?? control.accept;
  if (!files.every((file) => isAccepted({ fileName: file.name, type: file.type }, accept))) return "notAccepted";
  if (files.some(({ size }) => isTooHeavy(size, control.maxSize))) return "tooHeavy";
  return files.length > 1 && !takesSeveral({ control, input }) ? "oneFileOnly" : null;
}

/** Why files already in the slot keep these files out; "same" when these are there already. */
function replacementRefusalOf(
  slot: Slot,
  files: readonly File[],
  mode: AttachMode,
  { undo, watch }: AttachOptions,
): Reason | "same" | null {
  const { control, element, standing } = slot;
  if (undo.hasSent(control) && mode === "replaceOurs") {
    return files.every(({ name }) => shownTimes(element, [beginningOf(name)]) > 0) ? "same" : "notEmpty";
  }
  if (standing.length === 0) return null;
  if (files.every((file) => standing.some((one) => sameFile(one, file)))) return "same";
  if (mode === "add") return takesSeveral(slot) ? null : "notEmpty";
  if (isTyped(watch, element)) return "typed";
  return undo.isOurs(element) ? null : "notEmpty";
}

function takesSeveral({ control, input }: Pick<Slot, "control" | "input">): boolean {
  return input?.multiple ?? control.multiple ?? true;
}

/** False when nothing there takes files. */
function give({ element, input, standing }: Slot, files: readonly File[], mode: AttachMode): boolean {
  if (input === null) return drop(element, files);
  writeFiles(input, mode === "add" ? [...standing, ...files] : files);
  return true;
}

/** Drops the files on a zone as a mouse would; false when nothing there accepts a drop. */
function drop(zone: Element, files: readonly File[]): boolean {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  const box = boxOf(zone);
  const at = { clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 };
  const send = (type: string) =>
    dispatch(zone, new DragEvent(type, { bubbles: true, cancelable: true, composed: true, dataTransfer: transfer, ...at }));
  send("dragenter");
  // A zone accepts a drop by preventing the browser's default action.
  const takes = !send("dragover");
  if (takes) send("drop");
  else send("dragleave");
  return takes;
}

/**
 * The returned function tells whether the page names the files more often than now, in whole or, as long names are shortened, by their
 * beginning.
 */
function shownSince(element: Element, names: readonly string[]): () => boolean {
  const beginnings = names.map(beginningOf);
  const before = { whole: shownTimes(element, names), begun: shownTimes(element, beginnings) };
  return () =>
    (shownTimes(element, names) > before.whole || shownTimes(element, beginnings) > before.begun) &&
    beginnings.every((beginning) => shownTimes(element, [beginning]) > 0);
}

/** How often these texts appear in the page and in the shadow root that holds the slot. */
function shownTimes(element: Element, texts: readonly string[]): number {
  const root = rootOf(element);
  const body = bodyOf(documentOf(element));
  const said = `${body === null ? "" : textOf(body)} ${root instanceof ShadowRoot ? root.textContent : ""}`;
  return texts.reduce((times, text) => times + said.split(text).length - 1, 0);
}

function beginningOf(name: string): string {
  return name.replace(/\.[^.]*$/, "").slice(0, 16);
}

function sameFile(one: File, other: File): boolean {
  return one.name === other.name && one.size === other.size;
}

async function settled(isDone: () => boolean, settleMs: number): Promise<void> {
  const end = Date.now() + settleMs;
  do await pause(Math.min(50, settleMs));
  while (!isDone() && Date.now() < end);
}
