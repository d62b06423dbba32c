import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ConfigError } from "../../proxy/config.ts";
import { mayActFor, readMandates } from "../../proxy/identity/mandates.ts";
import { companyOf } from "../../src/domain/company.ts";

const accountant = { issuer: "https://idp.example", subject: "alix", name: "Alix Compte", siret: "99990900500004" };
const mandate = { holder: "999909005", company: "999904006", from: "2026-03-01", until: "2026-06-30" };
const client = companyOf("99990400600015");
const on = (day: string) => new Date(`${day}T12:00:00Z`);

describe("a mandate opens another company", () => {
  test("it opens only that company, on those days, and to that person when one is named", () => {
    const may = (mandates: Parameters<typeof mayActFor>[2], day: string, company = client, person = accountant) =>
      mayActFor(person, company, mandates, on(day));
    expect(may([mandate], "2026-03-01")).toBe(true);
    expect(may([mandate], "2026-06-30")).toBe(true);
    expect(may([mandate], "2026-02-28")).toBe(false);
    expect(may([mandate], "2026-07-01")).toBe(false);
    expect(may([mandate], "2026-05-01", companyOf("99990000400014"))).toBe(false);
    expect(may([{ ...mandate, subject: "alix" }], "2026-05-01")).toBe(true);
    expect(may([{ ...mandate, subject: "someone" }], "2026-05-01")).toBe(false);
    expect(may([], "2026-05-01")).toBe(false);
  });

  test("a person attached to nothing may see nothing, whatever the mandates", () => {
    expect(mayActFor({ ...accountant, siret: null }, client, [mandate], on("2026-05-01"))).toBe(false);
  });

  test("a file that is not a list of mandates stops the start, and says where", () => {
    const file = join(mkdtempSync(join(tmpdir(), "mandates-")), "mandates.json");
    expect(() => readMandates(file)).toThrow(ConfigError);
    for (const content of [
      "{",
      "{}",
      JSON.stringify([{ ...mandate, company: "123" }]),
      JSON.stringify([{ ...mandate, until: "demain" }]),
    ]) {
      writeFileSync(file, content);
      expect(() => readMandates(file)).toThrow("PLI_PRET_MANDATES_FILE");
    }
    writeFileSync(file, JSON.stringify([mandate]));
    expect(readMandates(file)).toEqual([mandate]);
  });
});
