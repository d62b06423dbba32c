/** What leads somewhere in a document (links, bookmarks, buttons) and the words of its notes: kept when merged, or told. */
import { execFileSync } from "node:child_process";
import { PDFDocument, PDFName, PDFString } from "pdf-lib";
import { describe, expect, it } from "vitest";
import { signaturesOf } from "../../src/documents/pdf/signatures.ts";
import { dossierOf } from "./dossier-world.ts";
import * as corpus from "./merge-corpus.ts";
import { faultsOf, missing, onDisk, textOfPages } from "./tools.ts";

const text = (words: string) => PDFString.of(words);
const RECT = [40, 700, 200, 720];

interface Made {
  readonly doc: PDFDocument;
  /** Adds an annotation to the first of two pages. @returns its reference */
  readonly add: (annotation: object) => ReturnType<PDFDocument["context"]["register"]>;
  readonly look: ReturnType<PDFDocument["context"]["register"]>;
}

/** A document of two pages, and what `change` adds to it. */
async function documentWith(change: (made: Made) => void): Promise<corpus.Bytes> {
  const doc = await PDFDocument.load(await corpus.plain(2));
  const { context } = doc;
  const look = context.register(
    context.stream("0.9 0.9 0 rg 0 0 160 20 re f", { Type: "XObject", Subtype: "Form", BBox: [0, 0, 160, 20] }),
  );
  const add = (annotation: object) => {
    const ref = context.register(context.obj({ Type: "Annot", Rect: RECT, ...annotation }));
    doc.getPage(0).node.addAnnot(ref);
    return ref;
  };
  change({ doc, add, look });
  return new Uint8Array(await doc.save({ useObjectStreams: false }));
}

/** One level of bookmarks, each with its title and where it leads. */
function bookmark({ doc: { context, catalog } }: Made, entries: readonly (readonly [title: string, to: object])[]): void {
  const root = context.nextRef();
  const refs = entries.map(() => context.nextRef());
  entries.forEach(([title, to], index) => {
    const next = refs[index + 1];
    const entry = context.obj({ Title: text(title), Parent: root, ...to, ...(next === undefined ? {} : { Next: next }) });
    if (refs[index] !== undefined) context.assign(refs[index], entry);
  });
  context.assign(root, context.obj({ Type: "Outlines", First: refs[0] ?? root, Last: refs.at(-1) ?? root, Count: refs.length }));
  catalog.set(PDFName.of("Outlines"), root);
}

async function merged(change: (made: Made) => void) {
  const { files, outcomes } = await dossierOf(new Map([["document", await documentWith(change)]]));
  const bytes = files[0]?.bytes ?? corpus.HTML;
  expect(faultsOf(bytes)).toBe("");
  const listed = execFileSync("mutool", ["show", onDisk(bytes), "grep"]).toString();
  const outline = execFileSync("mutool", ["show", onDisk(bytes), "outline"], { stdio: "pipe" }).toString();
  return { outcome: outcomes[0], bytes, listed, outline };
}

const SAID = "menaient à d'autres fichiers, ou lançaient une commande";
const spaced = (words: string) => words.replace(/\s+/g, " ");

/** What a merged document cannot do. */
const LOST: Readonly<Record<string, object>> = {
  "another file": { S: "GoToR", F: text("annexe.pdf"), D: [0, "Fit"] },
  "a file in a file": { S: "GoToE", T: { R: "C", N: text("annexe.pdf") } },
  "a program": { S: "Launch", F: text("annexe.exe") },
  "an address beside the file": { S: "URI", URI: text("annexe.pdf") },
  "a file of the machine": { S: "URI", URI: text("file:///C:/annexe.pdf") },
  "a script in an address": { S: "URI", URI: text("javascript:alert") },
  "a script": { S: "JavaScript", JS: text("app.alert\\(1\\)") },
  "an article": { S: "Thread", D: 0 },
  "a layer": { S: "SetOCGState", State: [] },
  "a command": { S: "Named", N: "Print" },
};

describe.skipIf(missing("qpdf", "mutool", "pdftotext").length > 0)("a merged document", () => {
  it.each(Object.entries(LOST))("says that a bookmark to %s leads nowhere now, and keeps its title", async (_, action) => {
    const { outcome, bytes, outline, listed } = await merged((made) => bookmark(made, [["Annexe technique", { A: action }]]));
    expect(outcome).toMatchObject({ deadLinks: true, holdsFiles: false });
    expect(outline).toContain("Annexe technique");
    expect(spaced(textOfPages(bytes))).toContain(SAID);
    expect(listed).not.toMatch(/annexe\.(?:pdf|exe)|alert/);
  });

  it.each(Object.entries(LOST))("says that a link to %s leads nowhere now", async (_, action) => {
    const { outcome, listed } = await merged(({ add }) => void add({ Subtype: "Link", A: action }));
    expect(outcome?.deadLinks).toBe(true);
    expect(listed).toContain("/Subtype/Link");
    expect(listed).not.toMatch(/annexe\.(?:pdf|exe)|alert/);
  });

  it.each([
    ["the number of a page", () => ({ Dest: [1, "Fit"] })],
    ["the number of a page, in an action", () => ({ A: { S: "GoTo", D: [1, "Fit"] } })],
    [
      "an element of the structure",
      ({ doc }: Made) => ({ A: { S: "GoTo", SD: [doc.context.obj({ S: "H1", Pg: doc.getPage(1).ref }), "Fit"] } }),
    ],
    ["the next page", () => ({ A: { S: "Named", N: "NextPage" } })],
    ["the last page", () => ({ A: { S: "Named", N: "LastPage" } })],
  ] as const)("keeps a link that leads to %s", async (_, to) => {
    const { outcome, listed } = await merged((made) => void made.add({ Subtype: "Link", ...to(made) }));
    expect(outcome?.deadLinks).toBe(false);
    const second = /^[^:]*:?(\d+)[^\n]*\/Kids\[[^\]]*?(\d+) 0 R\]/m.exec(listed)?.[2];
    expect(listed).toMatch(new RegExp(`/Dest\\[${second} 0 R/Fit\\]`));
  });

  it("keeps the addresses that start from its own, of links, bookmarks and buttons with a look", async () => {
    const { outcome, listed, outline } = await merged((made) => {
      made.doc.catalog.set(PDFName.of("URI"), made.doc.context.obj({ Base: text("https://exemple.fr/offre/") }));
      made.add({ Subtype: "Link", A: { S: "URI", URI: text("plan.html") }, AP: { N: made.look } });
      bookmark(made, [["Photos", { A: { S: "URI", URI: text("photos.html") } }]]);
    });
    expect(outcome?.deadLinks).toBe(false);
    expect(listed).toContain("(https://exemple.fr/offre/plan.html)");
    expect(outline).toContain("https://exemple.fr/offre/photos.html");
  });

  it("keeps where a button leads over its look, and says when it led to another file", async () => {
    const button = (made: Made, to: object) => made.add({ Subtype: "Widget", FT: "Btn", Ff: 65_536, AP: { N: made.look }, ...to });
    const kept = await merged((made) => {
      button(made, { T: text("site"), A: { S: "URI", URI: text("https://exemple.fr") } });
      button(made, { T: text("page"), A: { S: "GoTo", D: [made.doc.getPage(1).ref, "Fit"] } });
    });
    expect(kept.outcome?.deadLinks).toBe(false);
    expect(kept.listed.match(/\/Subtype\/Link/g)).toHaveLength(2);
    expect(kept.listed).toContain("(https://exemple.fr)");
    expect(kept.listed).not.toContain("/Widget");
    const lost = await merged((made) => void button(made, { T: text("file"), A: LOST["another file"] }));
    expect(lost.outcome?.deadLinks).toBe(true);
    // A form that is drawn computes nothing: its scripts are no loss.
    const script = await merged((made) => void button(made, { T: text("sum"), A: LOST["a script"] }));
    expect(script.outcome?.deadLinks).toBe(false);
  });

  it("keeps the words of notes that have a look, with the answers to them", async () => {
    const { listed } = await merged(({ add, look }) => {
      const note = add({ Subtype: "Text", Contents: text("Prix: see again"), AP: { N: look } });
      add({ Subtype: "Text", Contents: text("Seen"), F: 30, IRT: note, AP: { N: look } });
      add({ Subtype: "Highlight", QuadPoints: [40, 720, 200, 720, 40, 700, 200, 700], Contents: text("Why?"), AP: { N: look } });
      add({ Subtype: "Text", Contents: text("Erased"), F: 2, AP: { N: look } });
    });
    for (const words of ["Prix: see again", "(Seen)", "(Why?)"]) expect(listed).toContain(words);
    expect(listed).not.toContain("Erased");
    expect(listed).toContain("/IRT");
  });

  it("keeps on paper only what is for paper only", async () => {
    const { listed } = await merged(({ add, look }) => void add({ Subtype: "Stamp", F: 36, AP: { N: look } }));
    expect(listed).toMatch(/\/Subtype\/Stamp/);
  });

  it("says that files are associated with one of its pages, or with a note", async () => {
    const file = { Type: "Filespec", F: text("metre.csv"), AFRelationship: "Data" };
    const ofPage = await merged(({ doc }) => doc.getPage(1).node.set(PDFName.of("AF"), doc.context.obj([file])));
    const ofNote = await merged(({ add }) => void add({ Subtype: "Text", Contents: text("Voir"), AF: [file] }));
    for (const { outcome } of [ofPage, ofNote]) expect(outcome?.holdsFiles).toBe(true);
  });
});

describe("a signature", () => {
  const SIGNATURE = { Type: "Sig", ByteRange: [0, 10, 20, 30] };
  const signed = async (change: (made: Made) => void) => {
    const bytes = await documentWith(change);
    return signaturesOf(await PDFDocument.load(bytes), bytes.length);
  };

  it("is found when its kind is that of its group", async () => {
    const found = await signed(({ doc, add }) => {
      const group = doc.context.nextRef();
      const field = add({ Subtype: "Widget", T: text("s"), Parent: group, V: SIGNATURE });
      doc.context.assign(group, doc.context.obj({ FT: "Sig", T: text("g"), Kids: [field] }));
      doc.catalog.set(PDFName.of("AcroForm"), doc.context.obj({ Fields: [group] }));
    });
    expect(found).toHaveLength(1);
  });

  it("is found on a page when the form does not list it, and once when it does", async () => {
    const widget = { Subtype: "Widget", FT: "Sig", T: text("s"), V: SIGNATURE };
    expect(await signed(({ add }) => void add(widget))).toHaveLength(1);
    const listed = await signed(({ doc, add }) => {
      const field = add(widget);
      doc.catalog.set(PDFName.of("AcroForm"), doc.context.obj({ Fields: [field] }));
    });
    expect(listed).toHaveLength(1);
    expect(await signed(({ add }) => void add({ Subtype: "Widget", FT: "Sig", T: text("s") }))).toEqual([]);
  });
});
