/** The documents of the dossier: brought, prepared, attached, and the log of what was done with them. */
import { withDeposit } from "../../consultations/note.ts";
import { release } from "../../domain/bytes.ts";
import type { Diligence } from "../../domain/diligence.ts";
import type { SentPiece } from "../../domain/kept-consultation.ts";
import { present } from "../../domain/present.ts";
import { sirenOf } from "../../domain/siret.ts";
import type { AttachChoice, Input } from "../../messages/contract.ts";
import { noteEvent, recorder } from "../consultations.ts";
import type { Context, Handles } from "../context.ts";
import { diligenceOf, siretOfWork, workOf } from "../diligence.ts";
import { fileNameIn, type Taken, takeDocument } from "../documents.ts";
import { settlePrepared } from "../kept-dossiers.ts";
import { attachToPage, controlIn } from "../page-work.ts";
import { allReadings, keepReading } from "../readings.ts";
import type { TabState } from "../tabs.ts";

type Name = "attach" | "bringPiece" | "recordPrepared" | "keepPrepared" | "keepReceipt" | "readDiligence" | "showReading" | "keepReading";

export function dossierHandlers(context: Context): Handles<Name> {
  const { settings, local, made, now } = context;

  async function takePiece(tabId: number | null, pieceId: string): Promise<Taken> {
    const inquiry = await context.inquiryFor(tabId);
    const dossier = (await context.situation(tabId)).dossier ?? undefined;
    const piece = dossier?.pieces.find(({ id }) => id === pieceId);
    if (inquiry === null || dossier === undefined || piece === undefined) return { problem: "unknown" };
    const taken = await takeDocument(context, inquiry, piece);
    return "problem" in taken ? taken : { ...taken, fileName: fileNameIn(dossier, piece, taken.mediaType) };
  }

  return {
    attach: async ({ tabId, choices }) => {
      const take = (pieceId: string) => takePiece(tabId, pieceId);
      const { siret } = await settings.read();
      const tab = await context.readTab(tabId);
      const work = siret === null ? null : workOf(siret, tab);
      const record = async (name: string, lines: readonly Diligence[]) => recorder(context)(name, lines, await context.readTab(tabId));
      const holds = async (choice: AttachChoice) => (work === null ? [] : heldBy(context, choice, tabId));
      const page = { send: context.sendToFrame, cell: context.tabCell(tabId), tabId };
      const { left, ours } = apart(choices, tab);
      return { outcomes: [...left, ...(await attachToPage({ ...page, made, take, holds, work, record, now }, ours))] };
    },

    bringPiece: async ({ tabId, pieceId }) => {
      const taken = await takePiece(tabId, pieceId);
      if ("problem" in taken) return taken;
      const { key, fileName, bytes } = taken;
      // The screen reads them where they are kept: this copy is freed now, without waiting for the collector.
      release(bytes.buffer);
      return { key, fileName };
    },

    recordPrepared: async ({ work, files }) => {
      await logPrepared(context, work, files);
      return {};
    },

    keepPrepared: async (dossier) => present({ until: await keepPrepared(context, dossier) }),

    keepReceipt: async (receipt) => {
      await closeLog(context, receipt);
      return {};
    },

    showReading: async ({ work }) => ({ kept: (await allReadings(local))[work] ?? null }),

    keepReading: async ({ work, kept }) => {
      await keepReading(local, work, kept);
      return {};
    },

    readDiligence: async ({ work }) => ({ entries: await diligenceOf(local, work).read() }),
  };
}

async function logPrepared({ local, now }: Context, work: string, files: Input<"recordPrepared">["files"]): Promise<void> {
  const at = now().toISOString();
  await diligenceOf(local, work).add(files.map(({ fileName, sha256, size }) => ({ at, what: "prepared", fileName, sha256, size })));
}

async function keepPrepared(context: Context, dossier: Input<"keepPrepared">): Promise<string | undefined> {
  await context.prepared.keep(dossier);
  await notePreparedFor(context, dossier);
  await logPrepared(context, dossier.work, dossier.files);
  // It stands for this session, whether or not the coffre can keep it: the screen tells.
  return settlePrepared(context, dossier).catch(() => undefined);
}

/** In the consultation of the tab, as long as the tab still shows it. */
async function notePreparedFor(context: Context, { work, tabId, at, files, holds = [] }: Input<"keepPrepared">): Promise<void> {
  const { siret } = await context.settings.read();
  const tab = await context.readTab(tabId);
  if (siret === null || workOf(siret, tab) !== work) return;
  const names = files.map(({ fileName, sha256 }) => ({ fileName, sha256 }));
  await noteEvent(context.consultations, siret, tab, { at, what: "prepared", files: names, pieces: holds, operation: at });
}

/** The pieces that a choice gives to the page, when they are known. Those of a prepared dossier count only when all its files are given. */
async function heldBy(context: Context, { pieces, made: keys }: AttachChoice, tabId: number): Promise<readonly SentPiece[]> {
  const { dossier, prepared } = await context.situation(tabId);
  const own = (dossier?.pieces ?? []).filter(({ id }) => pieces.includes(id));
  if (own.length > 0 || prepared === null) return own;
  return prepared.files.every(({ key }) => keys.includes(key)) ? (prepared.holds ?? []) : [];
}

/** Marks the work's consultation as deposited. The tab shows the receipt by then, which names no consultation. */
async function closeLog({ local, consultations, now }: Context, { work, line }: Input<"keepReceipt">): Promise<void> {
  const at = now().toISOString();
  await diligenceOf(local, work).add([{ ...line, at, what: "receipt" }]);
  const siren = sirenOf(siretOfWork(work));
  await consultations.update((kept) => {
    const own = kept.find((one) => one.siren === siren && work.endsWith(`|${one.reference ?? one.url}`));
    const { depositedAt } = line.receipt;
    if (own === undefined) return kept;
    return depositedAt === undefined ? withDeposit(kept, own.id, at) : withDeposit(kept, own.id, depositedAt, `receipt ${line.sha256}`);
  });
}

/** A screen may have been opened before the bid said whose slot it is: what is another company's gets nothing. */
function apart(choices: readonly AttachChoice[], tab: TabState | null) {
  const isOthers = ({ frameId, id }: AttachChoice) => tab !== null && controlIn(tab, frameId, id)?.leave === "otherParty";
  const left = choices.filter(isOthers).map(({ frameId, id }) => ({ frameId, id, outcome: "gone" as const, files: [] }));
  return { left, ours: choices.filter((choice) => !isOthers(choice)) };
}
