/** Layers of one document must not show or hide those of another: implicit states are made explicit before merging. */
import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFObject } from "pdf-lib";

const name = (text: string) => PDFName.of(text);

/** Lists of a configuration that can be concatenated (ISO 32000, 8.11.4.3). */
const LISTS = ["ON", "OFF", "Order", "Locked", "RBGroups", "AS"];

/** Adds the layers of a document, and keeps their states. */
export function takeLayers(into: PDFDocument, taken: PDFDict): void {
  spellOut(taken);
  const known = into.catalog.lookup(name("OCProperties"));
  if (!(known instanceof PDFDict)) {
    // Stored directly, not by reference: the layers of the next documents are added to it.
    into.catalog.set(name("OCProperties"), taken);
    return;
  }
  extend(known, taken, "OCGs");
  const from = taken.lookup(name("D"));
  const to = known.lookup(name("D"));
  if (from instanceof PDFDict && to instanceof PDFDict) for (const key of LISTS) extend(to, from, key);
}

/** Drops alternative configurations, and replaces the base state, which would apply to other documents' layers too. */
function spellOut(taken: PDFDict): void {
  taken.delete(name("Configs"));
  const found = taken.lookup(name("D"));
  const config = found instanceof PDFDict ? found : taken.context.obj({});
  taken.set(name("D"), config);
  if (config.lookup(name("BaseState")) === name("OFF")) {
    const shown = new Set(itemsOf(config, "ON"));
    config.set(name("OFF"), taken.context.obj(itemsOf(taken, "OCGs").filter((layer) => !shown.has(layer))));
  }
  for (const key of ["BaseState", "Name", "Creator", "Intent", "ListMode"]) config.delete(name(key));
}

function itemsOf(dict: PDFDict, key: string): PDFObject[] {
  const list = dict.lookup(name(key));
  return list instanceof PDFArray ? list.asArray() : [];
}

function extend(to: PDFDict, from: PDFDict, key: string): void {
  const more = itemsOf(from, key);
  if (more.length > 0) to.set(name(key), to.context.obj([...itemsOf(to, key), ...more]));
}
