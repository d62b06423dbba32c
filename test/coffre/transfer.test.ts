import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { coffreOf } from "../../src/coffre/coffre.ts";
import { exportCoffre, importCoffre } from "../../src/coffre/transfer.ts";
import { documentOf, NOW, newCoffre, OTHER, SIREN } from "./world.ts";

const PASSPHRASE = "phrase de transfert";
let file: Blob;
let bytes: Uint8Array<ArrayBuffer>;

beforeAll(async () => {
  const { db, unlocked, coffre } = await newCoffre();
  await coffre.keep([documentOf("un"), documentOf("deux", { siren: OTHER }), documentOf("")], NOW);
  await coffre.remember({ siren: SIREN, manual: { contactNom: "Verneuil" }, explications: [] });
  file = await exportCoffre(db, unlocked.key, PASSPHRASE);
  bytes = new Uint8Array(await file.arrayBuffer());
});

describe("one file", () => {
  test("goes to another machine whole: documents, what is known of them, what is remembered", async () => {
    const { db, unlocked, coffre } = await newCoffre();
    expect(await importCoffre(db, unlocked.key, file, PASSPHRASE)).toEqual({ state: "imported", pieces: 3, alreadyHere: 0, companies: 1 });
    const [piece] = await coffre.list(OTHER);
    expect(new TextDecoder().decode(await coffre.bytesOf(piece?.id ?? ""))).toBe("deux");
    expect(piece?.addedAt).toBe(NOW.toISOString());
    expect((await coffre.notesOf(SIREN)).manual).toEqual({ contactNom: "Verneuil" });
  });

  test("imported twice adds nothing, and leaves what is there as it is", async () => {
    const { db, unlocked, coffre } = await newCoffre();
    await coffre.remember({ siren: SIREN, manual: { contactNom: "Morel" }, explications: [] });
    await importCoffre(db, unlocked.key, file, PASSPHRASE);
    expect(await importCoffre(db, unlocked.key, file, PASSPHRASE)).toEqual({ state: "imported", pieces: 0, alreadyHere: 3, companies: 0 });
    expect(await coffre.list()).toHaveLength(3);
    expect((await coffre.notesOf(SIREN)).manual).toEqual({ contactNom: "Morel" });
  });

  test("says nothing of what it holds", () => {
    const raw = Buffer.from(bytes).toString("latin1");
    for (const secret of [SIREN, "vigilance", "Verneuil", "deux"]) expect(raw).not.toContain(secret);
  });
});

describe("nothing is imported of a file that is not whole and right", () => {
  const attempt = async (blob: Blob, passphrase = PASSPHRASE) => {
    const { db, unlocked } = await newCoffre();
    const { state } = await importCoffre(db, unlocked.key, blob, passphrase);
    expect(await coffreOf(db, unlocked.key).list()).toEqual([]);
    expect(await db.count("companies")).toBe(0);
    expect(await db.count("bytes")).toBe(0);
    return state;
  };

  test("wrong passphrase, another file, a later version", async () => {
    expect(await attempt(file, "autre")).toBe("wrongPassphrase");
    expect(await attempt(new Blob(["%PDF-1.7"]))).toBe("notACoffre");
    expect(await attempt(new Blob([]))).toBe("notACoffre");
    const later = Buffer.from(bytes).toString("latin1").replace('"version":1', '"version":9');
    expect(await attempt(new Blob([Buffer.from(later, "latin1")]))).toBe("newer");
  });

  test("a header that would weaken or hang the derivation is refused", async () => {
    for (const iterations of ["100000", "999999999"]) {
      const changed = Buffer.from(bytes).toString("latin1").replace('"iterations":600000', `"iterations":${iterations}`);
      const lengthened = Buffer.from(changed, "latin1");
      lengthened.writeUInt32BE(lengthened.readUInt32BE(8) + iterations.length - 6, 8);
      expect(await attempt(new Blob([lengthened]))).toBe("damaged");
    }
  });

  test("cut anywhere, or with one byte changed anywhere", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: bytes.length - 1 }), fc.boolean(), async (at, cut) => {
        const altered = cut ? bytes.slice(0, at) : Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ 0x10 : byte));
        expect(await attempt(new Blob([altered]))).not.toBe("imported");
      }),
      { numRuns: 25 },
    );
  });

  test("two records exchanged", async () => {
    const view = Buffer.from(bytes);
    const starts: number[] = [];
    for (let at = 12 + view.readUInt32BE(8); at < view.length; at += 4 + view.readUInt32BE(at)) starts.push(at);
    const [, one = 0, two = 0, three = 0] = starts;
    const exchanged = Buffer.concat([view.subarray(0, one), view.subarray(two, three), view.subarray(one, two), view.subarray(three)]);
    expect(await attempt(new Blob([exchanged]))).toBe("damaged");
  });
});
