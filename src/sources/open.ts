/** The sources that anybody may ask, without an account: what the extension asks by itself, and what it must be let to reach. */
import type { AnySource } from "./source.ts";

/** Open to all, and without an account of ours. */
export function isOpen({ access, family }: AnySource): boolean {
  return access === "open" && family.entry.kind === "none";
}

/** The match pattern of a service's host, whatever its port. */
export function originOf(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}

/** Match patterns of the services asked and of the hosts of their documents: few of them open themselves to an extension. */
export function originsOf(sources: readonly AnySource[]): string[] {
  const patterns = sources
    .filter(isOpen)
    .flatMap(({ family, documentHosts }) => [originOf(family.base), ...documentHosts.map((host) => `https://${host}/*`)]);
  return [...new Set(patterns)];
}

/** Who answers, as the bidder knows them, once each. */
export function namesOf(sources: readonly AnySource[]): string[] {
  return [...new Set(sources.filter(isOpen).map(({ provider }) => provider))];
}
