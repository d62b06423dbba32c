/** The screen's gestures as messages, and what only a page can do: open a document, download it, merge PDFs. */
import browser from "webextension-polyfill";
import type { SavingActions } from "../../components/SavePage.tsx";
import type { ScreenActions } from "../../components/Screen.tsx";
import type { Catchable, Surveyed } from "../../src/domain/catching.ts";
import type { DocumentProblem } from "../../src/domain/prepared.ts";
import { ownerOf } from "../../src/keeper/owner.ts";
import { blobOf, saveFile } from "../../src/maker/save.ts";
import { send } from "../../src/messages/bus-screen.ts";
import type { ControlRef } from "../../src/messages/contract.ts";
import type { Situation } from "../../src/messages/situation.ts";
import { openPanel } from "./panel.ts";

/** @param read gives the situation: what is entered belongs to its company */
export function actionsFor(tabId: number | null, read: () => Promise<Situation>): ScreenActions {
  return {
    chooseCompany: (siret) => void send("chooseCompany", { siret }),
    forgetCompany: (siret) => void send("forgetCompany", { siret }),
    findCompanies: (text) => send("findCompanies", { text }),
    retry: (sourceId) => void send("retry", { tabId, sourceId }),
    readPage: async () => (tabId === null ? { detected: false, plain: false } : send("readPage", { tabId })),
    remember: async (values) => {
      const { company } = await read();
      return company === null ? [] : (await send("remember", { siret: company.siret, values })).refused;
    },
    correct: async (field, value, everywhere) => tabId !== null && (await send("correct", { tabId, field, value, everywhere })).accepted,
    goTo: async ({ frameId, id }) => {
      if (tabId === null) return;
      const { gone } = await send("goTo", { tabId, frameId, id });
      // The popup covers the page; the panel stays beside it.
      if (!gone && isPopup()) window.close();
    },
    teach: async (control, asks) => tabId !== null && (await send("teach", { tabId, ...refIn(control), asks })).kept,
    ...savingOf(tabId, read),
    fill: async (except, accepted) =>
      tabId === null ? { filled: 0, left: 0, gone: true } : send("fill", { tabId, except: [...except], accepted: [...accepted] }),
    undo: async () => (tabId === null ? { restored: 0, files: 0, gone: true } : send("undo", { tabId })),
    attach: async (slots) => {
      if (tabId === null) return { outcomes: [], leftOut: new Map() };
      const { attachIn } = await import("./attaching.ts");
      return attachIn(tabId, slots, await read());
    },
    openPiece: (pieceId) => withDocument(tabId, pieceId, (blob) => void browser.tabs.create({ url: URL.createObjectURL(blob) })),
    downloadPiece: (pieceId) => withDocument(tabId, pieceId, saveFile),
    signIn: async () => (await send("signIn", { tabId })).outcome,
    signOut: () => send("signOut", { tabId, everywhere: false }),
    allow: (origins) => void browser.permissions.request({ origins: [...origins] }).catch(() => false),
    useOpenData: () => void send("chooseService", { kind: "open" }),
    openOptions: () => void browser.runtime.openOptionsPage(),
    openDossier: async () => {
      await browser.tabs.create({ url: browser.runtime.getURL(`dossier.html?tab=${tabId ?? ""}`) });
    },
    openPanel: isPopup() ? openPanel : null,
    handIn: closesUnderChooser()
      ? null
      : async (files) => {
          const { company, readsScans } = await read();
          const { handIn } = await import("../../src/keeper/hand-in.ts");
          return handIn(browser.storage.session, ownerOf(company), files, readsScans);
        },
    compareAccount: async (dossier) => (tabId === null ? null : (await import("./comparing.ts")).compareHeld(tabId, dossier)),
    survey: async () => (tabId === null ? null : (await import("./catching.ts")).surveyTab(tabId)),
    take: (from, one) => takeInto(tabId, read, from, one),
    awaitPiece: (kind, wanted) => void send("awaitPiece", { kind, wanted }),
    unlockCoffre: async (passphrase) => {
      const { unlockHere } = await import("../../src/keeper/unlock.ts");
      return unlockHere(browser.storage.session, passphrase);
    },
    openCoffre: async () => openCoffreOf((await read()).company),
  };
}

/** When the site must be allowed, has the browser ask first, in the gesture. A permission given only for this is given back. */
async function takeInto(
  tabId: number | null,
  read: () => Promise<Situation>,
  from: Surveyed,
  one: Catchable,
): ReturnType<ScreenActions["take"]> {
  const origins = [`https://${from.host.replace(/:\d+$/, "")}/*`];
  const isAllowed = !from.needsAccess || (await browser.permissions.request({ origins }).catch(() => false));
  if (tabId === null || !isAllowed) return { failure: "noAccess" };
  const [{ company, readsScans }, { takeFrom, fileOf }] = await Promise.all([read(), import("./catching.ts")]);
  const caught = await takeFrom(tabId, from, one);
  if (from.needsAccess) await browser.permissions.remove({ origins }).catch(() => false);
  if ("failure" in caught) return caught;
  const { handIn } = await import("../../src/keeper/hand-in.ts");
  return (await handIn(browser.storage.session, ownerOf(company), [fileOf(caught)], readsScans)) ?? { failure: "locked" };
}

async function openCoffreOf(company: Situation["company"]): Promise<void> {
  const [{ openCoffreOn }, { cellsOf, storeOf }] = await Promise.all([
    import("../../src/keeper/coffre-page.ts"),
    import("../../src/store/cells.ts"),
  ]);
  await openCoffreOn(cellsOf(storeOf(browser.storage.session)), company, (page) =>
    browser.tabs.create({ url: browser.runtime.getURL(page) }),
  );
}

/** The code that copies a page is heavy: it is loaded at the first gesture. */
function savingOf(tabId: number | null, read: () => Promise<Situation>): SavingActions {
  const host = async () => (await read()).page?.host ?? "";
  return {
    copyPage: async (without) => (await import("./copying.ts")).copyPage(tabOf(tabId), await host(), without),
    saveCopy: async (without) => (await import("./copying.ts")).saveCopy(tabOf(tabId), await host(), without),
  };
}

/** @throws where the screen is about no tab */
function tabOf(tabId: number | null): number {
  if (tabId === null) throw new Error("aucun onglet");
  return tabId;
}

/** Screens pass whole lines; only the reference is sent. */
const refIn = ({ frameId, id }: ControlRef): ControlRef => ({ frameId, id });

/** True in the popup: the panel and the screen in a tab need not be closed. */
function isPopup(): boolean {
  return document.documentElement.classList.contains("popup");
}

/** Firefox closes its popup when the window that chooses files opens; nothing would be left to receive them. */
function closesUnderChooser(): boolean {
  return isPopup() && import.meta.env.BROWSER === "firefox";
}

/** Brings the document, then hands it to the gesture. */
async function withDocument(
  tabId: number | null,
  pieceId: string,
  use: (blob: Blob, fileName: string) => void,
): Promise<DocumentProblem | null> {
  const { bring } = await import("./bytes.ts");
  const brought = await bring(tabId, pieceId);
  if ("problem" in brought) return brought.problem;
  use(await blobOf(brought.bytes), brought.fileName);
  return null;
}
