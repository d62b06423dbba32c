/** TIFFs as scanners, faxes and office programs write them, made by ImageMagick: the same pages in the PDF, judged by poppler. */
import { describe, expect, test } from "vitest";
import { DECODE_FAX, READ_SCAN } from "../../scripts/documents/scan.ts";
import { pdfOfTiff } from "../../src/documents/pdf/tiff.ts";
import { recogniseFile } from "../../src/documents/recognise/port.ts";
import { pgm, photographed } from "./scans.ts";
import { difference, faultsOf, missing, pictureOf, rendered, transform } from "./tools.ts";

type Bytes = Uint8Array<ArrayBuffer>;

const cannot = missing("convert", "pdftoppm", "qpdf").length > 0;
const PAGE = cannot
  ? new Uint8Array()
  : pgm(await photographed(["ATTESTATION DE VIGILANCE", "Urssaf, SIRET 913 456 786 00015", "à la date du 31/10/2026."]));
const COLOURED = [
  "-fill",
  "orange",
  "-draw",
  "rectangle 100,450 450,750",
  "-fill",
  "navy",
  "-draw",
  "circle 600,600 600,750",
  "-alpha",
  "off",
];
const BLACK = ["-threshold", "60%"];
const tiles = (side: number) => ["-define", `tiff:tile-geometry=${side}x${side}`];
const strips = (rows: number) => ["-define", `tiff:rows-per-strip=${rows}`];

/** At a hundred dots an inch: enough to compare. */
const SMALL = cannot ? PAGE : transform("convert", PAGE, (from, to) => [from, "-resize", "50%", `pgm:${to}`], "pgm");
const made = (page: Uint8Array, density: string, args: readonly string[]): Bytes =>
  transform("convert", page, (from, to) => [from, "-density", density, "-units", "PixelsPerInch", ...args, `tiff:${to}`], "tif");
const tiff = (...args: readonly string[]): Bytes => made(SMALL, "100", args);

/** The picture of a TIFF as its own reader shows it, in the size of a rendered page. */
function shown(bytes: Bytes, { width, height }: { readonly width: number; readonly height: number }, page = 0) {
  const args = (from: string, to: string) => [
    `tiff:${from}[${page}]`,
    "-auto-orient",
    "-background",
    "white",
    "-flatten",
    "-resize",
    `${width}x${height}!`,
    "-colorspace",
    "Gray",
    "-depth",
    "8",
    `pgm:${to}`,
  ];
  return pictureOf(transform("convert", bytes, args, "tif"));
}

async function pdfOf(bytes: Bytes): Promise<Bytes> {
  const pdf = await pdfOfTiff(bytes, DECODE_FAX);
  if (pdf === null) throw new Error("It was not read.");
  return pdf;
}

/** Resampling changes pixels along edges, never a whole shape. */
const ALIKE = 0.02;

describe.skipIf(cannot)("a TIFF", () => {
  test.each<readonly [string, readonly string[]]>([
    ["a fax (G4) in one strip", [...BLACK, ...strips(9999), "-compress", "Group4"]],
    ["a fax (G4) in strips", [...BLACK, ...strips(64), "-compress", "Group4"]],
    ["a fax (G4), white for zero", [...BLACK, "-define", "quantum:polarity=min-is-white", ...strips(9999), "-compress", "Group4"]],
    ["a fax (G4), bits in the other order", [...BLACK, "-define", "tiff:fill-order=lsb", ...strips(64), "-compress", "Group4"]],
    ["a fax (G3)", [...BLACK, ...strips(9999), "-compress", "Fax"]],
    ["a fax (G3) in strips", [...BLACK, ...strips(100), "-compress", "Fax"]],
    ["one bit, not compressed", [...BLACK, "-compress", "None"]],
    ["one bit, white for zero, PackBits", [...BLACK, "-define", "quantum:polarity=min-is-white", "-compress", "RLE"]],
    ["grey, LZW", ["-compress", "LZW"]],
    ["colours, LZW with differences", [...COLOURED, "-define", "tiff:predictor=2", "-compress", "LZW"]],
    ["colours, deflate", [...COLOURED, "-compress", "Zip"]],
    ["colours, deflate, most significant byte first", [...COLOURED, "-endian", "MSB", "-define", "tiff:predictor=2", "-compress", "Zip"]],
    ["sixteen bits", [...COLOURED, "-depth", "16", "-blur", "0x2", "-compress", "LZW"]],
    ["a palette", [...COLOURED, "-colors", "16", "-type", "Palette", "-compress", "LZW"]],
    ["CMYK", [...COLOURED, "-colorspace", "CMYK", "-compress", "Zip"]],
    ["a transparent background", [...COLOURED, "-alpha", "on", "-transparent", "white", "-compress", "Zip"]],
    ["JPEG, grey", ["-colorspace", "Gray", "-compress", "JPEG"]],
    ["JPEG, colours", [...COLOURED, "-compress", "JPEG"]],
    ["JPEG, light and colours apart, in strips", [...COLOURED, "-colorspace", "YCbCr", ...strips(64), "-compress", "JPEG"]],
    ["JPEG, light and colours apart", [...COLOURED, "-colorspace", "YCbCr", ...strips(9999), "-compress", "JPEG"]],
    ["JPEG, colours, in strips", [...COLOURED, ...strips(64), "-compress", "JPEG"]],
    ["JPEG, colours, in one strip", [...COLOURED, ...strips(9999), "-compress", "JPEG"]],
    ["tiles, LZW with differences", [...COLOURED, ...tiles(128), "-define", "tiff:predictor=2", "-compress", "LZW"]],
    ["tiles, not compressed, sixteen bits", [...COLOURED, ...tiles(256), "-depth", "16", "-blur", "0x2", "-compress", "None"]],
    ["tiles, one bit", [...BLACK, ...tiles(112), "-compress", "Zip"]],
    ["tiles, a fax (G4)", [...BLACK, ...tiles(256), "-compress", "Group4"]],
    ["tiles, a transparent background", [...COLOURED, ...tiles(256), "-alpha", "on", "-transparent", "white", "-compress", "Zip"]],
    ["tiles, JPEG, grey", [...tiles(256), "-colorspace", "Gray", "-compress", "JPEG"]],
    ["tiles, JPEG, light and colours apart", [...COLOURED, ...tiles(128), "-colorspace", "YCbCr", "-compress", "JPEG"]],
    ["tiles, turned by the camera", [...COLOURED, ...tiles(256), "-orient", "RightTop", "-compress", "LZW"]],
    ["turned by the camera", [...COLOURED, "-orient", "RightTop", "-compress", "LZW"]],
    ["no resolution", ["-density", "0", "-compress", "LZW"]],
  ])("of %s shows the same page", async (_, args) => {
    const bytes = tiff(...args);
    const pdf = await pdfOf(bytes);
    expect(faultsOf(pdf)).toBe("");
    const [page, ...more] = rendered(pdf, 1, 1);
    if (page === undefined) throw new Error("No page.");
    expect(more).toEqual([]);
    expect(difference(shown(bytes, page), page)).toBeLessThan(ALIKE);
    expect(page.grey.some((grey) => grey < 128)).toBe(true);
    expect(page.grey.some((grey) => grey > 200)).toBe(true);
  });

  test("of an old JPEG (compression 6) shows the same page", async () => {
    // ImageMagick takes its colours for others: the same picture is judged in another coding.
    const bytes = tiff(...COLOURED, "-compress", "LZW");
    const pdf = await pdfOf(oldJpeg());
    expect(faultsOf(pdf)).toBe("");
    const [page] = rendered(pdf, 1, 1);
    if (page === undefined) throw new Error("No page.");
    expect(difference(shown(bytes, page), page)).toBeLessThan(ALIKE);
  });

  test("of several pages has them all, in order", async () => {
    const bytes = transform(
      "convert",
      SMALL,
      (from, to) => [
        from,
        ...BLACK,
        "(",
        from,
        "-negate",
        ")",
        "(",
        from,
        "-rotate",
        "90",
        ")",
        ...strips(9999),
        "-compress",
        "Group4",
        `tiff:${to}`,
      ],
      "tif",
    );
    const pages = rendered(await pdfOf(bytes), 1, 3);
    expect(pages).toHaveLength(3);
    pages.forEach((page, index) => {
      expect(difference(shown(bytes, page, index), page)).toBeLessThan(ALIKE);
    });
  });

  test("of a fax stays as light as the scanner made it", async () => {
    const bytes = tiff(...BLACK, ...strips(9999), "-compress", "Group4");
    expect((await pdfOf(bytes)).length).toBeLessThan(bytes.length + 2_000);
  });

  test("is read and proposed like any other scan", async () => {
    const pdf = await pdfOf(made(PAGE, "200", [...BLACK, ...strips(64), "-compress", "Group4"]));
    const read = await recogniseFile(
      { bytes: pdf, type: "application/pdf" },
      { siren: "913456786", today: "2026-11-24" },
      { readScan: READ_SCAN },
    );
    expect(read).toMatchObject({ state: "read", recognition: { kind: { value: "attestationVigilance", confidence: "unsure" } } });
  });

  test.each<readonly [string, () => Bytes]>([
    ["cut short", () => tiff("-compress", "LZW").slice(0, 2_000)],
    ["whose strips lie outside", () => tiff(...BLACK, ...strips(9999), "-compress", "Group4").slice(0, 1_000)],
    ["of JPEG with transparency", () => tiff(...COLOURED, "-alpha", "on", "-transparent", "white", "-compress", "JPEG")],
    ["of tiles, cut short", () => tiff(...tiles(128), "-compress", "LZW").slice(0, 2_000)],
    ["of tiles, with noise", () => spoilt(tiff(...COLOURED, ...tiles(128), "-compress", "Zip"))],
    ["of an old JPEG of another size", () => oldJpeg([2, 0])],
    ["without a picture", () => new Uint8Array(Buffer.from("II*\0\x08\0\0\0", "latin1"))],
    ["whose directories lead back", () => new Uint8Array(Buffer.from("II*\0\x08\0\0\0\0\0\x08\0\0\0", "latin1"))],
    ["with a strip of noise", () => spoilt(tiff(...COLOURED, "-compress", "Zip"))],
  ])("%s is refused whole", async (_, make) => {
    expect(await pdfOfTiff(make(), DECODE_FAX)).toBeNull();
  });
});

/** A JPEG file in a TIFF, as programs of the nineties wrote (TIFF 6.0, section 22). @param more of its width and height, said wrongly */
function oldJpeg(more: readonly [number, number] = [0, 0]): Bytes {
  const jpeg = transform("convert", SMALL, (from, to) => [from, ...COLOURED, "-sampling-factor", "2x2", `jpeg:${to}`], "pgm");
  const { width, height } = pictureOf(SMALL);
  const tags: readonly (readonly [number, number])[] = [
    [256, width + more[0]],
    [257, height + more[1]],
    [259, 6],
    [262, 6],
    [277, 3],
    [513, 1],
    [514, jpeg.length],
    [530, 2 + 2 * 65_536],
  ];
  const start = 14 + 12 * tags.length;
  const head = Buffer.alloc(start);
  head.write("II*\0\x08\0\0\0", "latin1");
  head.writeUInt16LE(tags.length, 8);
  tags.forEach(([tag, value], index) => {
    const at = 10 + 12 * index;
    head.writeUInt16LE(tag, at);
    head.writeUInt16LE(tag === 530 ? 3 : 4, at + 2);
    head.writeUInt32LE(tag === 530 ? 2 : 1, at + 4);
    head.writeUInt32LE(tag === 513 ? start : value, at + 8);
  });
  return new Uint8Array(Buffer.concat([head, jpeg]));
}

/** The bytes in the middle overwritten. */
function spoilt(bytes: Bytes): Bytes {
  return bytes.slice().fill(0x5a, bytes.length * 0.2, bytes.length * 0.8);
}

test.skipIf(cannot)("the judge sees a page that differs", () => {
  const bytes = tiff(...COLOURED, "-compress", "LZW");
  const size = { width: 400, height: 560 };
  const negative = transform("convert", bytes, (from, to) => [`tiff:${from}`, "-negate", `tiff:${to}`], "tif");
  expect(difference(shown(bytes, size), shown(negative, size))).toBeGreaterThan(ALIKE);
});
