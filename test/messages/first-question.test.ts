/** What a page asks before its code is there: asked once, by whoever runs first. */
import { afterEach, expect, test, vi } from "vitest";
import { askedFirst } from "../../src/messages/first-question.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A page of the extension at that address, over an active tab. */
function pageAt(address: string) {
  const sent: unknown[] = [];
  const { pathname, search } = new URL(address, "chrome-extension://pli-pret");
  vi.stubGlobal("location", { pathname, search });
  vi.stubGlobal("pliPretAsked", undefined);
  vi.stubGlobal("chrome", {
    runtime: {
      sendMessage: async (message: unknown) => {
        sent.push(message);
        return { ok: true, output: sent.length };
      },
    },
    tabs: { query: async () => [{ id: 7 }] },
  });
  return sent;
}

test.each([
  ["/consultations.html", null, { name: "readConsultations", input: {} }],
  ["/popup.html", 7, { name: "show", input: { tabId: 7, opening: true } }],
  ["/sidepanel.html", 7, { name: "show", input: { tabId: 7, opening: true } }],
  ["/popup.html?tab=12", 12, { name: "show", input: { tabId: 12, opening: true } }],
])("%s asks for what it shows, once, whoever runs first", async (address, tabId, message) => {
  const sent = pageAt(address);
  const [script, code] = [askedFirst(), askedFirst()];
  expect([await script.tabId, await code.tabId]).toEqual([tabId, tabId]);
  expect(await script.reply).toEqual({ ok: true, output: 1 });
  expect(await code.reply).toEqual({ ok: true, output: 1 });
  expect(sent).toEqual([message]);
});

test("without an active tab, the screen of no tab is asked for", async () => {
  const sent = pageAt("/popup.html");
  vi.stubGlobal("chrome", { ...Reflect.get(globalThis, "chrome"), tabs: { query: async () => [] } });
  expect(await askedFirst().tabId).toBe(null);
  await askedFirst().reply;
  expect(sent).toEqual([{ name: "show", input: { tabId: null, opening: true } }]);
});
