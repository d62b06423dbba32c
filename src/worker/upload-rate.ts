/** How fast the person's line sends: noise is sent to the proxy, which counts it and keeps nothing. */
import { UPLOAD_CHECK_BYTES, UploadCheck, type UploadMeasure } from "../domain/service.ts";
import type { Fetch } from "./proxy-service.ts";

const TIMEOUT_MS = 28_000;
/** Opens the connection, which is not to be counted. */
const FIRST_BYTES = 1_000;
/** A random source gives no more at once. */
const NOISE_BYTES = 65_536;

/** This machine, or its own network: what goes there says nothing of the line to a portal. */
const NEARBY =
  /^(localhost|.+\.(localhost|local|lan|home\.arpa)|(127|10)(\.\d+){3}|192\.168(\.\d+){2}|172\.(1[6-9]|2\d|3[01])(\.\d+){2}|\[(::1|f[cd].*|fe80.*)\])$/i;

/**
 * @param proxyUrl address of the proxy, without final slash
 * @param clock milliseconds, from any start
 * @returns bits per second, the answer's way back counted in: a little less than the line's own
 */
export async function measureUpload(proxyUrl: string, fetch: Fetch, clock = () => performance.now()): Promise<UploadMeasure> {
  if (NEARBY.test(new URL(proxyUrl).hostname)) return { problem: "nearby" };
  try {
    const opened = await send(FIRST_BYTES);
    if (typeof opened !== "number") return opened;
    const started = clock();
    const counted = await send(UPLOAD_CHECK_BYTES);
    if (typeof counted !== "number") return counted;
    return { bitsPerSecond: Math.round((counted * 8 * 1_000) / Math.max(1, clock() - started)) };
  } catch {
    return { problem: "unreachable" };
  }

  async function send(bytes: number): Promise<number | UploadMeasure> {
    const response = await fetch(`${proxyUrl}/v1/upload-check`, {
      method: "POST",
      headers: { "content-type": "application/octet-stream" },
      body: noise(bytes),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.status === 429) return { problem: "busy" };
    const answer = UploadCheck.safeParse(response.ok ? await response.json() : null);
    return answer.success && answer.data.bytes === bytes ? bytes : { problem: "unreachable" };
  }
}

/** Nothing on the way can make it smaller. */
function noise(bytes: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(bytes);
  for (let from = 0; from < bytes; from += NOISE_BYTES) crypto.getRandomValues(all.subarray(from, from + NOISE_BYTES));
  return all;
}
