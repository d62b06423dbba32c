/** Whatever the proxy's address answers, the worker gets a value of the domain. */
import { describe, expect, test } from "vitest";
import { turnsFor } from "../../src/background/late-turns.ts";
import { proxyService } from "../../src/background/proxy-service.ts";
import type { Renewal } from "../../src/background/sign-in.ts";
import { answerOf, NOW, SIRET, serviceOf } from "./answers.ts";

const INQUIRY = { siret: SIRET, recipient: "35600000000048", object: "Réf. 12/B" };
const urls: string[] = [];

function answering(body: string | Uint8Array<ArrayBuffer> | Error, init?: ResponseInit) {
  return proxyService("http://127.0.0.1:8787", {
    fetch: async (url) => {
      urls.push(url);
      if (body instanceof Error) throw body;
      return new Response(body, init);
    },
    now: () => NOW,
    token: async () => null,
    renew: async () => ({ state: "over" }),
    late: turnsFor(1),
  });
}

describe("proxy service", () => {
  test("an answer of the contract is passed on, and the call says its purpose", async () => {
    const answer = answerOf("insee", { facts: { raisonSociale: "ATELIER" } });
    expect(await answering(JSON.stringify(answer)).ask(INQUIRY, "insee")).toEqual(answer);
    const url = new URL(urls.at(-1) ?? "");
    expect(url.pathname).toBe(`/v1/companies/${SIRET}/sources/insee`);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      context: "Candidature à un marché public",
      object: "Réf. 12/B",
      recipient: "35600000000048",
      wait: "2",
    });
  });

  test.each([
    ["nobody there", new TypeError("fetch failed"), {}, "unavailable", "proxy.unreachable"],
    ["too slow", new DOMException("timeout", "TimeoutError"), {}, "unavailable", "provider.timeout"],
    ["a web page", "<html>", {}, "unexpectedShape", "shape.notJson"],
    ["another shape", "{}", {}, "unexpectedShape", "shape.unexpected"],
    ["a session that is over", "{}", { status: 401 }, "notPermitted", "proxy.signInNeeded"],
    ["a failing proxy", "{}", { status: 502 }, "unavailable", "proxy.unreachable"],
    ["another company's answer", JSON.stringify(answerOf("insee", { siret: "35600000000048" })), {}, "unexpectedShape", "shape.unexpected"],
  ] as const)("%s is an answer too", async (_, body, init, state, reason) => {
    expect(await answering(body, init).ask(INQUIRY, "insee")).toMatchObject({ state, reason, siret: SIRET, facts: {} });
  });

  test("describes itself, or says what is wrong with the address", async () => {
    expect(await answering(JSON.stringify(serviceOf("insee"))).describe()).toEqual(serviceOf("insee"));
    expect(await answering("<html>").describe()).toEqual({ trouble: "notOurs" });
    expect(await answering("[]").describe()).toEqual({ trouble: "notOurs" });
    expect(await answering(new TypeError("fetch failed")).describe()).toEqual({ trouble: "unreachable" });
  });

  test("a document keeps its bytes and the name given; a name from elsewhere is not trusted", async () => {
    const bytes = new TextEncoder().encode("%PDF-1.7");
    const headers = { "content-type": "application/pdf; charset=x", "content-disposition": 'attachment; filename="a-b.pdf"' };
    expect(await answering(bytes, { headers }).document(INQUIRY, "urssaf", 0)).toEqual({
      bytes,
      mediaType: "application/pdf",
      fileName: "a-b.pdf",
    });
    const evil = { ...headers, "content-disposition": 'attachment; filename="../../x.pdf"' };
    expect(await answering(bytes, { headers: evil }).document(INQUIRY, "urssaf", 0)).toMatchObject({ fileName: "document.pdf" });
  });

  test.each([
    ["a web page", "<!doctype html><p>Connectez-vous au réseau", {}, "notADocument"],
    ["a drawing", '<svg xmlns="http://www.w3.org/2000/svg"/>', {}, "notADocument"],
    ["a program", "MZ\u0090\u0000", {}, "notADocument"],
    ["nothing", "", {}, "notADocument"],
    ["other bytes than those told of", "%PDF-1.7 altered", { "x-document-sha256": "0".repeat(64) }, "changed"],
    ["31 MB", new Uint8Array(31 * 1024 * 1024).fill(0x25), {}, "tooLarge"],
    ["120 MB announced", "%PDF-1.7", { "content-length": String(120 * 1024 * 1024) }, "tooLarge"],
  ] as const)("%s, sent as an attestation, is refused", async (_, body, headers, problem) => {
    const answered = answering(body, { headers: { "content-type": "application/pdf", ...headers } });
    expect(await answered.document(INQUIRY, "urssaf", 0)).toEqual({ problem });
  });

  test("a document is what its bytes are, whatever the service calls it", async () => {
    const headers = { "content-type": "text/html", "content-disposition": 'attachment; filename="kbis.exe"' };
    const fetched = await answering(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), { headers }).document(INQUIRY, "kbis", 0);
    expect(fetched).toMatchObject({ mediaType: "image/jpeg", fileName: "kbis.jpg" });
  });

  describe("a token that the proxy refuses", () => {
    function refusing(renewal: Renewal) {
      const bearers: (string | undefined)[] = [];
      const service = proxyService("https://proxy.test", {
        fetch: async (_, { headers }) => {
          bearers.push(headers?.authorization);
          return headers?.authorization === "Bearer new"
            ? new Response(JSON.stringify(answerOf("urssaf")))
            : new Response("{}", { status: 401 });
        },
        now: () => NOW,
        token: async () => "old",
        renew: async () => renewal,
        late: turnsFor(1),
      });
      return { service, bearers };
    }

    test("is renewed once, and the question asked again", async () => {
      const { service, bearers } = refusing({ state: "renewed", token: "new" });
      expect(await service.ask(INQUIRY, "urssaf")).toMatchObject({ state: "delivered" });
      expect(bearers).toEqual(["Bearer old", "Bearer new"]);
    });

    test("cannot be renewed now: the source is asked later, and nobody is told to sign in again", async () => {
      const { service } = refusing({ state: "away" });
      expect(await service.ask(INQUIRY, "urssaf")).toMatchObject({ state: "unavailable", reason: "proxy.unreachable" });
      expect(await service.document(INQUIRY, "urssaf", 0)).toEqual({ problem: "unreachable" });
    });

    test("belongs to a session that is over: the person is told to sign in", async () => {
      const { service } = refusing({ state: "over" });
      expect(await service.ask(INQUIRY, "urssaf")).toMatchObject({ state: "notPermitted", reason: "proxy.signInNeeded" });
    });
  });

  test.each([
    ["document.notADocument", "notADocument"],
    ["document.changed", "changed"],
    ["source.pending", "pending"],
    ["internal", "unavailable"],
  ])("the problem %s is told as %s", async (code, problem) => {
    const body = JSON.stringify({ type: `urn:x:${code}`, status: 502, code, title: "t", detail: "d" });
    expect(await answering(body, { status: 502 }).document(INQUIRY, "urssaf", 0)).toEqual({ problem });
  });
});
