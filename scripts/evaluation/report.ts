/** What an evaluation prints: for machines, and for people. */

import type { Consultation, DeadlineDoubt } from "../../src/domain/consultation.ts";
import type { Tier } from "../../src/domain/page-reading.ts";
import { present } from "../../src/domain/present.ts";
import { type Counts, countsOf, type DetectionCounts, detectionOf, isWanted, verdictOf } from "./count.ts";
import type { Label, LabelledPage } from "./labels.ts";
import type { Prediction, ReadPage } from "./reader.ts";

interface ControlLine extends Pick<Label, "selector" | "field" | "frame" | "shadow"> {
  readonly predicted: string;
  /** Tier of the prediction. */
  readonly tier?: Tier;
}

/** What the page tells of its consultation; `null` for a part that it does not tell for sure. */
interface ConsultationLine {
  /** ISO 8601 with offset, Europe/Paris. */
  readonly deadline: string | null;
  /** Why the written deadline is not taken as certain. */
  readonly doubt: DeadlineDoubt | null;
  readonly reference: string | null;
  readonly title: string | null;
  readonly buyer: string | null;
  readonly lots: NonNullable<Consultation["lots"]>;
}

interface PageLine {
  readonly slug: string;
  readonly detected: boolean;
  readonly consultation: ConsultationLine | null;
  readonly controls: readonly ControlLine[];
}

export interface Evaluation {
  readonly pages: readonly PageLine[];
  /** Totals over everything labelled. */
  readonly totals: { readonly pages: number; readonly detection: DetectionCounts; readonly controls: Counts };
}

export function evaluationOf(labelled: readonly LabelledPage[], read: readonly ReadPage[]): Evaluation {
  const expected = new Map(labelled.map(({ slug, labels }) => [slug, labels?.expectDetected]));
  return {
    pages: read.map(({ slug, detected, consultation, predictions }) => ({
      slug,
      detected,
      consultation: consultation === null ? null : consultationLineOf(consultation),
      controls: predictions.map(lineOf),
    })),
    totals: {
      pages: read.length,
      detection: detectionOf(read.map(({ slug, detected }) => ({ detected, expected: expected.get(slug) }))),
      controls: countsOf(read.flatMap(({ predictions }) => predictions.map(judged))),
    },
  };
}

/** Per page and in total: counts, then each disagreement with what made the reader think so. */
export function textOf(labelled: readonly LabelledPage[], read: readonly ReadPage[]): string {
  const lines: string[] = [];
  for (const page of read) {
    const expected = labelled.find(({ slug }) => slug === page.slug)?.labels?.expectDetected;
    const said = page.detected ? "formulaire reconnu" : "pas de formulaire";
    const opinion = expected === undefined ? "" : expected === page.detected ? " (juste)" : " (FAUX)";
    lines.push(`${page.slug} : ${said}${opinion} · ${countsText(countsOf(page.predictions.map(judged)))}`);
    if (expected !== undefined && expected !== page.detected) lines.push(...page.why.map((why) => `    ${why}`));
    for (const prediction of page.predictions) lines.push(...disagreement(prediction));
  }
  const { detection, controls } = evaluationOf(labelled, read).totals;
  const pages = `${read.length} page(s) : détection ${detection.right} juste(s), ${detection.wrong} fausse(s)`;
  return [...lines, "", `${pages} · ${countsText(controls)}`].join("\n");
}

function disagreement({ label, predicted, tier, isThere, leave, clues }: Prediction): string[] {
  const verdict = verdictOf(label, predicted, tier);
  if (verdict !== "missed" && verdict !== "wrong") return [];
  const where = [label.frame, label.shadow, label.selector].filter((part) => part !== undefined).join(" >>> ");
  const left = leave === undefined ? "" : ` (laissé : ${leave})`;
  const absent = isThere ? "" : " : aucun élément de la page";
  return [
    `  ${verdict === "wrong" ? "FAUX  " : "manqué"} ${where}${absent}`,
    `    attendu ${[label.field, ...(label.acceptable ?? [])].join(" ou ")}, lu ${predicted}${tier === "proposed" ? " (proposé)" : ""}${left}`,
    ...clues.map(({ from, text, target, weight }) => `    ${from} « ${text} »${target === undefined ? "" : ` → ${target}`} (${weight})`),
  ];
}

export function countsText({ right, missed, wrong, leftAlone, recall, sure, proposed }: Counts): string {
  const numbers = `${right} juste(s), ${missed} manqué(s), ${wrong} faux, ${leftAlone} laissé(s) à raison`;
  const tiers = `sûrs ${sure.right}/${sure.right + sure.wrong} (${percent(sure.precision)}), proposés ${proposed.right}/${proposed.right + proposed.wrong}`;
  return `${numbers} · ${tiers}, atteints ${percent(recall)}`;
}

function percent(share: number | null): string {
  return share === null ? "–" : `${(share * 100).toFixed(1)} %`;
}

function judged({ label, predicted, tier = "sure" }: Prediction) {
  return { verdict: verdictOf(label, predicted, tier), wanted: isWanted(label), tier };
}

function consultationLineOf({ dateLimite, doubt, reference, objet, acheteurNom, lots }: Consultation): ConsultationLine {
  return {
    deadline: dateLimite ?? null,
    doubt: doubt ?? null,
    reference: reference ?? null,
    title: objet ?? null,
    buyer: acheteurNom ?? null,
    lots: lots ?? [],
  };
}

function lineOf({ label: { selector, field, frame, shadow }, predicted, tier }: Prediction): ControlLine {
  return {
    selector,
    ...present({ frame, shadow, field }),
    predicted,
    ...present({ tier }),
  };
}
