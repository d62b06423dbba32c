/** What becomes of a person's data, as pages of the extension. They are made from the docs, so that both say the same. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Marked } from "marked";
import { ROOT } from "./steps.ts";

const PAGES = [
  { lang: "fr", source: "privacy.md", file: "privacy-fr.html" },
  { lang: "en", source: "privacy.en.md", file: "privacy-en.html" },
] as const;

/** Other pages of the docs are not in the package: their names stay, without a link. */
const marked = new Marked({ renderer: { link: ({ text }) => text } });

/** Writes the pages into a built extension. */
export async function writePrivacyPages(directory: string): Promise<void> {
  const style = await readFile(join(ROOT, "components", "tokens.css"), "utf8");
  for (const { lang, source, file } of PAGES) {
    const text = await readFile(join(ROOT, "docs", source), "utf8");
    const title = /^# (.+)$/m.exec(text)?.[1] ?? "";
    await writeFile(join(directory, file), pageOf(lang, title, style, await marked.parse(text)));
  }
}

function pageOf(lang: string, title: string, style: string, body: string): string {
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Pli prêt · ${title}</title>
<style>${style}
main { max-width: 760px; margin: 0 auto; padding: 28px 20px 60px; font-size: var(--text-large) }
h1 { margin-bottom: 14px; font-size: 24px }
h2 { margin: 28px 0 10px; font-size: 18px }
p, ul { margin: 10px 0 }
table { width: 100%; border-collapse: collapse; background: var(--surface) }
th, td { padding: 8px 10px; border: 1px solid var(--line); text-align: left; vertical-align: top }
th { color: var(--ink-soft); font-weight: 600 }
.wide { overflow-x: auto }
</style></head><body><main>${body.replaceAll("<table>", '<div class="wide" tabindex="0"><table>').replaceAll("</table>", "</table></div>")}</main></body></html>
`;
}
