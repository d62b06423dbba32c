/** The reader inside a page: what it reads, as plain data. */

import type { PageReading } from "../../src/domain/page-reading.ts";
import type { Question } from "../../src/domain/question.ts";
import { finish } from "../../src/page/slices.ts";
import { judgementSteps } from "../../src/reading/judge.ts";
import { readPage } from "../../src/reading/read.ts";
import { readHere } from "./read-here.ts";

export function read(): PageReading {
  return finish(readHere(document, { portal: null })).page;
}

/** What of the page goes to who judges. */
export function asked(): readonly Question[] {
  const questions: Question[] = [];
  finish(
    readPage(document, {
      portal: null,
      judge: (question) => {
        questions.push(question);
        return judgementSteps(question, 2026);
      },
    }),
  );
  return questions;
}
