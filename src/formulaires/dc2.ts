/** DC2, the candidate's declaration: one for each member, and one for each lot when the buyer's demands differ by lot. */
import type { Dossier } from "../domain/dossier.ts";
import type { FieldKey } from "../domain/fields.ts";
import { NO_MEANS } from "../domain/means.ts";
import { type Candidature, type Lot, type Membre, memberOf } from "./candidature.ts";
import type { Cell, Form, Known, Line, Rubric, TableLine } from "./form.ts";
import { cellAbroad, identityCell, identityLines, known, lineOf, pmeLine } from "./known.ts";
import { meansLines } from "./means.ts";
import { buyerRubric, lotsLine, objectRubric } from "./shared.ts";
import { PLANS, TITLES } from "./words.ts";

/** Values for a DC2 only when the buyer asks for them: printed once the person accepts them. */
const TO_CONFIRM = ["statutEss", "nda", "caMoyen"] as const satisfies readonly FieldKey[];

/** Values that a member's DC2 could hold and that the person has not accepted yet. */
export function proposedFor({ confirmed }: Candidature, { values }: Dossier): FieldKey[] {
  return TO_CONFIRM.filter((field) => !confirmed.includes(field) && values[field] !== undefined && values[field].value !== false);
}

/** @param lot the lot of this DC2, `null` for all lots of the bid */
export function dc2Of(candidature: Candidature, membre: Membre, lot: Lot | null): Form {
  const { dossier } = membre;
  const accepted = (field: FieldKey) => (candidature.confirmed.includes(field) ? known(dossier, field) : null);
  const evidence = (rubric: string): Line[] => [
    lineOf(rubric, dossier, "preuvesUrl", `${rubric}. Adresse internet des preuves`),
    lineOf(rubric, dossier, "preuvesAcces", `${rubric}. Renseignements pour y accéder`),
  ];
  return {
    code: "DC2",
    title: TITLES.DC2,
    plan: PLANS.DC2,
    rubrics: [
      buyerRubric(candidature),
      objectRubric(candidature, [lotsLine("B", candidature, membre, lot)]),
      {
        letter: "C1",
        title: "Identification du candidat",
        lines: [...identityLines("C1", dossier), lineOf("C1", dossier, "formeJuridique"), pmeLine("C1", dossier)],
      },
      reserved(dossier, accepted),
      SPECIAL,
      {
        letter: "E",
        title: "Aptitude à exercer l'activité",
        lines: [
          lineOf("E1", dossier, "inscriptionRegistre", "E1. Inscription au registre professionnel"),
          { kind: "text", name: "E2_autorisation", label: "E2. Autorisation ou appartenance exigée", known: declaration(accepted("nda")) },
          ...evidence("E3"),
        ],
      },
      economic(dossier, accepted, evidence),
      technical(membre, evidence),
      reliedOn(candidature, membre),
      { letter: "I", title: "Marchés de défense ou de sécurité", lines: [{ kind: "note", text: "Sans objet hors de ces marchés." }] },
    ],
  };
}

function declaration(nda: Known | null): Known | null {
  return nda === null ? null : { ...nda, text: `Déclaration d'activité de formation n° ${nda.text}` };
}

const STRUCTURES = [
  ["siae", "Structure d'insertion par l'activité économique (L2113-13)"],
  ["ea", "Entreprise adaptée (L2113-12)"],
  ["esat", "Établissement ou service d'accompagnement par le travail (L2113-12)"],
  ["ess", "Entreprise de l'économie sociale et solidaire (L2113-15)"],
  ["penitentiaire", "Activité en établissement pénitentiaire (L2113-13-1)"],
] as const;

function reserved(dossier: Dossier, accepted: (field: FieldKey) => Known | null): Rubric {
  const ess = accepted("statutEss");
  const isEss = dossier.values.statutEss?.value === true;
  return {
    letter: "C2",
    title: "Marchés réservés",
    lines: [
      ...STRUCTURES.map(([id, text]): Line => ({ kind: "box", name: `C2_${id}`, text, known: id === "ess" && isEss ? ess : null })),
      { kind: "text", name: "C2_url", label: "Adresse internet de la preuve", known: null },
      { kind: "text", name: "C2_acces", label: "Renseignements pour y accéder", known: null },
    ],
  };
}

const SPECIAL: Rubric = {
  letter: "C3",
  title: "Cas particuliers",
  lines: [
    { kind: "note", text: "C3.1 Liste officielle d'opérateurs agréés : la France n'en tient pas." },
    {
      kind: "sworn",
      name: "C3_declarationGlobale",
      text: "C3.2 Lorsque l'acheteur le permet (R2143-4) : le candidat déclare sur l'honneur satisfaire à toutes les conditions de participation. Pli prêt ne coche jamais cette case.",
    },
  ],
};

const YEARS = [1, 2, 3] as const;

function economic(dossier: Dossier, accepted: (field: FieldKey) => Known | null, evidence: (rubric: string) => Line[]): Rubric {
  const incomplete = YEARS.some((year) => known(dossier, `chiffreAffairesN${year}`) === null);
  return {
    letter: "F",
    title: "Capacité économique et financière",
    lines: [
      { kind: "note", text: "F1. Chiffres d'affaires hors taxes des trois derniers exercices disponibles, le plus récent d'abord." },
      turnovers(dossier),
      ...(incomplete ? [lineOf("F1", dossier, "dateCreation", "Date de création ou de début d'activité")] : []),
      averageLine(accepted("caMoyen")),
      {
        kind: "box",
        name: "F3_decennale",
        text: "F3. Travaux : le candidat aura souscrit l'assurance de responsabilité décennale (L241-1 du code des assurances). À cocher par le candidat.",
        known: null,
      },
      ...evidence("F4"),
    ],
  };
}

function averageLine(average: Known | null): Line {
  const told = average === null ? null : { ...average, text: `Chiffre d'affaires moyen sur trois exercices : ${average.text}` };
  return { kind: "text", name: "F2_autres", label: "F2. Autres renseignements demandés", known: told, long: true };
}

function turnovers(dossier: Dossier): TableLine {
  const cell = (field: FieldKey): Cell => ({ name: `F1_${field}`, known: known(dossier, field) });
  return {
    kind: "table",
    columns: [
      { label: "Exercice", share: 0.34 },
      { label: "Dernier (N-1)", share: 0.22 },
      { label: "N-2", share: 0.22 },
      { label: "N-3", share: 0.22 },
    ],
    rows: [
      ["Clos le", ...YEARS.map((year) => cell(`exerciceFinN${year}`))],
      ["Chiffre d'affaires global HT", ...YEARS.map((year) => cell(`chiffreAffairesN${year}`))],
      ["Part liée à l'objet du marché (%)", ...YEARS.map((year): Cell => ({ name: `F1_partN${year}`, known: null }))],
    ],
  };
}

function technical({ dossier, means = NO_MEANS }: Membre, evidence: (rubric: string) => Line[]): Rubric {
  const averages = means.headcounts.length > 0 ? [] : YEARS.map((year) => lineOf("G1", dossier, `effectifMoyenN${year}`));
  const shown = meansLines("G1", means);
  const others = shown.length > 0 ? "Autres renseignements demandés" : "Références, moyens humains, matériel, certificats";
  return {
    letter: "G",
    title: "Capacité technique et professionnelle",
    lines: [
      { kind: "note", text: "G1. Seulement ce que l'acheteur demande." },
      ...averages,
      ...shown,
      { kind: "text", name: "G1_autres", label: others, known: null, long: true },
      ...evidence("G2"),
    ],
  };
}

/** Another member's declaration tells what that one relies on. */
function reliedOn(candidature: Candidature, { dossier }: Membre): Rubric {
  const rows = candidature.sousTraitants
    .filter((one) => one.invoque === true && memberOf(candidature, one).dossier.siret === dossier.siret)
    .map((one, at) => [
      { name: `H_${at + 1}_lot`, known: null },
      { name: `H_${at + 1}_membre`, known: null },
      "dossier" in one ? identityCell(`H_${at + 1}_operateur`, one.dossier) : cellAbroad(`H_${at + 1}_operateur`, one.etranger),
    ]);
  const table: TableLine = {
    kind: "table",
    columns: [
      { label: "Lot", share: 0.1 },
      { label: "Membre concerné", share: 0.35 },
      { label: "Opérateur dont les capacités sont invoquées", share: 0.55 },
    ],
    rows,
  };
  const free: Line = { kind: "text", name: "H_operateurs", label: "Opérateurs dont les capacités sont invoquées", known: null, long: true };
  return { letter: "H", title: "Capacités d'autres opérateurs", lines: rows.length === 0 ? [free] : [table] };
}
