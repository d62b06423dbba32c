/** The SHA-256 of a file too large to be held twice in memory: the browser's own function copies its input. */
import { createSHA256 } from "hash-wasm";

/** Bytes hashed in one step. */
const STEP = 1 << 20;

/** @returns hexadecimal, as `sha256Of` */
export async function sha256OfLarge(bytes: Uint8Array): Promise<string> {
  const hasher = await createSHA256();
  for (let at = 0; at < bytes.length; at += STEP) hasher.update(bytes.subarray(at, at + STEP));
  return hasher.digest("hex");
}
