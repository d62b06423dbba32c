/** Which portal a page belongs to, by its host or else by its software, and where the content script runs. */
import { readdirSync, readFileSync } from "node:fs";
import "./jsdom.ts";
import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { matchPatterns, portalOf } from "../../src/portals/find.ts";
import { PORTALS } from "../../src/portals/portals.ts";

const BLANK = new JSDOM("<!doctype html><title>Page</title>").window.document;

function idOf(host: string, body = "", url = `https://${host}/page`): string | null {
  return portalOf(host, new JSDOM(`<!doctype html>${body}`, { url }).window.document)?.id ?? null;
}

describe("a portal is found by its host", () => {
  test.each([
    ["www.marches-publics.gouv.fr", "place"],
    ["marches.maximilien.fr", "atexo"],
    ["marches.megalis.bretagne.bzh", "atexo"],
    ["marches.ternum-bfc.fr", "atexo"],
    ["marchespublics596280.fr", "atexo"],
    ["www.demat-ampa.fr", "atexo"],
    ["plateforme.alsacemarchespublics.eu", "atexo"],
    ["www.marches-publics.info", "aws-achat"],
    ["agysoft.marches-publics.info", "aws-achat"],
    ["mp74.aws-achat.info", "aws-achat"],
    ["marchespublics.grandest.fr", "aws-achat"],
    ["marchespublicsmanche.fr", "aws-achat"],
    ["www.achatpublic.com", "achatpublic"],
    ["www.e-marchespublics.com", "e-marchespublics"],
    ["www.marches-securises.fr", "marches-securises"],
    ["klekoon.com", "klekoon"],
    ["www.xmarches.fr", "xmarches"],
    ["dume.chorus-pro.gouv.fr", "dume"],
    ["passemarche.data.gouv.fr", "passe-marche"],
    ["sandbox.passemarche.data.gouv.fr", "passe-marche"],
    ["WWW.Marches-Publics.GOUV.fr.", "place"],
  ])("%s is %s", (host, id) => {
    expect(portalOf(host, BLANK)?.id).toBe(id);
  });

  test.each([
    "marches-publics.gouv.fr.example.org",
    "mauvais-achatpublic.com",
    "notmarches-publics.info",
    "passemarche.data.gouv.fr.evil.example",
    "www.example.org",
    "",
  ])("%s belongs to no portal", (host) => {
    expect(portalOf(host, BLANK)).toBe(null);
  });
});

describe("on an unlisted host, a portal is found by its software", () => {
  const PRADO = '<form><input type="hidden" name="PRADO_PAGESTATE" value="x">';
  test.each([
    ["atexo", `${PRADO}<input name="ctl0$CONTENU_PAGE$EntrepriseFormulaireDemande$nom"></form>`],
    ["atexo", '<a href="/index.php?page=Entreprise.EntrepriseAdvancedSearch&AllCons">Consultations</a>'],
    ["atexo", '<a href="/app.php/entreprise/consultation/512?orgAcronyme=x1">Détail</a>'],
    ["aws-achat", '<form action="/mpiaws/index.cfm?fuseaction=dematEnt.choixDCE&IDM=12"></form>'],
    ["achatpublic", '<a href="/sdm/ent/gen/ent_detail.do?PCSLID=CSL_2026_x">Consultation</a>'],
    ["marches-securises", '<a href="/entreprise/?module=consultation&cle_dce=abc">Consultation</a>'],
    ["xmarches", '<a href="/entreprise/detailConsultation.php?key=12">Consultation</a>'],
    ["dume", '<textarea name="economicOperator.name"></textarea>'],
    [
      "passe-marche",
      '<div class="fr-upload-group"><input name="market_application[market_attribute_responses_attributes][4][text]"></div>',
    ],
  ])("%s", (id, body) => {
    expect(idOf("achats.example.org", body)).toBe(id);
  });

  test.each([
    ["PRADO of another product", `${PRADO}<input name="ctl0$Main$nom"></form>`],
    ["a page that only links to portals", '<a href="https://www.achatpublic.com/sdm/ent/gen/index.do">Marchés</a>'],
    ["a page that links to a consultation elsewhere", '<a href="https://autre.example/entreprise/?module=consultation&cle_dce=1">Avis</a>'],
    ["a DSFR site", '<div class="fr-container"><input class="fr-input" name="siret"></div>'],
    ["a page whose links cannot be read", '<a href="http://[">x</a><a href="">y</a>'],
  ])("not: %s", (_what, body) => {
    expect(idOf("www.example.org", body)).toBe(null);
  });

  test("a listed host decides, whatever the page looks like", () => {
    expect(idOf("www.achatpublic.com", '<textarea name="economicOperator.name"></textarea>')).toBe("achatpublic");
  });

  test("a saved page, which has no host, is read by its own links", () => {
    expect(idOf("", '<a href="/sdm/ent2/gen/rechercheCsl.action">Recherche</a>', "about:blank")).toBe("achatpublic");
  });
});

/** `of` in a page's labels names the portal that it imitates. */
const LABELLED = readdirSync("test/portals/labels").map((name) => {
  const { slug, of } = JSON.parse(readFileSync(`test/portals/labels/${name}`, "utf8")) as { slug: string; of?: string };
  return { slug, of };
});

describe("each portal has a page of ours, with its labels", () => {
  test.each(PORTALS.map(({ id }) => id))("%s", (id) => {
    const slugs = LABELLED.filter(({ of }) => of === id).map(({ slug }) => slug);
    expect(slugs, `no page in test/portals whose labels say "of": "${id}"`).not.toEqual([]);
  });

  test("no page imitates a portal that is not listed", () => {
    const ids = PORTALS.map(({ id }) => id);
    expect(LABELLED.filter(({ of }) => of !== undefined && !ids.includes(of))).toEqual([]);
  });
});

describe("match patterns", () => {
  test("hold every host of the list once, as a pattern that browsers accept", () => {
    const patterns = matchPatterns(PORTALS);
    expect(patterns).toContain("https://www.marches-publics.gouv.fr/*");
    expect(patterns).toContain("https://*.aws-achat.info/*");
    expect(new Set(patterns).size).toBe(patterns.length);
    for (const pattern of patterns) expect(pattern).toMatch(/^https:\/\/(\*\.)?([a-z0-9-]+\.)+[a-z]{2,}\/\*$/);
  });

  test("no host belongs to two portals", () => {
    const hosts = PORTALS.flatMap((portal) => Object.keys(portal.hosts));
    expect(new Set(hosts).size).toBe(hosts.length);
  });
});
