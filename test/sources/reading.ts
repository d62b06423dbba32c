/** Shared by the sources' tests: each source's recorded answer (fictitious companies), and one way to read it. */
import { readFileSync } from "node:fs";
import type { Answer } from "../../src/domain/answer.ts";
import { companyOf } from "../../src/domain/company.ts";
import { type Asked, read } from "../../src/sources/ask.ts";
import { sourceOf } from "../../src/sources/index.ts";
import type { AnySource } from "../../src/sources/source.ts";

/** The day of the recorded answers. */
export const TODAY = "2026-11-24";
export const NOW = new Date(`${TODAY}T09:30:00Z`);

export interface Fixture {
  readonly siret: string;
  /** Paths without which there is no answer ("data.document_url"). Lists and identifiers are always such. */
  readonly reasons?: readonly string[];
  readonly body: unknown;
}

export function fixtureOf(id: string): Fixture {
  return JSON.parse(readFileSync(`test/sources/${id}.fixture.json`, "utf8")) as Fixture;
}

export interface Circumstances {
  readonly siret?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly now?: Date;
}

/** Reads a text as the source's HTTP answer. */
export function readText(source: AnySource, text: string, circumstances: Circumstances & { readonly siret: string }): Asked {
  const { siret, status = 200, headers = {}, now = NOW } = circumstances;
  return read(source, companyOf(siret), { ok: true, status, headers, text, fetchedAt: now.toISOString(), cached: false }, now);
}

/** A source under test: its recorded answer, with changes by dotted path ("data.document_url"), or another body. */
export function roomOf(id: string) {
  const source = sourceOf(id);
  if (source === undefined) throw new Error(`no source ${id}`);
  const { siret, body } = fixtureOf(id);
  const asked = (changes: Readonly<Record<string, unknown>> = {}, circumstances: Circumstances = {}): Asked =>
    readText(source, JSON.stringify(changed(body, changes)), { siret, ...circumstances });
  return {
    source,
    siret,
    asked,
    answer: (changes: Readonly<Record<string, unknown>> = {}, circumstances: Circumstances = {}): Answer =>
      asked(changes, circumstances).answer,
    /** The answer read from one of API Entreprise's errors. */
    failed: (status: number, code: string, meta: object = {}, headers: Readonly<Record<string, string>> = {}): Answer =>
      readText(source, errorBody(code, meta), { siret, status, headers }).answer,
    bodyRead: (other: unknown, circumstances: Circumstances = {}): Answer =>
      readText(source, JSON.stringify(other), { siret, ...circumstances }).answer,
  };
}

export function errorBody(code: string, meta: object = {}): string {
  return JSON.stringify({ errors: [{ code, title: "Titre", detail: "Détail", source: null, meta }] });
}

/** A copy with the values at these dotted paths. */
export function changed(body: unknown, changes: Readonly<Record<string, unknown>>): unknown {
  const copy: unknown = structuredClone(body);
  for (const [path, value] of Object.entries(changes)) {
    const keys = path.split(".");
    const last = keys.pop() ?? "";
    let target = copy as Record<string, unknown>;
    for (const key of keys) target = target[key] as Record<string, unknown>;
    target[last] = value;
  }
  return copy;
}
