/** Disagreements and obstacles that the bidder must see. Nothing is decided here. */

import type { Answer, Notice } from "../domain/answer.ts";
import type { CoffrePiece } from "../domain/coffre.ts";
import type { Conflict, Proposal } from "../domain/dossier.ts";
import { FIELD_KEYS, type FieldKey } from "../domain/fields.ts";
import { isMasked } from "../domain/mask.ts";
import { bare } from "../domain/plain.ts";
import { present } from "../domain/present.ts";
import { isSameAddress, plainName } from "./same.ts";
import type { Values } from "./values.ts";

/** Compared together, as one address. */
const ADDRESS: ReadonlySet<FieldKey> = new Set<FieldKey>([
  "adresseLigne1",
  "adresseComplement",
  "boitePostale",
  "codePostal",
  "commune",
  "pays",
  "adresseComplete",
]);
/** Fields that may differ without conflict: labels of one code, brackets of different years, a company's several officers. */
const FREE: ReadonlySet<FieldKey> = new Set<FieldKey>([
  "formeJuridique",
  "activitePrincipale",
  "nomCommercial",
  "effectif",
  "dirigeantNom",
  "dirigeantPrenom",
  "dirigeantNomComplet",
  "dirigeantQualite",
  "dirigeantDateNaissance",
  "contactNomComplet",
  "inscriptionRegistre",
]);

/** Every conflict, the obstacles first. */
export function conflictsOf(known: {
  readonly answers: readonly Answer[];
  readonly coffre: readonly CoffrePiece[];
  readonly values: Values;
  readonly notices: readonly Notice[];
}): Conflict[] {
  return [
    ...obstacles(known.values, known.notices),
    ...addresses(known.answers),
    ...choices(known.answers, known.values),
    ...fields(known.values),
    ...strangers(known.coffre),
  ];
}

/** Fields with several values in force, which only the person may choose from: shown until they have. */
function choices(answers: readonly Answer[], values: Values): Conflict[] {
  return answers.flatMap(({ choices: listed, provenance }) =>
    listed
      .filter(({ field, values: several }) => several.length > 1 && values[field] === undefined)
      .map(({ field, values: several }): Conflict => {
        const proposals = several.map((value): Proposal => ({ value, origin: { from: "source", provenance } }));
        return { code: "choix", field, proposals };
      }),
  );
}

function obstacles(values: Values, notices: readonly Notice[]): Conflict[] {
  const conflicts = notices.flatMap(({ kind, siret, url }): Conflict[] =>
    kind === "etablissementFerme" || kind === "uniteCessee" || kind === "siretRedirige"
      ? [{ code: kind, proposals: [], ...present({ siret, url }) }]
      : [],
  );
  const state = values.etatAdministratif;
  const closedButUntold = state?.value === "F" && !conflicts.some(({ code }) => code === "etablissementFerme");
  if (state === undefined || !closedButUntold) return conflicts;
  return [
    { code: "etablissementFerme", field: "etatAdministratif", proposals: [{ value: state.value, origin: state.origin }] },
    ...conflicts,
  ];
}

function addresses(answers: readonly Answer[]): Conflict[] {
  const proposals = answers.flatMap(({ facts, provenance }): Proposal[] => {
    const { adresseLigne1, codePostal, commune } = facts;
    if (adresseLigne1 === undefined || commune === undefined || isMasked(adresseLigne1, commune)) return [];
    const town = codePostal === undefined ? commune : `${codePostal} ${commune}`;
    return [{ value: `${adresseLigne1}, ${town}`, origin: { from: "source", provenance } }];
  });
  const different = distinct(proposals, isSameAddress);
  return different.length > 1 ? [{ code: "adresse", field: "adresseComplete", proposals: different }] : [];
}

const isSameWriting = (a: string, b: string) => bare(a) === bare(b);
const isSameName = (a: string, b: string) => plainName(a) === plainName(b);
/** The fields with their own conflict code, and how their spellings are compared. Any other field is a `valeur`. */
const COMPARED: { readonly [K in FieldKey]?: { readonly code: Conflict["code"]; readonly isSame: (a: string, b: string) => boolean } } = {
  raisonSociale: { code: "nom", isSame: isSameName },
  codeNaf: { code: "naf", isSame: isSameWriting },
  adresseSiege: { code: "adresse", isSame: isSameAddress },
};

function fields(values: Values): Conflict[] {
  return FIELD_KEYS.flatMap((field): Conflict[] => {
    const value = values[field];
    if (value === undefined || value.alternatives.length === 0 || ADDRESS.has(field) || FREE.has(field)) return [];
    const { code, isSame } = COMPARED[field] ?? { code: "valeur", isSame: isSameWriting };
    const different = distinct([{ value: value.value, origin: value.origin }, ...value.alternatives], isSame);
    return different.length < 2 ? [] : [{ code, field, proposals: different }];
  });
}

function strangers(coffre: readonly CoffrePiece[]): Conflict[] {
  return coffre.flatMap(({ id, title, otherSiren }): Conflict[] =>
    otherSiren === undefined
      ? []
      : [{ code: "autreEntreprise", field: "siren", proposals: [{ value: otherSiren, origin: { from: "coffre", pieceId: id, title } }] }],
  );
}

/** The first of each group of proposals that say the same. */
function distinct(proposals: readonly Proposal[], isSame: (a: string, b: string) => boolean): Proposal[] {
  const kept: Proposal[] = [];
  for (const proposal of proposals) {
    if (!kept.some(({ value }) => isSame(String(value), String(proposal.value)))) kept.push(proposal);
  }
  return kept;
}
