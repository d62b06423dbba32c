/** « Mes consultations »: the page and the calendar that it gives. English. */
import type { ConsultationsWords } from "./consultations.fr.ts";
import { counted } from "./plural.ts";

const n = (count: number, one: string, other: string) => counted("en", count, one, other);

export const consultationsEn: ConsultationsWords = {
  heading: "My tenders",
  intro: "What you saw, filled, prepared or attached with Pli prêt, the most pressing first. All of it stays on this machine, encrypted.",
  of: (company: string) => `For ${company}`,
  noCompany: "Choose a company first: open Pli prêt on a tender, or the options.",
  none: "No tender yet. They come here by themselves when you open or fill the page of a tender.",
  search: "Search a reference, a title, a buyer, a lot",
  found: (count: number) => `${n(count, "tender", "tenders")} found`,
  export: "Export the deadlines (.ics)",
  exported: (events: number) => `${n(events, "date saved", "dates saved")}: open the file to add it to your calendar.`,
  leftOut: (count: number) =>
    `${n(count, "tender is not in it", "tenders are not in it")}: its deadline is not known. Read it on its page.`,
  locked: "The vault is closed: the expiry dates of its documents are neither shown nor exported.",
  followed: "Awards and running contracts",
  coming: "Coming up",
  over: "Deadline passed",
  archived: "Archive",
  nothingComing: "Nothing coming up.",
  nothingFound: "No tender holds these words.",
  untitled: "Untitled tender",

  days: (days: number) => {
    if (days === 0) return "today";
    if (days === 1) return "tomorrow";
    if (days === -1) return "yesterday";
    return days > 0 ? `in ${days} days` : `${-days} days ago`;
  },
  deadline: (when: string, day: string, hour: string) => `${when}, ${day} at ${hour}, Paris time`,
  hour: (hour: number, minute: number) => `${hour}:${String(minute).padStart(2, "0")}`,
  doubted: (when: string, day: string) => `${when}, ${day}: check the time on the page`,
  noDeadline: "deadline unknown",
  moved: (isLater: boolean, before: string) => `${isLater ? "Postponed" : "Brought forward"}: the page said ${before}`,

  lots: (count: number) => n(count, "lot", "lots"),
  met: (day: string) => `seen on ${day}`,
  filled: (day: string, fields: number) => `${n(fields, "field filled", "fields filled")} on ${day}`,
  prepared: (day: string) => `file prepared on ${day}`,
  attached: (day: string, files: number) => (files === 1 ? `1 file attached on ${day}` : `${files} files attached, the last on ${day}`),
  deposited: (day: string, isProven: boolean) => (isProven ? `submitted on ${day}, by its receipt` : `submitted, as you noted on ${day}`),
  deadAtDeadline: (pieces: string) => `No longer valid at the deadline: ${pieces}`,
  deadToday: (pieces: string) => `No longer valid today: ${pieces}`,
  deadAtAward: (pieces: string) => `No longer valid at the award, about three months later: ${pieces}`,

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
    deposited: (title: string) => `Marked as submitted: ${title}`,
    notDeposited: (title: string) => `No longer marked as submitted: ${title}`,
    forget: (title: string) => `Forgotten: ${title}`,
  },
  failed: "This change was not saved: the disk is full, or the extension has just been updated. Reload the page and try again.",

  buyers: "Already sent, by buyer",
  buyersHint:
    "The documents attached with Pli prêt, for buyers whose page gave their SIRET. Only you know whether you submitted: the sentence names only what you marked as submitted and is still valid today.",
  noBuyer: "Nothing has been attached yet for a buyer whose SIRET is known.",
  documents: (count: number) => n(count, "document", "documents"),
  givenOn: (day: string, consultation: string) => `attached on ${day}, ${consultation}`,
  notConfirmed: "not marked as submitted",
  notCopied: "The browser did not let it be copied: select the sentence.",
  noSentence: "Nothing to name: mark the tender as submitted, or its documents are no longer valid.",

  award: {
    title: "After the submission",
    noted: (title: string) => `Noted: ${title}`,
    asked: "The buyer asks for the proofs",
    running: "The contract is concluded",
    askedBy: "To be given by",
    dayHint: "dd/mm/yyyy",
    wrongDay: "Write a day that exists, for example 15/12/2026.",
    endBeforeStart: "The contract would end before it is concluded: check both days.",
    keep: "Save",
    cancel: "Cancel",
    countdown: (when: string, day: string) => `Proofs to be given ${when}, by ${day}`,
    late: (day: string) => `The proofs were to be given by ${day}: write to the buyer without delay.`,
    proved: (day: string) => `Proofs given on ${day}`,
    markProved: "I gave them",
    notProved: "Not given yet",
    change: "Change the day",
    notAsked: "Nothing is asked",
    pack: (day: string) => `What the law lets a buyer ask of you, judged on ${day}. The buyer's letter prevails: it may ask for others.`,
    packBefore: "Your vault is closed: open it to see what you hold.",
    states: {
      holds: (until: string | undefined) => (until === undefined ? "ready" : `ready, valid until ${until}`),
      toCheck: "ready, to be checked",
      dead: (until: string | undefined) => (until === undefined ? "no longer valid then" : `no longer valid then: it ends on ${until}`),
      missing: "missing",
      ifAny: "if you employ any",
    },
    abroad: {
      title: "Company established outside France",
      pieces: [
        "Taxes and contributions: a certificate from its country or, failing that, a declaration on oath.",
        "French labour code: the documents of articles D8222-7 and R1263-12.",
      ],
    },
    either: " or ",
    concludedOn: "Concluded on",
    endsOn: "Ends on, if known",
    concluded: (from: string, until: string | undefined) =>
      until === undefined ? `Contract concluded on ${from}` : `Contract concluded on ${from}, until ${until}`,
    changeContract: "Change the days",
    noContract: "Remove this contract",
    vigilance:
      "From €5,000 excluding VAT, every six months from the conclusion, the vigilance certificate: yours to give to the buyer, that of each subcontractor to receive. The list of foreign employees who need a work permit goes with it, if there are any. If the contract sets other days, follow those.",
    own: "Yours, to be given",
    theirs: (name: string) => `That of ${name}, to be received`,
    theirsAbroad: (name: string, country: string, number: string) =>
      `What stands for it from ${name} (${country}, ${number}), to be received`,
    due: (when: string, day: string) => `${when}, on ${day}`,
    given: "Done",
    over: "Nothing more to give before the contract ends.",
    subcontractor: "Add a subcontractor",
    where: "It is established",
    inFrance: "in France, with a SIRET",
    outsideFrance: "outside France, without a SIRET",
    country: "Its country",
    wrongCountry: "Write its country.",
    number: "Its national or VAT number",
    wrongNumber: "Write this number.",
    siret: "Its SIRET",
    wrongSiret: "This SIRET does not exist: check its 14 digits.",
    alreadyThere: "This subcontractor is already in the list.",
    name: "Its name",
    noName: "Write its name.",
    from: "Its contract is concluded on",
    remove: (name: string) => `Remove ${name}`,
    texts: "Texts",
  },

  keptDossiers: {
    one: (day: string, until: string, size: string) => `File prepared on ${day}, ${size}, kept in the vault until ${until}`,
    download: (name: string, day: string) => `Save ${name}, prepared on ${day}`,
    remove: "Erase",
    removeOf: (day: string) => `Erase the file prepared on ${day}`,
    removed: "Prepared file erased. Its documents stay in the vault, and so do the tender and its log.",
    gone: "This file is no longer there: its term has passed, or it was erased. Prepare it again.",
    room: (count: number, size: string) =>
      `${n(count, "prepared file kept", "prepared files kept")} in the vault, ${size}. For how long is set in the options.`,
    others: "Prepared files, of no known tender",
    locked: "The prepared files that the vault keeps can be read once the vault is open.",
    openCoffre: "Open the vault",
  },

  calendar: {
    name: "Pli prêt: deadlines",
    deadline: (title: string) => `Deadline: ${title}`,
    doubted: (title: string, written: string) => `Deadline, check the time (written: ${written}): ${title}`,
    proofs: (title: string) => `Proofs to give to the buyer: ${title}`,
    vigilance: (title: string, who: string | null) =>
      who === null ? `Vigilance certificate to give: ${title}` : `Vigilance certificate to receive from ${who}: ${title}`,
    ends: (title: string) => `Expires: ${title}`,
    untitled: "Untitled tender",
    reference: (reference: string) => `Reference: ${reference}`,
    buyer: (name: string) => `Buyer: ${name}`,
  },
};
