import { describe, expect, test } from "vitest";
import { roomOf } from "./reading.ts";

const { answer, asked, bodyRead, source } = roomOf("recherche-entreprises");
const officer = (nom: string, prenoms: string, qualite: string | null) => ({
  nom,
  prenoms,
  qualite,
  date_de_naissance: null,
  type_dirigeant: "personne physique",
});

describe("Recherche d'entreprises", () => {
  test("the request names the registration, which is given only when asked", () => {
    const { query } = source.request({ siret: "99990000400014", siren: "999900004" });
    expect(query).toMatchObject({ q: "99990000400014", include_admin: "immatriculation" });
  });

  test.each([
    ["one is active", ["FR77999900004"], "FR77999900004", []],
    ["written with spaces, twice", ["FR 77 999 900 004", "FR77999900004"], "FR77999900004", []],
    ["several are active", ["FR77999900004", "FR0A999900004"], undefined, [["FR77999900004", "FR0A999900004"]]],
    ["none is active", [], undefined, [[]]],
    ["another company's is none of its own", ["FR40303265045"], undefined, [[]]],
    ["the service does not say", null, undefined, []],
  ])("a VAT number is filled only when it is the only active one: %s", (_what, tva, fact, listed) => {
    const read = answer({ "results.0.tva": tva });
    expect(read.facts.tvaIntracommunautaire).toBe(fact);
    expect(read.choices).toEqual(listed.map((values) => ({ field: "tvaIntracommunautaire", values })));
  });

  test("the answer gives the identity, without any token", () => {
    expect(answer().facts).toMatchObject({
      siret: "99990000400014",
      raisonSociale: "LUMIVERDE INGENIERIE",
      nomCommercial: "LUMIVERDE",
      formeJuridique: "SAS, société par actions simplifiée",
      formeJuridiqueCode: "5710",
      codeNaf: "43.21A",
      codeNaf2025: "43.21Y",
      capitalSocial: 250_000,
      rneDateImmat: "2009-03-20",
      effectif: "50 à 99 salariés",
      adresseLigne1: "12 RUE DES ESSAIS",
      codePostal: "69999",
      commune: "VILLENEUVE-L'ESSAI",
      dirigeantNom: "FICTIVE",
      dirigeantPrenom: "CLAIRE ANNE",
      dirigeantQualite: "Président de SAS",
      dirigeantDateNaissance: "1975-05",
      statutEss: true,
    });
  });

  test("each person is listed once, legal persons too, and an auditor is never the representative", () => {
    expect(answer().dirigeants).toEqual([
      { nom: "FICTIVE", prenom: "CLAIRE ANNE", qualite: "Président de SAS", naissance: "1975-05" },
      { nom: "EXEMPLE", prenom: "KARIM", qualite: "Directeur Général", naissance: "1982-11" },
      { denomination: "AUDIT SPECIMEN", siren: "999909005", qualite: "Commissaire aux comptes titulaire" },
    ]);
    const auditor = [officer("CONTROLE", "ODILE", "Commissaire aux comptes titulaire")];
    expect(answer({ "results.0.dirigeants": auditor }).facts).not.toHaveProperty("dirigeantNom");
  });

  test.each([
    ["two managers", "5499", [officer("MAQUETTE", "BRUNO", "Gérant"), officer("GABARIT", "LEA", "Gérant")], undefined],
    ["one manager", "5499", [officer("MAQUETTE", "BRUNO", "Gérant")], "MAQUETTE"],
    ["a liquidator", "5499", [officer("MAQUETTE", "BRUNO", "Gérant"), officer("FIN", "PAUL", "Liquidateur")], undefined],
    ["a general manager of a SAS", "5710", [officer("EXEMPLE", "KARIM", "Directeur Général")], undefined],
    [
      "a general manager beside a board",
      "5599",
      [officer("CHAIRE", "ANNE", "Président du conseil d'administration"), officer("EXEMPLE", "KARIM", "Directeur Général")],
      "EXEMPLE",
    ],
    ["a chair of the board alone", "5599", [officer("CHAIRE", "ANNE", "Président du conseil d'administration")], undefined],
    [
      "a company presided by another",
      "5710",
      [
        { denomination: "HOLDING SPECIMEN", siren: "999909005", qualite: "Président de SAS" },
        officer("EXEMPLE", "KARIM", "Directeur Général"),
      ],
      undefined,
    ],
  ])("the representative is the one person who binds the company: %s", (_name, nature, dirigeants, nom) => {
    expect(answer({ "results.0.dirigeants": dirigeants, "results.0.nature_juridique": nature }).facts.dirigeantNom).toBe(nom);
  });

  test("published turnovers are dated by the registry's closing day, or left out", () => {
    expect(answer().facts).toMatchObject({ chiffreAffairesN1: 6_480_200, exerciceFinN1: "2025-12-31", resultatNet: 412_300 });
    const undated = answer({ "results.0.immatriculation.date_cloture_exercice": null }).facts;
    expect([undated.chiffreAffairesN1, undated.exerciceFinN1, undated.resultatNet]).toEqual([undefined, undefined, undefined]);
    expect(answer({ "results.0.finances": null }).facts).not.toHaveProperty("chiffreAffairesN1");
  });

  test("a closing at the end of February is read in every year", () => {
    const closing = (day: string, year: string) =>
      answer({ "results.0.immatriculation.date_cloture_exercice": day, "results.0.finances": { [year]: { ca: 2, resultat_net: 1 } } }).facts
        .exerciceFinN1;
    expect([closing("2902", "2025"), closing("2902", "2024"), closing("2802", "2024")]).toEqual(["2025-02-28", "2024-02-29", "2024-02-28"]);
    expect(closing("3002", "2024")).toBeUndefined();
  });

  test("the address ends with the cedex when there is one", () => {
    const { facts } = answer({
      "results.0.siege.cedex": "69433",
      "results.0.siege.libelle_cedex": "LYON CEDEX 03",
    });
    expect([facts.codePostal, facts.commune]).toEqual(["69433", "LYON CEDEX 03"]);
  });

  test("false means not in the list, never no", () => {
    const read = answer({ "results.0.complements.est_ess": false });
    expect(read.facts).not.toHaveProperty("statutEss");
    expect(read.certifications).toEqual([]);
  });

  test("a mask is never taken for a value", () => {
    const HIDDEN = "[NON-DIFFUSIBLE]";
    const read = answer({
      "results.0.nature_juridique": "1000",
      "results.0.statut_diffusion": "P",
      "results.0.nom_complet": HIDDEN,
      "results.0.nom_raison_sociale": HIDDEN,
      "results.0.siege.adresse": HIDDEN,
      "results.0.siege.libelle_voie": HIDDEN,
      "results.0.siege.numero_voie": HIDDEN,
      "results.0.siege.type_voie": HIDDEN,
      "results.0.siege.code_postal": HIDDEN,
      "results.0.dirigeants": [officer(HIDDEN, HIDDEN, null)],
    });
    for (const field of ["raisonSociale", "adresseLigne1", "codePostal", "adresseSiege", "dirigeantNom", "dirigeantQualite"]) {
      expect(read.facts).not.toHaveProperty(field);
    }
    expect(read.dirigeants).toEqual([]);
    expect(read.pieces).toEqual([]);
    expect(read.notices).toMatchObject([{ kind: "diffusionPartielle" }]);
  });

  test("a sole trader has the name of a person", () => {
    const read = answer({
      "results.0.nature_juridique": "1000",
      "results.0.nom_raison_sociale": null,
      "results.0.nom_complet": "CAMILLE TEMOIN (ATELIER TEMOIN)",
      "results.0.dirigeants": [officer("TEMOIN", "CAMILLE", null)],
    });
    expect(read.facts).toMatchObject({
      raisonSociale: "CAMILLE TEMOIN",
      dirigeantNom: "TEMOIN",
      dirigeantQualite: "Entrepreneur individuel",
    });
  });

  test("a secondary establishment's street is what precedes its postal code", () => {
    const secondary = {
      siret: "99990000400022",
      est_siege: false,
      etat_administratif: "A",
      activite_principale: "85.59A",
      adresse: "ZONE DU MODELE 3 AVENUE DU SPECIMEN 37999 SAINT-EXEMPLE-SUR-LOIRE",
      code_postal: "37999",
      libelle_commune: "SAINT-EXEMPLE-SUR-LOIRE",
    };
    const { answer: read } = asked({ "results.0.matching_etablissements": [secondary] }, { siret: "99990000400022" });
    expect(read.facts).toMatchObject({
      siret: "99990000400022",
      estSiege: false,
      siretSiege: "99990000400014",
      codeNaf: "85.59A",
      adresseLigne1: "ZONE DU MODELE 3 AVENUE DU SPECIMEN",
      codePostal: "37999",
      adresseSiege: "12 RUE DES ESSAIS 69999 VILLENEUVE-L'ESSAI",
    });
  });

  test("a closed establishment points at the head office; another company's answer is ignored", () => {
    const closed = { "results.0.siege.etat_administratif": "F", "results.0.siege.date_fermeture": "2025-03-02" };
    expect(answer(closed).notices).toMatchObject([{ kind: "etablissementFerme", on: "2025-03-02" }]);
    expect(answer({ "results.0.siren": "999901002" })).toMatchObject({ state: "notFound", reason: "insee.inconnu", facts: {} });
    expect(bodyRead({ results: [], total_results: 0 })).toMatchObject({ state: "notFound", reason: "insee.inconnu" });
  });

  test("the registration certificate is offered to whoever is in the registry", () => {
    const { answer: read, locations } = asked();
    expect(read.pieces).toMatchObject([{ kind: "immatriculation", issuedOn: "2026-11-24", downloadable: true }]);
    expect(locations.get(0)?.url).toBe("https://data.inpi.fr/export/companies?format=pdf&ids=%5B%22999900004%22%5D");
    expect(answer({ "results.0.immatriculation": null }).pieces).toEqual([]);
  });
});
