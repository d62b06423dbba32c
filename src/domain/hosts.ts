/** Which hosts a pattern covers, and which addresses a document may be fetched from. */

/** "www.example.fr", or "*.example.fr" for a domain and all that is under it: as in the match patterns of an extension. */
export type HostPattern = string;

/**
 * "*.example.fr" covers "example.fr" too, never "badexample.fr".
 * @param host lower case, as `URL.hostname` and `location.hostname` give it
 */
export function covers(pattern: HostPattern, host: string): boolean {
  if (!pattern.startsWith("*.")) return host === pattern;
  return host === pattern.slice(2) || host.endsWith(pattern.slice(1));
}

/** True when one of the patterns covers the host of the address. */
export function isAtHost(address: string, patterns: readonly HostPattern[]): boolean {
  return URL.canParse(address) && coveredBy(new URL(address).hostname, patterns);
}

/**
 * True when a document may be fetched there: https, the usual port, no account in the address, a host that is listed.
 * @param plainToo http is allowed as well: some certifiers have no other
 */
export function isAllowedAddress(address: URL, patterns: readonly HostPattern[], { plainToo = false } = {}): boolean {
  if (address.protocol !== "https:" && !(plainToo && address.protocol === "http:")) return false;
  if (address.port !== "" || address.username !== "" || address.password !== "") return false;
  return coveredBy(address.hostname, patterns);
}

function coveredBy(host: string, patterns: readonly HostPattern[]): boolean {
  return patterns.some((pattern) => covers(pattern, host));
}
