/** Bytes, and their text encodings for channels that carry only text. */

/** The parts concatenated into one array. */
export function joinedBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((size, { length }) => size + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Lower-case hexadecimal, two characters for each byte. */
export function hexOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @param hex as `hexOf` writes it; a last lone digit is left out */
export function bytesOfHex(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** 32 kB at a time: longer argument lists overflow the stack. */
const PART = 0x8000;

export function base64Of(bytes: Uint8Array): string {
  let binary = "";
  for (let start = 0; start < bytes.length; start += PART) binary += String.fromCharCode(...bytes.subarray(start, start + PART));
  return btoa(binary);
}

/**
 * By index: iterating over the letters takes forty times as long, and the lists of a year of use are read at each opening.
 * @throws {DOMException} when it is not base64
 */
export function bytesOfBase64(base64: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

/**
 * The bytes of an answer, read as they come. One that announces or sends more than `most` bytes is abandoned at once.
 * @throws when the connection is cut
 */
export async function bodyOf(response: Response, most: number): Promise<Uint8Array<ArrayBuffer> | "tooLarge"> {
  if (Number(response.headers.get("content-length")) > most) {
    await response.body?.cancel();
    return "tooLarge";
  }
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let next = await reader?.read(); next !== undefined && !next.done; next = await reader?.read()) {
    size += next.value.length;
    if (size > most) {
      await reader?.cancel();
      return "tooLarge";
    }
    parts.push(next.value);
  }
  const whole = joinedBytes(parts);
  // Each chunk has a buffer of its own: its memory is freed now, without waiting for the collector.
  release(
    ...parts.flatMap(({ buffer, byteLength }) => (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [])),
  );
  return whole;
}

/**
 * Frees the memory of buffers now; they can no longer be read. What a browser was given or gave (WebCrypto, a database, a stream), it also holds
 * itself until its collector comes by, and `transfer(0)` would only hide it from that collector's count: sent to a closed port, it is let go of by all.
 */
export function release(...buffers: ArrayBuffer[]): void {
  const { port1, port2 } = new MessageChannel();
  port2.close();
  port1.postMessage(null, buffers);
  port1.close();
}
