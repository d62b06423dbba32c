/** Disagreements and obstacles that the bidder must see. Nothing is decided here. */
import type { Answer, Notice } from "../domain/answer.ts";
import type { CoffrePiece } from "../domain/coffre.ts";
import type { Conflict, Proposal } from "../domain/dossier.ts";
import { FIELD_KEYS, type FieldKey } from "../domain/fields.ts";
import { isRedacted, plain, plainAddress, plainName } from "./plain.ts";
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
const NAMES: ReadonlySet<FieldKey> = new Set<FieldKey>(["raisonSociale"]);
/** Labels of the same code, brackets of different years, the several officers of one company: differing is no conflict. */
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
  return [...obstacles(known.values, known.notices), ...addresses(known.answers), ...fields(known.values), ...strangers(known.coffre)];
}

function obstacles(values: Values, notices: readonly Notice[]): Conflict[] {
  const conflicts = notices.flatMap(({ kind, siret, url }): Conflict[] =>
    kind === "etablissementFerme" || kind === "uniteCessee" || kind === "siretRedirige"
      ? [{ code: kind, proposals: [], ...(siret === undefined ? {} : { siret }), ...(url === undefined ? {} : { url }) }]
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
    if (adresseLigne1 === undefined || commune === undefined || [adresseLigne1, commune].some(isRedacted)) return [];
    return [
      { value: `${adresseLigne1}, ${codePostal === undefined ? "" : `${codePostal} `}${commune}`, origin: { from: "source", provenance } },
    ];
  });
  const distinct = distinctBy(proposals, plainAddress);
  return distinct.length > 1 ? [{ code: "adresse", field: "adresseComplete", proposals: distinct }] : [];
}

function fields(values: Values): Conflict[] {
  return FIELD_KEYS.flatMap((field): Conflict[] => {
    const value = values[field];
    if (value === undefined || value.alternatives.length === 0 || ADDRESS.has(field) || FREE.has(field)) return [];
    const proposals = distinctBy(
      [{ value: value.value, origin: value.origin }, ...value.alternatives],
      NAMES.has(field) ? plainName : plain,
    );
    if (proposals.length < 2) return [];
    const code = NAMES.has(field) ? "nom" : field === "codeNaf" ? "naf" : "valeur";
    return [{ code, field, proposals }];
  });
}

function strangers(coffre: readonly CoffrePiece[]): Conflict[] {
  return coffre.flatMap(({ id, title, otherSiren }): Conflict[] =>
    otherSiren === undefined
      ? []
      : [{ code: "autreEntreprise", field: "siren", proposals: [{ value: otherSiren, origin: { from: "coffre", pieceId: id, title } }] }],
  );
}

function distinctBy(proposals: readonly Proposal[], keyOf: (text: string) => string): Proposal[] {
  const seen = new Map<string, Proposal>();
  for (const proposal of proposals) {
    const key = keyOf(String(proposal.value));
    if (!seen.has(key)) seen.set(key, proposal);
  }
  return [...seen.values()];
}
