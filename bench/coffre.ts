/** The coffre with 200 documents and 300 MB, in a real Chromium: keeping, listing, exporting, importing. */
import { laboratory } from "../test/coffre/chromium.ts";

const DOCUMENTS = 200;
const BYTES = 1_500_000;

const browser = await laboratory();
try {
  const first = await browser.open();
  const kept = await first.lab("keep", DOCUMENTS, BYTES);
  await first.context.close();
  const { lab } = await browser.open();
  const cold = await lab("list");
  const warm = await lab("list");
  const transfer = await lab("transfer");
  console.log(JSON.stringify({ kept, cold, warm, transfer }, null, 2));
} finally {
  await browser.close();
}
