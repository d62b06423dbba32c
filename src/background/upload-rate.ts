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
    const [first, measured] = [noise(FIRST_BYTES), noise(UPLOAD_CHECK_BYTES)];
    const notOpened = await send(first);
    if (notOpened !== null) return notOpened;
    const started = clock();
    const notSent = await send(measured);
    if (notSent !== null) return notSent;
    return { bitsPerSecond: Math.round((measured.length * 8 * 1_000) / Math.max(1, clock() - started)) };
  } catch {
    return { problem: "unreachable" };
  }

  /** Why it did not arrive whole; `null` when it did. */
  async function send(body: Uint8Array<ArrayBuffer>): Promise<UploadMeasure | null> {
    const response = await fetch(`${proxyUrl}/v1/upload-check`, {
      method: "POST",
      headers: { "content-type": "application/octet-stream" },
      body,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.status === 429) return { problem: "busy" };
    const answer = UploadCheck.safeParse(response.ok ? await response.json() : null);
    return answer.success && answer.data.bytes === body.length ? null : { problem: "unreachable" };
  }
}

/** Nothing on the way can make it smaller. */
function noise(bytes: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(bytes);
  for (let from = 0; from < bytes; from += NOISE_BYTES) crypto.getRandomValues(all.subarray(from, from + NOISE_BYTES));
  return all;
}
