/** The languages of the screens: French is there, another comes for who reads it. */
import { fr, type Messages } from "./fr.ts";
import { type LanguageWish, languageFor } from "./language.ts";
import type { Language } from "./plural.ts";

const MESSAGES: Record<Language, () => Promise<Messages>> = {
  fr: async () => fr,
  en: async () => (await import("./en.ts")).en,
};

/**
 * @param choice what the person chose
 * @param tag what the browser says of its language, "fr-FR"
 */
export async function wordsFor(choice: LanguageWish, tag: string): Promise<{ readonly language: Language; readonly m: Messages }> {
  const language = languageFor(choice, tag);
  return { language, m: await MESSAGES[language]() };
}
