/** The diligence log as a PDF, read by other programs. */
import { describe, expect, it } from "vitest";
import { TYPEFACES } from "../../scripts/documents/typefaces.ts";
import { makeLog } from "../../src/documents/make/diligence-log.ts";
import type { Diligence } from "../../src/domain/diligence.ts";
import { COMPANY } from "./dossier-world.ts";
import { faultsOf, missing, textOfPages } from "./tools.ts";

const absent = missing("qpdf", "pdftotext");
const madeAt = "2026-12-15T11:40:00+01:00";
const consultation = {
  reference: "2026-AO-17",
  objet: "Rénovation de l'école",
  acheteurNom: "Ville d'Exemple",
  dateLimite: "2026-12-15T12:00:00+01:00",
};
const words = (bytes: Uint8Array) => textOfPages(bytes).replace(/\s+/g, " ");

function line(index: number, more: Partial<Diligence> = {}): Diligence {
  return {
    at: "2026-12-15T10:30:05Z",
    what: "prepared",
    fileName: `0${index}_piece.pdf`,
    sha256: String(index).repeat(64),
    size: 1_234_567,
    ...more,
  };
}

describe.skipIf(absent.length > 0)("the diligence log", () => {
  it("says what was prepared, attached and refused, when in Paris, with the hashes, for whom and for what", async () => {
    const entries = [
      line(1),
      line(2, { what: "attached", place: "Pièces de la candidature", host: "www.marches-publics.gouv.fr" }),
      line(3, { what: "refused", place: "Ελλάς 東京" }),
    ];
    const file = await makeLog({ company: COMPANY, consultation, madeAt, entries }, TYPEFACES);
    expect(file.fileName).toBe("journal-de-diligence_999900004_2026-12-15.pdf");
    expect(faultsOf(file.bytes)).toBe("");
    const text = words(file.bytes);
    for (const part of [
      "LUMIVERDE – Énergies & Œuvres",
      "2026-AO-17 – Rénovation de l'école – Ville d'Exemple",
      "15/12/2026 11:30:05 Préparé",
      "Joint à la page du portail",
      "Présenté au portail, qui ne l'a pas pris",
      "Pièces de la candidature, www.marches-publics.gouv.fr",
      "234 567 octets",
      "2".repeat(64),
      "ne vaut pas accusé de dépôt",
    ])
      expect(text).toContain(part);
  });

  it("takes as many pages as it needs, and says so when it is empty", async () => {
    const many = await makeLog(
      { company: COMPANY, consultation: null, madeAt, entries: Array.from({ length: 60 }, (_, index) => line(index % 10)) },
      TYPEFACES,
    );
    expect(many.pages).toBeGreaterThan(3);
    expect(faultsOf(many.bytes)).toBe("");
    const none = await makeLog({ company: COMPANY, consultation: null, madeAt, entries: [] }, TYPEFACES);
    expect(words(none.bytes)).toContain("Rien n'a encore été préparé ni joint");
  });
});
