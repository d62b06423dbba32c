/** The measure of the line: what arrived at the proxy, in the time it took; never of a proxy next door. */
import { describe, expect, test } from "vitest";
import type { Fetch } from "../../src/background/proxy-service.ts";
import { measureUpload } from "../../src/background/upload-rate.ts";
import { UPLOAD_CHECK_BYTES } from "../../src/domain/service.ts";

const PROXY = "https://proxy.example.fr";

/** A proxy at the end of a line that sends so many bytes a second, on a clock of its own. */
function line(bytesPerSecond: number, answer: (bytes: number) => Response = (bytes) => Response.json({ bytes })) {
  let now = 0;
  const sent: number[] = [];
  const fetch: Fetch = async (_url, { body }) => {
    const bytes = body?.length ?? 0;
    sent.push(bytes);
    now += (bytes / bytesPerSecond) * 1_000;
    return answer(bytes);
  };
  return { sent, measure: (url = PROXY) => measureUpload(url, fetch, () => now) };
}

test("bits per second, the opening of the connection left out", async () => {
  const { measure, sent } = line(250_000);
  expect(await measure()).toEqual({ bitsPerSecond: 2_000_000 });
  expect(sent).toEqual([1_000, UPLOAD_CHECK_BYTES]);
});

test.each([
  "http://localhost:8787",
  "http://127.0.0.1:8787",
  "http://[::1]:8787",
  "http://192.168.1.20",
  "http://10.3.0.2",
  "http://172.20.1.1",
  "http://[fd00::12]",
  "http://marches.local",
])("nothing is sent to %s: it is next door", async (url) => {
  const { measure, sent } = line(250_000);
  expect(await measure(url)).toEqual({ problem: "nearby" });
  expect(sent).toEqual([]);
});

test.each(["https://10.example.fr", "https://172.32.1.1", "https://localhost.example.fr", "https://[2001:db8::1]"])(
  "%s is elsewhere",
  async (url) => {
    expect(await line(250_000).measure(url)).toEqual({ bitsPerSecond: 2_000_000 });
  },
);

describe("no figure when", () => {
  test.each([
    ["asked too often", () => new Response(null, { status: 429 }), "busy"],
    ["refused", () => new Response(null, { status: 413 }), "unreachable"],
    ["it is no proxy of ours", () => new Response("<html>"), "unreachable"],
    ["part of it is missing", (bytes: number) => Response.json({ bytes: bytes - 1 }), "unreachable"],
    [
      "nobody answers",
      () => {
        throw new TypeError("Failed to fetch");
      },
      "unreachable",
    ],
  ] as const)("%s", async (_, answer, problem) => {
    expect(await line(250_000, answer).measure()).toEqual({ problem });
  });
});
