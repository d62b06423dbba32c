import { expect, test } from "vitest";
import { distinctDirigeants, legalRepresentative } from "../../src/sources/dirigeants.ts";

const who = (qualite: string, nom = "FICTIVE", prenom = "CLAIRE") => ({ nom, prenom, qualite });

test.each([
  ["Gérant", "5499"],
  ["Gérante", "5499"],
  ["Co-gérant", "5499"],
  ["Gérant et associé indéfiniment responsable", "5202"],
  ["Président", "9220"],
  ["Présidente de SAS", "5710"],
  ["Président-directeur général", "5599"],
  ["Présidente-directrice générale", "5599"],
  ["Président du conseil d'administration et directeur général", "5599"],
  ["Président du directoire", "5699"],
  ["Directrice Générale", "5599"],
])("a %s binds a company of category %s", (qualite, forme) => {
  expect(legalRepresentative([who(qualite)], forme)?.nom).toBe("FICTIVE");
});

/** Recherche d'entreprises joins the roles of one person. */
test.each([
  ["Président de SAS, Directeur Général", "5710", "Président de SAS"],
  ["Directeur Général, Président de SAS", "5710", "Président de SAS"],
  ["Président du conseil d'administration, Directeur Général", "5599", "Président du conseil d'administration, Directeur Général"],
  ["Directeur Général, Administrateur", "5599", "Directeur Général"],
  ["Administrateur, Président du directoire", "5699", "Président du directoire"],
  ["Directeur général unique de SA à directoire", "5699", "Directeur général unique de SA à directoire"],
  ["Entrepreneur", "1000", "Entrepreneur"],
  ["Autre, Gérant", "5499", "Gérant"],
  ["Gérant, Associé unique (qui participe à l’activité EURL)", "5498", "Gérant"],
])("joined roles: %s", (qualite, forme, role) => {
  expect(legalRepresentative([who(qualite)], forme)).toMatchObject({ nom: "FICTIVE", qualite: role });
});

/** From the register's own list of roles: none of these binds the company alone. */
test.each([
  "Membre",
  "Contrôleur de gestion",
  "Autre associé majoritaire",
  "Associé unique (qui participe à l’activité EURL)",
  "Dirigeant à l’étranger d’une personne morale étrangère",
  "Membre du directoire",
  "Membre du conseil de surveillance",
  "Personne ayant le pouvoir d’engager à titre habituel la société",
  "Personne ayant le pouvoir d’engager l'établissement",
  "Directeur général délégué, Administrateur",
  "Associé indéfiniment et solidairement responsable",
  "Représentant fiscal en France d’une entreprise étrangère",
  "Indivisaire",
  "Exploitant pour le compte de l’indivision",
  "Mandataire ad hoc, Gérant",
  "Administrateur provisoire",
  "Repreneur",
  "Suppléant",
  "Président du conseil de surveillance, Autre",
])("the role %s does not bind the company", (qualite) => {
  expect(legalRepresentative([who(qualite)], "5710")).toBeUndefined();
});

test.each([
  ["Directeur Général", "5710"],
  ["Directeur Général délégué", "5599"],
  ["Président du conseil d'administration", "5599"],
  ["Président du conseil de surveillance", "5699"],
  ["Administrateur", "5599"],
  ["Commissaire aux comptes titulaire", "5710"],
  ["Associé indéfiniment responsable", "5202"],
  ["Autre", "5710"],
  ["Autre, Liquidateur", "5710"],
])("a %s does not bind a company of category %s alone", (qualite, forme) => {
  expect(legalRepresentative([who(qualite)], forme)).toBeUndefined();
});

test("one person with two roles is the representative; between two persons nobody is chosen", () => {
  expect(legalRepresentative([who("Gérant"), who("Président")], "5499")?.nom).toBe("FICTIVE");
  expect(legalRepresentative([who("Gérant"), who("Gérant", "EXEMPLE", "KARIM")], "5499")).toBeUndefined();
  expect(legalRepresentative([who("Gérant"), who("Administrateur judiciaire", "TIERS", "PAUL")], "5499")).toBeUndefined();
  expect(legalRepresentative([{ denomination: "HOLDING", qualite: "Président de SAS" }], "5710")).toBeUndefined();
});

test("each person and role has one entry, in its shorter spelling", () => {
  const list = [
    who("Gérant", "FICTIVE (FICTIVE)", "CLAIRE ANNE"),
    who("Gérant", "Fictive", "Claire-Anne"),
    who("Gérant", "EXEMPLE", "KARIM"),
  ];
  expect(distinctDirigeants(list).map(({ nom }) => nom)).toEqual(["Fictive", "EXEMPLE"]);
});
