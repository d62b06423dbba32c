/** Whose a control is: the candidate's or another party's, and which person or address of the candidate, by the words around it. */
import { remembering, wordsOf } from "./words.ts";

export interface Qualifiers {
  readonly party?: "candidat" | "autre" | undefined;
  /** `autre`: a person of the company whom we don't know: accounts, billing, tutor… */
  readonly role?: "contact" | "dirigeant" | "autre" | undefined;
  readonly address?: "siege" | "autre" | undefined;
}

/** Looked for in texts without accents or punctuation, in lower case. The first that matches wins. */
const OTHER_PARTY =
  /\b(acheteurs?|acheteuses?|achat public|pouvoirs? adjudicateurs?|entites? adjudicatrices?|autorite contractante|contracting (authority|entity)|buyer|maitres? d (ouvrage|oeuvre)|(?<!\b(de|par|a|pour|avec|dans|aupres de) (la|cette|notre) )collectivite|service achats?|sous ?traitants?|sous ?contractants?|sous ?traitance|subcontractors?|co ?traitants?|co ?contractants?|membres?( n)? ?\d|(deuxieme|second|seconde|troisieme|quatrieme|cinquieme|2e|2eme|3e|3eme) (membre|entreprise|operateur|entite|societe)|(autres?|chaque) (membre|entreprise|operateur|entite|societe)s?|mis(e|es)? a (la |sa )?disposition|dont les (moyens|capacites)|membres? du groupement|composition du groupement|consortium members?|partners? \d|autres entites|other entities|capacites d autres|capacites (des|de)quels?|s appuie|sur les capacites|cadre reserve|reserve a l (administration|acheteur|universite|hopital)|ne pas remplir|donneurs? d ordres?|clients?|client final|customer|beneficiaires?|(maison|societe|entreprise|organisme) mere|parent company|groupe d appartenance|ayant droit|parrain|tuteur|employeur|assureurs?|assurance|courtier|banques?|banquier|etablissement bancaire|agence bancaire|domiciliation|expert comptable|commissaires? aux comptes|garant|caution|organisme (certificateur|de certification|de formation)|certificateur|destinataires?|references? (client|professionnelle|n)|principales references|fabricant|constructeur|transporteur|prescripteur|chantier|stagiaire|salarie n|intervenants?|conjoint|prospect|ami)\b/;
/** Nearer to the candidate than what another word of the same title may say. */
const CANDIDATE =
  /\b(candidat(e|s)?( ou mandataire)?|soumissionnaire|mandataire(?!s? socia)|operateur economique|economic operator|tenderer|bidder|titulaire|votre (entreprise|societe|structure|organisation|etablissement|compte)|entreprise candidate|fournisseur|prestataire|supplier|vendor|company|entreprise|societe|etablissement)\b/;
const DIRIGEANT =
  /\b(representants?( legal| legaux)?|dirigeants?|dirigeante|gerants?|gerante|gerance|president|presidente|mandataires? socia(l|ux)|responsable legal|responsable de (l entreprise|la societe|la structure|l etablissement)|represente(e|s)? par|signataires?|personnes? (habilitees?|physiques? habilitees?|ayant le pouvoir|ayant pouvoir)|chef d entreprise|legal representative|authori[sz]ed (signatory|representative)|signatory|directeur general|representatives)\b/;
const CONTACT =
  /\b(contacts?|interlocuteurs?|interlocutrice|correspondants?|referents?|personnes? (a contacter|de contact)|referentes?|demandeur|charge du dossier|responsable du dossier|suivi du dossier|qui (suivra|suit|gere) (le|ce|votre) dossier|(pouvons|pouvez|peut) (nous |on )?(contacter|joindre|appeler)|qui (contacter|joindre|appeler)|a (contacter|joindre|prevenir)|utilisateurs?|vos coordonnees|vos informations|informations personnelles|(votre|mon) (profil|identite|compte)|administrat(eur|rice)s? d[eu] (ce |votre |mon )?compte|qui depose|deposante?|user|your details|account)\b/;
const OTHER_ROLE =
  /\b(facturation|factures?|assistante?s?|secretaires?|secretariat|commandes|bons? de commande|orders?|apres vente|pharmacovigilance|materiovigilance|logistique|comptab(le|ilite)|billing|invoic(e|ing)|accounting|accounts (payable|receivable)|livraison|delivery|shipping|tresorerie|paiement|reglement|technique|support|sav|service client|commercial de suivi|dpo|protection des donnees|juridique|ressources humaines|rh|(contact|correspondant|responsable|referent) (qualite|rse|hse|qse|environnement|securite|informatique|communication|presse|formation|export)|urgences?|astreinte|remplacant|suppleant|second contact|contact 2|contact secondaire|deuxieme contact|autre contact|conducteur|chef de chantier|formateurs?|formatrices?|medecin|maire|elu|equipe|collaborateurs?|experts?|salaries|employes?|chefs? de projet|ressources|trainers?|team)\b/;
const SIEGE = /\b(siege|head office|registered office|headquarters?)\b/;
const OTHER_ADDRESS =
  /\b(facturation|livraison|billing|shipping|delivery|remit( to)?|envoi des commandes|(si|lorsque) different(e|es|s)?|lieux? (d|de|du|des) (?!immatriculation)\w+|chantier|naissance|(adresse|address|coordonnees)( \w+)? (d |de |du |des )?(execution|intervention|installation|personnelle|domicile|depot|entrepot|agence|succursale|laboratoire|atelier|usine|magasin|site(?! (web|internet))|production)|domicile)\b/;

/** To whom or with whom something is done is not whose it is: "Échanges avec l'acheteur", "adresse communiquée à la collectivité". */
const TOWARDS =
  /\b(avec|aupres (d[eus]|des)|presente[rz]( vous)? a|(connaitre|connue?s?|reperee?s?|visibles?|referencee?s?) (d[eu]|des|par)|(communique|transmi[ts]|adresse|envoye|visible|destine)(e|s|es|r|z)? a) (l |le |la |les |cet |cette |ce |nos |notre |votre )?(acheteurs?|acheteuses?|pouvoirs? adjudicateurs?|entites? adjudicatrices?|collectivite|maitres? d ouvrage|administration|buyer)\b/g;

/** What a text says of party, person and address. */
export const qualifiersOf: (text: string) => Qualifiers = remembering(qualifiersIn);

function qualifiersIn(text: string): Qualifiers {
  const plain = wordsOf(text).join(" ").replace(TOWARDS, " ");
  if (plain.trim() === "") return {};
  const other = OTHER_PARTY.test(plain);
  const candidate = CANDIDATE.test(plain);
  return {
    party: other && !isCandidateToo(plain) ? "autre" : candidate ? "candidat" : undefined,
    role: OTHER_ROLE.test(plain) ? "autre" : DIRIGEANT.test(plain) ? "dirigeant" : CONTACT.test(plain) ? "contact" : undefined,
    address: OTHER_ADDRESS.test(plain) ? "autre" : SIEGE.test(plain) ? "siege" : undefined,
  };
}

/** "Candidat ou mandataire du groupement", "à communiquer à l'acheteur par le candidat": the candidate, though another is named. */
function isCandidateToo(plain: string): boolean {
  return (
    /\b(candidat|soumissionnaire|titulaire|mandataire|attributaire)( individuel| unique| seul)? ou (le |du )?(mandataire|membre|chaque)/.test(
      plain,
    ) ||
    /\b(referencement|inscription|enregistrement|espace|portail|agrement|qualification|annuaire|base) (des |de |d |du |comme |nouveaux? )*(prestataires?|fournisseurs?|sous ?traitants?|candidats?|soumissionnaires?|entreprises?|operateurs? economiques?)\b/.test(
      plain,
    ) ||
    /^(le |du |identification du |identite du |presentation du )?(candidat|soumissionnaire|operateur economique)\b/.test(plain)
  );
}

/** A text that may say whose a control is, and where it stands: "title", "name", or the rung of a label. */
export interface Saying {
  readonly from: string;
  readonly text: string;
  readonly says: Qualifiers;
}

/** A word that says whose a control is; of each kind the nearest decides. */
export interface Sign {
  readonly about: keyof Qualifiers;
  readonly says: string;
  readonly from: string;
  readonly text: string;
  readonly decides: boolean;
}

/** The nearest word: what the label says, else its nearest title, else the next. Each that spoke is noted. */
export function nearest<K extends keyof Qualifiers>(about: K, chain: readonly Saying[], signs: Sign[]): Qualifiers[K] {
  let nearestOne: Qualifiers[K] | undefined;
  for (const { from, text, says } of chain) {
    const said = says[about];
    if (said === undefined) continue;
    signs.push({ about, says: said, from, text, decides: nearestOne === undefined });
    nearestOne ??= said;
  }
  return nearestOne;
}

const NAME_PARTY =
  /\b(acheteur|ach|buyer|authority|pouvoir adjudicateur|sous traitant|soustraitant|subcontractor|cotraitant|co traitant|membres?|members?|client|customer|tuteur|tutor|parent company|maison mere|banque|bank|assureur|insurer|reference|chantier)\b/;
const NAME_ROLE_OTHER = /\b(facturation|facture|invoice|billing|livraison|delivery|shipping|comptable|compta|accounting)\b/;
const NAME_DIRIGEANT =
  /\b(representants?|representatives?|representant legal|dirigeant|gerant|signataire|signatory|legal rep|mandataire social)\b/;
const NAME_CONTACT = /\b(contact|ctc|interlocuteur|correspondant|user|utilisateur|demandeur)\b/;

/** What a control's own name says. Weaker than any text. */
export function nameQualifiersOf(words: readonly string[]): Qualifiers {
  const plain = words.join(" ");
  return {
    party: NAME_PARTY.test(plain) ? "autre" : undefined,
    role: NAME_ROLE_OTHER.test(plain)
      ? "autre"
      : NAME_DIRIGEANT.test(plain)
        ? "dirigeant"
        : NAME_CONTACT.test(plain)
          ? "contact"
          : undefined,
    address: /\b(siege|head office)\b/.test(plain) ? "siege" : NAME_ROLE_OTHER.test(plain) ? "autre" : undefined,
  };
}
