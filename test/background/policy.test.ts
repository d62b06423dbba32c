import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { NO_POLICY, POLICY_KEYS, policyOf, settledBy } from "../../src/background/policy.ts";
import { PORTALS } from "../../src/portals/portals.ts";
import { SIRET } from "./answers.ts";

test("each choice is read by itself: one that is not understood takes nothing from the others", () => {
  expect(
    policyOf({ service: "ftp://pli.example", company: "12345678900000", reminders: "true", portalsOff: [1], data: { version: 2 } }),
  ).toEqual({ ...NO_POLICY, unheeded: [...POLICY_KEYS] });
  expect(policyOf({})).toEqual(NO_POLICY);
  expect(policyOf({ service: null, company: "", other: 1 }).unheeded).toEqual(["company"]);
  const policy = policyOf({ service: "http://pli.example", company: ` ${SIRET} `, reminders: false, portalsOff: ["place"], data: "{}" });
  expect(policy).toEqual({ service: null, company: SIRET, reminders: false, portalsOff: ["place"], data: "{}", unheeded: ["service"] });
  expect(settledBy(policy)).toEqual(["reminders", "portalsOff"]);
});

test("the schema told to the browser and the administrator's page name the same choices", () => {
  const schema = JSON.parse(readFileSync("public/managed-schema.json", "utf8")) as { properties: Record<string, unknown> };
  expect(Object.keys(schema.properties)).toEqual([...POLICY_KEYS]);
  const page = readFileSync("docs/entreprises.md", "utf8");
  expect([...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, key]) => key)).toEqual([...POLICY_KEYS]);
  const [, example = ""] = /"portalsOff": \["([\w-]+)"\]/.exec(page) ?? [];
  expect(PORTALS.map(({ id }) => id)).toContain(example);
});
