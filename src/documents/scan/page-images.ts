/** The images of a pdf.js page, in grey, with where each is drawn. */
import { type getDocumentProxy, getResolvedPDFJS } from "unpdf";
import { drawingState, type Matrix } from "../recognise/drawing.ts";
import type { PlacedImage, Raster } from "./raster.ts";

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
export type Page = Awaited<ReturnType<Pdf["getPage"]>>;

/** How pdf.js gives an image: `kind` 1 one bit a pixel, 2 RGB, 3 RGBA. */
interface Decoded {
  readonly width: number;
  readonly height: number;
  readonly kind?: number;
  readonly data: Uint8Array;
}

/** An image with more pixels than this is not a page. */
const MOST_PIXELS = 120_000_000;
/** An image smaller than this, in points, is a logo, a stamp or a line. */
const LEAST_SIDE = 100;

/** @throws when none of the images can be decoded, though the page has some */
export async function imagesOf(page: Page): Promise<PlacedImage[]> {
  const { OPS } = await getResolvedPDFJS();
  const { fnArray, argsArray } = await page.getOperatorList();
  const state = drawingState(OPS);
  const drawn: { readonly matrix: Matrix; readonly image: unknown; readonly isMask: boolean }[] = [];
  fnArray.forEach((operation: number, index: number) => {
    const args: unknown = argsArray[index];
    state.follow(operation, args);
    const isMask = operation === OPS.paintImageMaskXObject;
    if (!(isMask || operation === OPS.paintImageXObject || operation === OPS.paintInlineImageXObject) || !Array.isArray(args)) return;
    drawn.push({ matrix: state.matrix(), image: args[0], isMask });
  });
  const large = drawn.filter(({ matrix: [a, b, c, d] }) => Math.hypot(a, b) >= LEAST_SIDE || Math.hypot(c, d) >= LEAST_SIDE);
  const placed: PlacedImage[] = [];
  for (const { matrix, image, isMask } of large) {
    const decoded = await decodedOf(page, image);
    if (decoded !== null) placed.push({ ...greyOf(decoded), matrix, isStencil: isMask || decoded.kind === 3 });
  }
  if (placed.length === 0 && large.length > 0) throw new Error("No image of the page can be decoded.");
  return placed;
}

/** @param image the image, or its name in the page's store */
async function decodedOf(page: Page, image: unknown): Promise<Decoded | null> {
  const named = typeof image === "object" && image !== null && "data" in image && typeof image.data === "string" ? image.data : image;
  const found: unknown = typeof named === "string" ? await stored(page, named) : named;
  return isDecoded(found) && found.width * found.height <= MOST_PIXELS ? found : null;
}

function stored(page: Page, name: string): Promise<unknown> {
  const store = name.startsWith("g_") ? page.commonObjs : page.objs;
  return new Promise((resolve) => store.get(name, resolve));
}

function isDecoded(image: unknown): image is Decoded {
  return typeof image === "object" && image !== null && "data" in image && ArrayBuffer.isView(image.data) && "width" in image;
}

function greyOf({ width, height, data }: Decoded): Raster {
  const grey = new Uint8Array(width * height);
  const channels = Math.floor(data.length / grey.length);
  if (channels === 0) {
    const perRow = Math.ceil(width / 8);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) grey[y * width + x] = (data[y * perRow + (x >> 3)] ?? 0) & (0x80 >> (x & 7)) ? 255 : 0;
    }
    return { width, height, grey };
  }
  for (let at = 0; at < grey.length; at++) {
    const from = at * channels;
    const [red = 255, green = red, blue = red] = [data[from], data[from + 1], data[from + 2]];
    const light = channels < 3 ? red : (red * 77 + green * 150 + blue * 29) >> 8;
    grey[at] = channels === 4 ? 255 - ((255 - light) * (data[from + 3] ?? 255)) / 255 : light;
  }
  return { width, height, grey };
}
