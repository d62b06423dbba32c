/** The reader inside a page: what it reads, as plain data. */

import { readPage } from "../../src/forms/read.ts";
import type { PageReading } from "../../src/forms/reading.ts";

export function read(): PageReading {
  return readPage(document, { portal: null, consultation: () => null }).page;
}
