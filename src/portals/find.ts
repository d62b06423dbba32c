/** Which portal is this page, and where the content script runs: both from the one list. */
import { covers } from "../domain/hosts.ts";
import type { Portal } from "./portal.ts";
import { PORTALS } from "./portals.ts";

/**
 * The portal of a page, or `null`. A listed host decides; on other hosts the page's own signs tell the software.
 * @param host `location.hostname`.
 */
export function portalOf(host: string, page: Document): Portal | null {
  const name = host.toLowerCase().replace(/\.$/, "");
  return PORTALS.find((portal) => Object.keys(portal.hosts).some((pattern) => covers(pattern, name))) ?? softwareOf(page);
}

/**
 * Match patterns of an extension's manifest for all hosts of these portals, each once: "https://www.example.fr/*". Over plain http anybody
 * on the network can pose as the portal: nothing of the company goes there.
 */
export function matchPatterns(portals: readonly Portal[]): string[] {
  return [...new Set(portals.flatMap(({ hosts }) => Object.keys(hosts)))].map((host) => `https://${host}/*`);
}

function softwareOf(page: Document): Portal | null {
  return PORTALS.find((portal) => portal.recognises?.(page)) ?? null;
}
