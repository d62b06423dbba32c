/** A fifth series, of other structures: tables, annexes, two columns, letters, defence. Written and labelled before any rule had read it. */
import type { FirstSight } from "./first-sight.ts";
import { NOTHING_ASKED } from "./first-sight-restricted.ts";

const TABLE = `COMMUNE DE PUY-LES-EAUX                                        Règlement de la consultation
Réhabilitation du groupe scolaire Jean-Macé
Procédure adaptée ouverte – travaux – 6 lots
                                                               Page 1 / 4
Maître d'ouvrage : Commune de Puy-les-Eaux, 3 place du Marché
Remise des offres : jeudi 18 février 2027, 12:00 (heure de Paris)
1. Lots
Lot 01   Démolition – gros œuvre
Lot 02   Charpente – couverture
Lot 03   Menuiseries extérieures
Lot 04   Plâtrerie – peinture
Lot 05   Électricité
Lot 06   Chauffage – ventilation
Les entreprises peuvent répondre à un ou plusieurs lots. Aucune limitation du nombre de lots attribués.`;
const TABLE_2 = `5. Composition du dossier remis par les entreprises
5.1 Pièces de candidature
N°    Pièce                                                     Observations
1     Lettre de candidature                                     Imprimé DC1 ou forme libre
2     Déclaration du candidat                                   Imprimé DC2 ou forme libre
3     Déclaration sur l'honneur d'absence d'interdiction        Peut figurer dans le DC1
      de soumissionner
4     Chiffre d'affaires des trois derniers exercices           Cadre F du DC2
5     Attestations d'assurance décennale et de responsabilité   En cours de validité
      civile
6     Liste de travaux similaires exécutés sur les cinq         Avec montant et maître d'ouvrage
      dernières années
7     Effectifs de l'entreprise sur trois ans
8     Lot 05 uniquement : certificat Qualifelec ou équivalent   Références admises à la place
9     Lot 06 uniquement : attestation de capacité fluides       Catégorie 1
      frigorigènes
5.2 Pièces de l'offre
N°    Pièce                                                     Observations
1     Acte d'engagement                                         Un par lot
2     DPGF                                                      Format Excel
3     Mémoire technique                                         20 pages au plus
4     Planning détaillé`;
const TABLE_3 = `8. Attribution
L'entreprise à laquelle il est envisagé d'attribuer un lot dispose de 10 jours pour transmettre :
Pièce                                                     Origine
Certificat de régularité fiscale                          DGFIP
Attestation de vigilance                                  URSSAF
Extrait K ou Kbis                                         Greffe
Certificat de congés payés et chômage intempéries         Caisse CIBTP
Faute de production dans ce délai, l'offre est écartée et le lot proposé au candidat suivant.
9. Visite
Une visite du site est obligatoire pour les lots 01 et 02, le 28 janvier 2027 à 14 h 00.`;

const LETTER = `RÉGION DES HAUTS-BOCAGES
Direction de la commande publique
Lettre de consultation n° 2027-0112
Procédure adaptée inférieure à 90 000 € HT – valant règlement de la consultation
Madame, Monsieur,
La Région souhaite confier une mission d'animation de la concertation sur le futur schéma des mobilités.
Je vous invite à me faire parvenir votre proposition par l'intermédiaire du profil d'acheteur avant le lundi 22 février 2027 à 17 heures.
Votre réponse comprendra deux parties.
Au titre de la candidature :
1° une présentation de votre structure et de ses moyens humains ;
2° vos références récentes dans le domaine de la concertation (5 au maximum) ;
3° les curriculum vitae des intervenants ;
4° une attestation sur l'honneur que vous n'entrez dans aucun cas d'exclusion de la commande publique, datée.
Il est inutile de joindre à ce stade vos attestations fiscales et sociales : elles ne seront demandées qu'au prestataire retenu.
Au titre de l'offre :
1° une note méthodologique de dix pages ;
2° le devis détaillé ;
3° le calendrier d'intervention.
Vos questions sont à poser sur le profil d'acheteur jusqu'au 12 février 2027.
Critères : prix 30 %, méthodologie 45 %, équipe 25 %.
Votre proposition vous engage pendant 90 jours.`;

const ANNEX = `SYNDICAT MIXTE D'AMÉNAGEMENT NUMÉRIQUE DE LA HAUTE-BRENNE
Règlement de consultation
Accord-cadre multi-attributaire – raccordements optiques
Procédure avec négociation
Date limite de remise des candidatures : 12 avril 2027 à 12 h 00
ARTICLE 1 – Objet
L'accord-cadre est conclu avec trois opérateurs économiques au maximum. Il n'est pas alloti.
ARTICLE 2 – Candidatures
La liste des documents que le candidat dépose figure en annexe 1. Les renseignements relatifs à l'attributaire figurent en annexe 2.
Au moins trois et au plus cinq candidats sont admis à négocier.
ARTICLE 3 – Groupements
Les groupements sont admis. En cas d'attribution, le groupement devra être conjoint avec mandataire solidaire.`;
const ANNEX_2 = `ANNEXE 1 – DOCUMENTS À FOURNIR PAR LES CANDIDATS
A. Identité et habilitation
- DC1 renseigné par le mandataire ;
- Pouvoir donné au signataire, si ce n'est pas le représentant légal ;
- Extrait d'immatriculation au registre national des entreprises de moins de six mois ;
- Si l'entreprise est en redressement judiciaire : copie du jugement.
B. Finances
- DC2 pour chaque membre ;
- Comptes annuels des trois derniers exercices clos ;
- Déclaration appropriée de banques ;
Capacité minimale : chiffre d'affaires annuel moyen supérieur à 2 000 000 € HT sur le domaine.
C. Technique
- Trois références de déploiement de fibre optique datant de moins de trois ans, avec attestations de bonne exécution ;
- Effectifs, avec le nombre de techniciens habilités ;
- Liste du matériel : soudeuses, réflectomètres, nacelles ;
- Certification ISO 9001 ou équivalent ;
- Certification MASE ou équivalent.
ANNEXE 2 – DOCUMENTS À FOURNIR PAR LES ATTRIBUTAIRES
- Attestation de régularité fiscale ;
- Attestation de fourniture des déclarations sociales et de paiement des cotisations, datant de moins de 6 mois ;
- Liste nominative des salariés étrangers soumis à autorisation de travail ;
- Attestation d'assurance de responsabilité civile ;
- Certificat relatif à l'emploi des travailleurs handicapés.
ANNEXE 3 – CADRE DE RÉFÉRENCE
Maître d'ouvrage :
Montant :
Année :`;

const DEFENCE = `MINISTÈRE DES ARMÉES
Service d'infrastructure de la défense – Établissement de Brest
MARCHÉ DE DÉFENSE OU DE SÉCURITÉ
Règlement de la consultation n° ESID-27-041
Passé selon une procédure négociée (article R. 2324-3 du code de la commande publique)
Les candidatures sont à déposer sur la plate-forme PLACE pour le 15/03/2027 à 15:00, délai de rigueur. L'heure prise en compte est celle de Paris.
CHAPITRE I. CANDIDATURE
I-1. Situation juridique
a. Formulaire DC1, avec les mentions propres aux marchés de défense ou de sécurité.
b. Déclaration sur l'honneur relative aux motifs d'exclusion des articles L. 2341-1 à L. 2341-5.
c. Nationalité et lieu d'établissement du candidat.
d. Habilitation de niveau SECRET, ou engagement de constituer un dossier d'habilitation.
I-2. Capacités
a. Formulaire DC2.
b. Déclaration relative au chiffre d'affaires des travaux objet du marché, sur 3 ans.
c. Description des effectifs et de l'outillage.
d. Références de travaux en enceinte militaire ou sur site sensible au cours des 5 dernières années.
e. Sources d'approvisionnement et leur situation géographique.
Les candidats ne fournissent aucun élément d'offre.
CHAPITRE II. OFFRE
Les candidats admis recevront une lettre d'invitation. Ils remettront un acte d'engagement et un mémoire technique.
CHAPITRE III. ATTRIBUTION
Le titulaire pressenti communique dans les quinze jours : les attestations fiscale et sociale, la preuve de l'immatriculation, et l'attestation d'assurance décennale.`;

const COLUMNS = `HABITAT DU VAL CLAIR – Office public de l'habitat
RÈGLEMENT DE CONSULTATION
Entretien des espaces verts – accord-cadre à bons de commande
Date limite de réception des plis :          Vendredi 26 février 2027 – 11 h 30
Durée                                        1 an, reconductible 3 fois
Lots                                         Lot 1 : secteur nord
                                             Lot 2 : secteur sud (lot réservé aux ESAT et EA)
Forme du groupement                          Libre. Mandataire solidaire du groupement conjoint.
Délai de validité des offres                 150 jours
Justificatifs de candidature                 DC1, DC2 (ou DUME), attestation d'assurance RC en cours,
                                             liste des principales prestations des 3 dernières
                                             années, déclaration des effectifs et du matériel,
                                             certificat individuel Certiphyto (agrément de
                                             l'entreprise pour l'application de produits)
Contenu de l'offre                           Bordereau des prix, détail estimatif, mémoire technique
Justificatifs de l'attributaire              NOTI2 ou attestations fiscale et sociale, RIB, Kbis
Visite                                       Facultative, sur rendez-vous
Signature                                    Non exigée au dépôt, requise à l'attribution
Questions                                    Au plus tard 6 jours avant la date limite`;

const REUNION = `Communauté d'agglomération des Trois Cirques (La Réunion)
97450 Saint-Louis
REGLEMENT DE LA CONSULTATION
Objet du marché : collecte des encombrants et des déchets végétaux
Date et heure limites de réception des offres : mardi 9 mars 2027 à 14h00 (heure de La Réunion)
Article 4 : Pièces à produire
Chaque candidat aura à produire les pièces suivantes, rédigées en français.
4.1 Au titre de la candidature
 Lettre de candidature – Habilitation du mandataire par ses cotraitants (DC1)
 Déclaration du candidat individuel ou du membre du groupement (DC2)
 La copie du ou des jugements prononcés, si le candidat est en redressement judiciaire
 Récépissé de déclaration pour l'activité de transport par route de déchets
 Licence de transport intérieur
 Attestation de banque ou preuve d'assurance pour risques professionnels
 Une liste des véhicules et équipements techniques
 Références : liste des principaux services effectués au cours des trois dernières années
4.2 Au titre de l'offre
 Acte d'engagement et ses annexes
 BPU, DQE
 Mémoire justificatif
Article 6 : Pièces à fournir par le candidat retenu
 Les pièces prévues aux articles D 8222-5 ou D 8222-7 du code du travail
 Les attestations et certificats délivrés par les administrations et organismes compétents
 Le numéro unique d'identification ou l'extrait K`;

const CLOSED = `UNIVERSITÉ DE LA CÔTE-VERTE
Questions des candidats et réponses de l'acheteur – marché 2027-14
Question n° 1 : Faut-il joindre un extrait Kbis à la candidature ?
Réponse : il convient de se reporter au règlement de la consultation.
Question n° 2 : L'attestation de vigilance doit-elle dater de moins de six mois ?
Réponse : oui, elle est remise par l'attributaire.
Question n° 3 : La date limite peut-elle être repoussée ?
Réponse : non.`;

const CCTP = `Cahier des clauses techniques particulières
Entretien des espaces verts
Article 1. Le titulaire dispose des qualifications Certiphyto et d'un agrément.
Article 2. Il fournit chaque année une attestation d'assurance et une attestation de vigilance à la personne publique.
Article 3. Les candidats sont réputés avoir pris connaissance du règlement de consultation.
Article 4. Les déchets végétaux sont évacués avant le vendredi à 17 h 00.`;

const wrapped = (...pages: string[]) => ({ lines: "wrapped" as const, pages });
const blocks = (...pages: string[]) => ({ lines: "blocks" as const, pages });

export const FIFTH_SERIES: Readonly<Record<string, FirstSight>> = {
  schoolTable: {
    ...wrapped(TABLE, TABLE_2, TABLE_3),
    kind: "rc",
    iso: "2027-02-18T12:00:00+01:00",
    clock: "paris",
    candidature: [
      "dc1",
      "dc2",
      "declarationHonneur",
      "autre:chiffreAffaires",
      "decennale",
      "rcPro",
      "references",
      "autre:effectifs",
      "qualifelec",
      "autre:certificats",
    ],
    attributaire: ["attestationFiscale", "attestationVigilance", "immatriculation", "cibtp"],
    points: { lots: { divided: true, maxBid: "all" }, visite: { status: "obligatoire" } },
  },
  mobilityLetter: {
    ...blocks(LETTER),
    kind: "rc",
    iso: "2027-02-22T17:00:00+01:00",
    clock: "implicit",
    candidature: ["autre:effectifs", "references", "cv", "declarationHonneur"],
    attributaire: ["attestationFiscale", "attestationVigilance"],
    points: {},
  },
  fibreAnnexes: {
    ...wrapped(ANNEX, ANNEX_2),
    kind: "rc",
    iso: "2027-04-12T12:00:00+02:00",
    clock: "implicit",
    candidature: [
      "dc1",
      "pouvoir",
      "immatriculation",
      "jugementRedressement",
      "dc2",
      "bilans",
      "banque",
      "references",
      "attestationsBonneExecution",
      "autre:effectifs",
      "autre:materiel",
      "iso9001",
      "autre:certificationsSysteme",
    ],
    attributaire: ["attestationFiscale", "attestationVigilance", "listeSalariesEtrangers", "rcPro", "autre:handicap"],
    points: { groupement: { form: "conjoint", imposed: true }, deadline: { phase: "candidatures" } },
  },
  barracks: {
    ...blocks(DEFENCE),
    kind: "rc",
    iso: "2027-03-15T15:00:00+01:00",
    clock: "paris",
    candidature: [
      "dc1",
      "declarationHonneur",
      "dc2",
      "autre:chiffreAffaires",
      "autre:effectifs",
      "autre:materiel",
      "references",
      "autre:agrement",
    ],
    attributaire: ["attestationFiscale", "attestationVigilance", "immatriculation", "decennale"],
    points: {},
  },
  gardensColumns: {
    ...wrapped(COLUMNS),
    kind: "rc",
    iso: "2027-02-26T11:30:00+01:00",
    clock: "implicit",
    candidature: ["dc1", "dc2", "dume", "rcPro", "references", "autre:effectifs", "autre:materiel", "autre:agrement"],
    attributaire: ["attestationFiscale", "attestationVigilance", "rib", "immatriculation"],
    points: { visite: { status: "facultative" }, validiteOffres: { days: 150 } },
  },
  wasteReunion: {
    ...wrapped(REUNION),
    kind: "rc",
    iso: "2027-03-09T14:00:00+04:00",
    clock: "local",
    candidature: ["dc1", "dc2", "jugementRedressement", "autre:agrement", "banque", "autre:materiel", "references"],
    attributaire: ["attestationFiscale", "attestationVigilance", "immatriculation", "avisInsee"],
    points: {},
  },
  answers: { ...blocks(CLOSED), kind: "other", ...NOTHING_ASKED, points: {} },
  gardensTechnical: { ...blocks(CCTP), kind: "other", ...NOTHING_ASKED, points: {} },
};
