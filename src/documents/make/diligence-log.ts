/** The diligence log as a PDF: what was prepared and attached, when, with the hashes. It is evidence for the day a portal fails. */
import { PDFDocument, rgb } from "pdf-lib";
import type { Diligence } from "../../domain/diligence.ts";
import { sha256Of } from "../../domain/sha256.ts";
import { sirenOf } from "../../domain/siret.ts";
import { parisDay } from "../../domain/time.ts";
import type { Typefaces } from "../pdf/letters.ts";
import { lettersFor } from "../pdf/letters.ts";
import { addMetadata } from "../pdf/outline.ts";
import { penOn } from "../pdf/pen.ts";
import { COVER, LOG } from "./cover-words.ts";
import type { DossierRequest, MadeFile } from "./made.ts";

export interface LogRequest extends Pick<DossierRequest, "company" | "consultation" | "madeAt"> {
  readonly entries: readonly Diligence[];
}

const INK = rgb(0.11, 0.13, 0.17);
const QUIET = rgb(0.36, 0.39, 0.45);
const LEFT = 48;

export async function makeLog({ company, consultation, madeAt, entries }: LogRequest, typefaces: Typefaces): Promise<MadeFile> {
  const doc = await PDFDocument.create({ updateMetadata: false });
  const facts = [
    company.name ?? "",
    COVER.siret(company.siret),
    [consultation?.reference, consultation?.objet, consultation?.acheteurNom].filter((part) => part !== undefined).join(" – "),
    ...(consultation?.dateLimite === undefined ? [] : [`${COVER.facts.dateLimite} : ${COVER.moment(consultation.dateLimite)}`]),
    LOG.madeAt(COVER.moment(madeAt)),
  ];
  const texts = [
    JSON.stringify(LOG),
    ...facts,
    ...entries.flatMap(({ fileName, place = "", receipt }) => [fileName, place, ...receiptLines(receipt)]),
    "ABCXYZabc?0123456789",
  ];
  const pen = penOn(doc, await lettersFor(doc, typefaces, texts));
  pen.paragraph(LOG.title, LEFT, { size: 20, color: INK, weight: "bold" });
  pen.down(8);
  for (const fact of facts.filter((text) => text !== "")) pen.paragraph(fact, LEFT, { size: 9.5, color: INK });
  pen.down(10);
  pen.rule();
  if (entries.length === 0) pen.paragraph(LOG.nothing, LEFT, { size: 9.5, color: QUIET });
  for (const { at, what, fileName, sha256, size, place, host, receipt } of entries) {
    pen.room(56);
    pen.paragraph(`${LOG.moment(at)}  ${LOG.what[what]}`, LEFT, { size: 9.5, color: INK, weight: "bold" });
    pen.paragraph(`${fileName} (${LOG.bytes(size)})`, LEFT, { size: 9.5, color: INK });
    const where = [place, host].filter((part) => part !== undefined && part !== "").join(", ");
    if (where !== "") pen.paragraph(where, LEFT, { size: 8.5, color: QUIET });
    pen.paragraph(COVER.sha256(sha256), LEFT, { size: 7, color: QUIET });
    for (const line of receiptLines(receipt)) pen.paragraph(line, LEFT, { size: 8.5, color: INK });
    pen.rule();
  }
  pen.paragraph(LOG.foot, LEFT, { size: 8.5, color: QUIET });
  addMetadata(doc, { title: LOG.title, author: company.name ?? company.siret, subject: consultation?.objet ?? LOG.title, madeAt });
  const bytes = (await doc.save()) as Uint8Array<ArrayBuffer>;
  return {
    fileName: `journal-de-diligence_${sirenOf(company.siret)}_${parisDay(new Date(madeAt))}.pdf`,
    mediaType: "application/pdf",
    bytes,
    sha256: await sha256Of(bytes),
    pages: doc.getPageCount(),
    items: [],
    oversize: false,
  };
}

/** What the portal's receipt says; for a page, with its text. */
function receiptLines(receipt: Diligence["receipt"]): string[] {
  if (receipt === undefined) return [];
  const { depositedAt, files, namesReference, text = "" } = receipt;
  return [
    ...(depositedAt === undefined ? [] : [LOG.receipt.deposited(LOG.moment(depositedAt))]),
    ...(namesReference === undefined ? [] : [LOG.receipt.reference(namesReference)]),
    ...files.map(({ fileName, found }) => LOG.receipt.named(fileName, found)),
    ...text
      .split(/\n+/)
      .map((line) => line.trim())
      .filter(Boolean),
  ];
}
