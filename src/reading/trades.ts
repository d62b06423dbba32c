/**
 * What other trades than buying ask of a company, in their own words: whoever lends, insures, lets, rewards, helps, certifies, hires or enrols
 * asks a name, a SIRET and a turnover as a buyer does. What it asks besides, in words without end, is a question that no buyer asks (receiver.ts). Here
 * are the words that name such a trade, for those that ask nothing more. Looked for in texts without accents, in lower case.
 */

const TRADES: readonly RegExp[] = [
  // Money that is lent, and what answers for it.
  /\b(emprunt\w*|plan de financement|credits? bail|affacturage|levees? de fonds|investisseurs?|cautions? (de|bancaire|solidaire)|retenues? de garantie|creances?|avances? (sur|de tresorerie|remboursable))\b/g,
  // What is let, or opened under somebody's name.
  /\b(loyers?|bail|baux|locataires?|preneurs?|emplacements?|franchis(ee?s?|eurs?|er)|forains?)\b/g,
  // What is insured.
  /\b(sinist\w+|souscripteurs?|mutuelle)\b/g,
  // What is given.
  /\b(subvention\w*|cofinanc\w+|aides? (de l|demand|sollicit|publique|financiere|regionale|accordee|deja)\w*|eligib\w+|porteurs? (de |du )?projets?|laureats?|trophees?|nomin(e|es|ez|ations?|er)|jury|grands? prix|mecen\w+|appel a projets?)\b/g,
  // What is certified, labelled, entered in a register.
  /\b(labellis\w+|accredit\w+|(comite|commission) (d agrement|d attribution|permanente)|douan\w+|redevables?|eco ?(contribution|organisme)s?)\b/g,
  // Whom one joins, and where one shows oneself.
  /\b(adher\w+|adhesions?|cotisations?(?! (sociales|urssaf|patronales|msa|obligatoires|de|et)\b)|parrain\w*|clubs?|exposants?|stands?|sponsor\w*|incubat\w+|accelerat\w+|promotion|start ?ups?)\b/g,
  // Who is hired or taught.
  /\b(stagiaires?|apprentis?|alternants?|apprenants?)\b/g,
  // What is sold to a company, and what it complains of.
  /\b(abonnements?|vendeurs?|marketplace|boutiques?|prelevements?|litiges?|debiteurs?|certificats? (de signature|qualifies?))\b/g,
];

/** The different words of other trades that a text holds. */
export function tradesIn(text: string): ReadonlySet<string> {
  return new Set(TRADES.flatMap((words) => [...text.matchAll(words)].map(([said]) => said)));
}
