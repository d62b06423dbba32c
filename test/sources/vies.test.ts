import { expect, test } from "vitest";
import { roomOf } from "./reading.ts";

const { answer, source } = roomOf("vies");

test("the number computed from the SIREN is asked for, and given when it is active", () => {
  expect(source.request({ siret: "99990000400014", siren: "999900004" }).path).toMatch(/\/ms\/FR\/vat\/\d{2}999900004$/);
  expect(answer().facts.tvaIntracommunautaire).toMatch(/^FR\d{2}999900004$/);
});

test.each([
  ["INVALID", "notFound", "source.aucuneDonnee"],
  ["MS_UNAVAILABLE", "unavailable", "provider.unavailable"],
  ["MS_MAX_CONCURRENT_REQ", "unavailable", "provider.rateLimited"],
  ["GLOBAL_MAX_CONCURRENT_REQ", "unavailable", "provider.rateLimited"],
  ["IP_BLOCKED", "unavailable", "provider.rateLimited"],
  ["TIMEOUT", "unavailable", "provider.timeout"],
  [null, "unavailable", "provider.unavailable"],
])("%s has its state: only INVALID says something of the company", (userError, state, reason) => {
  expect(answer({ isValid: false, userError })).toMatchObject({ state, reason, facts: {} });
});
