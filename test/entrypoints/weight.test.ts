/** What the built page scripts weigh: one is in every frame of every portal, the other comes where there is something to read. */
import { existsSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";

const BROWSERS = ["chrome-mv3", "firefox-mv3"].filter((name) => existsSync(`.output/${name}/manifest.json`));
const read = (browser: string, file: string) => readFileSync(`.output/${browser}/${file}`);
const kilobytes = (bytes: Uint8Array) => gzipSync(bytes, { level: 9 }).length / 1_000;

describe.skipIf(BROWSERS.length === 0).each(BROWSERS)("the page scripts of %s", (browser) => {
  test("the one in every frame: 8 kB compressed at most", () => {
    expect(kilobytes(read(browser, "content-scripts/content.js"))).toBeLessThanOrEqual(8);
  });

  test("the reader: 76 kB compressed at most", () => {
    expect(kilobytes(read(browser, "reader.js"))).toBeLessThanOrEqual(76);
  });

  test("the one in every frame watches nothing and waits for nothing", () => {
    expect(String(read(browser, "content-scripts/content.js"))).not.toMatch(/new MutationObserver|new IntersectionObserver/);
  });

  test("nothing is open to the pages", () => {
    const manifest = JSON.parse(String(read(browser, "manifest.json")));
    expect(manifest.web_accessible_resources ?? []).toEqual([]);
    expect(manifest.content_scripts).toHaveLength(1);
    // The reader goes where the first script is, and nowhere else by itself.
    expect([...manifest.host_permissions].sort()).toEqual([...manifest.content_scripts[0].matches].sort());
  });
});
