/** Whatever the proxy's address answers, the worker gets a value of the domain. */
import { describe, expect, test } from "vitest";
import { proxyService } from "../../src/background/proxy-service.ts";
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
    ["document.notADocument", "notADocument"],
    ["document.changed", "changed"],
    ["source.pending", "pending"],
    ["internal", "unavailable"],
  ])("the problem %s is told as %s", async (code, problem) => {
    const body = JSON.stringify({ type: `urn:x:${code}`, status: 502, code, title: "t", detail: "d" });
    expect(await answering(body, { status: 502 }).document(INQUIRY, "urssaf", 0)).toEqual({ problem });
  });
});
