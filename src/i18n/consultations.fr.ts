/** « Mes consultations » : the page and the calendar that it gives. French. */
import { counted } from "./plural.ts";

const n = (count: number, one: string, other: string) => counted("fr", count, one, other);

export const consultationsFr = {
  heading: "Mes consultations",
  intro: "Ce que vous avez vu, rempli, préparé ou joint avec Pli prêt, la plus pressée en premier. Tout reste sur cette machine, chiffré.",
  of: (company: string) => `Pour ${company}`,
  noCompany: "Choisissez d'abord une entreprise : ouvrez Pli prêt sur une consultation, ou les options.",
  none: "Aucune consultation pour l'instant. Elles arrivent ici d'elles-mêmes quand vous ouvrez ou remplissez la page d'une consultation.",
  search: "Chercher une référence, un objet, un acheteur, un lot",
  found: (count: number) => n(count, "consultation trouvée", "consultations trouvées"),
  export: "Exporter les échéances (.ics)",
  exported: (events: number) =>
    `${n(events, "échéance enregistrée", "échéances enregistrées")} : ouvrez le fichier pour les ajouter à votre agenda.`,
  leftOut: (count: number) =>
    `${n(count, "consultation n'y est pas", "consultations n'y sont pas")} : sa date limite n'est pas connue. Lisez-la sur sa page.`,
  locked: "Le coffre est fermé : les fins de validité de ses documents ne sont ni affichées ni exportées.",
  followed: "Attributions et marchés en cours",
  coming: "À venir",
  over: "Date limite passée",
  archived: "Archives",
  nothingComing: "Rien à venir.",
  nothingFound: "Aucune consultation ne contient ces mots.",
  untitled: "Consultation sans titre",

  days: (days: number) => {
    if (days === 0) return "aujourd'hui";
    if (days === 1) return "demain";
    if (days === -1) return "hier";
    return days > 0 ? `dans ${days} jours` : `il y a ${-days} jours`;
  },
  deadline: (when: string, day: string, hour: string) => `${when}, ${day} à ${hour}, heure de Paris`,
  hour: (hour: number, minute: number) => (minute === 0 ? `${hour} h` : `${hour} h ${String(minute).padStart(2, "0")}`),
  doubted: (when: string, day: string) => `${when}, ${day} : heure à vérifier sur la page`,
  noDeadline: "date limite inconnue",
  moved: (isLater: boolean, before: string) => `${isLater ? "Reportée" : "Avancée"} : la page disait ${before}`,

  lots: (count: number) => n(count, "lot", "lots"),
  met: (day: string) => `vue le ${day}`,
  filled: (day: string, fields: number) => `${n(fields, "champ rempli", "champs remplis")} le ${day}`,
  prepared: (day: string) => `dossier préparé le ${day}`,
  attached: (day: string, files: number) => (files === 1 ? `1 fichier joint le ${day}` : `${files} fichiers joints, le dernier le ${day}`),
  deposited: (day: string, isProven: boolean) =>
    isProven ? `déposée le ${day}, d'après son récépissé` : `déposée, noté par vous le ${day}`,
  deadAtDeadline: (pieces: string) => `Ne vaudra plus à la date limite : ${pieces}`,
  deadToday: (pieces: string) => `Ne vaut plus aujourd'hui : ${pieces}`,
  deadAtAward: (pieces: string) => `Ne vaudra plus à l'attribution, vers trois mois après : ${pieces}`,

  resume: "Reprendre",
  noAddress: "Son adresse n'est plus sûre à ouvrir : retrouvez-la sur le portail.",
  markDeposited: "J'ai déposé",
  notDeposited: "Non déposée",
  archive: "Archiver",
  bringBack: "Sortir des archives",
  forget: "Oublier",
  about: (action: string, title: string) => `${action} : ${title}`,
  undo: "Annuler",
  done: {
    archive: (title: string) => `Archivée : ${title}`,
    bringBack: (title: string) => `Sortie des archives : ${title}`,
    deposited: (title: string) => `Notée comme déposée : ${title}`,
    notDeposited: (title: string) => `N'est plus notée comme déposée : ${title}`,
    forget: (title: string) => `Oubliée : ${title}`,
  },
  failed:
    "Ce changement n'a pas été enregistré : le disque est plein, ou l'extension vient d'être mise à jour. Rechargez la page et recommencez.",

  buyers: "Déjà transmis, par acheteur",
  buyersHint:
    "Les pièces jointes avec Pli prêt, pour les acheteurs dont la page disait le SIRET. Seul vous savez si vous avez déposé : la phrase ne cite que ce que vous avez noté comme déposé et qui vaut encore aujourd'hui.",
  noBuyer: "Rien n'a encore été joint pour un acheteur dont le SIRET est connu.",
  documents: (count: number) => n(count, "document", "documents"),
  givenOn: (day: string, consultation: string) => `jointe le ${day}, ${consultation}`,
  notConfirmed: "dépôt non noté",
  notCopied: "Le navigateur n'a pas laissé copier : sélectionnez la phrase.",
  noSentence: "Rien à citer : notez la consultation comme déposée, ou ses pièces ne valent plus.",

  award: {
    title: "Après le dépôt",
    noted: (title: string) => `C'est noté : ${title}`,
    asked: "L'acheteur demande les preuves",
    running: "Le marché est conclu",
    askedBy: "À remettre au plus tard le",
    dayHint: "jj/mm/aaaa",
    wrongDay: "Écrivez un jour qui existe, par exemple 15/12/2026.",
    endBeforeStart: "Le marché finirait avant d'être conclu : vérifiez les deux jours.",
    keep: "Enregistrer",
    cancel: "Annuler",
    countdown: (when: string, day: string) => `Preuves à remettre ${when}, le ${day} au plus tard`,
    late: (day: string) => `Les preuves étaient à remettre le ${day} : écrivez à l'acheteur sans attendre.`,
    proved: (day: string) => `Preuves remises le ${day}`,
    markProved: "Je les ai remises",
    notProved: "Pas encore remises",
    change: "Changer le jour",
    notAsked: "Rien n'est demandé",
    pack: (day: string) =>
      `Ce que la loi permet de vous demander, jugé au ${day}. La lettre de l'acheteur fait foi : elle peut en demander d'autres.`,
    packBefore: "Votre coffre est fermé : ouvrez-le pour voir ce que vous avez déjà.",
    states: {
      holds: (until: string | undefined) => (until === undefined ? "prête" : `prête, valable jusqu'au ${until}`),
      toCheck: "prête, à vérifier",
      dead: (until: string | undefined) => (until === undefined ? "ne vaudra plus" : `ne vaudra plus : elle finit le ${until}`),
      missing: "manque",
      ifAny: "si vous en employez",
    },
    abroad: {
      title: "Entreprise établie hors de France",
      pieces: [
        "Impôts, cotisations : un certificat de son pays ou, à défaut, une déclaration sous serment.",
        "Code du travail : articles D8222-7 et R1263-12.",
      ],
    },
    either: " ou ",
    concludedOn: "Conclu le",
    endsOn: "Fin prévue le, si elle est connue",
    concluded: (from: string, until: string | undefined) =>
      until === undefined ? `Marché conclu le ${from}` : `Marché conclu le ${from}, jusqu'au ${until}`,
    changeContract: "Changer les jours",
    noContract: "Retirer ce marché",
    vigilance:
      "À partir de 5 000 € HT, tous les six mois depuis la conclusion, l'attestation de vigilance : la vôtre à remettre à l'acheteur, celle de chaque sous-traitant à recevoir. Avec elle, la liste des salariés étrangers, s'il y en a. Si le marché fixe d'autres jours, suivez-les.",
    own: "La vôtre, à remettre",
    theirs: (name: string) => `Celle de ${name}, à recevoir`,
    theirsAbroad: (name: string, country: string, number: string) =>
      `Ce qui en tient lieu pour ${name} (${country}, ${number}), à recevoir`,
    due: (when: string, day: string) => `${when}, le ${day}`,
    given: "C'est fait",
    over: "Plus rien à remettre d'ici la fin du marché.",
    subcontractor: "Ajouter un sous-traitant",
    where: "Il est établi",
    inFrance: "en France, avec un SIRET",
    outsideFrance: "hors de France, sans SIRET",
    country: "Son pays",
    wrongCountry: "Écrivez son pays.",
    number: "Son numéro national ou de TVA",
    wrongNumber: "Écrivez ce numéro.",
    siret: "Son SIRET",
    wrongSiret: "Ce SIRET n'existe pas : vérifiez ses 14 chiffres.",
    alreadyThere: "Ce sous-traitant est déjà dans la liste.",
    name: "Son nom",
    noName: "Écrivez son nom.",
    from: "Son contrat est conclu le",
    remove: (name: string) => `Retirer ${name}`,
    texts: "Textes",
  },

  keptDossiers: {
    one: (day: string, until: string, size: string) => `Dossier préparé le ${day}, ${size}, gardé dans le coffre jusqu'au ${until}`,
    download: (name: string, day: string) => `Enregistrer ${name}, préparé le ${day}`,
    remove: "Effacer",
    removeOf: (day: string) => `Effacer le dossier préparé le ${day}`,
    removed: "Dossier préparé effacé. Ses documents restent dans le coffre, la consultation et son journal aussi.",
    gone: "Ce fichier n'est plus là : la durée choisie dans les options est passée, ou il a été effacé. Préparez le dossier de nouveau.",
    room: (count: number, size: string) =>
      `${n(count, "dossier préparé gardé", "dossiers préparés gardés")} dans le coffre, ${size}. La durée se règle dans les options.`,
    others: "Dossiers préparés, sans consultation connue",
    locked: "Les dossiers préparés que le coffre garde se lisent une fois le coffre ouvert.",
    openCoffre: "Ouvrir le coffre",
  },

  calendar: {
    name: "Pli prêt : échéances",
    deadline: (title: string) => `Date limite : ${title}`,
    doubted: (title: string, written: string) => `Date limite, heure à vérifier (écrit : ${written}) : ${title}`,
    proofs: (title: string) => `Preuves à remettre à l'acheteur : ${title}`,
    vigilance: (title: string, who: string | null) =>
      who === null ? `Attestation de vigilance à remettre : ${title}` : `Attestation de vigilance à recevoir de ${who} : ${title}`,
    ends: (title: string) => `Fin de validité : ${title}`,
    untitled: "Consultation sans titre",
    reference: (reference: string) => `Référence : ${reference}`,
    buyer: (name: string) => `Acheteur : ${name}`,
  },
};

export type ConsultationsWords = typeof consultationsFr;
