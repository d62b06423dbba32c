/** Spaces of bodies and insurers as their pages behave, in Chromium: what is offered, under which words, and what comes when it is pressed. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { pageForTests } from "../page/browser.ts";
import { FIRST, PDF } from "./spaces-first.ts";
import { SECOND } from "./spaces-second.ts";
import { THIRD } from "./spaces-third.ts";
import { linesOf, type Site, type Space, startSpaces, toldIn } from "./spaces-world.ts";

const CASES = [...FIRST, ...SECOND, ...THIRD];

const page = pageForTests();
let site: Site;
let elsewhere: Site;
beforeAll(async () => {
  elsewhere = await startSpaces([]);
  const named = (text: string, at: number) => text.replaceAll("{case}", String(at)).replaceAll("{elsewhere}", elsewhere.url);
  site = await startSpaces(CASES.map((one, at) => JSON.parse(named(JSON.stringify(one), at)) as Space));
});
afterAll(() => Promise.all([site.close(), elsewhere.close()]));

test.each(CASES.map((one, at) => [one.name, one, at] as const))("%s", async (_, { offers, told = [] }, at) => {
  await page().goto(`${site.url}/${at}/`, { waitUntil: "networkidle" });
  const before = site.asked.length;
  const lines = await linesOf(page());
  expect(site.asked.length, "looking asks nothing").toBe(before);
  const named = await toldIn(page());
  expect(named, "told").toEqual(told.map((one) => expect.stringMatching(one)));
  const rest = [...lines];
  for (const { line, gives, again, fileName } of offers) {
    const index = rest.findIndex(({ said }) => line.test(said));
    const [one] = index < 0 ? [] : rest.splice(index, 1);
    expect(one?.said ?? lines.map(({ said }) => said), String(line)).toMatch(line);
    const caught = await one?.take();
    expect(given(caught)).toBe(gives);
    if (fileName !== undefined) expect(caught).toMatchObject({ fileName });
    if (again !== undefined) expect(given(await one?.take())).toBe(again);
  }
  expect(rest.map(({ said }) => said)).toEqual([]);
});

/** "pdf", other contents as text, or the failure. */
function given(caught: Awaited<ReturnType<Awaited<ReturnType<typeof linesOf>>[number]["take"]>> | undefined): string | undefined {
  if (caught === undefined) return undefined;
  if ("failure" in caught) return caught.failure;
  const text = Buffer.from(caught.base64, "base64").toString();
  return text === PDF ? "pdf" : text;
}
