/** Finds what was changed in a trail, and says it in French. */
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { createChain, type Link, ORIGIN, type Row } from "./chain.ts";

/** Follows a trail row by row, and says what does not hold. */
export interface Check {
  /** The fault of this row, or `null`. Rows come in order. */
  see(row: Row): string | null;
  /** The faults that show only at the end. */
  end(): string[];
}

/** @param anchors ends of the chain that the log recorded */
export function createCheck(key: Buffer, anchors: readonly Link[]): Check {
  const chain = createChain(key);
  const macs = new Map(anchors.map(({ n, mac }) => [n, mac]));
  let previous: Link | null = null;
  function faultOf(row: Row): string | null {
    if (previous === null && chain.isBase(row)) return null;
    const { n } = previous ?? ORIGIN;
    if (row.n !== n + 1) return `Lignes ${n + 1} à ${row.n - 1} : retirées.`;
    if (!chain.isNext(previous ?? ORIGIN, row)) return `Ligne ${row.n} : modifiée, ou ajoutée sans la clé.`;
    const anchored = macs.get(row.n);
    return anchored === undefined || anchored === row.mac ? null : `Ligne ${row.n} : ce n'est pas celle que le journal a ancrée.`;
  }
  return {
    see: (row) => {
      const fault = faultOf(row);
      previous = row;
      return fault;
    },
    end: () => {
      const last = previous?.n ?? 0;
      const farthest = Math.max(0, ...macs.keys());
      return farthest > last ? [`Lignes ${last + 1} à ${farthest} : retirées, le journal les a ancrées.`] : [];
    },
  };
}

const ANCHOR = /"anchor":\{"n":(\d+),"mac":"([0-9a-f]{64})"\}/;

/** The anchors of a log (one JSON a line, whatever stands before); "-" is standard input. */
export async function anchorsOf(path: string): Promise<Link[]> {
  const anchors: Link[] = [];
  const input = path === "-" ? process.stdin : createReadStream(path);
  for await (const line of createInterface({ input })) {
    const [, n, mac] = ANCHOR.exec(line) ?? [];
    if (n !== undefined && mac !== undefined) anchors.push({ n: Number(n), mac });
  }
  return anchors;
}
