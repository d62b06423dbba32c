/**
 * How well documents of a labelled folder are read: `labels/<slug>.json` beside `files/`. A part chosen by file name alone is held out: one
 * file in three, which no rule was written from.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import { type ReadFile, readFiles } from "./read.ts";

const Piece = z.object({ piece: z.string(), what: z.string().optional(), orPieces: z.array(z.string()).optional() });
const Labels = z.object({
  file: z.string(),
  kind: z.enum(["rc", "avis", "other"]),
  part: z.string(),
  deadline: z.object({ iso: z.string().nullish(), clock: z.string().nullish(), dateOnly: z.string().nullish() }).nullish(),
  candidature: z.array(Piece).nullish(),
  attributaire: z.array(Piece).nullish(),
});
type Labels = z.infer<typeof Labels>;

/** A part of a folder: the one that rules were written from, or the one held out. */
export type Part = "tuned" | "heldOut";

/** A file is held out by its name alone: the first four bytes of its SHA-256, modulo three, are one. */
export function partOf(file: string): Part {
  return createHash("sha256").update(basename(file)).digest().readUInt32BE(0) % 3 === 1 ? "heldOut" : "tuned";
}

interface Count {
  right: number;
  claimed: number;
  wanted: number;
}
export interface Score {
  files: number;
  kinds: number;
  deadlines: { right: number; wrong: number; none: number; wanted: number; clocks: number };
  /** Counts over complete documents. */
  complete: Count;
  /** The same over every document. */
  all: Count;
  attributaire: Count;
  /** Findings claimed on documents where nothing may be claimed. */
  silence: number;
  quotes: { told: number; standing: number };
  readonly faults: string[];
}

/** Measures one part of a folder. */
export async function scoreOf(folder: string, part: Part): Promise<Score> {
  const score: Score = {
    files: 0,
    kinds: 0,
    deadlines: { right: 0, wrong: 0, none: 0, wanted: 0, clocks: 0 },
    complete: { right: 0, claimed: 0, wanted: 0 },
    all: { right: 0, claimed: 0, wanted: 0 },
    attributaire: { right: 0, claimed: 0, wanted: 0 },
    silence: 0,
    quotes: { told: 0, standing: 0 },
    faults: [],
  };
  for (const name of readdirSync(join(folder, "files")).toSorted()) {
    if (partOf(name) !== part) continue;
    const labels = Labels.parse(JSON.parse(readFileSync(join(folder, "labels", name.replace(/\.\w+$/, ".json")), "utf8")));
    const [read] = await readFiles([join(folder, "files", name)]);
    if (read !== undefined) add(score, name, labels, read);
  }
  return score;
}

function add(score: Score, name: string, labels: Labels, read: ReadFile): void {
  const fault = (what: string) => score.faults.push(`${name} : ${what}`);
  const { told } = read;
  score.files += 1;
  if (told.kind === labels.kind) score.kinds += 1;
  else fault(`lu comme ${told.kind}, est ${labels.kind}`);
  score.quotes.told += read.quotes.told;
  score.quotes.standing += read.quotes.standing;
  if (read.quotes.told !== read.quotes.standing) fault("une citation n'est pas dans le texte à sa page");
  addDeadline(score, labels, told.deadline, fault);
  // Models have labels, and are counted below. In any other document that binds nobody, nothing may be found.
  if (labels.kind === "other" && (labels.candidature ?? []).length === 0) {
    score.silence += (told.candidature?.length ?? 0) + (told.attributaire?.length ?? 0);
    return;
  }
  const counted = count(labels.candidature, told.candidature, (what) => fault(`candidature ${what}`));
  sum(score.all, counted);
  if (labels.part === "complete" || labels.part === "extract") sum(score.complete, counted);
  sum(
    score.attributaire,
    count(labels.attributaire, told.attributaire, (what) => fault(`attributaire ${what}`)),
  );
}

function addDeadline(score: Score, labels: Labels, told: ReadFile["told"]["deadline"], fault: (what: string) => void): void {
  const wanted = labels.deadline?.iso ?? null;
  const iso = told?.iso ?? null;
  if (wanted !== null) score.deadlines.wanted += 1;
  if (iso === null) {
    if (wanted !== null) {
      score.deadlines.none += 1;
      fault(`date non dite (${wanted})`);
    }
    return;
  }
  if (wanted !== null && instant(iso) === instant(wanted)) {
    score.deadlines.right += 1;
    if (told?.clock === labels.deadline?.clock) score.deadlines.clocks += 1;
    else fault(`horloge ${told?.clock}, est ${labels.deadline?.clock}`);
  } else {
    score.deadlines.wrong += 1;
    fault(`date ${iso}, est ${wanted}`);
  }
}

/** An hour without an offset is compared as it is written. */
function instant(iso: string): string {
  return /(?:Z|[+-]\d{2}:\d{2})$/.test(iso) ? String(Date.parse(iso)) : iso.slice(0, 16);
}

/** Subjects outside the catalogue, counted only when both sides name them. */
const MATTERS = new Set(["chiffreAffaires", "effectifs", "materiel", "handicap", "ordreArchitectes"]);

/** Counts by kind, each kind once. */
function count(
  wanted: readonly z.infer<typeof Piece>[] | null | undefined,
  told: readonly { readonly piece: string; readonly what?: string }[] | null,
  fault: (what: string) => void,
): Count {
  const kinds = (list: readonly { readonly piece: string; readonly what?: string | undefined }[]) =>
    new Set(list.flatMap(({ piece, what = "" }) => (piece !== "autre" ? [piece] : MATTERS.has(what) ? [what] : [])));
  const wantedKinds = kinds(wanted ?? []);
  const toldKinds = kinds(told ?? []);
  for (const kind of wantedKinds) if (!toldKinds.has(kind)) fault(`manque ${kind}`);
  for (const kind of toldKinds) if (!wantedKinds.has(kind)) fault(`en trop ${kind}`);
  return { right: [...toldKinds].filter((kind) => wantedKinds.has(kind)).length, claimed: toldKinds.size, wanted: wantedKinds.size };
}

function sum(into: Count, more: Count): void {
  into.right += more.right;
  into.claimed += more.claimed;
  into.wanted += more.wanted;
}

const rate = (part: number, whole: number) => (whole === 0 ? "–" : (part / whole).toFixed(2).replace(".", ","));

/** The scores of both parts as a table of Markdown, in French. */
export function tableOf(tuned: Score, heldOut: Score): string {
  const rows: [string, (score: Score) => string][] = [
    ["documents", ({ files }) => `${files}`],
    ["nature juste (règlement, avis, autre)", ({ kinds, files }) => `${kinds} / ${files}`],
    ["dates limites justes", ({ deadlines: { right, wanted } }) => `${right} / ${wanted}`],
    ["dates limites fausses", ({ deadlines: { wrong } }) => `${wrong}`],
    ["horloges justes, parmi ces dates", ({ deadlines: { clocks, right } }) => `${clocks} / ${right}`],
    [
      "pièces de candidature, documents entiers : précision",
      ({ complete: { right, claimed } }) => `${rate(right, claimed)} (${right} / ${claimed})`,
    ],
    [
      "pièces de candidature, documents entiers : rappel",
      ({ complete: { right, wanted } }) => `${rate(right, wanted)} (${right} / ${wanted})`,
    ],
    ["pièces de candidature, tous : précision", ({ all: { right, claimed } }) => `${rate(right, claimed)} (${right} / ${claimed})`],
    ["pièces de candidature, tous : rappel", ({ all: { right, wanted } }) => `${rate(right, wanted)} (${right} / ${wanted})`],
    [
      "pièces du seul attributaire : précision",
      ({ attributaire: { right, claimed } }) => `${rate(right, claimed)} (${right} / ${claimed})`,
    ],
    ["pièces du seul attributaire : rappel", ({ attributaire: { right, wanted } }) => `${rate(right, wanted)} (${right} / ${wanted})`],
    ["pièces dites à tort d'un CCAP, d'un acte d'engagement, d'un règlement étranger", ({ silence }) => `${silence}`],
    ["citations présentes à leur page", ({ quotes: { standing, told } }) => `${standing} / ${told}`],
  ];
  return [
    "| | mise au point | gardés à part |",
    "|---|---|---|",
    ...rows.map(([label, of]) => `| ${label} | ${of(tuned)} | ${of(heldOut)} |`),
  ].join("\n");
}
