/**
 * Reads the letters of a picture: Tesseract compiled to WebAssembly, with its French data, both in the extension's own package. Used
 * without tesseract.js, which would start another worker and knows the address of a public server.
 */
import type { PlacedText } from "../recognise/text-lines.ts";
import { pgmOf, type Raster } from "./raster.ts";

/** The text read, and its confidence, 0 to 100: the mean over its words. */
export interface LettersRead {
  readonly words: readonly PlacedText[];
  readonly confidence: number;
  /** True when the letters lie on their side: they are read, but not in the right order. */
  readonly isSideways: boolean;
}
export type ReadLetters = (picture: Raster) => Promise<LettersRead>;

/** Where the program and its data are. */
export interface LetterFiles {
  /** An address of the extension, a path under Node. */
  readonly core: string;
  /** The French data, gzipped. */
  readonly data: () => Promise<Uint8Array<ArrayBuffer>>;
}

/** The neural engine alone, which the data is made for. */
const NEURAL = 1;

export function letterReaderBy({ core, data }: LetterFiles): ReadLetters {
  let running: ReturnType<typeof start> | null = null;

  async function start() {
    const { default: make } = await import("tesseract.js-core/tesseract-core-simd-lstm.js");
    const silent = () => {};
    const tesseract = await make({ locateFile: () => core, print: silent, printErr: silent });
    tesseract.FS.writeFile("./fra.traineddata", await unzipped(await data()));
    const api = new tesseract.TessBaseAPI();
    if (api.Init(null, "fra", NEURAL) !== 0) throw new Error("The data of the reader cannot be used.");
    // Automatic page layout: blocks, columns, tables.
    api.SetVariable("tessedit_pageseg_mode", "3");
    return { FS: tesseract.FS, api };
  }

  return async (picture) => {
    running ??= start();
    try {
      const { FS, api } = await running;
      FS.writeFile("/input", pgmOf(picture));
      if (api.SetImageFile(1, 0) === 1) throw new Error("The picture cannot be read.");
      api.Recognize(null);
      const read = wordsIn(api.GetTSVText(0), picture.height);
      api.Clear();
      return read;
    } catch (error) {
      // It may be in any state: it is started again for the next picture.
      running = null;
      throw error;
    }
  };
}

async function unzipped(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Rows of Tesseract's table: a line, a word. */
const LINE = "4";
const WORD = "5";
/** Words with less confidence than this are drawings, stains or signatures. */
const LEAST_SURE = 20;

interface Word {
  readonly str: string;
  readonly left: number;
  readonly width: number;
  /** Its middle, pixels from the left and from the top. */
  readonly x: number;
  readonly y: number;
  readonly tall: number;
}

/** Groups words into lines by their height, once the page's slope is corrected. */
function wordsIn(table: string, height: number): LettersRead {
  const lines: Word[][] = [];
  const sures: number[] = [];
  for (const row of table.split("\n")) {
    const [level, , , , , , left, top, width, tall, sure, str = ""] = row.split("\t");
    if (level === LINE) lines.push([]);
    if (level !== WORD || str.trim() === "") continue;
    sures.push(Number(sure));
    if (Number(sure) < LEAST_SURE) continue;
    const box = { left: Number(left), width: Number(width), tall: Number(tall) };
    lines.at(-1)?.push({ str, ...box, x: box.left + box.width / 2, y: Number(top) + box.tall / 2 });
  }
  const long = lines.flat().filter(({ str }) => str.length >= LONG_WORD);
  const isSideways = long.filter(({ tall, width }) => tall > width).length > long.length / 2;
  const lean = leanOf(lines);
  const words = lines.flatMap((line) => {
    const y = height - medianOf(line.map((word) => word.y - lean * word.x));
    const size = medianOf(line.map(({ tall }) => tall));
    return line.map(({ str, left, width }) => ({ str, x: left, y, width, size }));
  });
  const confidence = sures.length === 0 ? 0 : sures.reduce((sum, sure) => sum + sure, 0) / sures.length;
  return { words, confidence, isSideways };
}

/** A word of this many letters is wider than tall. */
const LONG_WORD = 4;

/** Lines shorter than this, in words, do not show how the page slopes. */
const LONG_LINE = 4;

/** The slope of the lines: pixels down for each pixel to the right. */
function leanOf(lines: readonly (readonly Word[])[]): number {
  const leans = lines
    .filter(({ length }) => length >= LONG_LINE)
    .flatMap((line) => {
      const [first, last] = [line[0], line.at(-1)];
      return first === undefined || last === undefined || last.x <= first.x ? [] : [(last.y - first.y) / (last.x - first.x)];
    });
  return medianOf(leans);
}

/** The median; 0 without values. */
function medianOf(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
