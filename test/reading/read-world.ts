/** The reader inside a page: what it reads, as plain data. */

import type { PageReading } from "../../src/domain/page-reading.ts";
import { finish } from "../../src/page/slices.ts";
import { readPage } from "../../src/reading/read.ts";

export function read(): PageReading {
  return finish(readPage(document, { portal: null })).page;
}
