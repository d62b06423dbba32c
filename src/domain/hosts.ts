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

/** Under these anybody may have a name, in whatever country: no site is all of them. */
const SHARED = /^([a-z]{2,}|(asso|com|co|nom|org|tm|prd|presse|gouv|gov|net|ac|cci)\.[a-z]{2})$/;

/**
 * True for two hosts that surely are of one site: the same, or one under the other, "www." aside: "depot.example.fr" and "www.example.fr", not
 * "depot.example.fr" and "api.example.fr". Which names are let to anybody ("gouv.fr", a host of applications) is a list that changes each
 * week: without it two neighbours are two sites, and the person is asked. A machine's number is a site of its own.
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
