/**
 * API Recherche d'entreprises (DINUM): identity, officers, size and last published turnover, without any token.
 * "false" in its complements means "not in our lists", never "no": only what is true is read.
 */

import type { Certification, Choice, Dirigeant, Notice } from "../../domain/answer.ts";
import { categorieJuridique } from "../../domain/legal-forms.ts";
import { isMasked } from "../../domain/mask.ts";
import { present } from "../../domain/present.ts";
import { endOfMonth, isDay } from "../../domain/time.ts";
import { dayIn, joined, known, matching, monthIn, nafIn, RNA_FORM, SIREN_FORM, SIRET_FORM, townLine } from "../cleaning.ts";
import { distinctDirigeants, legalRepresentative } from "../dirigeants.ts";
import { rechercheEntreprisesFamily } from "../families/recherche-entreprises.ts";
import { type Establishment, foundIn, type Hit, Search, searchRequest } from "../recherche.ts";
import { defineSource, type ReadingContext, type Reads } from "../source.ts";
import { closedNotices, PARTLY_PUBLIC } from "../standing.ts";
import { trancheEffectif } from "../tranches-effectif.ts";

interface Found {
  readonly hit: Hit;
  readonly establishment: Establishment;
}

/** Readers that return nothing unless the establishment asked was found. */
function ofFound(reads: Reads<Found>): Reads<Search> {
  return Object.fromEntries(
    Object.entries(reads).map(([key, readField]) => [
      key,
      (search: Search, context: ReadingContext) => {
        const found = foundIn(search, context.company);
        return found === undefined ? undefined : readField(found, context);
      },
    ]),
  );
}

const isPerson = ({ nature_juridique, complements }: Hit) =>
  nature_juridique === "1000" || complements?.est_entrepreneur_individuel === true;

/** A sole trader's full name ends with the trading name in parentheses. */
function nameOf(hit: Hit): string | undefined {
  if (!isPerson(hit)) return known(hit.nom_raison_sociale);
  return known(known(hit.nom_complet)?.replace(/\s*\([^()]*\)\s*$/, ""));
}

function streetOf(establishment: Establishment): string | undefined {
  const { numero_voie, dernier_numero_voie, indice_repetition, type_voie, libelle_voie, adresse, code_postal } = establishment;
  const numbers = joined([numero_voie, dernier_numero_voie], "-");
  if (known(libelle_voie) !== undefined) return joined([numbers, indice_repetition, type_voie, libelle_voie]);
  // Only the head office has a field for its street; for others the street is what precedes the postal code.
  const whole = known(adresse);
  const at = whole === undefined || code_postal === null || code_postal === undefined ? -1 : whole.lastIndexOf(` ${code_postal} `);
  return at <= 0 ? undefined : whole?.slice(0, at);
}

const isAbroad = ({ code_pays_etranger }: Establishment) => known(code_pays_etranger) !== undefined;

function townOf(establishment: Establishment) {
  const { code_postal: code, libelle_commune: name, cedex, libelle_cedex: cedexName } = establishment;
  return isAbroad(establishment) ? {} : townLine({ code, name, cedex, cedexName });
}

/** "MARTIN (MARTIN)" → "MARTIN"; a different name in parentheses is kept, since either may be the one in use. */
function nameIn(text: string | null | undefined): string | undefined {
  return known(text)?.replace(/^(.+) \(\1\)$/, "$1");
}

function dirigeantsOf({ dirigeants }: Hit): Dirigeant[] {
  const listed = (dirigeants ?? []).flatMap((officer): Dirigeant[] => {
    const nom = nameIn(officer.nom);
    const prenom = known(officer.prenoms);
    const denomination = known(officer.denomination);
    if (nom === undefined && denomination === undefined) return [];
    const siren = matching(officer.siren, SIREN_FORM);
    const qualite = known(officer.qualite);
    const naissance = monthIn(officer.date_de_naissance);
    return [
      {
        ...present({ nom, prenom, denomination, siren, qualite, naissance }),
      },
    ];
  });
  return distinctDirigeants(listed);
}

/** The representative that the form may name. A sole trader has no role in the list: alone there, they are the representative. */
function representativeOf({ hit }: Found): Dirigeant | undefined {
  const dirigeants = dirigeantsOf(hit);
  if (!isPerson(hit)) return legalRepresentative(dirigeants, hit.nature_juridique ?? undefined);
  const [person, ...others] = dirigeants;
  return person?.nom === undefined || others.length > 0 ? undefined : { ...person, qualite: "Entrepreneur individuel" };
}

interface Exercice {
  readonly closingOn: string;
  readonly turnover: number | null | undefined;
  readonly result: number | null | undefined;
}

/**
 * The published accounts that the service keeps: one year. Its closing day comes from the registry ("3112"): without it nothing is
 * read, since an undated turnover could pass for the latest.
 */
function lastExercice({ hit }: Found): Exercice | undefined {
  const [, day, month] = /^(\d{2})(\d{2})$/.exec(hit.immatriculation?.date_cloture_exercice ?? "") ?? [];
  return Object.entries(hit.finances ?? {})
    .map(([year, accounts]) => ({ closingOn: closingIn(year, `${month}-${day}`), turnover: accounts?.ca, result: accounts?.resultat_net }))
    .filter(({ closingOn }) => isDay(closingOn))
    .sort((a, b) => b.closingOn.localeCompare(a.closingOn))[0];
}

/** « 2902 » is the end of February, whatever the year. */
function closingIn(year: string, monthAndDay: string): string {
  return monthAndDay === "02-29" ? endOfMonth(`${year}-02-01`) : `${year}-${monthAndDay}`;
}

/** The company's numbers in DGFIP's list of active ones; `undefined` when the service does not say. */
function activeVatNumbers({ siren, tva }: Hit): string[] | undefined {
  if (tva === null || tva === undefined) return undefined;
  const numbers = tva.map((number) => matching(number?.replace(/\s/g, ""), /^FR[0-9A-HJ-NP-Z]{2}\d{9}$/));
  return [...new Set(numbers.filter((number) => number?.endsWith(siren) === true))].filter((number) => number !== undefined);
}

/** With several numbers the bidder chooses; an empty list means that none is active. */
function choices({ hit }: Found): Choice[] {
  const numbers = activeVatNumbers(hit);
  return numbers === undefined || numbers.length === 1 ? [] : [{ field: "tvaIntracommunautaire", values: numbers }];
}

function notices({ hit, establishment }: Found): Notice[] {
  const found = closedNotices({
    siret: establishment.siret,
    isClosed: establishment.etat_administratif === "F",
    closedOn: dayIn(establishment.date_fermeture),
    siege: hit.siege?.etat_administratif === "A" ? matching(hit.siege.siret, SIRET_FORM) : undefined,
    hasCeased: hit.etat_administratif === "C",
  });
  const radiatedOn = dayIn(hit.immatriculation?.date_radiation);
  if (radiatedOn !== undefined) {
    found.push({ kind: "radiation", status: "toVerify", title: "Radiation du registre national des entreprises", on: radiatedOn });
  }
  if (isMasked(hit.nom_complet, establishment.adresse) || hit.statut_diffusion === "P") {
    found.push(PARTLY_PUBLIC);
  }
  return found;
}

function certifications({ hit }: Found): Certification[] {
  const held: Certification[] = [];
  if (hit.complements?.est_ess === true) {
    held.push({ kind: "ess", label: "Entreprise de l'économie sociale et solidaire", held: true, validityBasis: "unknown" });
  }
  if (hit.complements?.est_bio === true) {
    held.push({ kind: "bio", label: "Agriculture biologique", body: "Agence Bio", held: true, validityBasis: "unknown" });
  }
  return held;
}

function ifFound<Item>(read: (found: Found) => Item[]) {
  return (search: Search, { company }: ReadingContext): Item[] => {
    const found = foundIn(search, company);
    return found === undefined ? [] : read(found);
  };
}

export const rechercheEntreprises = defineSource<Search>({
  id: "recherche-entreprises",
  provider: "Annuaire des entreprises",
  label: { fr: "Identité, dirigeants et comptes publiés", en: "Identity, officers and published accounts" },
  block: "identite",
  keyedBy: "siret",
  trust: "aggregator",
  access: "open",
  family: rechercheEntreprisesFamily,
  timeoutMs: 8_000,
  pieceKinds: ["immatriculation"],
  documentHosts: ["data.inpi.fr"],
  contractEndpoints: [],
  request: searchRequest,
  raw: Search,
  verdict: (search, { company }) =>
    foundIn(search, company) === undefined ? { state: "notFound", reason: "insee.inconnu" } : { state: "delivered" },
  reads: ofFound({
    siret: ({ establishment }) => establishment.siret,
    raisonSociale: ({ hit }) => nameOf(hit),
    nomCommercial: ({ establishment }) => known(establishment.nom_commercial) ?? joined(establishment.liste_enseignes ?? [], ", "),
    sigle: ({ hit }) => known(hit.sigle),
    formeJuridique: ({ hit }) => categorieJuridique(hit.nature_juridique),
    formeJuridiqueCode: ({ hit }) => matching(hit.nature_juridique, /^\d{4}$/),
    codeNaf: ({ hit, establishment }) => nafIn(establishment.activite_principale) ?? nafIn(hit.activite_principale),
    codeNaf2025: ({ hit, establishment }) => nafIn(establishment.activite_principale_naf25) ?? nafIn(hit.activite_principale_naf25),
    categorieEntreprise: ({ hit }) => matching(hit.categorie_entreprise, /^(PME|ETI|GE)$/),
    dateCreation: ({ hit }) => dayIn(hit.date_creation),
    capitalSocial: ({ hit: { immatriculation } }) =>
      (immatriculation?.devise_capital ?? "EUR") === "EUR" ? immatriculation?.capital_social : undefined,
    rneDateImmat: ({ hit }) => dayIn(hit.immatriculation?.date_immatriculation),
    effectif: ({ hit }) => trancheEffectif(hit.tranche_effectif_salarie),
    etatAdministratif: ({ establishment }) => matching(establishment.etat_administratif, /^[AF]$/),
    estSiege: ({ establishment }) => establishment.est_siege,
    siretSiege: ({ hit }) => matching(hit.siege?.siret, SIRET_FORM),
    rna: ({ hit }) => matching(hit.complements?.identifiant_association, RNA_FORM),
    adresseLigne1: ({ establishment }) => streetOf(establishment),
    adresseComplement: ({ establishment }) => known(establishment.complement_adresse),
    boitePostale: ({ establishment }) => known(establishment.distribution_speciale),
    codePostal: ({ establishment }) => townOf(establishment).code,
    commune: ({ establishment }) => townOf(establishment).name,
    pays: ({ establishment }) => (isAbroad(establishment) || known(establishment.libelle_commune) === undefined ? undefined : "FR"),
    adresseSiege: ({ hit }) => known(hit.siege?.adresse),
    dirigeantNom: (found) => representativeOf(found)?.nom,
    dirigeantPrenom: (found) => representativeOf(found)?.prenom,
    dirigeantQualite: (found) => representativeOf(found)?.qualite,
    dirigeantDateNaissance: (found) => representativeOf(found)?.naissance,
    tvaIntracommunautaire: ({ hit }) => {
      const [number, ...others] = activeVatNumbers(hit) ?? [];
      return others.length === 0 ? number : undefined;
    },
    chiffreAffairesN1: (found) => lastExercice(found)?.turnover,
    exerciceFinN1: (found) => lastExercice(found)?.closingOn,
    resultatNet: (found) => lastExercice(found)?.result,
    statutEss: ({ hit }) => (hit.complements?.est_ess === true ? true : undefined),
  }),
  dirigeants: ifFound(({ hit }) => dirigeantsOf(hit)),
  certifications: ifFound(certifications),
  notices: ifFound(notices),
  choices: ifFound(choices),
  // INPI publishes the registration of whoever is in the RNE and does not object.
  pieces: (search, context) => {
    const hit = foundIn(search, context.company)?.hit;
    if (hit === undefined || known(hit.immatriculation?.date_immatriculation) === undefined || hit.statut_diffusion === "P") return [];
    const url = `https://data.inpi.fr/export/companies?format=pdf&ids=${encodeURIComponent(JSON.stringify([hit.siren]))}`;
    return [
      {
        kind: "immatriculation",
        title: "Attestation d'immatriculation au registre national des entreprises",
        issuedOn: context.today,
        validityBasis: "computed",
        publicUrl: `https://data.inpi.fr/entreprises/${hit.siren}`,
        location: { url, steps: "direct" },
      },
    ];
  },
});
