/**
 * What is dropped in the coffre, as people have it: each is converted, or told at once with what to do. What a dossier does with it on its day
 * is what was told; the table of docs/documents.md is this one.
 */
import { readFileSync } from "node:fs";
import { crc32, deflateSync } from "node:zlib";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { REPAIR } from "../../scripts/documents/repair.ts";
import { READ_SCAN } from "../../scripts/documents/scan.ts";
import { TYPEFACE } from "../../scripts/documents/typefaces.ts";
import type { Coffre } from "../../src/coffre/coffre.ts";
import { tryOutBy } from "../../src/documents/pdf/try-out.ts";
import { recogniserOver, serveRecognition } from "../../src/documents/recognise/port.ts";
import { type CoffrePiece, KEEP_FAILURES } from "../../src/domain/coffre.ts";
import { CAVEATS } from "../../src/domain/prepared.ts";
import { fr } from "../../src/i18n/fr.ts";
import { keepFile } from "../../src/keeper/keep.ts";
import { dossierOf } from "../documents/dossier-world.ts";
import { encrypted, HTML, jpeg, plain, withHole, withWrongXref, withXfa } from "../documents/merge-corpus.ts";
import { filledBy, withAttachment, withDeadLink } from "../documents/odd-corpus.ts";
import { CODINGS, codedAs, photographed, scanOf } from "../documents/scans.ts";
import { difference, missing, rendered, TOLERANCE } from "../documents/tools.ts";

type Bytes = Uint8Array<ArrayBuffer>;

const { port1, port2 } = new MessageChannel();
serveRecognition(port2, { tryOut: tryOutBy({ repair: REPAIR, typeface: TYPEFACE }), readScan: READ_SCAN });
const read = recogniserOver(port1);
afterAll(() => port1.close());
afterEach(() => vi.unstubAllGlobals());

const latin = (text: string): Bytes => new Uint8Array(Buffer.from(text, "latin1"));
const joined = (...parts: readonly Uint8Array[]): Bytes => new Uint8Array(Buffer.concat(parts));
const zipNaming = (...names: readonly string[]) => latin(`PK\u0003\u0004${"\0".repeat(26)}${names.join("")}`);
const PDF = await plain(2);
const NO_PAGE = latin(
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R/Size 3>>\nstartxref\n0\n%%EOF\n",
);
/** Grey, not compressed, in one strip: its directory, then the picture. */
function tiffOf(width: number, height: number): Bytes {
  const entries = 9;
  const start = 14 + 12 * entries;
  const tags = [256, width, 257, height, 258, 8, 259, 1, 262, 1, 273, start, 277, 1, 278, height, 279, width * height];
  const head = Buffer.alloc(start);
  head.write("II*\0\x08\0\0\0", "latin1");
  head.writeUInt16LE(entries, 8);
  for (let index = 0; index < entries; index++) {
    const at = 10 + 12 * index;
    head.writeUInt16LE(tags[2 * index] ?? 0, at);
    head.writeUInt16LE(4, at + 2);
    head.writeUInt32LE(1, at + 4);
    head.writeUInt32LE(tags[2 * index + 1] ?? 0, at + 8);
  }
  return joined(head, new Uint8Array(width * height).fill(200));
}
const pngChunk = (type: string, data: Buffer) => {
  const whole = Buffer.concat([Buffer.alloc(4), Buffer.from(type), data, Buffer.alloc(4)]);
  whole.writeUInt32BE(data.length, 0);
  whole.writeUInt32BE(crc32(whole.subarray(4, -4)), whole.length - 4);
  return whole;
};
/** Of one bit a pixel, as its header says; its rows are not there, but those given. */
function pngOf(width: number, height: number, rows = Buffer.alloc(1)): Bytes {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const parts = [pngChunk("IHDR", header), pngChunk("IDAT", deflateSync(rows)), pngChunk("IEND", Buffer.alloc(0))];
  return joined(Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), ...parts);
}
/** Two grey pixels, one after the other. */
const FRAME = [0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0];
const ANIMATED = joined(latin("GIF89a"), new Uint8Array([1, 0, 1, 0, 0, 0, 0, ...FRAME, ...FRAME, 0x3b]));
/** A PNG of one pixel, then another (APNG 1.0). */
function animatedPng(): Bytes {
  const whole = pngOf(1, 1, Buffer.from([0, 0]));
  // Its number, then its size and place, how long it lasts, and how it is laid down.
  const frame = (number: number) =>
    pngChunk("fcTL", Buffer.from([0, 0, 0, number, 0, 0, 0, 1, 0, 0, 0, 1, ...Array(8).fill(0), 0, 1, 0, 10, 0, 0]));
  const control = pngChunk("acTL", Buffer.from([0, 0, 0, 2, 0, 0, 0, 0]));
  const second = pngChunk("fdAT", Buffer.concat([Buffer.from([0, 0, 0, 2]), deflateSync(Buffer.from([0, 128]))]));
  // Its header ends at 33, its end mark takes 12.
  return joined(whole.subarray(0, 33), control, frame(0), whole.subarray(33, -12), frame(1), second, whole.subarray(-12));
}
/** Encrypted by another means than a password (ISO 32000-2, 7.6.2): for a certificate, by a program that manages rights. */
function encryptedOtherwise(pdf: Bytes): Bytes {
  return latin(
    Buffer.from(encrypted(pdf, "R4", ""))
      .toString("latin1")
      .replaceAll("/Standard", "/FileOpen"),
  );
}
const SIGNED_DATA = [0x30, 0x80, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02];

/** By what a person would call it: the name that it bears, its bytes. */
const DROPPED: Readonly<Record<string, readonly [fileName: string, bytes: Bytes]>> = {
  "fichier vide": ["attestation.pdf", new Uint8Array()],
  "PDF dont il ne reste que le début": ["attestation.pdf", PDF.slice(0, PDF.length / 2)],
  "PDF sans la marque de sa fin, pages entières": ["attestation.pdf", PDF.slice(0, -7)],
  "PDF dont une page manque de contenu": ["attestation.pdf", await withHole()],
  "PDF dont la table est fausse": ["attestation.pdf", withWrongXref(PDF)],
  "PDF précédé d'un texte de serveur": ["attestation.pdf", joined(latin("Content-Type: application/pdf\r\n".repeat(90)), PDF)],
  "PDF sans page": ["attestation.pdf", NO_PAGE],
  "PDF qui demande un mot de passe (AES-256)": ["attestation.pdf", encrypted(PDF, "R6", "secret")],
  "PDF qui demande un mot de passe (RC4)": ["attestation.pdf", encrypted(PDF, "R3", "secret")],
  "PDF chiffré pour un certificat, ou par un logiciel de droits": ["attestation.pdf", encryptedOtherwise(PDF)],
  "PDF chiffré, ouvert sans mot de passe": ["attestation.pdf", encrypted(PDF, "R6", "")],
  "formulaire XFA qu'Acrobat seul dessine": ["formulaire.pdf", await withXfa("dynamic")],
  "formulaire XFA d'avant 2007, qui ne le dit pas": ["formulaire.pdf", await withXfa("old")],
  "formulaire que le lecteur doit dessiner": ["formulaire.pdf", await filledBy("Brun \u2212 Œuvres, 1 250 000 €")],
  "formulaire dont une valeur ne peut pas être dessinée": ["formulaire.pdf", await filledBy("東京支店")],
  "PDF qui contient d'autres fichiers": ["facture.pdf", await withAttachment()],
  "PDF dont des liens mènent à d'autres fichiers": ["memoire.pdf", await withDeadLink()],
  "PDF nommé .docx": ["attestation.docx", PDF],
  "fichier Word nommé .pdf": ["attestation.pdf", zipNaming("[Content_Types].xml", "word/document.xml")],
  "fichier Word ancien, ou RTF": ["attestation.doc", latin("{\\rtf1 Attestation}")],
  "page web nommée .pdf": ["attestation.pdf", HTML],
  "raccourci (URL, LNK, WEBLOC)": ["attestation.url", latin("[InternetShortcut]\r\nURL=https://exemple.fr/attestation")],
  "dossier compressé (ZIP, RAR, 7z, TAR…)": ["attestations.zip", zipNaming("urssaf.pdf", "kbis.pdf")],
  "dossier compressé dont les PDF sont intacts": ["attestations.zip", joined(zipNaming("urssaf.pdf"), PDF, zipNaming("kbis.pdf"), PDF)],
  "message (EML)": ["attestation.eml", latin("From: a@exemple.fr\r\nSubject: attestation\r\nMIME-Version: 1.0\r\n\r\nBonjour")],
  "enveloppe de signature (P7M, ASiC)": ["attestation.pdf.p7m", joined(new Uint8Array(SIGNED_DATA), PDF)],
  "photo HEIC": ["photo.heic", latin("\0\0\0\x18ftypheic\0\0\0\0")],
  "image TIFF (fax, JPEG, LZW, en bandes ou en tuiles, une ou plusieurs pages)": ["scan.tif", tiffOf(300, 400)],
  "image TIFF abîmée ou d'un codage rare": ["scan.tif", latin("II*\0\x08\0\0\0")],
  "image JPEG 2000, JPEG XL, SVG, ICO ou PSD": ["plan.svg", latin('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  "image WebP, AVIF, GIF ou BMP": ["photo.webp", latin("RIFF\x10\0\0\0WEBPVP8 ")],
  "image animée, ou qui en contient plusieurs (GIF, WebP, AVIF)": ["photo.gif", ANIMATED],
  "image PNG animée": ["photo.png", animatedPng()],
  "image PNG de plus de 100 millions de pixels": ["plan.png", pngOf(30_000, 30_000)],
  "photo JPEG suivie d'un film": ["photo.jpg", joined(jpeg(), new Uint8Array(8000))],
  "photo JPEG coupée": ["photo.jpg", jpeg().slice(0, -400)],
  "fichier de données (XML, JSON)": ["facture.xml", latin('<?xml version="1.0"?>\n<rsm:CrossIndustryInvoice/>')],
  "tout autre fichier": ["notes.txt", latin("attestation")],
};

/** What the coffre says of a file, and what a dossier does with what was kept. */
async function deposited(fileName: string, bytes: Bytes, readsScans = false) {
  let kept: { readonly about: Partial<CoffrePiece>; readonly bytes: Bytes } | undefined;
  const coffre: Pick<Coffre, "keep"> = {
    keep: async ([one]) => {
      kept = one as NonNullable<typeof kept>;
      return { state: "kept", pieces: [{ id: "1" } as CoffrePiece] };
    },
  };
  vi.stubGlobal("createImageBitmap", async () => ({ width: 1, height: 1, close: () => undefined }));
  vi.stubGlobal("OffscreenCanvas", Canvas);
  const owner = { siren: "913456786", names: [] };
  const result = await keepFile(coffre, owner, new File([bytes], fileName), new Date("2026-11-25"), { readsScans }, read);
  if ("failure" in result || kept === undefined) return { failure: "failure" in result ? result.failure : "full" } as const;
  const { files, outcomes } = await dossierOf(new Map([["pièce", kept.bytes]]));
  return { about: kept.about, made: files[0]?.bytes, outcome: outcomes[0] } as const;
}

/** What a browser draws with. */
class Canvas {
  getContext = () => ({ fillRect: () => undefined, drawImage: () => undefined });
  convertToBlob = async () => new Blob([jpeg()]);
}

test("the table of the documentation is what happens, and nothing is told on the day only", async () => {
  const rows: string[] = [];
  const failures = new Set<string>();
  for (const [what, [fileName, bytes]] of Object.entries(DROPPED)) {
    const { failure, about, outcome } = { failure: undefined, about: undefined, outcome: undefined, ...(await deposited(fileName, bytes)) };
    if (failure !== undefined) {
      failures.add(failure);
      // A colon, then what to do.
      expect(fr.coffre.failures[failure], what).toMatch(/ : .{10,}/);
      rows.push(`| ${what} | refusé : « ${fr.coffre.failures[failure]} » | |`);
      continue;
    }
    expect(outcome?.leftOut, what).toBe(about?.unfit);
    const merging = CAVEATS.filter((caveat) => outcome?.[caveat]);
    expect(about?.caveats ?? [], what).toEqual(/ animée/.test(what) ? [...merging, "showsFirst"] : merging);
    const said = about?.caveats?.map((caveat) => ` ; « ${fr.coffre.caveats[caveat]} »`).join("") ?? "";
    const changed = /^image (?:WebP|animée)/.test(what)
      ? "redessiné en JPEG, "
      : what.startsWith("image TIFF")
        ? "mis en PDF sans perte, "
        : "";
    rows.push(
      about?.unfit === undefined
        ? `| ${what} | ${changed}gardé${said} | réuni |`
        : `| ${what} | gardé, et dit : « ${fr.coffre.unfit(fr.dossier.leftOut[about.unfit])} » | laissé de côté |`,
    );
  }
  const docs = readFileSync("docs/documents.md", "utf8");
  expect(docs).toContain(["| ce qui est déposé | le coffre | le jour du dossier |", "|---|---|---|", ...rows].join("\n"));
  // Those two are of the machine, not of the file.
  expect([...failures, "full", "stopped"].toSorted()).toEqual(KEEP_FAILURES.toSorted());
});

test.skipIf(missing("pdftoppm", "convert").length > 0).each(CODINGS)(
  "a PDF of one %s picture is read, and merged as it is",
  async (coding) => {
    const picture = await photographed(["ATTESTATION DE VIGILANCE", "Urssaf, à jour de ses obligations, SIRET 913 456 786 00015"]);
    const bytes = new Uint8Array(await scanOf(picture, 0, codedAs(coding, picture)));
    const { about, made, outcome } = {
      about: undefined,
      made: undefined,
      outcome: undefined,
      ...(await deposited("scan.pdf", bytes, true)),
    };
    expect(about?.asks?.[0]).toMatchObject({ about: "kind", why: "scanned" });
    expect(outcome?.leftOut).toBeUndefined();
    const [original] = rendered(bytes, 1, 1);
    const [merged] = rendered(made ?? new Uint8Array(), 2, 2);
    if (original === undefined || merged === undefined) throw new Error("No page is drawn.");
    expect(difference(original, merged)).toBeLessThan(TOLERANCE);
    expect(original.grey.some((grey) => grey < 100)).toBe(true);
  },
);
