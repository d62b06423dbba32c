/**
 * Pages that move while they are worked on, in Firefox with the whole extension: what is written and attached is what was read. The same
 * ways of moving, and more, are tried in Chromium by `test/frame/moving.test.ts`.
 */
import { expect, test } from "@playwright/test";
import type { Page } from "puppeteer-core";
import type { RunningProxy } from "../../proxy/start.ts";
import type { Output } from "../../src/messages/contract.ts";
import { type Portal, startPortal } from "../portals/server.ts";
import { HOSTS } from "./browser.ts";
import { type FirefoxBrowser, firefoxPath, sendIn, startFirefox } from "./firefox.ts";
import { startProxyQuietly } from "./proxy.ts";

const SIRET = "99990000400014";

let portal: Portal;
let proxy: RunningProxy;
let firefox: FirefoxBrowser;
let screen: Page;

test.skip(firefoxPath() === null, "Firefox est absent de cette machine");
test.beforeAll(async () => {
  [portal, proxy, firefox] = await Promise.all([startPortal(), startProxyQuietly(), startFirefox([HOSTS.place])]);
  screen = await firefox.asker();
  await sendIn(screen, "chooseService", { kind: "proxy", url: proxy.url });
  await sendIn(screen, "chooseCompany", { siret: SIRET });
  await expect.poll(async () => (await show(0)).sources.some(({ state }) => state === "asking")).toBe(false);
});
test.afterAll(async () => {
  await firefox?.close();
  await proxy?.close();
  await portal?.close();
});

const show = async (tabId: number) => (await sendIn(screen, "show", { tabId })) as Output<"show">;

/** A page of the portal whose body is that one instead, in a tab or a window of its own; its tab, once the extension has read it so. */
async function open(
  html: string,
  script: string,
  isRead: (situation: Output<"show">) => boolean,
  type: "tab" | "window" = "tab",
): Promise<{ page: Page; tabId: number }> {
  const page = await firefox.browser.newPage({ type });
  // The browser slows down background tabs.
  await page.goto(`https://${HOSTS.place}:${new URL(portal.url).port}/place-retrait-dce.html?${crypto.randomUUID()}`);
  const found = { tabId: null as number | null };
  await expect
    .poll(async () => {
      found.tabId = await firefox.tabRead(screen, page.url());
      return found.tabId;
    })
    .not.toBeNull();
  const tabId = found.tabId ?? -1;
  await page.evaluate(
    (body, code) => {
      document.body.innerHTML = `<h1>Dossier de candidature</h1>${body}`;
      const running = document.createElement("script");
      running.textContent = code;
      document.body.append(running);
    },
    html,
    script,
  );
  await expect.poll(async () => isRead(await show(tabId))).toBe(true);
  return { page, tabId };
}

const LABELS = ["Raison sociale", "SIRET", "Code postal", "Commune", "Téléphone"];
const RIGHT = { "Raison sociale": "LUMIVERDE INGENIERIE", SIRET };
const rows = LABELS.map((label) => `<tr><td>${label}</td><td><input></td></tr>`).join("");
const FORM = `<form><table><tbody id="lignes">${rows}</tbody></table></form>`;

/** Moves every 20 ms, and draws the rows again with one more above after the first change. */
const MOVES = `{
  const clock = document.createElement("p"), list = document.getElementById("lignes");
  document.body.append(clock);
  setInterval(() => { clock.textContent = Date.now(); }, 20);
  let drawn = false;
  list.addEventListener("change", () => setTimeout(() => {
    if (drawn) return; drawn = true;
    const kept = [...list.rows].map((row) => [row.cells[0].textContent, row.querySelector("input").value]);
    const all = [["N° de dossier interne", ""], ...kept];
    list.innerHTML = all.map(([label]) => "<tr><td>" + label + "</td><td><input></td></tr>").join("");
    all.forEach(([, value], i) => { list.rows[i].querySelector("input").value = value; });
  }));
}`;

/** The value beside each label, in the page or in its frame. */
const standing = (page: Page, inFrame = false) =>
  page.evaluate((framed) => {
    const shown = framed ? document.querySelector("iframe")?.contentDocument : document;
    return Object.fromEntries(
      [...(shown?.querySelectorAll("tr") ?? [])].map((row) => [row.cells[0]?.textContent, row.querySelector("input")?.value ?? ""]),
    );
  }, inFrame);

/** True when the form is read in that many frames, and nothing else is read. */
const isReadIn =
  (frames: number) =>
  ({ fields }: Output<"show">) =>
    fields.length === frames * LABELS.length && fields.every(({ pageLabel }) => LABELS.includes(pageLabel));

/** How far the note that a filled field shows stands from it, in pixels: to its left edge, and to its nearer edge. */
const noteFrom = async (page: Page) => {
  // A window behind another cannot focus its fields.
  await page.bringToFront();
  await page.focus("#lignes tr:nth-child(2) input");
  await page.waitForSelector("[popover]");
  return page.evaluate(() => {
    const [note, field] = [document.querySelector("[popover]"), document.activeElement].map((one) => one?.getBoundingClientRect());
    if (note === undefined || field === undefined || note.width === 0) return null;
    return { left: Math.abs(note.left - field.left), away: Math.min(Math.abs(field.top - note.bottom), Math.abs(note.top - field.bottom)) };
  });
};

test("two windows and two frames whose rows are drawn again while they are filled: each value under its label, the note beside it, and all is put back", async () => {
  const framed = `${FORM}<iframe srcdoc="${`<h1>Dossier de candidature</h1>${FORM}`.replaceAll('"', "&quot;")}"></iframe>`;
  const one = await open(FORM, MOVES, isReadIn(1));
  const other = await open(framed, MOVES, isReadIn(2), "window");
  await Promise.all([one, other].map(({ tabId }) => sendIn(screen, "fill", { tabId, except: [], accepted: [] })));
  for (const filled of [await standing(one.page), await standing(other.page)])
    expect(filled).toMatchObject({ "N° de dossier interne": "", ...RIGHT });
  expect(await standing(other.page, true)).toMatchObject(RIGHT);
  const written = await standing(one.page);
  const note = await noteFrom(one.page);
  expect(note?.left).toBeLessThan(2);
  expect(note?.away).toBeLessThan(10);
  await sendIn(screen, "undo", { tabId: other.tabId });
  for (const values of [await standing(other.page), await standing(other.page, true)])
    expect(new Set(Object.values(values))).toEqual(new Set([""]));
  expect(await standing(one.page)).toEqual(written);
});

const PIECES = ["Attestation de vigilance URSSAF", "Attestation de régularité fiscale", "Certificat de congés payés"];
const slots = PIECES.map((label) => `<tr><td>${label}</td><td><input type="file" name="piece[]"></td></tr>`).join("");
const UPLOADS = `<form><table><tbody id="lignes">${slots}</tbody></table></form>`;
/** Sends each file at once, and takes its row away. */
const SENDS = `
  window.received = [];
  document.getElementById("lignes").addEventListener("change", ({ target }) => {
    if (target.files.length === 0) return;
    const row = target.closest("tr");
    received.push([row.cells[0].textContent, target.files[0].name]);
    setTimeout(() => row.remove(), 30);
  });`;
const received = (page: Page) => page.evaluate("received") as Promise<[string, string][]>;
const readySlots = ({ slots: read }: Output<"show">) => read.filter(({ status }) => status === "ready");
const choicesOf = (situation: Output<"show">) =>
  readySlots(situation).map(({ frameId, id, proposed }) => ({ frameId, id, pieces: proposed, made: [] }));

test("a portal that sends each file at once and takes its row away receives each in its own slot, and the same form in another window nothing; nor does a slot renamed", async () => {
  const sending = await open(UPLOADS, SENDS, (situation) => readySlots(situation).length === PIECES.length);
  const beside = await open(UPLOADS, SENDS, (situation) => readySlots(situation).length === PIECES.length, "window");
  await sendIn(screen, "attach", { tabId: sending.tabId, choices: choicesOf(await show(sending.tabId)) });
  const names = Object.fromEntries(await received(sending.page));
  expect(names).toEqual({
    [PIECES[0] ?? ""]: expect.stringContaining("vigilance"),
    [PIECES[1] ?? ""]: expect.stringContaining("fiscale"),
    [PIECES[2] ?? ""]: expect.stringContaining("cibtp"),
  });
  // The same form in another window.
  expect(await received(beside.page)).toEqual([]);
  expect(readySlots(await show(beside.tabId))).toHaveLength(PIECES.length);

  const renamed = await open(UPLOADS, SENDS, (situation) => readySlots(situation).length === PIECES.length);
  const choices = choicesOf(await show(renamed.tabId));
  await renamed.page.evaluate(() => {
    for (const cell of document.querySelectorAll("td:first-child")) cell.textContent = "Photo publique de l'entreprise";
  });
  await sendIn(screen, "attach", { tabId: renamed.tabId, choices });
  expect(await received(renamed.page)).toEqual([]);
});
