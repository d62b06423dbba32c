import { describe, expect, test } from "vitest";
import { roomOf } from "./reading.ts";

const { answer, asked, failed } = roomOf("inpi-extrait-rne");
const IDENTITY = "data.identite_entreprise";

describe("INPI, extrait RNE", () => {
  test("the extract gives the registration, the capital and the address of the establishment asked", () => {
    expect(answer().facts).toEqual({
      raisonSociale: "LUMIVERDE INGENIERIE",
      formeJuridique: "SAS, société par actions simplifiée",
      formeJuridiqueCode: "5710",
      activitePrincipale: "Études, installation et maintenance électriques ; formation aux métiers de l'électricité",
      capitalSocial: 250_000,
      rneDateImmat: "2009-03-20",
      adresseLigne1: "12 RUE DES ESSAIS",
      adresseComplement: "BATIMENT B",
      codePostal: "69999",
      commune: "VILLENEUVE-L'ESSAI",
      pays: "FR",
      adresseSiege: "12 RUE DES ESSAIS, BATIMENT B, 69999 VILLENEUVE-L'ESSAI",
      dirigeantNom: "FICTIVE",
      dirigeantPrenom: "CLAIRE",
      dirigeantQualite: "Président de SAS",
      dirigeantDateNaissance: "1975-05",
    });
    const { answer: secondary } = asked({}, { siret: "99990000400022" });
    expect(secondary.facts).toMatchObject({ adresseLigne1: "3 AVENUE DU SPECIMEN", codePostal: "37999" });
    expect(secondary.facts.adresseSiege).toContain("69999");
  });

  test("an auditor listed first is no representative; all officers are listed", () => {
    expect(answer().dirigeants.map(({ nom, qualite }) => [nom, qualite])).toEqual([
      ["CONTROLE", "Commissaire aux comptes suppléant"],
      ["FICTIVE", "Président de SAS"],
      ["EXEMPLE", "Directeur Général"],
    ]);
  });

  test("months of birth are read in both orders", () => {
    const born = (text: string) => answer({ "data.dirigeants_et_associes.1.date_naissance": text }).dirigeants[1]?.naissance;
    expect([born("1975-05"), born("05-1975"), born("1975-13"), born("mai 1975")]).toEqual(["1975-05", "1975-05", undefined, undefined]);
  });

  test("without a president among natural persons, nobody is guessed", () => {
    const others = [
      { qualite: "Directeur Général", nom: "EXEMPLE", prenom: "KARIM", date_naissance: "1982-11" },
      { qualite: "Commissaire aux comptes titulaire", nom: "CONTROLE", prenom: "ODILE", date_naissance: "" },
    ];
    expect(answer({ "data.dirigeants_et_associes": others }).facts).not.toHaveProperty("dirigeantNom");
    expect(answer({ "data.dirigeants_et_associes": [] }).state).toBe("delivered");
  });

  test("a sole trader is read from the identity", () => {
    const read = answer({
      [`${IDENTITY}.denomination`]: null,
      [`${IDENTITY}.nom`]: "TEMOIN",
      [`${IDENTITY}.prenoms`]: ["CAMILLE", "LOUISE"],
      [`${IDENTITY}.forme_juridique`]: { code: "1000", libelle: "Entrepreneur individuel" },
      "data.dirigeants_et_associes": [],
    });
    expect(read.facts).toMatchObject({
      raisonSociale: "CAMILLE TEMOIN",
      dirigeantNom: "TEMOIN",
      dirigeantQualite: "Entrepreneur individuel",
    });
    expect(read.dirigeants).toEqual([{ nom: "TEMOIN", prenom: "CAMILLE", qualite: "Entrepreneur individuel" }]);
  });

  test("only the observations that a bidder must know are shown", () => {
    expect(answer().notices).toMatchObject([
      { kind: "observation", status: "toVerify", on: "2011-05-04", text: expect.stringMatching(/moitié du capital social/) },
    ]);
    const dissolved = answer({ [`${IDENTITY}.dissolution`]: { date: "2026-05-31", poursuite_activite: true, avec_liquidation: null } });
    expect(dissolved.notices[0]).toMatchObject({ title: "Dissolution inscrite au registre", on: "2026-05-31" });
  });

  test("a closed establishment and a partial publication are told; a foreign currency is left out", () => {
    expect(answer({ "data.etablissements.0.statut": "fermé" }).notices[0]).toMatchObject({ kind: "etablissementFerme" });
    expect(answer({ "data.diffusion_insee": false }).notices[0]).toMatchObject({ kind: "diffusionPartielle" });
    expect(answer({ [`${IDENTITY}.capital_social.devise`]: "USD" }).facts).not.toHaveProperty("capitalSocial");
  });

  test("the certificate's link leads to the document in two steps", () => {
    const { answer: read, locations } = asked();
    expect(read.pieces).toMatchObject([{ kind: "immatriculation", issuedOn: "2026-11-24", validityBasis: "computed", downloadable: true }]);
    expect(locations.get(0)).toEqual({ url: "https://entreprise.api.gouv.fr/proxy/inpi/download/specimen-1", steps: "json-link" });
    expect(answer({ "data.document_url": null })).toMatchObject({ state: "delivered", pieces: [] });
  });

  test("another company's extract is not read, an unknown company is not found, a closing has no announced end", () => {
    const other = answer({ [`${IDENTITY}.siren`]: "999901002" });
    expect([other.facts, other.pieces, other.dirigeants]).toEqual([{}, [], []]);
    expect(failed(404, "34003")).toMatchObject({ state: "notFound", reason: "registre.inconnu" });
    expect(failed(503, "34020")).toMatchObject({ state: "unavailable", reason: "provider.maintenance" });
  });
});
