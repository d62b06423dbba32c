/**
 * The words that honest attestations of caisses, tax offices, registries and certification bodies are made of, beside names, addresses and
 * trades. A word in small letters that is none of them says something more, and the paper is asked about. Data: without accents, singular
 * or plural, feminine or masculine alike.
 */

import type { PieceKind } from "../../domain/pieces.ts";
import { bare, fold } from "../../domain/plain.ts";
import { INSURED, LISTS_TRADES } from "./kinds.ts";
import { RECOGNITION_RULES } from "./rules.ts";
import type { DocumentText } from "./stream.ts";

const WORDS = `
cerfa contribuable main oeuvre cinq sept huit neuf onze douze treize quatorze quinze seize vingt trente mille
attachee fonciere interesse indique maritime normal place soit soumissionner ulterieur vouloir appel modele batiment aussi candidature cloture data chauffage
garantissant garantissons garantir garantit garanti consequence pecuniaire prime fixe engager assureur clause auquel refere compagnie couvrant couverture
implique presomption saurait possibilite suspension resiliation resilie resilier applique appliquent appliquer reparation dommage demolition deblaiement demontage
depose eventuellement variable pesant plafond franchise sinistre hauteur cout revision capitalisation dix reception intervention metropole outre montant taxe honoraire
depasser somme superieur inferieur courante accepte ouvrage solidite destination equipement indissociable vice exploitation livraison apres corporel
materiel immateriel consecutif pollution accidentel vol prepose tiers defense recours atteinte stipulation adjonction cachet tacite reconduction
principale courtage souscrite chantier ouvert ouverture obligatoire cessation effet objet
acces accessible contacter trouver aide joindre fonds direct frais medical medicaux accord accordant accreditation accredite acquitte actif active activite actuel actuellement adherent adhesion adjoint
administratif administration administrative admis adresse affaires affecte affiliation affilie against agence agent agissant agree
agreer agricole ainsi ajoutee allocation analyse annee annuaire annuel artisanal gratuitement gratuit aout appartient applicable application apprecie approval
apurement arrete article assemblee assessed assiette assistance association associe assujetti assurance assure attestant attestation
atteste attribue attribution aucun audit aupres auto autorite autre avant avec avis avocat avril ayant banque base been beneficie bien
branche bureau cadre caisse calcul capital categorie celle celui centre certain certificat certificateur certification certifie
certified certify cette chacun champ chaque charge charte chef chiffre chomage cible civil classe classification client cocontractant
code collective comite commande commerce commercial commissaire commission commun communique company complies comprenant comprend
compris comptable compte compter concernant concerne conclu condition conduite conferant confere confirme conforme conformement
conformite conges connaissance conseil conservation consideration considere constate constitue constitution construction consultable
consultation consulte contact contenu conteste continu contrat contrefacon contribution controle controler correspond correspondant
cotisant cotisation courant cours couvert couvre creance creation credit cree critere dans date debut decembre decision declaratif declaration
declarative declare decret defini definition delai delegataire delegation delegue delivrance delivre denomination denommee departement
departemental depose depot depuis dernier designe desormais dessous dessus destinataire destine detail detenu determine detient deux
developpement directeur direction directive dirigeant dispose disposition distingue document doit domaine domicilie donc donne donneur
dont droit dument duree echeance echeant echelon echue economie economique edite edition effectif effectue effet egal egalement egard
electrique electronique element elle emis emission emploi employe employeur encaissement encours energetique energie engage engagement
enregistre ensemble entite entre entrepreneur entreprise environ environmental environnement environnemental equipe equivalent espace
etabli etablissement etat etendue etre etude europe euros evaluation evalue eventuel exact exactitude examine executif execution exerce
exercice exigence exigible existence expert expiration expire expiry explicite expose expression extrait fabrication faire faisant fait
familial famille federation feuille fevrier figurant figure fille financier fiscal fiscalite fois following fonction fonctionne
fonctionnement force formation forme formule fourni fournir fourniture francaise france from garant garanti general genie gerant gere
gestion gestionnaire global grand greffe greffier groupe groupement habilitation handicapes holder hors idem identifiant identification
identifie identite immatriculation immatricule impot imprime incombant incombe indemnite independant indication indice individuel
industrie industriel information informatique informe ingenierie initial inscription inscrit inspection installateur installation
instaure institut institution integral intemperie interieur international interne intitule invalidite issu janvier jour journal journee
juge juillet juin juridique jusqu justificatif justifie justifier laquelle legal legislatif legislation lequel lesquelles leur libelle
licence lien lieu limite liste local logo lors madame mail maintenu maintien mairie maitre majoration maladie management mandataire
marche marque mars masse matiere mecanique membre mensuel mensuelle mention mentionne metier micro ministere ministre mise mobilite module
mois monsieur montant moral moyen moyenne mutualite mutuel mutuelle naissance national nature neant necessaire niveau nomenclature
nominatif nominative norme notamment note notre nous nouvel novembre numerique numero objet obligation obligatoire obstacle obtenir
obtenue octobre octroye office officiel operation operationnel option ordre organisation organise organisme origine outil ouvert
ouverture ouvrage ouvre page paiement papier paritaire part particuliere patronal paye peche penalite pendant perimetre periode
periodique permanent permet permettant personne personnel peut piece plan plus portail portant porte possede possession postal poste
pour pouvant pouvoir prealablement precede precedent precise precite prefecture prejuge prelevement premier prenom presence presentation
presente president prestataire prestation preuve prevention prevoyance prevu prie principal principe prive probante procede procedure
processus production produire produit profession professionnel professionnelle programme proprietaire propriete protection public
publication publie publique puni qualification qualifie qualite quality quant quatre quelle quelque quoi raison rappelle rapport
realisation realise realiser recommande reconnu recouvre recouvrement redige reelle reference referencement referentiel regard regie
regime regional registration registre regle reglement reglementaire reglementation regularite regulier regulierement relatif relation
relative relevant releve remis rempli remplit remuneration renonciation renouvelable renovation renseigne renseignement renvoie
repartition repertoire repond reponse representant represente reproduction reproduit republique reputee requirements requis reserve
respect respectant respectif responsabilite responsable ressort ressource reste resultat retrace retraite revenu rubrique rural salaire salarial
salarie sanitaire sans sante satisfaisant satisfait satisfont savoir sceau schema scientifique scope second secondaire secteur section
securite selon septembre serveur service servir seul siege signataire signature signe simple simplifie sise site situation situe social
societe soin solidaire solidarite sont soumis source sous souscrit soussigne special specialise specialite specifique standard
statistique statut statutaire suffisant suit suivant suivi superieur support surveillance susmentionne susnomme susvise system tableau
taille tant taux taxe technicite technique telecharge teledeclaration telephone telle tenir tenu terme territoire territorial texte that
this tiers timbre titre titulaire totalite toujours tous tout traitement transport travail travailleur travaux tresor tresorerie
tribunal trimestre trimestriel trois union unique unite universel until utile utilisation utilise valable valeur valid validation
validite valoir vaut verifiable verification verifie verifier verse versement vertu vieillesse vigilance vigueur ville visa vise
vocation voie volet volontaire votre vous with zinguerie zone
auxquel commencement conclusion contribue dossier duquel imposition inclus trouve
`;
/** Plural, feminine and singular forms count as one word. */
const stem = (word: string): string => word.replace(/[esx]+$/, "").replace(/(.)\1$/, "$1");

const KNOWN: ReadonlySet<string> = new Set(
  [
    ...bare(WORDS).split(" "),
    ...RECOGNITION_RULES.flatMap(({ title, marks, says = [] }) => bare([...title, ...marks.flat(), ...says].join(" ")).split(" ")),
  ].map(stem),
);

/** Kinds whose wording varies only in names, addresses and trades. */
const STANDARD: readonly PieceKind[] = [
  "attestationVigilance",
  "msa",
  "attestationFiscale",
  "cibtp",
  "cnetp",
  "probtp",
  "fntp",
  "avisInsee",
  "immatriculation",
  "decennale",
  "rcPro",
  "qualibat",
  "qualifelec",
  "opqibi",
  "rge",
  "qualiopi",
  "iso9001",
  "iso14001",
];
const PAGES = 2;
/** Cells of addresses, of trades and their codes, of web sites. */
const FREE_CELL =
  /\b(?:rue|avenue|boulevard|chemin|route|impasse|quai|cedex|za|zi|zac|lieu-dit|au capital)\b|^\W*\d{3,5}\b|^\W*(?:qualifications?|activites?|domaines?|perimetre|specialites?|metiers?|pour les?|installations?|travaux|scope|mention(?! d)|module|objet social|aux)\b|(?:suivante?s?|suivant|activites?|domaine d['’]activite|scope) ?:|www|@|https?:/;
/** Sentences of insurers about the contract itself: about works and damages, they may use any word. */
const OF_THE_CONTRACT = /\b(?:contrat|police|attestation|assuree?|souscript(?:eur|rice)|societaire|cotisations?|primes?|maintien|cesse)\b/;
const SENTENCE =
  /(?:^|[^\p{L}])(?:est|sont|a|ont|été|peut|peuvent|doit|doivent|ce|cet|cette|cela|nous|vous|il|elle|ils|elles|qui|depuis|dont)(?:[^\p{L}]|$)|\p{Ll}{2}\.\s*$/u;
/** Set aside: who asked for the paper, what the company does, what the Sirene register certifies, that a guarantee is given. */
const SET_ASIDE =
  /(?<!\p{L})[àa] (?:la|sa) demande\b|\bgaranties? (?:est|sont) acquises?\b|(?<=\bactivit[ée]s? (?:professionnelles? )?de )[^.,;:]*|\blois et r[èe]glements\b|[àa] l['’]exception des informations relatives [àa] l['’]identification\b/giu;

/** The words of a paper that honest papers of that kind do not use. */
export function strangeWordsIn(kind: PieceKind, { pages }: DocumentText): readonly string[] {
  if (!STANDARD.includes(kind)) return [];
  const isInsured = INSURED.includes(kind);
  const text = pages
    .slice(0, PAGES)
    .map((lines) => lines.join("\n").replace(/-\n(?=\p{Ll})/gu, ""))
    .join("\n");
  const cells = text.split("\n").flatMap((line) => {
    const parts = line.split(/ {3,}/).map((cell) => ({ cell, plain: fold(cell) }));
    // The text beside « Activité principale » is a trade.
    return parts.filter(({ plain }, index) => !FREE_CELL.test(plain) && !FREE_CELL.test(parts[index - 1]?.plain ?? ""));
  });
  const read = cells.filter(({ cell, plain }) =>
    isInsured ? OF_THE_CONTRACT.test(plain) : !LISTS_TRADES.includes(kind) || SENTENCE.test(cell),
  );
  return read.flatMap(({ cell }) =>
    [...cell.replace(SET_ASIDE, " ").matchAll(/(?<![\p{L}\d@./-])\p{Ll}[\p{L}]{3,}(?![\p{L}\d@])/gu)]
      .map(([word]) => fold(word))
      .filter((word) => !KNOWN.has(stem(word))),
  );
}
