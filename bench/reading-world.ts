/**
 * Runs in a page, in the isolated world: the reading, and what it is compared with. What the background does is done here too, timed apart, through the
 * same schemas.
 */
import "../src/store/zod.ts";
import { Judgement, WrittenQuestion } from "../src/messages/question.ts";
import { memoryOf } from "../src/page/memory.ts";
import type { LiveReading } from "../src/page/sight.ts";
import type { Steps } from "../src/page/slices.ts";
import { consultationSources, consultationSteps } from "../src/portals/consultation.ts";
import { portalSteps } from "../src/portals/find.ts";
import { askingOnce } from "../src/reading/ask.ts";
import { judge } from "../src/reading/judge.ts";
import { readPage } from "../src/reading/read.ts";

const CONTROLS = "input:not([type=hidden], [type=submit], [type=button], [type=image], [type=reset]), select, textarea";
const BLOCKS = "fieldset, section, article, tr, li, form, table, body";

/** Asks the judge as a frame does, and times apart what is done elsewhere. */
class Asker {
  /** In the background so far, in milliseconds. */
  away = 0;
  /** The longest that an answer took to be read, in milliseconds: the browser does it in one piece. */
  received = 0;
  /** Watched from the first reading that finds a form of ours: what is read while it is may be told again. */
  readonly memory = memoryOf(document);
  readonly judge = askingOnce(async (question) => {
    // The page writes its message and reads the answer. What stands between is the background's.
    const sent = JSON.stringify(question);
    // Or the piece that asks would be said to last as long as the answer takes.
    await null;
    const begun = performance.now();
    const judgement = await judge(WrittenQuestion.parse(JSON.parse(sent)), new Date().getFullYear());
    const answered = JSON.stringify(Judgement.parse(judgement));
    const ended = performance.now();
    this.away += ended - begun;
    const read = JSON.parse(answered) as typeof judgement;
    this.received = Math.max(this.received, performance.now() - ended);
    return read;
  });
}

/** The reading, as a frame makes it. */
function* steps({ judge: judging, memory }: Asker): Steps<LiveReading | null> {
  const portal = yield* memory.of("portal", () => portalSteps("portail.test", document));
  const known = { portal, url: "https://portail.test/" };
  const consultation = () => memory.of("consultation", () => consultationSteps(document, known), consultationSources(known));
  return yield* readPage(document, { portal, judge: judging, memory, consultation });
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
async function read(asker: Asker): Promise<Took> {
  const away = asker.away;
  const begun = performance.now();
  const reading = steps(asker);
  let longest = 0;
  for (;;) {
    const [from, fromAway] = [performance.now(), asker.away];
    const { done, value } = reading.next();
    longest = Math.max(longest, performance.now() - from - (asker.away - fromAway));
    if (done === true) break;
    if (value !== undefined) await value;
  }
  const whole = performance.now() - begun;
  return { page: whole - (asker.away - away), whole, longest: Math.max(longest, asker.received) };
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

/** A page's clock tells no less than this, in milliseconds: what is shorter is done again and again for so long. */
const LEAST_MS = 2;

/** How long it takes once. */
function timed(work: () => unknown): number {
  const begun = performance.now();
  let times = 0;
  for (let now = begun; now - begun < LEAST_MS; now = performance.now()) {
    work();
    times += 1;
  }
  return (performance.now() - begun) / times;
}

type Measure = "page" | "whole" | "again" | "longest" | "base";

/** Turns go on for so long on a small page, in milliseconds: its code is then as warm as that of a large one. */
const WARM_MS = 1_500;

/**
 * The time that each takes, in milliseconds: the first, then the best of the others, which a busy machine alters least. All turn by turn, so that they
 * meet the same machine. `again`: in the page, of a reading whose page did not change.
 */
export async function measure(least: number): Promise<Record<Measure, readonly [cold: number, warm: number]>> {
  const took: Record<Measure, number[]> = { page: [], whole: [], again: [], longest: [], base: [] };
  const begun = performance.now();
  for (let turn = 0; turn < least || performance.now() - begun < WARM_MS; turn += 1) {
    const asker = new Asker();
    const first = await read(asker);
    for (const name of ["page", "whole", "longest"] as const) took[name].push(first[name]);
    // The second is the first that the page is watched at.
    await read(asker);
    took.again.push((await read(asker)).page);
    asker.memory.stop();
    took.base.push(timed(labelsAndBlock));
  }
  const told = ([cold = 0, ...warm]: number[]) => [cold, Math.min(...warm)] as const;
  const { page, whole, again, longest, base } = took;
  return { page: told(page), whole: told(whole), again: told(again), longest: told(longest), base: told(base) };
}
