/** Attaching files, in a real Chromium from an isolated world, received by a real multipart server. */
import { createHash } from "node:crypto";
import type { Page } from "@playwright/test";
import { beforeEach, describe, expect, test } from "vitest";
import type { World } from "../page/browser.ts";
import { stageFor } from "../page/stage.ts";
import type * as Attaching from "./attach-world.ts";

declare const attaching: typeof Attaching;

const stage = stageFor(new URL("./attach-world.ts", import.meta.url), "attaching");
const { worldOf, worldAt } = stage;
let page: Page;
beforeEach(() => {
  page = stage.page();
});
const attach = (world: World, what: Attaching.Attaching) => world.run((it) => attaching.attach(it), what);
const restore = (world: World) => world.run(() => attaching.restore(), null);
const filesIn = (selector: string) =>
  page.locator(selector).evaluate((input) => [...((input as HTMLInputElement).files ?? [])].map(({ name }) => name));
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

describe("plain inputs", () => {
  test("a deposit is received byte for byte", async () => {
    const world = await worldAt("/depot-classique.html");
    expect(await attach(world, { selector: "input[name=env_cand]", files: { "01_candidature.pdf": "%PDF-1.7 é\u0000\u00ff" } })).toBe(
      "filled 01_candidature.pdf",
    );
    await Promise.all([page.waitForURL("**/deposer"), page.click("input[type=submit]")]);
    expect(stage.portal().uploads.at(-1)).toMatchObject({
      via: "deposit",
      field: "env_cand",
      name: "01_candidature.pdf",
      sha256: sha256("%PDF-1.7 é\u0000\u00ff"),
    });
  });

  test("the page receives input and change, once each", async () => {
    const world = await worldOf(
      `<input type="file" id="f"><script>window.heard = []; for (const type of ["input", "change"]) f.addEventListener(type, () => heard.push(type + f.files.length));</script>`,
    );
    await attach(world, { selector: "#f", files: { "a.pdf": "a" } });
    expect(await page.evaluate("heard")).toEqual(["input1", "change1"]);
  });

  test("accept, a single-file input and a disabled one are respected", async () => {
    const world = await worldOf(
      `<input type="file" id="zip" accept=".zip"><input type="file" id="une"><fieldset disabled><input type="file" id="non"></fieldset><p id="p">x</p>`,
    );
    expect(await attach(world, { selector: "#zip", files: { "a.pdf": "a" } })).toBe("notAccepted");
    expect(await attach(world, { selector: "#une", files: { "a.pdf": "a", "b.pdf": "b" } })).toBe("oneFileOnly");
    expect(await attach(world, { selector: "#non", files: { "a.pdf": "a" } })).toBe("readOnly");
    expect(await attach(world, { selector: "#p", files: { "a.pdf": "a" } })).toBe("attachFailed");
    for (const id of ["#zip", "#une", "#non"]) expect(await filesIn(id)).toEqual([]);
  });

  test("a file heavier than the page says it takes is not given to it; one that a larger megabyte would allow is", async () => {
    const world = await worldOf(`<input type="file" id="f"><input type="file" id="g">`);
    const maxSize = { bytes: 1_000_000, said: "1 Mo max" };
    expect(await attach(world, { selector: "#f", files: { "a.pdf": "a".repeat(1_100_000) }, maxSize })).toBe("tooHeavy");
    expect(await filesIn("#f")).toEqual([]);
    expect(await attach(world, { selector: "#g", files: { "a.pdf": "a".repeat(1_048_576) }, maxSize })).toBe("filled a.pdf");
  });

  test("a file already there is never replaced unasked, except one of ours", async () => {
    const world = await worldOf(`<input type="file" id="une"><input type="file" id="plusieurs" multiple>`);
    const chosen = { name: "choisi.pdf", mimeType: "application/pdf", buffer: Buffer.from("x") };
    await page.setInputFiles("#une", chosen);
    await page.setInputFiles("#plusieurs", chosen);
    expect(await attach(world, { selector: "#une", files: { "a.pdf": "a" } })).toMatch(/^(typed|notEmpty)$/);
    expect(await attach(world, { selector: "#une", files: { "a.pdf": "a" }, mode: "add" })).toBe("notEmpty");
    expect(await attach(world, { selector: "#plusieurs", files: { "a.pdf": "a" } })).toMatch(/^(typed|notEmpty)$/);
    expect(await attach(world, { selector: "#plusieurs", files: { "a.pdf": "a" }, mode: "add" })).toBe("filled choisi.pdf, a.pdf");
    expect(await filesIn("#une")).toEqual(["choisi.pdf"]);
    expect(await filesIn("#plusieurs")).toEqual(["choisi.pdf", "a.pdf"]);
    expect(await restore(world)).toEqual(["restored"]);
    expect(await filesIn("#plusieurs")).toEqual(["choisi.pdf"]);
  });

  test("attaching the same file again changes nothing, another file replaces ours", async () => {
    const world = await worldOf(`<input type="file" id="f">`);
    await attach(world, { selector: "#f", files: { "a.pdf": "a" } });
    expect(await attach(world, { selector: "#f", files: { "a.pdf": "a" } })).toBe("alreadyRight a.pdf");
    expect(await attach(world, { selector: "#f", files: { "b.pdf": "bb" } })).toBe("filled b.pdf");
    expect(await restore(world)).toEqual(["restored"]);
    expect(await filesIn("#f")).toEqual([]);
    expect(await page.locator("#f").getAttribute("style")).toBe(null);
  });

  test("a page that empties the control without a word is not believed", async () => {
    const world = await worldOf(`<input type="file" id="f"><script>f.addEventListener("change", () => { f.value = ""; });</script>`);
    expect(await attach(world, { selector: "#f", files: { "a-joindre.pdf": "a" } })).toBe("pageRefused");
  });
});

describe("uploads that leave at once", () => {
  test("with DSFR the control is emptied, the page names the file, the server has its bytes, and it is sent once", async () => {
    const world = await worldAt("/passe-marche-candidature.html");
    const before = stage.portal().uploads.length;
    const files = { "01_attestation-vigilance-urssaf.pdf": "vigilance" };
    expect(await attach(world, { selector: "#depot-501", files, settleMs: 500 })).toBe("filled 01_attestation-vigilance-urssaf.pdf");
    expect(await attach(world, { selector: "#depot-501", files, settleMs: 500 })).toBe("alreadyRight 01_attestation-vigilance-urssaf.pdf");
    expect(await attach(world, { selector: "#depot-501", files: { "02_autre.pdf": "autre" }, settleMs: 500 })).toBe("notEmpty");
    await page.waitForSelector("text=– reçu");
    expect(stage.portal().uploads.slice(before)).toMatchObject([
      { via: "immediate", field: "candidature[reponses_attributes][501][fichiers][]", sha256: sha256("vigilance") },
    ]);
    expect(await restore(world)).toEqual(["sent"]);
  });

  test("a drop zone without an input", async () => {
    const world = await worldAt("/composants.html");
    const before = stage.portal().uploads.length;
    const files = { "01_attestation-vigilance-urssaf.pdf": "déposée" };
    expect(await attach(world, { selector: "#zone-vigilance", type: "dropZone", files, settleMs: 500 })).toBe(
      "filled 01_attestation-vigilance-urssaf.pdf",
    );
    await page.waitForSelector("text=reçu");
    expect(stage.portal().uploads.slice(before)).toMatchObject([{ via: "immediate", field: "vigilance", sha256: sha256("déposée") }]);
  });

  test("with blueimp, the input is replaced by a copy and the file is listed by a shortened name", async () => {
    const world = await worldOf(`<div id="bloc"><input type="file" name="files[]" multiple></div><ul id="liste"></ul><script>
      bloc.addEventListener("change", ({ target }) => {
        for (const { name } of target.files) liste.insertAdjacentHTML("beforeend", "<li>" + name.slice(0, 20) + "…</li>");
        const copy = target.cloneNode(); copy.value = ""; target.replaceWith(copy);
      });</script>`);
    expect(await attach(world, { selector: "#bloc > input", files: { "02_attestation-fiscale-dgfip_732829320.pdf": "f" } })).toBe(
      "filled 02_attestation-fiscale-dgfip_732829320.pdf",
    );
  });

  test("with Dropzone, files are taken from the transfer's items", async () => {
    const world = await worldOf(`<form id="zone"><p>Glissez vos fichiers</p></form><script>
      zone.addEventListener("dragover", (event) => event.preventDefault());
      zone.addEventListener("drop", (event) => {
        event.preventDefault();
        for (const item of event.dataTransfer.items) { const file = item.webkitGetAsEntry?.()?.isFile ? null : item.getAsFile(); if (file) zone.append(file.name + " " + file.size); }
      });</script>`);
    expect(await attach(world, { selector: "#zone", type: "dropZone", files: { "03_kbis-extrait.pdf": "abc" } })).toBe(
      "filled 03_kbis-extrait.pdf",
    );
  });

  test("a zone with an input of its own is given the files there", async () => {
    const world = await worldOf(`<div id="zone">Glissez ou <input type="file" name="piece" style="display:none"></div>`);
    expect(await attach(world, { selector: "#zone", type: "dropZone", files: { "a.pdf": "a" } })).toBe("filled a.pdf");
    expect(await filesIn("input")).toEqual(["a.pdf"]);
    expect(await attach(world, { selector: "#zone", type: "dropZone", files: { "a.pdf": "a" } })).toBe("alreadyRight a.pdf");
    expect(await restore(world)).toEqual(["restored"]);
    expect(await filesIn("input")).toEqual([]);
  });

  test("a block that accepts no drop is left, and nothing is claimed", async () => {
    const world = await worldOf(`<div id="zone">Déposez ici</div>`);
    expect(await attach(world, { selector: "#zone", type: "dropZone", files: { "a.pdf": "a" } })).toBe("attachFailed");
    expect(await restore(world)).toEqual([]);
  });
});

test("an input hidden behind its button and one in an open shadow root are given their files", async () => {
  const world = await worldAt("/composants.html");
  expect(await attach(world, { selector: "#fichier-fiscal", files: { "a.pdf": "a" } })).toBe("filled a.pdf");
  expect(await page.textContent("#nom-fiscal")).toBe("a.pdf");
  expect(await attach(world, { selector: "input[type=file]", shadow: "carte-piece", files: { "d.pdf": "d" } })).toBe("filled d.pdf");
});
