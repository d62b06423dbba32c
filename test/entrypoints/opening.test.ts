/** What a page of the extension opens with, in both builds: its first script asks, and the code that draws is read meanwhile. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const BROWSERS = ["chrome-mv3", "firefox-mv3"].filter((name) => existsSync(`.output/${name}/manifest.json`));

/** The files whose code the page names. */
const namedIn = (html: string) => [...html.matchAll(/(?:src|href)="\/(chunks\/[^"]+\.js)"/g)].map(([, file]) => file as string);

test.skipIf(BROWSERS.length === 0).each(BROWSERS)("%s: each page names all the files that it draws with", (browser) => {
  const folder = join(".output", browser);
  const pages = readdirSync(folder).filter((file) => ["popup.html", "sidepanel.html", "consultations.html"].includes(file));
  expect(pages).toHaveLength(3);
  for (const page of pages) {
    const named = namedIn(readFileSync(join(folder, page), "utf8"));
    const drawing = named.filter((file) => /\/app-/.test(file));
    expect(drawing, page).toHaveLength(1);
    // What a chunk imports from its side is named in its first lines.
    const imported = named.flatMap((file) =>
      [...readFileSync(join(folder, file), "utf8").matchAll(/(?:from|import)"\.\/([^"]+\.js)"/g)].map(([, one]) => `chunks/${one}`),
    );
    expect(
      imported.filter((file) => !named.includes(file)),
      page,
    ).toEqual([]);
  }
});
