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

interface First {
  readonly language?: ReturnType<typeof languageChosen>;
  readonly known?: Promise<unknown>;
}

/**
 * @param page when it hangs on what is awaited, made afterwards
 * @param titleOf the name of the page's tab
 * @param first what was asked before this code came: the language, and what is awaited before the first drawing; until then, the page
 * keeps what its HTML holds
 */
export async function mount(page: ReactNode | (() => ReactNode), titleOf: (m: Messages) => string, first: First = {}): Promise<void> {
  const element = document.getElementById("root");
  if (element === null) return;
  const root = createRoot(element);
  async function draw(language = languageChosen()): Promise<void> {
    const words = await wordsFor(...(await language));
    readyFormats(words.language);
    await first.known;
    document.documentElement.lang = words.language;
    document.title = titleOf(words.m);
    root.render(
      <StrictMode>
        <WordsProvider words={words}>{typeof page === "function" ? page() : page}</WordsProvider>
      </StrictMode>,
    );
  }
  onLanguage(() => void draw());
  await draw(first.language);
}
