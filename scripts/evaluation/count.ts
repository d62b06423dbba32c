/**
 * Counts predictions against labels. A wrong answer is another field than the label's, or any answer where none was wanted:
 * a false value in a bid can lose it, a missing one is typed by hand.
 */
import type { Tier } from "../../src/domain/page-reading.ts";
import type { Label } from "./labels.ts";

/** Answers that mean that a control is left alone. */
const NOTHING: ReadonlySet<string> = new Set(["none", "password", "declarationHonneur"]);

/** Controls left alone, whatever they ask; read-only and disabled ones count as recognised. */
const LEFT_ALONE: readonly (string | undefined)[] = ["sworn", "otherParty", "hidden", "password", "captcha", "search"];

/** True when a control read so would be given a value or a file, at once or once the person accepts it. */
export function wouldBeFilled<Target extends string>(target: Target | null, leave: string | undefined): target is Target {
  return target !== null && !NOTHING.has(target) && !LEFT_ALONE.includes(leave);
}

/** `leftAlone`: nothing was predicted, which is right. `unlabelled`: no label says what is right. */
export type Verdict = "right" | "missed" | "wrong" | "leftAlone" | "unlabelled";

/** @param predicted a field, a piece, or `none` */
export function verdictOf({ field, acceptable = [], optional = false, atMost }: Partial<Label>, predicted: string, tier?: Tier): Verdict {
  if (field === undefined) return "unlabelled";
  if (atMost === "proposed" && tier === "sure" && predicted !== "none") return "wrong";
  const answers = [field, ...acceptable];
  if (predicted === "none") return optional || answers.some((answer) => NOTHING.has(answer)) ? "leftAlone" : "missed";
  return !NOTHING.has(predicted) && answers.includes(predicted) ? "right" : "wrong";
}

export interface Counts {
  readonly right: number;
  readonly missed: number;
  readonly wrong: number;
  readonly leftAlone: number;
  /** Counts of what one click writes, and of what the person is asked to confirm. */
  readonly sure: TierCounts;
  readonly proposed: TierCounts;
  /** Of what was predicted, the share that is right; `null` when nothing was. */
  readonly precision: number | null;
  /** Of what the labels want filled, the share that is right; `null` when they want nothing. */
  readonly recall: number | null;
}

export interface TierCounts {
  readonly right: number;
  readonly wrong: number;
  readonly precision: number | null;
}

interface Judged {
  readonly verdict: Verdict;
  /** True when its label wants it filled. */
  readonly wanted: boolean;
  readonly tier: Tier;
}

export function countsOf(judged: readonly Judged[]): Counts {
  const number = (verdict: Verdict) => judged.filter((one) => one.verdict === verdict).length;
  const [right, missed, wrong] = [number("right"), number("missed"), number("wrong")];
  const wrongThoughWanted = judged.filter(({ verdict, wanted }) => verdict === "wrong" && wanted).length;
  return {
    right,
    missed,
    wrong,
    leftAlone: number("leftAlone"),
    sure: tierCounts(judged, "sure"),
    proposed: tierCounts(judged, "proposed"),
    precision: share(right, right + wrong),
    recall: share(right, right + missed + wrongThoughWanted),
  };
}

function tierCounts(judged: readonly Judged[], tier: Tier): TierCounts {
  const number = (verdict: Verdict) => judged.filter((one) => one.tier === tier && one.verdict === verdict).length;
  const [right, wrong] = [number("right"), number("wrong")];
  return { right, wrong, precision: share(right, right + wrong) };
}

/** True when the label asks for a value or a piece. */
export function isWanted({ field }: Pick<Label, "field">): boolean {
  return field !== undefined && !NOTHING.has(field);
}

export interface DetectionCounts {
  readonly right: number;
  readonly wrong: number;
}

/** Pages whose labels say whether a form of ours is there. */
export function detectionOf(pages: readonly { readonly detected: boolean; readonly expected: boolean | undefined }[]): DetectionCounts {
  const told = pages.filter(({ expected }) => expected !== undefined);
  const right = told.filter(({ detected, expected }) => detected === expected).length;
  return { right, wrong: told.length - right };
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
