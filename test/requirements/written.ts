/**
 * Documents that the project wrote for fictitious buyers. Their labels were written with them, before the reader was run. They cover
 * sizes, names of files, restricted procedures and hours overseas, which few available real documents have.
 */

export interface Written {
  readonly pages: readonly string[];
  readonly kind: "rc" | "avis" | "other";
  readonly iso: string | null;
  readonly clock: string | null;
  /** Pieces by kind, or `autre` with its description. */
  readonly candidature: readonly string[];
  readonly attributaire: readonly string[];
}

const SERVICES = `COMMUNAUTÉ DE COMMUNES DES TROIS VALLONS
RÈGLEMENT DE LA CONSULTATION
Marché public de services : entretien des locaux intercommunaux
Date et heure limites de remise des plis : mardi 15 décembre 2026 à 12 h 00
SOMMAIRE
1 - Objet de la consultation ........................................ 2
2 - Pièces de la candidature : DC1, DC2, attestation fiscale ........ 3
3 - Délai de validité des offres : 90 jours ......................... 4`;

const SERVICES_2 = `1 - Objet de la consultation
Le marché n'est pas alloti. Les offres sont valables selon l'article 3.
2 - Pièces de la candidature
Les candidats remettent, à l'appui de leur candidature :
- la lettre de candidature (formulaire DC1 ou équivalent) ;
- la déclaration du candidat (formulaire DC2) ;
- un extrait K bis de moins de trois mois ;
- le pouvoir de la personne habilitée à engager la société ;
- une déclaration concernant le chiffre d'affaires global portant sur les trois derniers
exercices disponibles ;
- la preuve d'une assurance pour les risques professionnels ;
- la liste des principaux services fournis au cours des trois dernières années ;
- les certificats de capacité correspondants.
Le formulaire DC4 n'est pas demandé à ce stade.
Chaque membre du groupement fournit l'ensemble de ces documents, à l'exception du DC1.
3 - Contenu de l'offre
- l'acte d'engagement complété ;
- le bordereau des prix unitaires ;
- le mémoire technique ;
- un RIB.
Le délai de validité des offres est fixé à 90 jours à compter de la date limite de réception des offres.`;

const SERVICES_3 = `4 - Critères de jugement des offres
- Prix des prestations : 60 %
- Valeur technique, appréciée par le mémoire : 40 %
5 - Remise des plis
Les plis sont transmis par voie électronique uniquement, sur le profil d'acheteur https://marches.trois-vallons.example.
Les formats acceptés sont .pdf, .docx et .xlsx ; les fichiers .exe sont refusés. La taille maximale d'un fichier est de 50 Mo.
Les fichiers sont nommés sans accents ni espaces.
La signature électronique n'est pas exigée au stade de la remise des offres.
Une copie de sauvegarde peut être transmise sur clé USB ou sur support papier.
Les dates et heures sont celles du fuseau horaire de Paris.
6 - Renseignements complémentaires
Les candidats posent leurs questions par la plateforme, au plus tard 8 jours avant la date limite.
Une visite des locaux est obligatoire sous peine d'irrégularité de l'offre. Elle a lieu le 1er décembre 2026 à 9 h 00.
7 - Attribution
Le candidat auquel il est envisagé d'attribuer le marché produit, dans un délai de 8 jours :
- l'attestation de régularité fiscale ;
- les pièces prévues aux articles D. 8222-5 ou D. 8222-7 du code du travail ;
- la liste nominative des salariés étrangers.`;

const WORKS = `DÉPARTEMENT DES HAUTS DE L'ÎLE – Direction des bâtiments
97400 Saint-Denis
RÈGLEMENT DE LA CONSULTATION – PHASE CANDIDATURES
Procédure avec négociation – Réfection de la toiture du collège des Filaos
Date limite de remise des candidatures : lundi 11 janvier 2027 à 15h00, heure de La Réunion
Article 1 – Dossier de candidature
Le dossier de candidature comprend les pièces suivantes :
1. Imprimé DC1 et imprimé DC2, ou un DUME ;
2. Déclaration sur l'honneur attestant que le candidat n'entre dans aucun des cas d'interdiction de soumissionner ;
3. Si le candidat est en redressement judiciaire, la copie du jugement prononcé ;
4. Bilans ou extraits de bilans des trois dernières années ;
5. Attestation d'assurance décennale en cours de validité ;
6. Certificat Qualibat ou équivalent ;
7. Curriculum vitae du conducteur de travaux ;
8. Liste des travaux exécutés au cours des cinq dernières années, appuyée d'attestations de bonne exécution.
Article 2 – Suite de la procédure
Les offres seront demandées aux candidats admis. Les documents à produire par l'attributaire seront :
- l'attestation de vigilance datant de moins de 6 mois ;
- le certificat de congés payés.`;

const UNSTATED = `VILLE DE PORT-CARAÏBE, 97200 Fort-de-France
RÈGLEMENT DE CONSULTATION
Fourniture de denrées
Date limite de réception des offres : 3 mars 2027 à 11h00
La candidature comprend : le DC1 et le DC2.`;

const CONTRADICTED = `SYNDICAT DES EAUX DU PLATEAU
RÈGLEMENT DE LA CONSULTATION
Date limite de réception des offres : 3 mars 2027 à 11h00
Article 5 – Remise des plis
Les plis doivent parvenir au plus tard le 4 mars 2027 à 11h00.`;

const BELIED = `SYNDICAT DES EAUX DU PLATEAU
RÈGLEMENT DE LA CONSULTATION
Date limite de réception des offres : lundi 3 mars 2027 à 11h00`;

const CCAP = `COMMUNAUTÉ DE COMMUNES DES TROIS VALLONS
CAHIER DES CLAUSES ADMINISTRATIVES PARTICULIÈRES
Article 1 – Pièces constitutives du marché
- l'acte d'engagement ;
- le présent cahier.
Article 2 – Assurances
Le titulaire remet, dans les quinze jours de la notification, une attestation d'assurance de responsabilité civile et décennale.
Article 3 – Travail dissimulé
Le titulaire remet tous les six mois l'attestation de vigilance et la liste nominative des salariés étrangers.
Les offres devaient être remises avant le 15 décembre 2026 à 12 h 00.`;

const AGREEMENT = `ACTE D'ENGAGEMENT
Marché public de services – Communauté de communes des Trois Vallons
Date limite de remise des offres : 15 décembre 2026 à 12h00
Le signataire, après avoir pris connaissance du règlement de la consultation, et après avoir produit le DC1, le DC2 et un extrait K bis,
s'engage à exécuter les prestations.
Le candidat joint un RIB et une attestation d'assurance.`;

const FOREIGN = `ROYAUME DU MAROC
RÈGLEMENT DE CONSULTATION
Appel d'offres ouvert n° 12/2026, montant estimé à 300 000 dirhams
Les pièces à fournir par les concurrents au dossier administratif de la candidature, en application du décret marocain :
- la déclaration sur l'honneur ;
- l'attestation fiscale ;
- l'attestation de la caisse nationale de sécurité sociale du Maroc.
Les plis doivent être déposés avant le 15 décembre 2026 à 10h00.`;

export const WRITTEN: Readonly<Record<string, Written>> = {
  services: {
    pages: [SERVICES, SERVICES_2, SERVICES_3],
    kind: "rc",
    iso: "2026-12-15T12:00:00+01:00",
    clock: "paris",
    candidature: [
      "dc1",
      "dc2",
      "immatriculation",
      "pouvoir",
      "autre:chiffreAffaires",
      "assurance",
      "references",
      "attestationsBonneExecution",
    ],
    attributaire: ["attestationFiscale", "attestationVigilance", "listeSalariesEtrangers"],
  },
  works: {
    pages: [WORKS],
    kind: "rc",
    iso: "2027-01-11T15:00:00+04:00",
    clock: "local",
    candidature: [
      "dc1",
      "dc2",
      "dume",
      "declarationHonneur",
      "jugementRedressement",
      "bilans",
      "decennale",
      "qualibat",
      "cv",
      "references",
      "attestationsBonneExecution",
    ],
    attributaire: ["attestationVigilance", "cibtp"],
  },
  unstated: { pages: [UNSTATED], kind: "rc", iso: "2027-03-03T11:00", clock: "unstated", candidature: ["dc1", "dc2"], attributaire: [] },
  contradicted: { pages: [CONTRADICTED], kind: "rc", iso: null, clock: null, candidature: [], attributaire: [] },
  belied: { pages: [BELIED], kind: "rc", iso: null, clock: null, candidature: [], attributaire: [] },
  ccap: { pages: [CCAP], kind: "other", iso: null, clock: null, candidature: [], attributaire: [] },
  agreement: { pages: [AGREEMENT], kind: "other", iso: null, clock: null, candidature: [], attributaire: [] },
  foreign: { pages: [FOREIGN], kind: "other", iso: null, clock: null, candidature: [], attributaire: [] },
};

/** An eForms notice with the fewest useful elements. */
export const NOTICE = `<?xml version="1.0" encoding="UTF-8"?>
<ContractNotice xmlns="urn:oasis:names:specification:ubl:schema:xsd:ContractNotice-2" xmlns:cac="urn:cac" xmlns:cbc="urn:cbc">
  <cac:ProcurementProjectLot><cbc:ID schemeName="Lot">LOT-0001</cbc:ID>
    <cac:TenderingTerms>
      <cac:TendererQualificationRequest><cac:SpecificTendererRequirement>
        <cbc:TendererRequirementTypeCode listName="selection-criteria-source">slc-suit-reg-trade</cbc:TendererRequirementTypeCode>
        <cbc:Description languageID="FRA">Un extrait K bis de moins de 3 mois.</cbc:Description>
      </cac:SpecificTendererRequirement></cac:TendererQualificationRequest>
    </cac:TenderingTerms>
    <cac:TenderingProcess><cac:TenderSubmissionDeadlinePeriod>
      <cbc:EndDate>2026-12-15+01:00</cbc:EndDate><cbc:EndTime>12:00:00+01:00</cbc:EndTime>
    </cac:TenderSubmissionDeadlinePeriod></cac:TenderingProcess>
  </cac:ProcurementProjectLot>
</ContractNotice>`;

export function paged(pages: readonly string[]) {
  return { pages: pages.map((page, index) => ({ number: index + 1, lines: page.split("\n") })), lines: "wrapped" as const };
}
