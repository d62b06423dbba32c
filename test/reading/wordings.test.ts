/**
 * Turns of phrase that forms use, each read alone on a bare page of a candidature: wordings.json holds them by what they ask, and others
 * that ask nothing of ours. They were written from the catalogue's labels, before any look at the reader's own words.
 */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { fieldOf, isFieldKey } from "../../src/domain/fields.ts";
import { type Asked, evidenceOf, read } from "./evidence.ts";

const Series = z.record(z.string(), z.object({ asked: z.record(z.string(), z.array(z.string())), nothing: z.array(z.string()) }));
const SERIES = Series.parse(JSON.parse(readFileSync(new URL("./wordings.json", import.meta.url), "utf8")));

/** Other answers that are as good: a variant that the words around tell, two papers of one kind. */
const AS_GOOD: Readonly<Record<string, readonly string[]>> = {
  effectifMoyenN1: ["effectif"],
  exerciceAnneeN1: ["exerciceFinN1"],
  inscriptionRegistre: ["siren"],
  rneDateImmat: ["dateCreation"],
  adresseSiege: ["adresseComplete", "adresseLigne1"],
  adresseLigne1: ["adresseComplete"],
  siretSiege: ["siret"],
  signataireHabilite: ["dirigeantNomComplet"],
  dirigeantNomComplet: ["signataireHabilite"],
  "document.msa": ["document.attestationVigilance"],
  "document.attestationVigilance": ["document.msa"],
};

/** Neighbours without which some words say less: a street beside its town, a name beside a first name. */
function beside(key: string): Asked[] {
  if (!isFieldKey(key)) return [];
  if (key === "contactNom" || key === "dirigeantNom") return [{ label: "Prénom" }];
  if (key === "contactPrenom" || key === "dirigeantPrenom") return [{ label: "Nom" }];
  if (key === "codePostal") return [{ label: "Ville" }];
  if (key === "commune") return [{ label: "Code postal" }];
  const isPart = fieldOf(key).group === "adresse" && !key.startsWith("adresseComplete") && key !== "adresseSiege";
  return isPart ? [{ label: "Code postal" }, { label: "Ville" }] : [];
}

function controlOf(key: string, label: string): Asked {
  if (key.startsWith("document.")) return { label, type: "file", input: "file" };
  if (!isFieldKey(key) || fieldOf(key).type !== "boolean") return { label };
  if (!label.includes("?")) return { label, type: "checkbox", input: "checkbox" };
  return { label: "Oui", type: "radio", input: "radio", questions: [{ from: "block", text: label, hint: "" }], answers: ["Oui", "Non"] };
}

function readAlone(key: string, label: string): string {
  const other: Asked = { label: key === "siret" ? "Raison sociale" : "SIRET" };
  return read(evidenceOf("Candidature à la consultation", [controlOf(key, label), ...beside(key), other]))[0] ?? "-";
}

/** What is read for another field, and what is written where nothing of ours is asked: both are known faults, and nothing else may join them. */
const KNOWN: Readonly<
  Record<string, { readonly wrong: readonly string[]; readonly written: readonly string[]; readonly reached: number }>
> = {
  first: {
    wrong: ["Nom du titulaire: raisonSociale"],
    written: ["Dénomination sociale du mandataire: raisonSociale"],
    reached: 0.965,
  },
  second: {
    wrong: [
      "Fin du SIRET (5 chiffres): siret?",
      "Name of contact: contactNom?",
      "Nom du P.-D.G.: contactNom?",
      "Nom du ou des dirigeants: dirigeantNom",
    ],
    written: [
      "Nom du mandataire: raisonSociale",
      "Année de la référence: exerciceAnneeN1",
      "Nom du demandeur: contactNom",
      "Personne à prévenir: contactNomComplet",
    ],
    reached: 0.91,
  },
  third: { wrong: ["Business name, if different: raisonSociale?"], written: [], reached: 0.96 },
};

describe.each(Object.entries(SERIES))("the turns of phrase of the %s series", (name, { asked, nothing }) => {
  const all = Object.entries(asked).flatMap(([key, labels]) => labels.map((label) => ({ key, label, said: readAlone(key, label) })));
  const isRight = (key: string, said: string) => [key, ...(AS_GOOD[key] ?? [])].includes(said.replace("?", ""));

  test("are reached, nearly all", () => {
    const right = all.filter(({ key, said }) => isRight(key, said));
    expect(right.length / all.length).toBeGreaterThanOrEqual(KNOWN[name]?.reached ?? 1);
  });

  test("are never read as another field", () => {
    const wrong = all.filter(({ key, said }) => said !== "-" && said !== "document.autre?" && !isRight(key, said));
    expect(wrong.map(({ label, said }) => `${label}: ${said}`)).toEqual(KNOWN[name]?.wrong);
  });

  test("what asks nothing of ours gets nothing by one click", () => {
    const written = nothing.map((label) => ({ label, said: readAlone("", label) })).filter(({ said }) => !/^-$|\?$|^password$/.test(said));
    expect(written.map(({ label, said }) => `${label}: ${said}`)).toEqual(KNOWN[name]?.written);
  });
});
