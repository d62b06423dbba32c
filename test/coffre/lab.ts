/** What a real browser runs on a page of ours to test the coffre: documents of random bytes, kept and read back. */
import { coffreOf } from "../../src/coffre/coffre.ts";
import { openCoffreDatabase } from "../../src/coffre/database.ts";
import { unlock } from "../../src/coffre/keyring.ts";
import { exportCoffre, importCoffre } from "../../src/coffre/transfer.ts";

const SIREN = "913456786";
const PASSPHRASE = "phrase de transfert";
const RANDOM_AT_ONCE = 65_536;

/** The database that an exported file is brought into. */
const OTHER = "coffre-2";

async function open(name?: string) {
  const db = await openCoffreDatabase(name);
  const outcome = await unlock(db);
  if (outcome.state !== "open") throw new Error(outcome.state);
  return { db, key: outcome.unlocked.key, coffre: coffreOf(db, outcome.unlocked.key) };
}

function randomBytes(size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size; at += RANDOM_AT_ONCE) crypto.getRandomValues(bytes.subarray(at, Math.min(size, at + RANDOM_AT_ONCE)));
  // A document's first bytes: an import tells the type from the bytes.
  bytes.set([0x25, 0x50, 0x44, 0x46, 0x2d]);
  return bytes;
}

async function timed<Result>(work: () => Promise<Result>): Promise<{ result: Result; milliseconds: number }> {
  const start = performance.now();
  const result = await work();
  return { result, milliseconds: Math.round(performance.now() - start) };
}

const lab = {
  /** Keeps `count` documents in one go; says when it is done. */
  async keep(count: number, size: number) {
    const { coffre } = await open();
    const documents = Array.from({ length: count }, (_, index) => ({
      bytes: randomBytes(size),
      about: {
        siren: SIREN,
        kind: "bilans" as const,
        title: `Bilan ${index}`,
        fileName: `bilan-${index}.pdf`,
        type: "application/pdf" as const,
        validityBasis: "unknown" as const,
        confirmed: true,
      },
    }));
    const { result, milliseconds } = await timed(() => coffre.keep(documents, new Date()));
    return { state: result.state, milliseconds };
  },

  /** How many documents are listed, how many open completely, how many records each store holds. */
  async audit(name?: typeof OTHER) {
    const { db, coffre } = await open(name);
    const pieces = await coffre.list();
    let whole = 0;
    for (const { id, size } of pieces) if ((await coffre.bytesOf(id))?.length === size) whole += 1;
    return { listed: pieces.length, whole, pieces: await db.count("pieces"), bytes: await db.count("bytes") };
  },

  /** Opens the coffre and lists it, as a page does. */
  async list() {
    const { result, milliseconds } = await timed(async () => (await open()).coffre.list());
    return { count: result.length, milliseconds };
  },

  /** Exports what is kept and imports it into another coffre. */
  async transfer() {
    const { db, key } = await open();
    const out = await timed(() => exportCoffre(db, key, PASSPHRASE));
    db.close();
    const other = await open(OTHER);
    const back = await timed(() => importCoffre(other.db, other.key, out.result, PASSPHRASE));
    return { size: out.result.size, exportMilliseconds: out.milliseconds, importMilliseconds: back.milliseconds, outcome: back.result };
  },

  /** Waits until the importing coffre holds the bytes of `count` documents. */
  async imported(count: number) {
    const { db } = await open(OTHER);
    while ((await db.count("bytes")) < count) await new Promise((resolve) => setTimeout(resolve, 1));
  },
};
export type Lab = typeof lab;
Object.assign(globalThis, { lab });
