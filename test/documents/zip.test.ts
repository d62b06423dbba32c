/** The ZIP of the originals, opened by another program. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { makeZip } from "../../src/documents/make/zip.ts";
import { depsOf, itemsOf, requestOf } from "./dossier-world.ts";
import * as corpus from "./merge-corpus.ts";
import { catalogWithoutType, pageWithoutType } from "./odd-corpus.ts";
import { faultsOf, missing, onDisk, textOfPages } from "./tools.ts";

const absent = missing("unzip", "qpdf", "pdftotext");

describe.skipIf(absent.length > 0)("the ZIP of the originals", () => {
  it("holds each original byte for byte, a manifest and a cover; it names unreadable documents, which it holds, and missing ones", async () => {
    const signed = await corpus.signed();
    const documents = new Map<string, corpus.Bytes | null>([
      ["signed", signed],
      ["locked", corpus.encrypted(await corpus.plain(1), "R6", "secret")],
      ["cut", signed.slice(0, signed.length / 2)],
      ["absent", null],
      ["photo", corpus.png16()],
    ]);
    const { files, outcomes } = await makeZip(requestOf(itemsOf(documents.keys())), depsOf(documents));
    const [file, ...more] = files;
    if (file === undefined || more.length > 0) throw new Error("One file was expected.");
    expect(file.fileName).toBe("dossier-candidature_999900004_2026-11-25.zip");
    const path = onDisk(file.bytes, "zip");
    const entry = (name: string) => execFileSync("unzip", ["-p", path, name]);
    expect(execFileSync("unzip", ["-tq", path]).toString()).toContain("No errors detected");

    const manifest = JSON.parse(entry("manifest.json").toString());
    expect(manifest).toMatchObject({ version: 1, company: { siret: "99990000400014" }, consultation: { reference: "2026-AO-17" } });
    expect(manifest.pieces.map(({ problem }: { problem?: string }) => problem)).toEqual([
      undefined,
      "password",
      "truncated",
      "unobtainable",
      undefined,
    ]);
    expect(manifest.pieces[0]).toMatchObject({ number: 1, signed: true, pages: 2, size: signed.length });
    expect(manifest.pieces[3]).not.toHaveProperty("fileName");
    for (const [index, bytes] of [...documents.values()].entries()) {
      const { fileName, sha256 } = manifest.pieces[index];
      if (bytes === null) continue;
      expect(entry(fileName).equals(Buffer.from(bytes))).toBe(true);
      expect(sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
    }

    const cover = new Uint8Array(entry("00_page-de-garde.pdf"));
    expect(faultsOf(cover)).toBe("");
    const text = textOfPages(cover).replace(/\s+/g, " ");
    for (const part of [
      "Document signé électroniquement, joint intact",
      "le fichier est protégé par un mot de passe",
      "sa fin manque",
      "n'a pas pu être obtenu",
    ])
      expect(text).toContain(part);
    expect(outcomes.map(({ leftOut }) => leftOut)).toEqual([undefined, "password", "truncated", "unobtainable", undefined]);
    expect(execFileSync("unzip", ["-Z1", path]).toString().trim().split("\n")).toHaveLength(6);
  });

  it("reports no fault of an original that the PDF would take after a repair", async () => {
    const documents = new Map<string, corpus.Bytes>([
      ["odd", pageWithoutType],
      ["catalog", catalogWithoutType],
    ]);
    const { outcomes } = await makeZip(requestOf(itemsOf(documents.keys())), depsOf(documents));
    expect(outcomes.map(({ leftOut, pages }) => ({ leftOut, pages }))).toEqual([
      { leftOut: undefined, pages: 3 },
      { leftOut: undefined, pages: 1 },
    ]);
  });

  it("gives a file that is not a document its true extension", async () => {
    const documents = new Map<string, corpus.Bytes>([
      ["heic", new Uint8Array(Buffer.from("\0\0\0\u0018ftypheic\0\0\0\0", "latin1"))],
      ["html", corpus.HTML],
      ["unknown", new Uint8Array(Buffer.from("nothing known"))],
    ]);
    const { outcomes } = await makeZip(requestOf(itemsOf(documents.keys())), depsOf(documents));
    expect(outcomes.map(({ fileName }) => fileName.replace(/^.*\./, ""))).toEqual(["heic", "html", "bin"]);
  });
});
