/** Reads a page: what each control asks, whose it is, and whether the page is a form of ours. One walk of the tree; nothing is changed. */

import type { Consultation } from "../domain/consultation.ts";
import type { Clue, ControlReading, ListCell, PageReading } from "../domain/page-reading.ts";
import { present } from "../domain/present.ts";
import { limitsSaid } from "../domain/slot-limits.ts";
import { attributeOf, matches, textOf } from "../page/dom.ts";
import { standsEmpty } from "../page/empty.ts";
import { Selectors } from "../page/selector.ts";
import type { LiveReading } from "../page/sight.ts";
import type { Steps } from "../page/slices.ts";
import type { ControlException, Portal } from "../portals/portal.ts";
import { evidenceSteps } from "./collect.ts";
import { type FoundControl, inventoryOf, MOST_CONTROLS } from "./controls.ts";
import { type Decided, decisionSteps } from "./decide.ts";
import type { Guess } from "./guess.ts";
import { isOath } from "./leave.ts";
import { listCellsOf } from "./lists.ts";
import { siretsOf } from "./sirets.ts";
import { referredBy } from "./texts.ts";
import { witnessOf } from "./witness.ts";
import { readable } from "./words.ts";

export interface ReadOptions {
  /** The portal whose exceptions apply; `null` on an unknown site. */
  readonly portal: Portal | null;
  /** Absent: nothing is told of it. */
  readonly consultation?: () => Steps<Consultation | null>;
}

/** Reads one document, with its open shadow roots; frames are read by their own scripts. Work that may wait: `finish` does it at once. */
export function* readPage(document: Document, { portal, consultation }: ReadOptions): Steps<LiveReading> {
  const { found, goesDeeper } = yield* inventoryOf(document);
  if (found.length > MOST_CONTROLS) return unread(portal);
  const evidence = yield* evidenceSteps(document, found);
  const exceptions = exceptionsOn(found, portal);
  const decided = yield* decisionSteps(evidence, { exceptions, isPortal: portal !== null, thisYear: new Date().getFullYear() });
  const places = new Map<string, { readonly place: FoundControl; readonly guess: Guess }>();
  const controls: ControlReading[] = [];
  const selectors = new Selectors();
  const cells = listCellsOf(decided.controls.map(({ guess }) => guess));
  for (const [at, one] of decided.controls.entries()) {
    const place = found[at];
    if (place === undefined) continue;
    const read = readingOf(one, yield* whereabouts(place, selectors), exceptions.get(at), portal);
    const cell = one.resolved.target === null && !exceptions.has(at) ? cells.get(one.guess) : undefined;
    const control: ControlReading = { ...read, ...present({ cell, holds: heldIn(cell, place.element) }) };
    places.set(control.id, { place, guess: one.guess });
    controls.push(control);
    yield;
  }
  const page: PageReading = {
    detected: decided.detected,
    kind: decided.kind,
    portal: portal?.id ?? null,
    why: decided.why,
    controls,
    ...(goesDeeper && !decided.detected ? { unread: "tooDeep" } : {}),
    sirets: yield* siretsOf(
      document,
      found.flatMap(({ element }, at) =>
        element instanceof HTMLInputElement ? [{ value: element.value, party: decided.controls[at]?.guess.party }] : [],
      ),
    ),
    consultation: consultation === undefined ? null : yield* consultation(),
  };
  return {
    page,
    elementOf: (id) => places.get(id)?.place.element ?? null,
    witnessOf: (id) => {
      const known = places.get(id);
      return known === undefined ? null : witnessOf(known.guess, known.place);
    },
  };
}

/** Of a page too large to be a form of ours. */
function unread(portal: Portal | null): LiveReading {
  const why = [`more than ${MOST_CONTROLS} controls`];
  const about = { detected: false, kind: null, portal: portal?.id ?? null, why, unread: "tooMany" } as const;
  const page = { ...about, controls: [], sirets: [], consultation: null };
  return { page, elementOf: () => null, witnessOf: () => null };
}

/** A control with the way to it: selectors in its document, and in each shadow root that holds it. */
interface Whereabouts extends Pick<ControlReading, "selector" | "shadow"> {
  readonly element: Element;
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

/** One property a line, each with what stands for nothing. */
function readingOf(
  { guess, resolved, leave, tier, doubts }: Decided,
  { element, selector, shadow }: Whereabouts,
  exception: ControlException | undefined,
  portal: Portal | null,
): ControlReading {
  const { type, titles } = guess.control;
  const input = element as HTMLInputElement;
  const unit = unitOf(guess);
  const clues: Clue[] =
    exception === undefined
      ? [...guess.clues]
      : [{ from: `portal:${portal?.id ?? ""}`, text: exception.why, target: exception.target, weight: 1 }];
  if (resolved.why !== undefined) clues.push({ from: "context", text: resolved.why, target: "none", weight: 1 });
  const control: ControlReading = {
    id: shadow === undefined ? selector : `${shadow} >>> ${selector}`,
    selector,
    ...present({ shadow }),
    type,
    target: leave === "sworn" && isOath(guess) ? "declarationHonneur" : resolved.target,
    ...present({ leave, part: resolved.part, of: resolved.of, unit }),
    label: guess.label.slice(0, 300),
    ...present({ heading: titles[0]?.text, form: guess.control.form ?? undefined }),
    ...(titles.length > 1 ? { above: titles.slice(1).map(({ text }) => text.slice(0, 300)) } : {}),
    required: input.required === true || attributeOf(element, "aria-required") === "true" || /\*\s*$/.test(readable(guess.label)),
    empty: true,
    ...(input.maxLength > 0 ? { maxLength: input.maxLength } : {}),
    ...slotLimits(guess, element),
    ...(type === "file" || type === "dropZone" ? { multiple: type === "dropZone" || input.multiple } : {}),
    tier,
    doubts,
    score: exception === undefined ? Math.round(guess.confidence * 100) / 100 : 1,
    clues,
  };
  return { ...control, empty: isEmpty(control, element) };
}

/** What the slot takes: its attribute first, then what the page writes beside it. */
function slotLimits({ control: { type }, labels }: Guess, element: Element): Pick<ControlReading, "accept" | "maxSize"> {
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

const AMOUNT = /\b(k ?€|k ?euros?|keur|milliers? d['’ ]?(euros?|€)|en milliers|m ?€|meur|millions? d['’ ]?(euros?|€)|en millions)/i;

/** Thousands or millions, when the page says so: only an amount is written in them, whoever says that one is asked. */
function unitOf(guess: Guess): ControlReading["unit"] {
  const { titles, after, caption } = guess.control;
  const texts = [...guess.labels.map(({ text, hint }) => `${text} ${hint}`), titles[0]?.text ?? "", after, caption];
  const said = texts.map((text) => AMOUNT.exec(text)?.[0].toLowerCase()).find((one) => one !== undefined);
  if (said === undefined) return undefined;
  return said.startsWith("m") && !said.startsWith("mill") ? "MEUR" : /million/.test(said) ? "MEUR" : "kEUR";
}

function exceptionsOn(found: readonly FoundControl[], portal: Portal | null): ReadonlyMap<number, ControlException> {
  const map = new Map<number, ControlException>();
  for (const exception of portal?.exceptions ?? [])
    for (const [at, { element }] of found.entries()) if (matches(element, exception.selector)) map.set(at, exception);
  return map;
}
