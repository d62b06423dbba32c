/** The trail in its two stores: what is written is kept, what is changed shows, what cannot be written is not given. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { appendFileSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createChain, type Link, ORIGIN, type Row } from "../../proxy/audit/chain.ts";
import { createCheck } from "../../proxy/audit/check.ts";
import { type AuditEntry, entryOf } from "../../proxy/audit/entry.ts";
import { readOldFiles, takeIn } from "../../proxy/audit/old-files.ts";
import { openSqlite, SQLITE_FILE } from "../../proxy/audit/sqlite.ts";
import { rowsOf, type TrailStore } from "../../proxy/audit/store.ts";
import { OtherKey, openTrail } from "../../proxy/audit/trail.ts";
import { createClock } from "./fixtures.ts";
import { hasPostgres, type Postgres, startPostgres } from "./postgres.ts";

const KEY = Buffer.from(Array.from({ length: 32 }, (_, n) => n * 7));
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
  count: 1,
  origin: null,
  ...more,
});
const QUIET = { info: () => undefined, error: () => undefined };
const all = async (store: TrailStore): Promise<Row[]> => {
  const rows: Row[] = [];
  for await (const row of rowsOf(store)) rows.push(row);
  return rows;
};
const documentsOf = (rows: readonly Row[]) => rows.map((row) => entryOf(row.entry)?.document);

/** What the check says of these rows. */
function faultsIn(rows: readonly Row[], anchors: readonly Link[] = [], key = KEY): string[] {
  const check = createCheck(key, anchors);
  return [...rows.map((row) => check.see(row)).filter((fault) => fault !== null), ...check.end()];
}

let postgres: Postgres | null = null;
beforeAll(async () => {
  if (hasPostgres) postgres = await startPostgres();
});
afterAll(() => postgres?.stop());

/** Direct access to the database, as an intruder without the key has it. */
interface Place {
  open(): Promise<TrailStore>;
  run(sql: string): Promise<void>;
  readonly table: string;
}
const PLACES: readonly { readonly name: string; readonly skip: boolean; readonly make: () => Promise<Place> }[] = [
  {
    name: "SQLite",
    skip: false,
    make: async () => {
      const directory = folder();
      return {
        table: "audit",
        open: () => openSqlite(directory),
        run: async (sql) => {
          const database = new DatabaseSync(join(directory, SQLITE_FILE));
          database.exec(sql);
          database.close();
        },
      };
    },
  },
  {
    name: "PostgreSQL (skipped where it is not installed)",
    skip: !hasPostgres,
    make: async () => {
      const database = await (postgres as Postgres).createDatabase();
      return { table: "pli_pret_audit", open: database.open, run: database.run };
    },
  },
];

describe.each(PLACES)("the audit trail in $name", ({ skip, make }) => {
  test.skipIf(skip)("two writers at once write every entry once, in one chain", async () => {
    const place = await make();
    const stores = [await place.open(), await place.open()];
    const trails = await Promise.all(stores.map((store) => openTrail({ store, key: KEY, now: createClock().now, logger: QUIET })));
    await Promise.all(Array.from({ length: 200 }, (_, n) => trails[n % 2]?.record(entry({ document: n }))));
    const rows = await all(stores[0] as TrailStore);
    expect(new Set(documentsOf(rows)).size).toBe(200);
    expect(rows).toHaveLength(200);
    expect(faultsIn(rows)).toEqual([]);
    expect(entryOf(rows[0]?.entry ?? "")).toEqual(entry({ document: entryOf(rows[0]?.entry ?? "")?.document ?? null }));
    await Promise.all(trails.map((trail) => trail.close()));
  });

  test.skipIf(skip)("a row changed, removed, added or moved by hand shows", async () => {
    const place = await make();
    const { table } = place;
    const attacks: [string, string[]][] = [
      [`UPDATE ${table} SET entry = replace(entry, 'subject-1', 'subject-2') WHERE n = 2`, ["Ligne 2 : modifiée, ou ajoutée sans la clé."]],
      [`UPDATE ${table} SET at = '2020-01-01' WHERE n = 3`, ["Ligne 3 : modifiée, ou ajoutée sans la clé."]],
      [`DELETE FROM ${table} WHERE n = 2`, ["Lignes 2 à 2 : retirées."]],
      [`DELETE FROM ${table} WHERE n <= 2`, ["Lignes 1 à 2 : retirées."]],
      [`DELETE FROM ${table} WHERE n = 1; UPDATE ${table} SET at = '' WHERE n = 2`, ["Lignes 1 à 1 : retirées."]],
      [
        `INSERT INTO ${table} (n, at, entry, mac) SELECT 5, at, entry, mac FROM ${table} WHERE n = 4`,
        ["Ligne 5 : modifiée, ou ajoutée sans la clé."],
      ],
    ];
    for (const [sql, faults] of attacks) {
      const store = await place.open();
      const chain = createChain(KEY);
      await store.append(() =>
        chain.follow(
          ORIGIN,
          [0, 1, 2, 3].map((document) => entry({ document })),
        ),
      );
      expect(faultsIn(await all(store))).toEqual([]);
      await place.run(sql);
      expect([sql, faultsIn(await all(store))]).toEqual([sql, faults]);
      await store.close();
      await place.run(`DELETE FROM ${table}`);
    }
  });

  test.skipIf(skip)("rows of more than thirty-six months are removed, not before, and the rest still holds", async () => {
    const place = await make();
    const clock = createClock("2026-06-30T10:00:00Z");
    const store = await place.open();
    const chain = createChain(KEY);
    const days = Array.from({ length: 12 }, (_, n) => `2026-06-${String(18 + n).padStart(2, "0")}T10:00:00.000Z`);
    const instants = [
      "2023-05-01T10:00:00.000Z",
      "2023-06-18T10:00:00.000Z",
      "2023-06-22T10:00:00.000Z",
      "2023-07-01T10:00:00.000Z",
      ...days,
    ];
    await store.append((last) =>
      chain.follow(
        last,
        instants.map((at) => entry({ at })),
      ),
    );
    const trail = await openTrail({ store, key: KEY, now: clock.now, logger: QUIET });
    const kept = await all(store);
    // The tenth latest day is 20 June 2026.
    expect(kept.map(({ n, at }) => [n, at.slice(0, 10)]).slice(0, 3)).toEqual([
      [2, ""],
      [3, "2023-06-22"],
      [4, "2023-07-01"],
    ]);
    expect(faultsIn(kept)).toEqual([]);
    // The base row is sealed: rows cut at the beginning show.
    expect(faultsIn(kept.slice(1))).toEqual(["Lignes 1 à 2 : retirées."]);
    await trail.record(entry());
    expect(faultsIn(await all(store))).toEqual([]);
    await trail.close();
  });

  test.skipIf(skip)("a clock that jumps, forward or back, removes nothing and breaks nothing", async () => {
    const place = await make();
    let at = "2026-06-01T10:00:00Z";
    const now = () => new Date(at);
    const record = async (instant: string) => {
      at = instant;
      const trail = await openTrail({ store: await place.open(), key: KEY, now, logger: QUIET });
      await trail.record(entry({ at: now().toISOString() }));
      await trail.close();
    };
    for (let day = 1; day <= 15; day++) await record(`2026-06-${String(day).padStart(2, "0")}T10:00:00Z`);
    for (const instant of [
      "2031-01-01T00:00:00Z",
      "2031-01-01T00:00:01Z",
      "2026-05-31T23:59:59Z",
      "2044-01-01T00:00:00Z",
      "2026-06-16T10:00:00Z",
    ]) {
      await record(instant);
    }
    const store = await place.open();
    const rows = await all(store);
    expect(rows).toHaveLength(20);
    expect(faultsIn(rows)).toEqual([]);
    await store.close();
  });

  test.skipIf(skip)("the log holds the chain's end: rows removed there show, and so does a chain made again", async () => {
    const place = await make();
    const anchors: Link[] = [];
    const logger = { info: (line: object) => void anchors.push((line as { anchor: Link }).anchor), error: () => undefined };
    const trail = await openTrail({ store: await place.open(), key: KEY, now: createClock().now, logger, anchorEveryMs: 20 });
    for (let document = 0; document < 6; document++) await trail.record(entry({ document }));
    await expect.poll(() => anchors.at(-1)?.n).toBe(6);
    await trail.close();
    await place.run(`DELETE FROM ${place.table} WHERE n > 4`);
    const store = await place.open();
    expect(faultsIn(await all(store))).toEqual([]);
    expect(faultsIn(await all(store), anchors)).toEqual(["Lignes 5 à 6 : retirées, le journal les a ancrées."]);
    // Forged by somebody who has the key, but not the log.
    const forged = createChain(KEY).follow(
      ORIGIN,
      Array.from({ length: 6 }, (_, document) => entry({ document, who: "subject-2" })),
    );
    expect(faultsIn(forged)).toEqual([]);
    expect(faultsIn(forged, anchors)).toContain("Ligne 6 : ce n'est pas celle que le journal a ancrée.");
    await store.close();
  });

  test.skipIf(skip)("rows removed under a running service are said in the log at the next access", async () => {
    const place = await make();
    const errors: unknown[] = [];
    const logger = { info: () => undefined, error: (_: unknown, message?: string) => void errors.push(message) };
    const trail = await openTrail({ store: await place.open(), key: KEY, now: createClock().now, logger });
    for (let document = 0; document < 3; document++) await trail.record(entry({ document }));
    await place.run(`DELETE FROM ${place.table} WHERE n = 3`);
    await trail.record(entry());
    expect(errors).toEqual(["audit trail cut"]);
    await trail.close();
  });

  test.skipIf(skip)("another key does not go on with the trail", async () => {
    const place = await make();
    const first = await openTrail({ store: await place.open(), key: KEY, now: createClock().now, logger: QUIET });
    await first.record(entry());
    await first.close();
    const other = await place.open();
    await expect(openTrail({ store: other, key: Buffer.alloc(32, 9), now: createClock().now, logger: QUIET })).rejects.toThrow(OtherKey);
    await other.close();
  });

  test.skipIf(skip)("anonymous requests are counted, in one row for each source and outcome", async () => {
    const place = await make();
    const trail = await openTrail({ store: await place.open(), key: KEY, now: createClock().now, logger: QUIET });
    for (let n = 0; n < 5000; n++) trail.tally(n % 2 === 0 ? "vigilance" : "conges", "proxy.signInNeeded");
    await trail.close();
    const store = await place.open();
    const told = (await all(store)).map((row) => entryOf(row.entry));
    expect(told.map((row) => [row?.source, row?.outcome, row?.count, row?.who, row?.company])).toEqual([
      ["vigilance", "proxy.signInNeeded", 2500, null, null],
      ["conges", "proxy.signInNeeded", 2500, null, null],
    ]);
    await store.close();
  });
});

describe("a disk that is full", () => {
  const mounted = folder();
  const canMount = spawnSync("mount", ["-t", "tmpfs", "-o", "size=12m", "tmpfs", mounted]).status === 0;
  afterAll(() => {
    if (canMount) spawnSync("umount", [mounted]);
  });

  test.skipIf(!canMount)(
    "refuses, loses no acknowledged row, and goes on when there is room (skipped where nothing can be mounted)",
    async () => {
      const directory = mkdtempSync(join(mounted, "audit-"));
      const trail = await openTrail({ store: await openSqlite(directory), key: KEY, now: createClock().now, logger: QUIET });
      const acknowledged: number[] = [];
      const attempt = (document: number) =>
        trail.record(entry({ document, object: "x".repeat(250) })).then(
          () => void acknowledged.push(document),
          () => undefined,
        );
      writeFileSync(join(mounted, "ballast"), Buffer.alloc(10_000_000));
      for (let n = 0; n < 600; n++) await attempt(n);
      expect(acknowledged.length).toBeGreaterThan(0);
      expect(acknowledged.length).toBeLessThan(600);
      await expect(trail.record(entry())).rejects.toThrow(/full|disk/i);
      rmSync(join(mounted, "ballast"));
      for (let n = 600; n < 700; n++) await attempt(n);
      expect(acknowledged).toContain(699);
      const store = await openSqlite(directory);
      const rows = await all(store);
      expect(documentsOf(rows)).toEqual(acknowledged);
      expect(faultsIn(rows)).toEqual([]);
      await Promise.all([store.close(), trail.close()]);
    },
  );
});

describe("the file", () => {
  test("is readable by the service only, and so are those beside it", async () => {
    const directory = join(folder(), "made");
    const trail = await openTrail({ store: await openSqlite(directory), key: KEY, now: createClock().now, logger: QUIET });
    await trail.record(entry());
    expect(statSync(directory).mode & 0o077).toBe(0);
    for (const name of readdirSync(directory)) expect([name, statSync(join(directory, name)).mode & 0o077]).toEqual([name, 0]);
    expect(readdirSync(directory).length).toBeGreaterThan(1);
    await trail.close();
  });
});

/** A file as earlier versions wrote them. */
function oldFile(directory: string, name: string, entries: readonly Partial<AuditEntry>[]): string {
  let previous = "0".repeat(64);
  const lines = entries.map((more) => {
    const { count: _, origin: __, ...old } = entry(more);
    const line = JSON.stringify({ ...old, previous });
    previous = createHash("sha256").update(line).digest("hex");
    return line;
  });
  writeFileSync(join(directory, name), lines.map((line) => `${line}\n`).join(""));
  return join(directory, name);
}

describe("files of earlier versions", () => {
  const MAY = "audit-2026-05-11111111-1111.jsonl";
  const JUNE = "audit-2026-06-22222222-2222.jsonl";

  test("are taken in once, in time order, with their place", async () => {
    const directory = folder();
    oldFile(directory, JUNE, [
      { at: "2026-06-01T10:00:00.000Z", document: 2 },
      { at: "2026-06-03T10:00:00.000Z", document: 4 },
    ]);
    oldFile(directory, MAY, [
      { at: "2026-05-01T10:00:00.000Z", document: 1 },
      { at: "2026-06-02T10:00:00.000Z", document: 3 },
    ]);
    writeFileSync(join(directory, "notes.txt"), "");
    const store = await openSqlite(folder());
    expect(await takeIn(await readOldFiles(directory), store, KEY)).toBe(4);
    expect(await takeIn(await readOldFiles(directory), store, KEY)).toBe(0);
    const rows = await all(store);
    expect(documentsOf(rows)).toEqual([1, 2, 3, 4]);
    expect(entryOf(rows[1]?.entry ?? "")?.origin).toBe(`${JUNE}:1`);
    expect(faultsIn(rows)).toEqual([]);
    await store.close();
  });

  test("that were changed are reported line by line, and what can be read is taken in", async () => {
    const directory = folder();
    const file = oldFile(directory, MAY, [{ document: 1 }, { document: 2 }]);
    appendFileSync(file, `half a line{"at":"2026-05-01`);
    oldFile(directory, JUNE, [{ document: 3 }]);
    const { entries, broken } = await readOldFiles(directory);
    expect(broken).toEqual([`${MAY}:3`]);
    expect(entries).toHaveLength(3);
  });
});
