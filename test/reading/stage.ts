/** The reader over pages made of HTML, in a real Chromium. */
import { beforeAll } from "vitest";
import { bundle, pageForTests, World } from "../page/browser.ts";
import type * as Reader from "./read-world.ts";

declare const reader: typeof Reader;

/** A page and the reader's own script, for the tests of a file. */
export function readerStage() {
  // Blank before each page that is read, several of them in some tests.
  const page = pageForTests(false);
  let script: string;
  beforeAll(async () => {
    script = await bundle(new URL("./read-world.ts", import.meta.url), "reader");
  });
  /** Reads the page as it is. */
  async function readPage() {
    const world = await World.open(page(), script);
    return world.run(() => reader.read(), null);
  }
  async function readHtml(html: string) {
    await page().goto("about:blank");
    await page().setContent(`<!DOCTYPE html><html lang="fr"><body>${html}</body></html>`);
    return readPage();
  }
  return {
    page,
    readPage,
    readHtml,
    targetsOf: async (html: string) => (await readHtml(html)).controls.map(({ target }) => target),
  };
}
