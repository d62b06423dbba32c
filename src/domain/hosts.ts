/** Which hosts a pattern covers, and which addresses a document may be fetched from. */

/** "www.example.fr", or "*.example.fr" for a domain and its subdomains, as in an extension's match patterns. */
export type HostPattern = string;

/**
 * "*.example.fr" covers "example.fr" too, never "badexample.fr".
 * @param host lower case, as `URL.hostname` and `location.hostname` give it
 */
export function covers(pattern: HostPattern, host: string): boolean {
  if (!pattern.startsWith("*.")) return host === pattern;
  return host === pattern.slice(2) || host.endsWith(pattern.slice(1));
}

/** Public suffixes, in any country: anybody may own a name under them, so they are not one site. */
const SHARED = /^([a-z]{2,}|(asso|com|co|nom|org|tm|prd|presse|gouv|gov|net|ac|cci)\.[a-z]{2})$/;

/**
 * True for two hosts that are surely one site: equal, or one under the other, "www." ignored: "depot.example.fr" and "www.example.fr", not
 * "depot.example.fr" and "api.example.fr". The list of public suffixes ("gouv.fr", application hosts) changes every
 * week: without it, sibling hosts are two sites, and the person is asked. An IP address is a site of its own.
 * @param one as `URL.hostname` gives it
 */
export function isSameSite(one: string, other: string): boolean {
  const [a, b] = [bare(one), bare(other)];
  return a === b || isUnder(a, b) || isUnder(b, a);
}

function isUnder(host: string, site: string): boolean {
  return host.endsWith(`.${site}`) && !SHARED.test(site);
}

function bare(host: string): string {
  return host
    .toLowerCase()
    .replace(/\.$/, "")
    .replace(/^www\./, "");
}

/** True when one of the patterns covers the host of the address. */
export function isAtHost(address: string, patterns: readonly HostPattern[]): boolean {
  return URL.canParse(address) && coveredBy(new URL(address).hostname, patterns);
}

/**
 * True when a document may be fetched there: https, the usual port, no account in the address, a host that is listed.
 * @param plainToo allows http too: some certifiers have nothing else
 */
export function isAllowedAddress(address: URL, patterns: readonly HostPattern[], { plainToo = false } = {}): boolean {
  if (address.protocol !== "https:" && !(plainToo && address.protocol === "http:")) return false;
  if (address.port !== "" || address.username !== "" || address.password !== "") return false;
  return coveredBy(address.hostname, patterns);
}

function coveredBy(host: string, patterns: readonly HostPattern[]): boolean {
  return patterns.some((pattern) => covers(pattern, host));
}
