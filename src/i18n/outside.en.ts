/** What the person reads outside the screens, English. */
import type { ObtainableKind } from "../domain/pieces.ts";
import { fieldLabelsEn, obtainLabelsEn, pieceLabelsEn } from "./catalogue.en.ts";
import type { OutsideWords } from "./outside.fr.ts";
import { counted } from "./plural.ts";

const n = (count: number, one: string, other: string) => counted("en", count, one, other);

const inDays = (days: number) => {
  if (days < 0) return "day passed";
  return days === 0 ? "today" : `${n(days, "day", "days")} left`;
};

export const outsideEn: OutsideWords = {
  listNotes: {
    references: "Your references, chosen for this tender",
    team: "Your team, chosen for this tender",
    members: "Member of the group, as you declared it",
    lots: "Lots chosen for this tender",
  },

  menu: { title: "Fill this field with…" },

  labels: {
    field: (key) => fieldLabelsEn[key],
    piece: (kind) => pieceLabelsEn[kind],
    obtainAt: (kind) => (kind in obtainLabelsEn ? obtainLabelsEn[kind as ObtainableKind] : null),
  },

  origin: {
    source: (provider, on) => `${provider}, ${on}`,
    coffre: (title) => `Your vault: ${title}`,
    manual: "Your entry",
    derived: "Computed",
    ofSiret: "From your SIRET",
    shortSiret: "SIRET",
    shortCoffre: "Vault",
    shortManual: "You",
    shortDerived: "Computed",
  },

  reminder: {
    title: (title, days) => `${title}: ${n(days, "day", "days")} left`,
    text: (until, where) => (where === null ? `Valid until ${until}.` : `Valid until ${until}. To be renewed: ${where}.`),
    deadline: (days) => (days === 0 ? "Deadline today" : days === 1 ? "Deadline tomorrow" : `Deadline in ${n(days, "day", "days")}`),
    deadlineOf: (title, day, isDoubted) =>
      `${title === "" ? "Tender" : title}: ${day}${isDoubted ? ", check the time on the page" : ""}. The end of the upload counts.`,
    proofs: (days) => `Proofs required by the buyer: ${inDays(days)}`,
    proofsOf: (title, day) => `${title === "" ? "Tender" : title}: to be given by ${day}.`,
    vigilance: (days) => `Vigilance certificate: ${inDays(days)}`,
    vigilanceOf: (title, day, who) =>
      `${title === "" ? "Contract" : title}, on ${day}: ${who === null ? "yours, to be given to the buyer" : `that of ${who}, to be received`}.`,
    locked: "Its dates cannot be read. Open it to see what is about to expire.",
  },

  /** Of the screens' words on fields, why one is left as it is. */
  fields: {
    reasons: {
      typed: "you filled it yourself",
      notEmpty: "already filled",
      tooLong: "the value is too long for this field: it is never cut",
      noOption: "no choice in the list fits",
      format: "the page wants another form of answer",
      gone: "the field has left the page",
      changed: "what is asked for there has changed since it was read: nothing was put there, check and try again",
      pageRefused: "the page refused the value",
      readOnly: "cannot be changed",
      notAccepted: "the page does not take this type of file here",
      tooHeavy: "the file is heavier than what the page takes here: it was not given to it, attach a lighter one",
      oneFileOnly: "the page takes only one file here",
      attachFailed: "the page did not take the file",
      disabled: "cannot be changed for now",
      sworn: "sworn statement: never ticked for you",
      hidden: "hidden by the page",
      notOurs: "is not to be filled for you",
      otherParty: "is about someone else",
    },
  },

  coffre: { locked: "The vault is closed" },
};
