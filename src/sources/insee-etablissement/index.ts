/** INSEE, répertoire Sirene (v4): who the establishment is, where, what it does, how big its company is, and whether it is open. */

import type { Notice } from "../../domain/answer.ts";
import type { Company } from "../../domain/company.ts";
import { present } from "../../domain/present.ts";
import { joined, known, matching, nafIn, RNA_FORM, SIRET_FORM, townLine } from "../cleaning.ts";
import { apiEntreprise } from "../families/api-entreprise.ts";
import { INSEE_CASES, INSEE_NEGATIVES, INSEE_SCOPES, InseeEstablishment, inseeDay, inseeRequest, isAbout } from "../insee.ts";
import { defineSource, type ReadingContext, type Reads } from "../source.ts";
import { closedNotices, PARTLY_PUBLIC } from "../standing.ts";
import { trancheEffectif } from "../tranches-effectif.ts";

type Data = InseeEstablishment["data"];
type Unit = Data["unite_legale"];
type Activity = Data["activite_principale"];

const isNafRev2 = (activity: Activity) => /^NAFRev2$/i.test(activity?.nomenclature ?? "");
const isNaf2025 = (activity: Activity) => /^NAF ?(20)?25$/i.test(activity?.nomenclature ?? "");
/** A label; `undefined` for INSEE's words that mean "no label". */
function labelOf(text: string | null | undefined): string | undefined {
  const label = known(text);
  return label === undefined || /^(non r[ée]f[ée]renc[ée]|ancienne r[ée]vision)/i.test(label) ? undefined : label;
}

/**
 * v4 calls `activite_principale` the NAF 2025 code and keeps the NAF rév. 2 apart; v3 gave the NAF rév. 2 under the same name:
 * only the nomenclature tells. The establishment's own activity before its company's.
 */
function activityOf(data: Data, isWanted: (activity: Activity) => boolean): Activity {
  const unit = data.unite_legale;
  return [data.activite_principale_naf_rev2, data.activite_principale, unit.activite_principale_naf_rev2, unit.activite_principale].find(
    (activity) => isWanted(activity) && nafIn(activity?.code) !== undefined,
  );
}

/** A sole trader has no company name: the person's name stands for it. */
function isPerson(unit: Unit): boolean {
  return unit.type === "personne_physique";
}

function personOf(unit: Unit) {
  const person = unit.personne_physique_attributs;
  return {
    nom: known(person?.nom_usage) ?? known(person?.nom_naissance),
    prenom: known(person?.prenom_usuel) ?? known(person?.prenom_1),
  };
}

function nameOf(unit: Unit): string | undefined {
  const company = known(unit.personne_morale_attributs?.raison_sociale);
  if (company !== undefined && !isPerson(unit)) return company;
  const { nom, prenom } = personOf(unit);
  return nom !== undefined && prenom !== undefined && isPerson(unit) ? `${prenom} ${nom}` : undefined;
}

function streetOf({ adresse }: Data): string | undefined {
  return known(adresse?.libelle_voie) === undefined
    ? undefined
    : joined([adresse?.numero_voie, adresse?.indice_repetition_voie, adresse?.type_voie, adresse?.libelle_voie]);
}

const isAbroad = ({ adresse }: Data) => known(adresse?.code_pays_etranger) !== undefined;
const isPartlyPublic = ({ status_diffusion, unite_legale }: Data) =>
  [status_diffusion, unite_legale.status_diffusion].some((status) => typeof status === "string" && status !== "diffusible");

function townOf(data: Data) {
  const { code_postal: code, libelle_commune: name, code_cedex: cedex, libelle_cedex: cedexName } = data.adresse ?? {};
  return isAbroad(data) ? {} : townLine({ code, name, cedex, cedexName });
}

/** Readers that return nothing unless the answer is about the establishment asked. */
function ofThisEstablishment(reads: Reads<Data>): Reads<InseeEstablishment> {
  return Object.fromEntries(
    Object.entries(reads).map(([key, readField]) => [
      key,
      (raw: InseeEstablishment, context: ReadingContext) => (isAbout(raw, context.company) ? readField(raw.data, context) : undefined),
    ]),
  );
}

function notices(raw: InseeEstablishment, { company }: { company: Company }): Notice[] {
  const { data } = raw;
  const unit = data.unite_legale;
  if (!isAbout(raw, company)) {
    const other = matching(data.siret, SIRET_FORM);
    return [
      {
        kind: "siretRedirige",
        status: "toVerify",
        title: "Ce SIRET en désigne un autre",
        text: "Le répertoire Sirene répond par un autre établissement : vérifiez lequel candidate.",
        ...present({ siret: other }),
      },
    ];
  }
  const closedOn = inseeDay(data.date_fermeture);
  const siege = matching(unit.siret_siege_social, SIRET_FORM);
  const closed = closedNotices({
    siret: company.siret,
    isClosed: data.etat_administratif === "F",
    closedOn,
    siege,
    hasCeased: unit.etat_administratif === "C",
  });
  return isPartlyPublic(data) ? [...closed, PARTLY_PUBLIC] : closed;
}

export const inseeEtablissement = defineSource<InseeEstablishment>({
  id: "insee-etablissement",
  provider: "INSEE",
  label: { fr: "Établissement (répertoire Sirene)", en: "Establishment (Sirene register)" },
  block: "identite",
  keyedBy: "siret",
  trust: "register",
  access: "protected",
  family: apiEntreprise,
  scopes: INSEE_SCOPES,
  timeoutMs: 8_000,
  pieceKinds: [],
  documentHosts: [],
  standIn: "recherche-entreprises",
  contractEndpoints: INSEE_CASES,
  request: inseeRequest,
  raw: InseeEstablishment,
  negatives: INSEE_NEGATIVES,
  reads: ofThisEstablishment({
    siret: ({ siret }) => siret,
    raisonSociale: ({ unite_legale }) => nameOf(unite_legale),
    nomCommercial: ({ enseigne }) => known(enseigne),
    sigle: ({ unite_legale }) => (isPerson(unite_legale) ? undefined : known(unite_legale.personne_morale_attributs?.sigle)),
    formeJuridique: ({ unite_legale }) => labelOf(unite_legale.forme_juridique?.libelle),
    formeJuridiqueCode: ({ unite_legale }) => matching(unite_legale.forme_juridique?.code, /^\d{4}$/),
    codeNaf: (data) => nafIn(activityOf(data, isNafRev2)?.code),
    codeNaf2025: (data) => nafIn(activityOf(data, isNaf2025)?.code),
    activitePrincipale: (data) => labelOf(activityOf(data, isNafRev2)?.libelle),
    categorieEntreprise: ({ unite_legale }) => matching(unite_legale.categorie_entreprise, /^(PME|ETI|GE)$/),
    dateCreation: ({ unite_legale }) => inseeDay(unite_legale.date_creation),
    effectif: ({ unite_legale }) => trancheEffectif(unite_legale.tranche_effectif_salarie?.code),
    etatAdministratif: ({ etat_administratif }) => etat_administratif,
    estSiege: ({ siege_social }) => siege_social,
    siretSiege: ({ unite_legale }) => matching(unite_legale.siret_siege_social, SIRET_FORM),
    rna: ({ unite_legale }) => matching(unite_legale.rna, RNA_FORM),
    adresseLigne1: streetOf,
    adresseComplement: ({ adresse }) => known(adresse?.complement_adresse),
    boitePostale: ({ adresse }) => known(adresse?.distribution_speciale),
    codePostal: (data) => townOf(data).code,
    commune: (data) => townOf(data).name,
    pays: (data) => (isAbroad(data) || known(data.adresse?.libelle_commune) === undefined ? undefined : "FR"),
    adresseSiege: (data) => {
      const street = streetOf(data);
      const { code, name } = townOf(data);
      const town = name === undefined ? undefined : joined([code, name]);
      return data.siege_social !== true || street === undefined || town === undefined || isAbroad(data)
        ? undefined
        : joined([street, data.adresse?.complement_adresse, data.adresse?.distribution_speciale, town], ", ");
    },
    dirigeantNom: ({ unite_legale }) => (isPerson(unite_legale) ? personOf(unite_legale).nom : undefined),
    dirigeantPrenom: ({ unite_legale }) => (isPerson(unite_legale) ? personOf(unite_legale).prenom : undefined),
    dirigeantQualite: ({ unite_legale }) =>
      isPerson(unite_legale) && personOf(unite_legale).nom !== undefined ? "Entrepreneur individuel" : undefined,
  }),
  notices,
});
