import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Answer, type Facts, type Trust } from "../../src/domain/answer.ts";
import type { CoffrePiece } from "../../src/domain/coffre.ts";
import { companyOf } from "../../src/domain/company.ts";
import { Dossier } from "../../src/domain/dossier.ts";
import { present } from "../../src/domain/present.ts";
import { assemble } from "../../src/dossier/assemble.ts";

/** Fictitious, with a right key. */
const SIRET = "91345678600015";
const SIREN = "913456786";
const company = companyOf(SIRET);
const ON = "2026-11-24";

type Given = Partial<Omit<Answer, "provenance" | "state" | "until" | "retryAt">> & { standIn?: boolean; fetchedAt?: string };

/** The trust that these sources declare. */
const TRUST: Readonly<Record<string, Trust>> = {
  insee: "register",
  rne: "register",
  dgfip: "register",
  "inpi-extrait": "register",
  "recherche-entreprises": "aggregator",
};

function answer(source: string, { standIn, fetchedAt, ...given }: Given = {}): Answer {
  return Answer.parse({
    state: "delivered",
    siret: SIRET,
    ...given,
    provenance: {
      source,
      provider: source.toUpperCase(),
      endpoint: `/${source}`,
      fetchedAt: fetchedAt ?? "2026-11-24T09:00:00Z",
      cached: false,
      trust: TRUST[source],
      keyedBy: source.startsWith("insee") ? "siret" : "siren",
      ...present({ standIn }),
    },
  });
}

function kept(given: Partial<CoffrePiece>): CoffrePiece {
  return {
    id: "piece-1",
    siren: SIREN,
    kind: "attestationVigilance",
    title: "Vigilance",
    fileName: "vigilance.pdf",
    type: "application/pdf",
    size: 1000,
    sha256: "00",
    addedAt: "2026-11-20T09:00:00Z",
    validityBasis: "document",
    confirmed: true,
    ...given,
  };
}

function dossierOf(
  answers: readonly Answer[],
  rest: { coffre?: readonly CoffrePiece[]; manual?: Partial<Facts>; on?: string } = {},
): Dossier {
  const dossier = assemble({ company, answers, coffre: rest.coffre ?? [], manual: rest.manual ?? {}, on: rest.on ?? ON });
  return Dossier.parse(dossier);
}

describe("one value for each field", () => {
  test("the register wins over an aggregator, whose value stays visible", () => {
    const { values } = dossierOf([
      answer("recherche-entreprises", { facts: { raisonSociale: "ATELIERS VERNEUIL SAS" } }),
      answer("insee", { facts: { raisonSociale: "ATELIERS VERNEUIL" } }),
    ]);
    expect(values.raisonSociale).toMatchObject({ value: "ATELIERS VERNEUIL", origin: { provenance: { source: "insee" } } });
    expect(values.raisonSociale?.alternatives).toMatchObject([{ value: "ATELIERS VERNEUIL SAS" }]);
  });

  test("of two answers of one source the fresher wins", () => {
    const { values } = dossierOf([
      answer("insee", { facts: { commune: "LYON", codePostal: "69003" }, fetchedAt: "2026-01-01T00:00:00Z" }),
      answer("insee", { facts: { commune: "VILLEURBANNE", codePostal: "69100" }, fetchedAt: "2026-11-01T00:00:00Z" }),
    ]);
    expect(values.commune?.value).toBe("VILLEURBANNE");
  });

  test("the parts of an address come from one origin", () => {
    const { values } = dossierOf([
      answer("insee", { facts: { adresseLigne1: "4 RUE DES FORGES", codePostal: "69003", commune: "LYON" } }),
      answer("rne", { facts: { adresseLigne1: "9 AV FOCH", adresseComplement: "BATIMENT C", codePostal: "75016", commune: "PARIS" } }),
    ]);
    expect(values.adresseComplete?.value).toBe("4 RUE DES FORGES, 69003 LYON");
    expect(values.adresseComplement).toBeUndefined();
  });

  test("the person's entry wins for what only they know, and stays visible for the rest", () => {
    const { values, conflicts } = dossierOf([answer("insee", { facts: { codeNaf: "62.01Z" } })], {
      manual: { contactEmail: "offres@verneuil.example", codeNaf: "62.02A", declarationHonneur: true },
    });
    expect(values.contactEmail).toMatchObject({ value: "offres@verneuil.example", origin: { from: "manual" } });
    expect(values.contactEmailConfirmation?.value).toBe("offres@verneuil.example");
    expect(values.codeNaf).toMatchObject({ value: "62.01Z", alternatives: [{ value: "62.02A", origin: { from: "manual" } }] });
    expect(conflicts).toMatchObject([{ code: "naf", field: "codeNaf" }]);
  });

  test("a sworn statement is never a value of the dossier", () => {
    expect(dossierOf([], { manual: { declarationHonneur: true } }).values.declarationHonneur).toBeUndefined();
  });

  test("what the company does not want published is not a value", () => {
    const { values, dirigeants } = dossierOf([
      answer("insee", {
        facts: { raisonSociale: "[ND]", adresseLigne1: "[NON-DIFFUSIBLE]", commune: "BREST", codePostal: "29200" },
        dirigeants: [
          { nom: "[ND]", prenom: "[ND]" },
          { nom: "LE GOFF", prenom: "MAËL" },
        ],
      }),
    ]);
    expect(values.raisonSociale).toBeUndefined();
    expect(values.adresseLigne1).toBeUndefined();
    expect(values.adresseComplete).toBeUndefined();
    expect(dirigeants.map(({ nom }) => nom)).toEqual(["LE GOFF"]);
  });

  test("answers about another establishment are not used", () => {
    expect(dossierOf([answer("insee", { siret: "91345678600023", facts: { commune: "NANTES" } })]).values.commune).toBeUndefined();
  });

  test("the person may choose who signs among those whom the register names, and no other", () => {
    const rne = answer("rne", {
      facts: { dirigeantNom: "MOREL", dirigeantPrenom: "ANNE", dirigeantQualite: "Présidente" },
      dirigeants: [
        { nom: "MOREL", prenom: "ANNE", qualite: "Présidente" },
        { nom: "SADOUN", prenom: "KARIM", qualite: "Directeur général" },
      ],
    });
    const chosen = dossierOf([rne], {
      manual: { dirigeantNom: "Sadoun", dirigeantPrenom: "Karim", dirigeantQualite: "Directeur général" },
    });
    expect(chosen.values.dirigeantNomComplet?.value).toBe("Karim Sadoun");
    const stranger = dossierOf([rne], { manual: { dirigeantNom: "Petit", dirigeantPrenom: "Jean" } });
    expect(stranger.values.dirigeantNomComplet?.value).toBe("ANNE MOREL");
  });

  test("the IBAN comes from the RIB in the coffre; an unconfirmed RIB gives nothing", () => {
    const rib = kept({ id: "rib", kind: "rib", title: "RIB", facts: { iban: "FR7630006000011234567890189" } });
    expect(dossierOf([], { coffre: [rib] }).values.iban?.origin).toEqual({ from: "coffre", pieceId: "rib", title: "RIB" });
    expect(dossierOf([], { coffre: [{ ...rib, confirmed: false }] }).values.iban).toBeUndefined();
  });
});

describe("financial years", () => {
  test("are aligned by closing day, not by the rank each source gives them", () => {
    const { values, conflicts } = dossierOf([
      answer("dgfip", {
        facts: { chiffreAffairesN1: 500_000, exerciceFinN1: "2025-12-31", chiffreAffairesN2: 400_000, exerciceFinN2: "2024-12-31" },
      }),
      answer("recherche-entreprises", {
        facts: { chiffreAffairesN1: 401_000, exerciceFinN1: "2024-12-31", chiffreAffairesN2: 300_000, exerciceFinN2: "2023-12-31" },
      }),
    ]);
    expect(values.chiffreAffairesN1).toMatchObject({ value: 500_000, alternatives: [] });
    expect(values.chiffreAffairesN2).toMatchObject({ value: 400_000, alternatives: [{ value: 401_000 }] });
    expect(values.chiffreAffairesN3?.value).toBe(300_000);
    expect(values.exerciceAnneeN3?.value).toBe("2023");
    expect(values.caMoyen?.value).toBe(400_000);
    expect(conflicts).toMatchObject([{ code: "valeur", field: "chiffreAffairesN2" }]);
  });

  test("an old year never passes for the last one, and a missing year stays blank", () => {
    const { values } = dossierOf([
      answer("dgfip", {
        facts: { chiffreAffairesN1: 300_000, exerciceFinN1: "2024-12-31", chiffreAffairesN2: 200_000, exerciceFinN2: "2022-12-31" },
      }),
    ]);
    expect(values.chiffreAffairesN1).toBeUndefined();
    expect(values.chiffreAffairesN2?.value).toBe(300_000);
    expect(values.chiffreAffairesN3).toBeUndefined();
    expect(values.caMoyen).toBeUndefined();
  });

  test.each([
    ["a year of eighteen months", ["2025-12-31", "2024-06-30", "2023-06-30"], ["2025-12-31", "2024-06-30", "2023-06-30"]],
    ["a year of six months", ["2025-12-31", "2025-06-30", "2024-06-30"], ["2025-12-31", "2025-06-30", "2024-06-30"]],
    ["a long year, then a missing one", ["2025-12-31", "2023-06-30"], ["2025-12-31", undefined, "2023-06-30"]],
    ["a first year of twenty-three months", ["2025-12-31", "2024-01-31"], ["2025-12-31", "2024-01-31", undefined]],
  ])("are the last three financial years, not calendar years: %s", (_what, closings, placed) => {
    const facts = Object.fromEntries(closings.map((day, index) => [`exerciceFinN${index + 1}`, day]));
    const { values } = dossierOf([answer("dgfip", { facts })]);
    expect([values.exerciceFinN1?.value, values.exerciceFinN2?.value, values.exerciceFinN3?.value]).toEqual(placed);
  });

  test("until the accounts are approved the year before is the last one known", () => {
    const facts = { chiffreAffairesN1: 300_000, exerciceFinN1: "2024-12-31" };
    expect(dossierOf([answer("dgfip", { facts })], { on: "2026-03-01" }).values.exerciceAnneeN1?.value).toBe("2024");
    expect(dossierOf([answer("dgfip", { facts })], { on: "2026-07-15" }).values.exerciceAnneeN1).toBeUndefined();
  });

  test("a year that only the person typed stays", () => {
    const { values } = dossierOf([answer("dgfip", { facts: { chiffreAffairesN1: 500_000, exerciceFinN1: "2025-12-31" } })], {
      manual: { chiffreAffairesN2: 450_000 },
    });
    expect(values.chiffreAffairesN2).toMatchObject({ value: 450_000, origin: { from: "manual" } });
  });
});

describe("the APE code depends on the day of the deadline", () => {
  const facts = { codeNaf: "43.21A", codeNaf2025: "43.21Y" };
  const codeOn = (on: string, known: Partial<Facts> = facts) =>
    dossierOf([answer("insee", { facts: known })], { on }).values.codeNaf?.value;

  test("it is of revision 2 until the end of 2026, of NAF 2025 from 1 January 2027", () => {
    expect(codeOn("2026-12-31")).toBe("43.21A");
    expect(codeOn("2027-01-01")).toBe("43.21Y");
  });

  test("an old code never replaces an unknown new one, and the two are no conflict", () => {
    expect(codeOn("2027-01-15", { codeNaf: "43.21A" })).toBeUndefined();
    expect(dossierOf([answer("insee", { facts })], { on: "2027-01-15" }).conflicts).toEqual([]);
  });
});

describe("pieces", () => {
  test("a register with two addresses gives one document; a document that one source lists twice is two", () => {
    const accounts = { kind: "bilans" as const, title: "Comptes annuels", closingOn: "2024-12-31" };
    const { pieces } = dossierOf([delivered("inpi", accounts), delivered("inpi-ouvert", accounts)]);
    expect(pieces).toHaveLength(1);
    const [first] = delivered("inpi", accounts).pieces;
    if (first === undefined) throw new Error("no piece");
    const twice = { ...delivered("inpi", accounts), pieces: [first, { ...first, n: 1 }] };
    expect(dossierOf([twice]).pieces).toHaveLength(2);
    const other = { ...accounts, closingOn: "2023-12-31" };
    expect(dossierOf([delivered("inpi", accounts), delivered("inpi-ouvert", other)]).pieces).toHaveLength(2);
  });

  const delivered = (source: string, piece: Partial<Answer["pieces"][number]>, fetchedAt?: string) =>
    answer(source, {
      pieces: [{ n: 0, kind: "attestationVigilance", title: "Attestation", validityBasis: "source", downloadable: true, ...piece }],
      ...present({ fetchedAt }),
    });

  test("the valid one wins over the expired, the fresher over the older, the official over the deposited", () => {
    const old = kept({ id: "old", validFrom: "2026-03-31" });
    const fresh = kept({ id: "fresh", validFrom: "2026-09-30" });
    const { pieces } = dossierOf([delivered("urssaf", { validFrom: "2026-08-31" })], { coffre: [old, fresh] });
    expect(pieces.map(({ id, chosen, validity }) => [id, chosen, validity.status])).toEqual([
      ["fresh", true, "valid"],
      ["urssaf#0", false, "valid"],
      ["old", false, "expired"],
    ]);
    const same = dossierOf([delivered("urssaf", { validFrom: "2026-09-30" })], { coffre: [fresh] });
    expect(same.pieces.map(({ id, chosen }) => [id, chosen])).toEqual([
      ["urssaf#0", true],
      ["fresh", false],
    ]);
  });

  test("each is also judged on the day when the winner is asked for proofs", () => {
    const coffre = [kept({ validFrom: "2026-06-30", validityBasis: "computed" })];
    const dossier = Dossier.parse(assemble({ company, answers: [], coffre, manual: {}, on: "2026-12-15", awardOn: "2027-03-15" }));
    expect(dossier.awardOn).toBe("2027-03-15");
    expect(dossier.pieces[0]).toMatchObject({ chosen: true, validity: { status: "expiringSoon" }, atAward: "expired" });
    expect(dossierOf([], { coffre }).pieces[0]).not.toHaveProperty("atAward");
  });

  test("an expired, unconfirmed or merely listed document, or another company's, is shown and never chosen", () => {
    const { pieces, conflicts } = dossierOf([delivered("urssaf", { downloadable: false, validFrom: "2026-10-31" })], {
      coffre: [
        kept({ id: "old", validFrom: "2025-03-31" }),
        kept({ id: "stranger", validFrom: "2026-10-31", otherSiren: "902100072" }),
        kept({ id: "unsure", validFrom: "2026-10-31", confirmed: false }),
      ],
    });
    expect(pieces).toHaveLength(4);
    expect(pieces.filter(({ chosen }) => chosen)).toEqual([]);
    expect(pieces.map(({ barred }) => barred)).toEqual(expect.arrayContaining(["otherCompany", "toConfirm"]));
    expect(conflicts).toMatchObject([{ code: "autreEntreprise", proposals: [{ value: "902100072" }] }]);
  });

  test("one set of accounts is chosen for each of the last three years, and all RGE certificates", () => {
    const bilans = ["2025", "2024", "2023", "2022"].map((year) =>
      kept({ id: year, kind: "bilans", title: year, closingOn: `${year}-12-31` }),
    );
    const twin = kept({ id: "twin", kind: "bilans", title: "bis", closingOn: "2025-12-31" });
    const rge = ["QualiPAC", "QualiPV"].map((title) => kept({ id: title, kind: "rge", title, validUntil: "2027-06-30" }));
    const chosen = dossierOf([], { coffre: [...bilans, twin, ...rge] }).pieces.filter((piece) => piece.chosen);
    expect(chosen.map(({ id }) => id).sort()).toEqual(["2023", "2024", "2025", "QualiPAC", "QualiPV"]);
  });

  test("another company's documents in the coffre are not used", () => {
    expect(dossierOf([], { coffre: [kept({ siren: "902100072" })] }).pieces).toEqual([]);
  });
});

describe("conflicts", () => {
  test("two addresses make one conflict; two spellings of one address make none", () => {
    const insee = answer("insee", { facts: { adresseLigne1: "12 BIS AV DE LA GARE", codePostal: "69003", commune: "LYON" } });
    const same = answer("rne", { facts: { adresseLigne1: "12 bis avenue de la Gare", codePostal: "69003", commune: "Lyon" } });
    const other = answer("re", { facts: { adresseLigne1: "3 RUE NEUVE", codePostal: "69001", commune: "LYON" } });
    expect(dossierOf([insee, same]).conflicts).toEqual([]);
    expect(dossierOf([insee, same, other]).conflicts).toMatchObject([{ code: "adresse", proposals: [{}, {}] }]);
  });

  test("two names are in conflict, unless only the legal form differs", () => {
    const facts = (raisonSociale: string) => ({ facts: { raisonSociale } });
    expect(dossierOf([answer("a", facts("DUPONT ET FILS")), answer("b", facts("SARL Dupont & Fils"))]).conflicts).toEqual([]);
    expect(dossierOf([answer("a", facts("DUPONT ET FILS")), answer("b", facts("DUPONT HOLDING"))]).conflicts).toMatchObject([
      { code: "nom" },
    ]);
  });

  test("a closed establishment comes first, with the SIRET to use instead", () => {
    const closed = answer("insee", {
      facts: { etatAdministratif: "F" },
      notices: [{ kind: "etablissementFerme", status: "info", title: "Établissement fermé", siret: "91345678600023" }],
    });
    expect(dossierOf([closed]).conflicts).toEqual([{ code: "etablissementFerme", proposals: [], siret: "91345678600023" }]);
    expect(dossierOf([answer("insee", { facts: { etatAdministratif: "F" } })]).conflicts).toMatchObject([{ code: "etablissementFerme" }]);
  });
});

test("lists of several sources are joined without repetition, and say where each item comes from", () => {
  const notice = { kind: "procedureCollective", status: "open", title: "Redressement", url: "https://bodacc.example/1" } as const;
  const { notices, dirigeants, certifications, depots } = dossierOf([
    answer("rne", { notices: [notice], dirigeants: [{ nom: "POUYET (POUYET)", prenom: "JEAN CLAUDE", qualite: "Gérant" }] }),
    answer("bodacc", {
      notices: [notice],
      dirigeants: [{ nom: "POUYET (POUYET)", prenom: "JEAN-CLAUDE", qualite: "Gérant" }],
      certifications: [{ kind: "rge", label: "QualiPAC", validUntil: "2026-12-01", validityBasis: "source", held: true }],
      depots: [{ type: "bilan", title: "Comptes", closingOn: "2025-12-31" }],
    }),
  ]);
  expect(notices).toMatchObject([{ provenance: { source: "rne" } }]);
  expect(dirigeants).toHaveLength(1);
  expect(certifications).toMatchObject([{ validity: { status: "expiringSoon", until: "2026-12-01" } }]);
  expect(depots).toHaveLength(1);
});

test("a certification that ends before the deadline is held today and expired on that day", () => {
  const rge = { kind: "rge", label: "QualiPAC", validUntil: "2026-12-31", validityBasis: "source", held: true } as const;
  const judged = (on: string) => dossierOf([answer("ademe-rge", { certifications: [rge] })], { on }).certifications[0];
  expect(judged("2026-11-24")).toMatchObject({ held: true, validity: { status: "valid", until: "2026-12-31" } });
  expect(judged("2026-12-31")).toMatchObject({ validity: { status: "expiringSoon" } });
  expect(judged("2027-01-01")).toMatchObject({ validity: { status: "expired", until: "2026-12-31" } });
});

test("whatever the order of arrival, the same value is retained", () => {
  const answers = [
    answer("recherche-entreprises", { facts: { raisonSociale: "B", codeNaf: "43.21A" } }),
    answer("insee", { facts: { raisonSociale: "A", codeNaf: "43.22B" } }),
    answer("autre", { standIn: true, facts: { raisonSociale: "C" } }),
    answer("inpi-extrait", { facts: { raisonSociale: "D" } }),
    answer("msa", { facts: { raisonSociale: "E" } }),
  ];
  fc.assert(
    fc.property(fc.shuffledSubarray(answers, { minLength: 5 }), (shuffled) => {
      const name = dossierOf(shuffled).values.raisonSociale;
      return [name, ...(name?.alternatives ?? [])].map((it) => it?.value).join("") === "ADECB";
    }),
  );
});

describe("the VAT number", () => {
  const vies = answer("vies", { facts: { tvaIntracommunautaire: "FR90913456786" } });
  const listing = (values: string[]) => answer("recherche-entreprises", { choices: [{ field: "tvaIntracommunautaire", values }] });

  test("VIES's is proposed when no source lists the numbers", () => {
    expect(dossierOf([vies]).values.tvaIntracommunautaire?.value).toBe("FR90913456786");
  });

  test("several in force are a conflict until the person chooses", () => {
    const several = ["FR90913456786", "FR0A913456786"];
    const asked = dossierOf([vies, listing(several)]);
    expect(asked.values.tvaIntracommunautaire).toBeUndefined();
    expect(asked.conflicts).toMatchObject([
      { code: "choix", field: "tvaIntracommunautaire", proposals: several.map((value) => ({ value })) },
    ]);
    const said = dossierOf([vies, listing(several)], { manual: { tvaIntracommunautaire: "FR0A913456786" } });
    expect(said.values.tvaIntracommunautaire).toMatchObject({ value: "FR0A913456786", origin: { from: "manual" } });
    expect(said.conflicts).toEqual([]);
  });

  test("nothing is proposed when none is in force, whatever VIES says", () => {
    expect(dossierOf([vies, listing([])]).values.tvaIntracommunautaire).toBeUndefined();
    expect(dossierOf([answer("vies")]).values.tvaIntracommunautaire).toBeUndefined();
  });
});

test("a published turnover of 0 is told from the 0 that the hub writes for unknown", () => {
  const hub = answer("dgfip", { facts: { exerciceFinN1: "2025-12-31" } });
  const published = answer("comptes-publies", { facts: { exerciceFinN1: "2025-12-31", chiffreAffairesN1: 0 } });
  expect(dossierOf([hub]).values.chiffreAffairesN1).toBeUndefined();
  expect(dossierOf([hub, published]).values.chiffreAffairesN1?.value).toBe(0);
});
