import { expect, test } from "vitest";
import { roomOf } from "./reading.ts";

const { answer, asked, bodyRead } = roomOf("ademe-rge-ouvert");

test("the list gives the same lines as API Entreprise, for the establishment asked only", () => {
  const { answer: read, locations } = asked();
  expect([...locations.values()].map(({ url }) => url)).toEqual([
    "https://www.qualibat.com/Views/GetFichier.aspx?fn=2026%5CSPECIMEN-999900004-RGEAnnexe.pdf",
  ]);
  expect(read.certifications.map(({ code }) => code)).toEqual(["5911", "5331"]);
  expect(read.pieces).toMatchObject([{ siret: "99990000400014", validUntil: "2028-01-24" }]);
});

test("a line whose treatment is over has no force; an empty list proves nothing", () => {
  expect(answer({ "results.0.traitement_termine": true }).certifications.map(({ code }) => code)).toEqual(["5331"]);
  expect(bodyRead({ total: 0, results: [] })).toMatchObject({ state: "notFound", reason: "liste.absent" });
});

test("a document with two lines is valid until the last one ends, and says when the first one ends", () => {
  const dated = (first: string, second: string) =>
    answer({ "results.0.lien_date_fin": first, "results.1.lien_date_fin": second }).pieces.map(({ partUntil, validUntil }) => [
      partUntil,
      validUntil,
    ]);
  expect(dated("2027-11-30", "2028-11-30")).toEqual([["2027-11-30", "2028-11-30"]]);
  expect(dated("2020-11-30", "2028-11-30")).toEqual([[undefined, "2028-11-30"]]);
  expect(dated("2028-11-30", "2028-11-30")).toEqual([[undefined, "2028-11-30"]]);
});
