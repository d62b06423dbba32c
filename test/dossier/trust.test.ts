/** Whom to believe first, told by the sources themselves. */
import { expect, test } from "vitest";
import { Answer, type Trust } from "../../src/domain/answer.ts";
import { byTrust } from "../../src/dossier/trust.ts";

const SIRET = "91345678600015";

function from(source: string, rest: { trust?: Trust; keyedBy?: "siren" | "siret"; standIn?: boolean; fetchedAt?: string } = {}): Answer {
  const provenance = { source, provider: source, endpoint: `/${source}`, fetchedAt: "2026-11-24T09:00:00Z", cached: false, ...rest };
  return Answer.parse({ state: "notFound", siret: SIRET, provenance });
}

const orderOf = (answers: readonly Answer[]) => byTrust(answers).map(({ provenance }) => provenance.source);

test("the register, then an official body, then who repeats them, whatever they are called", () => {
  const repeats = from("aaa", { trust: "aggregator" });
  const official = from("bbb", { trust: "official" });
  const register = from("ccc", { trust: "register" });
  expect(orderOf([repeats, official, register])).toEqual(["ccc", "bbb", "aaa"]);
  expect(orderOf([register, repeats, official])).toEqual(["ccc", "bbb", "aaa"]);
});

test("what is said of the establishment comes before what is said of its company", () => {
  const company = from("aaa", { trust: "register", keyedBy: "siren" });
  const establishment = from("bbb", { trust: "register", keyedBy: "siret" });
  expect(orderOf([company, establishment])).toEqual(["bbb", "aaa"]);
});

test("who stands in for a register is believed as one who repeats it", () => {
  expect(orderOf([from("aaa", { trust: "register", standIn: true }), from("bbb", { trust: "official" })])).toEqual(["bbb", "aaa"]);
});

test("an answer kept before sources told their trust is read, and is official", () => {
  const old = from("mmm");
  expect(old.provenance.trust).toBeUndefined();
  const others = [from("aaa", { trust: "aggregator" }), from("zzz", { trust: "register" })];
  expect(orderOf([...others, old])).toEqual(["zzz", "mmm", "aaa"]);
});
