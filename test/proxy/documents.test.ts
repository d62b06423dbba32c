import { describe, expect, test } from "vitest";
import { createDocumentFetcher } from "../../proxy/documents.ts";
import type { Outgoing, OutgoingFailure, OutgoingRequest, OutgoingResponse } from "../../proxy/outgoing.ts";
import type { PieceLocation } from "../../src/sources/source.ts";
import { VIGILANCE } from "./fixtures.ts";

const PDF = Buffer.from("%PDF-1.7\n%%EOF");
const ok = (body: Buffer | string, headers: Record<string, string> = {}, status = 200): OutgoingResponse => ({
  ok: true,
  status,
  headers,
  body: Buffer.from(body),
});
const moved = (location: string) => ok("", { location }, 302);

/** A network of a few addresses, and the calls it received. */
function network(pages: Readonly<Record<string, OutgoingResponse | OutgoingFailure>>, gate: Promise<void> = Promise.resolve()) {
  const calls: OutgoingRequest[] = [];
  const outgoing: Outgoing = {
    send: async (request) => {
      calls.push(request);
      await gate;
      return pages[request.url.href] ?? ok("", {}, 404);
    },
    close: async () => undefined,
  };
  const fetchDocument = createDocumentFetcher({
    config: {
      maxDocumentBytes: 1000,
      documentTimeoutMs: 1000,
      upstreams: {},
    },
    credentials: {
      has: () => true,
      apiHeaders: async () => ({ authorization: "Bearer secret" }),
      documentHeaders: async () => ({}),
      forget: () => undefined,
    },
    outgoing,
  });
  const source = { ...VIGILANCE, documentHosts: ["files.example.fr", "*.certifier.fr"] };
  return { calls, fetch: (url: string, steps: PieceLocation["steps"] = "direct") => fetchDocument(source, { url, steps }) };
}

describe("allowed addresses", () => {
  test("a protected document never travels unencrypted, even by a redirect", async () => {
    const { fetch, calls } = network({
      "https://files.example.fr/a": moved("http://files.example.fr/b"),
      "http://files.example.fr/b": ok(PDF),
    });
    expect(await fetch("https://files.example.fr/a")).toEqual({ ok: false, problem: "document.hostRefused" });
    expect(calls).toHaveLength(1);
  });
});

describe("fetching", () => {
  test("a file name or content type of the server's is not believed", async () => {
    const { fetch } = network({ "https://files.example.fr/a.pdf": ok("<html>", { "content-type": "application/pdf" }) });
    expect(await fetch("https://files.example.fr/a.pdf")).toEqual({ ok: false, problem: "document.notADocument" });
  });

  test("raw backslashes are encoded", async () => {
    const { calls, fetch } = network({ "https://www.certifier.fr/f.aspx?fn=2026%5Ca.pdf": ok(PDF) });
    expect(await fetch("https://www.certifier.fr/f.aspx?fn=2026\\a.pdf")).toMatchObject({ ok: true, mediaType: "application/pdf" });
    expect(calls).toHaveLength(1);
  });

  test("a redirect inside the list is followed, one outside is refused without a call", async () => {
    const { calls, fetch } = network({
      "https://files.example.fr/a": moved("https://www.certifier.fr/b"),
      "https://www.certifier.fr/b": moved("/c"),
      "https://www.certifier.fr/c": ok(PDF),
      "https://files.example.fr/out": moved("https://evil.org/a.pdf"),
      "https://files.example.fr/in": moved("http://169.254.169.254/latest/meta-data"),
      "https://files.example.fr/loop": moved("https://files.example.fr/loop"),
    });
    expect(await fetch("https://files.example.fr/a")).toMatchObject({ ok: true });
    expect(await fetch("https://files.example.fr/out")).toEqual({ ok: false, problem: "document.hostRefused" });
    expect(await fetch("https://files.example.fr/in")).toEqual({ ok: false, problem: "document.hostRefused" });
    expect(calls.map(({ url }) => url.hostname).filter((host) => host.includes("evil") || host.startsWith("169"))).toEqual([]);
    expect(await fetch("https://files.example.fr/loop")).toEqual({ ok: false, problem: "document.unreachable" });
    expect(calls).toHaveLength(3 + 1 + 1 + 4);
  });

  test("the address behind a JSON link is checked too, and everything outside the operator's own goes by the guarded network", async () => {
    const { calls, fetch } = network({
      "https://files.example.fr/good": ok(JSON.stringify({ data: { document_url: "https://files.example.fr/a.pdf" } })),
      "https://files.example.fr/a.pdf": ok(PDF),
      "https://files.example.fr/bad": ok(JSON.stringify({ data: { document_url: "http://localhost:6379/" } })),
      "https://files.example.fr/other": ok(JSON.stringify({ data: {} })),
      "https://files.example.fr/straight": ok(PDF),
    });
    expect(await fetch("https://files.example.fr/good", "json-link")).toMatchObject({ ok: true });
    expect(await fetch("https://files.example.fr/bad", "json-link")).toEqual({ ok: false, problem: "document.hostRefused" });
    expect(await fetch("https://files.example.fr/other", "json-link")).toEqual({ ok: false, problem: "document.notADocument" });
    expect(await fetch("https://files.example.fr/straight", "json-link")).toMatchObject({ ok: true });
    expect(await fetch("https://files.example.fr/good")).toEqual({ ok: false, problem: "document.notADocument" });
    expect(new Set(calls.map((call) => call.network))).toEqual(new Set(["public"]));
    expect(calls.some(({ headers }) => headers?.["authorization"] !== undefined)).toBe(false);
  });

  test.each([
    [{ ok: false, cause: "tooLarge" }, "document.tooLarge"],
    [{ ok: false, cause: "privateAddress" }, "document.hostRefused"],
    [{ ok: false, cause: "timeout" }, "document.unreachable"],
    [ok("", {}, 410), "document.expired"],
    [ok("", {}, 500), "document.unreachable"],
    [ok("", {}, 302), "document.unreachable"],
  ] as const)("%o", async (end, problem) => {
    const { fetch } = network({ "https://files.example.fr/a": end });
    expect(await fetch("https://files.example.fr/a")).toEqual({ ok: false, problem });
  });

  test("what is not an address", async () => {
    const { calls, fetch } = network({});
    expect(await fetch("not an address")).toEqual({ ok: false, problem: "document.hostRefused" });
    expect(calls).toEqual([]);
  });

  test("when too many ask at once, those beyond the queue are told to come back, the others are served", async () => {
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { calls, fetch } = network({ "https://files.example.fr/a": ok(PDF) }, gate);
    const ends = Array.from({ length: 230 }, () => fetch("https://files.example.fr/a"));
    expect(await ends.at(-1)).toEqual({ ok: false, problem: "document.busy" });
    expect(calls).toHaveLength(24);
    release();
    const served = (await Promise.all(ends)).filter(({ ok: delivered }) => delivered);
    expect(served).toHaveLength(224);
  });
});
