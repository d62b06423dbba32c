/**
 * What other trades than buying ask of a company, in their own words: whoever lends, insures, lets, rewards, helps, certifies, hires or enrols
 * asks a name, a SIRET and a turnover as a buyer does, and something more that no buyer asks. Looked for in texts without accents, in lower case.
 */

const TRADES: readonly RegExp[] = [
  // Money that is lent, and what answers for it.
  /\b(emprunt\w*|(montant|duree|objet|demande) (de |d |du )?(credit|pret|financement)|plan de financement|besoin (de financement|en fonds de roulement)|prets? (bancaires?|professionnels?|d honneur)|credits? (bail|demande|en cours)|apports? (personnels?|en (capital|fonds propres|numeraire))|endettement|decouverts?|mensualites?|affacturage|encours( \w+)?|levee de fonds|investisseurs?|actionnariat|origine des fonds|politiquement exposee?s?|residence fiscale|beneficiaires? effectifs?|patrimoine|cautions? (de|bancaires?|solidaires?)|retenues? de garantie|previsionnel(le)?s?|business plan|charges? annuelles?)\b/g,
  // What is let, or opened under somebody's name.
  /\b(loyers?|bail|baux|locataires?|preneurs?|garants?|depot de garantie|surfaces? (souhaitees?|recherchees?|demandees?)|local (souhaite|vise|demande)|emplacements?|implantations?|franchis(e|es|eur|eurs|ee|ees|er)|droits? d entree|zones? (de chalandise|souhaitees?|d exclusivite)|redevances?|terrasses?)\b/g,
  // What is insured.
  /\b(sinistres?|sinistralite|proposant|souscripteurs?|assureurs? (precedents?|actuels?)|primes? (annuelles?|d assurance|nettes?)|capitaux (a )?(garantir|assures?)|garanties? (souhaitees?|demandees?|optionnelles?)|franchises? (souhaitees?|d assurance)|antecedents?|mutuelle|prevoyance|risques? a (assurer|garantir))\b/g,
  // What is given.
  /\b(subvention\w*|cofinanc\w+|aides? (de |aux? |a l |demandees?|sollicitees?|publiques|financieres?|regionales?|accordees?|deja)\w*|cheques?|eligib\w+|minimis|depenses? (prevues?|previsionnelles?|subventionnables?|eligibles?)|instruct(eur|eurs|ion)|porteurs? (de |du )?projets?|(montant|nature|description|intitule|budget|cout|resume) (du|de votre|total du) projet|laureats?|tro(phee|phees)|palmares|nomin(e|es|ez|ation|ations|er)|jury|grands? prix|awards?|bourses?|dotations?|mecen(e|es|at)|appel a projets?|prestataire (retenu|choisi|selectionne)|devis (du|de votre|d un) prestataire)\b/g,
  // What is certified, labelled, entered in a register.
  /\b(labellis\w+|accredit\w+|auditeurs?|audit (initial|de \w+)|organisme (certificateur|de certification|accreditateur)|perimetre (de la |de )?(certification|certifie|d accreditation)|referentiels? (vise|demande|choisi)|comite d agrement|commission (d agrement|d attribution|permanente)|numero (eori|d operateur|de licence)|dedouanement|douan\w+|licences? de transport|autorisations? (d exploitation|d exploiter)|capacite de transport|redevables?|eco ?(contribution|organisme)s?)\b/g,
  // Whom one joins.
  /\b(adher\w+|adhesions?|cotisations?(?! (sociales|urssaf|patronales|msa|obligatoires|de|et)\b)|parrain\w*|societaires?|clubs?|filleul\w*|membres? (actifs?|associes?|bienfaiteurs?)|bulletin (d|de)\b|exposants?|stands?|sponsor\w*|badges?|incubat\w+|accelerat(eur|ion)|promotion|start ?ups?|pitch|mentor\w*)\b/g,
  // Who is hired, taught, visited.
  /\b(postes?( vise| souhaite)|lettre de motivation|pretentions?|stagiaires?|apprentis?|alternants?|apprenants?|opco|tuteurs?|maitre de stage|salaires?|remuneration)\b/g,
  // What is sold to a company.
  /\b(abonnements?|formules? (choisie|souhaitee)|code promo|vendeurs?|marketplace|boutiques?|points? de livraison|compteurs?|consommations? (annuelles?|estimees?)|nombre de (vehicules|lignes|cartes|utilisateurs|licences)|puissances? souscrites?|mode de (prelevement|paiement)|mandat sepa|prelevements?|litiges?|debiteurs?|creances?|adversaires?|tribun(al|aux))\b/g,
];

/** The different words of other trades that a text holds. */
export function tradesIn(text: string): ReadonlySet<string> {
  return new Set(TRADES.flatMap((words) => [...text.matchAll(words)].map(([said]) => said)));
}
