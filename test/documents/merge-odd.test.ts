/** Odd documents, judged by other programs: all the pages that those see, the same look, nothing lost silently. */
import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import type { ItemOutcome } from "../../src/documents/make/made.ts";
import { dossierOf } from "./dossier-world.ts";
import * as corpus from "./merge-corpus.ts";
import * as odd from "./odd-corpus.ts";
import { attachedTo, difference, faultsOf, missing, onDisk, rendered, TOLERANCE, textOfPages, transform } from "./tools.ts";

const absent = missing("qpdf", "mutool", "pdftoppm", "pdftotext", "pdfdetach");

async function merged(bytes: corpus.Bytes, footers = true): Promise<{ outcome: ItemOutcome; file: corpus.Bytes }> {
  const { outcomes, files } = await dossierOf(new Map([["odd", bytes]]), { footers });
  const [outcome] = outcomes;
  const [file] = files;
  if (outcome === undefined || file === undefined) throw new Error("One file was expected.");
  return { outcome, file: file.bytes };
}

const firstDifference = (before: corpus.Bytes, after: corpus.Bytes, pages: number) =>
  Math.max(
    ...rendered(before, 1, pages).map((page, index) => {
      const other = rendered(after, 2, pages + 1)[index];
      return other === undefined ? 1 : difference(page, other);
    }),
  );

/** The words of a page, with the height of their middle in points from its bottom. */
function wordsOn(bytes: corpus.Bytes, page: number): readonly { readonly word: string; readonly middle: number }[] {
  const found = execFileSync("pdftotext", ["-bbox", "-f", String(page), "-l", String(page), onDisk(bytes), "-"]).toString();
  const height = Number(/<page width="[\d.]+" height="([\d.]+)"/.exec(found)?.[1]);
  return [...found.matchAll(/yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]+)</g)].map(([, top, bottom, word = ""]) => ({
    word,
    middle: height - (Number(top) + Number(bottom)) / 2,
  }));
}

describe.skipIf(absent.length > 0)("oddly written documents", () => {
  it.each([
    ["a page without its size", odd.noMediaBox, 1, false],
    ["resources that are none", odd.badResources, 1, false],
    ["a page that does not say that it is one", odd.pageWithoutType, 3, true],
    ["a page written in the list", odd.directPage, 2, true],
    ["a catalog that does not say that it is one", odd.catalogWithoutType, 1, false],
    ["a text that speaks of streams", odd.wordStream, 1, false],
    ["an empty content", odd.emptyContent, 1, false],
  ] as const)("%s: all pages keep their look, and a repair is reported", async (_, bytes, pages, repaired) => {
    const { outcome, file } = await merged(bytes);
    expect(outcome).toMatchObject({ pages, repaired });
    expect(outcome.leftOut).toBeUndefined();
    expect(faultsOf(file)).toBe("");
    const plain = await merged(bytes, false);
    expect(firstDifference(bytes, plain.file, pages)).toBeLessThan(TOLERANCE);
    expect([...attachedTo(file).keys()]).toEqual(repaired ? [outcome.fileName] : []);
  });

  it("do not affect the others when one cannot be taken", async () => {
    const plain = await corpus.plain(1);
    const made = await dossierOf(
      new Map([
        ["before", plain],
        ["broken", odd.noPageAtAll],
        ["after", plain],
      ]),
      { footers: true },
    );
    expect(made.outcomes.map(({ leftOut }) => leftOut)).toEqual([undefined, "noPage", undefined]);
    expect(made.files[0]?.pages).toBe(3);
    expect(faultsOf(made.files[0]?.bytes ?? corpus.HTML)).toBe("");
  });

  it.each(Object.entries(odd.SPOILT))(
    "%s: what can be shown is shown, reported as damaged, with its original attached",
    async (_, { lost, make }) => {
      const bytes = await make();
      const { outcome, file } = await merged(bytes);
      expect(outcome).toMatchObject({ pages: 3, repaired: lost });
      expect(faultsOf(file)).toBe("");
      expect([...attachedTo(file).values()].map((it) => Buffer.from(it))).toEqual(lost ? [Buffer.from(bytes)] : []);
      expect(textOfPages(file)).toContain("page 3");
    },
  );

  it("with one fault of structure, written in six ways, are all taken with all their pages", async () => {
    const plain = await corpus.plain(3);
    const rewritten = (...args: readonly string[]) => transform("qpdf", plain, (from, to) => [...args, from, to]);
    const ways = {
      plain,
      compressed: rewritten("--object-streams=generate"),
      linearised: rewritten("--linearize"),
      "linearised, compressed": rewritten("--linearize", "--object-streams=generate"),
      mutool: transform("mutool", plain, (from, to) => ["clean", "-gggg", "-z", from, to]),
      "AES-256, no password": corpus.encrypted(plain, "R6", ""),
    };
    const documents = new Map(
      Object.entries(ways).flatMap(([way, bytes]) =>
        Object.entries(odd.FAULTS).flatMap(([fault, make]) => {
          const [before, after] = [Buffer.from(bytes).toString("latin1"), make(Buffer.from(bytes).toString("latin1"))];
          // The length of its key is an entry of the same name: nobody can decrypt it then.
          const isKept = before !== after && !(way.startsWith("AES") && fault.startsWith("lengths"));
          return isKept ? [[`${way}: ${fault}`, new Uint8Array(Buffer.from(after, "latin1"))] as const] : [];
        }),
      ),
    );
    expect(documents.size).toBeGreaterThan(45);
    const made = await dossierOf(documents);
    expect(made.outcomes.filter(({ pages }) => pages !== 3).map(({ id, leftOut, pages }) => [id, leftOut, pages])).toEqual([]);
    expect(faultsOf(made.files[0]?.bytes ?? corpus.HTML)).toBe("");
  });

  it("show the values that their form asks the reader to draw", async () => {
    const { outcome, file } = await merged(await odd.staleForm());
    expect(textOfPages(file)).toContain("1 250 000 euros");
    expect(outcome.incompleteForm).toBe(false);
  });

  it("show of a form what its reader would: no password, words rather than values, every line", async () => {
    const { outcome, file } = await merged(await odd.formToDraw(), false);
    expect(outcome.incompleteForm).toBe(false);
    const words = wordsOn(file, 2);
    expect(words.map(({ word }) => word)).toEqual(expect.arrayContaining(["**********", "Ille-et-Vilaine"]));
    expect(textOfPages(file)).not.toContain("motdepasse");
    const within = (y: number) => words.filter(({ middle }) => middle > y && middle < y + odd.LOW_FIELD).map(({ word }) => word);
    expect(within(540)).toEqual(["Couverture", "en", "ardoise", "Zinguerie", "et", "bardage"]);
    expect(within(420)).toEqual(["Rennes", "Brest", "Vannes"]);
  });

  it("have their forms written with one font, embedded once whatever their number", async () => {
    const form = await odd.staleForm();
    const fontsIn = async (count: number) => {
      const { files } = await dossierOf(new Map(Array.from({ length: count }, (_, index) => [`form ${index}`, form])));
      const [file] = files;
      if (file === undefined) throw new Error("One file was expected.");
      expect(faultsOf(file.bytes)).toBe("");
      expect(textOfPages(file.bytes).match(/1 250 000 euros/g)).toHaveLength(count);
      const plain = execFileSync("qpdf", ["--qdf", "--object-streams=disable", onDisk(file.bytes), "-"], { maxBuffer: 1 << 26 });
      return plain.toString("latin1").match(/\/FontFile[23]? /g)?.length;
    };
    expect(await fontsIn(3)).toBe(await fontsIn(1));
  });

  it("keep the border of a list", async () => {
    const { file } = await merged(await odd.withBorderedList(), false);
    const before = await merged(await corpus.plain(1), false);
    const [page] = rendered(file, 2, 2);
    const [bare] = rendered(before.file, 2, 2);
    if (page === undefined || bare === undefined) throw new Error("A page is missing.");
    // A frame of 240 × 60 points, 3 points wide, is far more than the word inside.
    expect(difference(page, bare)).toBeGreaterThan(0.003);
  });

  it.each([0, 1, 2, 3])("keep an upright note in its place on a page turned by %i quarters", async (quarters) => {
    const bytes = await odd.withUprightStamp(quarters);
    const { file } = await merged(bytes, false);
    expect(firstDifference(bytes, file, 1)).toBeLessThan(TOLERANCE);
  });

  it("keep the files that lie in them, and say so", async () => {
    for (const bytes of [await odd.withAttachment(), await odd.withPaperClip()]) {
      const { outcome, file } = await merged(bytes);
      expect(outcome).toMatchObject({ holdsFiles: true, signed: false });
      expect(Buffer.from(attachedTo(file).get(outcome.fileName) ?? [])).toEqual(Buffer.from(bytes));
      expect(textOfPages(file).replace(/\s+/g, " ")).toContain("D'autres fichiers étaient contenus dans ce document");
    }
  });

  it("are not reported as signed because of reader rights", async () => {
    const { outcome } = await merged(await odd.withReaderRights());
    expect(outcome.signed).toBe(false);
  });

  it("do not show or hide each other's layers", async () => {
    for (const order of [
      [true, false],
      [false, true],
    ]) {
      const documents = order.map((shown, index) => [`${index}`, odd.layer(shown)] as const);
      const made = await dossierOf(new Map(documents));
      const pages = rendered(made.files[0]?.bytes ?? corpus.HTML, 2, 3);
      documents.forEach(([, bytes], index) => {
        const [before] = rendered(bytes, 1, 1);
        const after = pages[index];
        if (before === undefined || after === undefined) throw new Error("A page is missing.");
        expect(difference(before, after)).toBeLessThan(TOLERANCE);
      });
    }
  });

  it("keep their links, and their bookmarks under their own entry", async () => {
    const plain = await corpus.plain(2);
    const made = await dossierOf(
      new Map([
        ["plain", plain],
        ["long", await odd.withBookmarks()],
      ]),
    );
    const bytes = made.files[0]?.bytes ?? corpus.HTML;
    expect(faultsOf(bytes)).toBe("");
    const outline = execFileSync("mutool", ["show", onDisk(bytes), "outline"]).toString();
    expect(outline).toMatch(/Moyens.*\n.*Méthode/);
    const links = JSON.parse(execFileSync("qpdf", ["--json=2", "--json-key=outlines", "--json-key=pages", onDisk(bytes)]).toString());
    const pagesOf = (entries: readonly { title: string; destpageposfrom1: number; kids: [] }[]): (string | number)[] =>
      entries.flatMap(({ title, destpageposfrom1, kids }) => [title, destpageposfrom1, ...pagesOf(kids)]);
    // Cover, two pages of the first, then three.
    expect(pagesOf(links.outlines).slice(-6)).toEqual(["Moyens", 5, "Méthode", 6, "Nos chantiers", null]);
    expect(outline).toMatch(/Nos chantiers.*https:\/\/exemple\.fr\/references/);
    const listed = execFileSync("mutool", ["show", onDisk(bytes), "grep"]).toString();
    expect(listed.match(/\/Subtype\/Link/g)).toHaveLength(2);
    expect(listed).not.toContain("JavaScript");
    expect(listed.match(/\/Subtype\/Link[^\n]*\/Dest\[|\/Dest\[[^\n]*\/Subtype\/Link/g)).toHaveLength(2);
  });

  it("keep their encrypted texts unchanged", async () => {
    for (const revision of ["R3", "R4", "R6"] as const) {
      const { outcome, file } = await merged(corpus.encrypted(await odd.withBracket(), revision, ""));
      expect(outcome.repaired).toBe(false);
      expect(faultsOf(file)).toBe("");
    }
  });

  it("are reported as needing a password whenever they do", async () => {
    const { outcome } = await merged(corpus.encrypted(odd.pageWithoutType, "R6", "secret"));
    expect(outcome.leftOut).toBe("password");
  });
});
