import { describe, expect, test } from "vitest";
import { FIELDS } from "../../src/domain/fields.ts";
import { roomOf } from "./reading.ts";

const { answer, failed, asked } = roomOf("insee-etablissement");
const PERSON = {
  "data.unite_legale.type": "personne_physique",
  "data.unite_legale.forme_juridique": { code: "1000", libelle: "Entrepreneur individuel" },
  "data.unite_legale.personne_morale_attributs": { raison_sociale: null, sigle: null },
  "data.unite_legale.personne_physique_attributs": {
    pseudonyme: null,
    prenom_usuel: null,
    prenom_1: "CAMILLE",
    prenom_2: "LOUISE",
    nom_usage: "TEMOIN",
    nom_naissance: "AUTRE",
  },
};

describe("INSEE, établissement", () => {
  test("the address ends with the cedex when there is one", () => {
    const { facts } = answer({ "data.adresse.code_cedex": "69433", "data.adresse.libelle_cedex": "LYON CEDEX 03" });
    expect([facts.codePostal, facts.commune]).toEqual(["69433", "LYON CEDEX 03"]);
    expect(facts.adresseSiege).toContain("69433 LYON CEDEX 03");
    expect(answer({ "data.adresse.code_cedex": "69433", "data.adresse.libelle_cedex": null }).facts.codePostal).toBe("69999");
  });

  test.each([
    ["W691234567", true],
    ["W2A1012345", true],
    ["W9R1011072", true],
    ["WA12345678", false],
    ["W12345678", false],
  ])("an association's number is read, overseas and in Corsica too: %s", (rna, known) => {
    const { facts } = answer({ "data.unite_legale.rna": rna });
    expect(facts.rna).toBe(known ? rna : undefined);
    expect(FIELDS.rna.format.test(rna)).toBe(known);
  });

  test("the answer gives the identity, the address and the size of the establishment asked", () => {
    expect(answer().facts).toEqual({
      siret: "99990000400014",
      raisonSociale: "LUMIVERDE INGENIERIE",
      nomCommercial: "LUMIVERDE",
      sigle: "LVI",
      formeJuridique: "SAS, société par actions simplifiée",
      formeJuridiqueCode: "5710",
      codeNaf: "43.21A",
      codeNaf2025: "43.21Y",
      activitePrincipale: "Travaux d'installation électrique dans tous locaux",
      categorieEntreprise: "PME",
      dateCreation: "2009-03-16",
      effectif: "50 à 99 salariés",
      etatAdministratif: "A",
      estSiege: true,
      siretSiege: "99990000400014",
      adresseLigne1: "12 RUE DES ESSAIS",
      adresseComplement: "BATIMENT B",
      codePostal: "69999",
      commune: "VILLENEUVE-L'ESSAI",
      pays: "FR",
      adresseSiege: "12 RUE DES ESSAIS, BATIMENT B, 69999 VILLENEUVE-L'ESSAI",
    });
  });

  test("the nomenclature's name tells which activity code it is, not the code's place", () => {
    const v3 = { "data.activite_principale_naf_rev2": undefined, "data.unite_legale.activite_principale_naf_rev2": undefined };
    const revision2 = { code: "4321A", libelle: "Travaux d'installation électrique", nomenclature: "NAFRev2" };
    const facts = answer({ ...v3, "data.activite_principale": revision2, "data.unite_legale.activite_principale": revision2 }).facts;
    expect([facts.codeNaf, facts.codeNaf2025]).toEqual(["43.21A", undefined]);

    const only2025 = answer(v3).facts;
    expect([only2025.codeNaf, only2025.codeNaf2025, only2025.activitePrincipale]).toEqual([undefined, "43.21Y", undefined]);

    const older = { code: "70.2C", libelle: "ancienne révision NAF (NAF1993) non supportée", nomenclature: "NAF1993" };
    const none = { code: null, libelle: "non référencé", nomenclature: "NAFRev2" };
    const closedLongAgo = answer({
      "data.activite_principale": older,
      "data.activite_principale_naf_rev2": none,
      "data.unite_legale.activite_principale": older,
      "data.unite_legale.activite_principale_naf_rev2": none,
    }).facts;
    expect([closedLongAgo.codeNaf, closedLongAgo.codeNaf2025, closedLongAgo.activitePrincipale]).toEqual([undefined, undefined, undefined]);
  });

  test("INSEE's seconds are read as Paris days, before and after 1970, in summer and winter", () => {
    const created = (seconds: number | null) => answer({ "data.unite_legale.date_creation": seconds }).facts.dateCreation;
    expect(created(1085349600)).toBe("2004-05-24");
    expect(created(-473389200)).toBe("1955-01-01");
    expect(created(267038293600)).toBeUndefined();
    expect(created(null)).toBeUndefined();
  });

  test("a sole trader has the name in use, and is the representative", () => {
    const { facts } = answer(PERSON);
    expect(facts).toMatchObject({ raisonSociale: "CAMILLE TEMOIN", dirigeantNom: "TEMOIN", dirigeantPrenom: "CAMILLE" });
    expect(facts.dirigeantQualite).toBe("Entrepreneur individuel");
    expect(facts.sigle).toBeUndefined();
  });

  test("a mask is never taken for a value", () => {
    const masked = answer({
      ...PERSON,
      "data.status_diffusion": "partiellement_diffusible",
      "data.unite_legale.personne_physique_attributs": { prenom_usuel: "[ND]", prenom_1: "[ND]", nom_usage: null, nom_naissance: "[ND]" },
      "data.adresse.libelle_voie": "[ND]",
      "data.adresse.numero_voie": "[ND]",
      "data.adresse.code_postal": "[ND]",
    });
    expect(masked.facts).not.toHaveProperty("raisonSociale");
    expect(masked.facts).not.toHaveProperty("adresseLigne1");
    expect(masked.facts).not.toHaveProperty("codePostal");
    expect(masked.facts.commune).toBe("VILLENEUVE-L'ESSAI");
    expect(masked.notices.map(({ kind }) => kind)).toEqual(["diffusionPartielle"]);
  });

  test("a closed establishment is told, with the day and the head office of today", () => {
    const closed = answer({
      "data.etat_administratif": "F",
      "data.date_fermeture": 1740870000,
      "data.siege_social": false,
      "data.unite_legale.siret_siege_social": "99990000400022",
    });
    expect(closed.facts.etatAdministratif).toBe("F");
    expect(closed.facts.adresseSiege).toBeUndefined();
    expect(closed.notices).toMatchObject([{ kind: "etablissementFerme", on: "2025-03-02", siret: "99990000400022" }]);
    expect(answer({ "data.unite_legale.etat_administratif": "C" }).notices).toMatchObject([{ kind: "uniteCessee" }]);
  });

  test("another SIRET in the answer is shown, and fills nothing", () => {
    const redirected = answer({ "data.siret": "99990000400022", "meta.redirect_from_siret": "99990000400014" });
    expect(redirected.state).toBe("delivered");
    expect(redirected.facts).toEqual({});
    expect(redirected.notices).toMatchObject([{ kind: "siretRedirige", siret: "99990000400022" }]);
    expect(answer({ "data.unite_legale.siren": "999901002" }).facts).toEqual({});
  });

  test("an address abroad fills neither town nor country", () => {
    const { facts } = answer({ "data.adresse.code_pays_etranger": "99132", "data.adresse.libelle_pays_etranger": "ROYAUME-UNI" });
    expect([facts.pays, facts.commune, facts.codePostal, facts.adresseSiege]).toEqual([undefined, undefined, undefined, undefined]);
  });

  test("an absent headcount bracket does not mean zero employees", () => {
    expect(answer({ "data.unite_legale.tranche_effectif_salarie.code": "NN" }).facts.effectif).toBeUndefined();
    expect(answer({ "data.unite_legale.tranche_effectif_salarie.code": null }).facts.effectif).toBeUndefined();
  });

  test("an unknown establishment is not found, and one that may not be published is out of scope", () => {
    expect(failed(404, "01003")).toMatchObject({ state: "notFound", reason: "insee.inconnu" });
    expect(failed(451, "01005")).toMatchObject({ state: "outOfScope", reason: "insee.nonDiffusible" });
    expect(asked({ "data.etat_administratif": "Z" }).answer).toMatchObject({ state: "unexpectedShape", detail: "data.etat_administratif" });
  });
});
