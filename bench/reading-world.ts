/** Runs in a page, in the isolated world: the reading, and what it is compared with. */
import { finish } from "../src/page/slices.ts";
import { consultationSteps } from "../src/portals/consultation.ts";
import { portalOf } from "../src/portals/find.ts";
import { readPage } from "../src/reading/read.ts";

const CONTROLS = "input:not([type=hidden], [type=submit], [type=button], [type=image], [type=reset]), select, textarea";
const BLOCKS = "fieldset, section, article, tr, li, form, table, body";

function steps() {
  const portal = portalOf("portail.test", document);
  return readPage(document, { portal, consultation: () => consultationSteps(document, { portal, url: "https://portail.test/" }) });
}

/** The whole reading, as a frame makes it, in one piece. */
export function read(): number {
  return finish(steps()).page.controls.length;
}

/** The longest time between two places where the reading may wait, in milliseconds: a page may be blocked for that long, plus a slice. */
export function longestStep(): number {
  let longest = 0;
  const reading = steps();
  for (let done: boolean | undefined = false; done !== true; ) {
    const started = performance.now();
    done = reading.next().done;
    longest = Math.max(longest, performance.now() - started);
  }
  return longest;
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

/**
 * The time that each takes, in milliseconds: the first, then the best of the others, which a busy machine alters least. Both turn by turn,
 * so that they meet the same machine.
 */
export function measure(times: number): Record<"read" | "base", readonly [cold: number, warm: number]> {
  const took = { read: [] as number[], base: [] as number[] };
  for (let turn = 0; turn < times; turn += 1) {
    for (const [name, work] of [
      ["base", labelsAndBlock],
      ["read", read],
    ] as const) {
      const started = performance.now();
      work();
      took[name].push(performance.now() - started);
    }
  }
  const told = ([cold = 0, ...warm]: number[]) => [cold, Math.min(...warm)] as const;
  return { read: told(took.read), base: told(took.base) };
}
