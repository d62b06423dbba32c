/** "Keep in the vault": what the open tab offers it. English. */
import type { CatchingWords } from "./catching.fr.ts";
import { counted } from "./plural.ts";

const n = (count: number, one: string, other: string) => counted("en", count, one, other);

export const catchingEn: CatchingWords = {
  title: "Keep in the vault",
  folded: (count) => `Keep in the vault: ${n(count, "document of this page", "documents of this page")}`,
  awaited: (piece) => `You are waiting here for: ${piece}`,
  stopAwaiting: "Stop waiting for it",
  nothingYet: "This page shows no document yet. Go to it, then open Pli prêt again: it will be offered here.",
  more: (count) => `${n(count, "other possible link", "other possible links")}: go to the document's own page, which will offer it first.`,
  inPage: (count) => (count === 1 ? "A button that only the page can work:" : "Buttons that only the page can work:"),
  quoted: (label) => `“${label}”`,
  inPageAbout:
    "Pli prêt presses nothing for you. Press the button in the page, then drop the downloaded file here; if it opens in a tab, download it from that tab first.",
  take: "Keep",
  send: "Send and keep",
  takeNamed: (name) => `Keep in the vault: ${name}`,
  sendNamed: (name) => `Send and keep: ${name}`,
  ways: {
    tab: "The document of this tab",
    embedded: "A document shown in the page",
    link: "A link of the page",
    form: "A button of the page",
  },
  formAbout: "Pli prêt will send the page's form as if you pressed that button, and keep the document that comes.",
  unsure: "Asking for it will tell whether it is a document",
  needsAccess: (host) =>
    `Firefox will ask you to let Pli prêt read ${host} with your session. If this window closes, open it and press again. The access is given back afterwards.`,
  busy: "Asking the site for the document…",
  kept: (name, until) => `Kept: ${name}${until === undefined ? "" : `, valid until ${until}`}.`,
  toConfirm: "It needs an answer from you before it can be used.",
  confirm: "Answer in the vault",
  newer: (until) => `It now replaces the earlier one${until === undefined ? "" : `, valid until ${until}`}.`,
  older: (until) => `The vault has a later one${until === undefined ? "" : `, valid until ${until}`}: that one is used.`,
  same: (name, until) => `The vault already had this document: ${name}${until === undefined ? "" : `, valid until ${until}`}.`,
  failures: {
    session: (host) =>
      `${host} asks you to sign in: your session has ended. Sign in again in the page, go back to the document, then open Pli prêt again. Nothing was kept.`,
    page: () =>
      "This is not a document but another page. Open it in the tab: if it leads to the document, open Pli prêt on it. Nothing was kept.",
    elsewhere: (host) =>
      `${host} leads to another site, which Pli prêt may not read from here. Open the document in a tab, signing in again if asked, then open Pli prêt on it.`,
    tooLarge: () => "This file is over 25 MB: download it, then add it to the vault.",
    tooSlow: () => "The site did not send the document within 45 seconds. Try again, or download it and add it to the vault.",
    refused: (host) => `${host} answered with an error. Reload the page, then try again. Nothing was kept.`,
    unreachable: (host) => `${host} did not answer: check the connection, reload the page, then try again.`,
    incomplete: () => "The page's form is not complete: finish filling it, then open Pli prêt again.",
    gone: () => "The page has changed since: open Pli prêt on it again.",
    noAccess: () => "The browser did not get your agreement. Try again, or download the document and add it to the vault.",
    notAgain: () =>
      "The site does not give this document again at its address: it comes from a form, or from a page closed since. Download it from here and add it to the vault, or open Pli prêt on the form's page, where its button is offered. Nothing was kept.",
    locked: () => "The vault is closed: open it, then start again.",
  },
};
