/** Puts a page of the extension on the screen, in the person's language and with the look that all pages share. */
import { type ReactNode, StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "./tokens.css";
import "./controls.css";
import { type Words, WordsProvider } from "./words.tsx";

export function mount(words: Words, page: ReactNode): void {
  document.documentElement.lang = words.language;
  const root = document.getElementById("root");
  if (root === null) return;
  createRoot(root).render(
    <StrictMode>
      <WordsProvider words={words}>{page}</WordsProvider>
    </StrictMode>,
  );
}
