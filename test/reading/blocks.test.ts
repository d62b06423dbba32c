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

  test("what is done at people's homes, or on this building site, says nothing of whose a block is", () => {
    const page = (title: string, under: string) => {
      const own = COMPANY.map((one) => ({ ...one, under: [IDENTITY] }));
      const person = ["Nom et prénom", "Courriel"].map((label) => ({ label, under: [under] }));
      return read(evidenceOf(title, [...own, ...person]));
    };
    const whole = ["siret", "raisonSociale", "contactNomComplet", "contactEmail"];
    expect(page("Consultation : portage de repas à domicile", "Correspondant")).toEqual(whole);
    expect(page("Consultation : lot peinture", "Votre interlocuteur pour ce chantier")).toEqual(whole);
    expect(page("Consultation : lot peinture", "Chantier réalisé").slice(2)).toEqual(["-", "-"]);
  });

  test("a year under a turnover asks the turnover of that year, unless the block asks the turnover elsewhere", () => {
    const asked = (labels: readonly string[], under = "Chiffre d'affaires global (€ HT)") => {
      const years = labels.map((label) => ({ label, under: [under] }));
      return read(evidenceOf("Candidature à la consultation", [...COMPANY, ...years])).slice(2);
    };
    expect(asked(["Exercice 2025", "Exercice 2024"])).toEqual(["chiffreAffairesN1", "chiffreAffairesN2"]);
    expect(asked(["Exercice 2025", "Chiffre d'affaires 2025"])[0]).not.toMatch(/chiffreAffaires/);
    expect(asked(["Dernier exercice", "Montant HT"])[0]).not.toMatch(/chiffreAffaires/);
    expect(asked(["Exercice 2025"], "Chiffre d'affaires de l'activité objet du marché")[0]).not.toMatch(/chiffreAffaires/);
  });
});
