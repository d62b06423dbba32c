import { describe, expect, test } from "vitest";
import { roomOf } from "./reading.ts";

const { answer, asked, bodyRead, failed } = roomOf("qualifelec");

describe("Qualifelec", () => {
  test("the certificate is at Qualifelec's own address, and has its own period", () => {
    const { answer: read, locations } = asked();
    expect(read.pieces).toMatchObject([
      {
        kind: "qualifelec",
        title: "Certificat Qualifelec n° 99001",
        validFrom: "2026-04-24",
        validUntil: "2027-04-24",
        downloadable: true,
      },
    ]);
    expect(locations.get(0)?.url).toBe("https://www.qualifelec.fr/certificats/999900004-99001.pdf");
  });

  test("the qualification is in words, and an ended insurance is told beside a certificate in force", () => {
    expect(answer().certifications).toMatchObject([
      {
        kind: "qualifelec",
        code: "99001",
        rge: true,
        held: true,
        validUntil: "2027-04-24",
        details: [
          "Logement Commerce Petit Tertiaire",
          "Reconnu Garant de l'Environnement",
          "Classe 3 - de 11 à 30 exécutants",
          "Assurance décennale : ASSURANCES DU SPECIMEN, échue le 24/04/2026",
          "Assurance responsabilité civile : ASSURANCES DU SPECIMEN, jusqu'au 24/04/2027",
        ],
      },
    ]);
  });

  test("an image is a document too; an address elsewhere is shown and never fetched", () => {
    const image = asked({ "data.0.data.document_url": "https://www.qualifelec.fr/certificats/99001.jpg" });
    expect(image.locations.get(0)?.url).toMatch(/\.jpg$/);
    const elsewhere = asked({ "data.0.data.document_url": "https://qualifelec.fr.example.org/99001.pdf" });
    expect(elsewhere.answer.pieces).toMatchObject([{ downloadable: false, publicUrl: "https://qualifelec.fr.example.org/99001.pdf" }]);
    expect(elsewhere.locations.size).toBe(0);
    expect(asked({ "data.0.data.document_url": "javascript:alert(1)" }).answer.pieces).toEqual([]);
  });

  test("the contract's nulls are read, and no certificate means that nothing was found", () => {
    const bare = {
      "data.0.data.assurance_decennale": null,
      "data.0.data.assurance_civile": { nom: "A", date_debut: null, date_fin: null },
    };
    const read = answer({ ...bare, "data.0.data.qualification.classification": { code: null, label: null } });
    expect(read.certifications[0]?.details).toEqual(["Logement Commerce Petit Tertiaire", "Reconnu Garant de l'Environnement"]);
    expect(failed(404, "32003")).toMatchObject({ state: "notFound", reason: "qualification.aucune" });
    expect(bodyRead({ data: [] })).toMatchObject({ state: "notFound" });
  });
});
