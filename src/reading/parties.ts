/** Whose a control is: the candidate's or another party's, and which person or address of the candidate, by the words around it. */
import { type Party, partyIn, withoutTowards } from "./party.ts";
import { remembering } from "./words.ts";

export interface Qualifiers {
  readonly party?: Party | undefined;
  /** `autre`: a person of the company whom we don't know: accounts, billing, tutor… */
  readonly role?: "contact" | "dirigeant" | "autre" | undefined;
  readonly address?: "siege" | "autre" | undefined;
}

const DIRIGEANT =
  /\b((je|nous) soussignee?s?|representante?s?|dirigeante?s?|gerante?s?|gerance|presidente?|mandataires? socia(l|ux)|responsable legal|responsable de (l entreprise|la societe|la structure|l etablissement)|represente(e|s)? par|signataires?|personnes? (physiques? )?(habilitees?|autorisees? a|ayant (le )?pouvoir)|(celui|celle|personne)( ou celle)? qui (engage|signe|represente)(ra)?|^(\d |[a-h] )?qui (signe|signera|engage)( (l|la|le|votre|notre) (offre|candidature|entreprise|societe|candidat|pli))?$|person (authori[sz]ed|empowered) to( (bind|sign( for)?|represent)( (the|your) (company|tenderer|bidder))?)?|chef (d|de l) entreprise|(managing|company) director|chief executive( officer)?|ceo|^direct(eur|rice)(?! (technique|commercial\w*|d\w*)\b)|legal representative|authori[sz]ed (signatory|representative)|signatory|directeur general|representatives)\b/;
const CONTACT =
  /\b(contacts?|interlocuteurs?|interlocutrice|correspondants?|referente?s?|personnes? (a contacter|de contact|a qui|qui (repond|suivra|suit))|demandeur|chargee?s? (du dossier|de l affaire|d affaires)|suivi administratif|(que|qui) .* (pouvons|peut|pourra) (appeler|joindre|contacter)|responsable du dossier|suivi du dossier|qui (suivra|suit|gere) (le|ce|votre) dossier|(pouvons|pouvez|peut) (nous |on )?(contacter|joindre|appeler)|qui (contacter|joindre|appeler)|a (contacter|joindre|prevenir)|utilisateurs?|vos coordonnees|vos informations|informations personnelles|(votre|mon) (profil|identite|compte)|administrat(eur|rice)s? d[eu] (ce |votre |mon )?compte|qui depose|deposante?|user|your details|account)\b/;
const OTHER_ROLE =
  /\b(facturation|factures?|assistante?s?|secretaires?|secretariat|commandes|bons? de commande|orders?|apres vente|pharmacovigilance|materiovigilance|logistique|comptab(le|ilite)|billing|invoic(e|ing)|accounting|accounts (payable|receivable)|livraison|delivery|shipping|tresorerie|paiement|reglement|technique|support|sav|service client|commercial de suivi|dpo|protection des donnees|juridique|ressources humaines|rh|(contact|correspondant|responsable|referent) (qualite|rse|hse|qse|environnement|securite|informatique|communication|presse|formation|export|handicap|insertion|egalite|harcelement)|urgences?|astreinte|remplacant|suppleant|second contact|contact 2|contact secondaire|deuxieme contact|autre contact|conducteur|chef de chantier|formateurs?|formatrices?|medecin|maire|elu|equipe|collaborateurs?|experts?|salaries|employes?|chefs? de projet|ressources|trainers?|team)\b/;
const SIEGE = /\b(siege|head office|registered office|headquarters?)\b/;
const OTHER_ADDRESS =
  /\b(facturation|livraison|billing|shipping|delivery|remit( to)?|envoi des commandes|(si|lorsque) different(e|es|s)?|lieux? (d|de|du|des) (?!immatriculation)\w+|chantier|naissance|(adresse|address|coordonnees)( \w+)? (d |de |du |des )?(execution|intervention|installation|personnelle|depot|entrepot|agence|succursale|laboratoire|atelier|usine|magasin|site(?! (web|internet))|production)|(?<!a )domicile|remittance|sites? (de |d )?(production|fabrication|exploitation|intervention|stockage)|(etablissement|site|agence)s? (secondaire|executante?|qui (?!repond)\w+ra)|performing site)\b/;

/** What a text says of party, person and address. */
export const qualifiersOf: (text: string) => Qualifiers = remembering(qualifiersIn);

function qualifiersIn(text: string): Qualifiers {
  // Of a path, where one is.
  const plain = withoutTowards(text.slice(text.lastIndexOf("›") + 1).replace(/\(ex\b[^)]*\)/i, " "));
  if (plain.trim() === "") return {};
  return {
    party: partyIn(plain),
    role: OTHER_ROLE.test(plain) ? "autre" : DIRIGEANT.test(plain) ? "dirigeant" : CONTACT.test(plain) ? "contact" : undefined,
    address: OTHER_ADDRESS.test(plain) ? "autre" : SIEGE.test(plain) ? "siege" : undefined,
  };
}

/** The words of a text, without the turn of phrase of two words or more that says a person of the company. */
export function withoutRole(text: string): string {
  const plain = withoutTowards(text);
  return [DIRIGEANT, CONTACT].reduce((rest, role) => rest.replace(role, (said) => (said.includes(" ") ? " " : said)), plain);
}

/** Any party is a company: "Société", "Nom de l'entreprise" beside a control says nothing against the title of its block. */
const ANY_PARTY = /\b(entreprise|societe|etablissement|structure|organisation|company|fournisseur|prestataire|supplier|vendor)\b/g;

/** True for a label that says the candidate in words that any company bears. */
export function isOfAnyParty({ text, says }: Saying): boolean {
  return says.party === "candidat" && partyIn(withoutTowards(text).replace(ANY_PARTY, " ")) !== "candidat";
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
  /\b(acheteur|ach|buyer|authority|pouvoir adjudicateur|sous ?traitant|subcontractor|co ?traitant|membres?|members?|client|customer|tuteur|tutor|parent company|maison mere|banque|bank|assureur|insurer|reference|chantier)\b/;
const NAME_ROLE_OTHER = /\b(facturation|facture|invoice|billing|livraison|delivery|shipping|comptable|compta|accounting)\b/;
const NAME_DIRIGEANT = /\b(representants?|representatives?|dirigeant|gerant|signataire|signatory|legal rep|mandataire social)\b/;
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

/** "Directeur : nom", "Premier cotraitant : raison sociale": whose, then what. */
export const HEADED = /^(.{3,60}?)\s*[:–-]\s+(\S.*)$/;
