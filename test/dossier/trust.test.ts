/** Which source wins, by the trust that sources declare. */
import { expect, test } from "vitest";
import { Answer, type Trust } from "../../src/domain/answer.ts";
import { byTrust } from "../../src/dossier/trust.ts";

const SIRET = "91345678600015";

function from(source: string, rest: { trust?: Trust; keyedBy?: "siren" | "siret"; standIn?: boolean; fetchedAt?: string } = {}): Answer {
  const provenance = { source, provider: source, endpoint: `/${source}`, fetchedAt: "2026-11-24T09:00:00Z", cached: false, ...rest };
  return Answer.parse({ state: "notFound", siret: SIRET, provenance });
}

const orderOf = (answers: readonly Answer[]) => byTrust(answers).map(({ provenance }) => provenance.source);

test("a register wins over an official body, which wins over an aggregator, whatever their names", () => {
  const repeats = from("aaa", { trust: "aggregator" });
  const official = from("bbb", { trust: "official" });
  const register = from("ccc", { trust: "register" });
  expect(orderOf([repeats, official, register])).toEqual(["ccc", "bbb", "aaa"]);
  expect(orderOf([register, repeats, official])).toEqual(["ccc", "bbb", "aaa"]);
});

test("an answer about the establishment comes before one about its company", () => {
  const company = from("aaa", { trust: "register", keyedBy: "siren" });
  const establishment = from("bbb", { trust: "register", keyedBy: "siret" });
  expect(orderOf([company, establishment])).toEqual(["bbb", "aaa"]);
});

test("a stand-in for a register ranks as an aggregator", () => {
  expect(orderOf([from("aaa", { trust: "register", standIn: true }), from("bbb", { trust: "official" })])).toEqual(["bbb", "aaa"]);
});

test("an answer stored before sources declared their trust is read, and is official", () => {
  const old = from("mmm");
  expect(old.provenance.trust).toBeUndefined();
  const others = [from("aaa", { trust: "aggregator" }), from("zzz", { trust: "register" })];
  expect(orderOf([...others, old])).toEqual(["zzz", "mmm", "aaa"]);
});
