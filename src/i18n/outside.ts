/** The words told outside the screens, in the person's language: a worker that never shows a screen carries no other. */
import { type LanguageWish, languageFor } from "./language.ts";
import { outsideEn } from "./outside.en.ts";
import { type OutsideWords, outsideFr } from "./outside.fr.ts";
import type { Language } from "./plural.ts";

const WORDS: Record<Language, OutsideWords> = { fr: outsideFr, en: outsideEn };

/** As `wordsFor`. */
export function outsideWordsFor(choice: LanguageWish, tag: string): { readonly language: Language; readonly m: OutsideWords } {
  const language = languageFor(choice, tag);
  return { language, m: WORDS[language] };
}
