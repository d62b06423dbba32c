import { expect, test } from "vitest";
import { PublishedContract } from "../../src/domain/answer.ts";
import { type ContractReference, chosenMeans, KeptMeans, NO_CHOICE, NO_MEANS, withChange } from "../../src/domain/means.ts";
import { natureOf, offeredReferences } from "../../src/dossier/references.ts";

const provenance = { source: "decp", provider: "DECP", endpoint: "/", fetchedAt: "2026-11-24T09:00:00Z", cached: false };
const contract = (id: string, changes: object = {}) => ({
  ...PublishedContract.parse({
    ids: [id],
    buyerName: "Commune d'Essai",
    objet: "Entretien des espaces verts",
    spoilt: false,
    cpv: "77310000",
    notifiedOn: "2025-06-01",
    months: 12,
    amount: 86_400,
    shared: false,
    maximum: false,
    ...changes,
  }),
  provenance,
});
const TODAY = { aim: {}, objet: undefined, today: "2026-11-24" };
const idsOf = (offered: ReturnType<typeof offeredReferences>) =>
  offered.map(({ reference }) => reference.published?.ids[0] ?? reference.id);

test("contracts are sorted by shared digits of the CPV, then by words, age and amount", () => {
  const contracts = [
    contract("old", { notifiedOn: "2017-01-01" }),
    contract("far", { cpv: "45233140", objet: "Chaussée" }),
    contract("near", { cpv: "77311000" }),
    contract("same", { cpv: "77310000", amount: 9_000 }),
    contract("sameAndAlike", { cpv: "77310000", amount: 100_000 }),
  ];
  const aimed = offeredReferences([], { contracts }, { ...TODAY, aim: { cpv: "77310000", amount: 90_000 } });
  expect(idsOf(aimed)).toEqual(["sameAndAlike", "same", "old", "near", "far"]);
  expect(aimed.map(({ fit }) => fit.cpv)).toEqual([8, 8, 8, 4, 0]);
  const worded = offeredReferences([], { contracts }, { ...TODAY, objet: "Réfection des chaussées" });
  expect(idsOf(worded)[0]).toBe("far");
  expect(worded[0]?.fit.words).toEqual(["chaussee"]);
});

test("a notice of a contract that the essential data tell too is not offered a second time", () => {
  const buyerSiret = "99990800700019";
  const told = contract("decp", { buyerSiret, awarded: { amount: 80_000 } });
  const notice = (changes: object) => ({
    ...contract("26-1 LOT-0001", { buyerSiret, objet: "Espaces verts – Lot 1", cpv: undefined, amount: undefined, ...changes }),
    provenance: { ...provenance, source: "boamp", provider: "Avis BOAMP" },
  });
  const offered = (changes: object) => idsOf(offeredReferences([], { contracts: [notice(changes), told] }, TODAY));
  // The same amount, the award's, the same vocabulary or object, signed about the same day.
  for (const same of [
    { amount: 86_400 },
    { amount: 80_000, notifiedOn: "2025-05-02" },
    { cpv: "77310000" },
    { objet: "ENTRETIEN DES ESPACES VERTS" },
  ])
    expect(offered(same), JSON.stringify(same)).toEqual(["decp"]);
  for (const other of [{}, { cpv: "77310000", notifiedOn: "2024-06-01" }, { cpv: "77310000", buyerSiret: "99990100200009" }])
    expect(offered(other).toSorted(), JSON.stringify(other)).toEqual(["26-1 LOT-0001", "decp"]);
  expect(offeredReferences([], { contracts: [notice({ buyerSiret: undefined })] }, TODAY)[0]?.reference.published?.provider).toBe(
    "Avis BOAMP",
  );
});

test("a notice and the essential data of one contract are one reference with both sources, kept or not", () => {
  const buyerSiret = "99990800700019";
  const told = contract("2025-07", { buyerSiret });
  const notice = {
    ...contract("26-1 LOT-0001", { buyerSiret, objet: "Espaces verts – Lot 1", notifiedOn: "2025-05-20" }),
    provenance: { ...provenance, source: "boamp", provider: "Avis BOAMP", fetchedAt: "2026-11-20T09:00:00Z" },
  };
  const sources = (offered: ReturnType<typeof offeredReferences>) =>
    offered.map(({ reference, also }) => [reference.published?.provider, ...also.map(({ provider }) => provider)]);
  expect(sources(offeredReferences([], { contracts: [notice, told] }, TODAY))).toEqual([["DECP", "Avis BOAMP"]]);
  // The person took it from the notice, and named its client in other words; the essential data came later.
  const [first] = offeredReferences([], { contracts: [notice] }, TODAY);
  const taken: ContractReference = { ...(first?.reference as ContractReference), client: "Ville d'Essai", typed: ["client"] };
  for (const contracts of [[notice, told], [told]]) {
    const offered = offeredReferences([taken], { contracts }, TODAY);
    expect(sources(offered)).toEqual([["Avis BOAMP", "DECP"]]);
    expect(offered[0]).toMatchObject({ kept: true, changed: null, also: [{ readOn: "2026-11-24" }] });
  }
  // Two lots of one market: the notice's is the one with its amount, and neither where none has it.
  const other = contract("2025-08", { buyerSiret, amount: 12_000 });
  expect(sources(offeredReferences([taken], { contracts: [told, other] }, TODAY)).toSorted()).toEqual([["Avis BOAMP", "DECP"], ["DECP"]]);
  const { amount: _, ...unpriced } = taken;
  expect(sources(offeredReferences([unpriced], { contracts: [told, other] }, TODAY))).toHaveLength(3);
  expect(sources(offeredReferences([], { contracts: [{ ...notice, amount: 50_000 }, other] }, TODAY))).toHaveLength(2);
});

test("a contract without amount is offered without one, and without remarks on it", () => {
  const [offered] = offeredReferences([], { contracts: [contract("a", { amount: undefined, shared: true })] }, TODAY);
  expect(offered).toMatchObject({ kept: false, reference: { objet: "Entretien des espaces verts", nature: "services", months: 12 } });
  expect(offered?.reference).not.toHaveProperty("amount");
  expect(offered?.reference).not.toHaveProperty("shared");
});

test("an imported contract is listed once, with the person's changes, and says what was published since", () => {
  const [first] = offeredReferences([], { contracts: [contract("a")] }, TODAY);
  const taken: ContractReference = { ...(first?.reference as ContractReference), contact: { name: "Z. Noël" } };
  const [again, ...others] = offeredReferences([taken], { contracts: [contract("a", { amount: 99_000 })] }, TODAY);
  expect(others).toEqual([]);
  expect(again).toMatchObject({ kept: true, reference: { amount: 86_400, contact: { name: "Z. Noël" } }, changed: { amount: 99_000 } });
  // Another buyer's contract may bear the same number.
  expect(offeredReferences([taken], { contracts: [contract("a", { buyerName: "Autre" })] }, TODAY)).toHaveLength(2);
});

test("a contract without a known buyer is not offered: a reference needs a client", () => {
  expect(offeredReferences([], { contracts: [contract("a", { buyerName: undefined })] }, TODAY)).toEqual([]);
});

test.each([
  ["45233140", "works"],
  ["34144910", "supplies"],
  ["48000000", "supplies"],
  ["77310000", "services"],
  ["99000000", undefined],
])("CPV %s is about %s", (cpv, nature) => {
  expect(natureOf(cpv)).toBe(nature);
});

test("a stored entry of another format is dropped alone", () => {
  const kept = KeptMeans.parse({ references: [{ id: "1", client: "A", objet: "B" }, { id: "2" }], team: "?", later: [1] });
  expect(kept).toEqual({ ...NO_MEANS, references: [{ id: "1", client: "A", objet: "B", contact: {} }] });
  expect(KeptMeans.parse({})).toEqual(NO_MEANS);
});

test("a change replaces, adds or removes an entry; the choice keeps its order and forgets removed entries", () => {
  const one = { id: "1", client: "A", objet: "B", contact: {} };
  const two = { ...one, id: "2" };
  const both = withChange(withChange(NO_MEANS, { kind: "references", put: one }), { kind: "references", put: two });
  const mended = withChange(both, { kind: "references", put: { ...one, objet: "C" } });
  expect(mended.references.map(({ id, objet }) => [id, objet])).toEqual([
    ["1", "C"],
    ["2", "B"],
  ]);
  const gone = withChange(mended, { kind: "remove", of: "references", id: "1" });
  expect(chosenMeans(mended, { ...NO_CHOICE, references: ["2", "1"] }).references.map(({ id }) => id)).toEqual(["2", "1"]);
  expect(chosenMeans(gone, { ...NO_CHOICE, references: ["2", "1"] }).references.map(({ id }) => id)).toEqual(["2"]);
});
