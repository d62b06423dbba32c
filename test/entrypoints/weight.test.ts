/**
 * What the built scripts weigh (one is in every frame of every portal, another comes where there is something to read), and what the popup
 * waits for before it draws, where each file costs a turn of the browser.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";

const BROWSERS = ["chrome-mv3", "firefox-mv3"].filter((name) => existsSync(`.output/${name}/manifest.json`));
const read = (browser: string, file: string) => readFileSync(`.output/${browser}/${file}`);
const kilobytes = (bytes: Uint8Array) => gzipSync(bytes, { level: 9 }).length / 1_000;

describe.skipIf(BROWSERS.length === 0).each(BROWSERS)("the page scripts of %s", (browser) => {
  test("the script in every frame weighs 8 kB compressed at most", () => {
    expect(kilobytes(read(browser, "content-scripts/content.js"))).toBeLessThanOrEqual(8);
  });

  test("the reader weighs 36 kB compressed at most, and the writer, loaded apart, 22 kB", () => {
    expect(kilobytes(read(browser, "reader.js"))).toBeLessThanOrEqual(36);
    expect(kilobytes(read(browser, "writer.js"))).toBeLessThanOrEqual(22);
  });

  test("the background's entry script, run again at each awakening, weighs 5 kB compressed at most and holds no schema", () => {
    expect(kilobytes(read(browser, "background.js"))).toBeLessThanOrEqual(5);
    expect(String(read(browser, "background.js"))).not.toMatch(/ZodError/);
  });

  test("what decides what a page asks is loaded by the background and weighs 60 kB compressed at most; neither page nor worker carries its rules, nor it any schema", () => {
    expect(kilobytes(read(browser, "judge.js"))).toBeLessThanOrEqual(60);
    expect(String(read(browser, "judge.js"))).not.toMatch(/ZodError/);
    const carriers = ["content-scripts/content.js", "reader.js", "writer.js", "background.js", "work.js", "judge.js"];
    expect(carriers.filter((file) => String(read(browser, file)).includes("nom de naissance"))).toEqual(["judge.js"]);
  });

  test("the worker's code weighs 95 kB compressed at most, and the sources, loaded at their first question, 58 kB", () => {
    expect(kilobytes(read(browser, "work.js"))).toBeLessThanOrEqual(95);
    expect(kilobytes(read(browser, "sources.js"))).toBeLessThanOrEqual(58);
    // The worker's code holds the hosts; what they are asked comes with the sources.
    const holders = (mark: string) => ["work.js", "sources.js"].filter((file) => String(read(browser, file)).includes(mark));
    expect([holders("bodacc-datadila.opendatasoft.com"), holders("annonces-commerciales")]).toEqual([
      ["work.js", "sources.js"],
      ["sources.js"],
    ]);
  });

  test("the script in every frame watches nothing and waits for nothing", () => {
    expect(String(read(browser, "content-scripts/content.js"))).not.toMatch(/new MutationObserver|new IntersectionObserver/);
  });

  test("pages can load no file of the extension, and the reader goes only where the first script goes", () => {
    const manifest = JSON.parse(String(read(browser, "manifest.json")));
    expect(manifest.web_accessible_resources ?? []).toEqual([]);
    expect(manifest.content_scripts).toHaveLength(1);
    // The reader goes where the first script is, and nowhere else by itself.
    expect([...manifest.host_permissions].sort()).toEqual([...manifest.content_scripts[0].matches].sort());
  });
});

/** The scripts that the page names, then those that its first turn asks for. */
function waitedFor(browser: string, page: string, script: string): readonly string[] {
  const named = [...String(read(browser, page)).matchAll(/(?:src|href)="\/(chunks\/[^"]+\.js)"/g)].map(([, file]) => file as string);
  const main = named.find((file) => file.startsWith(`chunks/${script}-`)) ?? "";
  const asked = [...String(read(browser, main)).matchAll(/"(chunks\/[^"]+\.js)"/g)].map(([, file]) => file as string);
  return [...new Set([...named, ...asked])];
}

describe.skipIf(BROWSERS.length === 0).each(BROWSERS)("the popup of %s", (browser) => {
  const files = waitedFor(browser, "popup.html", "main");
  const textOf = (file: string) => String(read(browser, file));

  test("the script that asks before the page's code is there weighs 1.2 kB at most, and holds up neither the popup's first picture nor the panel's", () => {
    expect(read(browser, "asked.js").length).toBeLessThanOrEqual(1_200);
    const named = (page: string) => /<script src="\/asked\.js"[^>]*>/.exec(String(read(browser, page)))?.[0] ?? "";
    const attributes = ["popup.html", "sidepanel.html", "consultations.html"].map((page) => named(page).includes(" async"));
    expect(attributes).toEqual([true, true, false]);
  });

  test("the code that asks for the situation comes first and weighs 16 kB at most", () => {
    const first = files.filter((file) => /chunks\/(main|ground|rolldown-runtime)-/.test(file));
    expect(first.reduce((sum, file) => sum + textOf(file).length, 0)).toBeLessThanOrEqual(16_000);
  });

  test("the code that draws the screen weighs 660 kB in six files at most", () => {
    expect(files.filter((file) => file.includes("/screen-") || file.includes("/app-"))).toHaveLength(2);
    expect(files.length).toBeLessThanOrEqual(6);
    expect(files.reduce((sum, file) => sum + textOf(file).length, 0)).toBeLessThanOrEqual(660_000);
  });

  test("the popup waits for no schema, no database and no language but French", () => {
    const whole = files.map(textOf).join("\n");
    expect(["ZodError", "IDBObjectStore", "перетаскив", "Nothing is submitted for you"].filter((mark) => whole.includes(mark))).toEqual([]);
    expect(whole.includes("Remplir")).toBe(true);
  });
});

test.skipIf(BROWSERS.length === 0).each(BROWSERS)(
  "in %s, the lines of « Mes consultations » wait for no schema and no database",
  (browser) => {
    const files = waitedFor(browser, "consultations.html", "consultations");
    expect(files.filter((file) => file.includes("/app-"))).toHaveLength(1);
    const whole = files.map((file) => String(read(browser, file))).join("\n");
    expect(["ZodError", "IDBObjectStore"].filter((mark) => whole.includes(mark))).toEqual([]);
    expect(whole.includes("Mes consultations")).toBe(true);
  },
);

/** What reads scans and codes, and what repairs a damaged PDF: loaded only when a document needs it. */
const WHEN_NEEDED = /tesseract|traineddata|qpdf|pdfium|zxing_/;

describe.skipIf(BROWSERS.length === 0).each(BROWSERS)("the package of %s", (browser) => {
  test("the package weighs 4 MB compressed at most, without the tools that read scans and codes and repair documents", () => {
    const files = readdirSync(`.output/${browser}`, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const usual = files.filter(({ name }) => !WHEN_NEEDED.test(name));
    expect(files.length - usual.length).toBeGreaterThanOrEqual(5);
    const bytes = usual.map(({ parentPath, name }) => deflateRawSync(readFileSync(join(parentPath, name))).length);
    expect(bytes.reduce((sum, size) => sum + size, 0) / 1_000_000).toBeLessThanOrEqual(4);
  });
});
