/** The receipt of the deposit, on the dossier's page. English. */
import { counted } from "./plural.ts";
import type { ReceiptWords } from "./receipt.fr.ts";

const n = (count: number, one: string, other: string) => counted("en", count, one, other);

export const receiptEn: ReceiptWords = {
  title: "After you submit: the receipt",
  intro:
    "The portal's receipt is the proof of the submission. Keep it here: it is compared with what was prepared, and closes the diligence log. A PDF goes into the vault; of a page, the log keeps the text.",
  pick: "Choose the receipt (PDF)",
  page: "Take the open page",
  document: (reference) => `Submission receipt${reference === undefined ? "" : ` ${reference}`}`,
  anyway: "It is the receipt: keep it without comparing",
  ends: {
    busy: "Reading the receipt…",
    keptLogOnly:
      "The vault is closed: the log holds the receipt and its fingerprint, but not the file. Open the vault, then choose it again.",
    notReceipt: "Nothing in it says that a bid was received: is it the receipt? Nothing was kept.",
    unreadable: "No text can be read in it (a picture, or a damaged file): it cannot be compared. Nothing was kept.",
    noPage: "The portal's page does not answer: reload it, or choose the receipt as a PDF.",
  },
  kept: (when, fileName) => `Receipt kept (${when}): ${fileName}`,
  deposited: (when) => `Submitted: ${when}, according to the receipt`,
  noInstant: "The time of the submission is not stated there without doubt: read it on the receipt.",
  found: (found, total) => `${found} of ${n(total, "prepared file is named there", "prepared files are named there")}.`,
  absent: (names) =>
    `It does not name: ${names}. If it lists the files, something is missing: the last bid replaces the others, submit it whole again before the deadline.`,
  otherHash: (names) =>
    `It gives another fingerprint for ${names}: the file received may not be the one that was prepared. Open it again on the portal if it lets you: if it is not the right one, submit the whole bid again before the deadline, as the last one replaces the others.`,
  notCompared: "Kept without comparison with what was prepared.",
  late: (deadline) =>
    `That is after the deadline (${deadline}): a late bid is eliminated. Call the buyer at once. If a failure of the portal caused it, keep the proof.`,
  otherCompany: (siret) =>
    `Your company's number is not in it, and the SIRET ${siret} is: check that it is not the receipt of another company.`,
  otherReference: "It does not name this tender's reference: check that it is this one.",
};
