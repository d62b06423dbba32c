import { expect, test } from "vitest";
import { roomOf } from "./reading.ts";

const { answer, failed } = roomOf("dgfip-attestation-fiscale");

test("delivers the attestation, dated when answering, with the situation it is about", () => {
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

test("a member of a tax group needs its parent's too: asked, since this answer cannot tell", () => {
  expect(answer().notices).toMatchObject([{ kind: "groupeFiscal", status: "info" }]);
});

test("not found never says not up to date", () => {
  expect(failed(404, "03003")).toMatchObject({ state: "notFound", reason: "dgfip.nonDelivrable", pieces: [] });
});

test("an answer without its document is the provider's fault", () => {
  expect(answer({ "data.document_url": null })).toMatchObject({ state: "unavailable", reason: "provider.badDocument", notices: [] });
});
