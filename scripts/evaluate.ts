/**
 * `npm run evaluate -- DIR [--json] [--chromium]`: reads `DIR/pages/*.html` with the built extension in Chromium, and compares with
 * `DIR/labels/*.json`. A page saved by the extension, a .zip, stands for its folder. `--json` prints the evaluation alone on standard
 * output; everything else goes to the error output.
 * `--chromium`: evaluates what Chromium's own autofill predicts on the same pages, instead of the extension.
 * `--families`: reads each family of pages without the words that no other family holds, and prints one line of figures.
 * `--doubts`: what each doubt alone keeps from being written by one click, right and wrong; over several DIR at once.
 * `--explain [PAGE] [CONTROL]`: why each decision was taken, from recorded evidence: what spoke for what, whose each control is, what each
 * title says and what decided; for one page, or for the controls whose label, name, id or selector holds the words given. With `--json`, as
 * data (explain.ts).
 * `--ledger SERIES`: writes the figures of a series seen for the first time into docs/reading-ledger.json; a series enters it once.
 * Exit 2 when there is nothing to evaluate.
 */
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { readPagesAsChromium } from "./evaluation/chromium.ts";
import { heldBack, heldText } from "./evaluation/doubts.ts";
import { type RecordedPage, recordPages } from "./evaluation/evidence.ts";
import { explanationOf, explanationText } from "./evaluation/explain.ts";
import { leavingEachFamilyOut } from "./evaluation/families.ts";
import { EvaluationError, type LabelledPage, labelledPages } from "./evaluation/labels.ts";
import { enter, refuseKnown } from "./evaluation/ledger.ts";
import { readPages } from "./evaluation/reader.ts";
import { countsText, evaluationOf, textOf } from "./evaluation/report.ts";
import { folderOf } from "./evaluation/saved.ts";
import { chromiumPath, ensurePrograms } from "./machine.ts";
import { ROOT, runStep } from "./steps.ts";

const USAGE =
  "Usage : npm run evaluate -- DOSSIER [--json] [--chromium] [--families] [--doubts [DOSSIER…]] [--explain [PAGE] [CONTRÔLE]] [--ledger SÉRIE] (DOSSIER/pages/*.html, DOSSIER/labels/*.json)";

const asked = askedFor(process.argv.slice(2));
if (asked === null) {
  console.error(USAGE);
  process.exit(2);
}
const { directory, json, chromium, families, doubts, explain, ledger, pages } = asked;

if (chromiumPath() === null) ensurePrograms(["chromium"]);
if (families) {
  const { counts, claimed, families: number } = leavingEachFamilyOut(await recordPages(directory, pages));
  process.stdout.write(`${number} familles · ${countsText(counts)} · pages prises à tort : ${claimed.join(", ") || "aucune"}\n`);
  process.exit(0);
}
if (doubts !== null) {
  const recorded: RecordedPage[] = [];
  for (const one of [directory, ...doubts]) recorded.push(...(await recordPages(one, labelledPages(one))));
  const held = heldBack(recorded);
  process.stdout.write(`${json ? JSON.stringify(held) : heldText(held)}\n`);
  process.exit(0);
}
if (explain !== null) {
  const told = (await recordPages(directory, pages)).map((page) => explanationOf(page, new Date().getFullYear()));
  process.stdout.write(`${json ? JSON.stringify(told) : told.map((page) => explanationText(page, explain.control)).join("\n\n")}\n`);
  process.exit(0);
}
if (!chromium) {
  const built = await runStep("Extension (chrome)", "wxt", ["build", "-b", "chrome", "--mv3"], { output: "error" });
  if (built !== 0) process.exit(built);
}
const read = chromium
  ? await readPagesAsChromium(directory, pages)
  : await readPages(directory, pages, join(ROOT, ".output", "chrome-mv3"));
for (const { slug, predictions } of read)
  for (const { label, isThere } of predictions) if (!isThere) console.error(`${slug} : aucun élément pour ${label.selector}`);
if (ledger !== undefined) enter(ledger, evaluationOf(pages, read).totals);
process.stdout.write(`${json ? JSON.stringify(evaluationOf(pages, read)) : textOf(pages, read)}\n`);

interface Asked {
  readonly directory: string;
  readonly json: boolean;
  readonly chromium: boolean;
  readonly families: boolean;
  /** The other directories to count doubts on. */
  readonly doubts: readonly string[] | null;
  /** Words of the control to explain; absent: each control. */
  readonly explain: { readonly control?: string | undefined } | null;
  readonly ledger?: string | undefined;
  readonly pages: readonly LabelledPage[];
}

function askedFor(args: string[]): Asked | null {
  try {
    const flag = { type: "boolean", default: false } as const;
    const options = { json: flag, chromium: flag, families: flag, doubts: flag, explain: flag, ledger: { type: "string" } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [given, ...rest] = positionals;
    const [page, control, ...more] = values.explain ? rest : [];
    if (given === undefined || more.length > 0 || (rest.length > 0 && !values.explain && !values.doubts)) return null;
    // npm runs the command in the project; the path is relative to the directory where the person typed it.
    const folder = (one: string) => folderOf(resolve(process.env["INIT_CWD"] ?? ".", one));
    const directory = folder(given);
    if (values.ledger !== undefined) refuseKnown(values.ledger);
    const pages = labelledPages(directory).filter(({ slug }) => page === undefined || slug === page);
    if (pages.length === 0) throw new EvaluationError(`Aucune page « ${page ?? ""} » dans ${directory}.`);
    return { directory, ...values, doubts: values.doubts ? rest.map(folder) : null, explain: values.explain ? { control } : null, pages };
  } catch (error) {
    if (error instanceof EvaluationError || error instanceof TypeError) console.error(error.message);
    else throw error;
    return null;
  }
}
