/**
 * `npm run contract -- DIR [--json]`: reads every `DIR/<endpoint>/<case>.json` (`{request, status, headers, body}`) through the source that
 * reads that endpoint, and prints a line per case, `<endpoint>/<case> <state>`. `noSource`: no source reads that endpoint.
 * `--json`: `[{endpoint, case, state, answers: [{source, answer, explained}]}]`, each answer whole, and what its notices mean for a bid.
 * Exit 1 when a case is an `unexpectedShape`, 2 when there is nothing to read.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Answer } from "../src/domain/answer.ts";
import type { Company } from "../src/domain/company.ts";
import { isSiret, sirenOf } from "../src/domain/siret.ts";
import { explainExclusions } from "../src/dossier/exclusions.ts";
import { read } from "../src/sources/ask.ts";
import { SOURCES } from "../src/sources/index.ts";
import type { AnySource } from "../src/sources/source.ts";

/** A SIREN that no company has, for cases whose path has no usable number. */
const NOBODY = "999999998";

interface RecordedCase {
  readonly path: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** The company of a path. Sandbox numbers may have no valid key: then another establishment number of the same company is taken. */
function companyIn(path: string): Company {
  const [number = NOBODY] = /(?<!\d)(\d{14}|\d{9})(?!\d)/.exec(path) ?? [];
  const siret = [number, ...establishmentsOf(sirenOf(number)), ...establishmentsOf(NOBODY)].find(isSiret) ?? number;
  return { siret, siren: sirenOf(siret) };
}

/** Ten establishment numbers, one of which has a valid key. */
function establishmentsOf(siren: string): string[] {
  return Array.from({ length: 10 }, (_, last) => `${siren}0000${last}`);
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

/** The case that a file holds. A file that is not a recorded case counts as an answer that is not JSON. */
function recordedCase(file: string): RecordedCase {
  const text = readFileSync(file, "utf8");
  const parsed = parsedOrNull(text);
  if (parsed === null) return { path: "", status: 200, headers: {}, text };
  const { request, status, headers, body } = record(parsed);
  return {
    path: String(record(request)["path"] ?? ""),
    status: typeof status === "number" ? status : 200,
    headers: Object.fromEntries(Object.entries(record(headers)).map(([name, value]) => [name.toLowerCase(), String(value)])),
    text: typeof body === "string" ? body : JSON.stringify(body ?? null),
  };
}

function parsedOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function answerOf(source: AnySource, { path, status, headers, text }: RecordedCase): Answer {
  const now = new Date();
  const response = { ok: true, status, headers, text, fetchedAt: now.toISOString(), cached: false } as const;
  return read(source, companyIn(path), response, now).answer;
}

/** Names under a directory, sorted; links are followed, dead ones left out. */
function namesIn(directory: string, kind: "directory" | "file"): string[] {
  return readdirSync(directory)
    .filter((name) => {
      const found = statSync(join(directory, name), { throwIfNoEntry: false });
      return kind === "directory" ? found?.isDirectory() : found?.isFile();
    })
    .sort();
}

function casesIn(directory: string): { readonly endpoint: string; readonly name: string; readonly file: string }[] {
  return namesIn(directory, "directory").flatMap((endpoint) =>
    namesIn(join(directory, endpoint), "file")
      .filter((name) => name.endsWith(".json"))
      .map((name) => ({ endpoint, name: name.slice(0, -".json".length), file: join(directory, endpoint, name) })),
  );
}

const { values, positionals } = parseArgs({
  options: { json: { type: "boolean", default: false } },
  allowPositionals: true,
  strict: false,
});
const [directory] = positionals;
if (directory === undefined) {
  console.error("Usage : npm run contract -- DOSSIER [--json] (DOSSIER/<endpoint>/<cas>.json)");
  process.exit(2);
}

let cases: ReturnType<typeof casesIn>;
try {
  cases = casesIn(directory);
} catch (error) {
  console.error(`Impossible de lire ${directory} : ${error instanceof Error ? error.message : String(error)}`);
  process.exit(2);
}
if (cases.length === 0) {
  console.error(`Aucun cas dans ${directory} (DOSSIER/<endpoint>/<cas>.json).`);
  process.exit(2);
}

const told = cases.map(({ endpoint, name, file }) => {
  const readers = SOURCES.filter(({ contractEndpoints }) => contractEndpoints.includes(endpoint));
  const answers = readers.map((source) => {
    const answer = answerOf(source, recordedCase(file));
    return { source: source.id, answer, explained: explainExclusions(answer.notices) };
  });
  const states = answers.map(({ answer }) => answer.state);
  const state = states.includes("unexpectedShape") ? "unexpectedShape" : (states[0] ?? "noSource");
  return { endpoint, case: name, state, answers };
});

if (values.json === true) process.stdout.write(`${JSON.stringify(told)}\n`);
else for (const { endpoint, case: name, state } of told) console.log(`${endpoint}/${name} ${state}`);
process.exitCode = told.some(({ state }) => state === "unexpectedShape") ? 1 : 0;
