/**
 * What other trades than buying ask of a company, in their own words: whoever lends, insures, lets, rewards, helps, certifies, hires or enrols
 * asks a name, a SIRET and a turnover as a buyer does, and something more that no buyer asks. Looked for in texts without accents, in lower case.
 */

const TRADES: readonly RegExp[] = [
  // Money that is lent, and what answers for it.
  /\b(emprunt\w*|plan de financement|besoins? de financement|credits? bail|apports? (personnel|en)\w*|endettement|affacturage|encours|levees? de fonds|investisseurs?|origine des fonds|beneficiaires? effectifs?|cautions? (de|bancaire|solidaire)|retenues? de garantie|previsionnel\w*|creances?|avances? (sur|de tresorerie|remboursable)|liasses?)\b/g,
  // What is let, or opened under somebody's name.
  /\b(loyers?|bail|baux|locataires?|preneurs?|garants?|surfaces? (souhait|recherch|demand)\w+|emplacements?|implantations?|franchis(ee?s?|eurs?|er)|zones? (de chalandise|souhaitee)|redevances?|metres (lineaires|carres)|forains?)\b/g,
  // What is insured.
  /\b(sinist\w+|proposant|souscripteurs?|assureurs? (precedent|actuel)|garanties? (souhait|demand)\w+|antecedents?|mutuelle)\b/g,
  // What is given.
  /\b(subvention\w*|cofinanc\w+|aides? (de l|demand|sollicit|publique|financiere|regionale|accordee|deja)\w*|cheques?|eligib\w+|depenses? prev\w+|instruct(eur|eurs|ion)|porteurs? (de |du )?projets?|(cout|budget|intitule) du projet|laureats?|trophees?|nomin(e|es|ez|ations?|er)|jury|grands? prix|mecen\w+|appel a projets?|prestataire (retenu|choisi)|devis (du|de votre) prestataire)\b/g,
  // What is certified, labelled, entered in a register.
  /\b(labellis\w+|accredit\w+|auditeurs?|audit (initial|de \w+)|referentiels? (vise|choisi)|(comite|commission) (d agrement|d attribution|permanente)|eori|douan\w+|redevables?|eco ?(contribution|organisme)s?)\b/g,
  // Whom one joins, and where one shows oneself.
  /\b(adher\w+|adhesions?|cotisations?(?! (sociales|urssaf|patronales|msa|obligatoires|de|et)\b)|parrain\w*|societaires?|clubs?|exposants?|stands?|sponsor\w*|incubat\w+|accelerat\w+|promotion|start ?ups?|pitch)\b/g,
  // Who is hired or taught.
  /\b(postes? vises?|lettre de motivation|stagiaires?|apprentis?|alternants?|apprenants?|opco|tuteurs?|maitre de stage)\b/g,
  // What is sold to a company, and what it complains of.
  /\b(abonnements?|vendeurs?|marketplace|boutiques?|points? de livraison|compteurs?|consommations? annuelles?|nombre de (vehicules|lignes|cartes|utilisateurs|licences)|puissances? souscrites?|prelevements?|litiges?|debiteurs?|certificats? (de signature|qualifies?))\b/g,
];

/** The different words of other trades that a text holds. */
export function tradesIn(text: string): ReadonlySet<string> {
  return new Set(TRADES.flatMap((words) => [...text.matchAll(words)].map(([said]) => said)));
}
