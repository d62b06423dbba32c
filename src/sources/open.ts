/** The sources that anybody may ask without an account: the extension asks them itself, and needs access to their hosts. */
import type { AnySource } from "./source.ts";

/** True for a source that is open to all and needs no account of the operator. */
export function isOpen({ access, family }: AnySource): boolean {
  return access === "open" && family.entry.kind === "none";
}

/** The match pattern of a service's host, whatever its port. */
export function originOf(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}

/** Match patterns of the open services and of their documents' hosts: few of them allow cross-origin requests. */
export function originsOf(sources: readonly AnySource[]): string[] {
  const patterns = sources
    .filter(isOpen)
    .flatMap(({ family, documentHosts }) => [originOf(family.base), ...documentHosts.map((host) => `https://${host}/*`)]);
  return [...new Set(patterns)];
}

/** The open services' providers, by the names that bidders know, each once. */
export function namesOf(sources: readonly AnySource[]): string[] {
  return [...new Set(sources.filter(isOpen).map(({ provider }) => provider))];
}
