import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { newDerivation } from "../../src/coffre/passphrase.ts";
import { DamagedFile, openSealed, sealFile } from "../../src/coffre/sealed-file.ts";

const PASSPHRASE = "cinq mots pour un paquet";
const CHEAP = { memoryKiB: 19_456, passes: 2 };
const DOCUMENTS = ["un", "deux", ""].map((text) => new Uint8Array(new TextEncoder().encode(text)));
let file: Blob;
let bytes: Uint8Array<ArrayBuffer>;

async function* given() {
  yield* DOCUMENTS;
}
const sealed = (kind: "member" | "coffre", count = DOCUMENTS.length) =>
  sealFile(kind, PASSPHRASE, { contents: { siret: "secret" }, documents: given(), count }, newDerivation(CHEAP));

beforeAll(async () => {
  file = await sealed("member");
  bytes = new Uint8Array(await file.arrayBuffer());
});

async function read(blob: Blob, passphrase = PASSPHRASE) {
  const opened = await openSealed(blob, "member", passphrase);
  if ("problem" in opened) return opened.problem;
  const texts: string[] = [];
  try {
    for await (const one of opened.documents()) texts.push(new TextDecoder().decode(one));
  } catch (error) {
    if (error instanceof DamagedFile) return "damaged";
    throw error;
  }
  return { contents: opened.contents, texts };
}

describe("a sealed file", () => {
  test("opens with its passphrase, complete and in order, and reveals nothing without", async () => {
    expect(await read(file)).toEqual({ contents: { siret: "secret" }, texts: ["un", "deux", ""] });
    for (const secret of ["secret", "deux"]) expect(Buffer.from(bytes).toString("latin1")).not.toContain(secret);
  });

  test("has a name for each refusal", async () => {
    const later = Buffer.from(Buffer.from(bytes).toString("latin1").replace('"version":3', '"version":9'), "latin1");
    expect(await read(file, "autre")).toBe("wrongPassphrase");
    expect(await read(new Blob(["%PDF-1.7"]))).toBe("notSealed");
    expect(await read(await sealed("coffre"))).toBe("otherKind");
    expect(await openSealed(file, "coffre", PASSPHRASE)).toEqual({ problem: "otherKind" });
    expect(await read(new Blob([later]))).toBe("newer");
  });

  test("is damaged when cut or changed by a byte anywhere in its records, never a wrong passphrase", async () => {
    const start = 12 + Buffer.from(bytes).readUInt32BE(8);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: start, max: bytes.length - 1 }), fc.boolean(), async (at, cut) => {
        const altered = cut ? bytes.slice(0, at) : Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ 0x10 : byte));
        expect(await read(new Blob([altered]))).toBe("damaged");
      }),
      { numRuns: 12 },
    );
  });

  test("is not made unless it holds what it announces", async () => {
    await expect(sealed("member", 2)).rejects.toThrow(RangeError);
  });
});
