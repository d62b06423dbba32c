/**
 * The forms of a candidature: DC1 and DC2, a DUME, a buyer's request of two megabytes read. Told, in milliseconds: the first turn, which
 * also warms up, and the median of the next ones, each of the processor and on the clock. `node bench/forms.ts [turns]`
 */
import { TYPEFACES } from "../scripts/documents/typefaces.ts";
import { GROUNDS } from "../src/domain/grounds.ts";
import { readableOf } from "../src/dume/readable.ts";
import { importRequest } from "../src/dume/request.ts";
import { makeResponse } from "../src/dume/response.ts";
import { makeForms } from "../src/formulaires/make.ts";
import { COMPLETE, candidatureOf, dossierOf, ENTERED, MADE_AT } from "../test/formulaires/candidature-world.ts";
import { shareOf } from "./spread.ts";

const turns = Number(process.argv[2] ?? 9);
const lead = { dossier: dossierOf(1, { facts: COMPLETE, manual: ENTERED }) };
const candidature = candidatureOf([lead]);
const person = { motifs: Object.fromEntries(GROUNDS.map((code) => [code, false])), appuis: false, soustraitance: false, others: [] };
const asked = {
  candidature,
  membre: lead,
  person,
  request: null,
  lot: null,
  uuid: "11111111-1111-4111-8111-111111111111",
  madeAt: MADE_AT,
};

function response() {
  const made = makeResponse(asked);
  if (made.state === "refused") throw new Error(made.problem);
  return made;
}

/** A buyer's request with the criteria of the standard, repeated until it is that long. */
function requestOf(characters: number): string {
  const criteria = /<cac:TenderingCriterion>[\s\S]*<\/cac:TenderingCriterion>/.exec(response().xml)?.[0] ?? "";
  const name = (of: string) => `urn:oasis:names:specification:ubl:schema:xsd:${of}-2`;
  const spaces = `xmlns="${name("QualificationApplicationRequest")}" xmlns:cac="${name("CommonAggregateComponents")}" xmlns:cbc="${name("CommonBasicComponents")}"`;
  const head = "<cbc:ProfileExecutionID>ESPD-EDMv4.1.0</cbc:ProfileExecutionID><cbc:ContractFolderID>DUME-7</cbc:ContractFolderID>";
  return `<QualificationApplicationRequest ${spaces}>${head}${criteria.repeat(Math.ceil(characters / criteria.length))}</QualificationApplicationRequest>`;
}

async function timed(work: () => unknown): Promise<{ readonly clock: number; readonly processor: number }> {
  const [started, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return { clock: performance.now() - started, processor: (user + system) / 1000 };
}

const request = requestOf(2_000_000);
const works: readonly (readonly [string, () => unknown])[] = [
  ["DC1 et DC2", () => makeForms(candidature, MADE_AT, TYPEFACES)],
  ["DUME, XML et version lisible", () => readableOf(response().document, MADE_AT, TYPEFACES)],
  [
    `lire une demande de ${(request.length / 1_000_000).toFixed(1).replace(".", ",")} Mo`,
    () => {
      if (importRequest(request).state === "refused") throw new Error("The request was refused.");
    },
  ],
];
console.log("| travail | premier, processeur (ms) | premier (ms) | médiane, processeur (ms) | médiane (ms) |\n|---|---|---|---|---|");
for (const [name, work] of works) {
  const first = await timed(work);
  const others: (typeof first)[] = [];
  for (let turn = 0; turn < turns; turn++) others.push(await timed(work));
  const median = (of: "clock" | "processor") =>
    Math.round(
      shareOf(
        others.map((one) => one[of]),
        0.5,
      ),
    );
  console.log(`| ${name} | ${Math.round(first.processor)} | ${Math.round(first.clock)} | ${median("processor")} | ${median("clock")} |`);
}
