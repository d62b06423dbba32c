/** Made files, opened again before they are deposited. */
import { beforeAll, describe, expect, it } from "vitest";
import type { MadeFile } from "../../src/documents/make/made.ts";
import { reopen } from "../../src/documents/make/reopen.ts";
import { makeZip } from "../../src/documents/make/zip.ts";
import { sha256Of } from "../../src/domain/sha256.ts";
import { depsOf, dossierOf, itemsOf, requestOf } from "./dossier-world.ts";
import * as corpus from "./merge-corpus.ts";

describe("a file made, opened again", () => {
  let pdf: MadeFile;
  let zip: MadeFile;
  beforeAll(async () => {
    const documents = new Map([
      ["plain", await corpus.plain(3)],
      ["form", await corpus.withForm()],
    ]);
    const made = [await dossierOf(documents), await makeZip(requestOf(itemsOf(documents.keys())), depsOf(documents))];
    const [first, second] = made.flatMap(({ files }) => files);
    if (first === undefined || second === undefined) throw new Error("Two files were expected.");
    [pdf, zip] = [first, second];
  });

  /** The same file with other bytes and a matching hash, as a bug in the making would leave it. */
  const as = async (file: MadeFile, bytes: Uint8Array<ArrayBuffer>) => ({ ...file, bytes, sha256: await sha256Of(bytes) });

  it("is reported as sound, with its pages or entries", async () => {
    expect(await reopen(pdf)).toEqual({ state: "sound", count: 6 });
    expect(await reopen(zip)).toEqual({ state: "sound", count: 4 });
  });

  it("is reported as truncated when it was cut short", async () => {
    for (const file of [pdf, zip]) {
      const cut = file.bytes.slice(0, file.bytes.length - 200);
      expect(await reopen(await as(file, cut))).toEqual({ state: "truncated" });
    }
    expect(await reopen(await as(zip, new Uint8Array()))).toEqual({ state: "truncated" });
  });

  it("is reported as altered when it is no longer what was made", async () => {
    for (const file of [pdf, zip]) {
      const bytes = file.bytes.slice();
      const at = Math.floor(bytes.length / 2);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      expect(await reopen({ ...file, bytes })).toEqual({ state: "altered" });
    }
  });

  it("is reported as damaged when a page is missing, or an original differs from the manifest", async () => {
    expect(await reopen({ ...pdf, pages: 7 })).toEqual({ state: "damaged" });
    const bytes = zip.bytes.slice();
    const at = Buffer.from(bytes).indexOf("%PDF") + 600;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    expect(await reopen(await as(zip, bytes))).toEqual({ state: "damaged" });
  });
});
