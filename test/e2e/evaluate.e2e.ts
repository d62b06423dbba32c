/** The extension's own script reads the project's pages as their labels say, and the shared pages when they are there. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import { labelledPages } from "../../scripts/evaluation/labels.ts";
import { readPages } from "../../scripts/evaluation/reader.ts";
import { evaluationOf, textOf } from "../../scripts/evaluation/report.ts";

const EXTENSION = fileURLToPath(new URL("../../.output/chrome-mv3", import.meta.url));
const OWN = fileURLToPath(new URL("../portals", import.meta.url));
const SHARED = fileURLToPath(new URL("../../../shared/corpus", import.meta.url));

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

test("the shared pages: every page told rightly, nothing wrong, hardly anything missed", async () => {
  test.skip(!existsSync(SHARED), `les pages partagées ne sont pas là (${SHARED})`);
  test.setTimeout(400_000);
  const { totals, text } = await evaluated(SHARED);
  expect(totals.detection.wrong, text).toBe(0);
  expect(totals.controls.wrong, text).toBe(0);
  expect(totals.controls.recall ?? 0, text).toBeGreaterThanOrEqual(0.98);
});
