import { describe, expect, test } from "vitest";
import { roomOf } from "./reading.ts";

const { asked, answer, bodyRead, failed } = roomOf("ademe-rge");

describe("ADEME, RGE", () => {
  test("each address is one document: backslashes are encoded, plain http is accepted", () => {
    const { answer: read, locations } = asked();
    expect([...locations.values()].map(({ url }) => url)).toEqual([
      "https://www.qualibat.com/Views/GetFichier.aspx?fn=2026%5CSPECIMEN-999900004-RGEAnnexe.pdf",
      "http://www.qualypso.fr/download_file.php?id=specimen",
    ]);
    expect(read.pieces).toMatchObject([
      { kind: "rge", title: "Certificat RGE QUALIBAT-RGE", validUntil: "2028-01-24", validityBasis: "source", downloadable: true },
      { kind: "rge", title: "Certificat RGE QUALIPAC", validUntil: "2026-10-01", downloadable: true },
    ]);
  });

  test("a line without an address is still a qualification; an archived line is not", () => {
    const read = answer();
    expect(read.certifications.map(({ code, details }) => [code, details])).toEqual([
      ["5911", ["Panneaux solaires photovoltaïques"]],
      ["5331", ["Radiateurs électriques, dont régulation."]],
      ["43", ["Chauffe-eau thermodynamique"]],
      ["43", ["Pompe à chaleur : chauffage"]],
    ]);
    expect(read.certifications.every(({ rge }) => rge === true)).toBe(true);
  });

  test("a qualification that has ended is listed, but not as held", () => {
    // The recorded list itself still has one.
    expect(answer().certifications.map(({ held, validUntil }) => [held, validUntil])).toContainEqual([false, "2026-10-01"]);
    const [first, second] = answer({ "data.0.data.date_expiration": "2026-11-23" }).certifications;
    expect(first).toMatchObject({ code: "5911", held: false, validUntil: "2026-11-23" });
    expect(second).toMatchObject({ code: "5331", held: true });
    expect(answer({ "data.0.data.date_expiration": "2026-11-24" }).certifications[0]?.held).toBe(true);
    expect(answer({ "data.0.data.date_expiration": null }).certifications[0]).toMatchObject({ held: true, validityBasis: "unknown" });
  });

  test("a document with several lines ends with the last one, and says which end comes first", () => {
    const shared = { "data.0.data.date_expiration": "2026-11-01", "data.1.data.date_expiration": "2027-02-01" };
    expect(answer(shared).pieces[0]?.validUntil).toBe("2027-02-01");
    const both = { "data.0.data.date_expiration": "2027-09-01", "data.1.data.date_expiration": "2027-02-01" };
    expect(answer(both).pieces[0]).toMatchObject({ partUntil: "2027-02-01", validUntil: "2027-09-01" });
  });

  test("a host that is no certifier is never fetched", () => {
    const { answer: read, locations } = asked({ "data.0.data.url": "http://169.254.169.254/latest", "data.1.data.url": null });
    expect(read.pieces[0]).toMatchObject({ downloadable: false, publicUrl: "http://169.254.169.254/latest" });
    expect([...locations.values()].map(({ url }) => new URL(url).hostname)).toEqual(["www.qualypso.fr"]);
  });

  test("an answer without a line says that nothing was found", () => {
    expect(failed(404, "19003")).toMatchObject({ state: "notFound", reason: "qualification.aucune" });
    expect(bodyRead({ data: [] })).toMatchObject({ state: "notFound", reason: "qualification.aucune" });
  });
});
