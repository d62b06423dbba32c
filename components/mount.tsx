/** Renders a page of the extension, with the look that all pages share, in the person's language; again when they choose another. */
import { type ReactNode, StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "./tokens.css";
import "./controls.css";
import type { Messages } from "../src/i18n/fr.ts";
import { wordsFor } from "../src/i18n/index.ts";
import { languageChosen, onLanguage } from "../src/messages/bus-language.ts";
import { WordsProvider } from "./words.tsx";

/**
 * @param titleOf the name of the page's tab
 * @param known awaited before the first drawing: until then, the page keeps what its HTML holds
 */
export async function mount(page: ReactNode, titleOf: (m: Messages) => string, known?: Promise<unknown>): Promise<void> {
  const element = document.getElementById("root");
  if (element === null) return;
  const root = createRoot(element);
  async function draw(): Promise<void> {
    const [words] = await Promise.all([languageChosen().then((language) => wordsFor(...language)), known]);
    document.documentElement.lang = words.language;
    document.title = titleOf(words.m);
    root.render(
      <StrictMode>
        <WordsProvider words={words}>{page}</WordsProvider>
      </StrictMode>,
    );
  }
  onLanguage(() => void draw());
  await draw();
}
