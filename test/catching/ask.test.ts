/** A document asked of a site with the person's session: judged by its bytes, bounded, and every other outcome reported as what it is. */
import { expect, test } from "vitest";
import { type Asked, askFor } from "../../src/catching/ask.ts";

const URL_ = "https://mon.exemple.fr/documents/17";
const PDF = "%PDF-1.7\nun document\n%%EOF";
const asked: Asked = { url: URL_, method: "GET", label: "Attestation de vigilance" };
const never = () => new Promise<void>(() => {});

function answer(body: BodyInit | null, { status = 200, headers = {}, url = URL_, redirected = false } = {}): Response {
  const response = new Response(body, { status, headers });
  Object.defineProperties(response, { url: { value: url }, redirected: { value: redirected } });
  return response;
}
const asking = (response: () => Promise<Response> | Response, more: Partial<Asked> = {}, mostBytes = 1000) =>
  askFor({ ...asked, ...more }, { fetch: async () => response(), patience: never, mostBytes });
const told = (name: string) => ({ headers: { "content-disposition": name } });

test.each([
  ["named by the answer", told('attachment; filename="Attestation vigilance.pdf"'), "Attestation vigilance.pdf"],
  ["named in another alphabet", told("attachment; filename*=UTF-8''Attestation%20f%C3%A9vrier.pdf"), "Attestation février.pdf"],
  ["a name that would leave its folder", told('attachment; filename="../../etc/x.pdf"'), ".. .. etc x.pdf"],
  ["named by its address", { url: "https://mon.exemple.fr/f/vigilance.pdf" }, "vigilance.pdf"],
  ["named by the page alone", {}, "Attestation de vigilance.pdf"],
])("a PDF is taken, whatever the site says that it is: %s", async (_, given, fileName) => {
  expect(await asking(() => answer(PDF, given))).toEqual({ base64: btoa(PDF), fileName });
});

test("a PDF that holds markup after a late header is a document, whatever type the site announces", async () => {
  const late = `\n\n<html>%PDF-1.4 ${PDF}`;
  expect(await asking(() => answer(late, { headers: { "content-type": "text/html" } }))).toHaveProperty("base64", btoa(late));
});

const page = (inside: string, title = "Mes documents") =>
  `<!DOCTYPE html><html><head><title>${title}</title></head><body>${inside}</body></html>`;

test.each([
  ["a page with a password", () => answer(page('<input type="password">')), "session"],
  ["a page that says it", () => answer(page("", "Se connecter à votre espace")), "session"],
  [
    "a page at another address that says it",
    () => answer(page(""), { url: "https://mon.exemple.fr/login?next=17", redirected: true }),
    "session",
  ],
  ["a page to identify oneself first, without a password", () => answer(page('<h1>Identifiez-vous</h1><input name="spi">')), "session"],
  ["a page that says that the session is over", () => answer(page("<p>Votre session a expiré.</p>")), "session"],
  ["a page of the space, where one may sign out", () => answer(page("<a>Se déconnecter</a><p>Reconnectez-vous demain</p>")), "page"],
  ["words of a program in a page", () => answer(page("<script>say('connectez-vous')</script><p>Choisissez</p>")), "page"],
  ["data that say that nobody is signed in", () => answer('{"erreur":"Session expirée"}'), "session"],
  ["data in place of a document", () => answer('[{"code":500}]'), "refused"],
  ["401", () => answer("", { status: 401 }), "session"],
  ["403 with a page", () => answer(page("Interdit"), { status: 403 }), "session"],
  ["another page of the site", () => answer(page("Choisissez une attestation")), "page"],
  ["an error page", () => answer(page("Erreur"), { status: 500 }), "refused"],
  ["an error that pretends to be a PDF", () => answer(PDF, { status: 500 }), "refused"],
  ["nothing at all", () => answer("", { status: 200 }), "refused"],
  ["too large as it says", () => answer(PDF, { headers: { "content-length": "1001" } }), "tooLarge"],
  ["too large as it comes", () => answer(`${PDF}${"x".repeat(1000)}`), "tooLarge"],
] as const)("%s", async (_, response, failure) => {
  expect(await asking(response)).toEqual({ failure });
});

test("a redirect to another site, which the page may not read, is reported as such, and a form is not sent a second time", async () => {
  const sent: string[] = [];
  const ask = (method: "GET" | "POST") =>
    askFor(
      { ...asked, method },
      {
        fetch: async (_, init) => {
          sent.push(`${init.method} ${init.redirect ?? "follow"}`);
          if (init.redirect !== "manual") throw new TypeError("Failed to fetch");
          return Object.defineProperty(new Response(null), "type", { value: "opaqueredirect" });
        },
        patience: never,
      },
    );
  expect(await ask("GET")).toEqual({ failure: "elsewhere" });
  expect(await ask("POST")).toEqual({ failure: "elsewhere" });
  expect(sent).toEqual(["GET follow", "GET manual", "POST follow"]);
});

test("a site that does not answer, is too slow or stops midway is reported as such", async () => {
  const fails = () => Promise.reject(new TypeError("Failed to fetch"));
  expect(await asking(fails)).toEqual({ failure: "unreachable" });
  expect(await asking(fails, { url: "blob:https://mon.exemple.fr/1" })).toEqual({ failure: "gone" });
  const slow = await askFor(asked, { fetch: () => new Promise(() => {}), patience: async () => {} });
  expect(slow).toEqual({ failure: "tooSlow" });
  const cut = new ReadableStream({
    start: (stream) => stream.enqueue(new TextEncoder().encode(PDF)),
    pull: (stream) => stream.error(new Error("coupé")),
  });
  expect(await asking(() => answer(cut))).toEqual({ failure: "unreachable" });
});

test.each([
  ["another page", URL_, () => answer(page("Formulaire"))],
  ["an error", URL_, () => answer("", { status: 405 })],
  [
    "nothing, as it went with the page that made it",
    "blob:https://mon.exemple.fr/1",
    () => Promise.reject(new TypeError("Failed to fetch")),
  ],
])("the tab shows a document that its address does not give again, but %s: that is told", async (_, url, response) => {
  expect(await asking(response, { isShown: true, url })).toEqual({ failure: "notAgain" });
});

test("what the tab shows is taken from the browser's cache; the session's cookies go with every request", async () => {
  const sent: RequestInit[] = [];
  const fetch = async (_: string, init: RequestInit) => {
    sent.push(init);
    return answer(PDF);
  };
  const ask = (more: Partial<Asked>) => askFor({ ...asked, ...more }, { fetch, patience: never });
  await ask({ isShown: true });
  await ask({});
  expect(sent).toMatchObject([
    { credentials: "include", cache: "force-cache" },
    { credentials: "include", cache: "default" },
  ]);
});
