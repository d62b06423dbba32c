/** Reads a page whose evidence is judged on the spot, as the background does it. */
import type { LiveReading } from "../../src/page/sight.ts";
import type { Steps } from "../../src/page/slices.ts";
import { judgementSteps } from "../../src/reading/judge.ts";
import { type ReadOptions, readPage } from "../../src/reading/read.ts";

export function* readHere(document: Document, options: Omit<ReadOptions, "judge">): Steps<LiveReading> {
  const reading = yield* readPage(document, { ...options, judge: (question) => judgementSteps(question, new Date().getFullYear()) });
  if (reading === null) throw new Error("rien n'a été décidé");
  return reading;
}
