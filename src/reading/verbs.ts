/** Questions that ask by their verb, in no noun that is known. */
import type { Concept } from "./lexicon.ts";
import { wordsOf } from "./words.ts";

/** Questions whose verb says what they ask. */
const VERBS: readonly (readonly [RegExp, Concept])[] = [
  [/\bqui (devons nous|devrons nous|pouvons nous|peut on|faut il|doit on)? ?(contacter|joindre|appeler)\b/, "contactNomComplet"],
  [/\bqui (dirige|gere|represente) (votre|la|l|notre) ?(entreprise|societe|structure|association)\b/, "dirigeantNomComplet"],
  [/\bqui (signe|signera|signerait)\b/, "signataireHabilite"],
  [/\bnumero\b.*\b(joindre|appeler|contacter)\b/, "contactTelephone"],
  [/\b(adresse|courriel|email|mail)\b.*\b(ecrire|contacter|joindre)\b/, "contactEmail"],
  [/\bou (se trouve|se situe|est situe) (votre|le|la) ?siege\b/, "adresseSiege"],
  [/\b(ce )?que (vous faites|fait (votre|l|la) ?(entreprise|societe|structure))\b/, "activitePrincipale"],
  [/\b(votre|l) ?(entreprise|societe|structure) existe (t elle )?depuis\b/, "dateCreation"],
  [/\bcombien .*\bfacture(e|es|s|z)?\b/, "chiffreAffairesN1"],
  [/\bcombien (d |de )?(personnes?|salaries?|employes?|collaborateurs?|etes vous)\b/, "effectif"],
];

/** What a question asks by its verb: "Qui devons-nous contacter ?", "À quel numéro pouvons-nous vous joindre ?". */
export function askedByVerb(text: string): Concept | null {
  const plain = wordsOf(text).join(" ");
  return VERBS.find(([turn]) => turn.test(plain))?.[1] ?? null;
}
