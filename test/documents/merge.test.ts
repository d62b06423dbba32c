import { randomBytes, randomInt } from "node:crypto";
import { PDFDocument } from "pdf-lib";
import { beforeAll, describe, expect, it } from "vitest";
import type { MadeDossier } from "../../src/documents/make/made.ts";
import { dossierOf } from "./dossier-world.ts";
import * as corpus from "./merge-corpus.ts";
import { attachedTo, difference, faultsOf, missing, pictureOf, rendered, TOLERANCE, textOfPages, transform } from "./tools.ts";

const absent = missing("qpdf", "mutool", "pdftoppm", "pdftotext", "pdfdetach");
const noPictures = missing("convert").length > 0;

function onlyFile({ files }: MadeDossier): Uint8Array<ArrayBuffer> {
  const [file, ...more] = files;
  if (file === undefined || more.length > 0) throw new Error("One file was expected.");
  return file.bytes;
}

const outcomeOf = ({ outcomes }: MadeDossier, id: string) => outcomes.find((outcome) => outcome.id === id);

describe.skipIf(absent.length > 0)("documents as they come", () => {
  const documents = new Map<string, corpus.Bytes>();
  const pagesOf = new Map<string, number>();
  let made: MadeDossier;
  let merged: corpus.Bytes;

  beforeAll(async () => {
    const add = (id: string, pages: number, bytes: corpus.Bytes) => {
      documents.set(id, bytes);
      pagesOf.set(id, pages);
    };
    const plain = await corpus.plain(2);
    add("plain", 2, plain);
    for (const revision of corpus.REVISIONS) add(`owner ${revision}`, 2, corpus.encrypted(plain, revision, ""));
    add(
      "linearised",
      2,
      transform("qpdf", plain, (from, to) => ["--linearize", from, to]),
    );
    add(
      "object streams",
      2,
      transform("qpdf", plain, (from, to) => ["--object-streams=generate", from, to]),
    );
    add(
      "mutool",
      2,
      transform("mutool", plain, (from, to) => ["clean", "-ggg", "-d", from, to]),
    );
    add("turned", 5, await corpus.turned());
    add("unrestored", 1, await corpus.unrestored());
    add("form", 2, await corpus.withForm());
    add("encrypted form", 2, corpus.encrypted(await corpus.withForm(), "R6", ""));
    add("xfa", 2, await corpus.withXfa("static"));
    add("signed", 2, await corpus.signed());
    add("annotated", 2, await corpus.annotated());
    add("layered", 1, await corpus.layered());
    add("wrong xref", 2, corpus.withWrongXref(plain));
    made = await dossierOf(documents);
    merged = onlyFile(made);
  });

  it("are all merged, with the pages they have", async () => {
    expect(made.outcomes.filter(({ leftOut }) => leftOut !== undefined)).toEqual([]);
    expect(new Map(made.outcomes.map(({ id, pages }) => [id, pages]))).toEqual(pagesOf);
    const pages = [...pagesOf.values()].reduce((sum, count) => sum + count, 0);
    const all = (await PDFDocument.load(merged)).getPageCount();
    expect(all - pages).toBeGreaterThanOrEqual(1);
    expect(made.files[0]?.pages).toBe(all);
  });

  it("pass qpdf --check together", () => {
    expect(faultsOf(merged)).toBe("");
  });

  it("look as before, page by page", () => {
    const all = rendered(merged, 1, made.files[0]?.pages ?? 0);
    let at = all.length - [...pagesOf.values()].reduce((sum, count) => sum + count, 0);
    const differing: string[] = [];
    for (const [id, bytes] of documents) {
      for (const [index, before] of rendered(bytes, 1, pagesOf.get(id) ?? 0).entries()) {
        const after = all[at];
        at += 1;
        const share = after === undefined ? 1 : difference(before, after);
        if (share > TOLERANCE) differing.push(`${id}, page ${index + 1}: ${share}`);
      }
    }
    expect(differing).toEqual([]);
  });

  it("keep their look when footers are drawn at the visible foot", async () => {
    const some = new Map(["turned", "unrestored", "form"].map((id) => [id, documents.get(id) ?? corpus.HTML] as const));
    const footed = onlyFile(await dossierOf(some, { footers: true }));
    expect(faultsOf(footed)).toBe("");
    const text = textOfPages(footed);
    for (const footer of ["Pièce 1 / page 5", "Pièce 2 / page 1", "Pièce 3 / page 2"]) expect(text).toContain(footer);
    const all = rendered(footed, 2, 9);
    const originals = [...some].flatMap(([id, bytes]) => rendered(bytes, 1, pagesOf.get(id) ?? 0));
    originals.forEach((before, index) => {
      const after = all[index];
      if (after === undefined) throw new Error("A page is missing.");
      expect(difference(before, after, 34)).toBeLessThan(TOLERANCE);
      expect(difference(before, after)).toBeGreaterThan(0);
    });
  });

  it("bring nothing else along: neither a form, nor the page that a link leads to", async () => {
    const annotated = await dossierOf(new Map([["annotated", documents.get("annotated") ?? corpus.HTML]]));
    const doc = await PDFDocument.load(onlyFile(annotated));
    expect(doc.catalog.has(doc.context.obj({}).context.obj("AcroForm") as never)).toBe(false);
    const pages = doc.context.enumerateIndirectObjects().filter(([, object]) => object.constructor.name === "PDFPageLeaf");
    expect(pages.length).toBe(doc.getPageCount());
  });

  it("keep the signed original untouched as an attachment, and say so", () => {
    const outcome = outcomeOf(made, "signed");
    expect(outcome).toMatchObject({ signed: true });
    const attached = attachedTo(merged);
    expect([...attached.keys()]).toEqual([outcome?.fileName]);
    expect(Buffer.from(attached.get(outcome?.fileName ?? "") ?? [])).toEqual(Buffer.from(documents.get("signed") ?? []));
    expect(textOfPages(merged)).toContain("Document signé électroniquement");
  });

  it("show form values that no program had drawn", async () => {
    const text = textOfPages(onlyFile(await dossierOf(new Map([["form", await corpus.withUndrawnForm()]]))));
    expect(text).toContain("LUMIVERDE SAS");
  });
});

describe.skipIf(absent.length > 0)("documents that cannot be merged", () => {
  it("are named with their reason, and the rest is merged", async () => {
    const plain = await corpus.plain(2);
    const documents = new Map<string, corpus.Bytes | null>([
      ["plain", plain],
      ...corpus.REVISIONS.map((revision) => [`password ${revision}`, corpus.encrypted(plain, revision, "secret")] as const),
      ["nothing", new Uint8Array()],
      ["html", corpus.HTML],
      ["unknown", new Uint8Array(Buffer.from("PK\u0003\u0004 a docx"))],
      ["absent", null],
      ["dynamic", await corpus.withXfa("dynamic")],
      ["again", plain],
    ]);
    const made = await dossierOf(documents);
    expect(Object.fromEntries(made.outcomes.map(({ id, leftOut }) => [id, leftOut]))).toEqual({
      plain: undefined,
      ...Object.fromEntries(corpus.REVISIONS.map((revision) => [`password ${revision}`, "password"])),
      nothing: "empty",
      html: "webPage",
      unknown: "notADocument",
      absent: "unobtainable",
      dynamic: "dynamicForm",
      again: undefined,
    });
    const merged = onlyFile(made);
    expect(faultsOf(merged)).toBe("");
    const text = textOfPages(merged).replace(/\s+/g, " ");
    expect(text).toContain("Pièces non réunies dans ce PDF");
    for (const reason of ["le fichier est protégé par un mot de passe", "le fichier est vide", "c'est une page web", "seul Acrobat"])
      expect(text).toContain(reason);
  });

  it("are never merged in part when they are cut short, wherever the cut is", async () => {
    const seed = process.env.SEED === undefined ? randomInt(1 << 30) : Number(process.env.SEED);
    process.stdout.write(`Truncation points from seed ${seed} (SEED=${seed} plays them again).\n`);
    let state = seed;
    const next = () => {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
      return state / 0x7fffffff;
    };
    const plain = await corpus.plain(6);
    const sources = [
      plain,
      transform("qpdf", plain, (from, to) => ["--linearize", from, to]),
      transform("qpdf", plain, (from, to) => ["--object-streams=generate", from, to]),
      corpus.encrypted(plain, "R6", ""),
    ];
    const cuts = Array.from({ length: 20 }, (_, index) => {
      const source = sources[index % sources.length] ?? plain;
      // The cut falls before the last bytes, which are the end mark and what may follow it.
      return source.slice(0, 16 + Math.floor(next() * (source.length - 32)));
    });
    const made = await dossierOf(new Map([...cuts.map((bytes, index) => [`cut ${index}`, bytes] as const), ["whole", plain] as const]));
    // A document cut in its cross-reference table still holds all its pages: it is taken, and reported as damaged.
    const taken = made.outcomes.filter(({ leftOut }) => leftOut === undefined);
    expect(taken.map(({ pages }) => pages)).toEqual(taken.map(() => 6));
    expect(taken.filter(({ repaired }) => !repaired).map(({ id }) => id)).toEqual(["whole"]);
    expect(faultsOf(onlyFile(made))).toBe("");
  });
});

describe.skipIf(absent.length > 0)("a long document", () => {
  it("of 300 pages is merged whole", async () => {
    const long = await corpus.plain(300);
    const made = await dossierOf(new Map([["long", long]]), { footers: true });
    const merged = onlyFile(made);
    expect(made.files[0]?.pages).toBe(301);
    expect(faultsOf(merged)).toBe("");
    for (const page of [1, 150, 300]) {
      const [before] = rendered(long, page, page);
      const [after] = rendered(merged, page + 1, page + 1);
      if (before === undefined || after === undefined) throw new Error("A page is missing.");
      expect(difference(before, after, 20)).toBeLessThan(TOLERANCE);
    }
  });
});

describe.skipIf(absent.length > 0 || noPictures)("pictures", () => {
  it("are shown upright, however the camera was held", async () => {
    const plain = corpus.jpeg();
    const documents = new Map(
      Array.from({ length: 8 }, (_, index) => [`jpeg ${index + 1}`, corpus.withOrientation(plain, index + 1)] as const),
    );
    const merged = onlyFile(await dossierOf(documents));
    const pages = rendered(merged, 2, 9);
    [...documents.values()].forEach((bytes, index) => {
      const page = pages[index];
      if (page === undefined) throw new Error("A page is missing.");
      const size = `${page.width}x${page.height}!`;
      const upright = pictureOf(
        transform(
          "convert",
          bytes,
          (from, to) => [`jpg:${from}`, "-auto-orient", "-resize", size, "-colorspace", "Gray", "-depth", "8", `pgm:${to}`],
          "jpg",
        ),
      );
      // Resampling changes pixels along edges, never a whole shape.
      expect(difference(upright, page), `orientation ${index + 1}`).toBeLessThan(0.02);
    });
  });

  it("with 16 bits per channel keep their colours", async () => {
    const bytes = corpus.png16();
    const merged = onlyFile(await dossierOf(new Map([["png", bytes]])));
    expect(faultsOf(merged)).toBe("");
    const [page] = rendered(merged, 2, 2);
    if (page === undefined) throw new Error("A page is missing.");
    const size = `${page.width}x${page.height}!`;
    const args = (from: string, to: string) => [`png:${from}`, "-resize", size, "-colorspace", "Gray", "-depth", "8", `pgm:${to}`];
    expect(difference(pictureOf(transform("convert", bytes, args, "png")), page)).toBeLessThan(0.02);
  });

  it("with a film or padding after their end count as whole, and a thumbnail's end inside is not taken for theirs", async () => {
    const jpeg = corpus.jpeg();
    const after = (bytes: corpus.Bytes, more: Uint8Array) => new Uint8Array(Buffer.concat([bytes, more]));
    const thumbnail = Buffer.concat([Buffer.from([0xff, 0xe2, 0, 6, 0xff, 0xd9, 0, 0])]);
    const inside = new Uint8Array(Buffer.concat([jpeg.subarray(0, 2), thumbnail, jpeg.subarray(2)]));
    const made = await dossierOf(
      new Map([
        ["film", after(jpeg, randomBytes(50_000))],
        ["padding", after(corpus.png16(), new Uint8Array(20_000))],
        ["thumbnail", inside],
        ["cut after its thumbnail", inside.slice(0, 200)],
      ]),
    );
    expect(made.outcomes.map(({ leftOut }) => leftOut)).toEqual([undefined, undefined, undefined, "truncated"]);
    expect(faultsOf(onlyFile(made))).toBe("");
  });

  it("that are cut short are left out", async () => {
    const [jpeg, png] = [corpus.jpeg(), corpus.png16()];
    const half = (bytes: corpus.Bytes) => bytes.slice(0, bytes.length / 2);
    const made = await dossierOf(
      new Map([
        ["jpeg", half(jpeg)],
        ["png", half(png)],
        ["whole", png],
      ]),
    );
    expect(made.outcomes.map(({ leftOut }) => leftOut)).toEqual(["truncated", "truncated", undefined]);
  });
});

describe.skipIf(absent.length > 0)("the cover", () => {
  it("says whose dossier it is, in any script, without failing", async () => {
    const documents = new Map([["plain", await corpus.plain(1)]]);
    const company = { name: "ŁÓDŹ Ćwiklińska & Fils – Ελλάς, Москва, 東京 🏗 e\u0301t\u00e9\u202f!", siret: "99990000400014" };
    const merged = onlyFile(await dossierOf(documents, { company }));
    expect(faultsOf(merged)).toBe("");
    const text = textOfPages(merged);
    for (const part of [
      "ŁÓDŹ Ćwiklińska & Fils – Ελλάς, Москва",
      "été",
      "999 900 004 00014",
      "Rénovation énergétique de l'école",
      "20/11/2026",
    ])
      expect(text).toContain(part);
    expect(text).toMatch(/[0-9a-f]{64}/);
  });

  it("takes as many pages as it needs", async () => {
    const one = await corpus.plain(1);
    const documents = new Map(Array.from({ length: 40 }, (_, index) => [`n° ${index} ${"très long ".repeat(12)}`, one] as const));
    const made = await dossierOf(documents);
    expect(made.files[0]?.pages).toBeGreaterThan(42);
    expect(faultsOf(onlyFile(made))).toBe("");
  });
});
