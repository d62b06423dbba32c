import { describe, expect, test } from "vitest";
import { type Bid, NO_BID, NO_TASK } from "../../src/domain/bid.ts";
import { companyOf } from "../../src/domain/company.ts";
import { PACKET_SOURCE } from "../../src/domain/packet.ts";
import type { ListCell } from "../../src/domain/page-reading.ts";
import { assemble } from "../../src/dossier/assemble.ts";
import { type GroupRow, memberValue, rowOwners } from "../../src/dossier/group-rows.ts";
import { groupOf } from "../../src/dossier/parties.ts";

const [OWN, SECOND, THIRD] = ["99990000400014", "99990100200009", "99990200000010"] as const;
const own = assemble({
  company: companyOf(OWN),
  answers: [],
  coffre: [],
  manual: { raisonSociale: "Nôtre SARL", contactEmail: "nous@notre.example", contactTelephone: "01 99 00 00 00" },
  on: "2026-11-24",
});
const known = (raisonSociale: string) => ({
  facts: { raisonSociale, adresseLigne1: "2 RUE B", codePostal: "69000", commune: "LYON", contactEmail: "[NON-DIFFUSIBLE]" },
  source: "recherche-entreprises",
  provider: "DINUM",
  at: "2026-11-24T09:00:00.000Z",
});
const BID: Bid = {
  ...NO_BID,
  role: "lead",
  groupForm: "conjoint",
  task: { performs: "Voirie ", share: 66.5, lots: [] },
  others: [
    { siret: SECOND, name: "", task: { performs: "Terrassement", share: 33.5, lots: [] }, known: known("Bêta SAS") },
    { siret: THIRD, name: "Gamma", task: NO_TASK },
  ],
};
const group = groupOf(BID, own);
const rows = (...said: (string | GroupRow)[]) => said.map((one) => (typeof one === "string" ? { said: one } : one));
const owners = (...said: (string | GroupRow)[]) =>
  rowOwners(rows(...said), group).map((owner) => (typeof owner === "object" ? owner.siret : owner));

test("a row is a member's only by what the page or the person wrote there", () => {
  expect(owners("Mandataire", "Cotraitant n° 1", "Co-traitant 2")).toEqual([OWN, SECOND, THIRD]);
  expect(owners("Cotraitant 1", "Cotraitant 2", "Cotraitant 3")).toEqual([SECOND, THIRD, "unsure"]);
  expect(owners("Membre 1 (mandataire)", "Membre 2", "Membre 3")).toEqual([OWN, SECOND, THIRD]);
  expect(owners("Mandataire", "Membre 1")).toEqual([OWN, SECOND]);
  expect(owners("BETA S.A.S. – Lyon", "beta sas", "SIRET 999 902 000 00010")).toEqual(["unsure", SECOND, THIRD]);
});

test("a row that says nothing, or a member that may be the mandataire, is left for the person to assign", () => {
  expect(owners("", "")).toEqual(["unsure", "unsure"]);
  expect(owners("Membre 1", "Membre 2")).toEqual(["unsure", "unsure"]);
  expect(owners("Autres membres du groupement")).toEqual(["unsure"]);
  expect(owners("Mandataire", "Mandataire")).toEqual(["unsure", "unsure"]);
});

test("a row that holds another company is left alone, whatever the page calls it", () => {
  expect(owners({ said: "Cotraitant 1", siret: "356 000 000 00048" })).toEqual(["elsewhere"]);
  expect(owners({ said: "Cotraitant 1", name: "Delta" }, { said: "", siret: SECOND }, { said: "", name: "GAMMA" })).toEqual([
    "elsewhere",
    SECOND,
    THIRD,
  ]);
});

test("in a group led by another, the company is among the others and the lead comes first", () => {
  const led = groupOf({ ...BID, role: "member" }, own);
  expect(led.map(({ dossier, isLead }) => [dossier.siret, isLead])).toEqual([
    [SECOND, true],
    [OWN, false],
    [THIRD, false],
  ]);
  expect(rowOwners(rows("Mandataire", "Cotraitant 1"), led)).toEqual([{ siret: SECOND }, { siret: OWN }]);
  const unled = groupOf({ ...BID, role: "member", others: [] }, own);
  expect(rowOwners(rows("Mandataire", "Cotraitant 1"), unled)).toEqual(["unsure", "unsure"]);
  expect(groupOf({ ...BID, role: "alone" }, own)).toEqual([]);
});

test("an unknown value of a member stays empty: never another member's, never a mask", () => {
  const of = (at: number) =>
    (["name", "siret", "siren", "email", "phone", "street", "postalCode", "city", "address"] as const).map((column) => {
      const member = group[at];
      return member && memberValue({ list: "members", column, at } satisfies ListCell, member);
    });
  expect(of(1)).toEqual(["Bêta SAS", SECOND, "999901002", undefined, undefined, "2 RUE B", "69000", "LYON", "2 RUE B, 69000 LYON"]);
  expect(of(2)).toEqual(["Gamma", THIRD, "999902000", ...Array(6).fill(undefined)]);
  expect(of(0).slice(3, 5)).toEqual(["nous@notre.example", "01 99 00 00 00"]);
});

test("what a member carries out, its share and its place are its own; what was not said stays empty", () => {
  const told = (column: ListCell["column"], options?: readonly string[]) =>
    group.map((member, at) => memberValue({ list: "members", column, at, options }, member));
  expect(told("performs")).toEqual(["Voirie", "Terrassement", undefined]);
  expect(told("share")).toEqual([66.5, 33.5, undefined]);
  expect(told("role")).toEqual(["Mandataire", "Cotraitant", "Cotraitant"]);
  expect(told("role", ["Choisir…", "Mandataire solidaire", "Co-traitant"])).toEqual(["Mandataire solidaire", "Co-traitant", "Co-traitant"]);
  // Two options could say it, or none does.
  expect(told("role", ["Mandataire", "Mandataire solidaire", "Sous-traitant"])).toEqual([undefined, undefined, undefined]);
});

describe("the mandataire's row, for a company that is only a member", () => {
  const mandataire = {
    siret: SECOND,
    name: "",
    task: NO_TASK,
    known: { ...known("Bêta SAS"), source: PACKET_SOURCE, provider: "paquet de Bêta SAS" },
  };
  const led = (others: Bid["others"]) => groupOf({ ...BID, role: "member", others }, own);
  const told = (others: Bid["others"], ...said: (string | GroupRow)[]) =>
    rowOwners(rows(...said), led(others)).map((owner) => (typeof owner === "object" ? owner.siret : owner));
  const cell = (column: ListCell["column"]): ListCell => ({ list: "members", column, at: 0, said: "Mandataire" });

  test("has what its packet says, and nothing of ours where it says nothing", () => {
    expect(told([mandataire], "Mandataire", "Cotraitant 1")).toEqual([SECOND, OWN]);
    const [lead] = led([mandataire]);
    if (lead === undefined) throw new Error("no group");
    const values = (["name", "siret", "city", "email", "phone"] as const).map((column) => memberValue(cell(column), lead));
    expect(values).toEqual(["Bêta SAS", SECOND, "LYON", undefined, undefined]);
  });

  test("of which only the SIRET was typed, has that alone; of which nothing is known, is nobody's", () => {
    const [lead] = led([{ siret: SECOND, name: "", task: NO_TASK }]);
    if (lead === undefined) throw new Error("no group");
    const values = (["name", "siret", "city", "email", "phone"] as const).map((column) => memberValue(cell(column), lead));
    expect(values).toEqual([undefined, SECOND, undefined, undefined, undefined]);
    expect(told([], "Mandataire", "Cotraitant 1")).toEqual(["unsure", "unsure"]);
  });

  test("that holds our company is not ours, and our own row is then in doubt too", () => {
    expect(told([mandataire], { said: "Mandataire", siret: OWN })).toEqual(["unsure"]);
    expect(told([mandataire], { said: "Mandataire", name: "NÔTRE S.A.R.L." }, "Cotraitant 1")).toEqual(["elsewhere", OWN]);
    expect(told([mandataire], { said: "Mandataire", siret: OWN }, "Cotraitant 1")).toEqual(["unsure", "unsure"]);
    expect(told([mandataire], { said: "", siret: OWN }, { said: "", siret: OWN })).toEqual(["unsure", "unsure"]);
    expect(told([], { said: "Mandataire", siret: OWN })).toEqual(["unsure"]);
  });

  test("numbered with the others, is its own and shifts theirs by one", () => {
    const others = [mandataire, { siret: THIRD, name: "Gamma", task: NO_TASK }];
    expect(told(others, "Membre 1 (mandataire)", "Membre 2", "Membre 3")).toEqual([SECOND, OWN, THIRD]);
    expect(told([], "Membre 1 (mandataire)", "Membre 2")).toEqual(["unsure", "unsure"]);
  });
});
