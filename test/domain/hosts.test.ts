/** Which hosts a pattern covers, and which addresses documents are fetched from. */
import { describe, expect, test } from "vitest";
import { covers, isAllowedAddress, isAtHost, isSameSite } from "../../src/domain/hosts.ts";

test.each([
  ["www.example.fr", "www.example.fr", true],
  ["www.example.fr", "example.fr", false],
  ["www.example.fr", "a.www.example.fr", false],
  ["*.example.fr", "example.fr", true],
  ["*.example.fr", "www.example.fr", true],
  ["*.example.fr", "a.b.example.fr", true],
  ["*.example.fr", "badexample.fr", false],
  ["*.example.fr", "example.fr.evil.org", false],
  ["*.example.fr", "", false],
])("%s covers %s: %s", (pattern, host, covered) => expect(covers(pattern, host)).toBe(covered));

test("an address is at its host whatever its path, and a text that is no address is at none", () => {
  expect(isAtHost("https://www.example.fr/a.pdf?b=1", ["*.example.fr"])).toBe(true);
  expect(isAtHost("https://example.fr.evil.org/", ["*.example.fr"])).toBe(false);
  expect(isAtHost("www.example.fr", ["*.example.fr"])).toBe(false);
});

describe("a document is fetched from", () => {
  const HOSTS = ["files.example.fr", "*.certifier.fr"];
  test.each([
    ["https://files.example.fr/a", true],
    ["https://FILES.example.fr/a", true],
    ["https://www.certifier.fr/a", true],
    ["https://certifier.fr/a", true],
    ["https://certifier.fr:443/a", true],
    ["https://evilcertifier.fr/a", false],
    ["https://www.files.example.fr/a", false],
    ["https://files.example.fr.evil.org/a", false],
    ["https://files.example.fr:8443/a", false],
    ["https://user:pass@files.example.fr/a", false],
    ["https://files.example.fr@evil.org/a", false],
    ["http://files.example.fr/a", false],
    ["ftp://files.example.fr/a", false],
    ["file:///etc/passwd", false],
    ["https://127.0.0.1/a", false],
    ["https://[::ffff:7f00:1]/a", false],
  ])("%s: %s", (address, allowed) => expect(isAllowedAddress(new URL(address), HOSTS)).toBe(allowed));

  test("http is accepted where documents are public, and nothing less safe", () => {
    expect(isAllowedAddress(new URL("http://files.example.fr/a"), HOSTS, { plainToo: true })).toBe(true);
    expect(isAllowedAddress(new URL("http://files.example.fr:8080/a"), HOSTS, { plainToo: true })).toBe(false);
    expect(isAllowedAddress(new URL("ftp://files.example.fr/a"), HOSTS, { plainToo: true })).toBe(false);
  });
});

test.each([
  ["depot.portail.example", "www.portail.example", true],
  ["portail.example", "portail.example", true],
  ["portail.example", "portail.example.collecte.test", false],
  ["un.asso.fr", "autre.asso.fr", false],
  ["www.un.asso.fr", "un.asso.fr", true],
  ["192.0.2.10", "198.51.100.10", false],
  ["badportail.example", "portail.example", false],
  ["www.marches-publics.gouv.fr", "marches-publics.gouv.fr", true],
  ["www.marches-publics.gouv.fr", "collecte.gouv.fr", false],
  ["www.gouv.fr", "collecte.gouv.fr", false],
  ["www.fr", "collecte.fr", false],
  ["un.azurewebsites.net", "autre.azurewebsites.net", false],
  ["depot.portail.example", "api.portail.example", false],
])("%s and %s are one site: %s", (one, other, isOne) => {
  expect(isSameSite(one, other)).toBe(isOne);
});
