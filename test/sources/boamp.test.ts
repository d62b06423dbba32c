import { expect, test } from "vitest";
import { fixtureOf, roomOf } from "./reading.ts";

const { answer, bodyRead, source } = roomOf("boamp");
const [recorded] = (fixtureOf("boamp").body as { results: { donnees: string }[] }).results;
const donnees = recorded?.donnees ?? "";
/** The recorded notice with its text changed, and others beside it. */
const notice = (change: (text: string) => string, more: object = {}, ...others: object[]) => {
  const changed = change(donnees);
  return bodyRead({ results: [{ ...recorded, donnees: changed, ...more }, ...others] });
};
const swap = (from: string, to: string) => (text: string) => {
  expect(text).toContain(from);
  return text.replaceAll(from, to);
};

test("a lot that the company won by its SIRET, and signed, is a contract; the lots of others and those without winner are not", () => {
  expect(answer().contracts).toEqual([
    {
      ids: ["26-99001 LOT-0001"],
      objet: "Rénovation de l'école d'Essai – Électricité",
      spoilt: false,
      buyerSiret: "99990800700019",
      buyerName: "Commune de Villeneuve-l'Essai",
      cpv: "45310000",
      notifiedOn: "2026-06-04",
      months: 8,
      amount: 187_450.5,
      shared: false,
      maximum: false,
    },
  ]);
});

test("a winner known by its name, an internal number or another company's is no contract", () => {
  const none = { state: "notFound", reason: "boamp.aucunMarche", contracts: [] };
  for (const number of ["", "0000043C", "LUMIVERDE INGENIERIE", "99990100200009"])
    expect(notice(swap('"cbc:CompanyID": "99990000400014"', `"cbc:CompanyID": "${number}"`))).toMatchObject(none);
  // Its number is the buyer's in that notice.
  expect(notice(swap("99990800700019", "99990000400014")).contracts).toHaveLength(1);
  expect(notice(swap('"cbc:ID": "ORG-0002"', '"cbc:ID": "ORG-0003"'))).toMatchObject(none);
});

test("a tender that was not selected, a lot that is not decided, a contract that is not signed are none", () => {
  expect(notice(swap("selec-w", "open-nw")).contracts).toEqual([]);
  expect(notice(swap('"efac:LotTender": {"cbc:ID": "TEN-0001"}', '"efac:LotTender": {"cbc:ID": "TEN-0009"}')).contracts).toEqual([]);
  expect(notice(swap("SettledContract", "Unsigned")).contracts).toEqual([]);
  // A party without number is nobody's.
  expect(notice((text) => text.replaceAll("TPA-0001", "").replaceAll("TEN-0001", "")).contracts).toEqual([]);
});

test("a notice in a national format, cut or empty establishes nothing", () => {
  for (const other of ['{"FNSimple":{"attribution":"LUMIVERDE (99990000400014) Notifié le 05/06/2026"}}', "{", "", "null", "[]"])
    expect(notice(() => other).contracts).toEqual([]);
});

test("a notice that was withdrawn or corrected is left out", () => {
  const same = (text: string) => text;
  expect(notice(same, { etat: "RECTIFICATIF" }).contracts).toEqual([]);
  for (const nature of ["ANNULATION", "RECTIFICATIF"])
    expect(notice(same, {}, { idweb: "26-99002", nature, etat: "INITIAL", annonce_lie: ["26-99001"], donnees: "{}" }).contracts).toEqual(
      [],
    );
  expect(notice(same, {}, { idweb: "26-99002", nature: "ATTRIBUTION", etat: "INITIAL", annonce_lie: ["26-99001"] }).contracts).toHaveLength(
    1,
  );
});

test("a group's amount, the most of a framework, a filler, another currency and a filler day are told apart", () => {
  const [contract] = notice(
    swap('"efac:Tenderer": {"cbc:ID": "ORG-0002"}', '"efac:Tenderer": [{"cbc:ID": "ORG-0003"}, {"cbc:ID": "ORG-0002"}]'),
  ).contracts;
  expect(contract).toMatchObject({ shared: true });
  expect(notice(swap('"#text": "none"', '"#text": "fa-wo-rc"')).contracts).toMatchObject([{ maximum: true }]);
  for (const change of [swap("187450.5", "1"), swap('"@currencyID": "EUR"', '"@currencyID": "CHF"')])
    expect(notice(change).contracts[0]).not.toHaveProperty("amount");
  expect(notice(swap("2026-06-04+02:00", "2000-01-01Z")).contracts).toMatchObject([{ notifiedOn: "2026-05-12" }]);
});

test("the SIRET is searched for in the whole notice, among those that award, correct or withdraw", () => {
  const { path, query } = source.request({ siren: "999900004", siret: "99990000400014" } as never);
  expect(path).toBe("/api/explore/v2.1/catalog/datasets/boamp/records");
  expect(query).toMatchObject({
    where: 'search(donnees,"99990000400014") and nature in ("ATTRIBUTION", "MODIFICATION", "RECTIFICATIF", "ANNULATION")',
    limit: "20",
  });
});
