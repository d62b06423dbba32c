/**
 * `npm run forms -- (--demo SIRET | CANDIDATURE.json) -o FOLDER [--dume] [--request REQUEST.xml]`: makes the DC1, the DC2 and the DC4 of a
 * candidature with the product's own code, and prints `{forms: [{file, pages, printed, left, sworn, proposed}]}`. `--dume` makes the first
 * company's DUME too, `--request` answers the buyer's; `dume: {files, left}` is then printed. The file is described in docs/formulaires.md.
 * Exit 2 when what is asked cannot be read or is refused.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { DEMO_BUYER } from "../simulator/companies.ts";
import { isSiret } from "../src/domain/siret.ts";
import { parisDay } from "../src/domain/time.ts";
import type { Candidature } from "../src/formulaires/candidature.ts";
import { type MadeForm, makeForms } from "../src/formulaires/make.ts";
import { PROBLEMS } from "../src/formulaires/words.ts";
import { bytesOfFile, fromHere, refuse } from "./documents/asked.ts";
import { TYPEFACES } from "./documents/typefaces.ts";
import { candidatureIn, candidatureOf, type DumeAnswers } from "./forms/candidature-file.ts";
import { demoDossier } from "./forms/demo-dossier.ts";
import { type DumeFiles, dumeFiles } from "./forms/dume-file.ts";

const USAGE = "Usage : npm run forms -- (--demo SIRET | CANDIDATURE.json) -o DOSSIER [--dume] [--request DEMANDE.xml]";

const DEMO_CONSULTATION = {
  reference: "DEMO-2026-001",
  objet: "Consultation fictive de la démonstration",
  acheteurNom: DEMO_BUYER.name,
  acheteurSiret: DEMO_BUYER.siret,
};

const { values, positionals } = asked();
const now = new Date();
const { candidature, dume: answers } = await candidatureAsked();
const made = await makeForms(candidature, now.toISOString(), TYPEFACES);
if (made.state === "refused") refuse(PROBLEMS[made.problem.code](made.problem.detail));
const dume = values.dume || values.request !== undefined ? await dumeAsked() : null;
const folder = fromHere(values.output);
mkdirSync(folder, { recursive: true });
for (const { fileName, bytes } of made.forms) writeFileSync(join(folder, fileName), bytes);
for (const { name, bytes } of dume?.files ?? []) writeFileSync(join(folder, name), bytes);
const told = dume === null ? {} : { dume: { files: dume.files.map(({ name }) => name), left: dume.left } };
console.log(JSON.stringify({ forms: made.forms.map(toldOf), ...told }, null, 1));

async function dumeAsked(): Promise<DumeFiles> {
  try {
    const request = values.request === undefined ? null : new TextDecoder().decode(bytesOfFile(values.request));
    return await dumeFiles(candidature, answers, request, now.toISOString());
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

function toldOf({ fileName, pages, record, left, proposed }: MadeForm) {
  const sworn = left.filter((one) => one.sworn).length;
  return { file: fileName, pages, printed: record.length, left: left.length - sworn, sworn, proposed };
}

async function candidatureAsked(): Promise<{ readonly candidature: Candidature; readonly dume: DumeAnswers }> {
  const on = parisDay(now);
  const { demo } = values;
  if (demo !== undefined) {
    if (!isSiret(demo)) return refuse(`${demo} n'est pas un SIRET. Vérifiez ses quatorze chiffres.`);
    return { candidature: candidatureOf(await demoDossier(demo, on), DEMO_CONSULTATION), dume: { motifs: {} } };
  }
  try {
    return candidatureIn(new TextDecoder().decode(bytesOfFile(positionals[0] ?? "")), on);
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

function asked() {
  try {
    const options = {
      output: { type: "string", short: "o" },
      demo: { type: "string" },
      dume: { type: "boolean", default: false },
      request: { type: "string" },
    } as const;
    const { values, positionals } = parseArgs({ args: process.argv.slice(2), options, allowPositionals: true });
    if (values.output === undefined || (values.demo === undefined) === (positionals.length === 0)) return refuse(USAGE);
    return { values: { ...values, output: values.output }, positionals };
  } catch {
    return refuse(USAGE);
  }
}
