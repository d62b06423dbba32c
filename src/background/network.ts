/**
 * The only way out of the worker. What is answered is never written in the browser's cache, where it would stay in clear after the sign-out;
 * no cookie of the person goes along; plain http leaves this machine for nobody.
 */
import { isSafeAddress } from "../domain/addresses.ts";
import type { Fetch } from "./proxy-service.ts";

/** @throws {TypeError} as a fetch that fails, for an address that may not be asked */
export function viaNetwork(fetch: (url: string, init: RequestInit) => Promise<Response>): Fetch {
  return async (url, init) => {
    if (!isSafeAddress(url)) throw new TypeError("refused: neither https nor this machine");
    return fetch(url, { ...init, cache: "no-store", credentials: "omit", referrerPolicy: "no-referrer" });
  };
}

/**
 * The bytes of an answer, read as they come: one that announces or gives more than `most` bytes is let go at once.
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
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
