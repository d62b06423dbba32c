/** Fictitious companies and their bids, for the forms and the DUME. */
import { Answer, type Facts } from "../../src/domain/answer.ts";
import { companyOf } from "../../src/domain/company.ts";
import type { Dossier } from "../../src/domain/dossier.ts";
import { isSiret } from "../../src/domain/siret.ts";
import { assemble } from "../../src/dossier/assemble.ts";
import type { Candidature, Membre } from "../../src/formulaires/candidature.ts";

export const ON = "2026-11-24";
export const MADE_AT = "2026-11-24T09:00:00Z";

/** A SIRET with a valid key that belongs to nobody: its SIREN is from the 9139… range of the other tests. */
export function siretOf(rank: number): string {
  const sirens = Array.from({ length: 10 }, (_, key) => `9139${String(rank).padStart(4, "0")}${key}`);
  const found = sirens.flatMap((siren) => Array.from({ length: 10 }, (_, key) => `${siren}0001${key}`)).find(isSiret);
  if (found === undefined) throw new Error(`No SIRET of rank ${rank}.`);
  return found;
}

export const COMPLETE: Facts = {
  raisonSociale: "Œuvres & Bâtiments d'Été « L'Étoile du Nord », société coopérative d'intérêt collectif à capital variable",
  nomCommercial: "L'Étoile",
  formeJuridique: "Société coopérative d'intérêt collectif",
  adresseLigne1: "12 bis rue de l'Œuf-à-la-Coque",
  adresseComplement: "Bâtiment Ç",
  codePostal: "69001",
  commune: "Lyon",
  pays: "FR",
  categorieEntreprise: "PME",
  dateCreation: "2009-03-20",
  rcsVille: "LYON",
  rneDateImmat: "2009-03-20",
  statutEss: true,
  chiffreAffairesN1: 6_480_200.5,
  exerciceFinN1: "2025-12-31",
  chiffreAffairesN2: 5_912_750,
  exerciceFinN2: "2024-12-31",
  chiffreAffairesN3: 5_377_900,
  exerciceFinN3: "2023-12-31",
};
export const ENTERED: Facts = {
  contactNom: "Noël",
  contactPrenom: "Zoë",
  contactEmail: "marches@etoile.example",
  contactTelephone: "+33 1 99 00 12 34",
  preuvesUrl: "https://preuves.example/etoile",
  preuvesAcces: "Code : A€-123",
  effectifMoyenN1: 42,
};

interface Given {
  readonly facts?: Facts;
  readonly manual?: Facts;
  readonly dirigeants?: Answer["dirigeants"];
}

/** One source knows `facts`, the person entered `manual`. */
export function dossierOf(rank: number, { facts = {}, manual = {}, dirigeants = [] }: Given): Dossier {
  const company = companyOf(siretOf(rank));
  const answer = Answer.parse({
    state: "delivered",
    siret: company.siret,
    facts,
    dirigeants,
    provenance: { source: "insee", provider: "INSEE", endpoint: "/insee", fetchedAt: MADE_AT, cached: false, trust: "register" },
  });
  return assemble({ company, answers: [answer], coffre: [], manual, on: ON });
}

export const CONSULTATION = {
  reference: "2026-042/Ç",
  objet: "Réfection de la chaussée et entretien des espaces verts – accord-cadre à bons de commande, 250 000 € par an",
  acheteurNom: "Commune de Villeneuve-l'Essai",
  acheteurSiret: siretOf(9000),
};

export function candidatureOf(membres: readonly [Membre, ...Membre[]], more: Partial<Candidature> = {}): Candidature {
  return {
    consultation: CONSULTATION,
    portee: { sur: "tousLots" },
    forme: membres.length === 1 ? "seul" : "conjoint",
    mandataireSolidaire: null,
    membres,
    sousTraitants: [],
    confirmed: [],
    besoinsParLot: false,
    ...more,
  };
}
