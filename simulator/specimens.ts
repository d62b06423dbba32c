/** Real PDF files that say they are specimens. The same specimen always gives the same bytes. */
import { readFileSync } from "node:fs";
import * as fontkit from "@cantoo/fontkit";
import { degrees, PDFDocument, rgb, StandardFonts } from "pdf-lib";
import { formatSiren, formatSiret } from "../src/domain/siret.ts";
import { formatDay } from "../src/domain/time.ts";
import { type DemoCompany, type Establishment, type SpecimenKind, siegeOf } from "./companies.ts";

export interface Specimen {
  readonly kind: SpecimenKind;
  readonly company: DemoCompany;
  readonly establishment?: Establishment;
  /** Day printed as the day of issue. */
  readonly issuedOn: string;
  /** Sentences of the body. */
  readonly sentences: readonly string[];
  /** Lines "label: value" under the body. */
  readonly rows?: readonly (readonly [label: string, value: string])[];
}

/** Titles of the specimens, as their issuers name them. */
const SPECIMEN_TITLES: Record<SpecimenKind, { readonly issuer: string; readonly title: string }> = {
  attestationVigilance: { issuer: "URSSAF", title: "Attestation de vigilance" },
  attestationFiscale: { issuer: "Direction générale des finances publiques", title: "Attestation de régularité fiscale" },
  probtp: { issuer: "PRO BTP", title: "Attestation de cotisations de retraite" },
  cibtp: { issuer: "CIBTP France", title: "Certificat congés payés et chômage intempéries" },
  cnetp: { issuer: "CNETP", title: "Certificat congés payés et chômage intempéries" },
  fntp: { issuer: "FNTP", title: "Carte professionnelle d'entrepreneur de travaux publics" },
  qualibat: { issuer: "Qualibat", title: "Certificat de qualification" },
  qualifelec: { issuer: "Qualifelec", title: "Certificat de qualification professionnelle" },
  rge: { issuer: "Qualibat", title: "Certificat RGE" },
  immatriculation: { issuer: "INPI", title: "Attestation d'immatriculation au registre national des entreprises" },
  avisInsee: { issuer: "Insee", title: "Avis de situation au répertoire Sirene" },
  acte: { issuer: "INPI", title: "Acte déposé au registre" },
  bilans: { issuer: "INPI", title: "Comptes annuels" },
};

const PAGE: [number, number] = [595.28, 841.89];
const MARGIN = 56;
const INK = rgb(0.1, 0.12, 0.2);
const GREY = rgb(0.42, 0.45, 0.5);
const RULE = rgb(0.16, 0.35, 0.6);
const WATERMARK = rgb(0.82, 0.2, 0.2);

const MARK = "DÉMONSTRATION : document fictif, sans valeur, produit par un simulateur";
const OUTLINES = fontkit.create(
  readFileSync(new URL("../node_modules/@fontsource/source-sans-3/files/source-sans-3-latin-600-normal.woff", import.meta.url)),
) as fontkit.Font;

/**
 * Draws a text as strokes, for the eye alone: a program that could read it would rightly ask what a demonstration is worth. @param size
 * points
 */
function outlineOf(text: string, size: number): string {
  const { glyphs, positions } = OUTLINES.layout(text);
  const scale = size / OUTLINES.unitsPerEm;
  let x = 0;
  return glyphs
    .map(({ path }, index) => {
      const stroke = path
        .scale(scale, -scale)
        .translate(x * scale, 0)
        .toSVG();
      x += positions?.[index]?.xAdvance ?? 0;
      return stroke;
    })
    .join("");
}

/** Prints the specimen. */
export async function printSpecimen(specimen: Specimen): Promise<Buffer> {
  const { issuer, title } = SPECIMEN_TITLES[specimen.kind];
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const day = new Date(`${specimen.issuedOn}T00:00:00Z`);
  pdf.setTitle(`SPECIMEN - ${title} - ${specimen.company.name}`);
  pdf.setAuthor(issuer);
  pdf.setProducer("Simulateur");
  pdf.setCreationDate(day);
  pdf.setModificationDate(day);
  const [regular, bold] = [await pdf.embedFont(StandardFonts.Helvetica), await pdf.embedFont(StandardFonts.HelveticaBold)];
  const page = pdf.addPage(PAGE);

  let y = PAGE[1] - MARGIN;
  const write = (text: string, options: { size?: number; font?: typeof regular; color?: typeof INK; gap?: number; x?: number } = {}) => {
    const { size = 10.5, font = regular, color = INK, gap = 6, x = MARGIN } = options;
    for (const line of wrap(text, (part) => font.widthOfTextAtSize(part, size) <= PAGE[0] - MARGIN - x)) {
      page.drawText(line, { x, y, size, font, color });
      y -= size * 1.35;
    }
    y -= gap;
  };

  page.drawSvgPath(outlineOf("DÉMONSTRATION", 70), { x: 90, y: 200, color: WATERMARK, opacity: 0.16, rotate: degrees(48) });
  write(issuer, { font: bold, size: 15, color: RULE, gap: 2 });
  page.drawSvgPath(outlineOf(MARK, 8.5), { x: MARGIN, y, color: WATERMARK });
  y -= 8.5 * 1.35 + 14;
  page.drawLine({ start: { x: MARGIN, y }, end: { x: PAGE[0] - MARGIN, y }, thickness: 1.2, color: RULE });
  y -= 34;
  write(title, { font: bold, size: 18, gap: 18 });

  const establishment = specimen.establishment ?? siegeOf(specimen.company);
  const { address } = establishment;
  write(specimen.company.name, { font: bold, size: 12, gap: 0 });
  if (address.complement !== null) write(address.complement, { gap: 0 });
  write(`${address.numero} ${address.typeVoie} ${address.voie}`, { gap: 0 });
  write(`${address.codePostal} ${address.commune}`, { gap: 8 });
  write(`SIREN : ${formatSiren(specimen.company.siren)}`, { gap: 0 });
  write(`SIRET : ${formatSiret(establishment.siret)}`, { gap: 18 });
  for (const sentence of specimen.sentences) write(sentence, { gap: 10 });
  for (const [label, value] of specimen.rows ?? []) {
    const top = y;
    write(label, { color: GREY, gap: 0 });
    y = top;
    write(value, { x: MARGIN + 190, gap: 4 });
  }
  y -= 18;
  write(`Fait le ${formatDay(specimen.issuedOn)}`, { gap: 0 });
  return Buffer.from(await pdf.save({ useObjectStreams: false }));
}

function wrap(text: string, fits: (text: string) => boolean): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (fits(longer) || line === "") line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}
