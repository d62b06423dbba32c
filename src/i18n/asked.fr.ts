/** What the person reads of a consultation's own documents, French. */
import type { AskedPoint, AskedPointFound, ReadDocument } from "../domain/asked.ts";
import { counted } from "./plural.ts";

const n = (count: number, one: string, other: string) => counted("fr", count, one, other);

type Said = AskedPointFound["said"];
const words = (said: Said, name: string, texts: Readonly<Record<string, string>>) => texts[String(said[name])] ?? null;
const list = (value: Said[string] | undefined) => (Array.isArray(value) ? value.join(", ") : "");

/** What a finding is understood to say; `null` when its sentence alone is shown. */
const POINTS: Partial<Record<AskedPoint, (said: Said) => string | null>> = {
  depot: (said) => words(said, "mode", { electronique: "par voie électronique", papier: "sur papier" }),
  lots: ({ divided, lots }) => {
    if (divided === false) return "un seul lot";
    return Array.isArray(lots) && lots.length > 1 ? n(lots.length, "lot", "lots") : "plusieurs lots";
  },
  groupement: ({ form, mandataireSolidaire }) => {
    const forms: Record<string, string> = { libre: "forme libre", solidaire: "solidaire", conjoint: "conjoint", interdit: "interdit" };
    return [forms[String(form)], mandataireSolidaire === true ? "mandataire solidaire" : undefined].filter(Boolean).join(", ") || null;
  },
  minima: (said) =>
    words(said, "kind", {
      turnover: "chiffre d'affaires",
      reference: "références",
      qualification: "qualification",
      insurance: "assurance",
      team: "équipe",
    }),
  formats: ({ accepted, refused }) =>
    [list(accepted) === "" ? null : `acceptés : ${list(accepted)}`, list(refused) === "" ? null : `refusés : ${list(refused)}`]
      .filter(Boolean)
      .join(" · ") || null,
  maxSize: ({ bytes, of }) => {
    const mega = Number(bytes) / 1_000_000;
    return `${mega >= 1000 ? `${mega / 1000} Go` : `${mega} Mo`} ${of === "deposit" ? "pour le dépôt" : "par fichier"}`;
  },
  signature: (said) =>
    words(said, "state", { required: "exigée au dépôt", notRequired: "non exigée au dépôt", atAward: "par l'attributaire seul" }),
  copieSauvegarde: ({ status, supports }) => {
    const told = words({ status: status ?? null }, "status", {
      possible: "possible",
      recommandee: "recommandée",
      obligatoire: "obligatoire",
      interdite: "interdite",
    });
    return [told, list(supports)].filter(Boolean).join(" : ") || null;
  },
  visite: (said) =>
    words(said, "status", { obligatoire: "obligatoire", facultative: "possible", recommandee: "recommandée", aucune: "aucune" }),
  questions: ({ days }) => (typeof days === "number" ? `jusqu'à ${n(days, "jour", "jours")} avant la date limite` : null),
  validiteOffres: ({ days, months }) =>
    typeof days === "number" ? n(days, "jour", "jours") : typeof months === "number" ? n(months, "mois", "mois") : null,
  criteres: ({ weight }) => (typeof weight === "string" ? weight : null),
};

const WHATS: Readonly<Record<string, string>> = {
  declarationHonneur: "Déclaration sur l'honneur",
  chiffreAffaires: "Chiffre d'affaires",
  effectifs: "Effectifs",
  materiel: "Matériel et équipement",
  handicap: "Emploi de travailleurs handicapés",
  certificats: "Certificats de qualification",
  ordreArchitectes: "Inscription à un ordre professionnel",
  agrement: "Agrément ou autorisation",
  travailDissimule: "Déclaration sur le travail dissimulé",
  presentation: "Présentation de l'entreprise",
  certificationsSysteme: "Certification de système",
};

const LEFT: Record<NonNullable<ReadDocument["left"]>, string> = {
  locked: "protégé par un mot de passe. Demandez-en une version ouverte à l'acheteur.",
  damaged: "abîmé. Téléchargez-le de nouveau sur le portail.",
  lying: "n'est pas ce que dit son nom. Vérifiez où vous l'avez pris avant de l'ouvrir.",
  type: "d'un format que Pli prêt ne lit pas. Donnez-le en PDF, DOCX, ODT, page HTML, texte ou avis XML.",
  macros: "contient des macros, et n'est pas ouvert. Demandez-en une version sans macros.",
  scan: "fait d'images seulement, et non lu. Si c'est le règlement, donnez-le seul, ou lisez-le vous-même : « Lire les scans et les photos » est dans les options.",
  bomb: "bien plus gros, une fois ouvert, que ce qu'il annonce : il est laissé fermé. Téléchargez-le de nouveau sur le portail.",
  entries: "fait de plus de dix mille fichiers : il est laissé fermé. Donnez le règlement seul.",
  path: "nommé de façon à s'écrire hors de son dossier : il est laissé fermé. Demandez-le de nouveau à l'acheteur.",
  deep: "une archive dans trop d'archives. Ouvrez-la vous-même, puis donnez ses fichiers.",
};

export const askedFr = {
  told: (name: string, said: string) => `${name} : ${said}`,
  heading: "Ce que demande cette consultation",
  intro:
    "Déposez ici le dossier de consultation, tel que le portail le donne. Le règlement et l'avis y sont cherchés et lus sur cette machine ; les fichiers ne sont ni gardés ni envoyés.",
  caution: "Une règle ne voit pas tout : chaque point montre la phrase du document. Relisez le règlement avant de déposer.",
  drop: "Le dossier de consultation (ZIP, PDF, DOCX, ODT, XML)",
  choose: "Choisir des fichiers",
  again: "Lire une nouvelle version",
  noWork: "Choisissez une entreprise et ouvrez la page de la consultation : ce qui est lu est rangé avec elle.",
  reading: (read: number, last: string | null) =>
    last === null ? "Ouverture des fichiers…" : `${n(read, "fichier lu", "fichiers lus")}, dont ${last}`,
  scanning: (file: string, page: number) => `${file} est un scan : ses lettres sont reconnues (page ${page}).`,
  cancel: "Arrêter la lecture",
  forget: "Oublier cette lecture",
  exportMd: "Enregistrer en texte (.md)",
  exportCsv: "Enregistrer en tableau (.csv)",
  print: "Imprimer",
  ends: {
    cancelled: "Lecture arrêtée. Ce qui était connu avant est toujours là.",
    failed: "La lecture s'est interrompue. Donnez le règlement seul, ou recommencez.",
    nothing: "Aucun règlement de consultation ni avis n'a été trouvé dans ces fichiers. Donnez-le directement, en PDF ou en DOCX.",
    unkept: "C'est lu, mais n'a pas pu être gardé sur cette machine. Enregistrez le résultat avant de fermer la page.",
  },
  documents: { title: "Documents", rc: "règlement", avis: "avis", other: "rien à en tirer" },
  others: (count: number) => `${n(count, "autre fichier reconnu", "autres fichiers reconnus")} comme n'étant ni règlement ni avis.`,
  left: (reason: NonNullable<ReadDocument["left"]>) => LEFT[reason],
  leftTitle: "Fichiers non lus",
  where: (file: string, page: number | null, isRecognised = false) =>
    `${page === null ? file : `${file}, page ${page}`}${isRecognised ? " (lu par reconnaissance, à vérifier)" : ""}`,
  recognised: "lu par reconnaissance, à vérifier",
  what: (name: string) => WHATS[name] ?? name,
  offerPiece: "Pièce de l'offre",

  deadline: {
    title: "Date limite",
    from: { rc: "d'après le règlement", avis: "d'après l'avis", page: "d'après la page" },
    none: "Aucune date limite sûre n'est lue. À vérifier sur le portail.",
    differs: "Les sources ne disent pas la même date. Tant que l'acheteur n'a pas tranché, tenez-vous-en à la plus proche.",
    candidatures: "C'est la date des candidatures.",
    doubts: {
      several: "Le document écrit plusieurs dates ou heures.",
      dayOnly: "L'heure n'est pas écrite.",
      otherClock: "L'heure est dite « locale », sans que le lieu soit sûr.",
      weekday: "Le jour de la semaine ne correspond pas à la date.",
      recognised: "La date est lue par reconnaissance sur un scan : à vérifier.",
    },
    clocks: {
      paris: "heure de Paris, écrite",
      implicit: "heure de Paris, sous-entendue",
      local: "heure de l'acheteur, outre-mer",
      unstated: "acheteur outre-mer, horloge non écrite : à vérifier",
    },
  },
  lots: {
    only: (lots: readonly string[]) => (lots.length === 1 ? `pour le lot ${lots[0]}` : `pour les lots ${lots.join(", ")}`),
    chosen: (lots: readonly string[]) =>
      lots.length === 1
        ? `Liste limitée au lot ${lots[0]}, choisi plus bas dans « Elle se présente pour ».`
        : `Liste limitée aux lots ${lots.join(", ")}, choisis plus bas dans « Elle se présente pour ».`,
    choose:
      "Une partie de ces demandes ne vaut que pour certains lots. Choisissez les vôtres plus bas, dans « Elle se présente pour » : la liste les suivra.",
    others: "Pour d'autres lots seulement",
  },
  beside: {
    title: "À comparer",
    intro: "Ces sources se contredisent. Rien n'est tranché ici.",
    from: { rc: "Règlement", avis: "Avis", page: "Page" },
  },
  changes: {
    title: "Ce qui change depuis la lecture précédente",
    none: "Rien de ce qui est lu n'a changé.",
    added: "ajout",
    removed: "retrait",
    changed: "changement",
    before: "Avant",
    touches: { prepared: "Votre dossier préparé est à revoir.", attached: "Une pièce déjà jointe est à revoir." },
  },
  stages: {
    candidature: "Pièces de la candidature",
    attributaire: "Au seul attributaire",
    offre: "Pièces de l'offre",
  },
  stageNotes: {
    candidature: null,
    attributaire: "À produire si votre offre est retenue, dans le délai que dit l'acheteur.",
    offre: "Elles sont listées, jamais fabriquées.",
  },
  states: {
    have: "Prête",
    missing: "À déposer",
    deadAtDeadline: "Périmée à la date limite",
    deadAtAward: "Périmée à l'attribution",
    toCheck: "À vérifier",
    answered: "À déclarer",
    own: "À rédiger",
  },
  held: (title: string, until: string | null) => (until === null ? title : `${title}, jusqu'au ${until}`),
  rubric: (form: string, rubric: string | undefined) => (rubric === undefined ? `Formulaire ${form}` : `${form}, rubrique ${rubric}`),
  slot: (label: string) => `Place sur la page : ${label}`,
  pageOnly: "Demandée par la page, non vue dans les documents.",
  unusual:
    "Elle ne figure pas parmi les pièces d'usage d'une candidature. La liste des pièces exigibles (annexe 9 du code de la commande publique) n'a pas été lue à sa source : vérifiez-la avant de refuser.",
  openCoffre: "L'ajouter au coffre",
  age: (age: string) => age,
  years: (count: number) => `sur ${n(count, "année", "années")}`,
  perMember: "pour chaque membre du groupement",
  equivalent: "ou équivalent",
  or: (pieces: string) => `ou ${pieces}`,
  pointsTitle: "Le dépôt et l'offre",
  points: {
    deadline: "Date limite",
    depot: "Dépôt",
    lots: "Lots",
    groupement: "Groupement",
    minima: "Niveau minimal",
    formats: "Formats",
    maxSize: "Taille",
    fileNames: "Noms des fichiers",
    langues: "Langue",
    signature: "Signature",
    copieSauvegarde: "Copie de sauvegarde",
    visite: "Visite",
    questions: "Questions",
    validiteOffres: "Validité des offres",
    criteres: "Critère",
  } satisfies Record<AskedPoint, string>,
  said: (point: AskedPoint, said: Said): string | null => POINTS[point]?.(said) ?? null,
  silent: (points: string) => `Les documents ne disent rien de : ${points}.`,
  columns: { section: "Partie", name: "Point", state: "État", said: "Ce qui est lu", quote: "Phrase", where: "Où" },
  fileName: "consultation",
};
export type AskedWords = typeof askedFr;
