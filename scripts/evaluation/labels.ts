/** What is evaluated: `DIR/pages/<slug>.html`, and what people say of each page in `DIR/labels/<slug>.json`. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** Says what one control asks. Without `field` the control is only listed, to get its prediction. */
const Label = z.object({
  /** CSS selector, in the frame and shadow root that hold the control; the first element that it names is meant. */
  selector: z.string(),
  /** Key of the catalogue, `document.<kind>`, `none` or `password`. */
  field: z.string().optional(),
  /** Selectors of the iframes, of the open shadow hosts, outermost first, joined by " >>> ". */
  frame: z.string().optional(),
  shadow: z.string().optional(),
  /** Other answers that are right too. */
  acceptable: z.array(z.string()).optional(),
  /** True when leaving it alone is right too. */
  optional: z.boolean().optional(),
  /** Written by one click it is wrong, whatever is written: set for each control of a page whose labels say so. */
  atMost: z.literal("proposed").optional(),
});
export type Label = z.infer<typeof Label>;

const Labels = z
  .object({
    expectDetected: z.boolean().optional(),
    /** A company presents itself, to somebody who buys nothing of it: values may be proposed, never written by one click. */
    atMost: z.literal("proposed").optional(),
    controls: z.array(Label).default([]),
  })
  .transform(({ atMost, ...labels }) =>
    atMost === undefined ? labels : { ...labels, controls: labels.controls.map((control) => ({ ...control, atMost })) },
  );
type Labels = z.infer<typeof Labels>;

export interface LabelledPage {
  readonly slug: string;
  /** `null` when nobody labelled the page. */
  readonly labels: Labels | null;
}

/** The directory cannot be evaluated; the message says why, to a person. */
export class EvaluationError extends Error {
  override readonly name = "EvaluationError";
}

/** @throws {EvaluationError} when there is no page, or labels are not of the format. */
export function labelledPages(directory: string): LabelledPage[] {
  const pages = join(directory, "pages");
  if (!existsSync(pages)) throw new EvaluationError(`${pages} n'existe pas : les pages sont attendues là, en .html.`);
  const slugs = readdirSync(pages)
    .filter((name) => name.endsWith(".html"))
    .map((name) => name.slice(0, -".html".length))
    .sort();
  if (slugs.length === 0) throw new EvaluationError(`Aucune page .html dans ${pages}.`);
  return slugs.map((slug) => ({ slug, labels: labelsAt(join(directory, "labels", `${slug}.json`)) }));
}

function labelsAt(file: string): Labels | null {
  if (!existsSync(file)) return null;
  let written: unknown;
  try {
    written = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    throw new EvaluationError(`${file} n'est pas du JSON.`);
  }
  const labels = Labels.safeParse(written);
  if (!labels.success) throw new EvaluationError(`${file} : ${z.prettifyError(labels.error)}`);
  return labels.data;
}
