/** Which portal is this page, and where the content script runs: both from the one list. */
import { covers } from "../domain/hosts.ts";
import { query } from "../page/dom.ts";
import { finish, type Steps } from "../page/slices.ts";
import { ownAddresses } from "./own-addresses.ts";
import type { Portal } from "./portal.ts";
import { PORTALS } from "./portals.ts";

/**
 * The portal of a page, or `null`. A listed host decides; on other hosts the page's own signs tell the software.
 * @param host `location.hostname`.
 */
export function portalOf(host: string, page: Document): Portal | null {
  return finish(portalSteps(host, page));
}

/** The same, as work that may pause. */
export function* portalSteps(host: string, page: Document): Steps<Portal | null> {
  const name = host.toLowerCase().replace(/\.$/, "");
  return PORTALS.find(({ hosts }) => Object.keys(hosts).some((pattern) => covers(pattern, name))) ?? (yield* softwareOf(page));
}

/**
 * Match patterns of an extension's manifest for all hosts of these portals, each once: "https://www.example.fr/*". Over plain http anybody
 * on the network can pose as the portal: nothing of the company goes there.
 */
export function matchPatterns(portals: readonly Portal[]): string[] {
  return [...new Set(portals.flatMap(({ hosts }) => Object.keys(hosts)))].map((host) => `https://${host}/*`);
}

function* softwareOf(page: Document): Steps<Portal | null> {
  const addresses = yield* ownAddresses(page);
  for (const portal of PORTALS)
    for (const signs of portal.signs ?? []) {
      // A selector goes through the whole page.
      yield;
      if (signs.every((sign) => (typeof sign === "string" ? query(page, sign) !== null : addresses.some((one) => sign.test(one)))))
        return portal;
    }
  return null;
}
