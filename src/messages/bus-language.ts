/** The language of a screen, known before anything is drawn: read directly from the store, without waking the background. */
import browser from "webextension-polyfill";
import type { LanguageChoice } from "./situation.ts";

/** The settings are sealed; the language is also stored in clear. */
export const LANGUAGE = "language";

/** The person's choice in the options, and the browser's language. */
export async function languageChosen(): Promise<readonly [LanguageChoice, string]> {
  const kept = await browser.storage.local.get(LANGUAGE);
  return [choiceIn(kept[LANGUAGE]), browser.i18n.getUILanguage()];
}

/** Calls back when the person chooses another language. */
export function onLanguage(callback: () => void): void {
  browser.storage.local.onChanged.addListener(({ [LANGUAGE]: change }) => {
    if (change !== undefined && choiceIn(change.oldValue) !== choiceIn(change.newValue)) callback();
  });
}

/** Asks the background, which checks it, to store it. */
export async function sayLanguage(language: LanguageChoice): Promise<void> {
  await browser.storage.local.set({ [LANGUAGE]: language });
}

/** Anything else is `auto`. */
function choiceIn(language: unknown): LanguageChoice {
  return language === "fr" || language === "en" ? language : "auto";
}
