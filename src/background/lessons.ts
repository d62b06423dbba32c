/** What the person taught of forms: kept on this machine, applied to what is read of the same forms, and of no other. */
import { z } from "zod";
import { hexOf } from "../domain/bytes.ts";
import { isFieldKey, mayBeTaught } from "../domain/fields.ts";
import {
  answerOf,
  isSameControl,
  type Lesson,
  NAMEABLE,
  SLOTS,
  signsOf,
  structureOf,
  type TaughtAnswer,
  TaughtForm,
} from "../domain/lessons.ts";
import type { Doubt } from "../domain/page-reading.ts";
import { maskedText } from "../domain/values.ts";
import type { ControlRef } from "../messages/contract.ts";
import type { ControlReport } from "../messages/page.ts";
import type { Cell, Cells } from "../store/cells.ts";
import { hostOf, type TabState } from "./tabs.ts";

/** How many forms are remembered. Beyond that, the one taught longest ago is forgotten. */
const MOST_FORMS = 500;

export type Lessons = readonly TaughtForm[];

export const lessonsCell = (local: Cells): Cell<TaughtForm[]> => local("lessons", z.array(TaughtForm), [], []);

/** One form of a frame, as it was read. */
interface ReadForm {
  readonly host: string;
  readonly structure: string;
  readonly controls: readonly ControlReport[];
}

/** What may be said of a control: any field, a piece, or only whether what was read goes there; `null`: nothing, it is never filled. */
export function teachableAs({ leave, type, part, target, taught }: ControlReport): "anything" | "aPiece" | "asRead" | null {
  if (leave !== undefined) return null;
  // A place that was read to take no piece of ours is the offer's.
  if (SLOTS.has(type)) return taught !== undefined || target?.startsWith("document.") === true ? "aPiece" : null;
  if (NAMEABLE.has(type) && part === undefined) return "anything";
  return target !== null && isFieldKey(target) && mayBeTaught(target) ? "asRead" : null;
}

/** The tab as it was read, corrected by what was taught of its forms. */
export async function withLessons(tab: TabState, lessons: Lessons): Promise<TabState> {
  const frames: TabState["frames"] = {};
  for (const [id, frame] of Object.entries(tab.frames)) {
    const host = hostIn(tab, frame.url);
    const own = lessons.filter((form) => form.host === host);
    if (own.length === 0) frames[id] = frame;
    else frames[id] = { ...frame, page: { ...frame.page, controls: [...(await taughtControls(frame, host, own))] } };
  }
  return { ...tab, frames };
}

async function taughtControls(
  { document, page: { controls } }: TabState["frames"][string],
  host: string,
  lessons: Lessons,
): Promise<readonly ControlReport[]> {
  const taught = new Map<ControlReport, ControlReport>();
  for (const form of await formsOf(controls, host)) {
    const known = lessons.filter(({ structure }) => structure === form.structure);
    // What the person said wins over what a map says.
    const inOrder = [...known.filter(({ by }) => by === "person"), ...known.filter(({ by }) => by === "map")];
    const signs = signsOf(form.controls);
    for (const [at, control] of form.controls.entries()) {
      const sign = signs[at];
      if (sign === undefined) continue;
      for (const { by, lessons: told } of inOrder) {
        const lesson = told.find((one) => isSameControl(one.control, sign));
        if (lesson === undefined || (lesson.how === "refused" && lesson.in === document)) continue;
        taught.set(control, afterLesson(control, lesson, by));
        break;
      }
    }
  }
  return controls.map((control) => taught.get(control) ?? control);
}

function afterLesson(control: ControlReport, { asks, how, doubts }: Lesson, by: TaughtForm["by"]): ControlReport {
  const may = teachableAs(control);
  const target = asks === "none" ? null : asks;
  const isAsRead = target === control.target;
  if (may === null || !maySay(control, asks)) return control;
  const { of: _of, ...rest } = control;
  const answered = isAsRead ? control : { ...rest, target };
  const asked = how === "refused" ? "refused" : by === "map" ? "map" : null;
  if (asked !== null) return { ...answered, tier: "proposed", doubts: [{ about: asked, text: "" }, ...control.doubts], taught: by };
  const left = control.doubts.filter((doubt) => !doubts.some((seen) => isSameDoubt(seen, doubt)));
  return { ...answered, tier: left.length === 0 ? "sure" : "proposed", doubts: left, taught: by };
}

function isSameDoubt(seen: Lesson["doubts"][number], { about, text }: Doubt): boolean {
  return seen.about === about && seen.text === maskedText(text);
}

/** What is said of one control, or `null` to forget what was said of it. */
export interface Saying {
  readonly ref: ControlRef;
  readonly asks: TaughtAnswer | null;
  readonly how: Lesson["how"];
}

/** What was said of the controls of one form. */
interface FormSaid extends Pick<TaughtForm, "host" | "structure"> {
  readonly said: readonly (Omit<Lesson, "asks"> & { readonly asks: TaughtAnswer | null })[];
}

/**
 * What the person said, form by form. A control that is gone, or that is never filled, teaches nothing.
 * @param tab as it was read, without lessons
 */
export async function saidOf(tab: TabState, sayings: readonly Saying[]): Promise<FormSaid[]> {
  const found: FormSaid[] = [];
  for (const [id, frame] of Object.entries(tab.frames)) {
    const own = sayings.filter(({ ref }) => String(ref.frameId) === id);
    if (own.length === 0) continue;
    for (const form of await formsOf(frame.page.controls, hostIn(tab, frame.url))) {
      const said = saidIn(form, own, frame.document);
      if (said.length > 0) found.push({ host: form.host, structure: form.structure, said });
    }
  }
  return found;
}

function saidIn({ controls }: ReadForm, sayings: readonly Saying[], document: string): FormSaid["said"] {
  const signs = signsOf(controls);
  return sayings.flatMap(({ ref, asks, how }) => {
    const at = controls.findIndex(({ id }) => id === ref.id);
    const [control, sign] = [controls[at], signs[at]];
    if (control === undefined || sign === undefined || !maySay(control, asks)) return [];
    // Where a form sends a file is said each time.
    const settled = SLOTS.has(control.type) ? control.doubts.filter(({ about }) => about !== "elsewhere") : control.doubts;
    const doubts = settled.map(({ about, text }) => ({ about, text: maskedText(text) }));
    return [{ control: sign, asks, how, doubts, ...(how === "refused" ? { in: document } : {}) }];
  });
}

function maySay(control: ControlReport, asks: TaughtAnswer | null): boolean {
  const may = teachableAs(control);
  const isPiece = asks?.startsWith("document.") === true;
  if (asks !== null && asks !== "none" && isPiece !== (may === "aPiece")) return false;
  return may === "anything" || may === "aPiece" || (may === "asRead" && (asks === null || asks === "none" || asks === control.target));
}

/** What was said before of the same controls gives way. */
export function withSaid(lessons: Lessons, said: readonly FormSaid[], now: Date): TaughtForm[] {
  return said.reduce<TaughtForm[]>((all, form) => withForm(all, form, now), [...lessons]).slice(-MOST_FORMS);
}

function withForm(lessons: readonly TaughtForm[], { host, structure, said }: FormSaid, now: Date): TaughtForm[] {
  const isIt = (form: TaughtForm) => form.by === "person" && form.host === host && form.structure === structure;
  const before = lessons.find(isIt)?.lessons ?? [];
  const others = before.filter((lesson) => !said.some((one) => isSameControl(one.control, lesson.control)));
  const added = said.flatMap(({ asks, ...one }): Lesson[] => (asks === null ? [] : [{ ...one, asks }]));
  const all = [...others, ...added];
  const rest = lessons.filter((form) => !isIt(form));
  return all.length === 0 ? rest : [...rest, { host, structure, by: "person", at: now.toISOString(), lessons: all.slice(-500) }];
}

/**
 * What a filling says: proposed lines that were accepted, sure ones that were left out.
 * @param tab as the lines tell it, with what was taught before
 */
export function sayingsOf(
  lines: readonly { readonly frameId: number; readonly id: string; readonly also: readonly string[]; readonly status: string }[],
  { accepted, except }: { readonly accepted: readonly ControlRef[]; readonly except: readonly ControlRef[] },
  tab: TabState,
): Saying[] {
  const targetOf = ({ frameId, id }: ControlRef) => tab.frames[frameId]?.page.controls.find((one) => one.id === id)?.target ?? null;
  const isIn = (refs: readonly ControlRef[], line: ControlRef) =>
    refs.some(({ frameId, id }) => frameId === line.frameId && id === line.id);
  return lines.flatMap((line): Saying[] => {
    const how =
      line.status === "proposed" && isIn(accepted, line) ? "confirmed" : line.status === "ready" && isIn(except, line) ? "refused" : null;
    if (how === null) return [];
    return [line.id, ...line.also].flatMap((id) => {
      const ref = { frameId: line.frameId, id };
      const asks = answerOf(targetOf(ref));
      return asks === null || asks === "none" ? [] : [{ ref, asks, how }];
    });
  });
}

/** The host of a frame; one without an address of its own is its page's. */
function hostIn(tab: TabState, url: string): string {
  const host = URL.canParse(url) ? new URL(url).host : "";
  return host === "" ? hostOf(tab) : host;
}

/** Controls of one form go together; those of none are one form. */
async function formsOf(controls: readonly ControlReport[], host: string): Promise<ReadForm[]> {
  const groups = Map.groupBy(controls, ({ form }) => form ?? -1);
  return Promise.all([...groups.values()].map(async (own) => ({ host, structure: await digest(structureOf(own)), controls: own })));
}

async function digest(text: string): Promise<string> {
  return hexOf(new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text))));
}
