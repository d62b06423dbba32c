/** The trail in PostgreSQL: one for all the instances, wherever they are. */
import pg from "pg";
import { type Link, ORIGIN, type Row } from "./chain.ts";
import type { TrailStore } from "./store.ts";

/** Any number, the same for all who write this table. */
const LOCK = 7_710_011;
/** After this many milliseconds, the access is refused rather than kept waiting. */
const PATIENCE_MS = 5000;
/** Locks out other writers until the end of the transaction, which is on the disk when it ends, whatever the server's default. */
const ALONE = `BEGIN; SET LOCAL synchronous_commit TO ON; SELECT pg_advisory_xact_lock(${LOCK})`;
const TABLE = `
  CREATE TABLE pli_pret_audit (n bigint PRIMARY KEY, at text NOT NULL, entry text NOT NULL, mac text NOT NULL);
  CREATE INDEX pli_pret_audit_at ON pli_pret_audit (at);
`;

/** Numbers of 64 bits come as text. */
type Told<T extends Link> = Omit<T, "n"> & { readonly n: string };
const counted = <T extends Link>(row: Told<T>) => ({ ...row, n: Number(row.n) });

async function lastLink(client: pg.Pool | pg.PoolClient): Promise<Link> {
  const { rows } = await client.query<Told<Link>>("SELECT n, mac FROM pli_pret_audit ORDER BY n DESC LIMIT 1");
  return rows[0] === undefined ? ORIGIN : counted(rows[0]);
}

async function insert(client: pg.PoolClient, rows: readonly Row[]): Promise<void> {
  const columns = [rows.map(({ n }) => n), rows.map(({ at }) => at), rows.map(({ entry }) => entry), rows.map(({ mac }) => mac)];
  const values = "unnest($1::bigint[], $2::text[], $3::text[], $4::text[])";
  await client.query(`INSERT INTO pli_pret_audit (n, at, entry, mac) SELECT * FROM ${values}`, columns);
}

/** @throws when the database does not answer, or lets nothing be written */
export async function openPostgres(url: string): Promise<TrailStore> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 3,
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
    application_name: "pli-pret",
  });
  // A connection lost while idle is replaced by the next query.
  pool.on("error", () => undefined);

  async function alone(work: (client: pg.PoolClient) => Promise<void>): Promise<void> {
    const client = await pool.connect();
    try {
      await client.query(ALONE);
      await work(client);
      await client.query("COMMIT");
      client.release();
    } catch (error) {
      // The connection is closed, not used again: the server then rolls its transaction back.
      client.release(true);
      throw error;
    }
  }

  try {
    // The first instance makes the table. An administrator may also have made it, without giving the right to create tables.
    await alone(async (client) => {
      const { rows } = await client.query<{ found: string | null }>("SELECT to_regclass('pli_pret_audit') AS found");
      if (rows[0]?.found === null) await client.query(TABLE);
    });
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {
    append: (make) => alone(async (client) => insert(client, make(await lastLink(client)))),
    last: () => lastLink(pool),
    after: async (n, most) => {
      const query = "SELECT n, at, entry, mac FROM pli_pret_audit WHERE n > $1 ORDER BY n LIMIT $2";
      return (await pool.query<Told<Row>>(query, [n, most])).rows.map(counted);
    },
    latestBefore: async (at) => {
      const query = "SELECT max(at) AS at FROM pli_pret_audit WHERE at > '' AND at < $1";
      return (await pool.query<{ at: string | null }>(query, [at])).rows[0]?.at ?? null;
    },
    firstSince: async (at) => {
      const { rows } = await pool.query<{ n: string }>("SELECT n FROM pli_pret_audit WHERE at >= $1 ORDER BY n LIMIT 1", [at]);
      return rows[0] === undefined ? null : Number(rows[0].n);
    },
    replaceUpTo: (base) =>
      alone(async (client) => {
        const { rowCount } = await client.query("DELETE FROM pli_pret_audit WHERE n <= $1", [base.n]);
        // When no row is left there, another instance has already removed more.
        if (rowCount !== 0) await insert(client, [base]);
      }),
    close: () => pool.end(),
  };
}
