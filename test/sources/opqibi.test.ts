import { expect, test } from "vitest";
import { roomOf } from "./reading.ts";

const { answer, asked, failed } = roomOf("opqibi");

test("the certificate is a page, not a file; its end is computed, and marked as computed", () => {
  const { answer: read, locations } = asked();
  expect(read.pieces).toMatchObject([
    {
      kind: "opqibi",
      title: "Certificat OPQIBI n° 99 01 9999",
      issuedOn: "2026-07-24",
      validUntil: "2027-07-24",
      validityBasis: "computed",
      publicUrl: "https://www.opqibi.com/fiche/0004",
      downloadable: false,
    },
  ]);
  expect(locations.size).toBe(0);
  expect(read.facts).toEqual({ urlCertificatOpqibi: "https://www.opqibi.com/fiche/0004" });
});

test("no end is guessed from another duration", () => {
  const read = answer({ "data.duree_validite_certificat": "valable quatre ans" });
  expect(read.pieces[0]).toMatchObject({ validityBasis: "unknown" });
  expect(read.pieces[0]).not.toHaveProperty("validUntil");
});

test("each qualification has its own end, and probationary ones are told apart; an unknown RGE does not mean no", () => {
  const { certifications } = answer();
  expect(certifications).toMatchObject([
    { code: "1420", rge: false, validUntil: "2029-07-24", validityBasis: "source" },
    { code: "2015", rge: false },
    { code: "1905", label: "Audit énergétique (probatoire)", validUntil: "2027-07-24" },
  ]);
  expect(certifications[2]).not.toHaveProperty("rge");
});

test("once every qualification has ended, its page fills no form", () => {
  const ended = { "data.date_validite_qualifications": "2026-11-23", "data.date_validite_qualifications_probatoires": "2026-11-23" };
  expect(answer(ended).facts).toEqual({});
  expect(answer({ ...ended, "data.date_validite_qualifications": "2026-11-24" }).facts).toHaveProperty("urlCertificatOpqibi");
});

test("a company unknown at OPQIBI is not found", () => {
  expect(failed(404, "11003")).toMatchObject({ state: "notFound", reason: "qualification.aucune" });
});
