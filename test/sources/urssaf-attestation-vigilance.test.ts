import { describe, expect, test } from "vitest";
import { validityOf } from "../../src/domain/validity.ts";
import { NOW, roomOf } from "./reading.ts";

const { answer, asked, failed } = roomOf("urssaf-attestation-vigilance");
const REFUSAL = {
  "data.entity_status": { code: "refus_de_delivrance", libelle: "Refus", description: "Non à jour" },
  "data.document_url": null,
  "data.document_url_expires_in": null,
  "data.date_debut_validite": null,
  "data.date_fin_validite": null,
  "data.code_securite": null,
};

describe("URSSAF, attestation de vigilance", () => {
  test("the document is delivered with its dates and its code", () => {
    const { answer: read, locations } = asked();
    expect(read.pieces).toEqual([
      {
        n: 0,
        kind: "attestationVigilance",
        title: "Attestation de vigilance",
        validFrom: "2026-10-31",
        validityBasis: "computed",
        securityCode: "SPEC1M3NLUM1VRD",
        downloadable: true,
      },
    ]);
    expect(locations.get(0)).toMatchObject({ steps: "direct" });
    expect(new URL(locations.get(0)?.url ?? "").hostname).toBe("storage.entreprise.api.gouv.fr");
  });

  test.each([
    ["2026-02-28", "2026-08-28", "2026-08-31"],
    ["2025-12-03", "2026-06-30", "2026-06-30"],
    ["2026-06-30", null, "2026-12-31"],
  ])("a situation on %s is valid to the end of the sixth month, whatever end (%s) the hub gives", (analysed, counted, end) => {
    const [piece] = answer({ "data.date_debut_validite": analysed, "data.date_fin_validite": counted }).pieces;
    if (piece === undefined) throw new Error("no piece");
    expect(validityOf(piece, "2026-01-01").until).toBe(end);
    // The same paper in the coffre, with the day printed on it.
    const kept = { kind: piece.kind, validFrom: analysed, validityBasis: "document" } as const;
    expect(validityOf(piece, "2026-11-24")).toEqual(validityOf(kept, "2026-11-24"));
  });

  test("a refusal is a 200 without a document", () => {
    expect(answer(REFUSAL)).toMatchObject({ state: "refused", reason: "urssaf.refus", pieces: [] });
  });

  test("a refusal with a document beside it is still a refusal", () => {
    const link = "https://storage.entreprise.api.gouv.fr/siade/1-aa-x.pdf";
    expect(answer({ ...REFUSAL, "data.document_url": link })).toMatchObject({ state: "refused", pieces: [] });
  });

  test("a document whose dates could not be read is still delivered", () => {
    const read = answer({ "data.date_debut_validite": null, "data.date_fin_validite": null, "data.code_securite": null });
    expect(read.state).toBe("delivered");
    expect(read.pieces).toMatchObject([{ validityBasis: "unknown", downloadable: true }]);
    expect(read.pieces[0]).not.toHaveProperty("validUntil");
  });

  test("an unknown status without a document settles nothing", () => {
    expect(answer({ ...REFUSAL, "data.entity_status": {} })).toMatchObject({ state: "unavailable", reason: "provider.badDocument" });
  });

  test("an absence is out of scope when URSSAF says so, else nothing was found", () => {
    for (const code of ["FUNC501", "FUNC517"]) {
      const meta = { provider: "ACOSS", provider_errors: [{ code, message: "m", description: "d" }] };
      expect(failed(404, "04003", meta)).toMatchObject({ state: "outOfScope", reason: "urssaf.horsPerimetre", detail: code });
    }
    expect(failed(404, "04003", { provider_errors: [{ code: "FUNC999" }] })).toMatchObject({ state: "notFound" });
    expect(failed(404, "04003", { provider_errors: "?" })).toMatchObject({ state: "notFound" });
  });

  test("an analysis by hand is waited for: two days unless the error says otherwise", () => {
    const until = (seconds: number) => new Date(NOW.getTime() + seconds * 1000).toISOString();
    expect(failed(502, "04501", { retry_in: 3600 })).toMatchObject({
      state: "pending",
      reason: "urssaf.analyseManuelle",
      until: until(3600),
    });
    expect(failed(502, "04501")).toMatchObject({ state: "pending", until: until(172_800) });
    expect(failed(502, "04502")).toMatchObject({ state: "pending", reason: "urssaf.traitementEnCours" });
    expect(failed(502, "04008")).toMatchObject({ state: "unavailable", reason: "provider.rateLimited" });
  });
});
