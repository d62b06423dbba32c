/** Independent PDF tools, used as judges. Without them, a test says so and is skipped, never passed. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { has } from "../../scripts/machine.ts";

export type Tool = "qpdf" | "mutool" | "pdftoppm" | "pdftotext" | "pdfdetach" | "convert" | "unzip" | "xmllint";

/** Those of the tools that are not on this machine; each is reported once. */
export function missing(...tools: readonly Tool[]): readonly Tool[] {
  const absent = tools.filter((tool) => !has(tool));
  if (absent.length > 0) process.stderr.write(`Not run, because absent from this machine: ${absent.join(", ")}.\n`);
  return absent;
}

const room = mkdtempSync(join(tmpdir(), "pli-pret-pdf-"));
let last = 0;

/** Writes bytes in a file of their own. */
export function onDisk(bytes: Uint8Array, extension = "pdf"): string {
  last += 1;
  const path = join(room, `${last}.${extension}`);
  writeFileSync(path, bytes);
  return path;
}

/** Runs a tool that makes a file from a file: `run("qpdf", (from, to) => [...])`. Warnings (exit 3 of qpdf) are not failures. */
export function transform(
  tool: Tool,
  bytes: Uint8Array,
  args: (from: string, to: string) => string[],
  extension = "pdf",
): Uint8Array<ArrayBuffer> {
  const from = onDisk(bytes, extension);
  const to = onDisk(new Uint8Array(), extension);
  // ImageMagick on one thread: on pages of this size more of them only wait for each other.
  const { status, stderr } = spawnSync(tool, args(from, to), { env: { ...process.env, MAGICK_THREAD_LIMIT: "1" } });
  if (status !== 0 && status !== 3) throw new Error(`${tool}: ${stderr}`);
  return new Uint8Array(readFileSync(to));
}

/** What `qpdf --check` says; "" when it finds nothing. */
export function faultsOf(bytes: Uint8Array): string {
  const { status, stdout, stderr } = spawnSync("qpdf", ["--check", onDisk(bytes)]);
  return status === 0 ? "" : `${stdout}${stderr}`;
}

export function textOfPages(bytes: Uint8Array): string {
  return execFileSync("pdftotext", ["-layout", onDisk(bytes), "-"], { maxBuffer: 1 << 26 }).toString();
}

/** The files attached to a PDF, by name. */
export function attachedTo(bytes: Uint8Array): Map<string, Uint8Array> {
  const into = mkdtempSync(join(room, "attached-"));
  execFileSync("pdfdetach", ["-saveall", "-o", into, onDisk(bytes)]);
  return new Map(readdirSync(into).map((name) => [name, new Uint8Array(readFileSync(join(into, name)))]));
}

interface Picture {
  readonly width: number;
  readonly height: number;
  /** One byte of grey per pixel. */
  readonly grey: Uint8Array;
}

/** Dots per inch: enough to see that a field or a word is missing, few enough for hundreds of pages. */
const RESOLUTION = 50;

/** Pages rendered in grey, from `first` to `last`. */
export function rendered(bytes: Uint8Array, first: number, last: number, password?: string): Picture[] {
  const to = join(mkdtempSync(join(room, "pages-")), "p");
  const range = ["-f", String(first), "-l", String(last), ...(password === undefined ? [] : ["-upw", password])];
  execFileSync("pdftoppm", ["-r", String(RESOLUTION), "-gray", ...range, onDisk(bytes), to], { stdio: "pipe" });
  const folder = join(to, "..");
  return readdirSync(folder)
    .sort()
    .map((name) => pictureOf(readFileSync(join(folder, name))));
}

/** A PGM file ("P5 width height 255", then the pixels). */
export function pictureOf(file: Uint8Array): Picture {
  const header = /^P5\s+(?:#[^\n]*\n)?(\d+)\s+(\d+)\s+\d+\s/.exec(new TextDecoder("latin1").decode(file.subarray(0, 200)));
  if (header === null) throw new Error("Not a PGM file.");
  return { width: Number(header[1]), height: Number(header[2]), grey: file.subarray(header[0].length) };
}

/**
 * The share of pixels, 0 to 1, that differ by more than 40 of 255 grey levels. Pictures may differ by one pixel in size (rounding of
 * points).
 * @param ignored pixels at the bottom that are not compared: the footer stands there
 */
export function difference(one: Picture, other: Picture, ignored = 0): number {
  if (Math.abs(one.width - other.width) > 1 || Math.abs(one.height - other.height) > 1) return 1;
  const width = Math.min(one.width, other.width);
  const height = Math.min(one.height, other.height) - ignored;
  let differing = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const gap = (one.grey[y * one.width + x] ?? 0) - (other.grey[y * other.width + x] ?? 0);
      if (Math.abs(gap) > 40) differing += 1;
    }
  }
  return differing / (width * height);
}

/** Share of pixels that may differ: anti-aliasing of edges that fall elsewhere by a fraction of a pixel. */
export const TOLERANCE = 0.002;
