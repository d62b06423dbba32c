/** What can go wrong at an upstream, on purpose. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

export type Fault = { readonly latencyMs?: number /** Calls it applies to; for ever when absent. */; readonly times?: number } & (
  | { readonly kind: "slow" }
  /** The right answer, once the promise is settled. */
  | { readonly kind: "held"; readonly until: Promise<unknown> }
  | { readonly kind: "status"; readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
  /** The connection is cut before any answer. */
  | { readonly kind: "reset" }
  /** The connection is cut in the middle of the answer. */
  | { readonly kind: "resetMidBody" }
  /** The right answer, a few bytes at a time, without end in sight. */
  | { readonly kind: "drip" }
  /** No answer at all: a banned address sees this. */
  | { readonly kind: "silence" }
  /** 200, and a web page. */
  | { readonly kind: "html" }
  /** The first half of the right answer, as a complete HTTP response. */
  | { readonly kind: "truncated" }
  /** The right answer with every key renamed. */
  | { readonly kind: "drift" }
  /** 200, and that many bytes. */
  | { readonly kind: "huge"; readonly bytes: number; readonly contentType?: string }
);

export interface Faults {
  /** `target`: a part of `host/path`. Replaces the fault already set there. */
  set(target: string, fault: Fault): void;
  clear(target?: string): void;
  /** The fault of this call; one of its uses is then spent. */
  take(call: { host: string; path: string }): Fault | undefined;
}

export function createFaults(): Faults {
  const set = new Map<string, { fault: Fault; left: number }>();
  return {
    set: (target, fault) => void set.set(target, { fault, left: fault.times ?? Number.POSITIVE_INFINITY }),
    clear: (target) => {
      if (target === undefined) set.clear();
      else set.delete(target);
    },
    take: ({ host, path }) => {
      for (const [target, entry] of set) {
        if (!`${host}${path}`.includes(target)) continue;
        if (entry.left <= 0) continue;
        entry.left -= 1;
        return entry.fault;
      }
      return undefined;
    },
  };
}

const HTML = '<!doctype html><html lang="fr"><title>Maintenance</title><p>Le service revient bientôt.</p></html>';
const DRIP_MS = 200;

/**
 * Plays the fault on the socket. Returns false when the answer is to be sent as it is.
 * `answer` gives the right answer, asked for only when it is needed.
 */
export async function playFault(
  fault: Fault,
  request: IncomingMessage,
  response: ServerResponse,
  answer: () => Promise<Response>,
): Promise<boolean> {
  if (fault.latencyMs !== undefined) await new Promise((resolve) => setTimeout(resolve, fault.latencyMs));
  switch (fault.kind) {
    case "slow":
      return false;
    case "held":
      await fault.until;
      return false;
    case "status":
      response.writeHead(fault.status, { "content-type": "application/json", ...fault.headers }).end(fault.body ?? "");
      return true;
    case "reset":
      request.socket.destroy();
      return true;
    case "silence":
      return true;
    case "html":
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(HTML);
      return true;
    case "huge":
      await sendHuge(response, fault.bytes, fault.contentType ?? "application/octet-stream");
      return true;
    case "resetMidBody":
    case "drip":
    case "truncated":
    case "drift": {
      const right = await answer();
      const bytes = Buffer.from(await right.arrayBuffer());
      const headers = Object.fromEntries([...right.headers].filter(([name]) => name !== "content-length"));
      await distort(fault.kind, bytes, request, response.writeHead(right.status, headers));
      return true;
    }
  }
}

async function distort(
  kind: "resetMidBody" | "drip" | "truncated" | "drift",
  bytes: Buffer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const half = bytes.subarray(0, Math.ceil(bytes.length / 2));
  if (kind === "truncated") return void response.end(half);
  if (kind === "drift") return void response.end(bytes.toString("utf8").replace(/"([A-Za-z_ ]+)":/g, '"x_$1":'));
  if (kind === "resetMidBody") {
    response.write(half, () => request.socket.destroy());
    return;
  }
  for (const byte of bytes) {
    if (response.destroyed) return;
    response.write(Buffer.from([byte]));
    await new Promise((resolve) => setTimeout(resolve, DRIP_MS));
  }
  response.end();
}

async function sendHuge(response: ServerResponse, bytes: number, contentType: string): Promise<void> {
  response.writeHead(200, { "content-type": contentType });
  const block = Buffer.alloc(1024 * 1024, 0x20);
  function* blocks() {
    yield "%PDF-1.7\n";
    for (let sent = 0; sent < bytes; sent += block.length) yield block;
  }
  // The caller is expected to hang up.
  await pipeline(Readable.from(blocks()), response).catch(() => undefined);
}
