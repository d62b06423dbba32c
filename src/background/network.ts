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
