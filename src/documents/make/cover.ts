/** The cover: whose dossier, for which consultation, and the table of its documents with what each is worth. */
import { type PDFDocument, rgb } from "pdf-lib";
import { formatSiret } from "../../domain/siret.ts";
import type { Letters, TextStyle } from "../pdf/letters.ts";
import { PAGE, type Pen, penOn } from "../pdf/pen.ts";
import { COVER } from "./cover-words.ts";
import type { DossierItem, DossierRequest, ItemOutcome } from "./made.ts";

const INK = rgb(0.11, 0.13, 0.17);
const QUIET = rgb(0.36, 0.39, 0.45);
const WARN = rgb(0.64, 0.24, 0.08);

const STYLES = {
  title: { size: 22, color: INK, weight: "bold" },
  company: { size: 14, color: INK, weight: "bold" },
  text: { size: 9.5, color: INK },
  strong: { size: 9.5, color: INK, weight: "bold" },
  quiet: { size: 8.5, color: QUIET },
  hash: { size: 7, color: QUIET },
  warn: { size: 8.5, color: WARN },
} as const satisfies Record<string, TextStyle>;

const COLUMNS = { number: PAGE.margin, piece: PAGE.margin + 24, retrievedOn: 358, validUntil: 428, pages: 516 };

export interface CoverContent {
  readonly request: DossierRequest;
  /** The documents of this volume, and all those left out. */
  readonly outcomes: readonly ItemOutcome[];
  readonly volume: { readonly n: number; readonly of: number };
  /** What the cover precedes: a PDF or a ZIP. */
  readonly of: "pdf" | "zip";
}

/** All texts of the cover, to choose the fonts. */
export function coverTexts({ request, outcomes }: CoverContent): string[] {
  const { company, consultation, items } = request;
  // It may tell more, and what is no text.
  const { reference, objet, acheteurNom, dateLimite } = consultation ?? {};
  return [
    JSON.stringify(COVER),
    company.name ?? "",
    ...[reference, objet, acheteurNom, dateLimite].map((value) => value ?? ""),
    ...items.flatMap(({ title, source, check, codes }) => [
      title,
      source,
      check?.code ?? "",
      check?.at ?? "",
      ...(codes ?? []).map(COVER.seenCode),
    ]),
    ...outcomes.map(({ fileName }) => fileName),
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 à?",
  ];
}

/** Puts the cover before everything else. @returns its number of pages */
export function addCover(doc: PDFDocument, letters: Letters, content: CoverContent): number {
  const pen = penOn(doc, letters);
  const { request, outcomes, volume } = content;
  const itemOf = new Map(request.items.map((item) => [item.id, item]));
  writeHead(pen, request, volume);
  const merged = outcomes.filter(({ leftOut }) => leftOut === undefined);
  const out = outcomes.filter(({ leftOut }) => leftOut !== undefined);
  if (merged.length > 0) writeColumns(pen);
  for (const outcome of merged) {
    const item = itemOf.get(outcome.id);
    if (item !== undefined) writeRow(pen, item, outcome, content.of);
  }
  if (out.length > 0) {
    pen.room(60);
    pen.down(14);
    pen.paragraph(COVER.leftOutTitle[content.of], PAGE.margin, STYLES.strong);
    pen.rule();
    for (const outcome of out) {
      pen.room(44);
      pen.at(String(outcome.number), COLUMNS.number, STYLES.warn);
      pen.paragraph(outcome.title, COLUMNS.piece, STYLES.text);
      if (outcome.leftOut !== undefined)
        pen.paragraph(COVER.notMerged[content.of](COVER.leftOut[outcome.leftOut]), COLUMNS.piece, STYLES.warn);
      if (outcome.sha256 !== undefined) pen.paragraph(COVER.sha256(outcome.sha256), COLUMNS.piece, STYLES.hash);
      pen.down(4);
    }
  }
  pen.room(24);
  pen.down(10);
  pen.paragraph(COVER.made, PAGE.margin, STYLES.quiet);
  return pen.pages();
}

function writeHead(pen: Pen, { company, consultation, madeAt }: DossierRequest, volume: CoverContent["volume"]): void {
  pen.paragraph(COVER.title, PAGE.margin, STYLES.title);
  if (volume.of > 1) pen.paragraph(COVER.volume(volume.n, volume.of), PAGE.margin, STYLES.company);
  pen.down(10);
  if (company.name !== null) pen.paragraph(company.name, PAGE.margin, STYLES.company);
  pen.paragraph(COVER.siret(formatSiret(company.siret)), PAGE.margin, STYLES.text);
  pen.down(8);
  const facts = [
    [COVER.facts.consultation, consultation?.reference],
    [COVER.facts.objet, consultation?.objet],
    [COVER.facts.acheteur, consultation?.acheteurNom],
    [COVER.facts.dateLimite, consultation?.dateLimite === undefined ? undefined : COVER.moment(consultation.dateLimite)],
    [COVER.facts.madeAt, COVER.moment(madeAt)],
  ] as const;
  for (const [label, value] of facts) {
    if (value === undefined || value === "") continue;
    pen.at(label, PAGE.margin, STYLES.quiet);
    pen.paragraph(value, PAGE.margin + 84, STYLES.text);
  }
  pen.down(12);
}

function writeColumns(pen: Pen): void {
  pen.at("N°", COLUMNS.number, STYLES.quiet);
  pen.at(COVER.columns.piece, COLUMNS.piece, STYLES.quiet);
  pen.at(COVER.columns.retrievedOn, COLUMNS.retrievedOn, STYLES.quiet);
  pen.at(COVER.columns.validUntil, COLUMNS.validUntil, STYLES.quiet);
  pen.at(COVER.columns.pages, COLUMNS.pages, STYLES.quiet);
  pen.down(14);
  pen.rule();
}

function writeRow(pen: Pen, item: DossierItem, outcome: ItemOutcome, of: CoverContent["of"]): void {
  const remarks = remarksOn(outcome, of);
  pen.room(52 + 28 * remarks.length + (item.check === undefined ? 0 : 12) + 24 * (item.codes?.length ?? 0));
  pen.at(String(outcome.number), COLUMNS.number, STYLES.strong);
  pen.at(COVER.day(item.retrievedOn), COLUMNS.retrievedOn, STYLES.text);
  pen.at(COVER.day(item.validUntil), COLUMNS.validUntil, STYLES.text);
  pen.at(String(outcome.pages), COLUMNS.pages, STYLES.text);
  pen.paragraph(item.title, COLUMNS.piece, STYLES.strong, COLUMNS.retrievedOn - 10);
  pen.paragraph(COVER.source(item.source), COLUMNS.piece, STYLES.quiet, COLUMNS.retrievedOn - 10);
  if (outcome.sha256 !== undefined) pen.paragraph(COVER.sha256(outcome.sha256), COLUMNS.piece, STYLES.hash);
  if (item.check !== undefined) pen.paragraph(COVER.check(item.check.code, item.check.at), COLUMNS.piece, STYLES.quiet);
  for (const code of item.codes ?? []) pen.paragraph(COVER.seenCode(code), COLUMNS.piece, STYLES.quiet);
  for (const remark of remarks) pen.paragraph(remark, COLUMNS.piece, STYLES.warn);
  pen.rule();
}

/** The remarks on a document that is included, one sentence each. */
export function remarksOn(outcome: ItemOutcome, of: CoverContent["of"]): string[] {
  const { signed, signatures, incompleteForm, holdsFiles, repaired, deadLinks, fileName } = outcome;
  const told = signatures.map(COVER.signature);
  if (of === "zip") return signed ? [...told, COVER.signedOriginal(fileName)] : [];
  return [
    ...told,
    ...(signed ? [COVER.signed(fileName)] : []),
    ...(incompleteForm ? [COVER.incompleteForm(fileName)] : []),
    ...(holdsFiles ? [COVER.holdsFiles(fileName)] : []),
    ...(repaired ? [COVER.repaired(fileName)] : []),
    ...(deadLinks ? [COVER.deadLinks] : []),
  ];
}
