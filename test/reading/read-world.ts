/** The reader inside a page: what it reads, as plain data. */

import type { PageReading } from "../../src/domain/page-reading.ts";
import { readPage } from "../../src/reading/read.ts";

export function read(): PageReading {
  return readPage(document, { portal: null, consultation: () => null }).page;
}
