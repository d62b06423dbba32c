/**
 * INPI, extrait du registre national des entreprises. Its list of officers holds natural persons only: a company presided by another
 * shows none. A sole trader is in the identity, not among the officers. The certificate is behind a link in two steps.
 */

import { z } from "zod";
import type { Dirigeant, Notice } from "../../domain/answer.ts";
import { present } from "../../domain/present.ts";
import { formatDay } from "../../domain/time.ts";
import { dayIn, joined, known, matching, monthIn, POSTAL_CODE_FORM } from "../cleaning.ts";
import { distinctDirigeants, legalRepresentative } from "../dirigeants.ts";
import { apiEntreprise, envelope, QUOTAS } from "../families/api-entreprise.ts";
import { defineSource, type ReadingContext, type Reads } from "../source.ts";
import { PARTLY_PUBLIC } from "../standing.ts";

const maybeText = z.string().nullish();
const Address = z.object({ voie: maybeText, complement: maybeText, code_postal: maybeText, commune: maybeText, pays: maybeText }).nullish();

const Extrait = envelope(
  z.object({
    document_url: maybeText,
    identite_entreprise: z.object({
      siren: z.string(),
      denomination: maybeText,
      nom: maybeText,
      prenoms: z.array(maybeText).nullish(),
      date_immatriculation_rne: maybeText,
      dissolution: z.object({ date: maybeText, poursuite_activite: z.boolean().nullish() }).nullish(),
      forme_juridique: z.object({ code: maybeText, libelle: maybeText }).nullish(),
      activite_principales_objet_social: maybeText,
      capital_social: z.object({ montant: z.number().nullish(), devise: maybeText }).nullish(),
      adresse_siege_social: Address,
    }),
    dirigeants_et_associes: z
      .array(z.object({ qualite: maybeText, nom: maybeText, prenom: maybeText, date_naissance: maybeText }))
      .nullish(),
    etablissements: z.array(z.object({ siret: maybeText, statut: maybeText, type_etablissement: maybeText, adresse: Address })).nullish(),
    diffusion_insee: z.boolean().nullish(),
    observations: z.array(z.object({ date: maybeText, texte: maybeText })).nullish(),
  }),
);
type Extrait = z.infer<typeof Extrait>;
type Data = Extrait["data"];
type Address = z.infer<typeof Address>;

const isAbout = ({ data }: Extrait, { company }: Pick<ReadingContext, "company">) => data.identite_entreprise.siren === company.siren;

function soleTrader({ identite_entreprise: { denomination, nom, prenoms } }: Data): { nom: string; prenom: string } | undefined {
  const [family, given] = [known(nom), known(prenoms?.[0])];
  return known(denomination) === undefined && family !== undefined && given !== undefined ? { nom: family, prenom: given } : undefined;
}

function dirigeantsOf(data: Data): Dirigeant[] {
  const person = soleTrader(data);
  const listed = (data.dirigeants_et_associes ?? []).flatMap((officer): Dirigeant[] => {
    const nom = known(officer.nom);
    if (nom === undefined) return [];
    const prenom = known(officer.prenom);
    const qualite = known(officer.qualite);
    const naissance = monthIn(officer.date_naissance);
    return [
      {
        nom,
        ...present({ prenom, qualite, naissance }),
      },
    ];
  });
  return [...(person === undefined ? [] : [{ ...person, qualite: "Entrepreneur individuel" }]), ...distinctDirigeants(listed)];
}

function representativeOf(data: Data): Dirigeant | undefined {
  return legalRepresentative(dirigeantsOf(data), data.identite_entreprise.forme_juridique?.code ?? undefined);
}

/** The address of the establishment asked, when the extract lists it. */
function addressOf({ etablissements }: Data, siret: string): Address {
  return etablissements?.find((establishment) => establishment.siret === siret)?.adresse;
}

const isFrench = (address: Address) => /^france( m[ée]tropolitaine)?$/i.test(known(address?.pays) ?? "");

/** Words of the observations that a bidder must know; the others (capital, head office) are administrative. */
const MATTERS =
  /liquidation|redressement|sauvegarde|plan de (continuation|cession)|dissolution|capitaux propres|moiti[ée] du capital|interdiction|faillite|radiation/i;

function notices({ data }: Extrait, siret: string): Notice[] {
  const found: Notice[] = [];
  if (data.etablissements?.find((establishment) => establishment.siret === siret)?.statut === "fermé") {
    found.push({
      kind: "etablissementFerme",
      status: "info",
      title: "Établissement fermé",
      text: "Cet établissement est fermé au registre national des entreprises.",
    });
  }
  if (data.diffusion_insee === false) {
    found.push(PARTLY_PUBLIC);
  }
  const dissolution = data.identite_entreprise.dissolution;
  const dissolvedOn = dayIn(dissolution?.date);
  if (dissolvedOn !== undefined) {
    found.push({
      kind: "observation",
      status: "toVerify",
      title: "Dissolution inscrite au registre",
      text: `Dissolution au ${formatDay(dissolvedOn)}${dissolution?.poursuite_activite === true ? ", avec poursuite d'activité" : ""}.`,
      on: dissolvedOn,
    });
  }
  for (const { date, texte } of data.observations ?? []) {
    const text = known(texte);
    if (text === undefined || !MATTERS.test(text)) continue;
    const on = dayIn(date);
    found.push({
      kind: "observation",
      status: "toVerify",
      title: "Observation du registre",
      text,
      ...present({ on }),
    });
  }
  return found;
}

function ofThisCompany(reads: Reads<Data>): Reads<Extrait> {
  return Object.fromEntries(
    Object.entries(reads).map(([key, readField]) => [
      key,
      (raw: Extrait, context: ReadingContext) => (isAbout(raw, context) ? readField(raw.data, context) : undefined),
    ]),
  );
}

export const inpiExtraitRne = defineSource<Extrait>({
  id: "inpi-extrait-rne",
  provider: "INPI",
  label: { fr: "Registre national des entreprises", en: "National business register" },
  block: "identite",
  keyedBy: "siren",
  trust: "register",
  access: "protected",
  family: apiEntreprise,
  quota: QUOTAS.rneExtrait,
  scopes: ["unites_legales_etablissements_insee"],
  timeoutMs: 30_000,
  pieceKinds: ["immatriculation"],
  documentHosts: ["entreprise.api.gouv.fr"],
  standIn: "recherche-entreprises",
  contractEndpoints: ["v3_inpi_rne_extrait_rne"],
  request: ({ siren }) => ({ path: `/v3/inpi/rne/unites_legales/${siren}/extrait_rne` }),
  raw: Extrait,
  reads: ofThisCompany({
    raisonSociale: (data) => {
      const person = soleTrader(data);
      return known(data.identite_entreprise.denomination) ?? (person && `${person.prenom} ${person.nom}`);
    },
    formeJuridique: ({ identite_entreprise }) => known(identite_entreprise.forme_juridique?.libelle),
    formeJuridiqueCode: ({ identite_entreprise }) => matching(identite_entreprise.forme_juridique?.code, /^\d{4}$/),
    activitePrincipale: ({ identite_entreprise }) => known(identite_entreprise.activite_principales_objet_social),
    capitalSocial: ({ identite_entreprise: { capital_social } }) =>
      (known(capital_social?.devise) ?? "EUR") === "EUR" ? capital_social?.montant : undefined,
    rneDateImmat: ({ identite_entreprise }) => dayIn(identite_entreprise.date_immatriculation_rne),
    adresseLigne1: (data, { company }) => known(addressOf(data, company.siret)?.voie),
    adresseComplement: (data, { company }) => known(addressOf(data, company.siret)?.complement),
    codePostal: (data, { company }) => {
      const address = addressOf(data, company.siret);
      return isFrench(address) ? matching(address?.code_postal, POSTAL_CODE_FORM) : undefined;
    },
    commune: (data, { company }) => {
      const address = addressOf(data, company.siret);
      return isFrench(address) ? known(address?.commune) : undefined;
    },
    pays: (data, { company }) => (isFrench(addressOf(data, company.siret)) ? "FR" : undefined),
    adresseSiege: ({ identite_entreprise: { adresse_siege_social: siege } }) =>
      isFrench(siege) && known(siege?.commune) !== undefined
        ? joined([siege?.voie, siege?.complement, joined([siege?.code_postal, siege?.commune])], ", ")
        : undefined,
    dirigeantNom: (data) => representativeOf(data)?.nom,
    dirigeantPrenom: (data) => representativeOf(data)?.prenom,
    dirigeantQualite: (data) => representativeOf(data)?.qualite,
    dirigeantDateNaissance: (data) => representativeOf(data)?.naissance,
  }),
  dirigeants: (raw, context) => (isAbout(raw, context) ? dirigeantsOf(raw.data) : []),
  notices: (raw, context) => (isAbout(raw, context) ? notices(raw, context.company.siret) : []),
  pieces: (raw, context) => {
    const url = known(raw.data.document_url);
    return url === undefined || !isAbout(raw, context)
      ? []
      : [
          {
            kind: "immatriculation",
            title: "Attestation d'immatriculation au registre national des entreprises",
            issuedOn: context.today,
            validityBasis: "computed",
            publicUrl: `https://data.inpi.fr/entreprises/${context.company.siren}`,
            location: { url, steps: "json-link" },
          },
        ];
  },
  negatives: { "003": { state: "notFound", reason: "registre.inconnu" } },
});
