/** The boxes and lists by which a page asks for which lots the company bids: only what answers for them, never what downloads or swears. */

import type { ListCell } from "../domain/page-reading.ts";
import { fold } from "../domain/plain.ts";
import type { Guess } from "./guess.ts";
import { wordsOf } from "./words.ts";

/** Titles over a control that may say what its lots are ticked for. */
const TITLES = 2;

/** "Lot 2", "Lot n° 3a", "LOT-0001", "tous les lots", and what only a list of lots says. */
const NAMES_LOT = /^(lots? (n |no |numero )?(\d|[a-z]\b)|tous les lots)/;
/** "2 – Couverture", "B – Écoles": under a title that says lots. */
const ENUMERATED = /^\s*(\d{1,4}[a-z]?|[a-z])\s*(?:[-–—:.]\s|$)/;
const SAYS_LOTS = /\blots?\b/;
/** Lots are named there for something else than bidding. */
const ELSE =
  /\b(telechar\w*|retrait|retirer|dce|dossier de consultation|alertes?|notifications?|variantes?|options?|visites?|echantillons?|questions?|recherche\w*|filtre\w*|attribu\w*|infructueux|montants?|prix|certifi\w*|declar\w*|atteste\w*|engage\w*|honneur)\b/;
/** A switch for the boxes beside it is no answer. */
const SWITCHES = /\b(de)?(selectionner|cocher)\b/;

/** By control. `said`: the words of a box, of the question of a list. */
export function lotCellsOf(guesses: readonly Guess[]): [Guess, ListCell][] {
  const asked = guesses.flatMap((guess) => {
    const cell = cellOf(guess);
    return cell === null ? [] : [{ guess, cell }];
  });
  return asked.map(({ guess, cell }, at) => [guess, { list: "lots", column: "lot", at, ...cell }]);
}

function cellOf(guess: Guess): Pick<ListCell, "said" | "options"> | null {
  const { control, label } = guess;
  if (label === "" || label.length > 300 || control.inSearch) return null;
  const around = [...control.questions.map(({ text }) => text), ...control.titles.slice(0, TITLES).map(({ text }) => text)].map(plain);
  if (SWITCHES.test(plain(label)) || [plain(label), ...around].some((text) => ELSE.test(text))) return null;
  const isUnderLots = around.some((text) => SAYS_LOTS.test(text));
  if (control.type === "select") {
    const options = control.options.map(({ text }) => text.trim()).filter((text) => text !== "");
    const named = options.filter((text) => namesLot(text, isUnderLots || SAYS_LOTS.test(plain(label))));
    return named.length > 0 && options.length <= 200 ? { said: label, options } : null;
  }
  if (control.type !== "checkbox" && control.type !== "radio") return null;
  return namesLot(label, isUnderLots) ? { said: label } : null;
}

const plain = (text: string) => wordsOf(text).join(" ");

function namesLot(text: string, isUnderLots: boolean): boolean {
  return NAMES_LOT.test(plain(text)) || (isUnderLots && ENUMERATED.test(fold(text)));
}
