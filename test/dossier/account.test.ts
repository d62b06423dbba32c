import { describe, expect, test } from "vitest";
import type { ComparedField, HeldValue } from "../../src/domain/account.ts";
import { Answer, type Facts } from "../../src/domain/answer.ts";
import { companyOf } from "../../src/domain/company.ts";
import { tvaOf } from "../../src/domain/siret.ts";
import { accountReport } from "../../src/dossier/account.ts";
import { assemble } from "../../src/dossier/assemble.ts";

/** Fictitious, with a right key. */
const SIRET = "91345678600015";
const SIREN = "913456786";
const OTHER = "90000001900015";
const REGISTER: Facts = {
  raisonSociale: "ETABLISSEMENTS DUPONT ET FILS",
  adresseLigne1: "12 BIS AVENUE DU GENERAL LECLERC",
  codePostal: "93200",
  commune: "SAINT-DENIS",
  codeNaf: "43.91A",
  capitalSocial: 10_000,
  dateCreation: "2019-03-01",
  estSiege: true,
  tvaIntracommunautaire: tvaOf(SIREN),
};

function dossierOf(facts: Facts = REGISTER, { manual = {}, ...more }: Partial<Answer> & { manual?: Partial<Facts> } = {}) {
  const given = Answer.parse({
    state: "delivered",
    siret: SIRET,
    facts,
    dirigeants: [{ nom: "DURAND", prenom: "Marie Claire", qualite: "Présidente" }],
    ...more,
    provenance: { source: "insee", provider: "INSEE", endpoint: "/", fetchedAt: "2026-11-24T09:00:00Z", cached: false, trust: "register" },
  });
  return assemble({ company: companyOf(SIRET), answers: [given], coffre: [], manual, on: "2026-11-24" });
}

const held = (values: Partial<Record<ComparedField, string>>): HeldValue[] =>
  Object.entries(values).map(([field, text]) => ({ frameId: 0, id: field, field: field as ComparedField, text, label: field }));

function report(values: Partial<Record<ComparedField, string>>, dossier = dossierOf(), sirets: readonly string[] = []) {
  const { owner, differences, unknown, unread, same } = accountReport({ held: held({ siren: SIREN, ...values }), sirets }, dossier);
  const fieldsOf = (list: readonly HeldValue[]) => list.map(({ field }) => field);
  return { owner, differs: differences.map(({ held: { field } }) => field), unknown: fieldsOf(unknown), unread: fieldsOf(unread), same };
}

describe("written differently, the same", () => {
  test.each<[ComparedField, string]>([
    ["siret", "913 456 786 00015"],
    ["siret", "913.456.786.00015"],
    ["siret", "913456786"],
    ["tvaIntracommunautaire", tvaOf(SIREN).replace(/(..)(..)(...)(...)/, "$1 $2 $3 $4 ")],
    ["tvaIntracommunautaire", tvaOf(SIREN).slice(2)],
    ["raisonSociale", "Éts Dupont & Fils"],
    ["raisonSociale", "SARL ÉTABLISSEMENTS DUPONT ET FILS"],
    ["adresseLigne1", "12B av. du Gal Leclerc"],
    ["adresseLigne1", "12 bis, Avenue du Général-Leclerc, bâtiment C"],
    ["commune", "St Denis cedex 2"],
    ["codeNaf", "4391a"],
    ["capitalSocial", "10 000,00 €"],
    ["capitalSocial", "10.000 EUR"],
    ["dateCreation", "1/3/2019"],
    ["dateCreation", "2019-03-01"],
    ["dirigeantNomComplet", "Mme Marie DURAND"],
    ["dirigeantNomComplet", "Durand, Marie-Claire"],
    ["contactTelephone", "01.23.45.67.89"],
    ["contactTelephone", "+33 (0)1 23 45 67 89"],
    ["iban", "fr76 3000 6000 0112 3456 7890 189"],
    ["bic", "AGRIFRPPXXX"],
  ])("%s %s", (field, text) => {
    const manual = { contactTelephone: "0123456789", iban: "FR7630006000011234567890189", bic: "AGRIFRPP" };
    expect(report({ [field]: text }, dossierOf(REGISTER, { manual }))).toMatchObject({ differs: [], unknown: [], unread: [] });
  });

  test("an address in several fields, with its cedex", () => {
    const page = { adresseLigne1: "12 bis av du Gal Leclerc", codePostal: "93203", commune: "Saint-Denis Cedex" };
    expect(report(page)).toMatchObject({ differs: [], same: 4 });
  });

  test("a name and a first name in two fields, one of the officers whom the register names", () => {
    const dirigeants = [
      { nom: "DURAND", prenom: "Marie" },
      { nom: "LE GOFF", prenom: "Yann" },
    ] as Answer["dirigeants"];
    expect(report({ dirigeantNom: "Le Goff", dirigeantPrenom: "Yann" }, dossierOf(REGISTER, { dirigeants })).differs).toEqual([]);
  });
});

describe("another value", () => {
  test.each<[ComparedField, string]>([
    ["raisonSociale", "DUPONT TRAVAUX"],
    ["adresseLigne1", "12 avenue du Général Leclerc"],
    ["adresseLigne1", "2 bis avenue du Général Leclerc, bâtiment 12"],
    ["commune", "Saint-Denis-en-Val"],
    ["codePostal", "45560"],
    ["codeNaf", "43.99C"],
    ["capitalSocial", "1 000 €"],
    ["dateCreation", "01/03/2018"],
    ["dirigeantNomComplet", "Paul Durand"],
    ["contactTelephone", "01 23 45 67 88"],
    ["iban", "FR76 3000 6000 0112 3456 7890 190"],
  ])("%s %s", (field, text) => {
    const manual = { contactTelephone: "0123456789", iban: "FR7630006000011234567890189" };
    expect(report({ [field]: text }, dossierOf(REGISTER, { manual })).differs).toEqual([field]);
  });

  test("an officer who left is one difference, beside all those in office", () => {
    const { differences } = accountReport(
      { held: held({ siren: SIREN, dirigeantNom: "MARTIN", dirigeantPrenom: "Luc" }), sirets: [] },
      dossierOf(),
    );
    expect(differences.map(({ known }) => known.map(({ value }) => value))).toEqual([["Marie Claire DURAND"]]);
  });

  test("the value of a source that is not the one retained is no difference", () => {
    const [first, second] = ["INSEE", "INPI"].map((provider) =>
      Answer.parse({
        ...{ state: "delivered", siret: SIRET, facts: { codeNaf: provider === "INSEE" ? "43.91A" : "43.99C" } },
        provenance: { source: provider, provider, endpoint: "/", fetchedAt: "2026-11-24T09:00:00Z", cached: false },
      }),
    );
    if (first === undefined || second === undefined) throw new Error("deux réponses");
    const dossier = assemble({ company: companyOf(SIRET), answers: [first, second], coffre: [], manual: {}, on: "2026-11-24" });
    expect(report({ codeNaf: "4399C" }, dossier).differs).toEqual([]);
  });
});

describe("what is not known is told apart", () => {
  test("masked by the register, or in no source", () => {
    const masked = { ...REGISTER, adresseLigne1: "[ND]", commune: "[NON-DIFFUSIBLE]" };
    const { codePostal: _, ...facts } = masked;
    const page = { adresseLigne1: "4 rue des Forges", commune: "Lyon", iban: "FR7630006000011234567890189" };
    expect(report(page, dossierOf(facts))).toMatchObject({ differs: [], unknown: ["adresseLigne1", "commune", "iban"] });
  });

  test("an officer when the register names companies only", () => {
    const dirigeants = [{ denomination: "HOLDING DUPONT", siren: "900000019" }] as Answer["dirigeants"];
    expect(report({ dirigeantNom: "Durand" }, dossierOf(REGISTER, { dirigeants }))).toMatchObject({
      differs: [],
      unknown: ["dirigeantNom"],
    });
  });

  test("half hidden by the page, or no date and no amount: not compared", () => {
    const manual = { iban: "FR7630006000011234567890189" };
    const page = { iban: "FR76 **** **** 0189", dateCreation: "mars 2019", capitalSocial: "10 k€" };
    expect(report(page, dossierOf(REGISTER, { manual }))).toMatchObject({ differs: [], unread: ["iban", "dateCreation", "capitalSocial"] });
  });
});

describe("whose the page is", () => {
  const page = { raisonSociale: "Dupont et fils", commune: "Lyon" };
  const ownerOf = (values: Partial<Record<ComparedField, string>>, sirets: readonly string[] = []) =>
    accountReport({ held: held(values), sirets }, dossierOf());

  test("another company's is not compared, whatever it says", () => {
    expect(ownerOf({ ...page, siret: OTHER })).toMatchObject({ owner: "other", differences: [], unknown: [], same: 0 });
    expect(ownerOf({ ...page, siren: SIREN, tvaIntracommunautaire: "FR12900000019" })).toMatchObject({ owner: "other", differences: [] });
  });

  test("nothing that tells whose: nothing is compared", () => {
    expect(ownerOf({ commune: "Lyon", raisonSociale: "Martin" })).toMatchObject({ owner: "unsaid", differences: [] });
    expect(ownerOf({ commune: "Lyon" }, [OTHER])).toMatchObject({ owner: "unsaid", differences: [] });
  });

  test("its name alone will do, and so will its number written in the page", () => {
    expect(ownerOf({ ...page, raisonSociale: "Ets Dupont & fils" })).toMatchObject({
      owner: "company",
      differences: [{ held: { field: "commune" } }],
    });
    expect(ownerOf({ commune: "Lyon" }, [SIRET])).toMatchObject({ owner: "company", differences: [{ held: { field: "commune" } }] });
  });

  test("its number in the page and another name in the form: the name alone is told", () => {
    expect(ownerOf({ commune: "Lyon", raisonSociale: "Martin" }, [SIRET])).toMatchObject({
      owner: "perhaps",
      differences: [{ held: { field: "raisonSociale" } }],
    });
  });

  test("another establishment's address is its own", () => {
    expect(ownerOf({ siret: `${SIREN}00023`, commune: "Lyon", raisonSociale: "Martin" })).toMatchObject({
      owner: "establishment",
      differences: [{ held: { field: "raisonSociale" } }],
    });
  });

  test("a number split over several boxes is put together", () => {
    const parts = [
      [0, 3, "913"],
      [3, 6, "456"],
      [6, 9, "786"],
      [9, 14, "00015"],
    ] as const;
    const split = parts.map(
      ([from, to, text]): HeldValue => ({ frameId: 0, id: text, field: "siret", text, label: "", part: { from, to } }),
    );
    expect(accountReport({ held: [...split, ...held({ commune: "Lyon" })], sirets: [] }, dossierOf())).toMatchObject({
      owner: "company",
      same: 4,
      differences: [{ held: { field: "commune" } }],
    });
  });

  test("the head office's address is compared at the head office only", () => {
    const siege = held({ commune: "Lyon" }).map((one) => ({ ...one, of: "siege" as const }));
    const at = (estSiege: boolean) =>
      accountReport({ held: [...held({ siren: SIREN }), ...siege], sirets: [] }, dossierOf({ ...REGISTER, estSiege }));
    expect([at(true).differences.length, at(false).differences.length, at(false).unknown.length]).toEqual([1, 0, 1]);
  });
});
