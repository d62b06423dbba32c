/**
 * Whether a page holds a form of ours, and which kind. A page claims nothing by one clue: what is asked, by whom, and what the page says it is
 * for must agree. Logins, searches, shops, buyers' pages, letters and job applications are not ours.
 */
import { isFieldKey } from "../domain/fields.ts";
import type { ControlReading, PageReading, Target } from "../domain/page-reading.ts";
import type { Guess } from "./guess.ts";
import { isSearchForm } from "./leave.ts";
import type { Resolved } from "./resolve.ts";
import { wordsOf } from "./words.ts";

export interface Weighed {
  readonly guess: Guess;
  readonly resolved: Resolved;
  readonly leave: ControlReading["leave"];
}

export interface Verdict {
  readonly detected: boolean;
  readonly kind: PageReading["kind"];
  readonly why: readonly string[];
  /** Controls of a login block. */
  readonly logins: ReadonlySet<Element>;
}

const IDENTITY: ReadonlySet<string> = new Set(["siret", "siren", "tvaIntracommunautaire", "siretSiege", "rna", "nda"]);
const COMPANY: ReadonlySet<string> = new Set([
  ...IDENTITY,
  "nic",
  "raisonSociale",
  "nomCommercial",
  "sigle",
  "formeJuridique",
  "formeJuridiqueCode",
  "codeNaf",
  "activitePrincipale",
  "categorieEntreprise",
  "estPme",
  "statutEss",
  "capitalSocial",
  "rcsVille",
  "rneDateImmat",
  "effectif",
  "dateCreation",
  "chiffreAffairesN1",
  "chiffreAffairesN2",
  "chiffreAffairesN3",
  "exerciceFinN1",
  "effectifMoyenN1",
  "caMoyen",
  "urlCertificatOpqibi",
  "dirigeantNomComplet",
  "signataireHabilite",
  "inscriptionRegistre",
]);

/** Words of pages where a company presents itself to a buyer. */
const OURS =
  /\b(candidatures?|candidater|soumission(ner|naire)?s?|(deposer|depot|remise|remettre|constituer|envoi|transmission)( d| du| de la| de| votre| un| le| des| l)* ?(plis?|offres?|reponses?|candidatures?)|votre pli|reponse( electronique)?|retrait|dce|dossiers? de (la )?consultation|consultations?|marches? publics?|dume|espd|appels? d offres?|motifs d exclusion|referencement|fournisseurs?|prestataires?|operateurs? economiques?|attributaire|sous traitance|groupement|dc1|dc2|attestations?|supplier|vendor|tender(er)?|bidders?|procurement|qualification)\b/;
/** Words of pages where a company registers. */
const REGISTRATION =
  /\b(inscription|inscrire|s inscrire|enregistre(r|ment)|creation|creer|nouveau (compte|tiers|dossier)|nouvelle (entreprise|structure|societe)|votre (entreprise|societe|structure|organisation|etablissement)|ma (structure|societe)|mon (entreprise|etablissement)|fiche (entreprise|societe|fournisseur|commerciale)|entreprise|etablissement|structure|societe|organisation|partenaire|register|registration|sign ?up|company)\b/;
/** What shops name their steps. */
const SHOP =
  "[id*=checkout i], [class*=checkout i], [id*=panier i], .cart, #cart, [class*=shopping-cart i], [action*='/commande' i], [action*='/checkout' i], [action*='/panier' i]";
const NOT_OURS: readonly (readonly [string, RegExp])[] = [
  [
    "shop",
    /\b(panier|(adresse|mode|frais) de livraison|checkout|paiement securise|vers le paiement|payer|carte bancaire|passer (la |ma )?commande|valider (ma|la) commande|mode d expedition|boutique)\b/,
  ],
  [
    "buyer",
    /\b(publier (un|le|votre|mon) (marche|besoin|avis)|(creer|creation d|nouveau|nouvel|saisir|rediger)( un| une)?( nouveau| nouvelle)? (marche|avis|besoin|consultation|appel d offres?)|creation (de la|d une) consultation|deposer un besoin|depot d(e|un)? ?besoin|besoin d achat|espace acheteur|profil acheteur|vous etes (un )?acheteur|pouvoir adjudicateur inscription)\b/,
  ],
  [
    "password",
    /\b(mot de passe (oublie|perdu)|reinitialis(er|ation)( (du|de|mon|votre|le|ce))* mot de passe|mot de passe a reinitialiser|forgot(ten)? password|reset (your )?password)\b/,
  ],
  ["letter", /\b(newsletter|lettre d information|alertes?|s abonner|abonnement|m abonner|etre (averti|alerte|informe))\b/],
  [
    "question",
    /\b(poser (une|votre) question|question(s)? (a l acheteur|sur la consultation)|contactez nous|(?<!pouvons )nous contacter|contacter (nous|le support|l acheteur)|formulaire de contact|assistance|support technique|hotline|ticket|reclamation|signaler|demande d (aide|assistance))\b/,
  ],
  ["job", /\b(offres? d emploi|recrutement|postuler|candidature spontanee|lettre de motivation|votre cv|curriculum|emploi|stage)\b/],
  ["member", /\b(adhesion|adherer|adherent|cotisation|bulletin|faire un don|benevole|devenir membre)\b/],
  [
    "rental",
    /\b(location|louer|salle (des fetes|polyvalente|municipale)|subvention|permis de|occupation( temporaire)? du domaine public|autorisation de voirie|debit de boissons)\b/,
  ],
  [
    "event",
    /\b(webinaire|evenement|salon|conference|petit dejeuner|rendez vous|reservation|inscription a la (formation|reunion|journee))\b/,
  ],
  ["search", /\b(recherche (avancee|de|d)|rechercher (une|un|des|les)|advanced search|resultats de recherche)\b/],
];

/** A form about somebody else's company: a buyer adds a supplier, a shop its clients, a town its taxpayers. */
const OF_ANOTHER =
  /\b(ajout(er|ez)?|nouve(au|l|lle)|creer|creation|saisie?|modifier|modification|fiche)( (d|du|de|un|une|le|la|l|des|en|ce|nouveau|nouvelle))* (clients?|redevables?|prospects?|locataires?|debiteurs?|assujettis?)\b|\bajout(er|ez)?( (d|du|de|un|une|le|la|l|des|nouveau|nouvelle))* (prestataires?|fournisseurs?|sous ?traitants?)\b/;
/** A title that is the plural of what a back office lists. */
const LISTED =
  /^((gestion|liste|administration) (des|de) )?(entreprises|societes|cabinets|clients|contacts|prospects|fournisseurs|prestataires|sous ?traitants|tiers)$/;

/** What an administrator corrects is somebody's candidature. */
const EXAMINED = /\b(corriger|instruire|examiner|evaluer|noter) (la|une|cette|les) candidatures?\b/;
/** Menus of back offices: whom one manages, among what. */
const MANAGED = /^(utilisateurs|users|clients|prospects|leads|opportunites|abonnements|abonnes)$/;
const KEPT =
  /^(candidatures|entreprises|societes|cabinets|fournisseurs|prestataires|contacts|tiers|commandes|produits|dossiers|actualites)$/;

/** The controls that count, the words of the page, and the verdict. */
export function detect(document: Document, all: readonly Weighed[], knownPortal: boolean): Verdict {
  const why: string[] = [];
  const logins = loginControls(all);
  const counted = all.filter(
    ({ leave, guess }) =>
      (leave === undefined || leave === "readOnly" || leave === "disabled" || (leave === "hidden" && guess.control.type === "file")) &&
      !logins.has(guess.control.element),
  );
  const targets = new Set(counted.flatMap(({ resolved }) => resolved.target ?? []));
  const fields = [...targets].filter((target) => isFieldKey(target) && target !== "password");
  const company = fields.filter((target) => COMPANY.has(target));
  const slots = [...targets].filter((target) => target.startsWith("document."));
  const named = slots.filter((target) => target !== "document.autre");
  const sworn = all.some(({ leave, guess }) => leave === "sworn" && guess.control.type === "checkbox");
  const said = pageWords(document, counted);
  const ours = OURS.test(said.all);
  const registers = REGISTRATION.test(said.all);
  const against = NOT_OURS.filter(([, words]) => words.test(said.purpose)).map(([what]) => what);
  why.push(`fields: ${fields.join(", ") || "none"}`, `slots: ${slots.join(", ") || "none"}`, `company: ${company.length}`);
  if (ours) why.push("words of a candidature");
  if (registers) why.push("words of a registration");
  if (counted.some(({ guess }) => guess.control.element.closest(SHOP) !== null)) against.push("checkout");
  const titles = said.heading.concat(" ", said.over);
  if (OF_ANOTHER.test(titles) || EXAMINED.test(said.heading) || said.isListed || isBackOffice(document)) against.push("another company");
  if (counted.length <= 4 && LOGIN.test(titles)) against.push("login");
  if (against.length > 0) why.push(`not ours: ${against.join(", ")}`);
  const isIdentified = company.some((target) => IDENTITY.has(target));
  const strong =
    (isIdentified && company.length >= 2 && fields.length >= 4) || named.length >= 2 || (company.length >= 4 && fields.length >= 5);
  const kind = kindOf(fields, named.length, said, ours);
  const isProfessional = isIdentified && !isOnlyTax(company) && company.length >= 2;
  if (against.length > 0 && !(strong && isMild(against, said, isProfessional))) return { detected: false, kind: null, why, logins };
  const detected =
    (isIdentified && !isOnlyTax(company)) ||
    named.length > 0 ||
    (company.length >= 2 &&
      (ours || registers || knownPortal || company.length >= 3) &&
      !(
        company.length === 2 &&
        company.includes("raisonSociale") &&
        isOnlyTax(company.filter((one) => one !== "raisonSociale")) &&
        !ours
      )) ||
    (company.length >= 1 && fields.length >= 3 && (ours || registers || knownPortal)) ||
    (fields.length >= 4 && (ours || registers || knownPortal) && isOfCompany(said)) ||
    (slots.length > 0 && ours && !isLetter(fields, named, all)) ||
    (fields.length >= 3 && knownPortal && ours) ||
    (sworn && ours && OATH.test(said.all));
  return { detected, kind: detected ? kind : null, why, logins };
}

/** A message to write, with who writes it and perhaps a file: a letter to whoever keeps the site. */
function isLetter(fields: readonly Target[], named: readonly Target[], all: readonly Weighed[]): boolean {
  return (
    named.length === 0 &&
    fields.every((field) => field.startsWith("contact")) &&
    all.some(
      ({ guess }) =>
        guess.control.type === "textarea" && /^(votre |your )?(message|question|demande)\b/.test(wordsOf(guess.label).join(" ")),
    )
  );
}

/** What names a small form that lets in who is known already. */
const LOGIN = /\b(connectez vous|se connecter|connexion|identifiez vous|log ?in|sign ?in)\b/;

const OATH = /\b(motifs d exclusion|candidature|attestation|interdictions? de soumissionner|marche public)\b/;

/** A tax number alone is asked by shops too. */
function isOnlyTax(company: readonly string[]): boolean {
  return company.every((target) => target === "tvaIntracommunautaire");
}

function isOfCompany({ all }: PageWords): boolean {
  return /\b(structure|entreprise|societe|fiche commerciale|fournisseur|prestataire|candidat|soumissionnaire|operateur economique|company|supplier)\b/.test(
    all,
  );
}

const MILD: ReadonlySet<string> = new Set(["event", "letter", "question", "search", "member"]);

/**
 * Words that a real candidature page may well hold beside it: a menu of alerts, an insurance for the site's works; the payment of a
 * professional's account.
 */
function isMild(against: readonly string[], { heading }: PageWords, isProfessional: boolean): boolean {
  const main = NOT_OURS.filter(([, words]) => words.test(heading)).map(([what]) => what);
  return against.every((what) => (MILD.has(what) || (what === "shop" && isProfessional)) && !main.includes(what));
}

interface PageWords {
  /** Title, headings, buttons, legends. */
  readonly all: string;
  /** What tells the page's purpose: title, main headings, the forms' buttons and addresses. */
  readonly purpose: string;
  readonly heading: string;
  /** The outermost titles over the controls. */
  readonly over: string;
  readonly isListed: boolean;
}

function pageWords(document: Document, counted: readonly Weighed[]): PageWords {
  const forms = new Set(counted.map(({ guess }) => (guess.control.element as HTMLInputElement).form ?? null));
  const buttons: string[] = [];
  for (const form of forms) {
    if (form === null || isSearchForm(form)) continue;
    if (forms.size > 4) break;
    for (const button of form.querySelectorAll("button, input[type=submit], input[type=button]")) {
      buttons.push(button instanceof HTMLInputElement ? button.value : (button.textContent ?? ""));
    }
    buttons.push((form.getAttribute("action") ?? "").replace(/[_/.?=&-]/g, " "));
  }
  const titles = [...document.querySelectorAll("h1, h2")].filter((title) => title.closest("aside, nav, footer") === null).map(textOf);
  const over = counted.flatMap(({ guess }) => guess.control.headings.slice(-2).map(({ text }) => text));
  const legends = counted.flatMap(({ guess }) => guess.control.headings.map(({ text }) => text));
  const main = [document.title, ...[...document.querySelectorAll("h1")].map(textOf)];
  const words = (texts: readonly string[]) => wordsOf([...new Set(texts)].join(" . ").slice(0, 6_000)).join(" ");
  return {
    all: words([...main, ...titles, ...legends, ...buttons.slice(0, 30), leadText(document)]),
    purpose: words([...main, ...(counted.length < 12 ? titles : []), ...over, ...buttons.slice(0, 12)]),
    heading: words(main),
    over: words(over),
    isListed: titles.some((title) => LISTED.test(words([title]))),
  };
}

function textOf(element: Element): string {
  return element.textContent ?? "";
}

function isBackOffice(document: Document): boolean {
  const entries = [...document.querySelectorAll("nav a, aside a, header a, [role=navigation] a")].map((link) =>
    wordsOf(textOf(link)).join(" "),
  );
  const managed = new Set(entries.filter((entry) => MANAGED.test(entry))).size;
  return managed > 0 && managed + new Set(entries.filter((entry) => KEPT.test(entry))).size > 1;
}

/** The first words of the main part, where a page says what it is. */
function leadText(document: Document): string {
  return (document.querySelector("main, [role=main], #content, #contenu")?.textContent ?? "").replace(/\s+/g, " ").slice(0, 600);
}

/** Controls of a login: a lone password and the name beside it. */
function loginControls(all: readonly Weighed[]): ReadonlySet<Element> {
  const logins = new Set<Element>();
  for (const [at, { guess }] of all.entries()) {
    const input = guess.control.element as HTMLInputElement;
    if (input.type !== "password") continue;
    const next = all[at + 1]?.guess.control.element as HTMLInputElement | undefined;
    const before = all[at - 1]?.guess.control.element as HTMLInputElement | undefined;
    const isRegistration = next?.type === "password" || before?.type === "password" || input.autocomplete === "new-password";
    const form = input.form;
    const texts =
      form === null ? 0 : [...form.elements].filter((one) => one instanceof HTMLInputElement && /^(text|email|tel)$/.test(one.type)).length;
    const isSmallForm = form !== null && texts <= 2;
    const isBlock = before !== undefined && areBeside(before, input);
    if (isRegistration && !isSmallForm) continue;
    if (isSmallForm) for (const one of form.elements) logins.add(one);
    else if (isBlock && input.autocomplete !== "new-password" && texts > 6 && !followsFields(all, at)) logins.add(before);
  }
  return logins;
}

/** A password amid the fields of a person is that of a new account. */
function followsFields(all: readonly Weighed[], at: number): boolean {
  const around = all.slice(Math.max(0, at - 4), at - 1);
  return around.some(({ resolved }) => resolved.target !== null && isFieldKey(resolved.target));
}

function areBeside(one: Element, other: Element): boolean {
  let ancestor = one.parentElement;
  for (let depth = 0; ancestor !== null && depth < 4; depth++, ancestor = ancestor.parentElement) {
    if (ancestor.contains(other)) return ancestor.querySelectorAll("input:not([type=hidden])").length <= 4;
  }
  return false;
}

function kindOf(fields: readonly Target[], slots: number, { all, heading }: PageWords, ours: boolean): PageReading["kind"] {
  if (slots > 0 && slots >= fields.length) return "upload";
  if (
    /\b(candidature|dume|espd|motifs d exclusion|pli|soumission)\b/.test(heading) ||
    fields.some((field) => /^(chiffreAffaires|effectif(Moyen|Enc)|statutEss|estPme)/.test(field)) ||
    slots > 0
  )
    return "candidature";
  if (fields.length <= 3) return "identification";
  if (REGISTRATION.test(heading) && !/\b(retrait|dce|telechargement|consultation)\b/.test(all)) return "registration";
  return ours ? "identification" : "registration";
}
