/** The content script's session, in a real page and in a world of its own: reports, filling, undo, files in parts, notes. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { beforeEach, describe, expect, test } from "vitest";
import type { FrameSession } from "../../src/frame/session.ts";
import type { Input } from "../../src/messages/contract.ts";
import type { World } from "../page/browser.ts";
import { stageFor } from "../page/stage.ts";
import type { Label } from "./session-world.ts";

/** What the bundled module exports, as the functions run in the page see it. */
declare const frame: {
  start(labels: readonly Label[]): void;
  handlers(): FrameSession["handlers"];
  reportsSoFar(): number;
  lastReport(): { page: { controls: { id: string; selector: string; empty: boolean; clues?: unknown }[] } } | undefined;
};

/** Kinds of events that the session listens to on the document, noted in its world. */
declare const listenedTo: string[];

const PDF = new TextEncoder().encode(`%PDF-1.7\n${"specimen ".repeat(4_000)}`);

const stage = stageFor(new URL("./session-world.ts", import.meta.url), "frame");
let page: Page;
let world: World;
beforeEach(() => {
  page = stage.page();
});

async function open(slug: string, read = true): Promise<void> {
  const all = JSON.parse(await readFile(new URL(`../portals/labels/${slug}.json`, import.meta.url), "utf8")).controls as Label[];
  await openWith(read ? all : [], slug);
}

async function openWith(labels: readonly Label[], slug = "depot-classique"): Promise<void> {
  await page.goto(`${stage.portal().url}/${slug}.html`);
  world = await stage.world();
  await world.run(() => {
    const listen = EventTarget.prototype.addEventListener;
    const kinds: string[] = [];
    EventTarget.prototype.addEventListener = function (...given: Parameters<typeof listen>) {
      if (this === document) kinds.push(given[0]);
      listen.apply(this, given);
    };
    Object.assign(globalThis, { listenedTo: kinds });
  }, null);
  await world.run((given) => frame.start(given), labels);
}

/** The handle by which the frame named a control in its last report; the selector itself when it named none. */
const handleOf = (selector: string) =>
  world.run((name) => frame.lastReport()?.page.controls.find((control) => control.selector === name)?.id ?? name, selector);

const NAME = 'input[name="soum_rs"]';
const CITY = 'input[name="soum_vil"]';
const POSTCODE = 'input[name="soum_cp"]';
const CANDIDATURE = 'input[name="env_cand"]';

describe("frame session", () => {
  test("reports the page once, without its reasoning, and again when it changes", async () => {
    await open("depot-classique");
    expect(await world.run(() => frame.reportsSoFar(), null)).toBe(1);
    expect(await world.run(() => JSON.stringify(frame.lastReport()).includes("clues"), null)).toBe(false);
    await page.evaluate(() => document.body.append(document.createElement("p")));
    await page.waitForTimeout(600);
    expect(await world.run(() => frame.reportsSoFar(), null)).toBe(1);
    await page.locator(NAME).fill("Tapé par la personne");
    await page.locator(NAME).blur();
    await expect.poll(() => world.run(() => frame.reportsSoFar(), null)).toBe(2);
    expect(await world.run((name) => frame.lastReport()?.page.controls.find(({ selector }) => selector === name)?.empty, NAME)).toBe(false);
  });

  test("fills what is named, never what the person typed, says where values come from, and puts everything back", async () => {
    await open("depot-classique");
    await page.locator(POSTCODE).fill("75012");
    const before = await page.content();
    const note = "INSEE, 24/11/2026";
    const entries: Input<"fillPage">["entries"] = [
      { id: await handleOf(NAME), target: "raisonSociale", value: "LUMIVERDE", note },
      { id: await handleOf(POSTCODE), target: "codePostal", value: "99001", note },
      { id: await handleOf('input[name="hon"]'), target: "declarationHonneur", value: true, note: "" },
      { id: "#absent", target: "siret", value: "x", note: "" },
      // The person named another field than the one read. A sworn statement is still left to them.
      { id: await handleOf(CITY), target: "commune", field: "dirigeantNom", value: "Dupuis", note },
    ];
    const { outcomes } = await world.run(
      (all) => frame.handlers().fillPage({ operation: "a", entries: all }, { from: "background" }),
      entries,
    );
    expect(Object.fromEntries(outcomes.map(({ target, outcome, reason }) => [target, reason ?? outcome]))).toEqual({
      raisonSociale: "filled",
      codePostal: "typed",
      declarationHonneur: "notOurs",
      siret: "gone",
      dirigeantNom: "filled",
    });
    expect(await page.locator(CITY).inputValue()).toBe("Dupuis");
    expect(await page.locator(NAME).inputValue()).toBe("LUMIVERDE");
    expect(await page.locator(POSTCODE).inputValue()).toBe("75012");

    await page.locator(NAME).hover();
    const shown = page.locator("[popover]");
    expect(await shown.count()).toBe(1);
    expect(await shown.evaluate((host) => [host.shadowRoot, host.textContent, host.matches(":popover-open")])).toEqual([null, "", true]);
    await page.mouse.move(0, 0);
    expect(await shown.count()).toBe(0);
    // What the page opens over the note could change what it seems to say: the note is hidden first.
    await page.locator(NAME).hover();
    expect(await shown.count()).toBe(1);
    const left = await page.evaluate(() => {
      const own = Object.assign(document.createElement("dialog"), { popover: "auto", textContent: "la page" });
      document.body.append(own);
      own.showPopover();
      const notes = document.querySelectorAll(":popover-open:not(dialog)").length;
      own.remove();
      return notes;
    });
    expect(left).toBe(0);
    await page.mouse.move(0, 0);

    await world.run(() => frame.handlers().undoPage({ operation: "undo" }, { from: "background" }), null);
    expect(await page.locator(NAME).inputValue()).toBe("");
    expect(await page.content()).toBe(before);
  });

  test("without sheets of its own, which Firefox 140 refuses, a note stands beside its field all the same, where no sheet of the page moves it", async () => {
    await open("depot-classique");
    await page.addStyleTag({
      content: "[popover] { left: 0 !important; top: 0 !important; opacity: 1; } div { padding: 90px !important; }",
    });
    const entry = { id: await handleOf(NAME), target: "raisonSociale" as const, value: "LUMIVERDE", note: "INSEE" };
    await world.run((one) => {
      Object.defineProperty(ShadowRoot.prototype, "adoptedStyleSheets", {
        set: () => {
          throw new Error("Accessing from Xray wrapper is not supported.");
        },
      });
      return frame.handlers().fillPage({ operation: "a", entries: [one] }, { from: "background" });
    }, entry);
    // The field is out of view at first, and a page that scrolls hides the note: hover once it has come to rest.
    await page.locator(NAME).scrollIntoViewIfNeeded();
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    await page.locator(NAME).hover();
    const note = await page.locator("[popover]").boundingBox();
    const field = await page.locator(NAME).boundingBox();
    expect(note?.x).toBeCloseTo(field?.x ?? -1, 0);
    expect(note?.height).toBeLessThan(60);
  });

  test("fills a list's cell with what it was read as asking, though it is not the company's, never with another cell's value", async () => {
    const labels = [
      { selector: NAME, field: "list objet 0" },
      { selector: CITY, field: "list client 0" },
    ];
    await openWith(labels);
    const cell = (column: "objet" | "client", at: number) => ({ list: "references" as const, column, at });
    const entries: Input<"fillPage">["entries"] = [
      { id: await handleOf(NAME), target: null, field: "activitePrincipale", cell: cell("objet", 0), value: "Toiture", note: "n" },
      { id: await handleOf(CITY), target: null, field: "activitePrincipale", cell: cell("client", 1), value: "Commune", note: "n" },
    ];
    const { outcomes } = await world.run(
      (all) => frame.handlers().fillPage({ operation: "l", entries: all }, { from: "background" }),
      entries,
    );
    expect(Object.fromEntries(outcomes.map(({ id, outcome, reason }) => [id, reason ?? outcome]))).toEqual({
      [entries[0]?.id ?? ""]: "filled",
      [entries[1]?.id ?? ""]: "changed",
    });
    expect([await page.locator(NAME).inputValue(), await page.locator(CITY).inputValue()]).toEqual(["Toiture", ""]);
  });

  test("tells what the controls named hold, as the page shows it, and nothing that is left alone", async () => {
    await open("depot-classique");
    await page.locator(NAME).fill("  Lumiverde ");
    await page.locator('select[name="soum_fj"]').selectOption({ index: 1 });
    await page.evaluate((name) => document.querySelector(name)?.setAttribute("type", "password"), CITY);
    await page.locator(CITY).fill("secret");
    const names = [NAME, 'select[name="soum_fj"]', CITY, 'input[name="hon"]', CANDIDATURE, "#absent"];
    const ids = await Promise.all(names.map(handleOf));
    const { held } = await world.run((all) => frame.handlers().tellHeld({ ids: all }, { from: "background" }), ids);
    const shown = await page.locator('select[name="soum_fj"] option').nth(1).textContent();
    expect(held.filter(({ text }) => text !== "").map(({ text }) => text)).toEqual(["Lumiverde", shown?.trim()]);
  });

  test("listens to nothing in a page that holds no form", async () => {
    await open("depot-classique", false);
    expect(await world.run(() => listenedTo, null)).toEqual([]);
    await open("depot-classique");
    expect(await world.run(() => listenedTo, null)).toContain("contextmenu");
  });

  test("fills the field where the menu was opened, even typed, and gives back what was typed; a sworn statement is refused there", async () => {
    await open("depot-classique");
    await page.locator(POSTCODE).fill("75012");
    await page.locator(POSTCODE).click({ button: "right" });
    const fillField = (field: "codePostal" | "siret", value: string) =>
      world.run(
        (asked) =>
          frame
            .handlers()
            .fillField({ operation: asked.value, ...asked, note: "INSEE", reasons: { notOurs: "non" } }, { from: "background" }),
        {
          field,
          value,
        },
      );
    expect((await fillField("codePostal", "99001")).outcome).toMatchObject({ target: "codePostal", outcome: "filled" });
    expect(await page.locator(POSTCODE).inputValue()).toBe("99001");
    expect(await page.locator("[popover]").count()).toBe(1);

    await page.locator('input[name="hon"]').click({ button: "right" });
    expect((await fillField("siret", "99990000400014")).outcome).toMatchObject({ outcome: "left", reason: "notOurs" });
    expect(await page.locator('input[name="hon"]').isChecked()).toBe(false);

    await world.run(() => frame.handlers().undoPage({ operation: "undo" }, { from: "background" }), null);
    expect(await page.locator(POSTCODE).inputValue()).toBe("75012");
  });

  test("sends a file in parts, which arrives whole at the portal", async () => {
    await open("depot-classique");
    const half = PDF.length >> 1;
    for (const [part, bytes] of [PDF.subarray(0, half), PDF.subarray(half)].entries()) {
      const base64 = Buffer.from(bytes).toString("base64");
      await world.run((sent) => frame.handlers().receivePart({ file: "f", ...sent }, { from: "background" }), { part, base64 });
    }
    const { outcome } = await world.run(
      (id) =>
        frame
          .handlers()
          .attachPage(
            { operation: "f", id, target: "document.candidature", files: [{ file: "f", name: "dossier.pdf", type: "application/pdf" }] },
            { from: "background" },
          ),
      await handleOf(CANDIDATURE),
    );
    expect(outcome.outcome).toBe("filled");
    await page.getByRole("button", { name: "Déposer le pli" }).click();
    await page.getByRole("heading", { name: "Pli reçu" }).waitFor();
    const received = stage.portal().uploads.find(({ field, bytes }) => field === "env_cand" && bytes.length > 0);
    expect(received?.name).toBe("dossier.pdf");
    expect(received?.sha256).toBe(createHash("sha256").update(PDF).digest("hex"));
  });
});
