import { expect, test } from "vitest";
import { roomOf } from "./reading.ts";

const { answer, failed, source } = roomOf("cibtp");

test("the attestation certifies the day on which it is delivered", () => {
  expect(answer().pieces).toEqual([
    { n: 0, kind: "cibtp", title: "Certificat CIBTP", issuedOn: "2026-11-24", validityBasis: "computed", downloadable: true },
  ]);
  const lateEvening = new Date("2026-11-24T23:30:00Z");
  expect(answer({}, { now: lateEvening }).pieces[0]?.issuedOn).toBe("2026-11-25");
});

test("a company that has not paid is refused; a company that is no member is not found", () => {
  expect(failed(404, "38422")).toMatchObject({ state: "refused", reason: "cibtp.nonAJour", pieces: [] });
  expect(failed(404, "38003")).toMatchObject({ state: "notFound", reason: "cibtp.nonAffilie", pieces: [] });
});

test("CIBTP has a quota of its own: five calls a minute", () => {
  expect(source.quota?.group).toBe("apiEntrepriseCibtp");
  expect(answer({ "data.document_url": null, "data.expires_in": null })).toMatchObject({ state: "unavailable" });
});
