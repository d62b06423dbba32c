/** The addresses of its own site in a page: they identify the software on any host. */
import { attributeOf, baseOf, queryAll } from "../page/dom.ts";

/**
 * Path and query of the links and forms of a page that stay on its site: "/index.php?page=entreprise.Accueil".
 * A page that merely links to a portal is not one: addresses of other hosts are left out.
 */
export function ownAddresses(page: Document): readonly string[] {
  if (known?.page === page) return known.addresses;
  known = { page, addresses: addressesOf(page) };
  queueMicrotask(() => {
    known = null;
  });
  return known.addresses;
}

/** Kept for one synchronous run of code, in which the portals are tried one after the other. */
let known: { readonly page: Document; readonly addresses: readonly string[] } | null = null;

function addressesOf(page: Document): string[] {
  const site = siteOf(page);
  return [...queryAll(page, "a[href], form[action]")].flatMap((element) => {
    const written = attributeOf(element, "href") ?? attributeOf(element, "action") ?? "";
    if (!URL.canParse(written, site.href)) return [];
    const address = new URL(written, site.href);
    return address.host === site.host ? [address.pathname + address.search] : [];
  });
}

/** A page without a host (saved, or made in a test) is its own site. */
function siteOf(page: Document): URL {
  const address = new URL(baseOf(page));
  return address.host === "" ? new URL("http://page.invalid/") : address;
}
