/** The words of the screen, in the person's language, for every component below. */
import { createContext, type ReactNode, useContext } from "react";
import { fr, type Messages } from "../src/i18n/fr.ts";
import type { Language } from "../src/i18n/plural.ts";

export interface Words {
  readonly language: Language;
  readonly m: Messages;
}

const WordsContext = createContext<Words>({ language: "fr", m: fr });

export function WordsProvider({ words, children }: { readonly words: Words; readonly children: ReactNode }) {
  return <WordsContext value={words}>{children}</WordsContext>;
}

export function useWords(): Words {
  return useContext(WordsContext);
}
