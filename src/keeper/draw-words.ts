/** A random passphrase: words from a list of 2,048, eleven bits each. */
import { wordlist } from "@scure/bip39/wordlists/french.js";
import { fold } from "../domain/plain.ts";

const WORDS = 5;

/** Words of five letters and more, without accents: they are typed on any keyboard. */
export const FRENCH_WORDS: readonly string[] = wordlist.map(fold);

/** "menthe abrasif galaxie pelouse octroi" */
export function drawWords(): string {
  const drawn = crypto.getRandomValues(new Uint16Array(WORDS));
  // 2,048 divides 65,536: each word is as likely as another.
  return [...drawn].map((number) => FRENCH_WORDS[number % FRENCH_WORDS.length]).join(" ");
}
