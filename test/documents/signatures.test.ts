/** Electronic signatures and security codes: the product reports what they say and where to check it, never that they are valid. */
import { Constructed, Set as DerSet, fromBER, Integer, ObjectIdentifier, Sequence } from "asn1js";
import { PDFDocument, PDFHexString, PDFName, PDFString, StandardFonts } from "pdf-lib";
import { generate } from "selfsigned";
import { describe, expect, test } from "vitest";
import { REPAIR } from "../../scripts/documents/repair.ts";
import { TYPEFACE } from "../../scripts/documents/typefaces.ts";
import { COVER } from "../../src/documents/make/cover-words.ts";
import { makeDossier } from "../../src/documents/make/dossier.ts";
import { tryOutBy } from "../../src/documents/pdf/try-out.ts";
import { recogniseFile } from "../../src/documents/recognise/port.ts";
import { depsOf, itemsOf, requestOf } from "./dossier-world.ts";
import { missing, textOfPages } from "./tools.ts";

/** A CMS (RFC 5652) with two certificates, one of them the signer's, that signs nothing. */
async function cmsBy(signer: string): Promise<Uint8Array> {
  const [own, authority] = await Promise.all([certificateOf(signer), certificateOf("Autorité fictive")]);
  const [tbs] = (own.valueBlock as Sequence["valueBlock"]).value as [Sequence];
  const serial = tbs.valueBlock.value.find((part) => part instanceof Integer);
  if (serial === undefined) throw new Error("A certificate has a number.");
  const info = new Sequence({ value: [new Integer({ value: 1 }), new Sequence({ value: [new Sequence(), serial] })] });
  const data = new Sequence({ value: [new ObjectIdentifier({ value: "1.2.840.113549.1.7.1" })] });
  const certificates = new Constructed({ idBlock: { tagClass: 3, tagNumber: 0 }, value: [authority, own] });
  const signed = new Sequence({ value: [new Integer({ value: 1 }), new DerSet(), data, certificates, new DerSet({ value: [info] })] });
  const content = new Constructed({ idBlock: { tagClass: 3, tagNumber: 0 }, value: [signed] });
  return new Uint8Array(new Sequence({ value: [new ObjectIdentifier({ value: "1.2.840.113549.1.7.2" }), content] }).toBER());
}

async function certificateOf(name: string): Promise<Sequence> {
  const { cert } = await generate([
    { name: "commonName", value: name },
    { name: "organizationName", value: "Caisse de l'Exemple" },
  ]);
  return fromBER(Buffer.from(cert.replace(/-----[^-]+-----|\s/g, ""), "base64")).result as Sequence;
}

/** One page with that signature. @param after bytes added to the file afterwards */
async function signedBy(contents: Uint8Array, after = 0): Promise<Uint8Array<ArrayBuffer>> {
  const doc = await PDFDocument.create();
  const page = doc.addPage([595, 842]);
  page.drawText("Attestation", { x: 50, y: 700, font: await doc.embedFont(StandardFonts.Helvetica) });
  const { context } = doc;
  const value = context.obj({ Type: "Sig", Filter: "Adobe.PPKLite", SubFilter: "ETSI.CAdES.detached", ByteRange: [0, 10, 20, 99999] });
  value.set(PDFName.of("Contents"), PDFHexString.of(Buffer.from(contents).toString("hex")));
  value.set(PDFName.of("M"), PDFString.of("D:20261012093000+02'00'"));
  const field = context.obj({
    Type: "Annot",
    Subtype: "Widget",
    FT: "Sig",
    T: PDFString.of("S"),
    V: context.register(value),
    Rect: [0, 0, 0, 0],
    P: page.ref,
  });
  const ref = context.register(field);
  page.node.set(PDFName.of("Annots"), context.obj([ref]));
  doc.catalog.set(PDFName.of("AcroForm"), context.obj({ Fields: [ref], SigFlags: 3 }));
  const text = Buffer.from(await doc.save({ useObjectStreams: false })).toString("latin1");
  const length = String(text.length - 20).padStart(5);
  return new Uint8Array(Buffer.from(`${text.replace("99999", length)}${" ".repeat(after)}`, "latin1"));
}

const tryOut = tryOutBy({ repair: REPAIR, typeface: TYPEFACE });

describe("an electronic signature", () => {
  test("is reported with the name on its certificate, its day and what it covers", async () => {
    const bytes = await signedBy(await cmsBy("Jeanne Essai"));
    expect(await tryOut({ bytes, type: "application/pdf" })).toEqual({
      signatures: [{ signer: "Jeanne Essai (Caisse de l'Exemple)", on: "2026-10-12", isWhole: true }],
    });
  });

  test("does not cover a file to which something was added since", async () => {
    const { signatures } = await tryOut({ bytes: await signedBy(await cmsBy("Jeanne Essai"), 7), type: "application/pdf" });
    expect(signatures).toMatchObject([{ isWhole: false }]);
  });

  test.each([new Uint8Array(), new Uint8Array([0x30, 0x82, 0xff]), new Uint8Array(64).fill(0x30)])(
    "is reported without a name when its certificate cannot be read",
    async (contents) => {
      const { signatures } = await tryOut({ bytes: await signedBy(contents), type: "application/pdf" });
      expect(signatures).toEqual([{ on: "2026-10-12", isWhole: true }]);
    },
  );

  test.skipIf(missing("pdftotext").length > 0)("and a code are written on the cover, with where to check it", async () => {
    const documents = new Map([["signed", await signedBy(await cmsBy("Jeanne Essai"))]]);
    const items = itemsOf(documents.keys()).map((item) => ({ ...item, check: { code: "AB12CD34EF56GH7", at: "urssaf.fr" } }));
    const { files } = await makeDossier(requestOf(items), depsOf(documents));
    const text = textOfPages(files[0]?.bytes ?? new Uint8Array()).replace(/\s+/g, " ");
    expect(text).toContain(COVER.check("AB12CD34EF56GH7", "urssaf.fr"));
    expect(text).toContain(
      "non vérifiée ici : certificat au nom de Jeanne Essai (Caisse de l'Exemple), le 12/10/2026. Elle couvre tout le fichier.",
    );
  });
});

test("a security code is read under its heading, even after the text of the column beside", async () => {
  const doc = await PDFDocument.create();
  const page = doc.addPage([595, 842]);
  const font = await doc.embedFont(StandardFonts.Helvetica);
  const write = (text: string, x: number, y: number) => page.drawText(text, { x, y, size: 9, font });
  write("ATTESTATION DE VIGILANCE", 50, 780);
  write("Urssaf Bretagne, SIREN 913456786", 50, 760);
  write("à jour de ses obligations de déclaration et de paiement à la date du 31/10/2026", 50, 740);
  write("CODE DE SÉCURITÉ", 50, 700);
  write("Cette attestation est valable 6 mois à compter de sa date.", 220, 700);
  write("AB12CD34EF56GH7", 50, 686);
  write("Pour contrôler son authenticité : www.urssaf.fr", 220, 686);
  const bytes = await doc.save();
  const read = await recogniseFile({ bytes, type: "application/pdf" }, { siren: "913456786", today: "2026-11-24" });
  expect(read).toMatchObject({ recognition: { securityCode: { value: "AB12CD34EF56GH7", confidence: "sure" } } });
});
