/** The screen's gestures as messages, and what only a page can do: open a document, download it, merge PDFs. */
import browser from "webextension-polyfill";
import type { ScreenActions } from "../../components/Screen.tsx";
import { sirenOf } from "../../src/domain/siret.ts";
import { send } from "../../src/messages/bus-screen.ts";
import type { DocumentProblem } from "../../src/messages/contract.ts";
import type { Situation } from "../../src/messages/situation.ts";
import { openShelf } from "../../src/worker/shelf.ts";

const shelf = openShelf();

/** @param read gives the situation, whose company what is entered belongs to */
export function actionsFor(tabId: number | null, read: () => Promise<Situation>): ScreenActions {
  return {
    chooseCompany: (siret) => void send("chooseCompany", { siret }),
    forgetCompany: (siret) => void send("forgetCompany", { siret }),
    retry: (sourceId) => void send("retry", { tabId, sourceId }),
    readPage: async () => (tabId === null ? { detected: false } : send("readPage", { tabId })),
    remember: async (values) => {
      const { company } = await read();
      return company === null ? [] : (await send("remember", { siret: company.siret, values })).refused;
    },
    correct: async (field, value) => tabId !== null && (await send("correct", { tabId, field, value })).accepted,
    fill: async (except) => (tabId === null ? { filled: 0, left: 0, gone: true } : send("fill", { tabId, except: [...except] })),
    undo: async () => (tabId === null ? { restored: 0, gone: true } : send("undo", { tabId })),
    attach: async (slots) => {
      if (tabId === null) return [];
      const choices = slots.map(({ slot, pieces }) => ({ frameId: slot.frameId, id: slot.id, pieces: [...pieces], made: null }));
      return (await send("attach", { tabId, choices })).outcomes;
    },
    openPiece: (pieceId) => withDocument(tabId, pieceId, (url) => void browser.tabs.create({ url })),
    downloadPiece: (pieceId) =>
      withDocument(tabId, pieceId, (url, fileName) => {
        const link = document.createElement("a");
        link.href = url;
        link.download = fileName;
        link.click();
      }),
    signIn: async () => (await send("signIn", { tabId })).outcome,
    signOut: () => void send("signOut", { tabId, everywhere: false }),
    openOptions: () => void browser.runtime.openOptionsPage(),
    openCoffre: async () => {
      const { company } = await read();
      const siren = company === null ? "" : `?siren=${sirenOf(company.siret)}`;
      await browser.tabs.create({ url: browser.runtime.getURL(`coffre.html${siren}`) });
    },
  };
}

/** Brings the document, then hands its address to the gesture. */
async function withDocument(
  tabId: number | null,
  pieceId: string,
  use: (url: string, fileName: string) => void,
): Promise<DocumentProblem | null> {
  const brought = await send("bringPiece", { tabId, pieceId });
  if ("problem" in brought) return brought.problem;
  const file = brought.key.startsWith("coffre|") ? await keptFile(brought.key.slice("coffre|".length)) : await shelvedFile(brought.key);
  if (file === null) return "unknown";
  use(URL.createObjectURL(file), brought.fileName);
  return null;
}

async function shelvedFile(key: string): Promise<Blob | null> {
  const document = await shelf.get(key);
  return document === null ? null : new Blob([document.bytes], { type: document.mediaType });
}

/** Documents of the coffre never lie on the shelf: the screen opens the coffre itself, whose code is loaded then. */
async function keptFile(pieceId: string): Promise<Blob | null> {
  const [{ coffreDoor }, { cellsOf, storeOf }, { fileTypeOf }] = await Promise.all([
    import("../../src/worker/coffre-door.ts"),
    import("../../src/worker/cells.ts"),
    import("../../src/domain/coffre.ts"),
  ]);
  const bytes = await coffreDoor(cellsOf(storeOf(browser.storage.session))).bytesOf(pieceId);
  const type = bytes === undefined ? undefined : fileTypeOf(bytes);
  return bytes === undefined || type === undefined ? null : new Blob([bytes], { type });
}
