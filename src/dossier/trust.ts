/** Whom to believe first when two sources answer the same thing. The order in which answers arrive never counts. */
import type { Answer } from "../domain/answer.ts";

/** The bodies that keep the registers, by what their sources are called; any other official source comes after them. */
const REGISTERS: readonly RegExp[] = [/\binsee\b/i, /\b(inpi|rne)\b/i, /\bdgfip\b/i];
/** Those that repeat what the registers say. */
const AGGREGATOR = /\b(recherche-entreprises|annuaire-entreprises)\b/i;

/** Registers first, then other official sources, then stand-ins and aggregators; of one source the fresher answer first. */
export function byTrust(answers: readonly Answer[]): Answer[] {
  return answers.toSorted(
    (a, b) =>
      rankOf(a) - rankOf(b) ||
      a.provenance.source.localeCompare(b.provenance.source) ||
      b.provenance.fetchedAt.localeCompare(a.provenance.fetchedAt),
  );
}

function rankOf({ provenance: { source, provider, standIn } }: Answer): number {
  if (standIn === true || AGGREGATOR.test(source)) return REGISTERS.length + 1;
  const register = REGISTERS.findIndex((pattern) => pattern.test(`${source} ${provider}`));
  return register === -1 ? REGISTERS.length : register;
}
