/**
 * What the proxy keeps, encrypted: the last response of each source, and documents while they are valid.
 * It keeps no answers: one response of the registry, asked by SIREN, is read again for each establishment.
 */
import { z } from "zod";
import type { PieceRef } from "../src/domain/answer.ts";
import { FILE_TYPES } from "../src/domain/files.ts";
import { parisDay } from "../src/domain/time.ts";
import type { TransportResponse } from "../src/sources/transport.ts";
import type { FetchedDocument } from "./documents.ts";
import { createSeal } from "./sealed.ts";
import { type Store, StoreUnavailable } from "./store.ts";

/** What a source sent, without its headers, and when. */
export interface KeptResponse {
  readonly response: TransportResponse;
  /** Milliseconds. */
  readonly at: number;
}

export interface Kept {
  response(key: string): Promise<KeptResponse | null>;
  /** `seconds`: how long to keep it, when the source said how long it is good for. */
  keepResponse(key: string, response: KeptResponse, seconds?: number): Promise<void>;
  document(key: string, piece: PieceRef): Promise<FetchedDocument | null>;
  keepDocument(key: string, piece: PieceRef, document: FetchedDocument): Promise<void>;
}

export interface KeptOptions {
  readonly responses: Store;
  readonly documents: Store;
  /** 32 bytes. */
  readonly key: Buffer;
  readonly now: () => Date;
  /** How long a response is kept, seconds. */
  readonly responseSeconds: number;
}

const MAX_DOCUMENT_BYTES = 10 * 1024 * 1024;
/** A longer response is not kept: a few of them must not push all others out. */
const MAX_RESPONSE_CHARACTERS = 2 * 1024 * 1024;
const LONGEST_DAYS = 31;
const DAY_SECONDS = 86_400;

const ResponseRecord = z.object({
  response: z.object({ status: z.number(), text: z.string(), fetchedAt: z.string(), cached: z.boolean() }),
  at: z.number(),
});
const DocumentHead = z.object({ mediaType: z.enum(FILE_TYPES), sha256: z.string() });

export function createKept({ responses, documents, key, now, responseSeconds }: KeptOptions): Kept {
  const [responseSeal, documentSeal] = [createSeal(key, "responses"), createSeal(key, "documents")];
  /** Copies being opened: all who ask for one document at once get the same bytes. */
  const opening = new Map<string, Promise<FetchedDocument | null>>();
  const documentKey = (name: string, piece: PieceRef) => `document:${name}|${fingerprint(piece)}`;

  return {
    response: async (name) => {
      const storeKey = `response:${name}`;
      const bytes = responseSeal.open(storeKey, (await quietly(responses.get(storeKey))) ?? "");
      if (bytes === null) return null;
      const { response, at } = ResponseRecord.parse(JSON.parse(bytes.toString("utf8")));
      return { response: { ok: true, headers: {}, ...response }, at };
    },
    keepResponse: async (name, { response: { status, text, fetchedAt, cached }, at }, seconds = 0) => {
      if (text.length > MAX_RESPONSE_CHARACTERS) return;
      const storeKey = `response:${name}`;
      const record: z.infer<typeof ResponseRecord> = { response: { status, text, fetchedAt, cached }, at };
      const closed = responseSeal.close(storeKey, Buffer.from(JSON.stringify(record)));
      await quietly(responses.set(storeKey, closed, Math.max(responseSeconds, seconds)));
    },
    document: (name, piece) => {
      const storeKey = documentKey(name, piece);
      const running = opening.get(storeKey) ?? openCopy(storeKey).finally(() => opening.delete(storeKey));
      opening.set(storeKey, running);
      return running;
    },
    keepDocument: async (name, piece, { bytes, mediaType, sha256 }) => {
      if (bytes.length > MAX_DOCUMENT_BYTES) return;
      const storeKey = documentKey(name, piece);
      const clear = Buffer.concat([Buffer.from(`${JSON.stringify({ mediaType, sha256 })}\n`), bytes]);
      await quietly(documents.set(storeKey, documentSeal.close(storeKey, clear), secondsOfValidity(piece, now())));
    },
  };

  async function openCopy(storeKey: string): Promise<FetchedDocument | null> {
    const bytes = documentSeal.open(storeKey, (await quietly(documents.get(storeKey))) ?? "");
    if (bytes === null) return null;
    const end = bytes.indexOf(0x0a);
    const head = DocumentHead.safeParse(JSON.parse(bytes.subarray(0, end).toString("utf8")));
    // Kept by another version of the proxy: it is fetched again.
    return head.success ? { ok: true, ...head.data, bytes: bytes.subarray(end + 1) } : null;
  }
}

/** The work's result, or `null` when the store does not answer: the proxy then asks the source again. */
async function quietly<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof StoreUnavailable) return null;
    throw error;
  }
}

/** What tells one edition of a document from the next. */
function fingerprint(piece: PieceRef): string {
  const { n, kind, title, issuedOn, validFrom, validUntil, closingOn, securityCode } = piece;
  return JSON.stringify([n, kind, title, issuedOn, validFrom, validUntil, closingOn, securityCode]);
}

/** Until the last day of its validity when it is known, else until the end of the day: it certifies today. */
function secondsOfValidity(piece: PieceRef, now: Date): number {
  const last = piece.validUntil ?? parisDay(now);
  const seconds = Math.floor((Date.parse(`${last}T22:00:00Z`) - now.getTime()) / 1000);
  return Math.min(Math.max(seconds, 3600), LONGEST_DAYS * DAY_SECONDS);
}
