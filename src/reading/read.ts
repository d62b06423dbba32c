/** Reads a page: what each control asks, whose it is, and whether the page is a form of ours. One walk of the tree; nothing is changed. */

import type { Consultation } from "../domain/consultation.ts";
import { isFieldKey } from "../domain/fields.ts";
import type { Clue, ControlReading, PageReading, Target } from "../domain/page-reading.ts";
import { present } from "../domain/present.ts";
import { limitsSaid } from "../domain/slot-limits.ts";
import { standsEmpty } from "../page/empty.ts";
import { selectorOf } from "../page/selector.ts";
import type { LiveReading } from "../page/sight.ts";
import type { ControlException, Portal } from "../portals/portal.ts";
import { controlsOf } from "./controls.ts";
import { detect, type Weighed } from "./detect.ts";
import { type Guess, guessesOf } from "./guess.ts";
import { referredBy } from "./labels.ts";
import { type FormsSeen, leaveOf } from "./leave.ts";
import { type Resolved, resolve } from "./resolve.ts";
import { siretsOf } from "./sirets.ts";
import { witnessOf } from "./witness.ts";
import { readable } from "./words.ts";

export interface ReadOptions {
  /** The portal whose exceptions apply; `null` on an unknown site. */
  readonly portal: Portal | null;
  readonly consultation: () => Consultation | null;
}

/** Reads one document, with its open shadow roots; frames are read by their own scripts. */
export function readPage(document: Document, { portal, consultation }: ReadOptions): LiveReading {
  const found = controlsOf(document);
  const thisYear = new Date().getFullYear();
  const guesses = guessesOf(found, thisYear);
  const resolutions = resolve(guesses);
  const exceptions = exceptionsOn(document, portal);
  const guessOf = new Map<string, Guess>();
  const forms: FormsSeen = new Map();
  const weighed: Weighed[] = [];
  const controls: ControlReading[] = [];
  for (const guess of guesses) {
    const exception = exceptions.get(guess.control.element);
    const resolved =
      exception === undefined
        ? (resolutions.get(guess) ?? { target: null })
        : { target: exception.target === "none" ? null : exception.target };
    const leave = leaveOf(guess, forms) ?? resolved.leave;
    weighed.push({ guess, resolved, leave });
    const control = readingOf(guess, resolved, leave, exception, portal);
    controls.push(control);
    guessOf.set(control.id, guess);
  }
  const verdict = detect(document, weighed, portal !== null);
  const page: PageReading = {
    detected: verdict.detected,
    kind: verdict.kind,
    portal: portal?.id ?? null,
    why: verdict.why,
    controls: withoutLogin(controls, verdict.logins, guesses),
    sirets: siretsOf(
      document,
      guesses.flatMap(({ control: { element }, party }) => (element instanceof HTMLInputElement ? [{ value: element.value, party }] : [])),
    ),
    consultation: consultation(),
  };
  return {
    page,
    elementOf: (id) => guessOf.get(id)?.control.element ?? null,
    witnessOf: (id) => {
      const guess = guessOf.get(id);
      return guess === undefined ? null : witnessOf(guess);
    },
  };
}

/** What stands in a login is nobody's field. */
function withoutLogin(controls: readonly ControlReading[], logins: ReadonlySet<Element>, guesses: readonly Guess[]): ControlReading[] {
  return controls.map((control, at) => {
    const element = guesses[at]?.control.element;
    return element !== undefined && logins.has(element) && control.leave === undefined
      ? { ...control, target: null, leave: "password" as const }
      : control;
  });
}

function readingOf(
  guess: Guess,
  resolved: Resolved,
  leave: ControlReading["leave"],
  exception: ControlException | undefined,
  portal: Portal | null,
): ControlReading {
  const { element, type, hosts, headings } = guess.control;
  const input = element as HTMLInputElement;
  const selector = selectorOf(element);
  const shadow = hosts.length === 0 ? undefined : hosts.map(selectorOf).join(" >>> ");
  const unit = unitOf(guess, resolved.target);
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
    target: leave === "sworn" ? "declarationHonneur" : resolved.target,
    ...present({ leave, part: resolved.part, of: resolved.of, unit }),
    label: guess.label.slice(0, 300),
    ...present({ heading: headings[0]?.text }),
    required: input.required === true || element.getAttribute("aria-required") === "true" || /\*\s*$/.test(readable(guess.label)),
    empty: true,
    ...(input.maxLength > 0 ? { maxLength: input.maxLength } : {}),
    ...slotLimits(guess),
    ...(type === "file" || type === "dropZone" ? { multiple: type === "dropZone" || input.multiple } : {}),
    score: exception === undefined ? Math.round(guess.confidence * 100) / 100 : 1,
    clues,
  };
  return { ...control, empty: isEmpty(control, element) };
}

/** What the slot takes: its attribute first, then what the page writes beside it. */
function slotLimits({ control: { element, type }, labels }: Guess): Pick<ControlReading, "accept" | "maxSize"> {
  if (type !== "file" && type !== "dropZone") return {};
  const descriptions = referredBy(element, "aria-describedby").map(({ textContent }) => readable(textContent));
  const said = limitsSaid([...labels.flatMap(({ text, hint }) => [text, hint]), ...descriptions]);
  const accept = type === "file" ? (element as HTMLInputElement).accept : "";
  return accept === "" ? said : { ...said, accept };
}

function isEmpty(control: ControlReading, element: Element): boolean {
  if (control.type === "file") return ((element as HTMLInputElement).files?.length ?? 0) === 0;
  return control.type === "dropZone" || standsEmpty(control, element);
}

const AMOUNT = /\b(k ?€|k ?euros?|keur|milliers? d['’ ]?(euros?|€)|en milliers|m ?€|meur|millions? d['’ ]?(euros?|€)|en millions)/i;

/** Thousands or millions, when the page says so of an amount. */
function unitOf(guess: Guess, target: Target | null): ControlReading["unit"] {
  if (target === null || !isFieldKey(target) || !/^(chiffreAffaires|ca|capital|resultat)/.test(target)) return undefined;
  const { element } = guess.control;
  const texts = [
    ...guess.labels.map(({ text, hint }) => `${text} ${hint}`),
    guess.control.headings[0]?.text ?? "",
    element.nextSibling?.textContent ?? "",
    element.closest("table")?.querySelector("caption")?.textContent ?? "",
  ];
  const said = texts.map((text) => AMOUNT.exec(text)?.[0].toLowerCase()).find((one) => one !== undefined);
  if (said === undefined) return undefined;
  return said.startsWith("m") && !said.startsWith("mill") ? "MEUR" : /million/.test(said) ? "MEUR" : "kEUR";
}

function exceptionsOn(document: Document, portal: Portal | null): ReadonlyMap<Element, ControlException> {
  const map = new Map<Element, ControlException>();
  for (const exception of portal?.exceptions ?? [])
    for (const element of document.querySelectorAll(exception.selector)) map.set(element, exception);
  return map;
}
