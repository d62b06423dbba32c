/** Decides what a page asks, from the evidence that its frames gathered: loaded by the worker at the first question of a frame. */
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { type Judge, judge } from "../../src/reading/judge.ts";

/** The worker's globals. */
const world = globalThis as { pliPretJudge?: Judge };

export default defineUnlistedScript(() => {
  world.pliPretJudge ??= judge;
});
