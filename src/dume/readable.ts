/** The readable version of a response, in French, made only from its XML. */
import { PDFDocument, rgb } from "pdf-lib";
import type { Document, Element } from "slimdom";
import { lettersFor, type TextStyle, type Typefaces } from "../documents/pdf/letters.ts";
import { addMetadata } from "../documents/pdf/outline.ts";
import { PAGE, type Pen, penOn } from "../documents/pdf/pen.ts";
import { GROUNDS } from "../domain/grounds.ts";
import { formatDay } from "../domain/time.ts";
import { checkResponse, type Finding } from "./checks.ts";
import { criterionName } from "./criteria.ts";
import { type Criterion, criteriaOf, groundQuestion } from "./questions.ts";
import { DUME, FINDINGS } from "./words.ts";
import { at, childrenOf, textAt } from "./xml.ts";

const INK = rgb(0.11, 0.13, 0.17);
const QUIET = rgb(0.36, 0.39, 0.45);
const STYLES = {
  title: { size: 18, color: INK, weight: "bold" },
  part: { size: 12, color: INK, weight: "bold" },
  label: { size: 9, color: QUIET },
  value: { size: 10, color: INK },
  quiet: { size: 8.5, color: QUIET },
} as const satisfies Record<string, TextStyle>;
const LEFT = PAGE.margin;

/** A line of the readable version: a label and what is said. */
type Told = readonly [label: string, text: string];

interface Part {
  readonly title: string;
  readonly lines: readonly Told[];
}

/** @param madeAt ISO 8601 */
export async function readableOf(
  document: Document,
  madeAt: string,
  typefaces: Typefaces,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; pages: number }> {
  const root = document.documentElement;
  if (root === null) throw new TypeError("An empty document has no readable version.");
  const findings = checkResponse(document);
  const parts = partsOf(root, findings);
  const doc = await PDFDocument.create({ updateMetadata: false });
  const pen = penOn(doc, await lettersFor(doc, typefaces, [JSON.stringify(parts), JSON.stringify(DUME), "0123456789?–"]));
  pen.paragraph(DUME.title, LEFT, STYLES.title);
  pen.down(4);
  pen.paragraph(DUME.label, LEFT, STYLES.quiet);
  if (findings.length > 0) pen.paragraph(DUME.draft, LEFT, STYLES.value);
  for (const part of parts) writePart(pen, part);
  const author = textAt(root, "EconomicOperatorParty", "Party", "PartyName", "Name");
  addMetadata(doc, { title: DUME.title, author, subject: textAt(root, "ContractFolderID"), madeAt });
  return { bytes: (await doc.save()) as Uint8Array<ArrayBuffer>, pages: doc.getPageCount() };
}

function writePart(pen: Pen, { title, lines }: Part): void {
  if (lines.length === 0) return;
  pen.room(60);
  pen.down(12);
  pen.paragraph(title, LEFT, STYLES.part);
  pen.rule();
  for (const [label, text] of lines) {
    pen.room(40);
    if (label !== "") pen.paragraph(label, LEFT, text === "" ? STYLES.value : STYLES.label);
    if (text !== "") pen.paragraph(text, LEFT + 12, STYLES.value);
    pen.down(3);
  }
}

function partsOf(root: Element, findings: readonly Finding[]): Part[] {
  const criteria = criteriaOf(root);
  const grounds: readonly string[] = GROUNDS;
  const isGround = ({ code }: Criterion) => grounds.includes(code);
  return [
    { title: DUME.parts.procedure, lines: procedureOf(root) },
    { title: DUME.parts.operator, lines: operatorOf(root) },
    { title: DUME.parts.grounds, lines: criteria.filter(isGround).flatMap((criterion) => linesOf(root, criterion)) },
    {
      title: DUME.parts.others,
      lines: criteria.filter((criterion) => !isGround(criterion)).flatMap((criterion) => linesOf(root, criterion)),
    },
    { title: DUME.parts.left, lines: findings.map(({ code, about }) => [FINDINGS[code](about), ""] as const) },
  ];
}

const said = (lines: readonly Told[]) => lines.filter(([, text]) => text !== "");

function procedureOf(root: Element): Told[] {
  const { facts } = DUME;
  return said([
    [facts.reference, textAt(root, "ContractFolderID")],
    [facts.objet, textAt(root, "ProcurementProject", "Name") || textAt(root, "ProcurementProject", "Description")],
    [facts.acheteur, textAt(root, "ContractingParty", "Party", "PartyName", "Name")],
    [
      facts.lot,
      childrenOf(root, "ProcurementProjectLot")
        .map((lot) => textAt(lot, "ID"))
        .join(", "),
    ],
  ]);
}

function operatorOf(root: Element): Told[] {
  const { facts } = DUME;
  const operator = at(root, "EconomicOperatorParty");
  const party = at(operator, "Party");
  const role = textAt(operator, "EconomicOperatorRole", "RoleCode");
  const size = textAt(party, "IndustryClassificationCode");
  const town = [textAt(party, "PostalAddress", "PostalZone"), textAt(party, "PostalAddress", "CityName")].join(" ").trim();
  return said([
    [facts.nom, textAt(party, "PartyName", "Name")],
    [facts.id, textAt(party, "PartyIdentification", "ID")],
    [facts.role, DUME.roles[role] ?? role],
    [facts.groupe, textAt(root, "EconomicOperatorGroupName")],
    [facts.taille, DUME.tailles[size] ?? size],
    [facts.adresse, [textAt(party, "PostalAddress", "StreetName"), town].filter((part) => part !== "").join(", ")],
  ]);
}

/** A criterion and its answers; an unanswered ground is listed too. */
function linesOf(root: Element, criterion: Criterion): Told[] {
  const responses = childrenOf(root, "TenderingCriterionResponse");
  const answers = criterion.questions.map(({ id }) =>
    responses.filter((response) => textAt(response, "ValidatedCriterionPropertyID") === id).map(answerText),
  );
  const name = criterionName(criterion.code) === criterion.code ? criterion.name : criterionName(criterion.code);
  // Repeated answers match by rank: the nth amount belongs to the nth period.
  const rows = Array.from({ length: Math.max(0, ...answers.map((texts) => texts.length)) }, (_, rank) =>
    answers.flatMap((texts) => texts[rank] ?? []).join(" ; "),
  );
  if (rows.length > 0) return rows.map((row, rank) => [rank === 0 ? name : "", row] as const);
  return groundQuestion(criterion) === undefined ? [] : [[name, DUME.unanswered]];
}

const EUROS = new Intl.NumberFormat("fr-FR", { style: "currency", currency: "EUR", maximumFractionDigits: 2, minimumFractionDigits: 0 });

function answerText(response: Element): string {
  const [from, until] = [textAt(response, "ApplicablePeriod", "StartDate"), textAt(response, "ApplicablePeriod", "EndDate")];
  if (until !== "") return from === "" ? DUME.closed(formatDay(until)) : DUME.period(formatDay(from), formatDay(until));
  const value = at(response, "ResponseValue");
  const indicator = textAt(value, "ResponseIndicator");
  if (indicator !== "") return indicator === "true" ? DUME.yes : DUME.no;
  const amount = textAt(value, "ResponseAmount");
  if (amount !== "") return EUROS.format(Number(amount));
  const date = textAt(value, "ResponseDate");
  if (date !== "") return formatDay(date);
  const code = textAt(value, "ResponseCode");
  return DUME.roles[code] ?? (code || textAt(value, "ResponseQuantity") || textAt(value, "Description"));
}
