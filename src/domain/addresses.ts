/** Addresses that may carry a company's data. */

/** This machine: what goes there crosses no network. */
const LOOPBACK = /^(localhost|(.+\.)?localhost|127(\.\d{1,3}){3}|\[::1\])$/i;

/**
 * True for a page that came over plain `http` from another machine, and for a `blob:` made by such a page: whoever is on the way can read
 * and change what is written there. False for a page without an address of its own (`about:blank`).
 */
export function isPlainPage(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { origin } = new URL(url);
  return origin.startsWith("http:") && !isSafeAddress(origin);
}

/** True for `https`, and for `http` on this machine: anywhere else, plain `http` can be read and altered on the way. */
export function isSafeAddress(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === "https:" || (protocol === "http:" && LOOPBACK.test(hostname));
}
