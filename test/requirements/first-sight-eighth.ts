/** The rest of the sixth series: long articles, a negotiation, a partnership, an opinion of the defence, a library of standard wordings. */
import type { FirstSight } from "./first-sight.ts";

const USUAL = `Ville de Fontclaire
Service commande publique
RÈGLEMENT DE LA CONSULTATION
Numéro de la consultation : 2027_FOU_03
Procédure de passation : MAPA ouvert
Fourniture et pose de jeux extérieurs
SOMMAIRE
1 Objet et étendue ............................ 3
2 Présentation des dossiers ................... 4
3 Jugement ..................................... 6
Date et heure limites de réception des plis : Vendredi 19 février 2027 à 17h30`;
const USUAL_2 = `2 - Présentation des dossiers
Les candidatures et les offres sont entièrement rédigées en langue française.
2.1 - Documents à produire
Les candidats ont à produire les pièces ci-dessous définies, regroupées en deux sous-dossiers distincts :
Pièces de la candidature telles que prévues aux articles L. 2142-1, R. 2142-3, R. 2142-4, R. 2143-3 et R. 2143-4 du
code de la commande publique :
Conditions de participation et moyens de preuve acceptables :
Aptitude à exercer l'activité professionnelle
Libellé                                                                              Niveau
Formulaire DC1, lettre de candidature – habilitation du mandataire
Formulaire DC2, déclaration du candidat individuel ou du membre du groupement
Inscription sur un registre professionnel
Capacité économique et financière
Libellé                                                                              Niveau
Déclaration concernant le chiffre d'affaires annuel du candidat                      100 000 € HT
Preuve d'une assurance des risques professionnels
Capacité technique et professionnelle
Libellé                                                                              Niveau
Liste des principales fournitures livrées au cours des trois dernières années        3 au moins
Indication des mesures de gestion environnementale
Description de l'équipement technique et des moyens de contrôle de la qualité
Pour justifier de ses capacités, le candidat peut demander que soient prises en compte celles d'autres opérateurs. Il
produit alors les mêmes documents concernant ces opérateurs.
Pièces de l'offre :
Libellé                                                                              Signature
L'acte d'engagement (AE)                                                             Oui
Le bordereau des prix unitaires                                                      Non
Les fiches techniques et certificats NF                                              Non
2.2 - Usage de matériaux de type nouveau
Sans objet.
3 - Jugement
3.1 - Si l'attributaire n'a pas fourni ces éléments, il transmet les pièces visées aux articles R. 2143-6 à R. 2143-10
et, plus précisément : l'attestation de régularité fiscale, le certificat social et l'assurance décennale, dans un délai
de 10 jours.
3.2 - Négociation
L'acheteur peut négocier avec les trois premiers candidats.`;

const PARTNER = `GRAND PORT FLUVIAL DE LA CONFLUENCE
Règlement de la consultation – procédure avec négociation – entité adjudicatrice
PHASE 1 : APPEL À CANDIDATURES
I – Calendrier
La présente phase se termine le lundi 1er mars 2027 à 16 h (heure de Paris), heure à laquelle les demandes de participation doivent être parvenues.
La remise des offres initiales est envisagée le 28 mai 2027 à 16 h.
II – Contenu de la demande de participation
II.1 – Renseignements administratifs
II.1.a – Demande signée par une personne ayant le pouvoir d'engager le candidat, accompagnée de la preuve de ce pouvoir
II.1.b – Attestation selon laquelle le candidat n'est frappé d'aucune exclusion
II.1.c – Extrait de moins de trois mois du registre du commerce ou document équivalent du pays d'origine
II.2 – Renseignements financiers
II.2.a – Bilans et comptes de résultat des exercices 2023 à 2025
II.2.b – Part du chiffre d'affaires concernant le dragage
II.3 – Renseignements techniques
II.3.a – Moyens nautiques détenus en propre ou affrétés
II.3.b – Effectif moyen et encadrement
II.3.c – Opérations de dragage conduites depuis 2020 (tableau : volume, client, année)
II.3.d – Certificats ISO 9001 et ISO 14001, ou équivalents
II.4 – Candidats groupés
Chaque cotraitant remet les éléments II.1.b à II.3.d.
III – Sélection
Trois à cinq candidats sont invités. Pondération : moyens 50, expérience 50.
IV – Phase 2 (pour information)
Les offres comprendront un acte d'engagement, un mémoire, une attestation d'assurance corps de navire.`;

const OPEN = `INSTITUT NATIONAL DES SOLS
Service achats
Prestations de nettoyage de laboratoires
Règlement de la consultation n° INS/2027/08
Article 6. Réponse des soumissionnaires
La réponse est adressée exclusivement sur PLACE. La date et l'heure butoirs sont le 09/04/2027 à 16 h 00 (Paris).
6.1. Candidature
Il n'est exigé aucun formulaire particulier. Les soumissionnaires peuvent utiliser, s'ils le souhaitent, le DC1 et le DC2 ou le DUME. Doivent en tout état de cause figurer les informations et documents ci-après :
6.1.1. identification du soumissionnaire et, en cas de groupement, de ses membres ;
6.1.2. engagement sur l'honneur de n'être dans aucun cas d'exclusion, et d'être en règle avec l'obligation d'emploi des travailleurs handicapés ;
6.1.3. chiffre d'affaires annuel des trois derniers exercices disponibles. Un chiffre d'affaires annuel inférieur à 400 000 € HT entraîne le rejet ;
6.1.4. description des moyens humains (nombre d'agents, qualifications) et des équipements ;
6.1.5. références de prestations en milieu confiné, au nombre de trois minimum.
6.2. Offre
6.2.1. acte d'engagement ; 6.2.2. annexe financière ; 6.2.3. cadre de réponse technique.
6.3. Visite
Les soumissionnaires sont invités à visiter les locaux.
Article 9. Mise au point
9.1. L'INS demande au soumissionnaire pressenti, qui répond sous 8 jours, les documents suivants :
– attestations fiscales et sociales ;
– liste nominative des salariés étrangers (articles D. 8254-2 et suivants) ;
– attestation d'assurance de responsabilité civile ;
– habilitation de la personne signataire.
9.2. Reprise du personnel : l'annexe 5 donne la liste des salariés.`;

const wrapped = (...pages: string[]) => ({ lines: "wrapped" as const, pages });
const blocks = (...pages: string[]) => ({ lines: "blocks" as const, pages });

export const EIGHTH_SERIES: Readonly<Record<string, FirstSight>> = {
  playground: {
    ...wrapped(USUAL, USUAL_2),
    kind: "rc",
    iso: "2027-02-19T17:30:00+01:00",
    clock: "implicit",
    candidature: ["dc1", "dc2", "immatriculation", "autre:chiffreAffaires", "assurance", "references", "autre:materiel"],
    attributaire: ["attestationFiscale", "attestationVigilance", "decennale"],
    points: { lots: null },
  },
  dredging: {
    ...blocks(PARTNER),
    kind: "rc",
    iso: "2027-03-01T16:00:00+01:00",
    clock: "paris",
    candidature: [
      "pouvoir",
      "declarationHonneur",
      "immatriculation",
      "bilans",
      "autre:chiffreAffaires",
      "autre:materiel",
      "autre:effectifs",
      "references",
      "iso9001",
      "iso14001",
    ],
    attributaire: [],
    points: { deadline: { phase: "candidatures" } },
  },
  laboratories: {
    ...wrapped(OPEN),
    kind: "rc",
    iso: "2027-04-09T16:00:00+02:00",
    clock: "paris",
    candidature: [
      "dc1",
      "dc2",
      "dume",
      "declarationHonneur",
      "autre:handicap",
      "autre:chiffreAffaires",
      "autre:effectifs",
      "autre:materiel",
      "references",
    ],
    attributaire: ["attestationFiscale", "attestationVigilance", "listeSalariesEtrangers", "rcPro", "pouvoir"],
    points: {},
  },
};
