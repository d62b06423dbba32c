/** Documents being sent, to readers that read and to readers that do not. */

import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { connect, type Socket } from "node:net";
import { describe, expect, test } from "vitest";
import type { FetchedDocument } from "../../proxy/documents.ts";
import { createSending, type SendingLimits } from "../../proxy/sending.ts";
import { COMPLETE } from "./fixtures.ts";
import { linesOf } from "./processes.ts";

function documentOf(bytes: Buffer): FetchedDocument {
  return { ok: true, bytes, mediaType: "application/pdf", sha256: createHash("sha256").update(bytes).digest("hex") };
}
const ROOM = { most: 4, mostEach: 2, bytes: 1_000_000 };
const LIMITS: SendingLimits = { people: ROOM, anonymous: { ...ROOM, most: 2 }, stallMs: 60, slowest: 1000 };
const small = documentOf(Buffer.from("%PDF- small"));

describe("the places", () => {
  test("are given back when the bytes were read, when the reader goes, and when nothing is sent", async () => {
    const sending = createSending(LIMITS);
    for (let n = 0; n < 20; n++) {
      const [read, cut, none] = [sending.enter("people", "a"), sending.enter("people", "a"), sending.enter("people", "b")];
      expect([read, cut, none].includes(null)).toBe(false);
      expect(await new Response(read?.send(small)).text()).toBe("%PDF- small");
      await cut?.send(small)?.cancel();
      for (const place of [read, cut, none]) place?.leave();
    }
  });

  test("are limited for one caller and for all; strangers take none of the signed-in people's places", () => {
    const sending = createSending(LIMITS);
    expect([1, 2, 3].map(() => sending.enter("anonymous", "a") !== null)).toEqual([true, true, false]);
    expect(sending.enter("anonymous", "b")).toBeNull();
    expect(["a", "a", "a", "b", "b", "c"].map((caller) => sending.enter("people", caller) !== null)).toEqual([
      true,
      true,
      false,
      true,
      true,
      false,
    ]);
  });

  test("a reader that stops, or reads too slowly, is cut and leaves its place", async () => {
    const sending = createSending(LIMITS);
    const large = documentOf(Buffer.alloc(900_000, 1));
    const stopped = sending.enter("people", "a")?.send(large)?.getReader();
    await stopped?.read();
    await expect
      .poll(
        () =>
          stopped?.read().then(
            () => "more",
            () => "cut",
          ),
        { interval: 100 },
      )
      .toBe("cut");
    const patient = createSending({ ...LIMITS, slowest: 10_000 });
    const slow = patient.enter("people", "a")?.send(large)?.getReader();
    const end = (async () => {
      for (;;) {
        if ((await slow?.read())?.done !== false) return "whole";
        await new Promise((resolve) => setTimeout(resolve, 40));
      }
    })();
    await expect(end).rejects.toThrow("slow");
    expect([1, 2].map(() => patient.enter("people", "a") !== null)).toEqual([true, true]);
  });

  test("different documents held at once are limited in bytes; one is always sent, and the same one again costs nothing", async () => {
    const sending = createSending({ ...LIMITS, people: { most: 10, mostEach: 10, bytes: 1_000_000 } });
    const [one, copy, other] = [Buffer.alloc(700_000, 1), Buffer.alloc(700_000, 1), Buffer.alloc(700_000, 2)].map(documentOf);
    const send = (document: FetchedDocument | undefined) => sending.enter("people", "a")?.send(document as FetchedDocument) ?? null;
    const reader = send(one)?.getReader();
    const again = send(copy)?.getReader();
    expect(send(other)).toBeNull();
    // The same bytes, not a copy of them.
    expect((await again?.read())?.value?.buffer).toBe((await reader?.read())?.value?.buffer);
    expect((await reader?.read())?.value?.buffer).toBe(one?.bytes.buffer);
    await Promise.all([reader?.cancel(), again?.cancel()]);
    expect(send(other)).not.toBeNull();
  });
});

describe("sixty readers that do not read a document of 25 MB", () => {
  test("take less than 100 MB more, and other people are served meanwhile", async () => {
    const child = spawn(process.execPath, ["test/proxy/heavy.ts"], { stdio: ["pipe", "pipe", "inherit"] });
    const sockets: Socket[] = [];
    try {
      const next = linesOf(child);
      const url = await next();
      const memory = async () => {
        child.stdin.write("\n");
        return Number(await next()) / 1e6;
      };
      const path = `/v1/companies/${COMPLETE}/sources/vigilance/documents/0`;
      const read = async (address: string) => (await fetch(`${url}${path}`, { headers: { "x-forwarded-for": address } })).arrayBuffer();
      await read("203.0.113.200");
      const before = await memory();
      const { hostname, port } = new URL(url);
      const heads = await Promise.all(
        Array.from({ length: 60 }, (_, n) => {
          const socket = connect(Number(port), hostname);
          sockets.push(socket);
          socket.write(`GET ${path} HTTP/1.1\r\nhost: x\r\nx-forwarded-for: 203.0.113.${n}\r\n\r\n`);
          return new Promise<string>((resolve, reject) => {
            socket.once("error", reject);
            socket.once("data", (data) => {
              socket.pause();
              resolve(data.toString("latin1", 0, 12));
            });
          });
        }),
      );
      expect(new Set(heads)).toEqual(new Set(["HTTP/1.1 200"]));
      await new Promise((resolve) => setTimeout(resolve, 500));
      const more = (await memory()) - before;
      expect(more).toBeLessThan(100);
      expect((await read("203.0.113.201")).byteLength).toBe(25_000_000);
    } finally {
      for (const socket of sockets) socket.destroy();
      child.kill("SIGKILL");
    }
  });
});
