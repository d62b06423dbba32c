/** The words by which pages say what they are for. Looked for in texts without accents or punctuation, in lower case. */

/** Pages where a company presents itself to a buyer. */
export const OURS =
  /\b(candidatures?|candidater|candidat(e|s|es)?|capacites? (economiques?|financieres?|techniques?|professionnelles?)|e marches|salle des marches|achats publics|plateformes? (de depot|des marches|d achats?)|soumission(ner|naire)?s?|(deposer|depot|remise|remettre|constituer|envoi|transmission)( d| du| de la| de| votre| un| le| des| l)* ?(plis?|offres?|reponses?|candidatures?)|votre pli|reponse( electronique)?|retrait|dce|dossiers? de (la )?consultation|acceder (au|aux) (dce|dossiers?|pieces)|connaitre (des|aupres des|par les) acheteurs|fichier( des)? (entreprises|fournisseurs|prestataires)|(?<!demande de )consultations?(?! du public)|marches? publics?|(pieces|dossier|documents) (du|d un|de ce) marche|dume|espd|appels? (d offres?|publics? a la concurrence)|motifs d exclusion|referencement|fournisseurs?|prestataires?|operateurs? economiques?|attributaire|sous traitance|groupement|dc1|dc2|attestations?|supplier|vendor|tender(er)?|bidders?|procurement|qualification)\b/;

/**
 * What is said where somebody buys by a procedure of one's own, and what is said of it by others too: who lends on a market, who teaches to win one.
 * A candidature, a qualification, an operator or a company of one's own are said by prizes, insurers, customs and incubators: none of them is here.
 */
const BY_PROCEDURE =
  "e marches|salle des marches|marches publics electroniques|soumission(s|ner|naires?)?|connaitre des acheteurs|echanges avec l acheteur|capacites? (\\w+ ){0,4}(du|de l|des) (candidats?|operateurs?)|mise en concurrence|plis?|mapa|dume|espd|dc[12]|adjudicat\\w+|accords? cadres?|marches? subsequents?|motifs d exclusion|tender(s|er|ers|ing)?|bidders?|procurement|(en|du|d un|le|un|candidat ou) groupements?(?! (d |des )?achats?)|groupements? (momentane|conjoint|solidaire|d (entreprises|operateurs))\\w*|cotraitan\\w+|reponses? electroniques?|systemes? d acquisition|maitrise d oeuvre|procedures? (adaptees?|formalisees?)|(remise|depot) des (candidatures et (des )?)?(offres|plis)(?! d emploi)|plateformes? (de (depot|dematerialisation)|d achats?)|(direction|service|bureau|pole) (d |de la |des |de l )?(achats?|commande publique|marches)";
const ON_PROCEDURES =
  "achats publics|dce|(?<!(droit|historique|frais|demande|motif|prix) de )consultations?(?! (juridiques?|medicales?|gratuites?|citoyennes?|veterinaires?|du public|d|a (domicile|distance)|de (vos|mes|documents|comptes))\\b)|capacites? (economiques?|techniques?)|(objet|titulaire|intitule|pieces|reference|numero|n|lots?|domaine|informations) (du|de|des|de ce|le|au) marches?|marches? (n )?\\d\\w*|repon(dre|se) (a|au) (ce |un )?marche";
export const PROCEDURE = new RegExp(`\\b(${BY_PROCEDURE})\\b`);
/** One is enough to say that somebody buys. */
export const BUYING = new RegExp(`\\b(${BY_PROCEDURE}|${ON_PROCEDURES})\\b`);

/** A procedure by its number: a year alone is none. */
export const NUMBERED =
  /\b(marches?|consultations?|procedures?|mapa|accord cadre|subsequent|lots?|appel d offres|rf[pq]|tenders?)( [a-z]+)?( n)? (?!20\d\d\b(?! \d))\w*\d/;

/** What one does to answer: "Déposer mon offre", "Candidater au marché". */
export const ANSWERING =
  /\b(depose[rz]?|depot|remise|remettre|repon(dre|dez|se)|candidat(ure|er)|transmettre|envoyer|soumettre)( (d|de|du|des|un|une|le|la|les|l|a|au|aux|ce|cette|mon|ma|votre))* (offres?|reponses?|marche|consultation|appel|procedure)\b/;

/** Who buys, asked: no buyer asks it on a page of its own. */
export const WHO_BUYS = /\b(acheteu(rs?|se)|donneurs? d ordres?|maitre d ouvrage|entite publique)\b/;

/** What buyers ask beside a company's data: their own lists, a share of what was just asked, a message. */
export const BESIDE =
  /^dont\b|\b(d ?u ?n ?s|clients?|customers?|messages?|commentaires?|observations?|delais?|metiers?|familles?|langues?|language|plaquettes?|certifications?|qualifications?|ordre)\b/;

/** The same, where a title says it. Insurers, banks, prizes and whoever sells to bidders say it too, in their sentences and their labels. */
export const BUYING_BY_TITLE =
  /\b(marches? publics?|commande publique|appels? (d offres?|(publics? )?a (la )?concurrence)|capacites (financieres|professionnelles)|actes? d engagement)\b/;

/** What is bought, in a title: what comes after the name of the procedure is of no other trade. */
export const BOUGHT =
  /\b(marche(?! (des|du|de (noel|producteurs|createurs|gros|nuit|l|la|plein))\b)|consultation(?! (juridique|medicale|gratuite|d un))|appel d offres|accord cadre|procedure adaptee|mapa)\b(?<bought>.*)$/;

/** What buyers say, and others too: of these it takes two. A market of something may be a fair, or a trade. */
export const TRADING: readonly RegExp[] = [
  /\b(acheteurs?|achats)\b/,
  /\b(fournisseurs?|prestataires?|suppliers?|vendors?)\b/,
  /\bmarches?\b(?! (couvert|forain|hebdomadaire|aux|alimentaire|local|nocturne))(?! (de|d|des|du) (?!(travaux|fournitures?|services?|prestations?|maitrise)\b))(?! (financiers|etrangers)\b)/,
  /\breferencements?\b/,
  /\b(titulaires?|attributaires?)\b/,
  /\blots?\b/,
  /\bvotre offre\b/,
];

/** Candidates there are for much else: the word counts beside one of those. */
export const CANDIDATE = /\bcandidat(e|s|es|ure|ures|er)?\b/;

/** Whoever buys by public procedures. Alone it may as well give a subsidy or a permit. */
export const PUBLIC_BODY =
  /\b(mairie|ville d\w*|commun(e|aute) d\w*|agglomeration|metropole|departement|conseil (departemental|regional)|region|centre hospitalier|hopital|hopitaux|chu?|ght|universite|syndicat|siv[ou]m|ministere|prefecture|etablissement public|office public|collectivites?)\b/;

/** "L'organisme", "la société": any company, and nobody's own. */
export const ANY_COMPANY = /\b(l|la) (entreprise|societe|structure|organisation|organisme|etablissement|association)\b/g;

/** Whoever sells to a buyer, and where: beside the words of a registration. */
export const SUPPLIER =
  /\b(fournisseurs?|prestataires?|suppliers?|vendors?|titulaires?|attributaires?|marches\b(?! (de|d|des|du|financiers|etrangers)\b))\b/;

/** The same, as the name of a page. A market there may be the one who fills it hopes for. */
export const SUPPLIERS = /\b(fournisseurs?|prestataires?|suppliers?|vendors?|titulaires?|attributaires?)\b/;

/** Of those words, the ones that buyers' own tools write over a company that they keep: alone they don't say who presents whom. */
export const KEPT =
  /\b(fournisseurs?|prestataires?|suppliers?|vendors?|operateurs? economiques?|attestations?|qualification|sous traitance|attributaires?)\b/g;

/** Of those, the ones that name a company. */
export const KEPT_COMPANY = /\b(fournisseurs?|prestataires?|suppliers?|vendors?|operateurs? economiques?|attributaires?)\b/g;

/** What only who keeps the books of another company asks of it. */
export const BOOKKEEPING = /\b(compte (auxiliaire|comptable|collectif|tiers|general|de charge)|code (tiers|journal|comptable))\b/;

/** A buyer's file is handed over here: whoever takes it says who they are. */
export const HANDED_OVER =
  /\b(retrait|retirer|telecharge(r|ment)|recevoir|obtenir)( (d|de|du|des|un|une|le|la|les|l|a|au|aux|ce|cette|mon|ma|votre))* (dce|(dossiers?|pieces|documents|fichiers)( (d|de|du|des|un|une|le|la|les|l|a|au|aux|ce|cette|mon|ma|votre))* (consultation|marche|appel d offres?|entreprises?))\b|\bdossier de consultation\b|\bretrait (identifie|anonyme|electronique)\b/;

/** Said to whoever answers: "complétez votre dossier", "espace titulaire". No buyer's own tool says it of a company that it keeps. */
export const ADDRESSED =
  /\b(votre|vos|your) (dossiers?|attestations?|pieces|documents|justificatifs|reponses?|candidatures?|offres?|plis?|details|coordonnees|donnees)\b|\b(espace|portail|acces) (titulaire|candidat|soumissionnaire|fournisseur|prestataire)s?\b|\b(supplier|vendor|bidder) portal\b/;

/** Pages where somebody presents a company of one's own, or registers it. */
export const OWN =
  /\b((votre|ma|mon|notre|your|my|l|la) (entreprise|societe|structure|organisation|organisme|etablissement|association|company|organi[sz]ation|fiche commerciale)|mes coordonnees|vos coordonnees|(inscription|inscrire|enregistre(r|ment)|immatriculation)( (d|de|du|des|la|l|une|un|le|ma|mon|votre|nouvelle|nouveau))* ?(entreprise|societe|structure|organisation|organisme|organisateur|personne morale|soumissionnaire|fournisseur|prestataire|partenaire|candidat|etablissement|compte)|creer( (d|de|du|des|un|une|le|la|les|l|a|au|aux|ce|cette|mon|ma|votre))* compte|creation (de|du|d un|de votre) compte|compte professionnel|inscription professionnelle|devenir (fournisseur|prestataire|partenaire|cooperateur)|demande d (habilitation|agrement)|formulaire d habilitation|inscription|register|registration|sign ?up)\b/;

/** What one may be a candidate for, or as, on a page of a buyer's. */
const MARKET =
  "marches?|marche|consultations?|lots?|appels?|accords?|procedures?|groupements?|offres?|mapa|contrats?|entreprises?|societes?|operateurs?|candidats?|fournisseurs?|prestataires?|titulaires?|depot|systeme|sad|concessions?|concours|dialogue|attribution|mandataire|membre|travaux|fournitures?|services?|prestations?|mission|maitrise|\\d+";
const LINK = "la|le|les|l|un|une|votre|vos|notre|cette|ce|cet|d|de|du|des";

/** A title that is a candidature for something else: a franchise, a prize, a lease. */
export const OTHER_CANDIDACY = new RegExp(
  `\\bcandidat(ure|ures|er) (d|de|du|des|a|au|aux|pour|comme|en tant que) ((${LINK}) )*(?!(${LINK}|${MARKET})\\b)\\w+`,
);

export interface Against {
  readonly name: string;
  readonly says: RegExp;
  /** `title`: said by the page's or a block's title; else by a button or an address too. */
  readonly where?: "title";
  /** `beside`: may stand beside a form of ours, unless the page's title says it · `doubt`: such a page may be ours, never for sure. */
  readonly weighs?: "beside" | "doubt";
  /** A company presents itself there too, to another than a buyer: where all of it is asked, it is proposed. */
  readonly isOfCompanies?: true;
  /** What it names may be bought: said of what a procedure is about, it is no objection to speak of. */
  readonly isBuyable?: true;
}

/** "Inviter une entreprise", "Relancer un candidat": what one does to a company that is not one's own. */
export const DONE_TO =
  /^(?!(inscrire|enregistrer|creer|modifier|immatriculer|presenter|identifier|representer|referencer|completer|declarer|devenir|trouver|recuperer) )[a-z]{2,12}(er|ir) (un|une|les|l|le|la|ces|cet|cette|ce)( nouvel| nouvelle| nouveau)? (entreprises?|societes?|fournisseurs?|prestataires?|candidats?|soumissionnaires?|operateurs?|tiers|clients?|partenaires?|cotraitants?|sous traitants?|titulaires?|attributaires?)\b/;

/** Where one is taught to answer markets: in the words of markets, and nobody buys. */
export const TAUGHT =
  /\b(apprendre|apprenez|former|formez|formations?|ateliers?|parcours|stages?)( \w+){0,4} (repondre|remplir|remettre|candidater|mapa|marches? publics?|commande publique|appels? d offres?)\b/;

/** What another page is for: shops, buyers' pages, letters, applications for a job, lists, settings, invoices. */
export const AGAINST: readonly Against[] = [
  {
    name: "a shop",
    isBuyable: true,
    says: /\b(panier|(adresse|mode|frais) de livraison|checkout|paiement securise|vers (le paiement|la livraison|le reglement)|recapitulatif de (la |votre |ma )?commande|total ttc|payer|carte bancaire|passer (la |ma )?commande|valider (ma|la) commande|finaliser (ma|la) commande|mode d expedition|boutique|colis|(?<!(entrepot|depot|site|service|adresse|lieu) d )expeditions?)\b/,
  },
  {
    name: "a buyer's page",
    says: /\b(publier (un|le|votre|mon) (marche|besoin|avis)|(creer|creation d|nouveau|nouvel|nouvelle|saisir|rediger)( un| une)?( nouveau| nouvelle)? (marche|avis|besoin|consultation|appel d offres?)|creation (de la|d une) consultation|depose[rz] (un|votre|vos|mon) besoins?|depot d(e|un)? ?besoin|besoin d achat|espace acheteur|vous etes (un )?acheteur|(attribuer|notifier|saisir|declarer sans suite) (le|la|l|un|une) (lot|marche|attribution|procedure)|registres? des (depots|retraits)|donnees essentielles|declarer (un|le|ce) marche|depot papier|enregistrer le pli|pouvoir adjudicateur inscription|(offres?|plis?|candidatures?|reponses?) recue?s?|(fournisseurs?|candidats?|soumissionnaires?) (ayant|consultes?|interroges?))\b/,
  },
  {
    name: "a service",
    isBuyable: true,
    says: /\b(essai gratuit|essayez( gratuitement)?|(demander|reserver|voir) une demo(nstration)?|(obten(ir|ez)|rece(voir|vez)|demande[rz]|calcule[rz])( un| mon| votre| une)? (devis|tarif|offre de financement|simulation|cotation|chiffrage)|(confiez|confier)( nous)? (votre|vos|nous|un|une|le|la)|(etre|soyez) rappelee?s?|devis( \w+){0,3} (en ligne|gratuit|immediat|rapide|en \d+ (minutes|clics))|souscri(re|vez)|souscription|(ouvrir|ouvrez|ouverture)( un| mon| votre| d un)? compte (pro|professionnel|bancaire|courant|client)|simulateur|recouvrement|impayes?|livre blanc|free trial|get a quote|request a demo)\b/,
  },
  {
    name: "a certification",
    says: /\b(demande|dossier|candidature|renouvellement)( (d|de|du|des|un|une|le|la|les|l|a|au|aux|ce|cette|mon|ma|votre))* (audit|certification|labellisation|label|accreditation)\b/,
    where: "title",
    weighs: "doubt",
  },
  {
    name: "a visit",
    isBuyable: true,
    says: /\b(demande[rz]?|prendre|reserve[rz]?)( de| une| la| votre)* consultation (a|au|en|chez|avec)\b/,
    where: "title",
    isOfCompanies: true,
  },
  {
    name: "a service to bidders",
    says: /\b(parlons|discutons|financez|boostez|decrochez|remportez|gagnez|essayez|testez|profitez|simplifiez|automatisez|rejoignez|decouvrez|(recevez|obtenez|trouvez|protegez|assurez|developpez)(?! (le|les|la|votre|vos)? ?(dce|dossiers?|accuse|pieces|documents))|ne (manquez|ratez|perdez) (plus|pas)|votre (essai|veille|financement|adhesion)|(faites|faire) (analyser|financer|rediger|relire|verifier|certifier|auditer)|financ(er|ement) (de )?(vos|votre)|(veille|avance de tresorerie))\b/,
    where: "title",
    weighs: "doubt",
  },
  {
    name: "a forgotten password",
    says: /\b(mot de passe (oublie|perdu)|reinitialis(er|ation)( (d|de|du|des|un|une|le|la|les|l|a|au|aux|ce|cette|mon|ma|votre))* mot de passe|mot de passe a reinitialiser|forgot(ten)? password|reset (your )?password)\b/,
  },
  {
    name: "a letter",
    says: /\b(newsletter|lettre d information|alertes?|s abonner|abonnement|m abonner|etre (averti|alerte|informe))\b/,
    weighs: "beside",
  },
  {
    name: "a question",
    says: /\b(poser (une|votre) question|question(s)? (a l acheteur|sur la consultation)|contactez nous|nous ecrire|ecrivez nous|(?<!pouvons )nous contacter|contacter (nous|le support|l acheteur)|formulaire de contact|assistance|support technique|hotline|ticket|reclamation|signaler|demande d (aide|assistance))\b/,
    weighs: "beside",
  },
  {
    name: "a job",
    isBuyable: true,
    says: /\b(offres? d emploi|recrutement|postuler|candidature spontanee|devenir franchisee?|candidatures? (de|a la|en) franchise|lettre de motivation|(?<!taxe d )apprentissage|votre cv|curriculum|(?<!(obligation|declaration|acces) (d |a l ))emploi(?! (des|de|d) )|stage)\b/,
  },
  {
    name: "a membership",
    isBuyable: true,
    says: /\b(adhesion|adherer|adherent|cotisation|bulletin|faire un don|taxe d apprentissage|mecenat|promesse de don|benevole|devenir membre)\b/,
    weighs: "beside",
    isOfCompanies: true,
  },
  {
    name: "a permit",
    isBuyable: true,
    says: /\b(location|louer|(?<!\b(travaux|refection|renovation|rehabilitation|construction|extension|nettoyage|entretien|toiture|isolation)( \w+){0,6} )salle (des fetes|polyvalente|municipale)|subvention|permis de|occupation( temporaire)? du domaine public|autorisation de voirie|dechet ?teries?|badges?|assemblee generale|vote|scrutin|declaration (d ouverture|prealable|de travaux)|debit de boissons|demande de (raccordement|branchement)|terrasses?)\b/,
    isOfCompanies: true,
  },
  {
    name: "an event",
    isBuyable: true,
    says: /\b(webinaire|evenement|salon|conference|petit dejeuner|rendez vous|rencontres?|colloque|seminaire|forum|creneau|reservation|inscription a la (formation|reunion|journee)|(inscrire|ajouter) (un|une|des) (salarie|stagiaire|participant|collaborateur|agent)e?s?|convention de formation)\b/,
    weighs: "beside",
    isOfCompanies: true,
  },
  {
    name: "a search",
    // What sites list; "Recherche de fuites" is bought.
    says: /\b(recherche (avancee|(d|de|des|du)( (l|la|le|les|un|une|votre))? (consultations?|marches?|avis|annonces?|appels?|offres?|attributions?|donnees|contrats?|dossiers?|documents?|entreprises?|societes?|etablissements?|organismes?|fournisseurs?|prestataires?|acheteurs?|tiers|clients?|partenaires?|professionnels|artisans|personnes?|logements?|emplois?|produits?|articles?|references?|lots?|siret|siren))|rechercher (une|un|des|les)|advanced search|resultats de recherche)\b/,
    weighs: "beside",
  },
  {
    name: "an invoice",
    says: /\b((creer|saisir|nouvelle|deposer|editer|emettre)( (une|la|votre|cette))? facture|facture n|saisie (de|d une) facture)\b/,
  },
  {
    name: "settings",
    says: /\b(parametres (du|de) (votre )?(compte|profil|la societe)|mes preferences|account settings|plafonds)\b/,
    where: "title",
  },
  {
    name: "another company",
    says: /\b(ajout(er|ez)?|nouve(au|l|lle)|creer|creation|saisie?|modifier|modification|fiche|editer|edition)( (d|du|de|un|une|le|la|l|des|en|ce|nouveau|nouvelle))* (clients?|redevables?|prospects?|locataires?|debiteurs?|assujettis?)\b|\bajout(er|ez)?( (d|du|de|un|une|le|la|l|des|nouveau|nouvelle))* (prestataires?|fournisseurs?|sous ?traitants?|cantines?|organisations?|structures?|etablissements?|organismes?|beneficiaires?|partenaires?|membres?)\b|\b(corriger|instruire|examiner|evaluer|noter) (la|une|cette|les) candidatures?\b|\btransferer\b|\b(premieres?|nouvelles?) opportunites?\b/,
    where: "title",
  },
  {
    name: "two companies",
    says: /\b(declaration|acceptation|agrement|demande)( (d|de|du|la|l|une?|acceptation|agrement))* sous trait/,
    where: "title",
    weighs: "doubt",
  },
  {
    name: "a person who is kept",
    says: /\b(fiche|dossier|contrat|profil)( (d|de|du|des|un|une|le|la|les|l|a|au|aux|ce|cette|mon|ma|votre))* (salaries?|agents?|eleves?|patients?|employes?|stagiaires?|usagers?|locataires?|benevoles?)\b/,
    where: "title",
  },
  {
    name: "a survey, a training, a dispute",
    says: /\b((reponses?|repondre|participer|participation) (a|au|aux)( la| l| une| cette| notre| ce)? ?(enquetes?|sondage|barometre|recensement|trophees?)|enquete (annuelle|statistique|obligatoire|de conjoncture)|(inscription|inscrire|inscrivez vous|s inscrire) (a|au|aux)( la| l| une| un| cette| notre)? ?(formation|atelier|session|club|stage)|(saisir|saisine)( (d|de|du|des|un|une|le|la|les|l|a|au|aux|ce|cette|mon|ma|votre))* mediat\w+|mediat(eur|ion) des entreprises|recours (contre|gracieux|contentieux|amiable)|contester|(demande|demander|obtenir|solliciter)( (d|de|du|des|un|une|le|la|les|l|a|au|aux|ce|cette|mon|ma|votre))* (financement|pret|credit|caution\w*|garantie)|(rejoindre|obtenir|porter|demander) (le|un|ce|notre|votre) (label|reseau|club|programme)|inscrire (mon|votre|l|une) (entreprise|societe|structure) (a|au) (l |la )?(groupement|reseau|club|programme|annuaire)|consultation (juridique|medicale|gratuite|d expert|d avocat|citoyenne)|(prendre|reserver|demander) (une |la )?consultation)\b/,
    where: "title",
    weighs: "doubt",
  },
  {
    name: "perhaps another company",
    says: /(?<!(enregistrement|inscription) d une )\b(nouve(au|l|lle)|creer|creation|modifier|modification|fiche|editer|edition)( (d|du|de|un|une|le|la|l|des))* (societes?|tiers|bailleurs?|entreprises?|structures?|organismes?|organisations?)\b/,
    where: "title",
    weighs: "doubt",
  },
];

/** A title that is one entry of what a back office keeps: "Fournisseur FR-00214", "Tiers n° 12". */
export const RECORD =
  /^(fiche |dossier )?(fournisseur|client|tiers|prestataire|prospect|societe|entreprise|contact|organisme|structure|etablissement|sous traitant)( [a-z]{1,4})?( n| no| numero| id| ref| code)? \d[\d ]*$/;
/** "Nouvel intervenant", where the menu lists "Intervenants": one more of what the site keeps. */
export const ONE_MORE =
  /^(?:nouve(?:au|l|lle)|ajout(?:er)?|creer|creation)(?: (?:d|de|du|l|la|le|un|une|nouveau|nouvel|nouvelle))* ([a-z]{4,})$/;
/** What one makes oneself, in a list of one's own. */
export const ONES_OWN = /^(candidature|reponse|offre|compte|inscription|demande|dossier|depot|profil|mot|attestation|document)s?$/;
/** Menus of whoever answers markets: what they handed in or took away, among the consultations. Applications and offers are a job site's too. */
export const BIDDERS_OWN = /^(mes|vos) (depots|plis|retraits|reponses|soumissions|dce)( \w+)?$/;
export const BIDDERS_BESIDE = /\b(consultations|marches publics|appels d offres|dce|salle des marches|messagerie securisee)\b/;
/** A title that is the plural of what a back office lists. */
export const LISTED =
  /^((gestion|liste|administration|annuaire) (des|de|d) )?(entreprises|societes|cabinets|clients|contacts|prospects|fournisseurs|prestataires|sous ?traitants|tiers|organismes|structures|etablissements|organisations|candidatures|utilisateurs)$/;
/** What one does to an entry of a list. */
export const WORKED_UPON = /^(modifi(er|cation)|edit(er|ion)?|fiche|details?|nouve(au|l|lle)|creer|creation|ajout(er)?|mise a jour)$/;
/** Menus of back offices: whom one manages, among what. */
export const MANAGED =
  /^(utilisateurs|users|clients|prospects|leads|opportunites|pipeline|relances|abonnements|abonnes|stocks?|comptabilite|tresorerie|ventes|factures?( (recues|fournisseurs?|clients?|emises))?|bons de commande|ecritures?|grand livre|articles|devis|planning|registre des (retraits|depots)|(analyse|ouverture|depouillement) des (offres|plis|candidatures))$/;
export const MANAGED_BESIDE =
  /^(candidatures|entreprises|societes|cabinets|fournisseurs|prestataires|contacts|tiers|commandes|produits|dossiers|actualites|consultations|mes consultations|equipe)$/;
