/** The rest of the documents labelled before they were read: see `first-sight-restricted.ts`. */

import type { FirstSight } from "./first-sight.ts";
import { NOTHING_ASKED } from "./first-sight-restricted.ts";

const INSURANCE = `SYNDICAT MIXTE DES TRANSPORTS DU HAUT-LAC
Marché d'assurances
RÈGLEMENT DE LA CONSULTATION
La date limite de remise des propositions est arrêtée au mercredi 20 janvier 2027, à midi.
1 – Lots
Lot n° 1 : assurance responsabilité civile
Lot n° 2 : assurance flotte automobile
Lot n° 3 : assurance dommages aux biens
2 – Dossier de candidature du porteur de risque et, le cas échéant, de l'intermédiaire
- DC 1 et DC 2 ;
- attestation d'inscription à l'ORIAS pour l'intermédiaire ;
- attestation de garantie financière et de responsabilité civile professionnelle de l'intermédiaire ;
- mandat de la compagnie ;
- références en assurance de collectivités.
3 – Dossier d'offre
- acte d'engagement et ses annexes ;
- conditions générales et conventions spéciales.
4 – Signature
Les documents n'ont pas à être signés lors du dépôt ; seul l'attributaire signe.
5 – Renseignements
Les questions parviennent par écrit au plus tard dix jours avant la date limite de réception des offres.`;

const CLEANING = `MUSÉE NATIONAL DES AUTOMATES
Service des marchés
RC n° 2026-NET-3
RÈGLEMENT DE LA CONSULTATION
Nettoyage des salles d'exposition
Dépôt des offres : jusqu'au 29 janvier 2027 à 15 heures 30 minutes, heure de Paris.
Article 5 – Documents à produire
5.1 Au titre de la candidature
Tout candidat remet les renseignements énumérés ci-après :

N°  Document                                                              Obligatoire
1   Lettre de candidature, modèle DC1 ou équivalent                         oui
2   Déclaration du candidat, modèle DC2 ou équivalent                       oui
3   Déclaration relative à l'emploi de travailleurs handicapés (articles
    L. 5212-1 à L. 5212-11 du code du travail)                              oui
4   Bilans des trois derniers exercices                                     oui
5   Certificats ISO 9001 et ISO 14001, ou équivalents                       non
6   Attestation de vigilance URSSAF de moins de 6 mois                      oui

5.2 Au titre de l'offre
1   Acte d'engagement
2   DPGF
3   Cadre de mémoire technique
5.3 Reprise du personnel
La liste du personnel à reprendre est annexée au CCTP.
Article 6 – Attribution
L'attributaire pressenti devra remettre les documents prévus aux articles R. 2143-6 à R. 2143-10 du code de
la commande publique, dont le certificat fiscal (imprimé n° 3666) et, s'il emploie des salariés étrangers, la
liste prévue à l'article D. 8254-2.
Article 7 – Copie de sauvegarde
Le candidat peut adresser une copie de sauvegarde sur support papier ou clé USB.
Formats : PDF, DOCX, XLSX. Les fichiers EXE et les macros sont proscrits. Chaque fichier est limité à 20 Mo.`;

const ARCHITECT = `AGGLOMÉRATION DE MONTRIVIÈRE
Règlement de consultation
Mission de maîtrise d'œuvre pour la construction d'une médiathèque
Procédure adaptée avec négociation
Candidatures et offres à remettre le 15 avril 2027 au plus tard à 17h.
Équipe attendue : un architecte mandataire, un bureau d'études structure, un économiste.
Le groupement sera conjoint avec mandataire solidaire.
I. La candidature
I.1 Chaque membre de l'équipe fournit :
• DC2 ;
• attestation d'assurance professionnelle ;
• inscription à l'ordre des architectes pour l'architecte ;
• titres d'études et professionnels ;
• certificat OPQIBI pour le bureau d'études, ou références équivalentes.
I.2 Le mandataire fournit en outre :
• un seul DC1 pour l'équipe ;
• l'habilitation du mandataire par ses cotraitants ;
• trois références d'équipements culturels, présentées sur la fiche jointe.
II. L'offre
• note méthodologique de 5 pages ;
• décomposition des honoraires ;
• acte d'engagement.
III. Après le choix
L'équipe choisie remettra pour chacun de ses membres : l'attestation fiscale, l'attestation sociale et l'extrait K bis.`;

const TRAINING = `RÉGION DES TROIS-FLEUVES – Direction de la formation
Règlement de la consultation
Actions de formation aux métiers du numérique
La consultation prend fin le mardi 2 février 2027 à 11 h 00.
Les soumissionnaires disposent jusqu'à cette date pour déposer leur pli.
Pièces à remettre
Au titre de la candidature, le soumissionnaire remet un DUME électronique ; à défaut, les formulaires DC1 et DC2. Il y joint son certificat Qualiopi, ses comptes de résultat des deux derniers exercices et les curriculum vitae des formateurs.
Le numéro unique d'identification de l'entreprise suffit : l'acheteur n'exige pas d'extrait K bis.
Au titre de l'offre, il remet l'acte d'engagement, l'annexe financière et la proposition pédagogique.
Le candidat dont l'offre est retenue n'est tenu de remettre que l'attestation de régularité sociale ; l'acheteur se procure lui-même l'attestation fiscale.`;

const ROADWORKS = `DÉPARTEMENT DE LA HAUTE-SAVERNE
Routes départementales – renouvellement de couches de roulement
Règlement de la consultation
Heure limite : 12 h 00
Date limite : 10 mars 2027
Article 4. Les entreprises présentent :
4.1 une carte professionnelle d'entrepreneur de travaux publics ou des certificats d'identification professionnelle ;
4.2 une déclaration concernant le chiffre d'affaires ;
4.3 une déclaration sur l'honneur (DC1, rubrique F) ;
4.4 une attestation d'assurance décennale si l'ouvrage y est soumis ;
4.5 un certificat de la CNETP ou de la CIBTP à jour ;
4.6 le formulaire DC4 en cas de sous-traitance déclarée au dépôt ;
4.7 la liste du matériel affecté.
Article 5. L'entreprise à laquelle le Département envisage de confier le marché dispose de dix jours pour produire les pièces de l'article D. 8222-5 du code du travail et l'attestation de régularité fiscale.`;

const CCAP = `COMMUNE DE SAINT-AUBIN-LES-HALLES
Marché public de travaux
Cahier des clauses administratives particulières
Marché passé selon la procédure décrite au règlement de la consultation
Article 2 – Documents à remettre par le titulaire
Le titulaire justifie, avant tout commencement d'exécution, d'une assurance décennale et d'une assurance de responsabilité civile. Il remet tous les six mois les pièces prévues à l'article D. 8222-5 du code du travail.
Article 3 – Sous-traitance
Le titulaire présente chaque sous-traitant par un formulaire DC4, accompagné de l'attestation de vigilance et d'un extrait K bis du sous-traitant.
Article 4 – Délais
Les travaux s'achèvent au plus tard le 30 septembre 2027 à 18 h 00. Des pénalités s'appliquent.`;

const AGREEMENT = `Acte d'engagement valant cahier des clauses
Fourniture de véhicules – Ville de Chanteperdrix
Partie à compléter par le candidat
Le candidat déclare avoir remis le DC1, le DC2, une déclaration sur l'honneur et son attestation de régularité fiscale.
Les offres sont remises avant le 12/02/2027 à 17H00.
Le candidat joint son RIB. Il s'engage sur les prix ci-dessous.`;

const BELGIAN = `Commune de Val-Saint-Lambert – Belgique
Règlement de la consultation relatif au marché de fournitures 2027/4
Les soumissionnaires joignent à leur offre, conformément à l'arrêté royal du 18 avril 2017, une attestation de l'Office national de sécurité sociale et une attestation fiscale du SPF Finances (Belgique).
Date limite de remise des offres : 8 mars 2027 à 10 h 00, heure belge.
Le droit belge s'applique. Les juridictions belges de Liège (Belgique) sont compétentes.`;

const ELECTRONIC_NOTICE = `AVIS D'APPEL PUBLIC À LA CONCURRENCE
Ville de Chanteperdrix
Section 2 – Conditions de participation
Aptitude à exercer l'activité professionnelle, conditions / moyens de preuve : extrait Kbis ; déclaration sur l'honneur du candidat.
Capacité économique et financière, conditions / moyens de preuve : déclaration concernant le chiffre d'affaires global des trois derniers exercices ; déclaration appropriée de banques.
Capacités techniques et professionnelles, conditions / moyens de preuve : liste des principales fournitures livrées au cours des trois dernières années.
Date et heure limites de réception des plis : 12/02/2027 à 17h00
Section 3 – Lots : non
Date d'envoi du présent avis : 4/01/2027`;

const blocks = (text: string) => ({ lines: "blocks" as const, pages: [text] });
const wrapped = (...pages: string[]) => ({ lines: "wrapped" as const, pages });

export const SERVICES_AND_OTHERS: Readonly<Record<string, FirstSight>> = {
  insurance: {
    ...wrapped(INSURANCE),
    kind: "rc",
    iso: "2027-01-20T12:00:00+01:00",
    clock: "implicit",
    candidature: ["dc1", "dc2", "autre:agrement", "rcPro", "references"],
    attributaire: [],
    points: { lots: { divided: true }, signature: {}, questions: { days: 10 } },
  },
  cleaning: {
    ...wrapped(CLEANING),
    kind: "rc",
    iso: "2027-01-29T15:30:00+01:00",
    clock: "paris",
    candidature: ["dc1", "dc2", "autre:handicap", "bilans", "iso9001", "iso14001", "attestationVigilance"],
    attributaire: ["attestationFiscale", "listeSalariesEtrangers"],
    points: { maxSize: { bytes: 20_000_000, of: "file" }, formats: { refused: ["exe", "macro"] }, copieSauvegarde: { status: "possible" } },
  },
  architect: {
    ...blocks(ARCHITECT),
    kind: "rc",
    iso: "2027-04-15T17:00:00+02:00",
    clock: "implicit",
    candidature: ["dc2", "assurance", "autre:ordreArchitectes", "cv", "opqibi", "dc1", "pouvoir", "references"],
    attributaire: ["attestationFiscale", "attestationVigilance", "immatriculation"],
    points: { groupement: { form: "conjoint", imposed: true, mandataireSolidaire: true } },
  },
  training: {
    ...blocks(TRAINING),
    kind: "rc",
    iso: "2027-02-02T11:00:00+01:00",
    clock: "implicit",
    candidature: ["dume", "dc1", "dc2", "qualiopi", "bilans", "cv"],
    attributaire: ["attestationVigilance"],
    points: {},
  },
  roadworks: {
    ...blocks(ROADWORKS),
    kind: "rc",
    iso: "2027-03-10T12:00:00+01:00",
    clock: "implicit",
    candidature: ["fntp", "autre:chiffreAffaires", "declarationHonneur", "dc1", "decennale", "cnetp", "cibtp", "dc4", "autre:materiel"],
    attributaire: ["attestationVigilance", "attestationFiscale"],
    points: {},
  },
  notice: {
    ...blocks(ELECTRONIC_NOTICE),
    kind: "avis",
    iso: "2027-02-12T17:00:00+01:00",
    clock: "implicit",
    candidature: ["immatriculation", "declarationHonneur", "autre:chiffreAffaires", "banque", "references"],
    attributaire: [],
    points: {},
  },
  contract: { ...blocks(CCAP), kind: "other", ...NOTHING_ASKED, points: {} },
  agreement: { ...blocks(AGREEMENT), kind: "other", ...NOTHING_ASKED, points: {} },
  belgian: { ...blocks(BELGIAN), kind: "other", ...NOTHING_ASKED, points: {} },
};
