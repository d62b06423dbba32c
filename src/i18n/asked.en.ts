/** What the person reads of a consultation's own documents, English. Quotes stay French: they are the document's. */
import type { AskedPoint, AskedPointFound, ReadDocument } from "../domain/asked.ts";
import type { AskedWords } from "./asked.fr.ts";
import { counted } from "./plural.ts";

const n = (count: number, one: string, other: string) => counted("en", count, one, other);

type Said = AskedPointFound["said"];
const words = (said: Said, name: string, texts: Readonly<Record<string, string>>) => texts[String(said[name])] ?? null;
const list = (value: Said[string] | undefined) => (Array.isArray(value) ? value.join(", ") : "");

/** What a finding is understood to say; `null` when its sentence alone is shown. */
const POINTS: Partial<Record<AskedPoint, (said: Said) => string | null>> = {
  depot: (said) => words(said, "mode", { electronique: "electronic", papier: "on paper" }),
  lots: ({ divided, lots }) => {
    if (divided === false) return "a single lot";
    return Array.isArray(lots) && lots.length > 1 ? n(lots.length, "lot", "lots") : "several lots";
  },
  groupement: ({ form, mandataireSolidaire }) => {
    const forms: Record<string, string> = { libre: "any form", solidaire: "joint and several", conjoint: "joint", interdit: "not allowed" };
    return (
      [forms[String(form)], mandataireSolidaire === true ? "leader jointly and severally liable" : undefined].filter(Boolean).join(", ") ||
      null
    );
  },
  minima: (said) =>
    words(said, "kind", {
      turnover: "turnover",
      reference: "references",
      qualification: "qualification",
      insurance: "insurance",
      team: "team",
    }),
  formats: ({ accepted, refused }) =>
    [list(accepted) === "" ? null : `accepted: ${list(accepted)}`, list(refused) === "" ? null : `refused: ${list(refused)}`]
      .filter(Boolean)
      .join(" · ") || null,
  maxSize: ({ bytes, of }) => {
    const mega = Number(bytes) / 1_000_000;
    return `${mega >= 1000 ? `${mega / 1000} GB` : `${mega} MB`} ${of === "deposit" ? "for the submission" : "per file"}`;
  },
  signature: (said) =>
    words(said, "state", {
      required: "required on submission",
      notRequired: "not required on submission",
      atAward: "from the winner only",
    }),
  copieSauvegarde: ({ status, supports }) => {
    const told = words({ status: status ?? null }, "status", {
      possible: "possible",
      recommandee: "advised",
      obligatoire: "mandatory",
      interdite: "not allowed",
    });
    return [told, list(supports)].filter(Boolean).join(": ") || null;
  },
  visite: (said) => words(said, "status", { obligatoire: "mandatory", facultative: "possible", recommandee: "advised", aucune: "none" }),
  questions: ({ days }) => (typeof days === "number" ? `until ${n(days, "day", "days")} before the deadline` : null),
  validiteOffres: ({ days, months }) =>
    typeof days === "number" ? n(days, "day", "days") : typeof months === "number" ? n(months, "month", "months") : null,
  criteres: ({ weight }) => (typeof weight === "string" ? weight : null),
};

const WHATS: Readonly<Record<string, string>> = {
  declarationHonneur: "Sworn statement (déclaration sur l'honneur)",
  chiffreAffaires: "Turnover",
  effectifs: "Headcount",
  materiel: "Equipment",
  handicap: "Employment of disabled workers",
  certificats: "Certificates of qualification",
  ordreArchitectes: "Membership of a professional order",
  agrement: "Approval or authorisation",
  travailDissimule: "Statement on undeclared work",
  presentation: "Presentation of the company",
  certificationsSysteme: "System certification",
};

const LEFT: Record<NonNullable<ReadDocument["left"]>, string> = {
  locked: "is protected by a password. Ask the buyer for an open version.",
  damaged: "is damaged. Download it again from the portal.",
  lying: "is not what its name says. Check where you got it before you open it.",
  type: "is in a format that Pli prêt does not read. Give it as PDF, DOCX, ODT, HTML page, text or XML notice.",
  macros: "holds macros: it is left closed. Ask for a version without macros.",
  scan: "is made of images only, and was not read. If it is the règlement, give it alone, or read it yourself: “Read scans and photographs” is in the options.",
  bomb: "is far larger, once opened, than it announces: it is left closed. Download it again from the portal.",
  entries: "holds more than ten thousand files: it is left closed. Give the règlement alone.",
  path: "is named so as to write outside its folder: it is left closed. Ask the buyer for it again.",
  deep: "is an archive within too many archives. Open it yourself, then give its files.",
};

export const askedEn: AskedWords = {
  told: (name, said) => `${name}: ${said}`,
  heading: "What this tender asks for",
  intro:
    "Drop the tender's files here, as the portal gives them. The règlement and the notice are looked for and read on this machine; the files are neither kept nor sent.",
  caution: "Rules do not see everything: each point shows the document's sentence. Read the règlement again before you submit.",
  drop: "The tender's files (ZIP, PDF, DOCX, ODT, XML)",
  choose: "Choose files",
  again: "Read a new version",
  noWork: "Choose a company and open the tender's page: what is read is kept with it.",
  reading: (read: number, last: string | null) =>
    last === null ? "Opening the files…" : `${n(read, "file read", "files read")}, among them ${last}`,
  scanning: (file: string, page: number) => `${file} is a scan: its letters are being recognised (page ${page}).`,
  cancel: "Stop reading",
  forget: "Forget this reading",
  exportMd: "Save as text (.md)",
  exportCsv: "Save as a table (.csv)",
  print: "Print",
  ends: {
    cancelled: "Reading stopped. What was known before is still here.",
    failed: "The reading broke off. Give the règlement alone, or try again.",
    nothing: "No règlement de consultation and no notice was found in these files. Give it directly, as PDF or DOCX.",
    unkept: "It was read, but could not be kept on this machine. Save the result before you close the page.",
  },
  documents: { title: "Documents", rc: "règlement", avis: "notice", other: "nothing to take from it" },
  others: (count: number) => `${n(count, "other file was", "other files were")} found to be neither a règlement nor a notice.`,
  left: (reason: NonNullable<ReadDocument["left"]>) => LEFT[reason],
  leftTitle: "Files not read",
  where: (file: string, page: number | null, isRecognised = false) =>
    `${page === null ? file : `${file}, page ${page}`}${isRecognised ? " (read by recognition, to be checked)" : ""}`,
  recognised: "read by recognition, to be checked",
  what: (name: string) => WHATS[name] ?? name,
  offerPiece: "Part of the offer",

  deadline: {
    title: "Deadline",
    from: { rc: "from the règlement", avis: "from the notice", page: "from the page" },
    none: "No deadline is read for sure. Check it on the portal.",
    differs: "The sources do not give the same date. Until the buyer settles it, keep to the earliest.",
    candidatures: "This is the date for the applications.",
    doubts: {
      several: "The document gives several dates or times.",
      dayOnly: "The time is not given.",
      otherClock: "The time is called “local”, and the place is not certain.",
      weekday: "The weekday does not match the date.",
      recognised: "The date was read by recognition in a scan: to be checked.",
    },
    clocks: {
      paris: "Paris time, written",
      implicit: "Paris time, implied",
      local: "the buyer's time, overseas",
      unstated: "overseas buyer, clock not written: to be checked",
    },
  },
  lots: {
    only: (lots: readonly string[]) => (lots.length === 1 ? `for lot ${lots[0]}` : `for lots ${lots.join(", ")}`),
    chosen: (lots: readonly string[]) =>
      lots.length === 1
        ? `List limited to lot ${lots[0]}, chosen below in “It bids for”.`
        : `List limited to lots ${lots.join(", ")}, chosen below in “It bids for”.`,
    choose: "Some of these requirements concern some lots only. Choose yours below, in “It bids for”: the list will follow them.",
    others: "For other lots only",
  },
  beside: {
    title: "To compare",
    intro: "These sources contradict each other. Nothing is settled here.",
    from: { rc: "Règlement", avis: "Notice", page: "Page" },
  },
  changes: {
    title: "What changed since the previous reading",
    none: "Nothing of what is read has changed.",
    added: "added",
    removed: "removed",
    changed: "changed",
    before: "Before",
    touches: {
      prepared: "Check your prepared file again.",
      attached: "Check again a document already attached.",
    },
  },
  stages: {
    candidature: "Documents of the application",
    attributaire: "From the winner only",
    offre: "Parts of the offer",
  },
  stageNotes: {
    candidature: null,
    attributaire: "To be given if your offer is chosen, within the time set by the buyer.",
    offre: "They are listed, never made.",
  },
  states: {
    have: "Ready",
    missing: "To provide",
    deadAtDeadline: "Expired at the deadline",
    deadAtAward: "Expired at the award",
    toCheck: "To check",
    answered: "To declare",
    own: "To write",
  },
  held: (title: string, until: string | null) => (until === null ? title : `${title}, until ${until}`),
  rubric: (form: string, rubric: string | undefined) => (rubric === undefined ? `Form ${form}` : `${form}, section ${rubric}`),
  slot: (label: string) => `Place on the page: ${label}`,
  pageOnly: "Asked for by the page, not seen in the documents.",
  unusual:
    "It is not among the usual documents of an application. The list of what may be demanded (annexe 9 of the code de la commande publique) has not been read at its source: check it before you refuse.",
  openCoffre: "Add it to the vault",
  age: (age: string) => age,
  years: (count: number) => `over ${n(count, "year", "years")}`,
  perMember: "for each member of the group",
  equivalent: "or equivalent",
  or: (pieces: string) => `or ${pieces}`,
  pointsTitle: "The submission and the offer",
  points: {
    deadline: "Deadline",
    depot: "Submission",
    lots: "Lots",
    groupement: "Groups",
    minima: "Minimum level",
    formats: "Formats",
    maxSize: "Size",
    fileNames: "File names",
    langues: "Language",
    signature: "Signature",
    copieSauvegarde: "Backup copy",
    visite: "Visit",
    questions: "Questions",
    validiteOffres: "Validity of offers",
    criteres: "Criterion",
  },
  said: (point: AskedPoint, said: Said): string | null => POINTS[point]?.(said) ?? null,
  silent: (points: string) => `The documents say nothing about: ${points}.`,
  columns: { section: "Part", name: "Point", state: "State", said: "What is read", quote: "Sentence", where: "Where" },
  fileName: "tender",
};
