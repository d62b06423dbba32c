/** Pages that ask for one company, one person, one address only, under a title that gives it to somebody else. */
import { describe, expect, test } from "vitest";
import { type Asked, doubts, evidenceOf, read } from "./evidence.ts";

const COMPANY: readonly Asked[] = [{ label: "SIRET" }, { label: "Raison sociale" }];
const ADDRESS = ["Adresse", "Code postal", "Ville"];
const PERSON = ["Nom", "Prénom", "Courriel"];
const under = (title: string, labels: readonly string[]): Asked[] => labels.map((label) => ({ label, under: [title] }));
const asked = (all: readonly Asked[], title = "Candidature à la consultation") => read(evidenceOf(title, all));

describe("the only one of its sort", () => {
  test("is proposed, with the title as the doubt", () => {
    const evidence = evidenceOf("Candidature à la consultation", [...COMPANY, ...under("Facturation", ADDRESS)]);
    expect(read(evidence).slice(2)).toEqual(["adresseLigne1?", "codePostal?", "commune?"]);
    expect(doubts(evidence)[2]).toContain("party");
    expect(asked(under("Structure bénéficiaire", ["SIRET", "Raison sociale", "Forme juridique", "Code NAF"]))).toEqual([
      "siret?",
      "raisonSociale?",
      "formeJuridique?",
      "codeNaf?",
    ]);
  });

  test("is left where the page asks ours too, or a second one", () => {
    expect(asked([...COMPANY, ...under("Siège", ADDRESS), ...under("Facturation", ADDRESS)]).slice(5)).toEqual(["-", "-", "-"]);
    expect(asked([...COMPANY, ...under("Facturation", ADDRESS), ...under("Livraison", ADDRESS)]).slice(2)).toEqual(Array(6).fill("-"));
    expect(asked(under("Les bénéficiaires", ["SIRET", "Raison sociale", "SIRET", "Raison sociale"]))).toEqual(Array(4).fill("-"));
  });

  test("is left to another party of the procedure, whatever else is asked", () => {
    for (const title of ["Sous-traitant proposé", "Cotraitant n° 2", "Acheteur", "Membre 3", "Donneur d'ordres", "Le contact à la mairie"])
      expect(asked(under(title, ["SIRET", "Raison sociale", ...ADDRESS]))).toEqual(Array(5).fill("-"));
  });

  test("is left where its own label gives it to somebody else", () => {
    expect(asked([...COMPANY, { label: "Adresse de facturation" }, { label: "Nom du client" }]).slice(2)).toEqual(["-", "-"]);
  });

  test("is no person whom a title of their own names, no amount, no account, nothing of a list", () => {
    expect(asked([...COMPANY, ...under("Contact technique", PERSON)]).slice(2)).toEqual(["-", "-", "-"]);
    for (const [title, label] of [
      ["Offre financière", "Chiffre d'affaires"],
      ["Paiement du bénéficiaire", "IBAN"],
      ["Références de travaux", "Ville"],
      ["Équipe proposée", "Nom"],
    ] as const)
      expect(asked([...COMPANY, ...under(title, [label])])[2], title).not.toMatch(/^(chiffre|commune|contact)/);
  });

  test("makes no page ours by itself", () => {
    expect(asked(under("Assureur", ["SIRET", "Raison sociale"]), "Déclarer un sinistre")).toEqual(["-", "-"]);
  });
});

describe("a page where a company presents itself to another than a buyer", () => {
  const WHOLE = [...COMPANY, { label: "Forme juridique" }, { label: "Code NAF" }, ...ADDRESS.map((label) => ({ label }))];

  test("is proposed, never sure, where the whole company is asked", () => {
    for (const title of ["Demande de subvention", "Salon des achats : votre stand", "Bulletin d'adhésion", "Location de bureaux"]) {
      const told = asked(WHOLE, title);
      expect(told.slice(0, 2), title).toEqual(["siret?", "raisonSociale?"]);
      expect(
        told.every((one) => one.endsWith("?")),
        title,
      ).toBe(true);
    }
  });

  test("is left where little is asked, and where something is sold, hired or invoiced", () => {
    for (const title of ["Demande de subvention", "Location de bureaux"])
      expect(asked([{ label: "Raison sociale" }, { label: "Courriel" }], title)).toEqual(["-", "-"]);
    for (const title of [
      "Votre panier",
      "Offres d'emploi : postuler",
      "Saisir une facture",
      "Mot de passe oublié",
      "Ouvrir un compte bancaire",
    ])
      expect(asked(WHOLE, title), title).toEqual(Array(WHOLE.length).fill("-"));
  });

  test("what is bought is no search", () => {
    expect(asked(WHOLE, "Candidature – Recherche de fuites")).not.toContain("-");
    expect(asked(WHOLE, "Recherche de consultations")).toEqual(Array(WHOLE.length).fill("-"));
  });
});

test("the year before the one before the last", () => {
  const years = ["Avant-avant-dernier exercice", "Avant-dernier exercice", "Dernier exercice clos"];
  expect(asked([...COMPANY, ...years.map((year): Asked => ({ label: "Chiffre d'affaires total", under: [year] }))]).slice(2)).toEqual([
    "chiffreAffairesN3",
    "chiffreAffairesN2",
    "chiffreAffairesN1",
  ]);
});

test("a board of pictures is no list of references", () => {
  const slot: Asked = { label: "Planche de 5 références, format A3", under: ["Pièces"], type: "file", input: "file" };
  expect(asked([...COMPANY, slot])[2]).toBe("-");
});
