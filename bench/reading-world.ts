/**
 * Runs in a page, in the isolated world: the reading, and what it is compared with. What the background does is done here too, timed apart, through the
 * same schemas.
 */
import "../src/store/zod.ts";
import { Judgement, Question } from "../src/messages/question.ts";
import type { LiveReading } from "../src/page/sight.ts";
import type { Steps } from "../src/page/slices.ts";
import { consultationSteps } from "../src/portals/consultation.ts";
import { portalOf } from "../src/portals/find.ts";
import { askingOnce } from "../src/reading/ask.ts";
import { judge } from "../src/reading/judge.ts";
import { readPage } from "../src/reading/read.ts";

const CONTROLS = "input:not([type=hidden], [type=submit], [type=button], [type=image], [type=reset]), select, textarea";
const BLOCKS = "fieldset, section, article, tr, li, form, table, body";

const crossed = <T>(value: T): unknown => JSON.parse(JSON.stringify(value));

/** What a message costs, and the decisions. */
const asker = () =>
  askingOnce(async (question) => Judgement.parse(crossed(await judge(Question.parse(crossed(question)), new Date().getFullYear()))));

/** The reading, as a frame makes it. */
function steps(judging: ReturnType<typeof asker>): Steps<LiveReading | null> {
  const portal = portalOf("portail.test", document);
  const consultation = () => consultationSteps(document, { portal, url: "https://portail.test/" });
  return readPage(document, { portal, judge: judging, consultation });
}

/** In milliseconds. */
interface Took {
  /** In the page. */
  readonly page: number;
  /** Until all is decided, what is done in the page included. */
  readonly whole: number;
  /** The longest time between two places where the page's share may wait: what a page may be kept from answering, but for the slice. */
  readonly longest: number;
}

/** One reading, nothing but it. */
async function read(judging: ReturnType<typeof asker>): Promise<Took> {
  const took = { page: 0, whole: 0, longest: 0 };
  const reading = steps(judging);
  const begun = performance.now();
  let here = begun;
  for (let from = begun; ; ) {
    const { done, value } = reading.next();
    const now = performance.now();
    took.longest = Math.max(took.longest, now - from);
    from = now;
    if (done === true || value !== undefined) took.page += now - here;
    if (done === true) return { ...took, whole: now - begun };
    if (value === undefined) continue;
    await value;
    here = from = performance.now();
  }
}

/** What the reading is compared with: taking each control's labels, attributes and the text of the nearest block around it. */
export function labelsAndBlock(): number {
  let told = 0;
  for (const element of document.querySelectorAll<HTMLInputElement>(CONTROLS)) {
    const texts = [...(element.labels ?? [])].map((label) => label.textContent);
    for (const name of ["aria-label", "placeholder", "title", "name", "id"]) texts.push(element.getAttribute(name) ?? "");
    for (const id of (element.getAttribute("aria-labelledby") ?? "").split(" ")) texts.push(document.getElementById(id)?.textContent ?? "");
    texts.push(element.parentElement?.closest(BLOCKS)?.textContent ?? "");
    for (const text of texts) told += text.length;
  }
  return told;
}

type Measure = "page" | "whole" | "again" | "longest" | "base";

/**
 * The time that each takes, in milliseconds: the first, then the best of the others, which a busy machine alters least. All turn by turn, so that they
 * meet the same machine. `again`: in the page, of a reading whose page did not change.
 */
export async function measure(times: number): Promise<Record<Measure, readonly [cold: number, warm: number]>> {
  const took: Record<Measure, number[]> = { page: [], whole: [], again: [], longest: [], base: [] };
  for (let turn = 0; turn < times; turn += 1) {
    const started = performance.now();
    labelsAndBlock();
    took.base.push(performance.now() - started);
    const judging = asker();
    const first = await read(judging);
    for (const name of ["page", "whole", "longest"] as const) took[name].push(first[name]);
    took.again.push((await read(judging)).page);
  }
  const told = ([cold = 0, ...warm]: number[]) => [cold, Math.min(...warm)] as const;
  const { page, whole, again, longest, base } = took;
  return { page: told(page), whole: told(whole), again: told(again), longest: told(longest), base: told(base) };
}
