/** The language of a screen, known before anything is drawn: read straight from the store, without waking the background. */
import browser from "webextension-polyfill";
import type { LanguageChoice } from "./situation.ts";

/** What the person chose in the options, and what the browser speaks. */
export async function languageChosen(): Promise<readonly [LanguageChoice, string]> {
  const { settings } = await browser.storage.local.get("settings");
  return [choiceIn(settings), browser.i18n.getUILanguage()];
}

/** Calls back when the person chooses another language. */
export function onLanguage(callback: () => void): void {
  browser.storage.local.onChanged.addListener(({ settings }) => {
    if (settings !== undefined && choiceIn(settings.oldValue) !== choiceIn(settings.newValue)) callback();
  });
}

/** Kept by the background, which checks it; anything else is `auto`. */
function choiceIn(settings: unknown): LanguageChoice {
  const language = typeof settings === "object" && settings !== null && "language" in settings ? settings.language : "auto";
  return language === "fr" || language === "en" ? language : "auto";
}
