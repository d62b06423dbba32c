/** The consultation, read from the project's own pages, from hard ones, and from the shared corpus when it is there. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import "./jsdom.ts";
import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { readConsultation } from "../../src/portals/consultation.ts";
import { portalOf } from "../../src/portals/find.ts";

function consultationIn(html: string, host = "achats.example.org") {
  const page = new JSDOM(html, { url: `https://${host}/page` }).window.document;
  return readConsultation(page, { portal: portalOf(host, page), url: page.URL });
}

const PAGES = new URL("./pages/", import.meta.url);
const NOON = "2026-12-15T12:00:00+01:00";
const EXPECTED: Readonly<Record<string, object | null>> = {
  "questionnaire-numerote": {
    reference: "RFQ-2026-118",
    objet: "études de sol",
    acheteurNom: "Régie des eaux du Larzan",
    dateLimite: NOON,
  },
  "declaration-candidat": { reference: "27-004", objet: "réfection de la salle polyvalente", dateLimite: NOON },
  "avis-consultation": {
    reference: "2026-FCS-052",
    acheteurNom: "Ville de Brécourt-sur-Vaudre",
    acheteurSiret: "21990012300015",
    dateLimite: NOON,
    lots: [
      { numero: "1", intitule: "repas chauds" },
      { numero: "2", intitule: "goûters" },
    ],
  },
  "place-retrait-dce": {
    reference: "2026-TRX-0147",
    objet: "Isolation des façades, remplacement des menuiseries, du chauffage et de l'éclairage de l'école et du restaurant scolaire",
    acheteurNom: "Ville de Brécourt-sur-Vaudre",
    acheteurSiret: "21990012300015",
    dateLimite: NOON,
    lots: [
      { numero: "1", intitule: "Isolation et menuiseries extérieures" },
      { numero: "2", intitule: "Chauffage et ventilation" },
      { numero: "3", intitule: "Électricité et éclairage" },
    ],
  },
  "passe-marche-candidature": {
    reference: "VBV-2026-38",
    objet: "Entretien des toitures et des chaufferies des bâtiments communaux",
    acheteurNom: "Communauté de communes du Val de Briance",
    acheteurSiret: "21990013100018",
    dateLimite: NOON,
    lots: [
      { numero: "1", intitule: "Toitures" },
      { numero: "2", intitule: "Chaufferies" },
    ],
  },
  "depot-classique": {
    reference: "SEPL-26-011",
    objet: "Renouvellement de la conduite d'adduction entre le réservoir des Aulnes et le bourg",
    acheteurNom: "Syndicat des eaux du plateau de Lorve",
    acheteurSiret: "21990014900010",
    dateLimite: NOON,
    depositSize: { bytes: 200_000_000, said: "Taille du pli : 200 Mo au plus." },
  },
  cadres: {
    reference: "ADB-26-204",
    objet: "Fourniture de mobilier pour les salles communes",
    acheteurNom: "Agence du bassin de la Lorve",
    acheteurSiret: "21990011500011",
    dateLimite: NOON,
  },
  "achatpublic-reponse": {
    reference: "CCVO-26-T04",
    objet: "Réhabilitation de la piscine intercommunale",
    acheteurNom: "Communauté de communes du Val d'Orbe",
    dateLimite: NOON,
  },
  "xmarches-retrait": { reference: "SDE-26-08", objet: "Éclairage public du secteur des Vannes", dateLimite: NOON },
  composants: {
    reference: "PAC-2026-7",
    objet: "maintenance des ascenseurs",
    acheteurNom: "Office de l'habitat de Brécourt",
    dateLimite: NOON,
  },
};

describe("the project's own pages", () => {
  const slugs = readdirSync(PAGES).filter((name) => name.endsWith(".html"));
  test.each(slugs)("%s", (name) => {
    const found = consultationIn(readFileSync(new URL(name, PAGES), "utf8"));
    const expected = EXPECTED[name.replace(".html", "")] ?? null;
    if (expected === null || found === null) expect(found, "what EXPECTED, above, says of this page's consultation").toEqual(expected);
    else expect(found).toEqual({ ...expected, portal: found.portal, url: found.url });
  });
});

describe("a value that is not sure is absent", () => {
  const dl = (pairs: Readonly<Record<string, string>>) =>
    `<dl><dt>Référence de la consultation</dt><dd>A-1</dd>${Object.entries(pairs)
      .map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`)
      .join("")}</dl>`;

  test.each([
    [
      "candidatures and offers differ",
      { "Date limite de remise des candidatures": "01/12/2026 12:00", "Date limite de remise des offres": "15/12/2026 12:00" },
    ],
    ["questions", { "Date limite des questions": "01/12/2026 12:00" }],
    ["publication", { "Date de publication": "01/11/2026 12:00", "Date d'ouverture des plis": "16/12/2026 09:00" }],
    ["American order", { "Date limite de remise des plis": "12/15/2026 12:00" }],
    ["no hour", { "Date limite de remise des plis": "15/12/2026" }],
    ["an old and a new one", { "Date limite de remise des plis": "15/12/2026 12:00 (au lieu du 01/12/2026 12:00)" }],
  ])("deadline: %s", (_what, pairs) => {
    const found = consultationIn(dl(pairs));
    expect(found?.reference).toBe("A-1");
    expect(found?.dateLimite).toBeUndefined();
  });

  test("a deadline that is struck out is not read, nor is the one for questions beside it", () => {
    const pairs = {
      "Date limite de remise des plis": "<del>01/12/2026 12:00</del> 15/12/2026 12:00",
      "Date limite des questions": "05/12/2026 12:00",
    };
    expect(consultationIn(dl(pairs))?.dateLimite).toBe(NOON);
  });

  test("a buyer's SIRET with a wrong key is not read", () => {
    expect(consultationIn(dl({ "SIRET de l'acheteur": "219 900 123 00016" }))?.acheteurSiret).toBeUndefined();
  });

  const card = (reference: string) =>
    `<div><p>Référence : ${reference}</p><p>Objet : Travaux ${reference}</p><p>Acheteur : Ville</p><p>Date limite de remise des plis : 15/12/2026 12:00</p></div>`;
  test.each([
    ["cards of results", card("A-1") + card("A-2")],
    [
      "a table of results",
      "<table><tr><td>Référence</td><td>Objet</td><td>Acheteur</td><td>Date limite</td></tr><tr><td>A-1</td><td>Travaux</td><td>Ville</td><td>15/12/2026 12:00</td></tr></table>",
    ],
    ["a shop", "<p>Référence : PER-2200</p><p>Objet : perceuse</p>"],
    ["a form whose labels have no value", '<label for=r>Référence de la consultation</label><input id=r value="A-1"><p>Ville 12</p>'],
  ])("no consultation is read: %s", (_what, body) => expect(consultationIn(body)).toBe(null));

  test.each([
    ["Consultation n° 2026-TRX-12 : Réfection de la toiture du gymnase", "2026-TRX-12", "Réfection de la toiture du gymnase"],
    ["Marché 26S0012 - Fourniture de repas en liaison froide", "26S0012", "Fourniture de repas en liaison froide"],
    ["Marché : fourniture de repas", undefined, "fourniture de repas"],
  ])("a title that holds the reference and the object: %s", (title, reference, objet) => {
    const found = consultationIn(`<h1>${title}</h1><p>Acheteur : Ville de Brécourt</p>`);
    expect([found?.reference, found?.objet]).toEqual([reference, objet]);
  });

  test.each([
    ["Les plis doivent être remis avant le 15/12/2026 à 12:00.", NOON],
    ["Vous avez jusqu'au mardi 15 décembre 2026 à 12h00 pour déposer votre offre.", NOON],
    ["Les questions sur la remise des offres sont à transmettre avant le 05/12/2026 à 12:00.", undefined],
    ["Les offres seront ouvertes le 15/12/2026 à 14:00.", undefined],
    ["Les plis doivent être remis avant le 15/12/2026.", undefined],
  ])("a deadline told in a sentence: %s", (sentence, instant) => {
    expect(consultationIn(`${dl({})}<p>${sentence}</p>`)?.dateLimite).toBe(instant);
  });

  test("a lot's number under two titles keeps neither", () => {
    const lots = "<dt>Lots</dt><dd>Lot 1 : gros œuvre ; Lot 2 : peinture ; Lot 1 : toiture ; Lot 2</dd>";
    expect(consultationIn(dl({}).replace("</dl>", `${lots}</dl>`))?.lots).toEqual([{ numero: "1" }, { numero: "2", intitule: "peinture" }]);
  });

  test("one card is one consultation", () => expect(consultationIn(card("A-1"))?.reference).toBe("A-1"));
});

describe("an hour that may not be in Paris time gives no deadline, and the page's words say why", () => {
  const page = (deadline: string, more = "") =>
    `<dl><dt>Référence de la consultation</dt><dd>A-1</dd><dt>Acheteur</dt><dd>Ville de Brécourt</dd>${deadline}</dl>${more}`;
  const limit = (value: string, label = "Date limite de remise des plis") => `<dt>${label}</dt><dd>${value}</dd>`;
  const AT_NOON = limit("15/12/2026 12:00");

  test.each([
    ["behind, after a comma", page(limit("15/12/2026 12:00, heure locale")), "heure locale"],
    ["behind, in square brackets", page(limit("15/12/2026 12:00 [heure de La Réunion]")), "heure de La Réunion"],
    ["before", page(limit("Heure de Cayenne : 15/12/2026 12:00")), "Heure de Cayenne"],
    ["in the label", page(limit("15/12/2026 12:00", "Date limite de remise des plis (heure locale)")), "heure locale"],
    ["in the label of a line", page("", "<p>Date limite de remise des plis - heure de Mayotte : 15/12/2026 12:00</p>"), "heure de Mayotte"],
    ["in a text of its own", page(limit("15/12/2026 12:00</dd><dd><small>(Martinique)</small>")), "Martinique"],
    [
      "in another paragraph",
      page(AT_NOON, "<p>Les heures indiquées sont celles de La Réunion.</p>"),
      "heures indiquées sont celles de La Réunion",
    ],
    [
      "at the foot of the page",
      page(AT_NOON, "<footer>Toutes les heures sont exprimées en heure locale.</footer>"),
      "heures sont exprimées en heure locale",
    ],
    ["by a zone's name in the menu", page(AT_NOON, "<nav>Fuseau : Indian/Mayotte</nav>"), "Indian/Mayotte"],
    ["in a hint", page(limit('<span title="heure de Nouméa">15/12/2026 12:00</span>')), "heure de Nouméa"],
    [
      "by the element's own instant",
      page(limit('<time datetime="2026-12-15T12:00:00-04:00">15/12/2026 12:00</time>')),
      "2026-12-15T12:00:00-04:00",
    ],
    ["in a sentence", page("", "<p>Les plis doivent être remis avant le 15/12/2026 à 12:00 (heure Guadeloupe).</p>"), "heure Guadeloupe"],
  ])("said %s", (_where, html, said) => {
    const found = consultationIn(html);
    expect(found?.reference).toBe("A-1");
    expect(found?.dateLimite).toBeUndefined();
    expect(found?.doubt).toMatchObject({ why: "otherClock", said, day: "2026-12-15" });
  });

  const buyer = (name: string, deadline = AT_NOON, more = "") => page(deadline, more).replace("Ville de Brécourt", name);
  test.each([
    ["its name", buyer("Région Guadeloupe"), "achats.example.org", "Guadeloupe"],
    ["its SIRET", buyer("Commune de Saint-Denis (SIRET 219 749 900 00011)"), "achats.example.org", "21974990000011"],
    [
      "its address",
      buyer("Ville</dd><dt>Adresse de l'acheteur</dt><dd>1 rue de Paris, 97400 Saint-Denis"),
      "achats.example.org",
      "97400 Saint-Denis",
    ],
    [
      "an address that nobody else has",
      page(AT_NOON, "<p>Mairie de Saint-Leu</p><p>97436 Saint-Leu</p>"),
      "achats.example.org",
      "97436 Saint-Leu",
    ],
    ["the place of the works", page(`${AT_NOON}<dt>Lieu d'exécution</dt><dd>(973) Guyane</dd>`), "achats.example.org", "Guyane"],
    ["its portal", page(AT_NOON), "marches.brecourt.re", "marches.brecourt.re"],
  ])("a buyer overseas, by %s", (_what, html, host, said) => {
    const found = consultationIn(html, host);
    expect(found?.dateLimite).toBeUndefined();
    expect(found?.doubt).toMatchObject({ why: "overseasBuyer", said, written: "15/12/2026 12:00" });
  });

  test.each([
    ["overseas, who says the hour of Paris", buyer("Région Guadeloupe", limit("15/12/2026 12:00 (heure de Paris)"))],
    ["overseas, whose page says it", buyer("Région Guadeloupe", AT_NOON, "<p>Les heures sont celles de Paris.</p>")],
    [
      "who says both hours",
      buyer("Région Guadeloupe", limit("15/12/2026 12:00 (heure de Paris)") + limit("15/12/2026 08:00 (heure locale)")),
    ],
    ["whose page tells the candidate's own address", page(AT_NOON, "<h2>Votre entreprise</h2><p>TOITS DU SUD</p><p>97400 Saint-Denis</p>")],
    [
      "who warns of the clock of the reader's machine",
      page(AT_NOON, "<p>L'heure de la plateforme fait foi, et non l'heure locale de votre poste.</p>"),
    ],
    ["who holds a meeting", page(AT_NOON, "<p>Date et heure de la réunion : 01/12/2026 10:00, salle de réunion n° 2</p>")],
    ["whose street is named after an island", page(AT_NOON, "<p>Bibliothèque, 3 rue de la Martinique, Brécourt</p>")],
  ])("a deadline is told by a buyer %s", (_what, html) => {
    const found = consultationIn(html);
    expect(found?.dateLimite).toBe(NOON);
    expect(found?.doubt).toBeUndefined();
  });

  test("the hours of a telephone line do not make the deadline of a buyer overseas that of Paris", () => {
    const html = buyer("Région Guadeloupe", AT_NOON, "<p>Assistance : de 9h00 à 18h00 (heure de Paris)</p>");
    expect(consultationIn(html)?.doubt?.why).toBe("overseasBuyer");
  });

  test("a page without a written deadline raises no doubt", () => {
    expect(consultationIn(page("", "<p>Les heures sont celles de La Réunion.</p>"))?.doubt).toBeUndefined();
  });
});

const CORPUS = new URL("../../../shared/corpus/pages/", import.meta.url);
const corpus = existsSync(CORPUS) ? CORPUS : undefined;
describe(corpus === undefined ? "the shared corpus: absent, nothing read" : "the shared corpus", () => {
  test.skipIf(corpus === undefined)("the capture of PLACE gives its consultation, and no other page is wrongly taken for one", () => {
    const told = readdirSync(corpus ?? PAGES).flatMap((name) => {
      const found = consultationIn(readFileSync(new URL(name, corpus), "utf8"));
      return found === null ? [] : [{ name, found }];
    });
    expect(told.map(({ name }) => name)).toEqual(["place-dce-35664746.html"]);
    expect(told[0]?.found).toMatchObject({
      reference: "2020_PFRA_GE_CRA_CONT",
      acheteurNom: "Ministère de l'Intérieur",
      dateLimite: "2020-09-16T12:00:00+02:00",
    });
  });
});
