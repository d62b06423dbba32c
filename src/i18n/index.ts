/** The languages of the screens. */
import { en } from "./en.ts";
import { fr, type Messages } from "./fr.ts";
import { type LanguageWish, languageFor } from "./language.ts";
import type { Language } from "./plural.ts";

const MESSAGES: Record<Language, Messages> = { fr, en };

/**
 * @param choice what the person chose
 * @param tag what the browser says of its language, "fr-FR"
 */
export function wordsFor(choice: LanguageWish, tag: string): { readonly language: Language; readonly m: Messages } {
  const language = languageFor(choice, tag);
  return { language, m: MESSAGES[language] };
}
