/** The documents of the dossier: brought, prepared, attached, and the log of what was done with them. */
import type { Diligence } from "../../domain/diligence.ts";
import type { Input } from "../../messages/contract.ts";
import type { Context, Handles } from "../context.ts";
import { diligenceOf, workOf } from "../diligence.ts";
import { fileNameIn, type Taken, takeDocument } from "../documents.ts";
import { attachToPage } from "../page-work.ts";
import { allReadings, keepReading } from "../readings.ts";

type Name = "attach" | "bringPiece" | "recordPrepared" | "keepPrepared" | "readDiligence" | "showReading" | "keepReading";

export function dossierHandlers(context: Context): Handles<Name> {
  const { settings, local, made, prepared, now } = context;

  async function takePiece(tabId: number | null, pieceId: string): Promise<Taken> {
    const inquiry = await context.inquiryFor(tabId);
    const dossier = (await context.situation(tabId)).dossier ?? undefined;
    const piece = dossier?.pieces.find(({ id }) => id === pieceId);
    if (inquiry === null || dossier === undefined || piece === undefined) return { problem: "unknown" };
    const taken = await takeDocument(context, inquiry, piece);
    return "problem" in taken ? taken : { ...taken, fileName: fileNameIn(dossier, piece, taken.mediaType) };
  }

  async function notePrepared(work: string, files: Input<"recordPrepared">["files"]): Promise<void> {
    const at = now().toISOString();
    await diligenceOf(local, work).add(files.map(({ fileName, sha256, size }) => ({ at, what: "prepared", fileName, sha256, size })));
  }

  return {
    attach: async ({ tabId, choices }) => {
      const take = (pieceId: string) => takePiece(tabId, pieceId);
      const { siret } = await settings.read();
      const work = siret === null ? null : workOf(siret, await context.readTab(tabId));
      const record = (name: string, lines: readonly Diligence[]) => diligenceOf(local, name).add(lines);
      const page = { send: context.sendToFrame, cell: context.tabCell(tabId), tabId };
      return { outcomes: await attachToPage({ ...page, made, take, work, record, now }, choices) };
    },

    bringPiece: async ({ tabId, pieceId }) => {
      const taken = await takePiece(tabId, pieceId);
      return "problem" in taken ? taken : { key: taken.key, fileName: taken.fileName };
    },

    recordPrepared: async ({ work, files }) => {
      await notePrepared(work, files);
      return {};
    },

    keepPrepared: async (dossier) => {
      await prepared.keep(dossier);
      await notePrepared(dossier.work, dossier.files);
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
