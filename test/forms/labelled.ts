/** Labelled pages (the project's own, or the shared corpus) read in a real Chromium, and the reading counted against the labels. */
import { readdirSync, readFileSync } from "node:fs";
import type { Browser } from "@playwright/test";
import type { ControlReading } from "../../src/forms/reading.ts";
import { World } from "./browser.ts";
import type * as Reader from "./read-world.ts";

declare const reader: typeof Reader;

interface LabelledControl {
  readonly selector: string;
  readonly shadow?: string;
  readonly frame?: string;
  readonly field: string;
  readonly acceptable?: readonly string[];
  readonly optional?: boolean;
}

export interface LabelledPage {
  readonly slug: string;
  readonly expectDetected: boolean;
  readonly controls: readonly LabelledControl[];
}

export interface Counted {
  readonly slug: string;
  readonly detected: boolean;
  readonly right: number;
  /** "selector: wanted, got". */
  readonly missed: readonly string[];
  readonly wrong: readonly string[];
}

const NOTHING: ReadonlySet<string> = new Set(["none", "password", "declarationHonneur"]);
const RECOGNISED: ReadonlySet<string> = new Set(["readOnly", "disabled", "typed"]);

export function labelledPages(directory: string): LabelledPage[] {
  return readdirSync(`${directory}/labels`)
    .filter((name) => name.endsWith(".json"))
    .map((name) => JSON.parse(readFileSync(`${directory}/labels/${name}`, "utf8")) as LabelledPage);
}

/** Reads one page; its frames are read by scripts of their own and do not count here. */
export async function countPage(browser: Browser, script: string, url: string, labelled: LabelledPage): Promise<Counted> {
  const page = await browser.newPage();
  try {
    await page.goto(url);
    if (labelled.controls.some(({ shadow }) => shadow !== undefined)) await page.waitForTimeout(900);
    const world = await World.open(page, script);
    const controls = labelled.controls.filter(({ frame }) => frame === undefined);
    const { page: reading, ids } = await world.run((selectors) => reader.read(selectors), controls);
    const missed: string[] = [];
    const wrong: string[] = [];
    let right = 0;
    controls.forEach(({ selector, field, acceptable = [], optional = false }, at) => {
      const predicted = reading.detected ? predictedOf(reading.controls.find(({ id }) => id === ids[at])) : "none";
      const wanted = NOTHING.has(field) ? "none" : field;
      if (predicted === wanted || acceptable.includes(predicted) || (optional && predicted === "none")) right += wanted === "none" ? 0 : 1;
      else (predicted === "none" ? missed : wrong).push(`${selector}: ${field}, ${predicted}`);
    });
    return { slug: labelled.slug, detected: reading.detected, right, missed, wrong };
  } finally {
    await page.close();
  }
}

/** What would be filled or attached there. */
function predictedOf(control: ControlReading | undefined): string {
  if (control === undefined || control.target === null || NOTHING.has(control.target)) return "none";
  const { leave, type, target } = control;
  return leave === undefined || RECOGNISED.has(leave) || (leave === "hidden" && type === "file") ? target : "none";
}
