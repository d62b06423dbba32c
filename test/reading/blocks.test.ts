/** Blocks of somebody else, or of another place of the company, on a page that is a candidature for sure. */
import { describe, expect, test } from "vitest";
import { type Asked, evidenceOf, read } from "./evidence.ts";

const COMPANY: readonly Asked[] = [{ label: "SIRET" }, { label: "Raison sociale" }];
const IDENTITY = "Identification du candidat";

describe("a block", () => {
  test("a label that any company bears says nothing against a block of another party", () => {
    const other = (under: string) => {
      const own = COMPANY.map((one) => ({ ...one, under: [IDENTITY] }));
      return read(
        evidenceOf("Candidature à la consultation", [
          ...own,
          { label: "Société", under: [under] },
          { label: "Nom de l'entreprise", under: [under] },
        ]),
      );
    };
    expect(other("Sous-traitant déclaré").slice(2)).toEqual(["-", "-"]);
    expect(other("Cotraitant 2").slice(2)).toEqual(["-", "-"]);
  });

  test("where goods are made or works are done is not the company's address", () => {
    const page = (under: string) => {
      const own = COMPANY.map((one) => ({ ...one, under: [IDENTITY] }));
      const town = { label: "Ville", under: ["Siège social"] };
      return read(
        evidenceOf("Candidature à la consultation", [
          ...own,
          town,
          { label: "Adresse", under: [under] },
          { label: "Ville", under: [under] },
        ]),
      ).slice(2);
    };
    for (const under of ["Site de production", "Établissement qui exécutera les travaux", "Remittance address"])
      expect(page(under), under).toEqual(["commune", "-", "-"]);
  });
});
