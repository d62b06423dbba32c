/**
 * The page's share of its reading: gathers what it writes as evidence, has it judged (judge.ts, where there is no page), and joins to what was decided
 * what each control holds now. One walk of the tree; nothing is changed.
 */

import type { Consultation } from "../domain/consultation.ts";
import type { ControlEvidence, Evidence } from "../domain/evidence.ts";
import type { ControlReading, ListCell, PageReading } from "../domain/page-reading.ts";
import { present } from "../domain/present.ts";
import type { JudgedControl, Judgement, Question } from "../domain/question.ts";
import { limitsSaid } from "../domain/slot-limits.ts";
import { attributeOf, matches, textOf } from "../page/dom.ts";
import { standsEmpty } from "../page/empty.ts";
import { type Memory, NO_MEMORY } from "../page/memory.ts";
import { Selectors } from "../page/selector.ts";
import type { LiveReading } from "../page/sight.ts";
import type { Steps } from "../page/slices.ts";
import type { Portal } from "../portals/portal.ts";
import { evidenceNow, evidenceSteps } from "./collect.ts";
import { type FoundControl, type Inventory, inventoryOf, isOneOpened, MOST_CONTROLS } from "./controls.ts";
import { siretsOf, siretsWritten } from "./sirets.ts";
import { referredBy } from "./texts.ts";
import { witnessOf } from "./witness.ts";
import { readable } from "./words.ts";

export interface ReadOptions {
  /** The portal whose exceptions apply; `null` on an unknown site. */
  readonly portal: Portal | null;
  /** Absent: nothing is told of it. */
  readonly consultation?: () => Steps<Consultation | null>;
  /** Decides; `null` when nobody did, `"tooLarge"` when the page writes more than any form of ours. */
  readonly judge: (question: Question) => Steps<Judgement | "tooLarge" | null>;
  /** What was told of the document before. Absent: everything is told anew. */
  readonly memory?: Memory;
}

/**
 * Reads one document, with its open shadow roots; frames are read by their own scripts. Work that may wait: `finish` does it at once where the judge does.
 * @returns `null` when nobody decided
 */
export function* readPage(document: Document, { portal, consultation, judge, memory = NO_MEMORY }: ReadOptions): Steps<LiveReading | null> {
  const inventory = yield* inventoryNow(document, memory);
  const { found, goesDeeper } = inventory;
  if (found.length > MOST_CONTROLS) return unread(portal, `more than ${MOST_CONTROLS} controls`);
  const known = inventory.hasShadows ? NO_MEMORY : memory;
  const evidence = yield* evidenceOf(document, found, known);
  const judgement = yield* judge({ evidence, portal: portal?.id ?? null, exceptions: exceptionsOn(found, portal) });
  if (judgement === null) return null;
  if (judgement === "tooLarge") return unread(portal, "more text than a form has");
  const ways = yield* known.of("ways", () => whereaboutsOf(found), { about: found });
  const places = new Map<string, { readonly place: FoundControl; readonly asks: Asks }>();
  const controls: ControlReading[] = [];
  for (const [at, judged] of judgement.controls.entries()) {
    const [place, told, way] = [found[at], evidence.controls[at], ways[at]];
    if (place === undefined || told === undefined || way === undefined) continue;
    const control = readingOf(judged, told, way);
    places.set(control.id, { place, asks: { label: judged.label, labels: told.labels, questions: told.questions } });
    controls.push(control);
    yield;
  }
  const written = yield* known.of("sirets", () => siretsWritten(document), { attributes: [] });
  yield;
  const page: PageReading = {
    detected: judgement.detected,
    kind: judgement.kind,
    portal: portal?.id ?? null,
    why: judgement.why,
    controls,
    ...(goesDeeper && !judgement.detected ? { unread: "tooDeep" } : {}),
    sirets: siretsOf(
      found.flatMap(({ element }, at) =>
        element instanceof HTMLInputElement ? [{ value: element.value, party: judgement.controls[at]?.party }] : [],
      ),
      written,
    ),
    consultation: consultation === undefined ? null : yield* consultation(),
  };
  if (page.detected) memory.watch();
  return {
    page,
    elementOf: (id) => places.get(id)?.place.element ?? null,
    witnessOf: (id) => {
      const known = places.get(id);
      return known === undefined ? null : witnessOf(known.asks, known.place);
    },
  };
}

function* inventoryNow(document: Document, memory: Memory): Steps<Inventory> {
  let isNew = false;
  const known = yield* memory.of("inventory", () => {
    isNew = true;
    return inventoryOf(document);
  });
  // Nothing tells that a shadow root was opened, or what changed in one.
  if (isNew || !(known.hasShadows || (yield* isOneOpened(known)))) return known;
  memory.forget();
  return yield* inventoryOf(document);
}

function* evidenceOf(document: Document, found: readonly FoundControl[], memory: Memory): Steps<Evidence> {
  let isNew = false;
  const tell = () => {
    isNew = true;
    return evidenceSteps(document, found);
  };
  const known = yield* memory.of("evidence", tell, { about: found });
  return isNew ? known : yield* evidenceNow(known, found);
}

/** What a control asked in words, when it was judged. */
type Asks = Parameters<typeof witnessOf>[0];

/** Of a page too large to be a form of ours. */
function unread(portal: Portal | null, why: string): LiveReading {
  const about = { detected: false, kind: null, portal: portal?.id ?? null, why: [why], unread: "tooMany" } as const;
  const page = { ...about, controls: [], sirets: [], consultation: null };
  return { page, elementOf: () => null, witnessOf: () => null };
}

/** A control with the way to it: selectors in its document, and in each shadow root that holds it. */
interface Whereabouts extends Pick<ControlReading, "selector" | "shadow"> {
  readonly element: Element;
}

function* whereaboutsOf(found: readonly FoundControl[]): Steps<Whereabouts[]> {
  const selectors = new Selectors();
  const ways: Whereabouts[] = [];
  for (const place of found) {
    ways.push(yield* whereabouts(place, selectors));
    yield;
  }
  return ways;
}

function* whereabouts({ element, hosts }: FoundControl, selectors: Selectors): Steps<Whereabouts> {
  const selector = yield* selectors.of(element);
  const above: string[] = [];
  for (const host of hosts) above.push(yield* selectors.of(host));
  return { element, selector, ...(above.length === 0 ? {} : { shadow: above.join(" >>> ") }) };
}

/** Which company the person wrote in a row of the group. */
function heldIn(cell: ListCell | undefined, element: Element): string | undefined {
  const names = cell?.list === "members" && (cell.column === "siret" || cell.column === "name");
  const text = names && element instanceof HTMLInputElement ? element.value.trim() : "";
  return text === "" ? undefined : text.slice(0, 300);
}

/** Texts of a row that are kept besides the label. */
const MOST_BESIDE = 5;

/** One property a line, each with what stands for nothing. */
function readingOf(
  { party: _, ...judged }: JudgedControl,
  { type, titles, labels, form }: ControlEvidence,
  { element, selector, shadow }: Whereabouts,
): ControlReading {
  const input = element as HTMLInputElement;
  const beside = labels
    .flatMap(({ from, text }) => (from === "table:row" && text !== judged.label ? text.slice(0, 300) : []))
    .slice(0, MOST_BESIDE);
  const control: ControlReading = {
    ...judged,
    id: shadow === undefined ? selector : `${shadow} >>> ${selector}`,
    selector,
    ...present({ shadow }),
    type,
    label: judged.label.slice(0, 300),
    ...present({ heading: titles[0]?.text, form: form ?? undefined }),
    ...(beside.length > 0 ? { beside } : {}),
    ...(titles.length > 1 ? { above: titles.slice(1).map(({ text }) => text.slice(0, 300)) } : {}),
    required: input.required === true || attributeOf(element, "aria-required") === "true" || /\*\s*$/.test(readable(judged.label)),
    empty: true,
    ...(input.maxLength > 0 ? { maxLength: input.maxLength } : {}),
    ...slotLimits(type, labels, element),
    ...(type === "select" && input.multiple ? { multiple: true } : {}),
    ...(type === "file" || type === "dropZone" ? { multiple: type === "dropZone" || input.multiple } : {}),
    ...present({ holds: heldIn(judged.cell, element) }),
  };
  return { ...control, empty: isEmpty(control, element) };
}

/** What the slot takes: its attribute first, then what the page writes beside it. */
function slotLimits(
  type: ControlEvidence["type"],
  labels: ControlEvidence["labels"],
  element: Element,
): Pick<ControlReading, "accept" | "maxSize"> {
  if (type !== "file" && type !== "dropZone") return {};
  const descriptions = referredBy(element, "aria-describedby").map((one) => readable(textOf(one)));
  const said = limitsSaid([...labels.flatMap(({ text, hint }) => [text, hint]), ...descriptions]);
  const accept = type === "file" ? (element as HTMLInputElement).accept : "";
  return accept === "" ? said : { ...said, accept };
}

function isEmpty(control: ControlReading, element: Element): boolean {
  if (control.type === "file") return ((element as HTMLInputElement).files?.length ?? 0) === 0;
  return control.type === "dropZone" || standsEmpty(control, element);
}

function exceptionsOn(found: readonly FoundControl[], portal: Portal | null): Question["exceptions"] {
  const map = new Map<number, Question["exceptions"][number]>();
  for (const { selector, target, why } of portal?.exceptions ?? [])
    for (const [at, { element }] of found.entries()) if (matches(element, selector)) map.set(at, { at, target, why });
  return [...map.values()];
}
