/**
 * Why the reader decided as it did, control by control: the notes of its own decisions, put in order. Nothing is decided again here.
 */
import { fieldOf, isFieldKey } from "../../src/domain/fields.ts";
import type { Clue, ControlReading, Target, Tier } from "../../src/domain/page-reading.ts";
import { type Decided, decide } from "../../src/reading/decide.ts";
import type { Sign } from "../../src/reading/parties.ts";
import { wouldBeFilled } from "./count.ts";
import type { RecordedPage } from "./evidence.ts";

/** A text that spoke of what the control asks. */
interface Candidate {
  /** A field, a piece, or `none`: something outside the catalogue. */
  readonly target: Target | "none";
  /** How far the place of the text is believed, 0–1; 0: the text says something else too. */
  readonly weight: number;
  /** The rung, and the text. */
  readonly from: string;
  readonly text: string;
  /** True for the candidate that decided. */
  readonly wins: boolean;
}

export interface Explanation {
  /** Number of its frame, then of the control in it, in the page's order. */
  readonly frame: number;
  readonly at: number;
  readonly label: string;
  readonly name: string;
  readonly id: string;
  /** What a label of the corpus expects, and where it says that the control is. */
  readonly expected?: string | undefined;
  readonly selector?: string | undefined;
  readonly candidates: readonly Candidate[];
  /** 0–1: how far what it asks by itself is believed. */
  readonly confidence: number;
  /** Signs of whose it is: `about` the party, role or address; the deciding sign is marked. */
  readonly owners: readonly Sign[];
  /** The titles over it, nearest first: what each is about, whether every word of it is known. */
  readonly subjects: readonly { readonly text: string; readonly topic: string | null; readonly isUnderstood: boolean }[];
  readonly year: number | "other" | null;
  /** What it asks when its neighbours are taken into account. */
  readonly asked: string | null;
  readonly target: Target | null;
  readonly part?: ControlReading["part"];
  readonly of?: ControlReading["of"];
  /** What would be done: `nothing` where the page is not ours, or the control is left. */
  readonly outcome: Tier | "nothing";
  /** Why it won, was lowered, or is never written, in words. */
  readonly because: readonly string[];
}

export interface PageExplanation {
  readonly slug: string;
  /** For each frame: the signs of the page, with their weights, and their sum. */
  readonly frames: readonly { readonly detected: boolean; readonly why: readonly string[] }[];
  readonly controls: readonly Explanation[];
}

/** @param thisYear the calendar year: in 2026, "2025" is N-1 */
export function explanationOf({ slug, frames }: RecordedPage, thisYear: number): PageExplanation {
  const decided = frames.map(({ evidence }) => decide(evidence, { exceptions: new Map(), isPortal: false, thisYear }));
  return {
    slug,
    frames: decided.map(({ detected, why }) => ({ detected, why })),
    controls: decided.flatMap(({ detected, controls }, frame) =>
      controls.map((one, at): Explanation => {
        const label = frames[frame]?.labels.find((labelled) => labelled.at === at)?.label;
        return { frame, at, ...(label === undefined ? {} : { expected: label.field, selector: label.selector }), ...told(one, detected) };
      }),
    ),
  };
}

function told({ guess, resolved, leave, tier, doubts }: Decided, detected: boolean): Omit<Explanation, "frame" | "at"> {
  const { control, label, clues, by, confidence, signs, over, year } = guess;
  const isFilled = detected && wouldBeFilled(resolved.target, leave);
  const reasons = [
    ...(resolved.why === undefined ? [] : [resolved.why]),
    ...(leave === undefined ? [] : [`left: ${leave}`]),
    ...(detected ? [] : ["the page is not a form of ours"]),
    ...(isFilled ? doubts.map(({ about, text }) => `lowered: ${about}${text === "" ? "" : ` « ${text} »`}`) : []),
  ];
  return {
    ...{ label, name: control.name, id: control.id },
    candidates: clues.filter(isCandidate).map((clue) => ({
      target: clue.target ?? "none",
      weight: clue.weight,
      from: clue.from,
      text: clue.text,
      wins: clue === by || (clue.from === "piece" && clue.target === guess.piece),
    })),
    confidence,
    owners: signs,
    subjects: over.map(({ text, topic, isUnderstood }) => ({ text, topic, isUnderstood })),
    year,
    asked: resolved.asked ?? guess.concept,
    target: resolved.target,
    ...(resolved.part === undefined ? {} : { part: resolved.part }),
    ...(resolved.of === undefined ? {} : { of: resolved.of }),
    outcome: isFilled ? tier : "nothing",
    because: reasons.length === 0 ? ["said plainly, every title understood, asked once"] : reasons,
  };
}

/** False for clues that say whose a control is: those are among the owners. */
function isCandidate({ from }: Clue): boolean {
  return from !== "party" && from !== "role";
}

/** @param control words of its label, its name, its id or its selector; absent: every control */
export function explanationText({ slug, frames, controls }: PageExplanation, control?: string): string {
  const wanted = control?.toLowerCase();
  const told = controls.filter(
    ({ label, name, id, selector }) =>
      wanted === undefined || [label, name, id, selector].some((text) => text?.toLowerCase().includes(wanted) === true),
  );
  const signs = frames.flatMap(({ detected, why }, at) => [
    `  cadre ${at} : ${detected ? "formulaire reconnu" : "pas de formulaire"} · ${why.join(" · ")}`,
  ]);
  return [slug, ...signs, ...told.flatMap(controlText)].join("\n");
}

function controlText(one: Explanation): string[] {
  const { at, label, expected, candidates, confidence, owners, subjects, year, asked, target, outcome, because } = one;
  const wanted = expected === undefined ? "" : ` · attendu ${expected}`;
  return [
    `  ${at} « ${label} » [${one.name || one.id}] → ${outcome === "nothing" ? "rien" : `${nameOf(target)} (${outcome})`}${wanted}`,
    `    pourquoi : ${because.join(" ; ")}`,
    `    demande ${asked ?? "rien de connu"} (${confidence.toFixed(2)})${year === null ? "" : `, exercice ${year}`}`,
    ...candidates.map((c) => `      ${c.wins ? ">" : " "} ${c.target} ${c.weight} ${c.from} « ${c.text} »`),
    ...owners.map((sign) => `      ${sign.decides ? ">" : " "} ${sign.about} ${sign.says} ${sign.from} « ${sign.text} »`),
    ...subjects.map(
      ({ text, topic, isUnderstood }) => `      titre « ${text} »${topic === null ? "" : ` ${topic}`}${isUnderstood ? "" : " non compris"}`,
    ),
  ];
}

function nameOf(target: Target | null): string {
  return target !== null && isFieldKey(target) ? `${target}, ${fieldOf(target).label}` : String(target);
}
