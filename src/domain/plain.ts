/** Normalises texts so that two spellings of one thing become equal. Every comparison of texts starts here. */

/** Letters that Unicode decomposition does not bring back to the alphabet. */
const APART: Readonly<Record<string, string>> = {
  œ: "oe",
  æ: "ae",
  ß: "ss",
  ø: "o",
  ł: "l",
  đ: "d",
  ﬀ: "ff",
  ﬁ: "fi",
  ﬂ: "fl",
  ﬃ: "ffi",
  ﬄ: "ffl",
};
/** Characters beyond ASCII. */
const BEYOND = /[^\0-\x7f]/gu;

function isBare(text: string): boolean {
  return text.search(BEYOND) === -1;
}

const ONES_APART = /[œæßøłđﬀ-ﬄ]/g;

/** Lower case, without accents, ligatures taken apart: "Œuvre ﬁnie à l'Été" → "oeuvre finie a l'ete". The rest stays as it is. */
export function fold(text: string): string {
  if (isBare(text)) return text.toLowerCase();
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(ONES_APART, (letter) => APART[letter] ?? letter);
}

/** Folded, with one space between runs of letters and digits: "Sté  L'Étoile n° 2" → "ste l etoile n 2". */
export function bare(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** Folded, letters and digits alone: "Sté  L'Étoile n° 2" → "steletoilen2". */
export function squeeze(text: string): string {
  return fold(text).replace(/[^a-z0-9]/g, "");
}

/**
 * As `bare`, with initials joined and the signs of brackets kept: "Société par actions, simplifiée (S.A.S.)" →
 * "societe par actions simplifiee sas", "< 50" → "< 50".
 */
export function plainWords(text: string): string {
  return fold(text)
    .replace(/\b([a-z])\.(?=[a-z]\b)/g, "$1")
    .replace(/[^a-z0-9+<>]+/g, " ")
    .trim();
}

/** The letter without its accent: "É" → "E". */
export function baseOf(letter: string): string {
  return letter.normalize("NFD").slice(0, 1);
}

/**
 * Letters without their accents, one for one: positions in the result are positions in the text. Capitals stay; apostrophes and dashes
 * become those of a keyboard.
 * @param text composed (NFC)
 */
export function unaccented(text: string): string {
  if (isBare(text)) return text;
  return text
    .replace(BEYOND, (letter) => (letter.length > 1 ? "  " : baseOf(letter)))
    .replace(/[’ʼ]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, "-");
}
