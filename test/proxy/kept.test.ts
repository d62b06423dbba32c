import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { createKept } from "../../proxy/kept.ts";
import { createSeal } from "../../proxy/sealed.ts";
import { createMemoryStore, type Store, StoreUnavailable } from "../../proxy/store.ts";
import type { PieceRef } from "../../src/domain/answer.ts";
import { createClock } from "./fixtures.ts";

const PIECE: PieceRef = {
  n: 0,
  kind: "attestationVigilance",
  title: "Attestation",
  validFrom: "2026-05-31",
  validUntil: "2026-06-30",
  validityBasis: "source",
  downloadable: true,
};
const DOCUMENT = {
  ok: true,
  bytes: Buffer.from("%PDF-1.7 the bytes\nof a document"),
  mediaType: "application/pdf",
  sha256: "00",
} as const;

function start() {
  const clock = createClock();
  const store = createMemoryStore(clock.now);
  const key = randomBytes(32);
  return { clock, store, key, kept: createKept({ responses: store, documents: store, key, now: clock.now, responseSeconds: 600 }) };
}

describe("copies", () => {
  test("a document comes back as it was, until its last day", async () => {
    const { kept, clock } = start();
    await kept.keepDocument("name", PIECE, DOCUMENT);
    expect(await kept.document("name", PIECE)).toEqual(DOCUMENT);
    clock.advance(20 * 86_400);
    expect(await kept.document("name", PIECE)).toEqual(DOCUMENT);
    clock.advance(86_400);
    expect(await kept.document("name", PIECE)).toBeNull();
  });

  test("a document whose validity is unknown is kept for the day it was given", async () => {
    const { kept, clock } = start();
    const { validUntil: _unknown, ...piece } = PIECE;
    await kept.keepDocument("name", piece, DOCUMENT);
    clock.advance(11 * 3600);
    expect(await kept.document("name", piece)).not.toBeNull();
    clock.advance(2 * 3600);
    expect(await kept.document("name", piece)).toBeNull();
  });

  test("another edition of the same document is another copy", async () => {
    const { kept } = start();
    await kept.keepDocument("name", PIECE, DOCUMENT);
    expect(await kept.document("name", { ...PIECE, validFrom: "2026-06-01" })).toBeNull();
    expect(await kept.document("name", { ...PIECE, n: 1 })).toBeNull();
    expect(await kept.document("other", PIECE)).toBeNull();
  });

  test("a document too large to keep is not kept", async () => {
    const { kept } = start();
    await kept.keepDocument("name", PIECE, { ...DOCUMENT, bytes: Buffer.alloc(11 * 1024 * 1024) });
    expect(await kept.document("name", PIECE)).toBeNull();
  });

  test("a copy in the format of another version is fetched again", async () => {
    const { kept, store, key } = start();
    const seal = createSeal(key, "documents");
    const names: string[] = [];
    const set: Store["set"] = (name, ...rest) => {
      names.push(name);
      return store.set(name, ...rest);
    };
    const watched: Store = { ...store, set };
    const documents = createKept({ responses: watched, documents: watched, key, now: () => new Date(), responseSeconds: 600 });
    await documents.keepDocument("name", PIECE, DOCUMENT);
    const [name = ""] = names;
    await store.set(name, seal.close(name, Buffer.from(`${JSON.stringify({ extension: "pdf", sha256: "00" })}\n%PDF-`)), 60);
    expect(await kept.document("name", PIECE)).toBeNull();
  });

  test("a store that does not answer costs a copy, nothing more", async () => {
    const away = () => Promise.reject(new StoreUnavailable());
    const store: Store = { ...createMemoryStore(() => new Date()), get: away, set: away };
    const kept = createKept({ responses: store, documents: store, key: randomBytes(32), now: () => new Date(), responseSeconds: 600 });
    await kept.keepDocument("name", PIECE, DOCUMENT);
    expect(await kept.document("name", PIECE)).toBeNull();
    expect(await kept.response("name")).toBeNull();
  });
});

describe("the seal", () => {
  test("a copy changed, moved to another name, or closed by another key does not open", () => {
    const key = randomBytes(32);
    const seal = createSeal(key, "purpose");
    const closed = seal.close("name", Buffer.from("secret"));
    expect(seal.open("name", closed)?.toString()).toBe("secret");
    expect(seal.open("other", closed)).toBeNull();
    expect(createSeal(key, "other purpose").open("name", closed)).toBeNull();
    expect(createSeal(randomBytes(32), "purpose").open("name", closed)).toBeNull();
    const bytes = Buffer.from(closed, "base64");
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    expect(seal.open("name", bytes.toString("base64"))).toBeNull();
    expect(seal.open("name", "")).toBeNull();
    expect(seal.close("name", Buffer.from("secret"))).not.toBe(closed);
    expect(closed).not.toContain(Buffer.from("secret").toString("base64"));
  });
});

describe("the memory store", () => {
  test("is bounded: the oldest entries go first", async () => {
    const store = createMemoryStore(() => new Date());
    const large = "x".repeat(100 * 1024 * 1024);
    for (const key of ["one", "two", "three"]) await store.set(key, large, 60);
    expect(await store.get("one")).toBeNull();
    expect((await store.get("three"))?.length).toBe(large.length);
  });
});
