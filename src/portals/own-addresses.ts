/** The addresses of its own site in a page: they identify the software on any host. */
import { attributeOf, baseOf, queryAll } from "../page/dom.ts";
import type { Steps } from "../page/slices.ts";

/**
 * Path and query of the links and forms of a page that stay on its site: "/index.php?page=entreprise.Accueil".
 * A page that merely links to a portal is not one: addresses of other hosts are left out.
 */
export function* ownAddresses(page: Document): Steps<readonly string[]> {
  const { href: base, host } = siteOf(page);
  const addresses: string[] = [];
  for (const [at, element] of queryAll(page, "a[href], form[action]").entries()) {
    if (at % STRIDE === 0) yield;
    const written = attributeOf(element, "href") ?? attributeOf(element, "action") ?? "";
    const address = URL.parse(written, base);
    if (address?.host === host) addresses.push(address.pathname + address.search);
  }
  return addresses;
}

/** Addresses between two places where the work may pause. */
const STRIDE = 128;

/** A page without a host (saved, or made in a test) is its own site. */
function siteOf(page: Document): URL {
  const address = new URL(baseOf(page));
  return address.host === "" ? new URL("http://page.invalid/") : address;
}
