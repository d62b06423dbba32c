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

/**
 * One page in four is read through the built extension, and those with frames or shadow roots, of which it alone sees the closed ones: a tab,
 * its frames and its messages cost ten times the reading itself.
 */
const ONE_IN = 4;

test("the built extension reads the project's own pages: every page told rightly, nothing wrong, hardly anything missed", async () => {
  const pages = labelledPages(OWN).filter(
    ({ labels }, at) => at % ONE_IN === 0 || labels?.controls?.some(({ frame, shadow }) => frame !== undefined || shadow !== undefined),
  );
  const read = await readPages(OWN, pages, EXTENSION);
  const { totals } = evaluationOf(pages, read);
  const text = textOf(pages, read);
  expect(totals.detection.wrong, text).toBe(0);
  expect(totals.controls.wrong, text).toBe(0);
  expect(totals.controls.right, text).toBeGreaterThan(20);
  expect(totals.controls.recall ?? 0, text).toBeGreaterThanOrEqual(0.98);
});

/** Every page, read by the same rules from recorded evidence; those above test the built script. */
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

test("the project's own pages, read by the rules: every page told rightly, nothing wrong, hardly anything missed", async () => {
  const pages = (await recorded())[OWN] ?? [];
  const named = pages.flatMap(({ frames }) => frames.flatMap(({ labels }) => labels));
  expect(named.filter(({ isThere, label: { shadow } }) => !isThere && shadow === undefined).map(({ label }) => label.selector)).toEqual([]);
  const { counts, detection } = asTheyAre(pages);
  expect(detection.wrong).toBe(0);
  expect(counts.wrong).toBe(0);
  expect(counts.right).toBeGreaterThan(80);
  expect(counts.recall ?? 0).toBeGreaterThanOrEqual(0.98);
});

test("the project's pages in other hands: nothing sure is wrong, no page is filled that is not ours", async () => {
  const { counts, detection } = asTheyAre((await recorded())[SERIES] ?? []);
  expect(counts.sure.wrong).toBe(0);
  expect(detection.wrong).toBe(0);
  // What the last two series ask in hidden steps, by whole sentences or by columns of companies is not read yet (docs/reading.md).
  expect(counts.recall ?? 0).toBeGreaterThanOrEqual(0.94);
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
