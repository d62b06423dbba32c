/**
 * A candidature written in a JSON file, as `npm run forms` reads it. Facts are those of the catalogue (src/domain/fields.ts), in their
 * canonical form; they count as entered by the person.
 */
import { z } from "zod";
import { Facts, FieldKeySchema, Siret } from "../../src/domain/answer.ts";
import { companyOf } from "../../src/domain/company.ts";
import type { Dossier } from "../../src/domain/dossier.ts";
import { GROUNDS, SIZES } from "../../src/domain/grounds.ts";
import { abroadProblems, abroadTyped } from "../../src/domain/party.ts";
import { assemble } from "../../src/dossier/assemble.ts";
import { type Candidature, type Etranger, FORMES, type Membre } from "../../src/formulaires/candidature.ts";

const Entreprise = z.strictObject({
  siret: Siret,
  facts: Facts.prefault({}),
  prestations: z.string().min(1).optional(),
  lots: z.array(z.string().min(1)).optional(),
});
type Entreprise = z.infer<typeof Entreprise>;

/**
 * By its SIRET or, established outside France without one, by its name, country and national or VAT number. `invoque`: the bid relies on its
 * capacities (DC2, H) · `pour`: SIRET of the member that relies on them, by default the first.
 */
const SousTraitant = Entreprise.omit({ lots: true })
  .extend({
    siret: Siret.optional(),
    nom: z.string().optional(),
    pays: z.string().optional(),
    numero: z.string().optional(),
    invoque: z.boolean().default(false),
    pour: Siret.optional(),
  })
  .superRefine((one, { addIssue }) => {
    for (const at of wrongIn(one)) addIssue({ code: "custom", path: [at] });
  });
type SousTraitant = z.infer<typeof SousTraitant>;

/** Of one abroad, what the extension's own screen would refuse, and facts: its forms print none. */
function wrongIn({ siret, nom, pays, numero, facts }: Pick<SousTraitant, "siret" | "nom" | "pays" | "numero" | "facts">): string[] {
  const told = { nom, pays, numero };
  if (siret !== undefined) return Object.entries(told).flatMap(([at, value]) => (value === undefined ? [] : [at]));
  if (Object.values(told).every((value) => value === undefined)) return ["siret"];
  const wrong = abroadProblems(abroadTyped({ country: pays ?? "", number: numero ?? "" }));
  const all = { nom: (nom ?? "").trim() === "", pays: wrong.country, numero: wrong.number, facts: Object.keys(facts).length > 0 };
  return Object.entries(all).flatMap(([at, isWrong]) => (isWrong ? [at] : []));
}

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
  sousTraitants: z.array(SousTraitant).default([]),
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
    sousTraitants: sousTraitants.map((one) => sousTraitantOf(one, first.siret, on)),
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

function sousTraitantOf(one: SousTraitant, first: string, on: string): Candidature["sousTraitants"][number] {
  const { siret, prestations, facts, invoque, pour = first } = one;
  const designated = siret === undefined ? { etranger: etrangerOf(one), prestations } : membreOf({ siret, facts, prestations }, on);
  return { ...designated, invoque, pour };
}

function etrangerOf({ nom = "", pays = "", numero = "" }: SousTraitant): Etranger {
  return { name: nom.trim(), ...abroadTyped({ country: pays, number: numero }) };
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
