/** In a page: what is read with a memory of the page, beside what is read anew. */
import type { PageReading } from "../../src/domain/page-reading.ts";
import type { Question } from "../../src/domain/question.ts";
import { type Memory, memoryOf, NO_MEMORY } from "../../src/page/memory.ts";
import type { LiveReading } from "../../src/page/sight.ts";
import { finish, type Steps } from "../../src/page/slices.ts";
import { consultationSteps } from "../../src/portals/consultation.ts";
import { judgementSteps } from "../../src/reading/judge.ts";
import { readPage } from "../../src/reading/read.ts";
import { visitsOf } from "../page/visits.ts";

const memory = memoryOf(document);

interface Told {
  readonly page: PageReading | undefined;
  readonly asked: readonly Question[];
}

function reading(from: Memory, asked: Question[] = []): Steps<LiveReading | null> {
  return readPage(document, {
    portal: null,
    memory: from,
    judge: (question) => {
      asked.push(question);
      return judgementSteps(question, 2026);
    },
    consultation: () => from.of("consultation", () => consultationSteps(document, { portal: null, url: "https://portail.test/" })),
  });
}

function told(from: Memory): Told {
  const asked: Question[] = [];
  return { asked, page: finish(reading(from, asked))?.page };
}

/** Reads until there is something to remember. */
export function settle(): Told {
  told(memory);
  told(memory);
  return told(memory);
}

export const both = (): { readonly kept: Told; readonly anew: Told } => ({ kept: told(memory), anew: told(NO_MEMORY) });

/** How often the page is asked something by a reading anew, and by one that remembers. */
export function visits(): { readonly anew: number; readonly kept: number } {
  return { anew: visitsOf(() => reading(NO_MEMORY)).calls, kept: visitsOf(() => reading(memory)).calls };
}
