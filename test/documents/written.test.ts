/** A PDF written step by step is the one that pdf-lib would write at the end, whatever its size. */
import { PDFDict, PDFDocument, PDFName, PDFRawStream } from "pdf-lib";
import { describe, expect, it } from "vitest";
import { sha256OfLarge } from "../../src/documents/make/large-hash.ts";
import { writtenAlong } from "../../src/documents/pdf/written.ts";
import { sha256Of } from "../../src/domain/sha256.ts";
import { faultsOf, missing } from "./tools.ts";

/** Bytes, more than one part holds. */
const LARGE = 9_000_001;

async function writtenInSteps() {
  const doc = await PDFDocument.create({ updateMetadata: false });
  const written = writtenAlong(doc);
  for (let number = 0; number < 3; number++) {
    const page = doc.addPage([200, 200]);
    const about = { Type: "XObject", Subtype: "Form", BBox: [0, 0, 1, 1], Number: number };
    const form = doc.context.register(doc.context.stream(new Uint8Array(LARGE).fill(0x20 + number), about));
    page.node.setXObject(PDFName.of("Fm"), form);
    page.node.set(PDFName.of("About"), doc.context.register(doc.context.obj({ Number: number })));
    written.settle();
  }
  return { doc, bytes: await written.finish() };
}

describe("a PDF written along the way", () => {
  it("no longer holds what was settled", async () => {
    const { doc } = await writtenInSteps();
    expect(doc.context.enumerateIndirectObjects().filter(([, object]) => object instanceof PDFRawStream)).toEqual([]);
  });

  it("is a complete document, with each part in its place", async () => {
    const { bytes } = await writtenInSteps();
    expect(bytes.length).toBe(bytes.buffer.byteLength);
    const pages = (await PDFDocument.load(bytes)).getPages();
    const drawn = pages.map(({ node }) => node.Resources()?.lookup(PDFName.of("XObject"), PDFDict).lookup(PDFName.of("Fm")));
    expect(drawn.map((form) => form instanceof PDFRawStream && [form.contents.length, form.contents[0], form.contents.at(-1)])).toEqual(
      [0x20, 0x21, 0x22].map((byte) => [LARGE, byte, byte]),
    );
    expect(pages.map(({ node }) => String(node.lookup(PDFName.of("About"))))).toEqual(
      [0, 1, 2].map((number) => expect.stringContaining(`/Number ${number}`)),
    );
    if (missing("qpdf").length === 0) expect(faultsOf(bytes)).toBe("");
  });

  it("is hashed step by step, with the same result as any file", async () => {
    const bytes = new Uint8Array(3_000_017).map((_, index) => index % 251);
    expect(await sha256OfLarge(bytes)).toBe(await sha256Of(bytes));
  });
});
