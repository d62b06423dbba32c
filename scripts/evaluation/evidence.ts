/** Records what pages show, as the reader's own evidence: decisions can then be tried again and again without a browser. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, type ElementHandle, type Frame, type Page } from "@playwright/test";
import { build } from "vite";
import type { Evidence } from "../../src/domain/evidence.ts";
import { pagesChromiumPath } from "../machine.ts";
import type { Label, LabelledPage } from "./labels.ts";
import { openDrawn, serve } from "./site.ts";

export interface RecordedPage {
  readonly slug: string;
  /** Name of the family: pages of one author look alike. */
  readonly family: string;
  readonly expectDetected: boolean | undefined;
  readonly frames: readonly { readonly evidence: Evidence; readonly labels: readonly LabelledControl[] }[];
}

export interface LabelledControl {
  readonly label: Label;
  /** Its place in the evidence; -1 when the reader takes nothing there. */
  readonly at: number;
  /** False when the label's selector names no element of the page. */
  readonly isThere: boolean;
}

/** Pages opened side by side, so that their waits overlap. */
const AT_ONCE = 3;

export async function recordPages(directory: string, pages: readonly LabelledPage[]): Promise<RecordedPage[]> {
  script ??= bundled();
  const gathering = await script;
  const site = await serve(join(directory, "pages"));
  const browser = await chromium.launch({
    executablePath: pagesChromiumPath() ?? "",
    args: ["--no-sandbox", "--lang=fr", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"],
  });
  try {
    const queue = [...pages];
    const recorded = new Map<string, RecordedPage>();
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        const page = await browser.newPage();
        // Sent to the browser once, for every document that it will open.
        await page.addInitScript({ content: `${gathering};globalThis.pliPretEvidence = pliPretEvidence` });
        for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
          const { slug, labels } = next;
          await openDrawn(page, site.url, slug);
          const frames = await recordFrames(page, labels?.controls ?? []);
          recorded.set(slug, { slug, family: familyOf(directory, slug), expectDetected: labels?.expectDetected, frames });
        }
      }),
    );
    return pages.flatMap(({ slug }) => recorded.get(slug) ?? []);
  } finally {
    await browser.close();
    await site.close();
  }
}

/** The repository that a page was rendered from; otherwise the page is a family of its own. */
function familyOf(directory: string, slug: string): string {
  const labels: unknown = JSON.parse(readFileSync(join(directory, "labels", `${slug}.json`), "utf8"));
  const { source } = labels as { source?: { repo?: unknown } };
  return typeof source?.repo === "string" && source.repo !== "" && !/invented|generic/.test(source.repo) ? source.repo : slug;
}

/** The script that gathers evidence: built once, whatever the number of folders. */
let script: Promise<string> | undefined;

async function bundled(): Promise<string> {
  const entry = fileURLToPath(new URL("./evidence-page.ts", import.meta.url));
  const built = await build({
    configFile: false,
    logLevel: "silent",
    build: { write: false, minify: true, lib: { entry, formats: ["iife"], name: "pliPretEvidence", fileName: "evidence" } },
  });
  const [result] = [built].flat();
  const chunk = result !== undefined && "output" in result ? result.output[0] : undefined;
  if (chunk === undefined) throw new Error("rien à exécuter pour relever les indices");
  return chunk.code;
}

async function recordFrames(page: Page, labels: readonly Label[]): Promise<RecordedPage["frames"]> {
  const byFrame = new Map<Frame | null, Label[]>();
  for (const label of labels) {
    const frame = await frameOf(page, label);
    byFrame.set(frame, [...(byFrame.get(frame) ?? []), label]);
  }
  return Promise.all(
    page.frames().map(async (frame) => {
      const own = byFrame.get(frame) ?? [];
      const wanted = own.map(({ selector, shadow }) => ({ selector, shadow }));
      const { evidence, at, there } = (await frame.evaluate(`pliPretEvidence.record(${JSON.stringify(wanted)})`)) as {
        evidence: Evidence;
        at: number[];
        there: boolean[];
      };
      return { evidence, labels: own.map((label, i) => ({ label, at: at[i] ?? -1, isThere: there[i] === true })) };
    }),
  );
}

async function frameOf(page: Page, { frame: path }: Label): Promise<Frame | null> {
  let frame: Frame | null = page.mainFrame();
  for (const step of path?.split(" >>> ") ?? []) {
    const owner: ElementHandle | null = frame === null ? null : await frame.$(step);
    frame = owner === null ? null : await owner.contentFrame();
  }
  return frame;
}
