/** A bid for one consultation: who bids, for what, alone or in a group, with the dossier of each company. */
import type { Abroad } from "../domain/abroad.ts";
import { GROUP_FORMS, type Portee } from "../domain/bid.ts";
import type { Consultation } from "../domain/consultation.ts";
import type { Dossier } from "../domain/dossier.ts";
import type { FieldKey } from "../domain/fields.ts";
import type { Means } from "../domain/means.ts";
import { partyId } from "../domain/party.ts";

export interface Lot {
  readonly numero: string;
  readonly intitule?: string | undefined;
}

export const FORMES = ["seul", ...GROUP_FORMS] as const;
export type Forme = (typeof FORMES)[number];

export interface Membre {
  readonly dossier: Dossier;
  /** What it performs in the group, as the person typed it. */
  readonly prestations?: string | undefined;
  /** References, people, equipment and headcounts that it shows for this consultation. */
  readonly means?: Means | undefined;
  /** Numbers of the lots that it bids for; absent: those of the bid. Never empty. */
  readonly lots?: readonly string[] | undefined;
}

/** One established outside France, without a SIRET: no register tells anything of it. */
export interface Etranger extends Abroad {
  readonly name: string;
}

/** Its dossier, or what the person typed of one without a SIRET. */
export type Designation = { readonly dossier: Dossier } | { readonly etranger: Etranger };

export type SousTraitant = Designation & {
  /** Nature of what it performs. */
  readonly prestations?: string | undefined;
  /** True when the bid relies on its capacities too (DC2, H). */
  readonly invoque?: boolean | undefined;
  /** SIRET of the member that subcontracts; absent: the first. */
  readonly pour?: string | undefined;
};

/** Tells it from the others. */
export function designationId(one: Designation): string {
  return partyId("dossier" in one ? { siret: one.dossier.siret } : one.etranger);
}

export interface Candidature {
  readonly consultation: Pick<Consultation, "reference" | "objet" | "acheteurNom" | "acheteurSiret">;
  /** `null`: the person has not chosen yet. */
  readonly portee: Portee | null;
  readonly forme: Forme | null;
  /** For a « groupement conjoint »: whether its mandataire is liable for all members. */
  readonly mandataireSolidaire: boolean | null;
  /** The single bidder, or the members with the mandataire first. */
  readonly membres: readonly [Membre, ...Membre[]];
  readonly sousTraitants: readonly SousTraitant[];
  /** Proposed values that the person accepted for this consultation. */
  readonly confirmed: readonly FieldKey[];
  /** True when the buyer's demands differ by lot: each lot then has its own DC2. */
  readonly besoinsParLot: boolean;
}

/** The member that subcontracts to it, or relies on it. */
export function memberOf({ membres }: Candidature, { pour }: SousTraitant): Membre {
  return membres.find(({ dossier }) => dossier.siret === pour) ?? membres[0];
}

/** Why no form can be made. `detail`: the SIRET, the number of one without a SIRET, or the lot concerned. */
export interface CandidatureProblem {
  readonly code:
    | "sameSiret"
    | "sameLot"
    | "memberLot"
    | "noLot"
    | "loneGroup"
    | "soloGroup"
    | "sameSubcontractor"
    | "ownSubcontractor"
    | "mandataireOfSolidaire";
  readonly detail: string;
}

/** The problem that prevents every form; `null` when there is none. */
export function problemOf(candidature: Candidature): CandidatureProblem | null {
  const { membres, forme, portee, mandataireSolidaire, sousTraitants } = candidature;
  const sirets = membres.map(({ dossier }) => dossier.siret);
  const twice = repeated(sirets);
  if (twice !== undefined) return { code: "sameSiret", detail: twice };
  const subcontracting = subcontractorProblem(sousTraitants, sirets);
  if (subcontracting !== null) return subcontracting;
  if (forme === "seul" && membres.length > 1) return { code: "soloGroup", detail: String(membres.length) };
  if ((forme === "conjoint" || forme === "solidaire") && membres.length === 1) return { code: "loneGroup", detail: forme };
  if (mandataireSolidaire !== null && forme !== "conjoint") return { code: "mandataireOfSolidaire", detail: forme ?? "" };
  if (portee?.sur !== "lots") return null;
  const numeros = portee.lots.map(({ numero }) => numero);
  if (numeros.length === 0) return { code: "noLot", detail: "" };
  const lotTwice = repeated(numeros);
  if (lotTwice !== undefined) return { code: "sameLot", detail: lotTwice };
  const unknown = membres.flatMap(({ lots = [] }) => lots).find((numero) => !numeros.includes(numero));
  return unknown === undefined ? null : { code: "memberLot", detail: unknown };
}

function subcontractorProblem(sousTraitants: readonly SousTraitant[], members: readonly string[]): CandidatureProblem | null {
  const ids = sousTraitants.map(designationId);
  const own = ids.find((id) => members.includes(id));
  if (own !== undefined) return { code: "ownSubcontractor", detail: own };
  const twice = sousTraitants.find((_, at) => ids.indexOf(ids[at] ?? "") !== at);
  if (twice === undefined) return null;
  return { code: "sameSubcontractor", detail: "dossier" in twice ? twice.dossier.siret : twice.etranger.number };
}

/** The chosen lots that a member bids for, its own or all of them; none where the bid chooses no lots. */
export function lotsOfMember({ portee }: Pick<Candidature, "portee">, { lots }: Pick<Membre, "lots">): readonly Lot[] {
  return portee?.sur === "lots" ? portee.lots.filter(({ numero }) => lots === undefined || lots.includes(numero)) : [];
}

/** True when several companies bid together. */
export function isGroup({ membres }: Candidature): boolean {
  return membres.length > 1;
}

function repeated(values: readonly string[]): string | undefined {
  return values.find((value, at) => values.indexOf(value) !== at);
}
