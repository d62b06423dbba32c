import { expect, test } from "vitest";
import { SOURCES } from "../../src/sources/index.ts";
import { isOpen, originsOf } from "../../src/sources/open.ts";
import { roomOf } from "./reading.ts";

/** True when one of the browser's match patterns allows the address. */
function reaches(patterns: readonly string[], address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return patterns.some((pattern) => {
    const host = pattern.replace(/^https:\/\/|\/\*$/g, "");
    const matches = host.startsWith("*.") ? hostname === host.slice(2) || hostname.endsWith(host.slice(1)) : hostname === host;
    return protocol === "https:" && matches;
  });
}

test("the extension asks access to the open services and their documents, and to no other host", () => {
  const origins = originsOf(SOURCES);
  expect(origins).toContain("https://recherche-entreprises.api.gouv.fr/*");
  expect(origins).toContain("https://*.qualibat.com/*");
  expect(origins.filter((origin) => /entreprise\.api\.gouv\.fr\/|registre-national/.test(origin))).toEqual([]);
  expect(new Set(origins).size).toBe(origins.length);
  // Every https document that the open sources' recorded answers lead to.
  const documents = SOURCES.filter(isOpen).flatMap(({ id }) => [...roomOf(id).asked().locations.values()].map(({ url }) => url));
  expect(documents.length).toBeGreaterThanOrEqual(3);
  for (const url of documents.filter((address) => address.startsWith("https:"))) expect(reaches(origins, url), url).toBe(true);
});
