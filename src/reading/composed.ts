/**
 * What a known thing becomes with another word beside it: a name with a company's kind is the company's, an address with "web" is a site. Said once
 * for every order and every link between them, where the lexicon would list each turn of phrase. The tables are texts, one rule a line:
 * `catalogue.test.ts` refuses a line that names no field.
 */
import type { Concept } from "./lexicon.ts";
import { stemsOf } from "./words.ts";

/** Words that stand for many others in the tables. */
const KINDS: Readonly<Record<string, string>> = {
  COMPANY:
    "entreprise societe structure organisation organisme etablissement association entite compagnie cooperative operateur tiers fournisseur prestataire soumissionnaire partenaire morale legal juridique social company organization supplier official officiel firm tenderer corporate business",
  PERSON:
    "contact personne responsable representant representative dirigeant gerant president mandataire signataire interlocuteur correspondant referent chef directeur pdg utilisateur usage naissance prenom votre family last first",
  PROOF: "preuve justificatif justificative document stockage coffre evidence",
  WEB: "internet web site url",
};

/** `things + one of these words & one of those - none of these > what it becomes`; the first that holds decides. */
const COMPOSED = `
contactNom + marche fichier piece document label certificat certificateur projet chantier domaine banque assureur jeune > nothing
adresseLigne1 contactEmail commune + livraison facturation execution chantier travaux > nothing
contactCivilite + document > nothing
contactNom + commercial commercialement usuel enseigne marque trading - PERSON ~ usage > nomCommercial
contactNom raisonSociale + abrege abreviation initiales > sigle
contactNom + rue voie > adresseLigne1
contactNom + greffe tribunal > rcsVille
contactNom + ville > commune
commune + tribunal - administratif judiciaire competent > rcsVille
contactNom + COMPANY - PERSON ~ personne > raisonSociale
contactNomComplet + telephonique > contactTelephone
contactNom contactNomComplet + morale > raisonSociale
contactNomComplet + complet full identite & COMPANY - PERSON > raisonSociale
dirigeantDateNaissance + COMPANY - PERSON ~ naissance > dateCreation
raisonSociale + fonde cree constitue founded established > dateCreation
raisonSociale + juridique legal corporate & type forme form statut status regime nature structure - nom name denomination raison > formeJuridique
raisonSociale + 9 & chiffre caractere digit - nom name raison denomination max maximum > siren
raisonSociale + 14 & chiffre caractere digit - nom name raison denomination max maximum > siret
nothing + assujetti & numero number > tvaIntracommunautaire
nothing + existence > dateCreation
nothing + objet & social > activitePrincipale
raisonSociale + formation & numero declaration enregistrement agrement > nda
raisonSociale + responsable - nom denomination raison > dirigeantNomComplet
raisonSociale + rib compte & titulaire > ribTitulaire
raisonSociale + registration & number no numero > siren
formeJuridique + code > formeJuridiqueCode
formeJuridique + PERSON - morale legal > nothing
commune rneDateImmat + greffe rcs registre register immatriculation immatricule & ville commune lieu city - numero date > rcsVille
rneDateImmat + greffe tribunal - date > rcsVille
activitePrincipale + depuis > dateCreation
rcsVille inscriptionRegistre + date depuis > rneDateImmat
rcsVille + numero number - greffe tribunal siren > inscriptionRegistre
signataireHabilite + contact contacter interlocuteur correspondant referent > contactNomComplet
ribTitulaire + COMPANY - compte > raisonSociale
siteWeb adresseLigne1 + opqibi > urlCertificatOpqibi
siteWeb + competence > urlCertificatFranceCompetences
siteWeb + PROOF > preuvesUrl
adresseLigne1 + PROOF & WEB > preuvesUrl
adresseLigne1 + WEB > siteWeb
adresseLigne1 + electronique mail email courriel messagerie - voie > contactEmail
adresseLigne1 + suite 2 bis > adresseComplement
adresseComplement + rue voie - 2 > adresseLigne1
adresseComplement + bp cs > boitePostale
nothing + cedex & ville commune localite > commune
nothing + cedex & bp cs > boitePostale
codeNaf + 2025 3 > codeNaf2025
codeNaf + libelle intitule - code > activitePrincipale
categorieEntreprise + effectif salarie > effectif
chiffreAffairesN1 + moyen moyenne average > caMoyen
chiffreAffairesN1 + part pourcentage > chiffreAffairesPart
effectif + moyen moyenne average > effectifMoyenN1
exerciceAnneeN1 + clos cloture - annee year > exerciceFinN1
exerciceAnneeN1 + end > exerciceFinN1`;

/** Words that change nothing of one thing, and would of another: "Capital libéré", "Dernier CA connu", "Tranche d'effectifs salariés". */
const GOES_WITH = `
activitePrincipale: mot quelque breve brievement presentez succincte clair exerce
adresseComplement: escalier porte esc apt residence immeuble etage lieu dit zi za zone
adresseLigne1: entiere voie rue lieu dit pk avenue boulevard physique
boitePostale: tsa cs bp cedex lieu dit eventuelle
capitalSocial: libere souscrit
chiffreAffairesN1: connu disponible realise precedent clos toute activite confondu net overall whole thousand
codeNaf: nomenclature insee rev activite
codeNaf2025: nomenclature rev nouveau version
commune: implantation poste lettre toutes cedex bourg village
contactEmail: nouveau correspondance notification generique
contactTelephone: daytime day journee
contactFonction: service exerce they sign which
dateCreation: demarrage jj mm aaaa fonde cree
effectif: salarie employe personne permanent etp equivalent temps plein actuel tranche taille main oeuvre
exerciceFinN1: comptable bilan compte arrete date
formeJuridique: type regime entite
formeJuridiqueCode: insee
inscriptionRegistre: lieu ville
preuvesUrl: consulter trouver obtenir accessible acceder acces lien electronique espace numerique piece WEB adresse disponible
rcsVille: enregistre inscription competent rattachement enregistrement registered
resultatNet: comptable net perte
rna: w
rneDateImmat: inscription enregistrement immatriculation registre commerce repertoire rcs premiere
signataireHabilite: physique pouvoir autorise
siret: insee
siteWeb: corporate`;

/** `thing: one of these words & one of those`, in any order, where no phrase is known. */
const TOLD = `
effectif: combien nombre effectif many & salarie employe employez collaborateur
dateCreation: date annee year quand when depuis established founded incorporated & creation cree constitution established establishment debut fondation fonde ouverture demarrage commencement naissance existe incorporated
rneDateImmat: date depuis quand & immatriculation immatricule inscription inscrit enregistrement & rcs registre repertoire commerce rne
inscriptionRegistre: numero inscription immatriculation & registre rcs rm register
rcsVille: lieu ville city place greffe tribunal & register registered registration immatriculation immatricule inscription inscrit rcs registre enregistrement
exerciceFinN1: date quand & cloture cloturez arrete bilan & bilan compte exercice comptable dernier
raisonSociale: designation intitule appellation nom libelle & COMPANY
nomCommercial: appellation designation enseigne name & commercial marque brand trade
activitePrincipale: core line nature & business
adresseComplement: building batiment entree immeuble residence & floor etage unit escalier porte appartement
contactFonction: mandat emploi poste & exerce tenu occupe
formeJuridique: type forme form regime statut nature structure & juridique legal corporate
nda: numero declaration agrement enregistrement & dreets direccte formation
rna: numero repertoire & association prefecture
siren: unique & identification
adresseSiege: siege registered head & social office localisation lieu situation domicile adresse
contactNomComplet: suivi suivra charge referent demander & dossier affaire personne reponse
contactTelephone: coordonnees contact & telephonique
signataireHabilite: personne representant & signer engager & pouvoir habilite autorise qualite
preuvesAcces: acceder acces & renseignement information modalite identifiant moyen comment & preuve justificatif document piece
siteWeb: page site adresse lien & internet web
contactEmail: courrier adresse & electronique
iban: compte & bancaire international
ribTitulaire: compte & nom titulaire`;

const AMONG = stemsOf(
  "trade personne activite compte est etes de d dans en of rne rcs commerce repertoire registre national societe elle t date suivi marche engager pouvoir ayant physique ouvert bancaire main oeuvre existence inscription enregistrement",
);

const linesOf = (table: string) => table.trim().split("\n");
const setOf = (words: string | undefined): ReadonlySet<string> | null =>
  words === undefined ? null : stemsOf(words.replace(/[A-Z]{3,}/g, (kind) => KINDS[kind] ?? kind));
const isIn = (set: ReadonlySet<string> | null) => (word: string) => set?.has(word) === true;

const RULES = linesOf(COMPOSED).map((line) => {
  const [, of = "", by, and, unless, kept, becomes] = /^(.+?) \+ (.+?)(?: & (.+?))?(?: - (.+?))?(?: ~ (.+?))? > (\w+)$/.exec(line) ?? [];
  const without = new Set(setOf(unless));
  for (const word of setOf(kept) ?? []) without.delete(word);
  return { of: of.split(" "), by: setOf(by) ?? new Set<string>(), and: setOf(and), without, becomes: becomes as Concept };
});

const FRIENDS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  linesOf(GOES_WITH).map((line) => {
    const [concept = "", words] = line.split(": ");
    return [concept, setOf(words) ?? new Set()];
  }),
);

const TELLING = linesOf(TOLD).map((line) => {
  const [concept, words = ""] = line.split(": ");
  return { concept: concept as Concept, holds: words.split(" & ").map(setOf) };
});

/** Every thing that the tables name. */
export function namedInTables(): readonly string[] {
  return [...RULES.flatMap(({ of, becomes }) => [...of, becomes]), ...FRIENDS.keys(), ...TELLING.map(({ concept }) => concept)];
}

/** What the thing is with the words around it, and the words that made it so. @param words significant words, stemmed */
export function composed(
  concept: Concept,
  words: readonly string[],
): { readonly concept: Concept; readonly by: ReadonlySet<string> } | null {
  const rule = RULES.find(
    ({ of, by, and, without }) =>
      of.includes(concept) && words.some(isIn(by)) && (and === null || words.some(isIn(and))) && !words.some(isIn(without)),
  );
  return rule === undefined ? null : { concept: rule.becomes, by: rule.by };
}

export function goesWith(concept: Concept, word: string): boolean {
  return FRIENDS.get(concept)?.has(word) === true;
}

/** What the words tell together, when each of them is one of those or changes nothing. */
export function toldTogether(words: readonly string[], isNeutral: (word: string) => boolean): Concept | null {
  const told = TELLING.find(
    ({ concept, holds }) =>
      holds.every((some) => words.some(isIn(some))) &&
      words.every((word) => holds.some((some) => isIn(some)(word)) || AMONG.has(word) || isNeutral(word) || goesWith(concept, word)),
  );
  return told?.concept ?? null;
}
