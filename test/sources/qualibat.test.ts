import { describe, expect, test } from "vitest";
import { roomOf } from "./reading.ts";

const { answer, failed } = roomOf("qualibat");

describe("Qualibat", () => {
  test("one document covers all the qualifications, and each is listed", () => {
    const read = answer();
    expect(read.pieces).toMatchObject([
      {
        kind: "qualibat",
        siret: "99990000400014",
        issuedOn: "2026-06-24",
        validUntil: "2027-06-24",
        validityBasis: "document",
        downloadable: true,
      },
    ]);
    expect(read.certifications).toMatchObject([
      { code: "5311", rge: false, held: true, validFrom: "2024-06-24", validUntil: "2027-06-24" },
      { code: "5911", rge: true, label: "Solaire photovoltaïque (technicité courante)" },
    ]);
  });

  test("a certificate whose dates are not read is still a certificate", () => {
    const unread = answer({
      "data.date_emission": null,
      "data.date_fin_validite": null,
      "data.entity": {
        assurance_responsabilite_travaux: { nom: null, numero: null },
        assurance_responsabilite_civile: { nom: null, numero: null },
        certifications: [],
      },
      meta: { extractor_error: "amiante_pdf_not_supported" },
    });
    expect(unread.state).toBe("delivered");
    expect(unread.pieces).toMatchObject([{ validityBasis: "unknown", downloadable: true }]);
    expect(unread.certifications).toEqual([
      { kind: "qualibat", label: "Certification Qualibat", body: "Qualibat", held: true, validityBasis: "unknown" },
    ]);
    expect(answer({ "data.entity.certifications": [null] }).certifications).toHaveLength(1);
    expect(answer({ "data.entity": null }).state).toBe("delivered");
  });

  test("a company without certificate is not found, and an empty file is the provider's fault", () => {
    expect(failed(404, "06003")).toMatchObject({ state: "notFound", reason: "qualification.aucune" });
    expect(failed(502, "06056")).toMatchObject({ state: "unavailable", reason: "provider.badDocument" });
  });
});
