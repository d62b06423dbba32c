/** « Mes consultations »: the page and the calendar that it gives. English. */
import type { ConsultationsWords } from "./consultations.fr.ts";
import { counted } from "./plural.ts";

const n = (count: number, one: string, other: string) => counted("en", count, one, other);

export const consultationsEn: ConsultationsWords = {
  heading: "My consultations",
  intro: "What you saw, filled, prepared or attached with Pli prêt, the most pressing first. All of it stays on this machine, encrypted.",
  of: (company: string) => `For ${company}`,
  noCompany: "Choose a company first: open Pli prêt on a consultation, or the options.",
  none: "No consultation yet. They come here by themselves when you open or fill the page of a consultation.",
  search: "Search a reference, a title, a buyer, a lot",
  found: (count: number) => `${n(count, "consultation", "consultations")} found`,
  export: "Export the deadlines (.ics)",
  exported: (events: number) => `${n(events, "date saved", "dates saved")}: open the file to add it to your calendar.`,
  leftOut: (count: number) =>
    `${n(count, "consultation is not in it", "consultations are not in it")}: its deadline is not known. Read it on its page.`,
  locked: "The vault is closed: the ends of validity of its documents are neither shown nor exported.",
  coming: "Coming",
  over: "Deadline passed",
  archived: "Archive",
  nothingComing: "Nothing is coming.",
  untitled: "Untitled consultation",

  days: (days: number) => {
    if (days === 0) return "today";
    if (days === 1) return "tomorrow";
    if (days === -1) return "yesterday";
    return days > 0 ? `in ${days} days` : `${-days} days ago`;
  },
  deadline: (when: string, day: string, hour: string) => `${when}, ${day} at ${hour}, Paris time`,
  hour: (hour: number, minute: number) => `${hour}:${String(minute).padStart(2, "0")}`,
  doubted: (when: string, day: string) => `${when}, ${day}: check the hour on the page`,
  noDeadline: "deadline unknown",

  lots: (count: number) => n(count, "lot", "lots"),
  met: (day: string) => `seen on ${day}`,
  filled: (day: string, fields: number) => `${n(fields, "field filled", "fields filled")} on ${day}`,
  prepared: (day: string) => `file prepared on ${day}`,
  attached: (day: string, files: number) => `${n(files, "file attached", "files attached")}, the last on ${day}`,
  deposited: (day: string) => `submitted, you said on ${day}`,
  deadAtDeadline: (pieces: string) => `No longer good at the deadline: ${pieces}`,
  deadToday: (pieces: string) => `No longer good today: ${pieces}`,
  deadAtAward: (pieces: string) => `No longer good at the award, about three months later: ${pieces}`,

  resume: "Resume",
  noAddress: "Its address is no longer safe to open: find it again on the portal.",
  markDeposited: "I submitted",
  notDeposited: "Not submitted",
  archive: "Archive",
  bringBack: "Take out of the archive",
  forget: "Forget",
  about: (action: string, title: string) => `${action}: ${title}`,
  undo: "Undo",
  done: {
    archive: (title: string) => `Archived: ${title}`,
    bringBack: (title: string) => `Out of the archive: ${title}`,
    deposited: (title: string) => `Noted as submitted: ${title}`,
    notDeposited: (title: string) => `No longer noted as submitted: ${title}`,
    forget: (title: string) => `Forgotten: ${title}`,
  },
  failed: "This change was not kept: there is no room, or the extension was updated. Reload the page and try again.",

  buyers: "Already sent, by buyer",
  buyersHint:
    "The documents attached with Pli prêt, for buyers whose page told their SIRET. Only you know whether you submitted: the sentence names what you noted as submitted and is still good today.",
  noBuyer: "Nothing was attached yet for a buyer whose SIRET is known.",
  documents: (count: number) => n(count, "document", "documents"),
  givenOn: (day: string, consultation: string) => `attached on ${day}, ${consultation}`,
  notConfirmed: "submission not noted",
  notCopied: "The browser did not let it be copied: select the sentence.",
  noSentence: "Nothing to name: note the consultation as submitted, or its documents are no longer good.",

  calendar: {
    name: "Pli prêt: deadlines",
    deadline: (title: string) => `Deadline: ${title}`,
    doubted: (title: string, written: string) => `Deadline, check its hour (written: ${written}): ${title}`,
    ends: (title: string) => `End of validity: ${title}`,
    untitled: "Untitled consultation",
    reference: (reference: string) => `Reference: ${reference}`,
    buyer: (name: string) => `Buyer: ${name}`,
  },
};
