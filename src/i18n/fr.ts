/** Everything the person reads, French. The other languages have the same keys, or do not compile. */
import type { CoffreAsk } from "../domain/coffre.ts";
import type { FieldType } from "../domain/fields.ts";
import type { PieceKind } from "../domain/pieces.ts";
import type { Signature } from "../domain/signature.ts";
import { formatDay } from "../domain/time.ts";
import type { DateField } from "../domain/validity.ts";
import { accountFr } from "./account.fr.ts";
import { askedFr } from "./asked.fr.ts";
import { catchingFr } from "./catching.fr.ts";
import { consultationsFr } from "./consultations.fr.ts";
import { folderFr } from "./folder.fr.ts";
import { formsFr } from "./forms.fr.ts";
import { meansFr } from "./means.fr.ts";
import { outsideFr } from "./outside.fr.ts";
import { counted } from "./plural.ts";
import { reasonsFr } from "./reasons.fr.ts";
import { receiptFr } from "./receipt.fr.ts";

const n = (count: number, one: string, other: string) => counted("fr", count, one, other);

/** The two that are, or the first when neither is. */
function both(first: string, second: string, firsts: number, seconds: number): string {
  return [firsts > 0 || seconds === 0 ? first : "", seconds > 0 ? second : ""].filter(Boolean).join(", ");
}

const DATES: Record<DateField, string> = {
  issuedOn: "Établi le",
  validFrom: "Début de validité",
  validUntil: "Fin de validité",
  closingOn: "Exercice clos le",
};

/** What is expected where a value of that kind is typed. */
const FORMS: Partial<Record<FieldType, string>> = {
  integer: "un nombre, ex. 42",
  amount: "en euros, ex. 6 480 200",
  percent: "en %, ex. 35",
  date: "ex. 31/12/2025",
  email: "ex. nom@entreprise.fr",
  phone: "ex. 01 40 50 60 70",
  url: "ex. https://entreprise.fr",
};

export const fr = {
  asked: askedFr,
  ...outsideFr,

  reasons: reasonsFr,
  candidacy: formsFr,
  means: meansFr,
  consultations: consultationsFr,
  account: accountFr,
  catching: catchingFr,
  receipt: receiptFr,

  news: {
    title: (version: string) => `Pli prêt ${version} : ce qui change`,
    close: "Compris",
  },
  app: {
    name: "Pli prêt",
    options: "Options",
    panel: "Ouvrir dans le panneau latéral",
    loading: "Lecture de la page…",
    broken: "L'extension a rencontré une erreur. Fermez puis rouvrez cette fenêtre.",
  },

  company: {
    heading: "Pour quelle entreprise ?",
    intro: "Vous ne la choisirez qu'une fois.",
    siret: "Nom de l'entreprise, SIRET, SIREN ou n° de TVA",
    nameHint: "Le nom ou son début ; ajoutez la ville s'il est courant",
    siretHint: "Collez ce que vous avez : une ligne de Kbis ou de facture convient",
    searching: "Recherche…",
    goOn: "Tapez au moins trois lettres du nom.",
    foundLabel: "Entreprises trouvées",
    found: (shown: number, total: number) =>
      shown === 0
        ? "Les registres publics ne connaissent aucune entreprise en activité de ce nom. Donnez son SIRET."
        : total > shown
          ? `${n(total, "entreprise", "entreprises")}, voici les ${shown} premières, par leur siège. Précisez le nom ou la ville.`
          : `${n(total, "entreprise", "entreprises")}, par leur siège. Un autre établissement ? Donnez son SIRET.`,
    foundBySiren: (shown: number): string =>
      shown === 0
        ? "Les registres publics ne connaissent aucune entreprise en activité de ce SIREN. Vérifiez-le, ou donnez le SIRET."
        : "Voici son siège. Un autre établissement répond ? Donnez son SIRET.",
    foreign: (state: string) =>
      `Numéro d'une entreprise établie à l'étranger (${state}) : Pli prêt ne connaît que les entreprises inscrites en France. Remplissez ce formulaire à la main.`,
    searchFailures: {
      offline: "Pas de connexion à internet. Donnez le SIRET : les registres seront interrogés au retour de la connexion.",
      unreachable: "La recherche ne répond pas. Donnez le SIRET, ou réessayez dans un instant.",
      busy: "Trop de recherches à la fois. Réessayez dans un instant, ou donnez le SIRET.",
    },
    modes: {
      demo: "Démonstration : les entreprises sont fictives et rien n'est demandé aux services publics.",
      ouvert:
        "Le service de votre organisme interroge les registres publics. Vos attestations URSSAF et fiscale : déposez-les une fois dans le coffre.",
      operateur:
        "Le service de votre organisme interroge toutes les sources pour vous. Les attestations ne sont données qu'à une personne connectée de l'entreprise.",
    },
    asks: (names: readonly string[], willAsk: boolean) =>
      `Pli prêt interroge directement les registres publics : ${names.join(", ")}.${willAsk ? " Votre navigateur vous demandera de l'autoriser." : ""} Vos attestations URSSAF et fiscale : déposez-les une fois dans le coffre.`,
    moreSamples: (count: number) => `Voir ${n(count, "autre entreprise", "autres entreprises")}`,
    changeMode: "Choisir d'où viennent les données",
    choose: "Choisir cette entreprise",
    change: "Changer d'entreprise",
    known: "Déjà utilisées",
    onPage: "Trouvé sur la page",
    samples: "Entreprises fictives, pour essayer",
    forget: (name: string) => `Oublier ${name}`,
    unnamed: "Nom introuvable",
    naming: "Recherche du nom…",
    notNamedYet: "Nom pas encore connu",
    back: "Revenir",
    problems: {
      "siret.empty": "Tapez le nom de l'entreprise, ou collez son SIRET.",
      "siret.notDigits": "Un SIRET ne contient que des chiffres.",
      "tva.key": "Ce numéro de TVA n'existe pas : un chiffre est sans doute faux.",
      "siret.length": "Un SIRET compte 14 chiffres, un SIREN 9.",
      "siret.key": "Ce SIRET n'existe pas : un chiffre est sans doute faux.",
    },
    digits: (count: number) => `${n(count, "chiffre", "chiffres")} sur 14`,
  },

  consultation: {
    unknown: "Consultation non reconnue sur cette page",
    reference: (reference: string) => `Réf. ${reference}`,
    noDeadline: "Date limite non trouvée sur la page",
    written: (deadline: string) => `Écrit sur la page : ${deadline}`,
    doubts: {
      otherClock: (said: string) =>
        `Heure limite non retenue : la page parle d'une autre heure que celle de Paris (« ${said} »). Lisez-la sur la page et comptez le décalage : l'échéance peut tomber plus tôt.`,
      overseasBuyer: (said: string) =>
        `Heure limite non retenue : l'acheteur est outre-mer (« ${said} ») et rien ne dit « heure de Paris ». Vérifiez dans le règlement : l'échéance peut tomber plus tôt.`,
    },
    over: "La date limite est passée",
    today: (hours: string) => `Il reste ${hours}`,
    days: (days: number) => `Il reste ${n(days, "jour", "jours")}`,
    hours: (hours: number, minutes: number) =>
      hours === 0 ? n(minutes, "minute", "minutes") : `${hours} h ${String(minutes).padStart(2, "0")}`,
  },

  service: {
    demo: "Démonstration",
    open: "les registres publics",
    unreachable: {
      title: "Le service de votre organisme ne répond pas",
      text: (address: string) => `Personne ne répond à ${address}. Réessayez dans un instant, ou continuez avec les registres publics.`,
    },
    notOurs: {
      title: "Cette adresse n'est pas celle d'un service Pli prêt",
      text: (address: string) => `${address} répond, mais autre chose que ce qui est attendu. Vérifiez l'adresse dans les options.`,
    },
    outages: {
      offline: {
        title: "Pas de connexion à internet",
        text: "Aucune source ne peut être interrogée. Elles le seront d'elles-mêmes au retour de la connexion. Rien n'est perdu.",
      },
      silent: {
        title: "Aucune source ne répond",
        text: "Votre réseau les bloque peut-être, ou attend que vous vous y identifiiez (train, hôtel, entreprise). Réessayez dans un instant, ou depuis un autre réseau. Rien n'est perdu.",
      },
    },
    useOpen: "Continuer avec les registres publics",
    allow: {
      title: "Laissez Pli prêt lire les registres publics",
      text: (names: readonly string[]) =>
        `Votre navigateur demande votre accord pour interroger ${names.join(", ")}, et lire les certificats qu'ils publient.`,
      action: "Autoriser",
    },
    retry: "Réessayer",
    goesOn: "Ce qui est déjà connu reste utilisable.",
  },

  signIn: {
    title: "Connectez-vous pour le reste",
    text: "Certaines sources ne répondent qu'à une personne de l'entreprise.",
    action: "Se connecter",
    toObtain: "Se connecter pour l'obtenir",
    as: (name: string) => `Connecté : ${name}`,
    someone: "une personne sans nom connu",
    change: "Changer de compte",
    out: "Se déconnecter",
    outcomes: {
      signedIn: "Vous êtes connecté.",
      cancelled: "La connexion a été abandonnée.",
      failed: "La connexion n'a pas abouti. Réessayez dans un instant.",
    },
  },

  obstacle: {
    unknown: {
      title: "Ce SIRET n'est dans aucun registre public",
      text: "Un chiffre est peut-être faux. Une entreprise toute récente met quelques jours à paraître : vous pouvez continuer.",
      check: "Vérifier le numéro",
    },
    closed: {
      title: "Cet établissement est fermé",
      text: "Répondez avec le SIRET d'un établissement ouvert.",
    },
    ceased: {
      title: "Cette entreprise a cessé son activité",
      text: "L'INSEE la donne comme cessée. Vérifiez le numéro, ou choisissez une autre entreprise.",
    },
    redirected: {
      title: "Ce SIRET a été remplacé",
      text: "L'INSEE renvoie vers un autre établissement : répondez avec le sien.",
    },
    replaceBy: (siret: string) => `Utiliser le ${siret}`,
    other: "Choisir un autre SIRET",
  },

  lost: {
    title: "Vos choix ne s'ouvrent plus",
    text: "Le navigateur a perdu la clé qui les protégeait (un nettoyage, ou une sauvegarde remise en partie) : vos entreprises, vos réglages et votre journal ne se lisent plus. Rien n'a été effacé. Si vous avez une sauvegarde du profil du navigateur, fermez-le et remettez-la en entier. Sinon, redonnez votre SIRET : les registres répondront de nouveau.",
  },

  stage: {
    noForm: {
      title: "Pas de formulaire ici",
      text: "Ouvrez la page de retrait, de candidature ou de dépôt. Vos pièces restent consultables ci-dessous.",
      known: "Aucun formulaire de candidature n'est reconnu ici. Dans un champ : clic droit, puis « Remplir ce champ avec… ».",
      forbidden: "Le navigateur n'autorise pas la lecture de cette page : cliquez l'icône Pli prêt quand elle est affichée.",
      read: "Lire cette page quand même",
      nothing: "Aucun formulaire reconnu sur cette page.",
      unread: {
        tooMany:
          "Cette page compte plus de 1 000 champs : Pli prêt n'y lit et n'y écrit rien. Affichez-y moins de lignes, ou ouvrez la page de votre seule candidature.",
        tooDeep:
          "Les champs de cette page sont trop imbriqués pour être lus : Pli prêt n'y écrit rien. Remplissez-la à la main, vos pièces restent consultables ci-dessous.",
      },
      plain:
        "Cette page est en http, non protégée : Pli prêt n'y lit et n'y écrit rien. Remplacez « http:// » par « https:// » dans son adresse, ou demandez au portail une adresse en https.",
    },
    collecting: (done: number, total: number) => `${done} sources sur ${total} ont répondu`,
    collected: (delivered: number) => n(delivered, "source a répondu", "sources ont répondu"),
    ready: (fields: number) => `${n(fields, "champ prêt", "champs prêts")} à remplir`,
    coming: (fields: number) => `${n(fields, "champ arrive", "champs arrivent")}…`,
    filled: (fields: number) => n(fields, "champ rempli", "champs remplis"),
    filledRemaining: (fields: number, left: number) => `${n(fields, "champ rempli", "champs remplis")}, ${left} à donner`,
    nothingToFill: "Rien à remplir ici",
    nothingKnown: "Aucune valeur connue ici",
    alreadyFilled: "Tout est déjà rempli",
    noAnswer: "Aucune source n'a encore répondu",
  },

  actions: {
    fill: (fields: number) => `Remplir ${n(fields, "champ", "champs")}`,
    fillComing: (fields: number, coming: number) =>
      `Remplir ${n(fields, "champ", "champs")}${coming === 0 ? "" : `, ${n(coming, "autre arrive", "autres arrivent")}`}`,
    answer: (count: number) => `Répondre dans la page (${count})`,
    attachShort: (pieces: number) => `Joindre ${pieces}`,
    filling: "Remplissage…",
    attach: (pieces: number) => `Joindre ${n(pieces, "pièce", "pièces")}`,
    attachMade: (pieces: number, made: "pdf" | "zip") => `Joindre le ${made === "zip" ? "ZIP" : "PDF"} (${n(pieces, "pièce", "pièces")})`,
    attachPrepared: "Joindre le dossier préparé",
    attaching: "Préparation des pièces…",
    filled: (fields: number) => `${n(fields, "champ rempli", "champs remplis")}`,
    filledLeft: (fields: number, left: number) => `${n(fields, "champ rempli", "champs remplis")}, ${left} à remplir vous-même`,
    undoWhat: (fields: number, files: number) =>
      `Défaire : ${both(n(fields, "réponse", "réponses"), n(files, "fichier", "fichiers"), fields, files)}`,
    restored: (fields: number, files: number) =>
      both(`${n(fields, "réponse remise", "réponses remises")} comme avant`, n(files, "fichier retiré", "fichiers retirés"), fields, files),
    attached: (files: number) => `${n(files, "fichier joint", "fichiers joints")}`,
    attachedLeftOut: (files: number, pieces: number) =>
      `${n(files, "fichier joint", "fichiers joints")}, ${n(pieces, "pièce laissée", "pièces laissées")} de côté : voyez pourquoi dans Pièces`,
    someNotAttached: (count: number) => `${n(count, "pièce n'a pas pu être jointe", "pièces n'ont pas pu être jointes")}`,
    pageGone: "La page a changé ou s'est fermée : rechargez-la, puis réessayez.",
    never: "Rien n'est déposé à votre place : relisez, puis validez vous-même.",
  },

  tabs: {
    label: "Contenu",
    form: "Formulaire",
    pieces: "Pièces",
    sources: "Sources",
    toFill: "à remplir",
    placed: "prêtes",
  },

  fields: {
    ...outsideFr.fields,
    edited: "modifié par vous",
    from: (source: string) => `Source : ${source}`,
    writtenAs: (text: string) => `Écrit dans la page : ${text}`,
    required: "obligatoire",
    remaining: (count: number) => `Il vous reste ${n(count, "réponse obligatoire", "réponses obligatoires")} dans la page`,
    unnamed: "Réponse sans libellé",
    signs: "Qui signe ?",
    form: (type: FieldType) => FORMS[type] ?? "",
    yourValue: "Votre valeur",
    yourValueAs: (form: string) => `Votre valeur (${form})`,
    wrongForm: (form: string) => `Forme attendue : ${form}`,
    notKept: "Pas enregistré : il n'y a plus de place sur le disque. Libérez-en, puis recommencez.",
    useHere: "Utiliser ici",
    useEverywhere: "Utiliser partout",
    saveAndFill: "Enregistrer et remplir",
    ready: "À remplir",
    proposed: "À confirmer",
    doubts: {
      title: (text: string) => `titre inconnu : ${text}`,
      party: (text: string) => `ce bloc parle peut-être de quelqu'un d'autre : ${text}`,
      label: (_text: string) => "ce que ce champ demande n'est pas dit clairement",
      person: (_text: string) => "la page ne dit pas de quelle personne il s'agit",
      twice: (_text: string) => "la page le demande plus d'une fois",
      elsewhere: (host: string) => `ce formulaire envoie vos réponses à un autre site : ${host}`,
      page: (_text: string) => "rien ne dit que cette page attend la présentation de votre entreprise",
      refused: (_text: string) => "la dernière fois, vous ne l'avez pas fait remplir ici",
      map: (_text: string) => "une carte importée le dit, et vous ne l'avez pas encore confirmé",
    },
    acceptBlock: (count: number) => `Accepter ces ${count} lignes`,
    filled: "Remplis",
    missing: (fields: number) => `À compléter par vous : ${fields}`,
    complete: "Compléter",
    missingIntro: "Donnez-les une fois, Pli prêt s'en souviendra.",
    missingSources: "Non trouvés",
    awaited: "en attente…",
    readyOf: (ready: number, all: number) => `${ready} sur ${all}`,
    left: "À vous de remplir",
    stands: "Déjà écrits dans la page",
    include: (label: string, value: string) => `Remplir ${label}${value === "" ? "" : ` : ${value}`}`,
    change: (label: string, value: string, source: string) => [`Changer la valeur de ${label}`, value, source].filter(Boolean).join(", "),
    cancel: "Annuler",
    save: "Enregistrer",
    wrong: "Ce champ n'accepte pas cette valeur : corrigez-la",
    none: "Cette page ne demande rien que Pli prêt sache remplir.",
    yes: "Oui",
    no: "Non",
  },

  /** A page copied without its values. */
  save: {
    begin: "Enregistrer cette page pour améliorer Pli prêt",
    title: "Ce que contiendra le fichier",
    holds: (count: number) =>
      `La page sans ses valeurs : ${n(count, "champ", "champs")}, leurs intitulés, leurs aides, leurs réponses possibles, et ce que Pli prêt y a lu. Ni ce qui est rempli, ni noms, adresses, numéros ou montants, ni scripts. Rien n'est envoyé : le fichier est enregistré sur votre machine, vous le donnez à qui vous voulez.`,
    words: "Mots gardés parce que la page les dit à tous. Décochez ceux qui vous désignent :",
    keep: (word: string) => `Garder « ${word} »`,
    see: "Voir le fichier entier",
    save: "Enregistrer le fichier sans valeurs",
    saved: "Fichier enregistré. Rien n'a été envoyé.",
    gone: "La page ne répond plus : rechargez-la, rouvrez Pli prêt, puis recommencez. Rien n'a été enregistré.",
  },

  /** What a person says of a form's controls. */
  teach: {
    reassign: "Ce champ demande autre chose…",
    asks: "Ce champ demande…",
    hint: "Tapez un mot : « raison », « ville », « effectif »… Aucune valeur n'est retenue, seulement ce que le champ demande.",
    noField: "Pli prêt ne connaît pas ce champ. Vous pouvez dire que rien n'y va.",
    nothing: "Rien : le laisser vide",
    forget: "Oublier ce que j'en ai dit",
    gone: "Ce champ n'est plus dans la page. Rechargez-la, puis recommencez.",
    show: "Montrer dans la page",
    showLine: (label: string) => `Montrer ${label} dans la page`,
    said: { person: "vous l'avez dit pour ce formulaire", map: "carte importée, à confirmer" },
    unread: (count: number) => `${n(count, "champ laissé de côté", "champs laissés de côté")}`,
    unreadHint: "Si vous savez ce que l'un d'eux demande, dites-le une fois : ce formulaire s'en souviendra.",
    slot: {
      reassign: (title: string) => `${title} : cet emplacement demande autre chose…`,
      asks: "Cet emplacement demande…",
      hint: "Tapez un mot : « assurance », « bilans », « pouvoir »… Aucun document n'est retenu, seulement la pièce demandée.",
      noField: "Pli prêt ne connaît pas cette pièce. Choisissez « Autre pièce » pour désigner vous-même le document.",
      nothing: "Rien : ne rien y joindre",
      gone: "Cet emplacement n'est plus dans la page. Rechargez-la, puis recommencez.",
    },
    title: "Formulaires appris",
    about:
      "Ce que vous avez dit, confirmé ou écarté d'un formulaire, pour ce formulaire seul : un site, des intitulés, des champs, aucune valeur. Si la page change, ce n'est plus suivi.",
    none: "Rien n'a été appris pour l'instant.",
    form: (host: string, count: number) => `${host} : ${n(count, "champ", "champs")}`,
    forgetForm: (name: string) => `Oublier ${name}`,
    asksField: (place: string, field: string) => `${place} → ${field}`,
    asksNothing: (place: string) => `${place} → rien`,
    leftOut: (place: string) => `${place} → à demander : écarté la dernière fois`,
    exportMap: "Enregistrer ma carte",
    importMap: "Importer une carte",
    imported: (count: number) =>
      `${n(count, "formulaire importé", "formulaires importés")}. Tout y reste à confirmer : rien n'est rempli sur la seule foi d'une carte.`,
    problems: {
      tooLarge: "Ce fichier est trop gros pour une carte de formulaires. Rien n'a changé.",
      notJson: "Ce fichier ne se lit pas : choisissez le fichier « carte-pli-pret » tel qu'il a été enregistré. Rien n'a changé.",
      notAMap: "Ce fichier n'est pas une carte de formulaires, ou elle nomme un champ qui ne se remplit pas. Rien n'a changé.",
      otherVersion:
        "Cette carte vient d'une autre version de Pli prêt : mettez l'extension à jour, puis importez-la de nouveau. Rien n'a changé.",
    },
  },

  /** The project's data of forms, as a signed file. */
  data: {
    title: "Données mises à jour",
    about:
      "Un fichier signé par l'équipe de Pli prêt dit ce que demandent des formulaires : des sites, des intitulés, des noms de champs. Il ne contient aucun programme, n'ouvre aucun site de plus, et tout y reste à confirmer.",
    from: {
      package: (version: number, day: string) => `Données du paquet : version ${version}, du ${day}.`,
      file: (version: number, day: string) => `Fichier signé : version ${version}, du ${day}.`,
      organisation: (version: number, day: string) => `Fichier signé, réglé par votre organisme : version ${version}, du ${day}.`,
    },
    changes: (forms: number, sites: number) =>
      forms === 0
        ? "Elles n'ajoutent rien à ce que Pli prêt lit de lui-même."
        : `${n(forms, "formulaire", "formulaires")} de ${n(sites, "site", "sites")} : ce que leurs champs demandent vous est proposé.`,
    take: "Prendre un fichier signé",
    leave: "Revenir aux données du paquet",
    taken: "Signature vérifiée : ces données servent désormais.",
    left: "Les données du paquet servent de nouveau.",
    problems: {
      tooLarge: "Ce fichier est trop gros pour un fichier de données. Prenez celui que Pli prêt publie. Rien n'a changé.",
      notJson: "Ce fichier ne se lit pas : téléchargez-le de nouveau, sans l'ouvrir ni le modifier. Rien n'a changé.",
      notData:
        "Ce n'est pas un fichier de données signé. Une carte enregistrée par une personne se prend par « Importer une carte ». Rien n'a changé.",
      otherVersion:
        "Ce fichier est fait pour une autre version de Pli prêt : mettez l'extension à jour, puis reprenez-le. Rien n'a changé.",
      badSignature:
        "Ce fichier n'est pas signé par Pli prêt, ou il a été modifié depuis. Ne le suivez pas : téléchargez celui que Pli prêt publie. Rien n'a changé.",
      noKey:
        "Cette version de Pli prêt a été construite sans clé de données : elle ne peut vérifier aucun fichier signé, même authentique. Demandez à qui vous l'a fournie une version construite avec sa clé. Rien n'a changé.",
      notNewer:
        "Ce fichier n'est pas plus récent que les données en service. Pour le prendre quand même, revenez d'abord aux données du paquet. Rien n'a changé.",
      packageNewer: "Cette version de Pli prêt contient déjà ces données, ou de plus récentes : il n'y a rien à prendre. Rien n'a changé.",
      settled: "Votre organisme a réglé les données de ce navigateur : demandez-lui de les mettre à jour. Rien n'a changé.",
    },
  },

  /** One plain sentence each, with its article; `REFERENCES` says where it was read. */
  law: {
    lastBid: "Le dernier pli déposé remplace tous les autres : pour corriger un fichier, redéposez le pli entier (article R2151-6).",
    rescueCopy:
      "Par sécurité, vous pouvez adresser une copie de sauvegarde à l'acheteur ; elle doit lui parvenir avant la date limite (article R2132-11).",
    alreadySent:
      "Un document encore valable, déjà transmis à cet acheteur, n'est pas à redonner : dites-lui dans quelle consultation (article R2143-14).",
    groundArises: "Si un cas d'exclusion survient pendant la procédure, informez-en l'acheteur sans délai (article L2141-12).",
    sizeGrounds:
      "500 salariés ou plus : avant de cocher, vérifiez votre plan de vigilance, votre publication de durabilité et votre bilan d'émissions (articles L2141-7-1 et L2141-7-2).",
    turnoverCap: "L'acheteur ne peut pas exiger plus d'une fois et demie le montant estimé du marché (article R2142-7).",
    noReferences: "L'absence de références ne suffit pas, à elle seule, à écarter une candidature (article R2142-14).",
    disabledWorkers: "Votre attestation de vigilance couvre l'emploi de travailleurs handicapés : l'AGEFIPH n'en délivre plus.",
  },

  pieces: {
    expected: "Pièces attendues par ce formulaire",
    held: "Toutes vos pièces",
    noneHeld: "Aucune pièce pour l'instant.",
    certifications: "Certifications",
    status: {
      ready: "prête",
      ask: "à choisir",
      missing: "à déposer",
      expired: "périmée",
      attached: "jointe",
      failed: "refusée par la page",
      taken: "déjà déposée",
    },
    gathered: (count: number, made: "pdf" | "zip") =>
      `${n(count, "pièce réunie", "pièces réunies")} en un seul ${made === "zip" ? "fichier ZIP" : "PDF"}`,
    why: {
      asking: (provider: string) => `demande en cours : ${provider}…`,
      refused: (provider: string) => `refusée : ${provider}`,
      waiting: (provider: string) => `${provider} n'a pas encore répondu`,
      signIn: "réservée à une personne connectée",
      notObtained: "pas obtenue",
      toConfirm: "document à confirmer",
    },
    nextTry: (time: string) => `nouvel essai à ${time}`,
    askAgain: "Redemander",
    confirmIt: "Confirmer le document",
    attachHere: (title: string) => `Joindre : ${title}`,
    another: (count: number) => `Autre pièce (${count})`,
    choose: "Quelle pièce joindre ici ?",
    exemptions: {
      never: "Ne peut pas être exigée",
      online: "Inutile si l'acheteur l'obtient en ligne",
      later: "Pas maintenant : à donner si vous êtes retenu",
    },
    readOn: (source: string, month: string) => `Texte lu en ${month} : ${source}.`,
    copySentence: "Copier une phrase pour l'acheteur",
    sentenceCopied: "Phrase copiée",
    obtain: (where: string) => `À télécharger : ${where} ↗`,
    open: (title: string) => `Ouvrir ${title}`,
    download: (title: string) => `Télécharger ${title}`,
    replace: (title: string) => `Remplacer ${title} par un document du coffre`,
    drop: "Ajouter le document",
    elsewhere: (host: string) => `Ce formulaire envoie vos fichiers à un autre site : ${host}. Vérifiez-le avant d'y mettre un document.`,
    onlyOutdated: "Celle que vous avez :",
    filter: "Pièces à montrer",
    filters: { all: "Toutes", act: "À traiter", valid: "Valables", coffre: "Du coffre" },
    judgedOn: (day: string) => `Jugées à la date limite, le ${day}.`,
    judgedToday: "Jugées à la date d'aujourd'hui.",
    judgedAward: (day: string) => `Puis vers l'attribution, le ${day} : l'acheteur demande alors les preuves.`,
    atAward: "sera expirée à l'attribution",
    noneSuch: "Aucune pièce de cette sorte.",
    notHeld: "non détenue",
    unknownHeld: "non déclaré",
    web: "Consultable en ligne",
    rule: "Règle de validité",
    ruleUnread: "La référence officielle de cette règle n'a pas encore été relue : à vérifier.",
    validity: {
      valid: (until: string) => `valable jusqu'au ${until}`,
      validNoEnd: "valable",
      expiringSoon: (until: string) => `expire bientôt, le ${until}`,
      expired: (until: string) => `expirée depuis le ${until}`,
      ending: (until: string) => `valable jusqu'au ${until} seulement`,
      expiredNoEnd: "expirée",
      toCheck: "à vérifier",
      unknown: "validité inconnue",
      part: (until: string) => `une partie jusqu'au ${until}`,
      accounts: "dans les trois derniers exercices",
      accountsUntil: (until: string) => `sort des trois derniers exercices le ${until}`,
      accountsOver: "plus dans les trois derniers exercices",
    },
    barred: {
      otherCompany: "document d'une autre entreprise",
      toConfirm: "à confirmer dans le coffre",
    },
    problems: {
      unreachable: "le service ne répond pas",
      pending: "la source prépare le document",
      unavailable: "la source ne répond pas",
      changed: "la source a changé sa liste : réessayez",
      notPermitted: "le service de votre organisme n'y a pas accès",
      notADocument: "la source a envoyé autre chose qu'un document (une page web) : il n'est pas joint",
      tooLarge: "document trop lourd",
      unknown: "document introuvable à la source",
    },
    problem: (title: string, why: string) => `${title} : ${why}.`,
  },

  dossier: {
    open: "Composer le dossier",
    heading: "Dossier",
    intro: "Choisissez les pièces et leur ordre, puis la forme du dossier. Tout se fait sur cette machine.",
    noCompany: "Choisissez d'abord une entreprise dans l'extension.",
    none: "Aucune pièce à réunir pour l'instant : ajoutez-en dans le coffre.",
    drift: {
      gone: "L'onglet de la consultation est fermé : cette page lui reste liée.",
      elsewhere:
        "Son onglet montre une autre consultation : cette page reste liée à celle-ci. Pour l'autre, ouvrez-en une depuis l'extension.",
    },
    noTab: "Cette page n'est liée à aucune consultation : ouvrez-la depuis l'extension, sur la page du portail.",
    pieces: "Pièces",
    chosen: (count: number, total: number) => `${count} sur ${total}`,
    orderHint: "Glissez une pièce pour la déplacer ; au clavier, les flèches, Début et Fin.",
    pickAll: "Tout cocher",
    pickNone: "Tout décocher",
    join: "Joindre à la page du portail",
    noPlace:
      "Aucun emplacement de la page ouverte ne prend ce dossier d'un bloc : téléchargez-le, ou joignez-le depuis l'extension, onglet Pièces.",
    fingerprint: "Empreinte du fichier",
    take: (title: string) => `Mettre dans le dossier : ${title}`,
    up: (title: string) => `Monter ${title}`,
    down: (title: string) => `Descendre ${title}`,
    moved: (title: string, place: number, total: number) => `${title} : place ${place} sur ${total}`,
    form: "Forme du dossier",
    forms: {
      pdf: "Un seul PDF, avec une page de garde",
      volumes: "Des volumes PDF numérotés, d'une taille à ne pas dépasser",
      zip: "Les originaux intacts, dans un ZIP",
    },
    formHints: {
      pdf: "Un document signé perd sa signature dans le PDF : son original intact y est joint.",
      volumes: "Un document n'est jamais coupé entre deux volumes.",
      zip: "Rien n'est modifié : les signatures électroniques restent valables. Une liste donne l'empreinte de chaque fichier.",
    },
    target: "Taille d'un volume, en Mo",
    targetOfPortal: (portal: string, size: string) => `${portal} prend ${size} par fichier`,
    targetUnknown: "La limite d'un fichier sur ce portail n'est pas connue : lisez son aide",
    targetWrong: "Un nombre de Mo, par exemple 20",
    footers: "« Pièce n / page m » au bas de chaque page",
    make: "Préparer le dossier",
    makeAgain: "Préparer à nouveau",
    making: (place: number, total: number, title: string) => `Pièce ${place} sur ${total} : ${title}`,
    writing: "Écriture du fichier…",
    cancel: "Arrêter",
    ended: {
      cancelled: "Arrêté : rien de nouveau n'a été gardé.",
      failed:
        "Le dossier n'a pas pu être préparé : la mémoire ou la place sur le disque manque peut-être. Fermez d'autres onglets, ou essayez le ZIP des originaux.",
      nothing: "Aucune de ces pièces n'a pu être prise : voyez pourquoi ci-dessous.",
      gone: "Ce fichier n'est plus là : préparez le dossier à nouveau.",
    },
    made: "Dossier préparé",
    madeAt: (time: string) => `Préparé à ${time}.`,
    keptUntil: (day: string) => `Le coffre le garde jusqu'au ${day} : retrouvez-le dans « Mes consultations ».`,
    keptNot: {
      unwanted: "Il reste ici jusqu'à la fermeture du navigateur, comme vous l'avez choisi dans les options.",
      locked: "Le coffre est fermé : ouvrez-le avant de fermer le navigateur, et il gardera ce dossier. Sinon, enregistrez ses fichiers.",
      failed:
        "Le coffre n'a pas pu le garder : la place manque sur cette machine. Enregistrez ses fichiers, il s'efface à la fermeture du navigateur.",
    },
    file: (pages: number, size: string) => `${n(pages, "page", "pages")}, ${size}`,
    download: (fileName: string) => `Télécharger ${fileName}`,
    downloadShort: "Télécharger",
    oversize: "un document dépasse à lui seul la taille demandée : il n'est pas coupé",
    leftOutTitle: "Laissées de côté",
    leftOutZip: "À vérifier : jointes telles quelles quand elles existent",
    leftOut: {
      unobtainable: "elle n'a pas pu être obtenue",
      empty: "le fichier est vide",
      webPage: "c'est une page web, pas un document : redemandez-la à sa source",
      notADocument: "ce n'est ni un PDF, ni une image JPEG ou PNG",
      password: "le fichier demande un mot de passe ou un certificat : enregistrez-en une copie qui n'en demande pas",
      truncated: "le fichier est incomplet : téléchargez-le à nouveau",
      damaged: "le fichier est endommagé : téléchargez-le à nouveau",
      dynamicForm: "seul Acrobat sait afficher ce formulaire : imprimez-le en PDF depuis Acrobat",
      noPage: "le fichier ne contient aucune page",
      tooManyPixels: "l'image a plus de 100 millions de pixels : réduisez-la, ou enregistrez-la en JPEG",
    },
    leftOutBecause: (why: string) => `Hors du dossier : ${why}.`,
    remark: (title: string, why: string) => `${title} : ${why}.`,
    attention: "À savoir avant de déposer",
    attentions: {
      signed: "signée électroniquement, sa signature ne survit pas dans le PDF ; l'original intact y est joint, le ZIP la garde valable",
      incompleteForm: "formulaire reproduit en partie ; l'original intact est joint au PDF",
      holdsFiles: "des fichiers étaient contenus dedans ; l'original, avec eux, est joint au PDF",
      repaired: "est endommagé, quelque chose peut manquer : regardez ses pages ; l'original intact est joint au PDF",
      deadLinks: "des liens, signets ou boutons menaient à d'autres fichiers, ou lançaient une commande : ils sont sans effet dans le PDF",
    },
    check: "Répétition avant le dépôt",
    verdicts: {
      ok: (_points: number) => "Rien ne s'oppose au dépôt",
      warn: (points: number) => `${n(points, "point à regarder", "points à regarder")} avant de déposer`,
      bad: (points: number) => `${n(points, "point à corriger", "points à corriger")} avant de déposer`,
      unknown: (_points: number) => "Contrôle du dossier en cours…",
      unsure: (points: number) =>
        `${n(points, "point n'a pas pu être vérifié, il est", "points n'ont pas pu être vérifiés, ils sont")} dans le détail.`,
      all: (points: number) => `Voir le détail (${n(points, "contrôle", "contrôles")})`,
    },
    checks: {
      opening: (files: number) => `Contrôle de ${n(files, "fichier", "fichiers")}…`,
      soundPdf: (files: number, pages: number) =>
        `${n(files, "fichier rouvert et contrôlé", "fichiers rouverts et contrôlés")} : ${n(pages, "page lisible", "pages lisibles")}`,
      soundZip: (entries: number) => `ZIP rouvert et contrôlé : ${n(entries, "fichier intact", "fichiers intacts")}`,
      unsound: {
        truncated: (fileName: string) => `${fileName} est incomplet, sa fin manque : ne le déposez pas, préparez-le à nouveau`,
        altered: (fileName: string) => `${fileName} n'est plus tel qu'il a été préparé : ne le déposez pas, préparez-le à nouveau`,
        damaged: (fileName: string) => `${fileName} ne se rouvre pas : ne le déposez pas, préparez-le à nouveau`,
      },
      total: (size: string, limit: string) => `${size} au total, pour ${limit} au plus par dépôt ; votre offre s'y ajoute`,
      totalExceeded: (size: string, limit: string) => `${size} au total : ce portail n'accepte que ${limit} par dépôt. Retirez des pièces`,
      totalUnknown: (size: string) => `${size} au total ; la limite d'un dépôt sur ce portail n'est pas connue : lisez son aide`,
      file: (size: string, limit: string) => `Fichier le plus lourd : ${size}, pour ${limit} au plus`,
      fileExceeded: (fileName: string, size: string, limit: string) =>
        `${fileName} pèse ${size} : ce portail n'accepte que ${limit} par fichier. Faites des volumes`,
      fileUnknown: (size: string) => `Fichier le plus lourd : ${size} ; la limite d'un fichier sur ce portail n'est pas connue`,
      nameLength: (fileName: string, length: number, limit: number) =>
        `${fileName} : ${n(length, "caractère", "caractères")}, ce portail n'en accepte que ${limit}`,
      extension: (fileName: string, extensions: string) => `${fileName} : ce portail ne prend que ${extensions}`,
      names: (longest: number) => `Noms et formats acceptés ; sans accent ni espace, ${n(longest, "caractère", "caractères")} au plus`,
      namesUnknown: (longest: number) =>
        `Noms sans accent ni espace, ${n(longest, "caractère", "caractères")} au plus ; ce que ce portail refuse n'est pas connu`,
      upload: (duration: string, rate: string) => `Durée d'envoi : ${duration}, ${rate}`,
      tight: (duration: string, rate: string, left: string) =>
        `Durée d'envoi : ${duration}, ${rate}, et il reste ${left}. C'est la fin de l'envoi qui compte : déposez maintenant`,
      late: (duration: string, rate: string, left: string) =>
        `Durée d'envoi : ${duration}, ${rate}, mais il ne reste que ${left}. C'est la fin de l'envoi qui compte : allégez, ou changez de connexion`,
      emptyPlace: (place: string) => `La page demande « ${place} », et rien n'y va : déposez ce document, ou joignez-le vous-même`,
      askedMissing: (pieces: string) => `Demandé par le dossier de consultation, et absent : ${pieces}`,
      askedDead: (piece: string, until: string | undefined) =>
        `Demandé par le dossier de consultation : ${piece}. La vôtre ne vaut plus à la date limite${until === undefined ? "" : ` (jusqu'au ${until})`} : remplacez-la`,
      askedOutside: (pieces: string) => `Demandé par le dossier de consultation, et resté hors du dossier préparé : ${pieces}`,
      otherPieces: "Les pièces cochées ne sont plus celles de ce dossier : préparez-le à nouveau",
      leftOut: (title: string) => `${title} n'est pas dans le dossier préparé : réglez ce qui l'en écarte, ou joignez-le à part`,
      dead: (title: string, until: string) => `${title} ne vaut plus à la date limite (jusqu'au ${until}) : remplacez-le`,
      deadAtAward: (titles: string) => `À renouveler si vous êtes retenu : ${titles}`,
      whole:
        "Le dernier pli remplace les précédents : il doit être entier. Votre offre (acte d'engagement, prix, mémoire) n'est pas vue d'ici : vérifiez qu'elle part avec",
      wholeAgain: (when: string) =>
        `Un pli a déjà été déposé (${when}) : celui-ci le remplacera tout entier, offre comprise. Ne déposez pas que ce qui change`,
      over: "La date limite est passée",
      noDeadline: "Date limite non lue sur la page : vérifiez-la. C'est la fin de l'envoi qui compte",
      rates: {
        typed: (rate: string) => `à ${rate} Mbit/s, le débit que vous indiquez`,
        measured: (rate: string) => `à ${rate} Mbit/s, mesurés entre votre machine et le service de votre organisme`,
        supposed: (rate: string) => `si votre ligne envoie à ${rate} Mbit/s (ADSL courant) : aucun envoi n'a été mesuré`,
      },
      brief: "moins d'une minute",
      source: (source: string, readOn: string) => `Source : ${source}, relevé le ${readOn}`,
      told: "rapporté par un tiers",
    },
    rate: "Débit d'envoi de votre ligne, en Mbit/s",
    rateHint: "Celui que donne un test de débit, à l'envoi : le temps en dépend",
    measure: "Mesurer ma connexion",
    measuring: "Mesure en cours…",
    measureProblems: {
      noProxy: "Rien à mesurer : les registres publics ne reçoivent rien de vous. Indiquez le débit vous-même.",
      nearby:
        "Le service de votre organisme est sur cette machine ou ce réseau : l'envoi jusqu'à lui ne dit rien de votre ligne. Indiquez le débit vous-même.",
      busy: "Mesuré trop souvent : réessayez dans une minute, ou indiquez le débit vous-même.",
      unreachable: "La mesure n'a pas abouti : réessayez, ou indiquez le débit vous-même.",
    },
    checkNothing: "Les contrôles se font sur le dossier préparé.",
    kilobytes: (count: string) => `${count} ko`,
    megabytes: (count: string) => `${count} Mo`,
    log: "Journal de diligence",
    logIntro:
      "Ce qui a été préparé et joint pour cette consultation, avec l'heure et les empreintes : une preuve si le portail tombe en panne.",
    logEmpty: "Rien n'a encore été préparé ni joint pour cette consultation.",
    logWhat: { prepared: "préparé", attached: "joint à la page", refused: "non pris par la page", receipt: "accusé gardé" },
    logExport: "Exporter en PDF",
    never: "Le dépôt reste votre geste : rien n'est envoyé d'ici.",
    preparedFiles: (files: number, size: string, time: string) =>
      `Le dossier préparé à ${time} (${n(files, "fichier", "fichiers")}, ${size})`,
    preparedFile: (fileName: string, time: string) => `${fileName}, préparé à ${time}`,
    gatherNow: "Réunir maintenant les pièces cochées",
    which: "Que joindre ici ?",
  },

  coffre: {
    ...outsideFr.coffre,
    folder: folderFr,
    heading: "Coffre",
    intro: "Vos attestations et documents, déposés une fois, joints partout où on les demande. Chiffrés, sur cette machine seulement.",
    company: "Entreprise",
    noCompany: "Choisissez d'abord une entreprise dans l'extension : le coffre range les documents par entreprise.",
    drop: "Déposez des fichiers ici",
    dropSmall: "Déposez vos documents ici",
    givenTo: (name: string) => `Déposer pour ${name}`,
    handed: (count: number) => `${n(count, "document ajouté", "documents ajoutés")} au coffre.`,
    handedAsked: (count: number) => `${n(count, "document ajouté, à confirmer", "documents ajoutés, à confirmer")} : ouvrir le coffre`,
    handFailed: "Les fichiers n'ont pas pu être lus. Rien n'est ajouté à moitié : ouvrez le coffre, et déposez-y ceux qui manquent.",
    lockedKept: "Le coffre est fermé : ouvrez-le, puis déposez les fichiers de nouveau.",
    choose: "Choisir des fichiers",
    accepted: "PDF ou image (JPEG, PNG, TIFF, WebP, AVIF, GIF), plusieurs à la fois",
    reading: (fileName: string, after: number) =>
      `Lecture de ${fileName}…${after === 0 ? "" : ` Encore ${n(after, "fichier", "fichiers")} ensuite.`}`,
    readingScan: (page: number) => `Lecture de l'image, page ${page}…`,
    skipScan: "Ne pas attendre : ranger sans lire l'image",
    failures: {
      type: "ce n'est ni un PDF, ni une image que l'on sait lire (JPEG, PNG, TIFF, WebP, AVIF, GIF) : ouvrez-le, enregistrez-le en PDF, puis déposez ce PDF",
      heic: "c'est une photo HEIC : sur l'iPhone, partagez-la « au format le plus compatible », ou ouvrez-la et exportez-la en JPEG",
      picture:
        "cette image est abîmée, trop grande, ou d'une sorte que l'on ne sait pas lire : ouvrez-la et enregistrez-la en PDF ou en JPEG",
      office: "c'est un fichier bureautique : ouvrez-le et enregistrez-le en PDF",
      webPage: "c'est une page web : ouvrez-la et imprimez-la en PDF, ou téléchargez le document qu'elle montre",
      shortcut: "c'est un raccourci, pas le document : ouvrez-le, enregistrez le fichier qu'il montre, puis déposez ce fichier",
      archive: "c'est un dossier compressé : ouvrez-le, puis déposez les documents qu'il contient",
      mail: "c'est un message : ouvrez-le, puis déposez sa pièce jointe",
      envelope: "c'est une enveloppe de signature (P7M, P7S, ASiC) : extrayez-en le document avec le logiciel qui l'ouvre, puis déposez-le",
      data: "ce sont des données (XML, JSON), pas un document à lire : déposez le PDF qui va avec, ou demandez-le à qui vous les a remises",
      empty: "le fichier est vide : téléchargez-le de nouveau, ou redemandez-le",
      locked: "le fichier est protégé par un mot de passe ou un certificat : ouvrez-le, imprimez-le en PDF, puis déposez cette copie",
      unreadable: "le fichier est endommagé ou incomplet : téléchargez-le de nouveau, ou redemandez-le",
      full: "il n'y a plus de place sur le disque : libérez-en, puis déposez-le de nouveau",
      stopped: "la lecture s'est arrêtée, déposez-le de nouveau",
    },
    failed: (fileName: string, why: string) => `${fileName} : ${why}. Il n'a pas été ajouté.`,
    notWritten: (title: string) =>
      `${title} : le navigateur n'a pas pu l'enregistrer, rien n'a changé. Faites de la place sur le disque, puis recommencez.`,
    kept: (count: number) => n(count, "document", "documents"),
    toConfirm: "À confirmer",
    place: (at: number, total: number) => `${at} sur ${total}`,
    foreign: {
      title: (count: number, whose: string) => `${n(count, "document nomme", "documents nomment")} une autre entreprise : ${whose}`,
      text: "Ils ne sont joints nulle part tant que vous n'avez pas dit à qui ils sont. Vous pouvez aussi les regarder un par un ci-dessous.",
      file: "Les ranger dans son coffre",
      remove: "Les supprimer",
    },
    keep: "Ne pas supprimer",
    seek: "Chercher un document",
    seekExample: "Chercher : RC 2026",
    found: (found: number, total: number) => `${found} sur ${total}`,
    noneFound: "Aucun document ne correspond.",
    allKinds: "Toutes les natures",
    year: "Année",
    allYears: "Toutes les années",
    older: (count: number, by: string) => `${n(count, "document périmé, remplacé", "documents périmés, remplacés")} par : ${by}`,
    removeReplaced: (count: number) => `Supprimer ${n(count, "document périmé et remplacé", "documents périmés et remplacés")}`,
    toConfirmIntro: "Ce qui n'est pas certain est demandé : un document mal daté ferait rejeter une candidature.",
    confirmed: "Documents du coffre",
    empty: "Aucun document pour l'instant.",
    kind: "Nature du document",
    dates: (field: DateField, kind: PieceKind) =>
      field === "validFrom" && (kind === "attestationVigilance" || kind === "msa") ? "Situation au" : DATES[field],
    date: "JJ/MM/AAAA",
    notRead: "Pas trouvée dans le document : JJ/MM/AAAA",
    dateProblems: {
      form: "Écrivez la date ainsi : 31/12/2026",
      future: "Cette date est dans l'avenir",
      order: "Cette fin est avant le début ou l'établissement du document",
    },
    toChoose: "À choisir",
    why: {
      kind: {
        noText: "Une image, où aucun texte n'a été lu : regardez-la, et dites ce que c'est.",
        damagedScan:
          "L'image de ce document est abîmée, ou d'une sorte que l'on ne sait pas lire : regardez le document et dites ce que c'est, ou numérisez-le de nouveau.",
        scanned: "Lu sur l'image de la page : une lettre ou un chiffre peut être faux. Comparez avec le document avant de confirmer.",
        unclear: "La nature de ce document n'est pas certaine.",
        missing: "Ce document n'est pas de ceux que l'on reconnaît.",
        otherCompany: "La nature de ce document n'est pas certaine.",
        refusal: "Ce document semble parler d'un refus de délivrance : il ne vaut peut-être pas attestation.",
        notInForce: "Ce document parle d'une résiliation, d'une suspension ou d'un retrait : vérifiez qu'il vaut encore attestation.",
        otherPaper:
          "Ce document semble être autre chose (facture, devis, courrier, appel de cotisations, pièce du marché) qui cite une attestation : déposez l'attestation elle-même.",
        proceedings: "Ce document fait état d'une liquidation, d'une radiation ou d'une autre procédure : relisez-le avant de le joindre.",
        conditional: "Cette attestation ne vaut qu'avec une autre, qu'elle nomme (celle de la société mère) : joignez les deux.",
        codeDiffers: "Le code 2D-Doc imprimé dans ce document ne dit pas ce que dit son texte : comparez-les avant de le joindre.",
        unusual: "Ce document dit autre chose que ce qu'une telle attestation dit d'ordinaire : relisez-le, puis dites ce qu'il est.",
      },
      company: (why: CoffreAsk["why"], sirens: string) => {
        if (why === "otherCompany") return `Il nomme une autre entreprise : SIREN ${sirens}.`;
        if (why === "unclear") return `Il nomme plusieurs entreprises, ou une autre que celle-ci : SIREN ${sirens}.`;
        return "Il ne nomme pas l'entreprise de façon certaine.";
      },
    },
    whose: "À quelle entreprise est-il ?",
    take: (value: string) => `Prendre ${value}`,
    read: (line: string, page: number) => `Lu page ${page} : « ${line} »`,
    page: (title: string) => `Le document : ${title}`,
    code: (code: string) => `Code ${code}, à vérifier sur`,
    signature: ({ signer, on, isWhole }: Signature) =>
      `Signature électronique, non vérifiée ici : ${signer === undefined ? "certificat illisible" : `certificat au nom de ${signer}`}${on === undefined ? "" : `, le ${formatDay(on)}`}. ${isWhole ? "Elle couvre tout le fichier." : "Elle ne couvre qu'une partie du fichier : il a été complété depuis."}`,
    unfit: (why: string) =>
      `Ce document ne pourra pas être réuni avec d'autres en un PDF : ${why}. Déposez-en une autre version, ou joignez-le tel quel.`,
    caveats: {
      incompleteForm:
        "Une valeur de ce formulaire ne pourra pas être dessinée : dans un dossier réuni en un PDF, elle peut manquer sur la page, et l'original y est joint. Imprimez-le en PDF depuis le logiciel qui l'a rempli, puis déposez cette copie.",
      holdsFiles: "Des fichiers sont contenus dans ce document : dans un dossier réuni en un PDF, l'original y est joint avec eux.",
      repaired:
        "Ce fichier est endommagé : il peut être réuni avec d'autres, mais quelque chose peut y manquer. Regardez ses pages, ou téléchargez-le de nouveau.",
      deadLinks:
        "Des liens, signets ou boutons de ce document mènent à d'autres fichiers, ou lancent une commande : dans un dossier réuni en un PDF, ils sont sans effet.",
      showsFirst:
        "Cette image en contient plusieurs (une animation) : seule la première est montrée. Si les autres comptent, mettez-les dans un PDF, puis déposez-le.",
    },
    otherCompany: (siren: string) =>
      `Ce document nomme une autre entreprise (SIREN ${siren}) : il n'est joint nulle part sans votre confirmation.`,
    confirm: "Confirmer",
    correct: (title: string) => `Corriger ${title}`,
    remove: (title: string) => `Supprimer ${title}`,
    removeSure: "La suppression est définitive.",
    removeNow: "Supprimer pour de bon",
    protection: "Protection et sauvegarde",
    unprotected:
      "Le coffre s'ouvre avec ce navigateur : qui copie les fichiers de votre session peut le lire. Une phrase de passe l'en empêche, même pour ce qui y est déjà.",
    protected: "Le coffre demande sa phrase de passe à chaque démarrage du navigateur.",
    passphrase: "Phrase de passe",
    passphraseHint: "Cinq mots sans rapport suffisent. Oubliée, elle ne se retrouve pas.",
    again: "Une seconde fois",
    differs: "Les deux ne sont pas les mêmes.",
    show: "Afficher",
    setPassphrase: "Mettre une phrase de passe",
    changePassphrase: "Changer la phrase de passe",
    protectIntro: "Elle sera demandée à chaque démarrage du navigateur. Tapez-la deux fois, ou affichez-la.",
    exportIntro: "Le fichier ne s'ouvre qu'avec la phrase de passe donnée ici : ce peut être celle du coffre, ou une autre.",
    exportNow: "Exporter",
    exportBackup: "Exporter une sauvegarde maintenant",
    importIntro: "Choisissez le fichier, puis donnez la phrase de passe avec laquelle il a été exporté.",
    chooseExport: "Choisir le fichier",
    filePassphrase: "Phrase de passe de ce fichier",
    importNow: "Importer",
    writeItDown: "Gardez votre phrase de passe sur papier.",
    writeItDownText: "Personne ne peut la retrouver, nous non plus : sans elle, les documents du coffre sont perdus.",
    written: "C'est noté",
    sheet: {
      print: "Imprimer la fiche de secours",
      title: "Pli prêt : phrase de passe du coffre",
      on: (day: string) => `Mise le ${day}`,
      advice: [
        "Elle ouvre le coffre de Pli prêt dans le navigateur où elle a été mise, et les fichiers exportés avec elle.",
        "Rangez cette feuille sous clé, loin de l'ordinateur. Ne la photographiez pas, ne l'envoyez pas.",
        "Si vous changez la phrase de passe, imprimez une nouvelle fiche et détruisez celle-ci.",
      ],
    },
    draw: "Tirer cinq mots au hasard",
    strengths: {
      weak: "Trop facile à deviner : ajoutez des mots sans rapport avec votre entreprise, ou tirez-en cinq.",
      fair: "Correcte. Un mot de plus la rendrait solide. Notez-la en lieu sûr : oubliée, elle ne se retrouve pas.",
      strong: "Solide. Notez-la en lieu sûr : oubliée, elle ne se retrouve pas.",
    },
    sealing: "Un instant : tout le coffre est chiffré…",
    protectedNow: "Protégé. Ce qui s'y trouvait est chiffré de nouveau.",
    unprotectedNow: "La phrase de passe n'est plus demandée.",
    exported: "Exporté.",
    notDone: "Cela n'a pas pu être fait. Rechargez la page, puis recommencez.",
    protect: "Protéger",
    unprotect: "Ne plus demander la phrase de passe",
    lockedText: "Ses documents ne sont pas proposés tant qu'il n'est pas ouvert.",
    lost: {
      title: "Ce coffre ne s'ouvre plus",
      text: "Le secret de ce navigateur, qui l'ouvrait, n'est plus dans son profil : des fichiers ont été nettoyés, ou restaurés en partie. Rien n'a été effacé.",
      todo: "Si vous avez une sauvegarde du profil, fermez le navigateur et remettez-la en entier. Sinon, commencez un coffre vide, puis importez votre export ou déposez vos documents de nouveau.",
      sure: "J'ai compris : les documents qui ne s'ouvrent plus seront effacés",
      startAgain: "Commencer un coffre vide",
    },
    waiting: "Vos réponses servent déjà, mais ne sont pas encore gardées : ouvrez le coffre.",
    unlock: "Ouvrir le coffre",
    wrongPassphrase: "Ce n'est pas la bonne phrase de passe.",
    exportAll: "Exporter tout en un fichier chiffré",
    importFile: "Importer un fichier exporté",
    imported: (pieces: number, alreadyHere: number) => `${n(pieces, "document importé", "documents importés")}, ${alreadyHere} déjà là.`,
    carried: {
      export: (company: string) => `Exporter ${company} pour un collègue`,
      intro:
        "Un seul fichier chiffré : les documents de cette entreprise, vos saisies, ses consultations et leurs journaux. Donnez-le à votre collègue, et la phrase de passe par un autre moyen. Importé, il se joint à ce qui est là.",
      consultations: (added: number, joined: number) =>
        `${n(added, "consultation ajoutée", "consultations ajoutées")}, ${n(joined, "jointe à celle d'ici", "jointes à celles d'ici")}.`,
      taken: (fields: string) => `Saisies prises du fichier, à relire : ${fields}.`,
      documents: (titles: string) => `Le fichier dit autre chose de ces documents ; ce qui est ici reste : ${titles}.`,
      differences: (count: number) => n(count, "différence : ce qui est ici a été gardé", "différences : ce qui est ici a été gardé"),
      difference: (name: string, here: string, there: string) => `${name} : ici « ${here} », dans le fichier « ${there} »`,
      abouts: {
        deadline: (title: string) => `Date limite de ${title}`,
        title: (title: string) => `Objet de ${title}`,
        award: (title: string) => `Attribution ou marché de ${title}`,
        answers: (title: string) => `Réponses aux formulaires de ${title}`,
      },
      takeFile: "Prendre partout ce que dit le fichier",
      keepHere: "Garder ce qui est ici",
      fileTaken: "Ce que dit le fichier a été pris.",
      notJoined:
        "Les documents sont importés, mais les saisies et les consultations n'ont pas pu être jointes. Importez le fichier de nouveau : rien ne sera doublé.",
    },
    importFailures: {
      notACoffre: "Ce fichier n'est pas un export du coffre.",
      otherKind: "Ce fichier vient d'un membre de votre groupement : il se prend sur la page du dossier de la consultation.",
      newer: "Ce fichier vient d'une version plus récente de l'extension.",
      wrongPassphrase: "Ce n'est pas la phrase de passe de ce fichier.",
      damaged: "Ce fichier est endommagé : rien n'en est importé.",
      full: "Il n'y a plus de place sur le disque : rien n'est importé.",
    },
    add: "Ajouter un document",
  },

  options: {
    heading: "Options de Pli prêt",
    service: "Mes données viennent",
    open: "Des registres publics",
    openHint:
      "Identité, dirigeants, NAF, RGE, Qualiopi, annonces BODACC, demandés directement. Vos attestations URSSAF et fiscale : déposez-les une fois dans le coffre.",
    proxy: "Du service de mon organisme",
    proxyHint: "Un organisme public habilité donne toutes les sources, attestations comprises, pour votre seule entreprise.",
    managed: (address: string) => `Votre organisme a choisi pour vous : ${address}.`,
    address: "Adresse donnée par votre organisme",
    addressWrong: "Une adresse commence par https:// ; http:// ne sert que sur cette machine (127.0.0.1, localhost).",
    save: "Enregistrer",
    saved: (mode: string) => `C'est prêt : ${mode} Revenez à la consultation et ouvrez Pli prêt (Alt+Maj+O).`,
    goBack: "Revenir à la consultation",
    modes: {
      demo: "des entreprises fictives (démonstration).",
      ouvert: "les registres publics.",
      operateur: "toutes les sources de votre organisme.",
    },
    companies: "Vos entreprises",
    noCompany: "Aucune pour l'instant.",
    reminders: "Rappels",
    remindersHint:
      "Prévenir 7 jours, 3 jours et la veille de la date limite d'une consultation non déposée, et 30, 15 et 3 jours avant la fin de validité d'un document du coffre. Aucune date ne sort du coffre : fermé par une phrase de passe, il ne prévient pas ; vous êtes invité à l'ouvrir, une fois par semaine au plus.",
    scans: "Lire les scans et les photos",
    scansHint:
      "Le texte d'une image est lu sur cette machine, sans réseau, en quelques secondes la page. Ce qui est lu ainsi est proposé, et attend votre accord.",
    keeping: "Garder les dossiers préparés",
    keepingHint:
      "Dans le coffre, chiffrés comme ses documents, lisibles depuis « Mes consultations » une fois le coffre ouvert. Choisir une durée plus courte efface aussitôt ceux qui la dépassent.",
    keepingDays: (days: number) => (days === 0 ? "Jusqu'à la fermeture du navigateur" : `${days} jours`),
    openCoffre: "Ouvrir le coffre",
    openConsultations: "Ouvrir mes consultations",
    shown: "affichée",
    show: "Afficher",
    showCompany: (name: string) => `Afficher ${name}`,
    language: "Langue",
    languages: { auto: "Celle du navigateur", fr: "Français", en: "English" },
    portals: "Portails",
    settled: "Réglé par votre organisme pour ce navigateur.",
    unheeded: {
      title: "Réglages de votre organisme",
      about: "Ces valeurs ne peuvent pas être suivies : vos propres choix valent. Montrez ces lignes à la personne qui gère ce navigateur.",
      keys: {
        service: "« service » : il faut une adresse en https, ou celle de cette machine.",
        company: "« company » : il faut un SIRET de 14 chiffres, dont la clé est juste.",
        reminders: "« reminders » : il faut true ou false.",
        portalsOff: "« portalsOff » : il faut une liste d'identifiants de portails ; un identifiant inconnu est sans effet.",
        data: "« data » : il faut le texte entier d'un fichier signé que cette version reconnaît.",
      },
    },
    portalHosts: "Adresses de ces portails",
    portalsHint: "Sur un portail décoché, l'extension ne lit rien d'elle-même : vous pouvez toujours le lui demander, page par page.",
    privacy: "Vos données",
    privacyHint: "Rien n'est compté, rien ne nous est envoyé. Ce qui va où, ce qui est gardé et combien de temps, vos droits.",
    privacyRead: "Lire la page",
    exportTitle: "Exporter mes réglages",
    exportHint:
      "Un fichier JSON lisible : entreprises, saisies, corrections par portail, consultations, ce que vous avez dit des formulaires, journaux de diligence. Les documents du coffre s'exportent depuis sa page, chiffrés.",
    exportNow: "Enregistrer le fichier",
    erase: "Tout effacer",
    eraseHint:
      "Entreprises, saisies, consultations, réponses des sources, et tous les documents du coffre, sur cette machine. Rien ne se retrouve ensuite, sauf dans une copie ou une sauvegarde faite avant.",
    eraseWord: "effacer",
    eraseType: (word: string) => `Pour confirmer, tapez « ${word} »`,
    exportFirst: "Exporter d'abord mes réglages",
    eraseNow: "Effacer définitivement",
    erased: "Tout est effacé.",
    keep: "Ne rien effacer",
  },

  toDrop: {
    title: "Ces attestations ne sont pas publiques : déposez-les une fois",
    text: "Elles restent chiffrées sur cette machine, et sont jointes partout où on les demande.",
    action: "Ouvrir le coffre",
  },

  sources: {
    blocks: {
      identite: "Identité",
      capacites: "Capacités",
      attestations: "Attestations",
      certifications: "Certifications",
      exclusions: "Exclusions",
    },
    states: {
      asking: "en cours…",
      delivered: "reçu",
      refused: "refus",
      pending: "en préparation",
      outOfScope: "non concernée",
      notFound: "rien trouvé",
      unavailable: "en panne",
      notPermitted: "pas d'accès",
      unexpectedShape: "réponse illisible",
    },
    facts: (facts: number) => n(facts, "valeur", "valeurs"),
    pieces: (pieces: number) => n(pieces, "pièce", "pièces"),
    next: (time: string) => `nouvel essai à ${time}`,
    stays: (time: string) => `Sa réponse de ${time} est gardée`,
    retry: (label: string) => `Redemander ${label}`,
    retryAll: "Redemander ce qui manque",
    standIn: "source de remplacement",
  },

  exclusions: {
    heading: "Motifs d'exclusion : ce qui est publié",
    intro:
      "Ce qui suit informe : rien n'est déclaré à votre place, et la déclaration sur l'honneur reste votre geste. Votre explication reste dans le coffre.",
    unread: "À faire confirmer par votre conseil.",
    standings: { mayMatter: "peut exclure", toVerify: "à vérifier", notHeld: "sans effet" },
    explain: "Expliquer, joindre un justificatif",
    text: "Votre explication",
    piece: "Document à l'appui",
    noPiece: "Aucun",
    saved: "Enregistré.",
  },

  notices: {
    heading: "À savoir",
    before: "À savoir avant de candidater",
    others: (count: number) => `${n(count, "autre annonce publiée", "autres annonces publiées")}.`,
    what: "Voir quoi joindre",
    conflicts: {
      adresse: "Les sources ne donnent pas la même adresse",
      nom: "Les sources ne donnent pas le même nom",
      naf: "Les sources ne donnent pas le même code NAF",
      autreEntreprise: "Un document du coffre nomme une autre entreprise",
    },
    choose: (field: string) => `Plusieurs valeurs sont en vigueur, dites laquelle : ${field}`,
    differs: (field: string) => `Les sources diffèrent : ${field}`,
    see: "Voir l'annonce",
  },
};

export type Messages = typeof fr;
