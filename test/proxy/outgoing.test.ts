import { createServer } from "node:net";
import { afterAll, describe, expect, test } from "vitest";
import { isPrivateAddress } from "../../proxy/addresses.ts";
import { createOutgoing } from "../../proxy/outgoing.ts";

const outgoing = createOutgoing();
afterAll(() => outgoing.close());
const send = (url: string, network: "public" | "trusted" = "trusted") =>
  outgoing.send({ url: new URL(url), timeoutMs: 2000, maxBytes: 1000, network });

describe("addresses", () => {
  test.each([
    "127.0.0.1",
    "127.9.9.9",
    "10.1.2.3",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "255.255.255.255",
    "[::1]",
    "::",
    "fe80::1",
    "fd00::1",
    "fc00::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "2001:db8::1",
  ])("%s is not public", (address) => expect(isPrivateAddress(address)).toBe(true));

  test.each(["93.184.215.14", "172.32.0.1", "100.128.0.1", "2a01:e0a::1", "[2606:4700::1111]", "example.org"])(
    "%s is not refused",
    (address) => expect(isPrivateAddress(address)).toBe(false),
  );
});

describe("failures are values", () => {
  test("a name that does not exist", async () => {
    expect(await send("http://nulle-part.invalid/")).toEqual({ ok: false, cause: "dns" });
  });

  test("a closed port", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    await new Promise((resolve) => server.close(resolve));
    expect(await send(`http://127.0.0.1:${port}/`)).toEqual({ ok: false, cause: "refused" });
  });

  test("a private address is refused where a public one is required, by number and by name after DNS", async () => {
    expect(await send("http://127.0.0.1:1/", "public")).toEqual({ ok: false, cause: "privateAddress" });
    expect(await send("http://[::1]:1/", "public")).toEqual({ ok: false, cause: "privateAddress" });
    expect(await send("http://localhost:1/", "public")).toEqual({ ok: false, cause: "privateAddress" });
    // Other writings of the same address, which URL makes plain.
    expect(await send("http://2130706433:1/", "public")).toEqual({ ok: false, cause: "privateAddress" });
    expect(await send("http://0x7f.1:1/", "public")).toEqual({ ok: false, cause: "privateAddress" });
  });

  test("the caller's own signal", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 50);
    const answer = outgoing.send({
      url: new URL(`http://127.0.0.1:${port}/`),
      timeoutMs: 5000,
      maxBytes: 10,
      network: "trusted",
      signal: controller.signal,
    });
    expect(await answer).toEqual({ ok: false, cause: "aborted" });
    server.close();
  });
});
