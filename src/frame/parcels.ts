/** Files that arrive in parts, because messages are limited in size. */
import { bytesOfBase64 } from "../domain/bytes.ts";
import type { Input } from "../messages/contract.ts";

export interface Parcels {
  receive(part: Input<"receivePart">): void;
  /** The whole file; its parts are forgotten. A part that is missing makes it shorter: the caller sends them in order, all of them. */
  open(file: Input<"attachPage">["files"][number]): File;
}

export function createParcels(): Parcels {
  const arrived = new Map<string, Uint8Array<ArrayBuffer>[]>();
  return {
    receive: ({ file, part, base64 }) => {
      const parts = part === 0 ? [] : (arrived.get(file) ?? []);
      parts[part] = bytesOfBase64(base64);
      arrived.set(file, parts);
    },
    open: ({ file, name, type }) => {
      const parts = arrived.get(file) ?? [];
      arrived.delete(file);
      return new File(parts, name, { type });
    },
  };
}
