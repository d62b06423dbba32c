/** Answers and services for the tests. Fictitious companies. */
import type { Answer } from "../../src/domain/answer.ts";
import type { ServiceSources, SourceStatus } from "../../src/domain/service.ts";

export const SIRET = "90000001900019";
export const NOW = new Date("2026-03-10T09:00:00.000Z");

function provenance(source: string) {
  return { source, provider: source.toUpperCase(), endpoint: `/v1/${source}`, fetchedAt: NOW.toISOString(), cached: false };
}

export function answerOf(source: string, more: Partial<Answer> & { state?: Answer["state"] } = {}): Answer {
  const base = {
    siret: SIRET,
    facts: {},
    pieces: [],
    certifications: [],
    notices: [],
    dirigeants: [],
    depots: [],
    contracts: [],
    choices: [],
    provenance: provenance(source),
    state: "delivered" as const,
  };
  return { ...base, ...more } as Answer;
}

function statusOf(id: string, more: Partial<SourceStatus> = {}): SourceStatus {
  return {
    id,
    provider: id.toUpperCase(),
    label: `Source ${id}`,
    block: "identite",
    access: "open",
    pieceKinds: [],
    available: true,
    signIn: false,
    ...more,
  };
}

export function serviceOf(...ids: string[]): ServiceSources {
  return { mode: "demo", sources: ids.map((id) => statusOf(id)) };
}
