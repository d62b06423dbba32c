/**
 * A candidature written in a JSON file, as `npm run forms` reads it. Facts are those of the catalogue (src/domain/fields.ts), in their
 * canonical form; they count as entered by the person.
 */
import { z } from "zod";
import { Facts, FieldKeySchema, Siret } from "../../src/domain/answer.ts";
import { companyOf } from "../../src/domain/company.ts";
import type { Dossier } from "../../src/domain/dossier.ts";
import { GROUNDS, SIZES } from "../../src/domain/grounds.ts";
import { assemble } from "../../src/dossier/assemble.ts";
import { type Candidature, FORMES, type Membre } from "../../src/formulaires/candidature.ts";

const Entreprise = z.strictObject({
  siret: Siret,
  facts: Facts.prefault({}),
  prestations: z.string().min(1).optional(),
  lots: z.array(z.string().min(1)).optional(),
});
type Entreprise = z.infer<typeof Entreprise>;

const Lot = z.strictObject({ numero: z.string().min(1), intitule: z.string().min(1).optional() });

const CandidatureFile = Entreprise.extend({
  consultation: z
    .strictObject({
      reference: z.string().optional(),
      objet: z.string().optional(),
      acheteurNom: z.string().optional(),
      acheteurSiret: z.string().optional(),
    })
    .prefault({}),
  /** « marche » (not divided), « tous », or the lots. */
  portee: z.union([z.enum(["marche", "tous"]), z.array(Lot)]).optional(),
  besoinsParLot: z.boolean().default(false),
  forme: z.enum(FORMES).optional(),
  mandataireSolidaire: z.boolean().optional(),
  /** The other members of the group. */
  membres: z.array(Entreprise).default([]),
  /** `invoque`: the bid relies on its capacities (DC2, H) · `pour`: SIRET of the member that relies on them, by default the first. */
  sousTraitants: z
    .array(Entreprise.omit({ lots: true }).extend({ invoque: z.boolean().default(false), pour: Siret.optional() }))
    .default([]),
  /** Proposed values that the person accepts. */
  confirmes: z.array(FieldKeySchema).default([]),
  /** What the first company answers in its DUME. */
  dume: z
    .strictObject({
      motifs: z.partialRecord(z.enum(GROUNDS), z.boolean()).prefault({}),
      appuis: z.boolean().optional(),
      soustraitance: z.boolean().optional(),
      taille: z.enum(SIZES).optional(),
      lot: z.string().min(1).optional(),
    })
    .prefault({}),
});
/** What only a person answers in a DUME. */
export type DumeAnswers = z.infer<typeof CandidatureFile>["dume"];

/** @throws an `Error` in plain French that names what is wrong in the file */
export function candidatureIn(json: string, on: string): { readonly candidature: Candidature; readonly dume: DumeAnswers } {
  const given = CandidatureFile.safeParse(parsed(json));
  if (!given.success) {
    const [issue] = given.error.issues;
    throw new Error(`Le fichier de candidature a un défaut à « ${issue?.path.join(".") || "la racine"} » : corrigez cette valeur.`);
  }
  const { consultation, portee, besoinsParLot, forme, mandataireSolidaire, membres, sousTraitants, confirmes, dume, ...first } = given.data;
  const candidature: Candidature = {
    consultation,
    portee: porteeOf(portee),
    besoinsParLot,
    forme: forme ?? null,
    mandataireSolidaire: mandataireSolidaire ?? null,
    membres: [membreOf(first, on), ...membres.map((one) => membreOf(one, on))],
    sousTraitants: sousTraitants.map(({ invoque, pour = first.siret, ...one }) => ({ ...membreOf(one, on), invoque, pour })),
    confirmed: confirmes,
  };
  return { candidature, dume };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new Error("Le fichier de candidature n'est pas du JSON. Vérifiez ses accolades et ses guillemets.");
  }
}

function porteeOf(portee: z.infer<typeof CandidatureFile>["portee"]): Candidature["portee"] {
  if (portee === undefined) return null;
  if (portee === "marche") return { sur: "marche" };
  return portee === "tous" ? { sur: "tousLots" } : { sur: "lots", lots: portee };
}

function membreOf({ siret, facts, prestations, lots }: Entreprise, on: string): Membre {
  const dossier: Dossier = assemble({ company: companyOf(siret), answers: [], coffre: [], manual: facts, on });
  return { dossier, prestations, lots };
}

/** The candidature of a single company, made from its dossier alone. */
export function candidatureOf(dossier: Dossier, consultation: Candidature["consultation"]): Candidature {
  return {
    consultation,
    portee: null,
    besoinsParLot: false,
    forme: "seul",
    mandataireSolidaire: null,
    membres: [{ dossier }],
    sousTraitants: [],
    confirmed: [],
  };
}
