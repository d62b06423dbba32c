/** Refuses addresses outside the public Internet (RFC 6890), so that nobody makes the proxy call the operator's own network. */
import { lookup } from "node:dns";
import { BlockList, isIP, isIPv6, type LookupFunction } from "node:net";

const NOT_PUBLIC = new BlockList();
for (const [network, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const) {
  NOT_PUBLIC.addSubnet(network, prefix, "ipv4");
}
const PUBLIC_V6 = new BlockList();
PUBLIC_V6.addSubnet("2000::", 3, "ipv6");
const SPECIAL_V6 = new BlockList();
for (const [network, prefix] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const) {
  SPECIAL_V6.addSubnet(network, prefix, "ipv6");
}

/** True for an address (brackets allowed) outside the public Internet. False for a name: only DNS can say. */
export function isPrivateAddress(host: string): boolean {
  const address = host.replace(/^\[|\]$/g, "");
  if (isIP(address) === 0) return false;
  if (isIPv6(address)) return !PUBLIC_V6.check(address, "ipv6") || SPECIAL_V6.check(address, "ipv6");
  return NOT_PUBLIC.check(address, "ipv4");
}

export class PrivateAddressError extends Error {
  override readonly name = "PrivateAddressError";
}

/** `dns.lookup` that refuses a name as soon as one of its addresses is private: what is checked is what is connected to. */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return callback(error, "", 0);
    const refused = addresses.find(({ address }) => isPrivateAddress(address));
    const first = addresses[0];
    if (refused !== undefined || first === undefined) {
      return callback(new PrivateAddressError(`Adresse privée pour ${hostname}`), "", 0);
    }
    if (options.all === true) return callback(null, addresses, 0);
    callback(null, first.address, first.family);
  });
};
