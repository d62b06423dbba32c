import { expect, test } from "vitest";
import { roomOf } from "./reading.ts";

const { answer, failed } = roomOf("probtp-attestation");

test("the document is delivered, and its date is only on it", () => {
  expect(answer().pieces).toEqual([
    { n: 0, kind: "probtp", title: "Attestation de cotisations PRO BTP", validityBasis: "unknown", downloadable: true },
  ]);
});

test("not a member and not deliverable are one answer: the provider does not say which", () => {
  expect(failed(404, "09003")).toMatchObject({ state: "notFound", reason: "probtp.nonDelivrable" });
  expect(failed(502, "09000")).toMatchObject({ state: "unavailable", reason: "provider.unavailable" });
  expect(answer({ "data.document_url": null })).toMatchObject({ state: "unavailable", reason: "provider.badDocument" });
});
