/** What a page asks is judged elsewhere: asked once for the same words, again when they changed, never when they are too many. */
import { expect, test } from "vitest";
import type { Judgement, Question } from "../../src/domain/question.ts";
import { inSlices } from "../../src/page/slices.ts";
import { askingOnce } from "../../src/reading/ask.ts";
import { judge } from "../../src/reading/judge.ts";
import { evidenceOf } from "./evidence.ts";

const questionOf = (...labels: string[]): Question => ({
  evidence: evidenceOf(
    "Candidature",
    labels.map((label) => ({ label })),
  ),
  portal: null,
  exceptions: [],
});

/** @param answers in turn; the judge's own where there is none */
function asker(answers: readonly (Judgement | null)[] = []) {
  const asked: Question[] = [];
  const once = askingOnce(async (text) => {
    const question: Question = JSON.parse(text);
    const given = answers[asked.push(question) - 1];
    return given === undefined ? judge(question, 2026) : given;
  });
  return { asked, ask: (question: Question) => inSlices(() => once(question)) };
}

test("the same words are judged once, and the answer is there at once afterwards", async () => {
  const { asked, ask } = asker();
  const first = ask(questionOf("SIRET"));
  expect(first).toBeInstanceOf(Promise);
  const judgement = await first;
  expect(judgement).toMatchObject({ controls: [{ target: "siret", label: "SIRET" }] });
  expect(ask(questionOf("SIRET"))).toBe(judgement);
  expect(asked).toHaveLength(1);
});

test("what is asked is the whole question, as JSON: one control, many and none", async () => {
  for (const question of [questionOf("SIRET"), questionOf(...Array.from({ length: 70 }, (_, n) => `Lot "${n}"`)), questionOf()]) {
    const { asked, ask } = asker();
    const exceptions = [{ at: 0, target: "none", why: "…" }] as const;
    await ask({ ...question, portal: "atexo", exceptions });
    expect(asked).toEqual([{ ...question, portal: "atexo", exceptions }]);
  }
});

test("one word more, one control less: judged again", async () => {
  const { asked, ask } = asker();
  await ask(questionOf("SIRET", "Commune"));
  await ask(questionOf("SIRET", "Commune du siège"));
  await ask(questionOf("SIRET"));
  await ask({ ...questionOf("SIRET"), portal: "atexo" });
  expect(asked).toHaveLength(4);
});

test("nobody answers: nothing is decided, and it is asked again next time", async () => {
  const { asked, ask } = asker([null]);
  expect(await ask(questionOf("SIRET"))).toBeNull();
  expect(await ask(questionOf("SIRET"))).toMatchObject({ controls: [{ target: "siret" }] });
  expect(asked).toHaveLength(2);
});

test("more text than any form has is not sent", async () => {
  const { asked, ask } = asker();
  const options = Array.from({ length: 300 }, () => ({ value: "v".repeat(2_000), text: "t".repeat(2_000) }));
  const question = questionOf(...Array.from({ length: 12 }, (_, n) => `Choix ${n}`));
  const controls = question.evidence.controls.map((control) => ({ ...control, options }));
  expect(await ask({ ...question, evidence: { ...question.evidence, controls } })).toBe("tooLarge");
  expect(asked).toEqual([]);
});
