/** Whose a text says that something is: the candidate's, or another party's. */
import { remembering, wordsOf } from "./words.ts";

export type Party = "candidat" | "autre";

/** Other parties of a procedure, looked for in texts without accents or punctuation, in lower case. */
const ROLE_IN_PROCEDURE =
  /\b(acheteurs?|acheteuses?|achat public|pouvoirs? adjudicateurs?|entites? adjudicatrices?|autorite contractante|contracting (authority|entity)|buyer|maitres? d (ouvrage|oeuvre)|(?<!\b(de|par|a|pour|avec|dans|aupres de) (la|cette|notre) )collectivite(?! (d|de|du|des|europeenne)\b)|service achats?|sous ?traitants?|sous ?contractants?|sous ?traitance|sous ?traitees?|subcontractors?|co ?(traitant|contractant|exposant)s?|membres?( n)? ?\d|(deuxieme|seconde?|troisieme|quatrieme|cinquieme|[23]e(me)?) (membre|entreprise|operateur|entite|societe)|(autres?|chaque) (membre|entreprise|operateur|entite|societe)s?|mis(e|es)? a (la |sa )?disposition|dont les (moyens|capacites)|membres? du groupement|composition du groupement|consortium members?|partners? \d|autres entites|other entities|capacites d autres|donneurs? d ordres?|capacites (des|de)quels?|s appuie|sur les capacites|cadre reserve|reserve a l (administration|acheteur|universite|hopital)|ne pas remplir)\b/;
/** Who deals with any company, and may be who answers: a customer of an insurer, the beneficiary of a grant. */
const OTHER_PARTY =
  /\b(clients?|customer|beneficiaires?|(maison|societe|entreprise|organisme) mere|parent company|groupe d appartenance|ayant droit|parrain|tuteur|employeur|assureurs?|assurance|courtier|banques?|banquier|etablissement bancaire|agence bancaire|domiciliation|expert comptable|commissaires? aux comptes|garant|caution|organisme (de certification|de formation)|certificateur|destinataires?|references? (client|professionnelle|n)|principales references|fabricant|constructeur|transporteur|prescripteur|chantier|stagiaire|salarie n|intervenants?|conjoint|prospect|ami|si vous en avez|a qui vous confiez)\b/;
/** A person of a public body, who buys: "Personne à contacter à la mairie", "Signataire pour la collectivité". */
const OF_A_BODY =
  /\b((contact|interlocut\w+|correspondante?|referente?|personne|responsable)( \w+){0,4} (a|de)|signataires? pour) (la |l )?(mairie|metropole|commune|ville|region|departement|hopital|universite|syndicat|collectivite)\b/;

/** Nearer to the candidate than what another word of the same title may say. */
const CANDIDATE =
  /\b(candidat(e|s)?|soumissionnaire|mandataire(?!s? socia)|operateur economique|economic operator|tenderer|bidder|titulaire|votre (structure|organisation|compte)|fournisseur|prestataire|supplier|vendor|company|entreprise|societe|etablissement)\b/;

/** To whom or with whom something is done is not whose it is: "Échanges avec l'acheteur", "adresse communiquée à la collectivité". */
const TOWARDS =
  /\b(avec|a qui|aupres (d[eus]|des)|presente[rz]( vous)? a|(connaitre|connue?s?|reperee?s?|visibles?|referencee?s?) (d[eu]|des|par)|(communique|transmi[ts]|adresse|envoye|visible|destine)(e|s|es|r|z)? a) (l |le |la |les |cet |cette |ce |nos |notre |votre )?(acheteurs?|acheteuses?|pouvoirs? adjudicateurs?|entites? adjudicatrices?|collectivite|maitres? d ouvrage|administration|buyer)\b|\b(acheteurs?|acheteuse|pouvoir adjudicateur|collectivite) (vous \w+|(\w+ )*(de|sur) vous)|\b(messages?|questions?|demandes?) (de |du )(l |la |le )?(acheteu(r|se)|pouvoir adjudicateur|entite adjudicatrice|collectivite)\b|\bpour ce chantier\b/g;

/** What a text says of whose it is. */
export const partyOf: (text: string) => Party | undefined = remembering((text) => partyIn(withoutTowards(text)));

/** The words of a text, without those whom something is only done with. */
export function withoutTowards(text: string): string {
  return wordsOf(text).join(" ").replace(TOWARDS, " ");
}

/** @param plain words without accents or punctuation, in lower case */
export function partyIn(plain: string): Party | undefined {
  if ((isRole(plain) || OTHER_PARTY.test(plain)) && !isCandidateToo(plain)) return "autre";
  return CANDIDATE.test(plain) ? "candidat" : undefined;
}

/** True for a text that names another party of a procedure: the buyer, a subcontractor, another member. */
export function namesRole(text: string): boolean {
  return isRole(withoutTowards(text));
}

function isRole(plain: string): boolean {
  return ROLE_IN_PROCEDURE.test(plain) || OF_A_BODY.test(plain);
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
    /\bmembre( n)? ?\d.*\b(votre|vous)\b/.test(plain) ||
    /^(le |du |identification du |identite du |presentation du )?(candidat|soumissionnaire|operateur economique)\b/.test(plain)
  );
}
