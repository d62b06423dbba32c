/**
 * What the proxy keeps, encrypted: last answers with the addresses of their documents, and documents for their validity.
 */
import { z } from "zod";
import { Answer, type PieceRef } from "../src/domain/answer.ts";
import { parisDay } from "../src/domain/time.ts";
import type { Asked } from "../src/sources/ask.ts";
import { DOCUMENT_EXTENSIONS, DOCUMENT_TYPES, type FetchedDocument } from "./documents.ts";
import { createSeal } from "./sealed.ts";
import { type Store, StoreUnavailable } from "./store.ts";

/** An answer, the source that gave it (a stand-in has its own documents), and when. */
export interface KeptAnswer {
  readonly asked: Asked;
  readonly givenBy: string;
  /** Milliseconds. */
  readonly at: number;
}

export interface Kept {
  answer(key: string): Promise<KeptAnswer | null>;
  /** `seconds`: longer than the others, when the source said how long it is good for. */
  keepAnswer(key: string, answer: KeptAnswer, seconds?: number): Promise<void>;
  document(key: string, piece: PieceRef): Promise<FetchedDocument | null>;
  keepDocument(key: string, piece: PieceRef, document: FetchedDocument): Promise<void>;
}

export interface KeptOptions {
  readonly answers: Store;
  readonly documents: Store;
  /** 32 bytes. */
  readonly key: Buffer;
  readonly now: () => Date;
  /** How long an answer is kept, seconds. */
  readonly answerSeconds: number;
}

const MAX_DOCUMENT_BYTES = 10 * 1024 * 1024;
const LONGEST_DAYS = 31;
const DAY_SECONDS = 86_400;

const AnswerRecord = z.object({
  answer: Answer,
  locations: z.array(z.tuple([z.number(), z.object({ url: z.string(), steps: z.enum(["direct", "json-link"]) })])),
  givenBy: z.string(),
  at: z.number(),
});
const DocumentHead = z.object({ extension: z.enum(DOCUMENT_EXTENSIONS), sha256: z.string() });

export function createKept({ answers, documents, key, now, answerSeconds }: KeptOptions): Kept {
  const [answerSeal, documentSeal] = [createSeal(key, "answers"), createSeal(key, "documents")];
  const documentKey = (name: string, piece: PieceRef) => `document:${name}|${fingerprint(piece)}`;

  return {
    answer: async (name) => {
      const storeKey = `answer:${name}`;
      const bytes = answerSeal.open(storeKey, (await quietly(answers.get(storeKey))) ?? "");
      if (bytes === null) return null;
      const record = AnswerRecord.safeParse(JSON.parse(bytes.toString("utf8")));
      if (!record.success) return null;
      const { answer, locations, givenBy, at } = record.data;
      return { asked: { answer, locations: new Map(locations) }, givenBy, at };
    },
    keepAnswer: async (name, { asked, givenBy, at }, seconds = 0) => {
      const storeKey = `answer:${name}`;
      const text = JSON.stringify({ answer: asked.answer, locations: [...asked.locations], givenBy, at });
      await quietly(answers.set(storeKey, answerSeal.close(storeKey, Buffer.from(text)), Math.max(answerSeconds, seconds)));
    },
    document: async (name, piece) => {
      const storeKey = documentKey(name, piece);
      const bytes = documentSeal.open(storeKey, (await quietly(documents.get(storeKey))) ?? "");
      if (bytes === null) return null;
      const end = bytes.indexOf(0x0a);
      const head = DocumentHead.parse(JSON.parse(bytes.subarray(0, end).toString("utf8")));
      return { ok: true, ...head, mediaType: DOCUMENT_TYPES[head.extension], bytes: bytes.subarray(end + 1) };
    },
    keepDocument: async (name, piece, { bytes, extension, sha256 }) => {
      if (bytes.length > MAX_DOCUMENT_BYTES) return;
      const storeKey = documentKey(name, piece);
      const clear = Buffer.concat([Buffer.from(`${JSON.stringify({ extension, sha256 })}\n`), bytes]);
      await quietly(documents.set(storeKey, documentSeal.close(storeKey, clear), secondsOfValidity(piece, now())));
    },
  };
}

/** Keeping is a convenience: when the store is away, the proxy asks again. */
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
