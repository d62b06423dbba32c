/** Sentences that ask by their verb, in no noun that is known, and those that state what is missing. */
import { isPlain, understandWords } from "./concepts.ts";
import type { Concept } from "./lexicon.ts";
import { wordsOf } from "./words.ts";

/** What a verb asks; the first that holds decides. */
const VERBS: readonly (readonly [RegExp, Concept])[] = [
  [
    /\bqui (suit|suivra|traite(ra)?|gere(ra)?|s occupe(ra)?|pilote(ra)?)\b.*\b(dossier|affaire|consultation|candidature|reponse|offre|marche)\b/,
    "contactNomComplet",
  ],
  [/\bqui (l |la |le |vous )?(dirige|gere|represente)\b|\bsoussignee?s?$/, "dirigeantNomComplet"],
  [/\bwho\b.*\b(contact|call|write to|speak to)\b/, "contactNomComplet"],
  [/\b(tpe|pme|micro entreprise)\b.*\beti\b/, "categorieEntreprise"],
  [/\bqui (signe|signera|signerait)\b/, "signataireHabilite"],
  [/\b(a quel numero|numero\b.*\b(joindre|appeler|contacter)|(joindre|appeler|telephoner) au|direct line)\b/, "contactTelephone"],
  [/\b((adresse|courriel|email|mail)\b.*\b(ecrire|contacter|joindre)|(m|nous|vous|lui) ecrire a?)\b/, "contactEmail"],
  [
    /\b(qui|personnes? (que|qu|a|a qui)|a qui)\b.*\b(contacter|joindre|appeler|demander|ecrire|prevenir|adresser)\b|\b(je m|nous nous) appel\w+$/,
    "contactNomComplet",
  ],
  [/\b(agis\w*|agit) (en|au) (qualite|titre|tant)\b|\ben quelle qualite\b/, "contactFonction"],
  [/\bou (se trouve|se situe|est situe) (votre|le|la) ?siege\b|\bsiege( social)? (est|se (trouve|situe))\b/, "adresseSiege"],
  [
    /\bque? (fai(t|tes)|vend(ez)?) (t )?(vous|elle|il|votre|l|la)\b|\bce (que vous|qu elle|qu il) (faites|fait|proposez|vendez)\b|\bsavoir faire$/,
    "activitePrincipale",
  ],
  [/\b((votre|l) ?(entreprise|societe|structure) existe (t elle )?depuis|depuis quand existe)\b/, "dateCreation"],
  [/\bcombien .*\bfacture(e|es|s|z)?\b/, "chiffreAffairesN1"],
  [/\bcombien (d |de |y )?(personnes?|salaries?|employe\w*|collaborateurs?|etes vous|travaill\w+)\b/, "effectif"],
  [/\b(connue?s? sous|(nom|enseigne|marque)\b.*\b(connai\w+|connu\w*|travaillez|exercez))\b/, "nomCommercial"],
  [
    /\b(nom|denomination)\b.*\b(immatriculee?s?|extrait|kbis|statuts)\b|\brepond\w* au nom de$|\bcomment (s appelle|vous appelez)\b/,
    "raisonSociale",
  ],
  [/\b(quatorze|14) chiffres\b/, "siret"],
];

/** What a question asks by its verb: "Qui devons-nous contacter ?", "À quel numéro pouvons-nous vous joindre ?". */
export function askedByVerb(text: string): Concept | null {
  const plain = wordsOf(text).join(" ");
  return VERBS.find(([turn]) => turn.test(plain))?.[1] ?? null;
}

/** "… ne figure pas dans votre dossier", "Vous n'avez pas indiqué…", "… reste à préciser". */
const MISSING =
  /\b(n (a|avez|avons|est|ont|y a)|ne (figure|mentionne|comporte|precise|donne|dit|contient)\w*|rest(e|ent) a|manqu\w+|absente?s?|omis\w*|oublie\w*|incomplet\w*)\b/;
const STATING =
  /^(vous|nous|n|ne|ni|y|a|avez|avons|est|ont|ete|pas|indique\w*|declare\w*|renseigne\w*|fourni\w*|communique\w*|transmi\w*|figur\w*|mention\w*|comport\w*|contien\w*|precis\w*|donn\w*|trouv\w*|reste\w*|manqu\w*|absente?s?|omi\w*|oubli\w*|incomplet\w*|dossier|formulaire|candidature|montant|aussi|encore|egalement|sous|quel|le|la|l)$/;

/** What a sentence says is missing: "Le chiffre d'affaires n'a pas été déclaré.". */
export function missedIn(text: string): Concept | null {
  const words = wordsOf(text);
  if (words.length < 5 || !MISSING.test(words.join(" "))) return null;
  const understood = understandWords(words.filter((word) => !STATING.test(word)));
  return understood !== null && understood.concept !== "nothing" && isPlain(understood) ? understood.concept : null;
}
