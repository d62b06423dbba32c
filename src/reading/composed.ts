/**
 * What a known thing becomes with another word beside it: a name with a company's kind is the company's, an address with "web" is a site. Said once
 * for every order and every link between them, where the lexicon would list each turn of phrase.
 */
import type { Concept } from "./lexicon.ts";
import { stemsOf } from "./words.ts";

const COMPANY = stemsOf(
  "entreprise societe structure organisation organisme etablissement association entite compagnie cooperative operateur tiers fournisseur prestataire soumissionnaire partenaire morale legal juridique sociale company organization supplier official officiel",
);
const PERSON = stemsOf(
  "contact personne responsable representant dirigeant gerant president mandataire signataire interlocuteur correspondant referent chef directeur pdg utilisateur usage naissance prenom votre family last first",
);

const MEAN = stemsOf("moyen moyenne average");

interface Composed {
  readonly of: readonly Concept[];
  readonly with: ReadonlySet<string>;
  readonly unless?: ReadonlySet<string>;
  /** One of these too. */
  readonly and?: ReadonlySet<string>;
  /** Words in all, at most. */
  readonly most?: number;
  readonly becomes: Concept;
}

const PROOF = stemsOf("preuve preuves justificatif justificatifs document stockage coffre evidence");

/** The first that holds decides. */
const COMPOSED: readonly Composed[] = [
  { of: ["contactNom"], with: stemsOf("commercial usuel enseigne marque trading"), unless: PERSON, becomes: "nomCommercial" },
  { of: ["contactNom", "raisonSociale"], with: stemsOf("abrege abregee abreviation initiales"), becomes: "sigle" },
  { of: ["contactNom"], with: stemsOf("rue voie"), becomes: "adresseLigne1" },
  { of: ["contactNom"], with: stemsOf("greffe tribunal"), becomes: "rcsVille" },
  { of: ["contactNom"], with: COMPANY, unless: new Set([...PERSON].filter((word) => word !== "personne")), becomes: "raisonSociale" },
  {
    of: ["dirigeantDateNaissance"],
    with: COMPANY,
    unless: new Set([...PERSON].filter((word) => word !== "naissance")),
    becomes: "dateCreation",
  },
  { of: ["raisonSociale"], with: stemsOf("fondee creee constituee founded established"), becomes: "dateCreation" },
  {
    of: ["raisonSociale"],
    with: stemsOf("juridique"),
    and: stemsOf("type forme statut regime nature structure"),
    becomes: "formeJuridique",
  },
  { of: ["formeJuridique"], with: stemsOf("code"), becomes: "formeJuridiqueCode" },
  { of: ["formeJuridique"], with: PERSON, unless: stemsOf("morale legal"), becomes: "nothing" },
  {
    of: ["commune", "rneDateImmat"],
    with: stemsOf("greffe rcs registre immatriculation immatricule"),
    and: stemsOf("ville commune lieu"),
    unless: stemsOf("numero n date"),
    becomes: "rcsVille",
  },
  { of: ["rneDateImmat"], with: stemsOf("greffe tribunal"), unless: stemsOf("date"), becomes: "rcsVille" },
  { of: ["rcsVille", "inscriptionRegistre"], with: stemsOf("date depuis"), becomes: "rneDateImmat" },
  { of: ["rcsVille"], with: stemsOf("numero number n no"), unless: stemsOf("greffe tribunal siren"), becomes: "inscriptionRegistre" },
  { of: ["rcsVille"], with: stemsOf("registre"), and: stemsOf("numero"), becomes: "inscriptionRegistre" },
  { of: ["contactNomComplet"], with: stemsOf("complet full"), and: COMPANY, unless: PERSON, becomes: "raisonSociale" },
  { of: ["signataireHabilite"], with: stemsOf("contact contacter interlocuteur correspondant referent"), becomes: "contactNomComplet" },
  { of: ["ribTitulaire"], with: COMPANY, unless: stemsOf("compte"), becomes: "raisonSociale" },
  { of: ["siteWeb", "adresseLigne1"], with: stemsOf("opqibi"), becomes: "urlCertificatOpqibi" },
  { of: ["siteWeb"], with: stemsOf("competence"), becomes: "urlCertificatFranceCompetences" },
  { of: ["siteWeb"], with: PROOF, becomes: "preuvesUrl" },
  { of: ["adresseLigne1"], with: PROOF, and: stemsOf("internet web site url"), becomes: "preuvesUrl" },
  { of: ["adresseLigne1"], with: stemsOf("internet web site url"), becomes: "siteWeb" },
  { of: ["adresseLigne1"], with: stemsOf("electronique mail email courriel messagerie"), unless: stemsOf("voie"), becomes: "contactEmail" },
  { of: ["adresseLigne1"], with: stemsOf("suite 2 bis"), most: 3, becomes: "adresseComplement" },
  { of: ["adresseComplement"], with: stemsOf("rue voie"), becomes: "adresseLigne1" },
  { of: ["adresseComplement"], with: stemsOf("bp cs"), becomes: "boitePostale" },
  { of: ["nothing"], with: stemsOf("cedex"), and: stemsOf("ville commune localite"), becomes: "commune" },
  { of: ["nothing"], with: stemsOf("cedex"), and: stemsOf("bp cs"), becomes: "boitePostale" },
  { of: ["codeNaf"], with: stemsOf("2025 3"), becomes: "codeNaf2025" },
  { of: ["codeNaf"], with: stemsOf("libelle intitule"), unless: stemsOf("code"), becomes: "activitePrincipale" },
  { of: ["categorieEntreprise"], with: stemsOf("effectif salarie"), becomes: "effectif" },
  { of: ["chiffreAffairesN1"], with: MEAN, becomes: "caMoyen" },
  { of: ["chiffreAffairesN1"], with: stemsOf("part pourcentage"), becomes: "chiffreAffairesPart" },
  { of: ["effectif"], with: MEAN, becomes: "effectifMoyenN1" },
  { of: ["exerciceAnneeN1"], with: stemsOf("clos cloture"), unless: stemsOf("annee year"), becomes: "exerciceFinN1" },
];

/** What the thing is with the words around it, and the words that made it so. @param words significant words, stemmed */
export function composed(
  concept: Concept,
  words: readonly string[],
): { readonly concept: Concept; readonly by: ReadonlySet<string> } | null {
  const rule = COMPOSED.find(
    (one) =>
      one.of.includes(concept) &&
      words.length <= (one.most ?? words.length) &&
      words.some((word) => one.with.has(word)) &&
      (one.and === undefined || words.some((word) => one.and?.has(word))) &&
      !words.some((word) => one.unless?.has(word)),
  );
  return rule === undefined ? null : { concept: rule.becomes, by: rule.with };
}

/** Words that change nothing of one thing, and would of another: "Capital libéré", "Dernier CA connu", "Tranche d'effectifs salariés". */
const GOES_WITH: { readonly [K in Concept]?: ReadonlySet<string> } = {
  activitePrincipale: stemsOf("mot quelque bref breve brievement presentez succincte clair exercez"),
  adresseComplement: stemsOf("escalier porte esc appt apt residence immeuble etage lieu dit zi za zac zone"),
  adresseLigne1: stemsOf("entiere voie rue nom numero type lieu dit pk avenue boulevard physique"),
  boitePostale: stemsOf("tsa cs bp cedex lieu dit eventuelle"),
  capitalSocial: stemsOf("libere souscrit verse"),
  categorieEntreprise: stemsOf("insee"),
  chiffreAffairesN1: stemsOf("connu disponible realise precedent exercice dernier montant comptable"),
  codeNaf: stemsOf("nomenclature insee rev 2 activite"),
  codeNaf2025: stemsOf("nomenclature rev nouveau version"),
  commune: stemsOf("implantation distributeur poste lettre toutes cedex"),
  contactEmail: stemsOf("nouveau valide correspondance echange"),
  contactFonction: stemsOf("service exercee sein"),
  contactNomComplet: stemsOf("qualite"),
  dateCreation: stemsOf("demarrage jj mm aaaa fondee creee"),
  effectif: stemsOf("salarie employe personne permanent etp equivalent temps plein moyen actuel tranche taille main oeuvre"),
  exerciceFinN1: stemsOf("comptable bilan compte arrete"),
  formeJuridique: stemsOf("type regime entite statut autre"),
  formeJuridiqueCode: stemsOf("insee"),
  inscriptionRegistre: stemsOf("lieu ville ordre"),
  preuvesUrl: stemsOf(
    "consulter trouver obtenir accessible acceder acces ou lien electronique espace numerique justificative piece internet adresse site url disponible",
  ),
  rcsVille: stemsOf("inscription competent rattachement enregistrement"),
  resultatNet: stemsOf("comptable net perte exercice"),
  rneDateImmat: stemsOf("inscription enregistrement immatriculation registre commerce repertoire rcs premiere depuis date"),
  signataireHabilite: stemsOf("physique pouvoir ayant autorisee"),
};

export function goesWith(concept: Concept, word: string): boolean {
  return GOES_WITH[concept]?.has(word) === true;
}

interface Told {
  readonly concept: Concept;
  /** One word of each. */
  readonly holds: readonly ReadonlySet<string>[];
}

/** Things told by two kinds of words, in any order, where no phrase is known. */
const TOLD: readonly Told[] = [
  {
    concept: "effectif",
    holds: [stemsOf("combien nombre effectif many"), stemsOf("salarie employe employez collaborateur employee")],
  },
  {
    concept: "dateCreation",
    holds: [
      stemsOf("date annee year quand depuis established founded"),
      stemsOf(
        "creation cree constitution established establishment debut fondation fonde ouverture demarrage commencement naissance existe founded",
      ),
    ],
  },
  {
    concept: "rneDateImmat",
    holds: [
      stemsOf("date depuis quand"),
      stemsOf("immatriculation immatricule inscription inscrit enregistrement"),
      stemsOf("rcs registre repertoire commerce metier rne"),
    ],
  },
  { concept: "inscriptionRegistre", holds: [stemsOf("numero number inscription immatriculation"), stemsOf("registre rcs rm register")] },
  {
    concept: "rcsVille",
    holds: [stemsOf("lieu ville greffe tribunal"), stemsOf("immatriculation immatricule inscription inscrit rcs registre enregistrement")],
  },
  {
    concept: "exerciceFinN1",
    holds: [stemsOf("date quand"), stemsOf("cloture cloturez arrete bilan"), stemsOf("bilan compte exercice comptable dernier")],
  },
  { concept: "raisonSociale", holds: [stemsOf("designation intitule appellation nom"), COMPANY] },
  { concept: "nomCommercial", holds: [stemsOf("appellation designation"), stemsOf("commercial commerciale")] },
  { concept: "formeJuridique", holds: [stemsOf("type forme regime statut nature structure"), stemsOf("juridique legal")] },
  { concept: "nda", holds: [stemsOf("numero declaration agrement enregistrement"), stemsOf("dreets direccte formation")] },
  { concept: "rna", holds: [stemsOf("numero repertoire"), stemsOf("association prefecture")] },
  { concept: "siren", holds: [stemsOf("unique"), stemsOf("identification")] },
  {
    concept: "adresseSiege",
    holds: [stemsOf("siege registered head"), stemsOf("social office localisation lieu situation domicile adresse")],
  },
  { concept: "contactNomComplet", holds: [stemsOf("suivi suivie charge referent"), stemsOf("dossier affaire personne")] },
  { concept: "contactTelephone", holds: [stemsOf("coordonnees cellulaire"), stemsOf("telephonique cellulaire")] },
  {
    concept: "signataireHabilite",
    holds: [stemsOf("personne representant"), stemsOf("signer engager"), stemsOf("pouvoir habilite autorisee qualite")],
  },
  {
    concept: "preuvesAcces",
    holds: [
      stemsOf("acceder acces"),
      stemsOf("renseignement information modalite identifiant moyen comment"),
      stemsOf("preuve justificatif document piece"),
    ],
  },
  { concept: "siteWeb", holds: [stemsOf("page site adresse lien"), stemsOf("internet web")] },
  { concept: "contactEmail", holds: [stemsOf("courrier adresse"), stemsOf("electronique")] },
  { concept: "iban", holds: [stemsOf("compte"), stemsOf("bancaire international")] },
  { concept: "ribTitulaire", holds: [stemsOf("compte"), stemsOf("nom titulaire")] },
];
const AMONG = stemsOf(
  "personne activite compte est etes de d dans en of rne rcs commerce repertoire registre metier national social societe elle t date societe suivi marche engager pouvoir ayant physique ouvert bancaire main oeuvre existence inscription enregistrement",
);

/** What the words tell together, when each of them is one of those or changes nothing. */
export function toldTogether(words: readonly string[], isNeutral: (word: string) => boolean): Concept | null {
  const told = TOLD.find(
    ({ concept, holds }) =>
      holds.every((some) => words.some((word) => some.has(word))) &&
      words.every((word) => holds.some((some) => some.has(word)) || AMONG.has(word) || isNeutral(word) || goesWith(concept, word)),
  );
  return told?.concept ?? null;
}
