/** A picture that holds several is told from one that holds one, as programs write them. */
import { describe, expect, test } from "vitest";
import { holdsSeveral } from "../../src/keeper/frames.ts";
import { missing, onDisk, transform } from "../documents/tools.ts";

const bytesOf = (...parts: readonly (string | readonly number[])[]) =>
  new Uint8Array(Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : Buffer.from(part)))));
const big = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
const little = (value: number) => big(value).reverse();
const box = (name: string, ...content: readonly Uint8Array[]) => {
  const inside = Buffer.concat(content);
  return bytesOf(big(inside.length + 8), name, [...inside]);
};

/** One grey pixel; the table of colours after the heading, or after each picture. */
const gif = (frames: number, isLocal = false) => {
  const colours = [0, 0, 0, 255, 255, 255];
  const frame = [0x2c, 0, 0, 0, 0, 1, 0, 1, 0, isLocal ? 0x80 : 0, ...(isLocal ? colours : []), 2, 2, 0x44, 1, 0];
  const control = [0x21, 0xf9, 4, 0, 10, 0, 0, 0];
  const heading = [1, 0, 1, 0, isLocal ? 0 : 0x80, 0, 0, ...(isLocal ? [] : colours)];
  const pictures = Array.from({ length: frames }, () => [...control, ...frame]).flat();
  return bytesOf("GIF89a", heading, [0x21, 0xfe, 2, 0x2c, 0x2c, 0], pictures, [0x3b]);
};
const part = (name: string, content: readonly number[]) =>
  bytesOf(name, little(content.length), content, content.length % 2 === 0 ? [] : [0]);
const webp = (frames: number) => {
  const parts = [part("VP8X", Array(10).fill(0)), part("ANIM", Array(6).fill(0)), ...Array(frames).fill(part("ANMF", Array(17).fill(0)))];
  const inside = Buffer.concat(parts);
  return bytesOf("RIFF", little(inside.length + 4), "WEBP", [...inside]);
};
const png = (frames: number | null) =>
  bytesOf(
    "\x89PNG\r\n\x1a\n",
    big(13),
    "IHDR",
    Array(17).fill(0),
    ...(frames === null ? [] : [big(8), "acTL", big(frames), Array(8).fill(0)]),
    big(0),
    "IEND",
    Array(4).fill(0),
  );
const avif = (samples: number | null) => {
  const sizes = box("stsz", bytesOf(big(0), big(0), big(samples ?? 0)));
  const track = box("trak", box("tkhd", new Uint8Array(20)), box("mdia", box("minf", box("stbl", sizes))));
  const film = samples === null ? [] : [box("moov", box("mvhd", new Uint8Array(20)), track)];
  return bytesOf(...[box("ftyp", bytesOf("avis", big(0), "avifmif1")), box("meta", new Uint8Array(9)), ...film].map((one) => [...one]));
};

describe("a picture", () => {
  test.each([
    ["GIF", gif(2)],
    ["GIF with its own colours", gif(3, true)],
    ["WebP", webp(2)],
    ["PNG", png(2)],
    ["AVIF", avif(2)],
  ])("%s of several is told", (_, bytes) => {
    expect(holdsSeveral(bytes)).toBe(true);
    expect(holdsSeveral(bytes.subarray(0, 20))).toBe(false);
  });

  test.each([
    ["GIF", gif(1)],
    ["GIF with its own colours", gif(1, true)],
    ["WebP", webp(1)],
    ["PNG", png(1)],
    ["PNG without an animation", png(null)],
    ["AVIF", avif(1)],
    ["AVIF without a film", avif(null)],
    ["JPEG", bytesOf("\xff\xd8\xff\xe0\0\x10JFIF")],
    ["PDF", bytesOf("%PDF-1.7\n")],
    ["nothing", bytesOf()],
  ])("%s of one is not", (_, bytes) => {
    expect(holdsSeveral(bytes)).toBe(false);
  });

  test.skipIf(missing("convert").length > 0)("as a program writes it", () => {
    const pgm = (rows: string) => new Uint8Array(Buffer.from(`P2 2 2 255 ${rows}\n`));
    const [one, other] = [pgm("0 255 255 0"), onDisk(pgm("255 0 0 255"), "pgm")];
    const single = transform("convert", one, (from, to) => [`pgm:${from}`, to], "gif");
    const several = transform("convert", one, (from, to) => ["-delay", "10", `pgm:${from}`, other, to], "gif");
    expect([holdsSeveral(single), holdsSeveral(several)]).toEqual([false, true]);
  });
});
