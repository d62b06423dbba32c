/** Renders a page of the extension, with the look that all pages share, in the person's language; again when they choose another. */
import { type ReactNode, StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "./tokens.css";
import "./controls.css";
import { readyFormats } from "../src/i18n/format.ts";
import type { Messages } from "../src/i18n/fr.ts";
import { wordsFor } from "../src/i18n/index.ts";
import { languageChosen, onLanguage } from "../src/messages/bus-language.ts";
import { WordsProvider } from "./words.tsx";

/** What was asked before this code came. */
interface First<Known> {
  readonly language?: ReturnType<typeof languageChosen>;
  /** Awaited before the first drawing, but no longer than a person waits; until then, the page keeps what its HTML holds. */
  readonly answer?: Promise<Known>;
}

/** After this many milliseconds, the page is drawn without its first answer, and says that it waits. */
const PATIENCE_MS = 1_000;

/**
 * @param draw makes the page; `known`: its first answer, when it came before anything was drawn
 * @param titleOf the name of the page's tab
 */
export async function mount<Known = null>(
  draw: (known: Known | null) => ReactNode,
  titleOf: (m: Messages) => string,
  { language: first, answer }: First<Known> = {},
): Promise<void> {
  const element = document.getElementById("root");
  if (element === null) return;
  const root = createRoot(element);
  const known = answer === undefined ? null : inTime(answer);
  async function show(language = languageChosen()): Promise<void> {
    const words = await wordsFor(...(await language));
    if (known !== null) readyFormats(words.language);
    const page = draw(await known);
    document.documentElement.lang = words.language;
    document.title = titleOf(words.m);
    root.render(
      <StrictMode>
        <WordsProvider words={words}>{page}</WordsProvider>
      </StrictMode>,
    );
  }
  onLanguage(() => void show());
  await show(first);
}

/** `null`: it did not come, or not in time. */
function inTime<Known>(answer: Promise<Known>): Promise<Known | null> {
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
  return Promise.race([answer.catch(() => null), late]);
}
