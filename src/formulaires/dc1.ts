/** DC1, letter of candidature: one for the bidder or for the whole group, whatever its lots. */
import { type Candidature, isGroup, type Membre } from "./candidature.ts";
import type { Form, Line, Rubric, TableLine } from "./form.ts";
import { chosen, identityCell, identityLines, lineOf, YES_NO } from "./known.ts";
import { buyerRubric, lotsText, objectRubric } from "./shared.ts";
import { PLANS, TITLES } from "./words.ts";

/** @param candidature one for which `problemOf` is `null` */
export function dc1Of(candidature: Candidature): Form {
  const [first] = candidature.membres;
  const group = isGroup(candidature);
  return {
    code: "DC1",
    title: TITLES.DC1,
    plan: PLANS.DC1,
    rubrics: [
      buyerRubric(candidature),
      objectRubric(candidature),
      { letter: "C", title: "Objet de la candidature", lines: porteeLines(candidature) },
      { letter: "D", title: "Présentation du candidat", lines: group ? formeLines(candidature) : [...soloLines(candidature)] },
      {
        letter: "E",
        title: "Membres du groupement et répartition des prestations",
        lines: group ? [membersTable(candidature)] : [NO_GROUP],
      },
      engagements(first),
      { letter: "G", title: "Désignation du mandataire", lines: group ? identityLines("G", first.dossier) : [NO_GROUP] },
    ],
  };
}

const NO_GROUP: Line = { kind: "note", text: "Sans objet : la candidature est individuelle." };

function porteeLines({ portee }: Candidature): Line[] {
  const lots = portee?.sur === "lots" ? chosen(lotsText(portee.lots)) : null;
  const choice: Line = {
    kind: "choice",
    name: "C_portee",
    label: "La candidature est présentée",
    options: [
      { id: "marche", text: "pour le marché, qui n'est pas alloti" },
      { id: "tousLots", text: "pour tous les lots de la procédure" },
      { id: "lots", text: "pour un ou plusieurs lots, nommés ci-dessous" },
    ],
    known: portee === null ? null : chosen(portee.sur),
  };
  if (portee !== null && portee.sur !== "lots") return [choice];
  return [choice, { kind: "text", name: "C_lots", label: "Lots visés", known: lots, long: true }];
}

function soloLines(candidature: Candidature): Line[] {
  const forme: Line = {
    kind: "choice",
    name: "D_forme",
    label: "Le candidat se présente",
    options: [
      { id: "seul", text: "seul" },
      { id: "groupement", text: "au nom d'un groupement" },
    ],
    known: candidature.forme === "seul" ? chosen("seul") : null,
  };
  return [forme, ...identityLines("D", candidature.membres[0].dossier)];
}

function formeLines({ forme, mandataireSolidaire }: Candidature): Line[] {
  const nature: Line = {
    kind: "choice",
    name: "D_groupement",
    label: "Le candidat est un groupement d'entreprises",
    options: [
      { id: "conjoint", text: "conjoint" },
      { id: "solidaire", text: "solidaire" },
    ],
    known: forme === null ? null : chosen(forme),
  };
  if (forme === "solidaire") return [nature];
  const solidarity: Line = {
    kind: "choice",
    name: "D_mandataireSolidaire",
    label: "Groupement conjoint : le mandataire est-il solidaire des autres membres ?",
    options: YES_NO,
    known: mandataireSolidaire === null ? null : chosen(mandataireSolidaire ? "oui" : "non"),
  };
  return [nature, solidarity];
}

function membersTable(candidature: Candidature): TableLine {
  const { membres, forme } = candidature;
  const lotsOf = ({ lots }: Membre) => {
    const { portee } = candidature;
    if (portee === null) return null;
    if (portee.sur === "marche") return chosen("–");
    const all = portee.sur === "tousLots" ? "Tous" : portee.lots.map(({ numero }) => numero).join(", ");
    return chosen(lots?.join(", ") ?? all);
  };
  return {
    kind: "table",
    columns: [
      { label: "Lot", share: 0.1 },
      { label: "Membre", share: 0.52 },
      { label: "Prestations exécutées (groupement conjoint)", share: 0.38 },
    ],
    rows: membres.map((membre, at) => [
      { name: `E_${at + 1}_lot`, known: lotsOf(membre) },
      identityCell(`E_${at + 1}_membre`, membre.dossier),
      forme === "solidaire"
        ? "–"
        : { name: `E_${at + 1}_prestations`, known: membre.prestations === undefined ? null : chosen(membre.prestations) },
    ]),
  };
}

function engagements({ dossier }: Membre): Rubric {
  return {
    letter: "F",
    title: "Engagements du candidat",
    lines: [
      {
        kind: "sworn",
        name: "F1_declaration",
        text: "F1. Le candidat, et chaque membre du groupement, déclare sur l'honneur n'être dans aucun des cas d'exclusion des articles L2141-1 à L2141-5 et L2141-7 à L2141-11 du code de la commande publique. À cocher par une personne qui engage l'entreprise : Pli prêt ne coche jamais cette case.",
      },
      lineOf("F2", dossier, "preuvesUrl", "F2. Adresse internet des preuves"),
      lineOf("F2", dossier, "preuvesAcces", "F2. Renseignements pour y accéder"),
      {
        kind: "choice",
        name: "F3_capacites",
        label: "F3. Les capacités sont présentées par",
        options: [
          { id: "dc2", text: "le formulaire DC2 joint" },
          { id: "autres", text: "d'autres documents" },
        ],
        known: chosen("dc2"),
      },
    ],
  };
}
