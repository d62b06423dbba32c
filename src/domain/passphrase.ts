/**
 * Estimates how long a passphrase would resist; it proves nothing. What attackers try first counts for nothing, a word counts as one of a
 * list of some thousands, and only the rest counts as random.
 */

import { fold } from "./plain.ts";

/** `weak`: with a copy and a graphics card, found within days · `fair`: within some years · `strong`: beyond that. */
export type Strength = "weak" | "fair" | "strong";

/** Bits, assuming the thousand guesses a second that Argon2id allows on such a card. */
const FAIR_BITS = 40;
const STRONG_BITS = 54;

/** Bits of a word from a common list; a longer word counts no more. */
const WORD_BITS = 11;
const LETTER_BITS = 2.5;
/** Bits of a letter on its own between digits and signs. */
const LONE_LETTER_BITS = 4.7;
const DIGIT_BITS = 3.3;
const SIGN_BITS = 5;
/** Neighbours on a keyboard or in the alphabet, in either direction. */
const ROWS = ["abcdefghijklmnopqrstuvwxyz", "0123456789", "azertyuiop", "qsdfghjklm", "wxcvbn", "qwertyuiop", "asdfghjkl", "zxcvbnm"];
/** What is tried before any list. */
const COMMON = ["motdepasse", "password", "passe", "secret", "bonjour", "entreprise", "coffre", "candidature", "plipret", "admin"];

/** @param known what attackers know of the company: its SIREN, its names */
export function strengthOf(passphrase: string, known: readonly string[] = []): Strength {
  const bits = bitsOf(passphrase, known);
  if (bits < FAIR_BITS) return "weak";
  return bits < STRONG_BITS ? "fair" : "strong";
}

function bitsOf(passphrase: string, known: readonly string[]): number {
  let text = fold(passphrase);
  for (const told of known.flatMap(partsOf)) text = text.replaceAll(told, " ");
  const seen = new Set<string>(COMMON);
  let bits = 0;
  for (const [part] of text.matchAll(/[a-z]+|\d+|[^a-z\d\s]/g)) {
    // A part that is repeated adds nothing.
    if (seen.has(part)) continue;
    seen.add(part);
    bits += partBits(unrolled(part));
  }
  return bits;
}

function partBits(part: string): number {
  if (/^\d+$/.test(part)) return isYear(part) ? DIGIT_BITS : part.length * DIGIT_BITS;
  if (/^[a-z]{1,2}$/.test(part)) return part.length * LONE_LETTER_BITS;
  if (/^[a-z]+$/.test(part)) return Math.min(WORD_BITS, part.length * LETTER_BITS);
  return SIGN_BITS;
}

const isYear = (part: string) => /^(19|20)\d\d$/.test(part);

/** Runs of equal or neighbouring letters count as one, and so does a repeated block. */
function unrolled(part: string): string {
  const block = /^(.+?)\1+$/.exec(part)?.[1] ?? part;
  let text = "";
  for (const letter of block) {
    const [second, first] = [text.at(-1), text.at(-2)];
    // Many words hold two neighbours; three show a slide along the keyboard.
    if (!(isNext(second, letter) && isNext(first, second))) text += letter;
  }
  return text;
}

function isNext(before: string | undefined, letter: string | undefined): boolean {
  if (before === undefined || letter === undefined) return false;
  return before === letter || ROWS.some((row) => row.includes(before + letter) || row.includes(letter + before));
}

/** The whole name, its words, and the number in groups of three, as people write it. */
function partsOf(told: string): string[] {
  const text = fold(told);
  return [text, ...text.split(/\W+/)].filter((part) => part.length >= 3).sort((a, b) => b.length - a.length);
}
