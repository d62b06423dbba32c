/** Which of our languages the person reads. */
import type { Language } from "./plural.ts";

/** `auto` follows the browser. */
export type LanguageWish = Language | "auto";

/** @param tag what the browser says of its language, "fr-FR"; French unless it is English */
export function languageFor(choice: LanguageWish, tag: string): Language {
  if (choice !== "auto") return choice;
  return /^en\b/i.test(tag) ? "en" : "fr";
}
