import { expect, test } from "vitest";
import { roomOf } from "./reading.ts";

const { answer, failed } = roomOf("dgfip-attestation-fiscale");

test("the attestation has the date of the answer and the date of the situation", () => {
  const read = answer();
  expect(read.pieces).toMatchObject([
    {
      kind: "attestationFiscale",
      title: "Attestation de régularité fiscale, situation au 31/10/2026",
      issuedOn: "2026-11-24",
      validityBasis: "computed",
      downloadable: true,
    },
  ]);
  expect(read.pieces[0]).not.toHaveProperty("validUntil");
});

test("a notice asks for the parent's attestation, since the answer does not tell members of tax groups", () => {
  expect(answer().notices).toMatchObject([{ kind: "groupeFiscal", status: "info" }]);
});

test("not found never means not up to date", () => {
  expect(failed(404, "03003")).toMatchObject({ state: "notFound", reason: "dgfip.nonDelivrable", pieces: [] });
});

test("an answer without its document is the provider's fault", () => {
  expect(answer({ "data.document_url": null })).toMatchObject({ state: "unavailable", reason: "provider.badDocument", notices: [] });
});
