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

/** Second levels under which anybody may have a name: there a site is named by three words. */
const SHARED_LEVELS = /^(asso|com|co|nom|org|tm|prd|presse|gov|net|ac)\.[a-z]{2}$/;

/**
 * True for two hosts of one site: "depot.example.fr" and "www.example.fr". A machine's number is a site of its own.
 * @param one as `URL.hostname` gives it
 */
export function isSameSite(one: string, other: string): boolean {
  return siteOf(one) === siteOf(other);
}

function siteOf(host: string): string {
  if (/^[\d.]+$|:/.test(host)) return host;
  const names = host.toLowerCase().replace(/\.$/, "").split(".");
  return names.slice(SHARED_LEVELS.test(names.slice(-2).join(".")) ? -3 : -2).join(".");
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
