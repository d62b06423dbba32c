/** What leaves the worker, and what is taken of what comes back. */
import { expect, test } from "vitest";
import { viaNetwork } from "../../src/background/network.ts";
import { isPlainPage, isSafeAddress } from "../../src/domain/addresses.ts";
import { bodyOf } from "../../src/domain/bytes.ts";

const signal = new AbortController().signal;

test("nothing answered is left in the browser's cache, and no cookie goes along", async () => {
  const seen: RequestInit[] = [];
  const network = viaNetwork(async (_, init) => {
    seen.push(init);
    return new Response();
  });
  await network("https://proxy.test/v1/sources", { signal, headers: { authorization: "Bearer x" } });
  expect(seen).toEqual([
    { signal, headers: { authorization: "Bearer x" }, cache: "no-store", credentials: "omit", referrerPolicy: "no-referrer" },
  ]);
});

test.each(["http://proxy.test/", "http://192.168.1.4:8787/", "http://127.0.0.1.evil.test/", "ftp://127.0.0.1/", "file:///etc", "x"])(
  "%s is not asked",
  async (url) => {
    let asked = 0;
    const network = viaNetwork(async () => {
      asked += 1;
      return new Response();
    });
    await expect(network(url, { signal })).rejects.toThrow(TypeError);
    expect(asked).toBe(0);
    expect(isSafeAddress(url)).toBe(false);
  },
);

test.each(["https://proxy.test", "http://127.0.0.1:8787", "http://localhost:1", "http://[::1]:8787"])("%s may be asked", (url) => {
  expect(isSafeAddress(url)).toBe(true);
});

test.each([
  ["http://portail.test/depot", true],
  ["http://127.0.0.1.evil.test/", true],
  ["blob:http://portail.test/4f1c", true],
  ["https://portail.test/depot", false],
  ["http://127.0.0.1:8080/depot.html", false],
  ["blob:https://portail.test/4f1c", false],
  ["about:srcdoc", false],
  ["file:///tmp/page.html", false],
  ["", false],
])("%s came over plain http: %s", (url, plain) => {
  expect(isPlainPage(url)).toBe(plain);
});

test("a body is read whole, or let go as soon as it is too large", async () => {
  let drawn = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      drawn += 1;
      controller.enqueue(new Uint8Array(1000));
    },
  });
  expect(await bodyOf(new Response(endless), 10_000)).toBe("tooLarge");
  expect(drawn).toBeLessThan(15);
  expect(await bodyOf(new Response("abc"), 3)).toEqual(new TextEncoder().encode("abc"));
  expect(await bodyOf(new Response(null), 3)).toEqual(new Uint8Array());
});
