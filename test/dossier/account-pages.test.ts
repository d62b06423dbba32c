/** Account pages of other portals: what they write otherwise and is the same, and the small differences that are some. Fictitious. */
import { expect, test } from "vitest";
import type { ComparedField, HeldValue } from "../../src/domain/account.ts";
import { Answer } from "../../src/domain/answer.ts";
import { companyOf } from "../../src/domain/company.ts";
import { accountReport } from "../../src/dossier/account.ts";
import { assemble } from "../../src/dossier/assemble.ts";

const SIRET = "91345678600015";
const given = Answer.parse({
  state: "delivered",
  siret: SIRET,
  facts: {
    raisonSociale: "MENUISERIE LE GOFF ET ASSOCIES",
    adresseLigne1: "4 TER CHEMIN DE L'ETANG NEUF",
    codePostal: "29000",
    commune: "QUIMPER",
    codeNaf: "43.32A",
    capitalSocial: 50_000,
    dateCreation: "2012-09-01",
    estSiege: true,
    tvaIntracommunautaire: "FR41913456786",
  },
  dirigeants: [{ nom: "LE GOFF", prenom: "Anne-Sophie", qualite: "Gérante" }],
  provenance: { source: "insee", provider: "INSEE", endpoint: "/", fetchedAt: "2026-11-24T09:00:00Z", cached: false, trust: "register" },
});
const manual = {
  contactTelephone: "0298123456",
  contactEmail: "contact@legoff.example",
  iban: "FR7630006000011234567890189",
  bic: "AGRIFRPP",
};
const dossier = assemble({ company: companyOf(SIRET), answers: [given], coffre: [], manual, on: "2026-11-24" });

function saidOf(values: Partial<Record<ComparedField, string>>) {
  const held = Object.entries({ siren: "913456786", ...values }).map(
    ([field, text]): HeldValue => ({ frameId: 0, id: field, field: field as ComparedField, text, label: field }),
  );
  const { differences, unknown, unread } = accountReport({ held, sirets: [] }, dossier);
  return {
    differs: differences.map(({ held: one }) => one.field),
    unknown: unknown.map(({ field }) => field),
    unread: unread.map(({ field }) => field),
  };
}

test.each<[ComparedField, string]>([
  ["raisonSociale", "Menuiserie Le Goff & Associés"],
  ["raisonSociale", "MENUISERIE LE GOFF ET ASSOCIES (SARL)"],
  ["raisonSociale", "S.A.R.L. Menuiserie Le Goff et associés"],
  ["adresseLigne1", "4ter, chemin de l'Étang-Neuf"],
  ["adresseLigne1", "4 ter ch. de l’étang neuf"],
  ["adresseLigne1", "4 T chemin de l'etang neuf"],
  ["codePostal", "29 000"],
  ["codePostal", "F-29000"],
  ["commune", "Quimper Cedex"],
  ["commune", "QUIMPER CEDEX 9"],
  ["codeNaf", "4332 A"],
  ["codeNaf", "43.32A - Travaux de menuiserie bois et PVC"],
  ["capitalSocial", "50 000 euros"],
  ["capitalSocial", "50.000,00"],
  ["dateCreation", "01 septembre 2012"],
  ["dateCreation", "1er septembre 2012"],
  ["tvaIntracommunautaire", "FR 41 913 456 786"],
  ["dirigeantNomComplet", "Mme Anne Sophie LE GOFF"],
  ["dirigeantNomComplet", "LE GOFF Anne-Sophie (gérante)"],
  ["dirigeantNomComplet", "LEGOFF Anne-Sophie"],
  ["contactTelephone", "0033 2 98 12 34 56"],
  ["contactTelephone", "(+33) 298-12-34-56"],
  ["iban", "FR76-3000-6000-0112-3456-7890-189"],
  ["bic", "agri fr pp"],
])("the same: %s « %s »", (field, text) => {
  expect(saidOf({ [field]: text }).differs).toEqual([]);
});

test.each<[ComparedField, string]>([
  ["raisonSociale", "MENUISERIE LE GOFF"],
  ["raisonSociale", "MENUISERIE LE GOF ET ASSOCIES"],
  ["adresseLigne1", "4 bis chemin de l'Étang neuf"],
  ["adresseLigne1", "14 ter chemin de l'étang neuf"],
  ["adresseLigne1", "4 ter rue de l'étang neuf"],
  ["codePostal", "29200"],
  ["commune", "Quimperlé"],
  ["codeNaf", "43.32B"],
  ["capitalSocial", "5 000"],
  ["dateCreation", "09/01/2012"],
  ["dirigeantNomComplet", "M. Yves LE GOFF"],
  ["contactTelephone", "02 98 12 34 65"],
  ["iban", "FR76 3000 6000 0112 3456 7890 180"],
])("another: %s « %s »", (field, text) => {
  const { differs, unread } = saidOf({ [field]: text });
  expect([...differs, ...unread]).toEqual([field]);
});

test.each<[ComparedField, string]>([
  ["iban", "FR76 **** **** **** **** **** 189"],
  ["contactTelephone", "XX XX XX XX 56"],
  ["raisonSociale", "MENU***"],
])("masked by the page, it differs from nothing: %s « %s »", (field, text) => {
  expect(saidOf({ [field]: text }).differs).toEqual([]);
});
