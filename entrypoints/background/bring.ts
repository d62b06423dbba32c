/** The scripts of the package that the background runs when they are wanted. */
import browser from "webextension-polyfill";
import type { Bring } from "../../src/background/brought.ts";

/** Only a service worker has it; Firefox's background is a page. */
const { importScripts } = globalThis as { importScripts?: (...files: string[]) => void };

/** To be called in the worker's first turn: a worker can later load only the scripts that it loaded while it was installed. */
export function keepAtHand(files: readonly string[]): void {
  if (importScripts !== undefined) globalThis.addEventListener("install", () => importScripts(...files));
}

export const bring: Bring = async (file) => {
  if (importScripts !== undefined) return importScripts(file);
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = browser.runtime.getURL(file);
    script.addEventListener("load", () => resolve());
    script.addEventListener("error", () => reject(new Error(`${file} cannot be read`)));
    document.head.append(script);
  });
};
