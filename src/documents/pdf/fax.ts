/** How a fax is coded (ISO 32000, table 11). */
interface FaxParms {
  readonly K: number;
  readonly EndOfLine: boolean;
  readonly EncodedByteAlign: boolean;
  readonly Columns: number;
  readonly Rows: number;
  readonly BlackIs1: boolean;
}

/** @returns its rows, one bit a pixel */
export type DecodeFax = (bytes: Uint8Array, parms: FaxParms) => Promise<Uint8Array>;
