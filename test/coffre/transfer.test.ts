import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { coffreOf } from "../../src/coffre/coffre.ts";
import { encryptionKeyOf, newDerivation } from "../../src/coffre/passphrase.ts";
import { seal, sealJson } from "../../src/coffre/seal.ts";
import { sealFile } from "../../src/coffre/sealed-file.ts";
import { exportCoffre, importCoffre } from "../../src/coffre/transfer.ts";
import { NOTHING_CARRIED } from "../../src/domain/carried.ts";
import { sha256Of } from "../../src/domain/sha256.ts";
import { documentOf, NOW, newCoffre, OTHER, SIREN } from "./world.ts";

const PASSPHRASE = "phrase de transfert";
/** The lowest cost that an import accepts: other tests are about the cost of guessing. */
const CHEAP = { memoryKiB: 19_456, passes: 2 };
let file: Blob;
let bytes: Uint8Array<ArrayBuffer>;

beforeAll(async () => {
  const { db, unlocked, coffre } = await newCoffre();
  await coffre.keep([documentOf("%PDF-un"), documentOf("%PDF-deux", { siren: OTHER }), documentOf("%PDF-")], NOW);
  await coffre.changeNotes(SIREN, (notes) => ({ ...notes, manual: { contactNom: "Verneuil" } }));
  file = await exportCoffre(db, unlocked.key, PASSPHRASE, { derivation: newDerivation(CHEAP) });
  bytes = new Uint8Array(await file.arrayBuffer());
});

describe("an exported coffre", () => {
  test("moves completely to another machine: documents, descriptions, notes", async () => {
    const { db, unlocked, coffre } = await newCoffre();
    expect(await importCoffre(db, unlocked.key, file, PASSPHRASE)).toMatchObject({
      state: "imported",
      pieces: 3,
      alreadyHere: 0,
      companies: 1,
    });
    const [piece] = await coffre.list(OTHER);
    expect(new TextDecoder().decode(await coffre.bytesOf(piece?.id ?? ""))).toBe("%PDF-deux");
    expect(piece?.addedAt).toBe(NOW.toISOString());
    expect((await coffre.notesOf(SIREN)).manual).toEqual({ contactNom: "Verneuil" });
  });

  test("adds nothing when imported twice, and leaves what is there as it is", async () => {
    const { db, unlocked, coffre } = await newCoffre();
    await coffre.changeNotes(SIREN, (notes) => ({ ...notes, manual: { contactNom: "Morel" } }));
    await importCoffre(db, unlocked.key, file, PASSPHRASE);
    expect(await importCoffre(db, unlocked.key, file, PASSPHRASE)).toMatchObject({
      state: "imported",
      pieces: 0,
      alreadyHere: 3,
      companies: 0,
      differing: [],
    });
    expect(await coffre.list()).toHaveLength(3);
    expect((await coffre.notesOf(SIREN)).manual).toEqual({ contactNom: "Morel" });
  });

  test("of one company holds only what is its own; a tampered one is told from a wrong passphrase", async () => {
    const from = await newCoffre();
    await from.coffre.keep([documentOf("%PDF-un"), documentOf("%PDF-deux", { siren: OTHER })], NOW);
    const carried = { ...NOTHING_CARRIED, manual: { [`${SIREN}00012`]: { contactNom: "Verneuil" } } };
    const own = await exportCoffre(from.db, from.unlocked.key, PASSPHRASE, { siren: SIREN, carried, derivation: newDerivation(CHEAP) });
    const { db, unlocked, coffre } = await newCoffre();
    expect(await importCoffre(db, unlocked.key, own, PASSPHRASE)).toMatchObject({ state: "imported", pieces: 1, carried });
    expect((await coffre.list()).map(({ siren }) => siren)).toEqual([SIREN]);
    const altered = new Uint8Array(await own.arrayBuffer());
    altered[altered.length - 60] = (altered[altered.length - 60] ?? 0) ^ 1;
    expect(await importCoffre(db, unlocked.key, new Blob([altered]), PASSPHRASE)).toEqual({ state: "damaged" });
    expect(await importCoffre(db, unlocked.key, own, "autre")).toEqual({ state: "wrongPassphrase" });
  });

  test("keeps the description of a document that is here, and tells which ones differ", async () => {
    const { db, unlocked, coffre } = await newCoffre();
    await coffre.keep([documentOf("%PDF-un", { validFrom: "2026-09-30" })], NOW);
    expect(await importCoffre(db, unlocked.key, file, PASSPHRASE)).toMatchObject({
      pieces: 2,
      alreadyHere: 1,
      differing: ["Attestation de vigilance"],
    });
    expect((await coffre.list(SIREN)).find(({ validFrom }) => validFrom === "2026-09-30")).toMatchObject({ confirmed: true });
  });

  test("adds its notes to those of a company known here, which were once left out", async () => {
    const { db, unlocked, coffre } = await newCoffre();
    await coffre.changeNotes(SIREN, (notes) => ({ ...notes, manual: { contactPrenom: "Ada" } }));
    expect(await importCoffre(db, unlocked.key, file, PASSPHRASE)).toMatchObject({ companies: 1 });
    expect((await coffre.notesOf(SIREN)).manual).toEqual({ contactPrenom: "Ada", contactNom: "Verneuil" });
    expect(await db.count("companies")).toBe(1);
  });

  test("of another kind of file is refused under its own name", async () => {
    async function* nothing() {}
    const member = await sealFile("member", PASSPHRASE, { contents: {}, documents: nothing(), count: 0 }, newDerivation(CHEAP));
    const { db, unlocked } = await newCoffre();
    expect(await importCoffre(db, unlocked.key, member, PASSPHRASE)).toEqual({ state: "otherKind" });
  });

  test("reveals nothing of its contents", () => {
    const raw = Buffer.from(bytes).toString("latin1");
    for (const secret of [SIREN, "vigilance", "Verneuil", "deux"]) expect(raw).not.toContain(secret);
  });
});

describe("whoever made the file knows its passphrase", () => {
  const PDF = new TextEncoder().encode("%PDF-1.7 fabriqué");

  /** A file whose table of contents says `about` of its one document. */
  async function made(about: object, content = PDF): Promise<Blob> {
    const { salt, memoryKiB, passes } = newDerivation(CHEAP);
    const header = JSON.stringify({ version: 2, salt: Buffer.from(salt).toString("hex"), memoryKiB, passes, records: 2 });
    const fileKey = await encryptionKeyOf(PASSPHRASE, { kind: "argon2id", salt, memoryKiB, passes });
    const right = { size: content.length, sha256: await sha256Of(content), type: "application/pdf" };
    const { about: kept } = documentOf("");
    const piece = { ...kept, id: crypto.randomUUID(), addedAt: NOW.toISOString(), ...right, ...about };
    const records = [
      await sealJson(fileKey, `${header}#0`, { pieces: [piece], companies: [] }),
      await seal(fileKey, `${header}#1`, content),
    ];
    const length = (value: number) => {
      const four = Buffer.alloc(4);
      four.writeUInt32BE(value);
      return four;
    };
    const parts = records.flatMap(({ iv, data }) => [length(iv.length + data.byteLength), iv, data]);
    return new Blob(["PLIPRET\0", length(header.length), header, ...parts]);
  }

  async function imported(blob: Blob) {
    const { db, unlocked, coffre } = await newCoffre();
    const { state } = await importCoffre(db, unlocked.key, blob, PASSPHRASE);
    return { state, pieces: await coffre.list() };
  }

  test("a document that the file calls confirmed must still be confirmed", async () => {
    const { state, pieces } = await imported(await made({ confirmed: true, validUntil: "2030-01-01" }));
    expect(state).toBe("imported");
    expect(pieces).toMatchObject([{ confirmed: false }]);
  });

  test.each([
    ["a type that the bytes have not", { type: "image/png" }],
    ["another size", { size: 3 }],
    ["the fingerprint of another document", { sha256: "0".repeat(64) }],
  ])("%s: nothing is imported", async (_, about) => {
    expect(await imported(await made(about))).toEqual({ state: "damaged", pieces: [] });
  });

  test("a web page under the name of a PDF makes the import fail", async () => {
    expect(await imported(await made({}, new TextEncoder().encode("<html>")))).toEqual({ state: "damaged", pieces: [] });
  });

  test("a day that does not exist is dropped", async () => {
    const { pieces } = await imported(await made({ validUntil: "2026-02-31" }));
    expect(pieces).toHaveLength(1);
    expect(pieces[0]).not.toHaveProperty("validUntil", "2026-02-31");
  });
});

describe("nothing is imported", () => {
  const attempt = async (blob: Blob, passphrase = PASSPHRASE) => {
    const { db, unlocked } = await newCoffre();
    const { state } = await importCoffre(db, unlocked.key, blob, passphrase);
    expect(await coffreOf(db, unlocked.key).list()).toEqual([]);
    expect(await db.count("companies")).toBe(0);
    expect(await db.count("bytes")).toBe(0);
    return state;
  };

  test("with a wrong passphrase, from another file or from a later version", async () => {
    expect(await attempt(file, "autre")).toBe("wrongPassphrase");
    expect(await attempt(new Blob(["%PDF-1.7"]))).toBe("notACoffre");
    expect(await attempt(new Blob([]))).toBe("notACoffre");
    const later = Buffer.from(bytes).toString("latin1").replace('"version":2', '"version":9');
    expect(await attempt(new Blob([Buffer.from(later, "latin1")]))).toBe("newer");
  });

  test.each([
    ['"memoryKiB":19456', '"memoryKiB":1024'],
    ['"memoryKiB":19456', '"memoryKiB":9999999'],
    ['"passes":2', '"passes":1'],
    ['"passes":2', '"passes":999'],
  ])("when the header would weaken or hang the derivation: %s → %s", async (right, wrong) => {
    const lengthened = Buffer.from(Buffer.from(bytes).toString("latin1").replace(right, wrong), "latin1");
    lengthened.writeUInt32BE(lengthened.readUInt32BE(8) + wrong.length - right.length, 8);
    expect(await attempt(new Blob([lengthened]))).toBe("damaged");
  });

  test("when the file is cut or changed by a byte anywhere", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: bytes.length - 1 }), fc.boolean(), async (at, cut) => {
        const altered = cut ? bytes.slice(0, at) : Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ 0x10 : byte));
        expect(await attempt(new Blob([altered]))).not.toBe("imported");
      }),
      { numRuns: 8 },
    );
  });

  test("when two records changed places", async () => {
    const view = Buffer.from(bytes);
    const starts: number[] = [];
    for (let at = 12 + view.readUInt32BE(8); at < view.length; at += 4 + view.readUInt32BE(at)) starts.push(at);
    const [, one = 0, two = 0, three = 0] = starts;
    const exchanged = Buffer.concat([view.subarray(0, one), view.subarray(two, three), view.subarray(one, two), view.subarray(three)]);
    expect(await attempt(new Blob([exchanged]))).toBe("damaged");
  });
});
