/** Addresses that may carry a company's data. */

/** This very machine: what goes there crosses no network. */
const LOOPBACK = /^(localhost|(.+\.)?localhost|127(\.\d{1,3}){3}|\[::1\])$/i;

/** True for `https`, and for `http` on this machine: anywhere else, plain `http` is read and altered on its way. */
export function isSafeAddress(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === "https:" || (protocol === "http:" && LOOPBACK.test(hostname));
}
