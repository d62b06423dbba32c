/**
 * What each doubt holds back, alone: of the values that it keeps from being written by one click, how many are right. A doubt that holds only
 * right ones, in several families of pages, is too strong; one that holds wrong ones earns its keep.
 */
import { decide } from "../../src/reading/decide.ts";
import { verdictOf, wouldBeFilled } from "./count.ts";
import type { RecordedPage } from "./evidence.ts";
import { context } from "./families.ts";

export interface Held {
  /** The doubts that hold a value together, in the order of the alphabet; one of them alone would be enough. */
  readonly doubts: readonly string[];
  readonly right: number;
  readonly wrong: number;
  /** Families of pages where it holds a right value, and a wrong one. */
  readonly families: { readonly right: number; readonly wrong: number };
}

/** Pages whose labels say that nothing there is ever sure are not counted: no doubt could be lifted there. */
export function heldBack(pages: readonly RecordedPage[]): readonly Held[] {
  const held = pages.flatMap(({ family, frames }) =>
    frames.flatMap(({ evidence, labels }) => {
      const { detected, controls } = decide(evidence, context());
      return labels.flatMap(({ label, at }) => {
        const control = detected ? controls[at] : undefined;
        const target = control?.resolved.target ?? null;
        if (control?.tier !== "proposed" || label.atMost === "proposed" || !wouldBeFilled(target, control.leave)) return [];
        const verdict = verdictOf(label, target, "proposed");
        const doubts = [...new Set(control.doubts.map(({ about }) => about))].sort();
        return verdict === "right" || verdict === "wrong" ? [{ doubts, family, verdict }] : [];
      });
    }),
  );
  return [...Map.groupBy(held, ({ doubts }) => doubts.join(" "))]
    .map(([, same]): Held => {
      const [right, wrong] = (["right", "wrong"] as const).map((wanted) => same.filter(({ verdict }) => verdict === wanted));
      const families = (of: typeof right = []) => new Set(of.map(({ family }) => family)).size;
      return {
        doubts: same[0]?.doubts ?? [],
        right: right?.length ?? 0,
        wrong: wrong?.length ?? 0,
        families: { right: families(right), wrong: families(wrong) },
      };
    })
    .sort((one, other) => other.right + other.wrong - one.right - one.wrong);
}

export function heldText(held: readonly Held[]): string {
  return held
    .map(
      ({ doubts, right, wrong, families }) =>
        `${doubts.join(" + ")} : ${right} juste(s) dans ${families.right} famille(s), ${wrong} faux dans ${families.wrong}`,
    )
    .join("\n");
}
