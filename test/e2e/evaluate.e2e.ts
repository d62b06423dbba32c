/** The extension's own script reads the project's pages as their labels say, and the shared pages when they are there. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import { type RecordedPage, recordPages } from "../../scripts/evaluation/evidence.ts";
import { asTheyAre, leavingEachFamilyOut } from "../../scripts/evaluation/families.ts";
import { labelledPages } from "../../scripts/evaluation/labels.ts";
import { readPages } from "../../scripts/evaluation/reader.ts";
import { evaluationOf, textOf } from "../../scripts/evaluation/report.ts";

const EXTENSION = fileURLToPath(new URL("../../.output/chrome-mv3", import.meta.url));
const OWN = fileURLToPath(new URL("../portals", import.meta.url));
const SERIES = fileURLToPath(new URL("../series", import.meta.url));
const SHARED = fileURLToPath(new URL("../../../shared/corpus", import.meta.url));
const SHARED_TOO = fileURLToPath(new URL("../../../shared/corpus-2", import.meta.url));

async function evaluated(directory: string) {
  const pages = labelledPages(directory);
  const read = await readPages(directory, pages, EXTENSION);
  return { totals: evaluationOf(pages, read).totals, text: textOf(pages, read), read };
}

test("the project's own pages: every page told rightly, nothing wrong, hardly anything missed", async () => {
  test.setTimeout(240_000);
  const { totals, text, read } = await evaluated(OWN);
  expect(read.flatMap(({ predictions }) => predictions.filter(({ isThere }) => !isThere).map(({ label }) => label.selector))).toEqual([]);
  expect(totals.detection.wrong, text).toBe(0);
  expect(totals.controls.wrong, text).toBe(0);
  expect(totals.controls.right).toBeGreaterThan(80);
  expect(totals.controls.recall ?? 0, text).toBeGreaterThanOrEqual(0.98);
});

/** The shared pages, read by the same rules from recorded evidence; the project's own pages above test the built script. */
const recorded = once(async () => {
  const pages: Record<string, RecordedPage[]> = {};
  for (const directory of [OWN, SERIES, SHARED, SHARED_TOO].filter((one) => existsSync(one)))
    pages[directory] = await recordPages(directory, labelledPages(directory));
  return pages;
});

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let done: Promise<T> | undefined;
  return () => (done ??= work());
}

test("the project's pages in other hands: nothing sure is wrong, no page is filled that is not ours", async () => {
  test.setTimeout(240_000);
  const { counts, detection } = asTheyAre((await recorded())[SERIES] ?? []);
  expect(counts.sure.wrong).toBe(0);
  expect(detection.wrong).toBe(0);
  expect(counts.recall ?? 0).toBeGreaterThanOrEqual(0.97);
});

test("the shared pages: every page told rightly, nothing wrong, hardly anything missed", async () => {
  test.skip(!existsSync(SHARED), `les pages partagées ne sont pas là (${SHARED})`);
  test.setTimeout(400_000);
  const { counts, detection } = asTheyAre((await recorded())[SHARED] ?? []);
  expect(detection.wrong).toBe(0);
  expect(counts.wrong).toBe(0);
  expect(counts.recall ?? 0).toBeGreaterThanOrEqual(0.98);
});

test("the second shared series: what is written by one click is right, and no page is filled that is not ours", async () => {
  test.skip(!existsSync(SHARED_TOO), `les pages partagées ne sont pas là (${SHARED_TOO})`);
  test.setTimeout(400_000);
  const { counts } = asTheyAre((await recorded())[SHARED_TOO] ?? []);
  expect(counts.sure.precision ?? 0).toBeGreaterThanOrEqual(0.995);
  expect(counts.recall ?? 0).toBeGreaterThanOrEqual(0.97);
});

test("without the words that one family alone holds, what is sure stays right", async () => {
  test.setTimeout(400_000);
  const pages = Object.values(await recorded()).flat();
  const { counts, claimed } = leavingEachFamilyOut(pages);
  expect(claimed).toEqual([]);
  expect(counts.sure.precision ?? 0).toBeGreaterThanOrEqual(0.975);
  expect(counts.recall ?? 0).toBeGreaterThanOrEqual(0.9);
});
