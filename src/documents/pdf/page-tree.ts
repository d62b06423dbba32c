/** The page tree: whether the document shows all the pages that it declares, and whether each page has what drawing on it needs. */
import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFPageLeaf } from "pdf-lib";
import { numberIn } from "./open.ts";

const name = (text: string) => PDFName.of(text);

/** False when the tree has leaves that are not read as pages, or declares another count: pages would vanish unseen. */
export function showsAllPages(doc: PDFDocument): boolean {
  try {
    const root = doc.catalog.lookup(name("Pages"));
    const count = doc.getPageCount();
    return root instanceof PDFDict && leavesOf(root, new Set()) === count && numberIn(root, "Count", count) === count;
  } catch {
    return false;
  }
}

function leavesOf(node: PDFDict, seen: Set<PDFDict>): number {
  if (seen.has(node)) return 0;
  seen.add(node);
  const kids = node.lookup(name("Kids"));
  if (!(kids instanceof PDFArray)) return 1;
  let leaves = 0;
  for (let index = 0; index < kids.size(); index++) {
    const kid = kids.lookup(index);
    if (kid instanceof PDFDict) leaves += leavesOf(kid, seen);
  }
  return leaves;
}

/** What each page refers to: content parts, pictures, fonts. A repair that keeps fewer has silently lost something. */
export function namedBy(doc: PDFDocument): string[] {
  return doc.getPages().map(({ node }) => {
    const contents = node.lookup(name("Contents"));
    const resources = node.context.lookup(node.getInheritableAttribute(name("Resources")));
    const counts = ["XObject", "Font"].map((key) => {
      const dict = resources instanceof PDFDict ? resources.lookup(name(key)) : undefined;
      return dict instanceof PDFDict ? dict.keys().length : 0;
    });
    return [contents instanceof PDFArray ? contents.size() : node.has(name("Contents")) ? 1 : 0, ...counts].join();
  });
}

/** US Letter, in points: what readers show of a page that does not say its size. */
const LETTER = [0, 0, 612, 792];

/** Gives a page the size and the resources without which nothing can be drawn on it. */
export function completePage(node: PDFPageLeaf): void {
  if (!isBox(node.getInheritableAttribute(name("MediaBox")), node)) node.set(name("MediaBox"), node.context.obj(LETTER));
  const crop = node.getInheritableAttribute(name("CropBox"));
  if (crop !== undefined && !isBox(crop, node)) node.set(name("CropBox"), node.context.obj(node.MediaBox().asArray()));
  const turned = node.context.lookup(node.getInheritableAttribute(name("Rotate")));
  if (turned !== undefined && !(turned instanceof PDFNumber)) node.set(name("Rotate"), PDFNumber.of(0));
  const resources = node.getInheritableAttribute(name("Resources"));
  if (!(node.context.lookup(resources) instanceof PDFDict)) node.set(name("Resources"), node.context.obj({}));
}

function isBox(value: ReturnType<PDFPageLeaf["getInheritableAttribute"]>, { context }: PDFPageLeaf): boolean {
  const box = context.lookup(value);
  return box instanceof PDFArray && box.size() === 4 && [0, 1, 2, 3].every((index) => box.lookup(index) instanceof PDFNumber);
}
