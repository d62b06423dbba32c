/** Pages that change between the reading and the writing, as honest portals do: values and files still go where they belong. */
import type { Page } from "@playwright/test";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { FillOutcome, Target } from "../../src/domain/page-reading.ts";
import { bundle, pageForTests, World } from "../page/browser.ts";
import type * as Moving from "./moving-world.ts";

declare const moving: typeof Moving;

const pageOfFile = pageForTests();
let script: string;
let page: Page;
let world: World;
let operations = 0;

beforeAll(async () => {
  script = await bundle(new URL("./moving-world.ts", import.meta.url), "moving");
});
beforeEach(() => {
  page = pageOfFile();
});

async function open(html: string): Promise<void> {
  await page.setContent(`<h1>Dossier de candidature</h1>${html}`);
  world = await World.open(page, script);
  await world.run(() => moving.start(), null);
}

const COMPANY: { readonly [Key in Target]?: string } = {
  raisonSociale: "TOITURES DU VAL",
  siret: "73282932000074",
  tvaIntracommunautaire: "FR44732829320",
  codePostal: "69001",
  commune: "LYON",
  contactEmail: "camille@toitures.example",
  contactTelephone: "0472000000",
};

test("each view of a page is read when it is shown, and nothing is left of the one before", async () => {
  await open("<main></main>");
  await page.evaluate(() => {
    const views: Record<string, string> = {
      "#/operateur": "<label>Raison sociale <input></label><label>SIRET <input></label><label>Code postal <input></label>",
      "#/contact": "<label>Raison sociale <input></label><label>Adresse électronique <input></label>",
    };
    addEventListener("hashchange", () => {
      // A view's data arrive after the view.
      setTimeout(() => {
        const main = document.querySelector("main");
        if (main !== null) main.innerHTML = views[location.hash] ?? "<p>Merci.</p>";
      }, 30);
    });
  });
  const show = (hash: string) =>
    page.evaluate((to) => {
      location.hash = to;
    }, hash);
  const targets = async () => (await read()).map(({ target }) => target);
  expect(await targets()).toEqual([]);
  await show("#/operateur");
  await expect.poll(targets).toEqual(["raisonSociale", "siret", "codePostal"]);
  expect(await fill()).toEqual({ raisonSociale: "filled", siret: "filled", codePostal: "filled" });
  await show("#/contact");
  await expect.poll(targets).toEqual(["raisonSociale", "contactEmail"]);
  expect(await fill()).toEqual({ raisonSociale: "filled", contactEmail: "filled" });
  await show("#/fin");
  await expect.poll(targets).toEqual([]);
});

/** The controls as last reported. */
const read = () => world.run(() => moving.controls().map(({ id, target, label }) => ({ id, target, label })), null);

/** Fills all that was read, as the background does; outcomes by what was asked. */
async function fill(from?: Awaited<ReturnType<typeof read>>): Promise<Record<string, string>> {
  operations += 1;
  const entries = (from ?? (await read())).flatMap(({ id, target }) => {
    const value = target === null ? undefined : COMPANY[target];
    return target === null || value === undefined ? [] : [{ id, target, value, note: "" }];
  });
  const { outcomes } = await world.run((input) => moving.handlers().fillPage(input, { from: "background" }), {
    operation: `${operations}`,
    entries,
  });
  return Object.fromEntries(outcomes.map(({ target, outcome, reason }: FillOutcome) => [target, reason ?? outcome]));
}

const undo = () => world.run(() => moving.handlers().undoPage({ operation: "undo" }, { from: "background" }), null);

interface Slot {
  readonly id: string;
  readonly target: Target | null;
}

async function attach({ id, target }: Slot, name: string): Promise<string> {
  operations += 1;
  const { outcome } = await world.run(
    async ({ operation, slot, file }) => {
      await moving.handlers().receivePart({ file: operation, part: 0, base64: btoa(file) }, { from: "background" });
      const files = [{ file: operation, name: file, type: "application/pdf" }];
      return moving.handlers().attachPage({ operation, ...slot, files }, { from: "background" });
    },
    { operation: `${operations}`, slot: { id, target: target ?? "document.autre" }, file: name },
  );
  return outcome.reason ?? outcome.outcome;
}

/** The value beside each label now. */
const standing = () =>
  page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll("tr")].map((row) => [row.cells[0]?.textContent, row.querySelector("input")?.value ?? ""]),
    ),
  );

const LABELS = ["Raison sociale", "SIRET", "N° de TVA intracommunautaire", "Code postal", "Commune", "Téléphone"];
const rows = (labels: readonly string[]) => labels.map((label) => `<tr><td>${label}</td><td><input></td></tr>`).join("");
const FORM = `<form><table><tbody id="lignes">${rows(LABELS)}</tbody></table></form>`;
const RIGHT = {
  "Raison sociale": "TOITURES DU VAL",
  SIRET: "73282932000074",
  "N° de TVA intracommunautaire": "FR44732829320",
  "Code postal": "69001",
  Commune: "LYON",
};
const EMPTY = Object.fromEntries(LABELS.map((label) => [label, ""]));

describe("fields", () => {
  /** Draws the rows again, with their values, and one more above; once, after the first change. */
  const DRAWN_AGAIN = `<script>
    let drawn = false;
    lignes.addEventListener("change", () => setTimeout(() => {
      if (drawn) return; drawn = true;
      const kept = [...lignes.rows].map((row) => [row.cells[0].textContent, row.querySelector("input").value]);
      lignes.innerHTML = [["N° de dossier interne", ""], ...kept].map(([label]) => "<tr><td>" + label + "</td><td><input></td></tr>").join("");
      [["", ""], ...kept].forEach(([, value], i) => { lignes.rows[i].querySelector("input").value = value; });
    }));</script>`;

  test("when rows are rendered again with one more above while filling, each value is under its label, and all is put back", async () => {
    await open(FORM + DRAWN_AGAIN);
    const outcomes = await fill();
    expect(await standing()).toMatchObject({ "N° de dossier interne": "", ...RIGHT });
    expect(outcomes).toMatchObject({ raisonSociale: "filled", siret: "filled", commune: "filled" });
    await undo();
    expect(await standing()).toEqual({ "N° de dossier interne": "", ...EMPTY });
  });

  test("when labels move over the same elements during the filling, no value stays under another label, and all is put back", async () => {
    await open(`${FORM}<script>
      let moved = false;
      lignes.addEventListener("change", () => setTimeout(() => {
        if (moved) return; moved = true;
        lignes.insertAdjacentHTML("beforeend", "<tr><td></td><td><input></td></tr>");
        const labels = ["N° de dossier interne", ...[...lignes.rows].map((row) => row.cells[0].textContent)];
        [...lignes.rows].forEach((row, i) => { row.cells[0].textContent = labels[i]; });
      }));</script>`);
    await fill();
    expect(await standing()).toMatchObject({ "N° de dossier interne": "", ...RIGHT });
    await undo();
    expect(await standing()).toEqual({ "N° de dossier interne": "", ...EMPTY });
  });

  test("in a list that reuses few rows as it scrolls, only what is on the page is filled, never under another label", async () => {
    await open(`<form><table><tbody id="lignes"></tbody></table></form><script>
      const labels = ${JSON.stringify(LABELS)}, model = {}; let first = 0;
      lignes.innerHTML = ${JSON.stringify(rows(["", "", ""]))};
      const draw = () => [...lignes.rows].forEach((row, i) => {
        row.cells[0].textContent = labels[first + i]; row.querySelector("input").value = model[labels[first + i]] ?? "";
      });
      lignes.addEventListener("input", ({ target }) => { model[target.closest("tr").cells[0].textContent] = target.value; });
      lignes.addEventListener("change", () => setTimeout(() => { if (first < labels.length - 3) first += 1; draw(); }));
      draw(); window.model = model;</script>`);
    await fill();
    const model = (await page.evaluate("model")) as Record<string, string>;
    for (const [label, value] of Object.entries(model))
      expect([label, ["", RIGHT[label as keyof typeof RIGHT] ?? "0472000000"]]).toEqual([label, expect.arrayContaining([value])]);
    expect(Object.values(model).filter((value) => value !== "")).not.toEqual([]);
  });

  test("a field whose label changed between the reading and the gesture is left, and reported as changed", async () => {
    await open(FORM);
    const before = await read();
    await page.evaluate(() => {
      const cell = document.querySelectorAll("td")[6];
      if (cell !== undefined) cell.textContent = "Commune de naissance";
    });
    expect(await fill(before)).toMatchObject({ codePostal: "changed", siret: "filled" });
    expect(await standing()).toMatchObject({ "Commune de naissance": "", SIRET: "73282932000074" });
  });

  test("a page that moves every 20 ms is read again all the same", async () => {
    await open(`${FORM}<p id="horloge"></p><script>setInterval(() => { horloge.textContent = Date.now(); }, 20);</script>`);
    // Waits past the second reading of every page.
    await page.waitForTimeout(1_700);
    await page.evaluate(() => {
      const cell = document.querySelectorAll("td")[6];
      if (cell !== undefined) cell.textContent = "Adresse électronique";
    });
    await expect.poll(async () => (await read()).map(({ label }) => label), { timeout: 60_000 }).toContain("Adresse électronique");
    expect(await fill()).toMatchObject({ contactEmail: "filled" });
    expect(await standing()).toMatchObject({ "Adresse électronique": "camille@toitures.example", Commune: "LYON" });
  });

  test("what was written is put back where it was written, even if the page renamed it since", async () => {
    await open(FORM);
    await fill();
    await page.evaluate(() => {
      for (const cell of document.querySelectorAll("td:first-child")) cell.textContent = `${cell.textContent}, à vérifier par l'acheteur`;
    });
    await undo();
    expect(new Set(Object.values(await standing()))).toEqual(new Set([""]));
  });

  test("a counter or a check that the page shows beside a field does not change what the field asks", async () => {
    await open(`<form><p><label>Raison sociale <span>(0/80)</span> <input></label></p><p><label>SIRET <input></label></p></form><script>
      document.querySelector("form").addEventListener("change", ({ target }) => {
        const words = target.closest("label"); words.firstElementChild.localName === "span"
          ? words.firstElementChild.textContent = "(" + target.value.length + "/80)" : words.insertAdjacentHTML("beforeend", "<b> : valide</b>");
      });</script>`);
    expect(await fill()).toEqual({ raisonSociale: "filled", siret: "filled" });
  });
});

describe("files", () => {
  const PIECES = ["Extrait Kbis", "Attestation de vigilance URSSAF", "Attestation de régularité fiscale", "RIB"];
  const slots = (labels: readonly string[]) =>
    labels.map((label) => `<tr><td>${label}</td><td><input type="file" name="piece[]"></td></tr>`).join("");
  const table = (after: string) => `<form><table><tbody id="lignes">${slots(PIECES)}</tbody></table></form><ul id="recus"></ul><script>
    window.received = [];
    lignes.addEventListener("change", ({ target }) => {
      const row = target.closest("tr"), label = row.cells[0].textContent;
      if (target.files.length === 0) return;
      received.push([label, target.files[0].name]);
      recus.insertAdjacentHTML("beforeend", "<li>" + target.files[0].name + "</li>");
      setTimeout(() => { ${after} }, 30);
    });</script>`;
  const received = () => page.evaluate("received");

  /** Attaches to each slot a file named as the slot's label. */
  async function attachAll(): Promise<string[]> {
    const slotsRead = await read();
    const said: string[] = [];
    for (const slot of slotsRead) said.push(await attach(slot, `${slot.label}.pdf`));
    return said;
  }
  const OWN = PIECES.map((label) => [label, `${label}.pdf`]);

  test.each([
    ["takes the row away", "row.remove();"],
    ["adds a row above", `lignes.insertAdjacentHTML("afterbegin", ${JSON.stringify(slots(["Autre document"]))}); target.value = "";`],
    [
      "draws the table again without that row",
      `const left = [...lignes.rows].filter((one) => one !== row).map((one) => one.outerHTML).join(""); lignes.innerHTML = left;`,
    ],
    [
      "moves the labels over the same rows",
      `const labels = [...lignes.rows].map((one) => one.cells[0].textContent).filter((one) => one !== label);
       lignes.rows[lignes.rows.length - 1].remove(); target.value = "";
       [...lignes.rows].forEach((one, i) => { one.cells[0].textContent = labels[i]; });`,
    ],
  ])("a portal that sends each file at once and %s receives each file in its own slot", async (_, after) => {
    await open(table(after));
    expect(await attachAll()).toEqual(PIECES.map(() => "filled"));
    expect(await received()).toEqual(OWN);
  });

  test("a slot renamed between the choice and the gesture receives nothing, and is reported as changed", async () => {
    await open(table(""));
    const slotsRead = await read();
    await page.evaluate(() => {
      for (const cell of document.querySelectorAll("td:first-child")) cell.textContent = "Photo publique de l'entreprise";
    });
    const said: string[] = [];
    for (const slot of slotsRead) said.push(await attach(slot, `${slot.label}.pdf`));
    expect(said).toEqual(PIECES.map(() => "changed"));
    expect(await received()).toEqual([]);
  });

  test("a slot that writes its file's name in place of « Choisir un fichier » still asks the same piece", async () => {
    await open(`<form><div><p>Attestation de vigilance URSSAF</p><label for="f">Choisir un fichier</label><input type="file" id="f"></div>
      <div><p>Extrait Kbis</p><label for="g">Choisir un fichier</label><input type="file" id="g"></div></form><script>
      addEventListener("change", ({ target }) => { target.labels[0].textContent = target.files[0].name; });</script>`);
    const [first, second] = await read();
    expect([first?.target, second?.target]).toEqual(["document.attestationVigilance", "document.immatriculation"]);
    if (first === undefined || second === undefined) return;
    expect(await attach(first, "01_extrait-kbis.pdf")).toBe("filled");
    expect(await attach(second, "02_attestation-fiscale.pdf")).toBe("filled");
    expect((await read()).map(({ target }) => target)).toEqual(["document.attestationVigilance", "document.immatriculation"]);
  });

  test("files that the page moves under another label are taken back", async () => {
    await open(`<form><table><tbody id="lignes">${slots(PIECES)}</tbody></table></form><script>
      let moved = false;
      lignes.addEventListener("change", () => setTimeout(() => {
        if (moved) return; moved = true;
        lignes.insertAdjacentHTML("beforeend", ${JSON.stringify(slots([""]))});
        const labels = ["Autre document", ...[...lignes.rows].map((row) => row.cells[0].textContent)];
        [...lignes.rows].forEach((row, i) => { row.cells[0].textContent = labels[i]; });
      }, 30));</script>`);
    const [kbis] = await read();
    if (kbis === undefined) throw new Error("rien n'a été lu");
    expect(await attach(kbis, "kbis.pdf")).toBe("changed");
    expect(
      await page.evaluate(() =>
        [...document.querySelectorAll("input")].flatMap((input) => [...(input.files ?? [])].map(({ name }) => name)),
      ),
    ).toEqual([]);
  });
});
