/** The receipt of the deposit, over this browser: read, compared, kept in the coffre and in the log. */
import browser from "webextension-polyfill";
import type { ReceiptEnd, TakeReceipt } from "../../components/DossierReceipt.tsx";
import { useWords } from "../../components/words.tsx";
import type { Diligence } from "../../src/domain/diligence.ts";
import type { PreparedDossier } from "../../src/domain/prepared.ts";
import { MOST_RECEIPT_TEXT, type Receipt } from "../../src/domain/receipt.ts";
import { sha256Of } from "../../src/domain/sha256.ts";
import { sirenOf } from "../../src/domain/siret.ts";
import { pliOf, receiptIn } from "../../src/dossier/receipt.ts";
import { keepReceiptFile } from "../../src/keeper/keep-receipt.ts";
import { send } from "../../src/messages/bus-screen.ts";
import type { Situation } from "../../src/messages/situation.ts";

interface Read {
  readonly text: string | null;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly fileName: string;
  /** Of a page. */
  readonly host?: string;
}

export function useReceipt(
  tabId: number | null,
  situation: Situation,
  log: readonly Diligence[],
  prepared: PreparedDossier | null,
): TakeReceipt {
  const { m } = useWords();
  const { work, company, page } = situation;
  const { reference, acheteurSiret: buyer } = page?.consultation ?? {};

  return async (file, isSure): Promise<ReceiptEnd> => {
    const read = file === null ? await pageOf(tabId) : await fileRead(file);
    if (read === null || work === null || company === null) return "noPage";
    const pli = pliOf(log, prepared);
    const compared =
      read.text === null ? null : receiptIn(read.text, { ...pli, reference, siren: sirenOf(company.siret), buyer, now: new Date() });
    if (compared === null && !isSure) return read.text === null ? "unreadable" : "notReceipt";
    const told: Receipt = compared ?? { files: [] };
    const receipt = file === null ? { ...told, text: (read.text ?? "").slice(0, MOST_RECEIPT_TEXT) } : told;
    const line = { fileName: read.fileName, sha256: await sha256Of(read.bytes), size: read.bytes.length, receipt };
    await send("keepReceipt", { work, line: { ...line, ...(read.host !== undefined && { host: read.host }) } });
    if (file === null) return "kept";
    const isKept = await keepReceiptFile(browser.storage.session, sirenOf(company.siret), file, m.receipt.document(reference));
    return isKept ? "kept" : "keptLogOnly";
  };
}

async function fileRead(file: File): Promise<Read> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  // pdf.js is heavy: it comes with the gesture.
  const { textOf } = await import("../../src/documents/recognise/text.ts");
  const outcome = await textOf(bytes);
  const text = outcome.state === "text" ? outcome.text.pages.flat().join("\n") : null;
  return { text, bytes, fileName: file.name };
}

/** The page as the person reads it: its address, its title and its text. */
async function pageOf(tabId: number | null): Promise<Read | null> {
  if (tabId === null) return null;
  const results = await browser.scripting.executeScript({ target: { tabId }, func: shownText }).catch(() => []);
  const shown = results[0]?.result as { readonly url: string; readonly title: string; readonly text: string } | null | undefined;
  if (shown === null || shown === undefined) return null;
  const text = [shown.url, shown.title, shown.text].join("\n");
  return {
    text,
    bytes: new TextEncoder().encode(text),
    fileName: shown.title === "" ? shown.url : shown.title,
    host: new URL(shown.url).host,
  };
}

/** Runs in the page, in the isolated world. */
function shownText() {
  return { url: location.href, title: document.title, text: document.body.innerText };
}
