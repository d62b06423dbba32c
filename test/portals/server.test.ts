/** The local portal receives what is sent byte for byte, and its pages and labels agree. */
import { createHash, randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { get } from "node:https";
import "./jsdom.ts";
import { JSDOM } from "jsdom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isFieldKey } from "../../src/domain/fields.ts";
import { PIECE_KINDS } from "../../src/domain/pieces.ts";
import { siretsIn } from "../../src/domain/siret.ts";
import { certificate } from "./certificate.ts";
import { type Portal, startPortal } from "./server.ts";

interface Labels {
  readonly slug: string;
  readonly controls: readonly { readonly selector: string; readonly field: string; readonly frame?: string; readonly shadow?: string }[];
}

const SLUGS = readdirSync(new URL("./pages", import.meta.url))
  .filter((name) => name.endsWith(".html"))
  .map((name) => name.replace(".html", ""));

function labelsOf(slug: string): Labels {
  return JSON.parse(readFileSync(new URL(`./labels/${slug}.json`, import.meta.url), "utf8"));
}

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal({ deadline: new Date("2031-03-04T11:00:00Z") });
});
afterAll(() => portal.close());

async function documentAt(path: string): Promise<Document> {
  return new JSDOM(await (await fetch(portal.url + path)).text()).window.document;
}

describe("pages and labels", () => {
  test.each(SLUGS)("%s: every control of the page itself has its label, and every label its control", async (slug) => {
    const document = await documentAt(`/${slug}.html`);
    const labels = labelsOf(slug);
    expect(labels.slug).toBe(slug);
    const labelled = labels.controls
      .filter((control) => control.frame === undefined && control.shadow === undefined)
      .map((control) => document.querySelectorAll(control.selector));
    for (const [i, found] of labelled.entries()) expect(found.length, labels.controls[i]?.selector).toBe(1);
    const controls = [...document.querySelectorAll("input, select, textarea")].filter(
      (control) => !["hidden", "submit", "button", "image", "reset"].includes(control.getAttribute("type") ?? ""),
    );
    const known = new Set(labelled.map((found) => found[0]));
    expect(controls.filter((control) => !known.has(control)).map((control) => control.id)).toEqual([]);
    for (const { field } of labels.controls) {
      const kind = field.replace(/^document\./, "");
      expect(field === "none" || isFieldKey(field) || PIECE_KINDS.some((known) => known === kind), field).toBe(true);
    }
  });

  test("the home page leads to every page", async () => {
    const links = [...(await documentAt("/")).querySelectorAll("a")].map((link) => link.getAttribute("href"));
    expect(links.sort()).toEqual(SLUGS.map((slug) => `/${slug}.html`).sort());
  });

  test("frames: every label names a control of the frame's own page", async () => {
    for (const { selector, frame } of labelsOf("cadres").controls) {
      const document = await documentAt(`/cadres/${frame?.replace("#cadre-", "")}.html`);
      expect(document.querySelectorAll(selector).length, selector).toBe(1);
    }
  });

  test("the deadline shown is the one asked for, in each page's own format", async () => {
    const shown = (document: Document, selector: string) => document.querySelector(selector)?.textContent;
    expect(shown(await documentAt("/place-retrait-dce.html"), "#ctl0_CONTENU_PAGE_resume_dateHeureLimite")).toBe("04/03/2031 12:00");
    expect(shown(await documentAt("/depot-classique.html"), "#limite")).toBe("04/03/2031 à 12h00");
  });

  test("the buyers' SIRETs have a valid key", async () => {
    for (const slug of ["place-retrait-dce", "passe-marche-candidature", "depot-classique", "cadres"]) {
      expect(siretsIn((await documentAt(`/${slug}.html`)).body.textContent), slug).toHaveLength(1);
    }
  });

  test("frames come from another origin, and no path leads out of the folder of pages", async () => {
    const page = await (await fetch(`${portal.url}/cadres.html`)).text();
    expect(page).toContain(`data-autre-origine="${portal.otherUrl}"`);
    expect(new URL(portal.otherUrl).origin).not.toBe(new URL(portal.url).origin);
    expect((await fetch(`${portal.url}/..%2fserver.ts`)).status).toBe(404);
    expect((await fetch(`${portal.url}/inconnue.html`)).status).toBe(404);
  });
});

test("the same port answers https, with the certificate of this process", async () => {
  const { cert: ca } = await certificate();
  const answered = await new Promise<number | undefined>((resolve, reject) => {
    const options = { port: new URL(portal.url).port, path: "/cadres.html", ca, servername: "portail.pli-pret.example", agent: false };
    get({ host: "127.0.0.1", ...options }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).on("error", reject);
  });
  expect(answered).toBe(200);
});

describe("receiving", () => {
  test("a deposit keeps its files byte for byte, and its fields", async () => {
    const bytes = randomBytes(100_000);
    const form = new FormData();
    form.append("soum_rs", "Éts Pâquerette & fils");
    form.append("env_cand", new File([bytes], "01_candidature.pdf", { type: "application/pdf" }));
    const response = await fetch(`${portal.url}/deposer`, { method: "POST", body: form });
    expect(response.status).toBe(200);
    expect(portal.deposits.at(-1)?.fields).toEqual([{ name: "soum_rs", value: "Éts Pâquerette & fils" }]);
    expect(portal.uploads).toHaveLength(1);
    const upload = portal.uploads[0];
    expect(upload).toMatchObject({ via: "deposit", field: "env_cand", name: "01_candidature.pdf", type: "application/pdf" });
    expect(upload && Buffer.from(upload.bytes).equals(bytes)).toBe(true);
    expect(upload?.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
  });

  test("an immediate upload answers with a token", async () => {
    const form = new FormData();
    form.append("piece", new File(["a"], "a.pdf"));
    const response = await fetch(`${portal.url}/televersement`, { method: "POST", body: form });
    expect(response.status).toBe(201);
    expect((await response.json()).jeton).toMatch(/^[\w-]+$/);
    expect(portal.uploads.at(-1)).toMatchObject({ via: "immediate", field: "piece", name: "a.pdf" });
  });

  test("a callback renders the panel again, with what was posted and new elements", async () => {
    const name = (field: string) => `ctl0$CONTENU_PAGE$panneau$${field}`;
    const response = await fetch(`${portal.url}/postback/entreprise-postback`, {
      method: "POST",
      headers: { "x-requested-with": "XMLHttpRequest" },
      body: new URLSearchParams({ [name("rs")]: 'Toits "Bleus"', [name("forme")]: "5710" }),
    });
    const panel = new JSDOM(await response.text()).window.document;
    expect(panel.querySelector<HTMLInputElement>("[id$=_rs]")?.value).toBe('Toits "Bleus"');
    expect(panel.querySelector<HTMLSelectElement>("[id$=_forme]")?.value).toBe("5710");
    expect(panel.querySelector("form")).toBe(null);
  });
});
