/** Whether a page asks a control of the mandataire of a group, by its row, its label, else the nearest title that says whose it is. */
import { saysLead } from "../domain/lead-words.ts";
import type { Guess } from "./guess.ts";
import { qualifiersOf } from "./parties.ts";

/** Titles over a control that may say whose it is. */
const TITLES = 3;
/** Longer texts explain: they name the mandataire among others. */
const LONGEST = 80;

/** True for « Mandataire », « SIRET du mandataire »; not for « candidat ou mandataire », which asks whoever answers. */
export function isLeads({ control, labels, label }: Pick<Guess, "control" | "labels" | "label">): boolean {
  const row = labels.find(({ from }) => from === "table:row")?.text ?? "";
  const titles = control.titles.slice(0, TITLES).map(({ text }) => text);
  const said = [row, label, ...titles].find((text) => namesLead(text) || qualifiersOf(text).party === "autre");
  return said !== undefined && namesLead(said);
}

/** True where a text names the mandataire, and nobody else. */
export function namesLead(text: string): boolean {
  return text.length <= LONGEST && saysLead(text) && !/\b(candidat|soumissionnaire|titulaire|tenderer)/i.test(text);
}
