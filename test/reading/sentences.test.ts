/** Boxes inside a sentence: what the words just before each asks, and what is told of another company. */
import { expect, test } from "vitest";
import { type Asked, evidenceOf, read } from "./evidence.ts";

/** The boxes of a sentence, each « [ ] », and what each asks. */
function sentence(text: string, more: Readonly<Record<number, Partial<Asked>>> = {}, title = "Lettre de candidature à la consultation") {
  const parts = text.split("[ ]").map((part) => part.trim());
  const asked = parts.slice(0, -1).map((before, at): Asked => ({ label: { before }, after: parts[at + 1] ?? "", ...more[at] }));
  return read(evidenceOf(title, [{ label: "SIRET" }, { label: "Code NAF" }, ...asked]))
    .slice(2)
    .map((one) => one.replace("?", ""));
}

test("each asks what its clause ends with", () => {
  expect(
    sentence(
      "Je soussigné(e) [ ], agissant en qualité de [ ], représentant légal de la société [ ], immatriculée sous le n° [ ] au RCS de [ ], constituée sous la forme d'une [ ], me porte candidat.",
    ),
  ).toEqual(["dirigeantNomComplet", "dirigeantQualite", "raisonSociale", "siren", "rcsVille", "formeJuridique"]);
  expect(sentence("La société emploie [ ] salariés. Elle peut être jointe au [ ] ou à l'adresse [ ].", { 2: { input: "email" } })).toEqual([
    ...["effectif", "contactTelephone", "contactEmail"],
  ]);
  expect(sentence("Je soussigné(e), [ ] (prénom) [ ] (nom)").slice(0, 1)).toEqual(["dirigeantPrenom"]);
});

test("turnovers go on from one year to the one before", () => {
  expect(sentence("Elle a réalisé en 2025 un chiffre d'affaires de [ ] euros HT, contre [ ] en 2024.")).toEqual([
    ...["chiffreAffairesN1", "chiffreAffairesN2"],
  ]);
  expect(
    sentence(
      "Au cours du dernier exercice clos, votre chiffre d'affaires hors taxes s'est élevé à [ ] L'exercice d'avant, il était de [ ] Et celui d'encore avant, de [ ] €",
    ),
  ).toEqual(["chiffreAffairesN1", "chiffreAffairesN2", "chiffreAffairesN3"]);
});

test("what is told of another company, a price, a delay or an insurer is left", () => {
  expect(sentence("déclare répondre avec l'entreprise [ ], dont le siège est à [ ], immatriculée sous le numéro [ ].")).toEqual([
    "-",
    "-",
    "-",
  ]);
  expect(sentence("Les travaux sont sous-traités à la société [ ], immatriculée sous le numéro [ ].")).toEqual(["-", "-"]);
  expect(sentence("Je m'engage pour un prix de [ ] euros HT, dans un délai de [ ] jours.")).toEqual(["-", "-"]);
  expect(sentence("Mon entreprise est assurée auprès de [ ] sous le contrat n° [ ].")).toEqual(["-", "-"]);
  expect(sentence("un chiffre d'affaires lié à l'objet du marché de [ ] euros")).toEqual(["-"]);
  expect(sentence("Cette équipe emploie [ ] engins.")).toEqual(["-"]);
});

test("works on a hall that is let are no letting of it", () => {
  const asked = (title: string) => sentence("code APE [ ]", {}, title);
  expect(asked("Réfection de la toiture de la salle des fêtes – lettre de candidature")).toEqual(["codeNaf"]);
  expect(asked("Candidature pour la salle des fêtes")).toEqual(["-"]);
});
