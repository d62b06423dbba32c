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
  "contact personne responsable representant dirigeant gerant president mandataire signataire interlocuteur correspondant referent utilisateur usage naissance prenom votre family last first",
);

const MEAN = stemsOf("moyen moyenne average");

interface Composed {
  readonly of: readonly Concept[];
  readonly with: ReadonlySet<string>;
  readonly unless?: ReadonlySet<string>;
  /** Words in all, at most. */
  readonly most?: number;
  readonly becomes: Concept;
}

/** The first that holds decides. */
const COMPOSED: readonly Composed[] = [
  { of: ["contactNom"], with: stemsOf("commercial usuel enseigne marque trading"), unless: PERSON, becomes: "nomCommercial" },
  { of: ["contactNom"], with: COMPANY, unless: new Set([...PERSON].filter((word) => word !== "personne")), becomes: "raisonSociale" },
  { of: ["commune"], with: stemsOf("greffe rcs registre immatriculation"), unless: stemsOf("numero n"), becomes: "rcsVille" },
  { of: ["rneDateImmat"], with: stemsOf("greffe tribunal"), unless: stemsOf("date"), becomes: "rcsVille" },
  { of: ["ribTitulaire"], with: COMPANY, unless: stemsOf("compte"), becomes: "raisonSociale" },
  { of: ["adresseLigne1"], with: stemsOf("internet web site url"), becomes: "siteWeb" },
  { of: ["adresseLigne1"], with: stemsOf("electronique mail email courriel messagerie"), unless: stemsOf("voie"), becomes: "contactEmail" },
  { of: ["adresseLigne1"], with: stemsOf("suite 2 bis"), most: 3, becomes: "adresseComplement" },
  { of: ["chiffreAffairesN1"], with: MEAN, becomes: "caMoyen" },
  { of: ["effectif"], with: MEAN, becomes: "effectifMoyenN1" },
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
      !words.some((word) => one.unless?.has(word)),
  );
  return rule === undefined ? null : { concept: rule.becomes, by: rule.with };
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
    holds: [stemsOf("combien nombre nbre nb effectif many"), stemsOf("salarie employe employez collaborateur employee")],
  },
  {
    concept: "dateCreation",
    holds: [stemsOf("date annee year"), stemsOf("creation creee constitution established establishment debut")],
  },
  { concept: "siteWeb", holds: [stemsOf("page site adresse lien"), stemsOf("internet web")] },
  { concept: "contactEmail", holds: [stemsOf("courrier adresse"), stemsOf("electronique")] },
];
const AMONG = stemsOf("personne activite compte est etes de d dans en of");

/** What the words tell together, when each of them is one of those or changes nothing. */
export function toldTogether(words: readonly string[], isNeutral: (word: string) => boolean): Concept | null {
  const told = TOLD.find(
    ({ holds }) =>
      holds.every((some) => words.some((word) => some.has(word))) &&
      words.every((word) => holds.some((some) => some.has(word)) || AMONG.has(word) || isNeutral(word)),
  );
  return told?.concept ?? null;
}
