/** Which portal is this page, and where the content script runs: both from the one list. */
import { PORTALS } from "./index.ts";
import type { Portal } from "./portal.ts";

/**
 * The portal of a page, or `null`. A listed host decides; elsewhere the page's own signs tell the software.
 * @param host `location.hostname`.
 */
export function portalOf(host: string, page: Document): Portal | null {
  return PORTALS.find((portal) => Object.keys(portal.hosts).some((pattern) => covers(pattern, host))) ?? softwareOf(page);
}

/** Match patterns of an extension's manifest for all hosts of these portals, each once: "*://www.example.fr/*". */
export function matchPatterns(portals: readonly Portal[]): string[] {
  return [...new Set(portals.flatMap(({ hosts }) => Object.keys(hosts)))].map((host) => `*://${host}/*`);
}

function softwareOf(page: Document): Portal | null {
  return PORTALS.find((portal) => portal.recognises?.(page)) ?? null;
}

/** As in a match pattern: "*.example.fr" covers "example.fr" too, never "badexample.fr". */
function covers(pattern: string, host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, "");
  if (!pattern.startsWith("*.")) return name === pattern;
  return name === pattern.slice(2) || name.endsWith(pattern.slice(1));
}
