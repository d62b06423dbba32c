/** How many documents of a labelled set are read right: kinds, dates, sure answers that are wrong, traps taken without a question. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { recogniseFile } from "../../src/documents/recognise/port.ts";
import { recognise } from "../../src/documents/recognise/recognise.ts";
import type { DocumentText } from "../../src/documents/recognise/stream.ts";
import { textOf } from "../../src/documents/recognise/text.ts";
import { fileTypeOf } from "../../src/domain/files.ts";
import { bytesOfFile, fromHere } from "./asked.ts";
import { wordingsWithout } from "./families.ts";
import { READ_SCAN } from "./scan.ts";
import { type Told, toldOf } from "./told.ts";

const Labels = z.object({
  owner: z.object({ siren: z.string(), name: z.string() }),
  /** "2026-05-31". */
  today: z.string(),
  files: z.array(
    z.object({
      file: z.string(),
      /** `null`: no kind of the catalogue. */
      kind: z.string().nullable(),
      dates: z.record(z.string(), z.string()),
      /** The company's name, when it is not the owner's. */
      name: z.string().optional(),
      /** It must never be taken without a question. */
      mustAsk: z.boolean().optional(),
    }),
  ),
});
type Labels = z.infer<typeof Labels> & { readonly folder: string };
type Label = Labels["files"][number];

/** @throws when the file is not of that form */
export function labelsIn(path: string): Labels {
  return { ...Labels.parse(JSON.parse(readFileSync(fromHere(path), "utf8"))), folder: dirname(fromHere(path)) };
}

export interface Score {
  readonly documents: number;
  readonly kinds: number;
  readonly kindsRight: number;
  readonly kindsSure: number;
  readonly dates: number;
  readonly datesRight: number;
  readonly datesSure: number;
  readonly mustAsk: number;
  readonly asked: number;
  /** Of the documents that may be taken, those taken without any question. */
  readonly taken: number;
  /** Wrong answers taken without a question, one line each. */
  readonly sureErrors: readonly string[];
  /** What was missed, one line each. */
  readonly missed: readonly string[];
}

export async function scoreOf(labels: Labels): Promise<Score> {
  const read: [Label, Told][] = [];
  for (const label of labels.files) read.push([label, await toldOfLabel(labels, label)]);
  return countOf(read);
}

/**
 * The same, with each document read without the wordings that no other labelled document or test layout holds. A document
 * without text is left out.
 */
export async function scoreWithoutFamilies({ folder, owner, today, files }: Labels, known: readonly DocumentText[]): Promise<Score> {
  const texts: [Label, DocumentText][] = [];
  for (const label of files) {
    const outcome = await textOf(bytesOfFile(join(folder, label.file)));
    if (outcome.state === "text") texts.push([label, outcome.text]);
  }
  const read = texts.map(([label, text]): [Label, Told] => {
    const others = [...texts.flatMap(([, other]) => (other === text ? [] : [other])), ...known];
    const expected = { siren: owner.siren, names: [label.name ?? owner.name], today };
    const recognition = recognise(text, expected, wordingsWithout(text, others));
    return [label, toldOf(label.file, { state: "read", recognition, pageCount: text.pages.length })];
  });
  return countOf(read);
}

async function toldOfLabel({ folder, owner, today }: Labels, { file, name }: Label): Promise<Told> {
  const bytes = bytesOfFile(join(folder, file));
  const type = fileTypeOf(bytes);
  if (type === undefined) return toldOf(file, { state: "type" });
  return toldOf(
    file,
    await recogniseFile({ bytes, type }, { siren: owner.siren, names: [name ?? owner.name], today }, { readScan: READ_SCAN }),
  );
}

function countOf(read: readonly (readonly [Label, Told])[]): Score {
  const known = read.filter(([{ kind }]) => kind !== null);
  const days = read
    .filter(([{ mustAsk }]) => mustAsk !== true)
    .flatMap(([label, told]) =>
      Object.entries(label.dates).map(([field, day]) => ({ label, field, day, read: told.dates[field as keyof Told["dates"]] })),
    );
  const traps = read.filter(([{ mustAsk }]) => mustAsk === true);
  const wrongKinds = read.filter(([{ kind }, told]) => told.sure && told.kind !== kind);
  const wrongDays = read.flatMap(([label, told]) =>
    Object.entries(told.dates)
      .filter(([field, { value, sure }]) => sure && label.dates[field] !== undefined && label.dates[field] !== value)
      .map(([field, { value }]) => `${label.file} : ${field} ${value}, attendu ${label.dates[field]}`),
  );
  const taken = traps.filter(([, { asks }]) => asks.length === 0);
  return {
    documents: read.length,
    kinds: known.length,
    kindsRight: known.filter(([{ kind }, told]) => told.kind === kind).length,
    kindsSure: known.filter(([{ kind }, told]) => told.kind === kind && told.sure).length,
    dates: days.length,
    datesRight: days.filter(({ day, read: found }) => found?.value === day).length,
    datesSure: days.filter(({ day, read: found }) => found?.value === day && found.sure).length,
    mustAsk: traps.length,
    asked: traps.length - taken.length,
    taken: read.filter(([{ mustAsk, kind }, { asks }]) => mustAsk !== true && kind !== null && asks.length === 0).length,
    sureErrors: [
      ...wrongKinds.map(([{ file, kind }, told]) => `${file} : ${told.kind}, attendu ${kind ?? "aucun"}`),
      ...wrongDays,
      ...taken.filter((trap) => !wrongKinds.includes(trap)).map(([{ file }, { kind }]) => `${file} : pris comme ${kind}, à demander`),
    ],
    missed: [
      ...known
        .filter(([{ kind }, told]) => told.kind !== kind)
        .map(([{ file, kind }, told]) => `${file} : ${told.kind ?? "rien"}, attendu ${kind}`),
      ...days
        .filter(({ day, read: found }) => found?.value !== day)
        .map(({ label, field, day, read: found }) => `${label.file} : ${field} ${found?.value ?? "rien"}, attendu ${day}`),
    ],
  };
}

export function textOfScore(score: Score): string {
  const of = (right: number, all: number) => `${right} / ${all} (${Math.round((100 * right) / Math.max(1, all))} %)`;
  return [
    `documents : ${score.documents}`,
    `natures justes : ${of(score.kindsRight, score.kinds)}, dont sûres ${score.kindsSure}`,
    `dates justes : ${of(score.datesRight, score.dates)}, dont sûres ${score.datesSure}`,
    `pris sans question : ${of(score.taken, score.kinds)}`,
    `pièges demandés : ${of(score.asked, score.mustAsk)}`,
    `erreurs sûres : ${score.sureErrors.length}`,
    ...score.sureErrors.map((line) => `  ✗ ${line}`),
    `manqués : ${score.missed.length}`,
    ...score.missed.map((line) => `  – ${line}`),
  ].join("\n");
}
