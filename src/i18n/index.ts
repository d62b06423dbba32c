/** The languages of the screens. */
import { en } from "./en.ts";
import { fr, type Messages } from "./fr.ts";
import type { Language } from "./plural.ts";

const MESSAGES: Record<Language, Messages> = { fr, en };

/**
 * @param choice what the person chose; `auto` follows the browser
 * @param tag what the browser says of its language, "fr-FR"; French unless it is English
 */
export function wordsFor(choice: Language | "auto", tag: string): { readonly language: Language; readonly m: Messages } {
  const language: Language = choice !== "auto" ? choice : /^en\b/i.test(tag) ? "en" : "fr";
  return { language, m: MESSAGES[language] };
}
