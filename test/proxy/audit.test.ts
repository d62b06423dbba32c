import { spawnSync } from "node:child_process";
import { appendFileSync, chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type AuditEntry, openAudit, readAudit } from "../../proxy/audit.ts";
import { createClock } from "./fixtures.ts";

const folder = () => mkdtempSync(join(tmpdir(), "audit-"));
const entry = (more: Partial<AuditEntry> = {}): AuditEntry => ({
  at: "2026-06-10T10:00:00.000Z",
  who: "subject-1",
  actsFor: "99990000400014",
  company: "99990000400014",
  source: "vigilance",
  document: null,
  recipient: "99990800700019",
  context: "Marchés publics",
  object: "Toiture; de l'école\u2028",
  sha256: null,
  outcome: "delivered",
  ...more,
});
const fileIn = (directory: string, index = 0) => join(directory, readdirSync(directory).sort()[index] ?? "");

describe("the audit trail", () => {
  test("every line is on the disk when its record ends, readable by the operator only", async () => {
    const directory = folder();
    const audit = await openAudit(directory, createClock().now);
    await Promise.all(Array.from({ length: 200 }, (_, n) => audit.record(entry({ document: n }))));
    expect(readFileSync(fileIn(directory), "utf8").trim().split("\n")).toHaveLength(200);
    expect(statSync(fileIn(directory)).mode & 0o077).toBe(0);
    const { lines, broken } = await readAudit(directory, "2026-06-10", "2026-06-10");
    expect(broken).toEqual([]);
    expect(new Set(lines.map(({ document }) => document)).size).toBe(200);
    expect(lines[0]).toMatchObject(entry({ document: lines[0]?.document ?? null }));
    await audit.close();
  });

  test("a line changed, removed or added by hand shows", async () => {
    const directory = folder();
    const audit = await openAudit(directory, createClock().now);
    for (let n = 0; n < 4; n++) await audit.record(entry({ document: n }));
    await audit.close();
    const file = fileIn(directory);
    const name = readdirSync(directory)[0];
    const [one, two, three, four] = readFileSync(file, "utf8").split("\n");
    const brokenWith = async (lines: (string | undefined)[]) => {
      writeFileSync(file, `${lines.join("\n")}\n`);
      return (await readAudit(directory, "2026-01-01", "2026-12-31")).broken;
    };
    expect(await brokenWith([one, two, three, four])).toEqual([]);
    expect(await brokenWith([one, two?.replace("subject-1", "subject-2"), three, four])).toEqual([`${name}:3`]);
    expect(await brokenWith([one, three, four])).toEqual([`${name}:2`]);
    expect(await brokenWith([two, three, four])).toEqual([`${name}:1`]);
    expect(await brokenWith([one, two, three, four, JSON.stringify({ ...entry(), previous: "0" })])).toEqual([`${name}:5`]);
    expect(await brokenWith([one, "not a line", two])).toEqual([`${name}:2`, `${name}:3`]);
  });

  test("a new file each month; those of more than thirty-six months are removed, not before", async () => {
    const directory = folder();
    const clock = createClock("2026-06-30T10:00:00Z");
    const audit = await openAudit(directory, clock.now);
    writeFileSync(join(directory, "audit-2023-06-00000000-0000.jsonl"), "");
    writeFileSync(join(directory, "audit-2023-07-00000000-0000.jsonl"), "");
    writeFileSync(join(directory, "notes.txt"), "");
    await audit.record(entry());
    clock.advance(86_400);
    await audit.record(entry());
    await audit.close();
    const months = readdirSync(directory)
      .map((name) => name.slice(0, 13))
      .sort();
    expect(months).toEqual(["audit-2023-07", "audit-2026-06", "audit-2026-07", "notes.txt"]);
  });

  test("a trail that cannot be written is said so", async () => {
    const directory = folder();
    const audit = await openAudit(directory, createClock().now);
    rmSync(directory, { recursive: true });
    await expect(audit.record(entry())).rejects.toThrow();
  });

  test("instances each write their own file; the export merges them in time order, as CSV without formulas", async () => {
    const directory = folder();
    const [one, two] = [await openAudit(directory, createClock().now), await openAudit(directory, createClock().now)];
    await one.record(entry({ at: "2026-06-10T10:00:02.000Z", object: "=HYPERLINK(1)" }));
    await two.record(entry({ at: "2026-06-10T10:00:01.000Z", object: 'dit "bonjour"' }));
    await one.record(entry({ at: "2026-06-12T10:00:00.000Z" }));
    await Promise.all([one.close(), two.close()]);
    const run = (...args: string[]) => spawnSync(process.execPath, ["scripts/proxy.ts", "audit", directory, ...args], { encoding: "utf8" });
    const { stdout, status } = run("2026-06-10", "2026-06-11");
    expect(status).toBe(0);
    const lines = stdout.trim().split("\n");
    expect(lines).toHaveLength(3);
    expect(lines[0]).toBe("at;who;actsFor;company;source;document;recipient;context;object;outcome;sha256");
    expect(lines[1]).toContain('"dit ""bonjour"""');
    expect(lines[2]).toContain(`"'=HYPERLINK(1)"`);
    chmodSync(fileIn(directory), 0o600);
    appendFileSync(fileIn(directory), "{}\n");
    expect(run("2026-06-10").status).toBe(1);
  });
});
