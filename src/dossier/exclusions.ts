/**
 * Explains in words what notices mean for a candidature. It informs: the sworn statement is the bidder's alone, and nothing
 * here says whether the company is excluded. The legal reading is to be confirmed by the person or their counsel.
 */
import type { Notice } from "../domain/answer.ts";
import { plainWords } from "../domain/plain.ts";
import { REFERENCES, type Reference } from "../domain/references.ts";
import { formatDay } from "../domain/time.ts";

/**
 * `mayMatter`: a kind that the law names as a ground for exclusion · `toVerify`: the notice does not settle it ·
 * `notHeld`: over, or of a kind that is no ground by itself.
 */
type Standing = "mayMatter" | "toVerify" | "notHeld";

export interface ExplainedNotice {
  readonly notice: Notice;
  /** The key of the person's own explanation (`Explication.about`). */
  readonly about: string;
  readonly standing: Standing;
  /** What was published, and when. */
  readonly what: string;
  readonly meaning: string;
  /** What the bidder may do next. */
  readonly next: string;
  readonly references: readonly Reference[];
}

interface Meaning {
  readonly standing: Standing;
  readonly meaning: string;
  readonly next: string;
  readonly references: readonly Reference[];
}

const MEANINGS = {
  liquidation: {
    standing: "mayMatter",
    meaning: "La liquidation judiciaire en cours est l'un des cas d'exclusion que prévoit le code de la commande publique.",
    next: "Vérifiez l'état de la procédure au greffe avant toute déclaration.",
    references: [REFERENCES.insolvabilite],
  },
  redressement: {
    standing: "mayMatter",
    meaning:
      "Une entreprise en redressement judiciaire peut candidater si elle justifie pouvoir poursuivre son activité pendant la durée prévisible du marché.",
    next: "Joignez la copie du ou des jugements qui l'habilitent à poursuivre son activité.",
    references: [REFERENCES.insolvabilite, REFERENCES.jugements],
  },
  sauvegarde: {
    standing: "notHeld",
    meaning: "La sauvegarde n'est pas, à elle seule, un cas d'exclusion.",
    next: "Une explication peut rassurer l'acheteur.",
    references: [REFERENCES.insolvabilite],
  },
  plan: {
    standing: "notHeld",
    meaning: "Un plan arrêté par le tribunal permet de poursuivre l'activité : il n'est pas, à lui seul, un cas d'exclusion.",
    next: "Vérifiez que le plan couvre la durée du marché, et joignez la copie du jugement qui l'arrête.",
    references: [REFERENCES.insolvabilite, REFERENCES.jugements],
  },
  sortieDeCrise: {
    standing: "notHeld",
    meaning:
      "Les annonces disent une procédure de traitement de sortie de crise. Le code de la commande publique ne la nomme pas parmi les cas d'exclusion.",
    next: "Une explication peut rassurer l'acheteur.",
    references: [REFERENCES.insolvabilite],
  },
  closed: {
    standing: "notHeld",
    meaning: "Cette procédure est close : elle n'est pas retenue contre l'entreprise.",
    next: "Rien à faire ; si un acheteur s'en inquiète, le jugement de clôture en fait la preuve.",
    references: [],
  },
  dissolved: {
    standing: "toVerify",
    meaning:
      "La clôture pour insuffisance d'actif dissout une société : elle ne peut plus candidater. Un entrepreneur individuel, lui, continue.",
    next: "Vérifiez au registre que l'entreprise existe toujours.",
    references: [REFERENCES.dissolution],
  },
  sanction: {
    standing: "toVerify",
    meaning:
      "La faillite personnelle ou l'interdiction de gérer frappe une personne physique ; elle ne concerne la candidature que si cette personne dirige encore l'entreprise et si la mesure court toujours.",
    next: "Vérifiez le nom de la personne, la durée de la mesure et les dirigeants en fonction.",
    references: [REFERENCES.insolvabilite, REFERENCES.sanction],
  },
  sanctionOfTheCandidate: {
    standing: "mayMatter",
    meaning:
      "Pour un entrepreneur individuel, la personne frappée est le candidat lui-même : la faillite personnelle et l'interdiction de gérer sont des cas d'exclusion tant que la mesure court.",
    next: "Vérifiez la durée de la mesure avant toute déclaration.",
    references: [REFERENCES.insolvabilite, REFERENCES.sanction],
  },
  radiation: {
    standing: "toVerify",
    meaning: "L'entreprise a été radiée d'un registre ; elle a pu être réimmatriculée depuis, ou avoir changé de ressort.",
    next: "Vérifiez l'immatriculation en cours.",
    references: [],
  },
  observation: {
    standing: "toVerify",
    meaning: "Le registre porte une observation dont le sens ne se lit pas automatiquement.",
    next: "Lisez l'observation et vérifiez si elle concerne la candidature.",
    references: [],
  },
  unclear: {
    standing: "toVerify",
    meaning: "À vérifier : les annonces publiées ne disent pas si la procédure est encore ouverte.",
    next: "Lisez l'annonce, et demandez au greffe l'état de la procédure.",
    references: [],
  },
} as const satisfies Record<string, Meaning>;
type MeaningId = keyof typeof MEANINGS;

/** Kinds of notices explained here. The others concern the establishment and are shown as conflicts. */
const EXPLAINED: ReadonlySet<Notice["kind"]> = new Set<Notice["kind"]>(["procedureCollective", "sanction", "radiation", "observation"]);

const ORDER: Readonly<Record<Standing, number>> = { mayMatter: 0, toVerify: 1, notHeld: 2 };

/**
 * Explains the notices about grounds for exclusion: those that may matter first, then latest first.
 * @param legalForm INSEE's code, "5710": a sole trader ("1000") is a candidate in person and survives a procedure; absent when unknown
 */
export function explainExclusions(notices: readonly Notice[], legalForm?: string): ExplainedNotice[] {
  return notices
    .filter(({ kind }) => EXPLAINED.has(kind))
    .map(
      (notice): ExplainedNotice => ({
        notice,
        about: aboutOf(notice),
        what: whatOf(notice),
        ...MEANINGS[meaningOf(notice, legalForm?.startsWith("1") === true)],
      }),
    )
    .sort((a, b) => ORDER[a.standing] - ORDER[b.standing] || (b.notice.on ?? "").localeCompare(a.notice.on ?? ""));
}

/** A notice's identity: its address, or its content when it has none. */
export function aboutOf({ url, kind, on, title }: Notice): string {
  return url ?? [kind, on, title].filter(Boolean).join(" ");
}

function whatOf({ title, text, on }: Notice): string {
  const what = text === undefined || text === title ? title : `${title} — ${text}`;
  return on === undefined ? what : `${formatDay(on)} : ${what}`;
}

function meaningOf({ kind, status, title, text }: Notice, isSoleTrader: boolean): MeaningId {
  if (kind === "sanction" && status !== "closed") return isSoleTrader ? "sanctionOfTheCandidate" : "sanction";
  if (kind !== "procedureCollective") return status === "closed" || kind === "sanction" ? "closed" : (kind as "radiation" | "observation");
  const words = plainWords(`${title} ${text ?? ""}`);
  if (status === "closed") return endsACompany(words) && !isSoleTrader ? "dissolved" : "closed";
  if (status === "plan") return status;
  if (status !== "open") return "unclear";
  const told = procedureOf(plainWords(title));
  return told === "unclear" ? procedureOf(words) : told;
}

/** True for a liquidation that was not closed by paying all debts: it ended for want of assets, even when the notice does not say so. */
function endsACompany(words: string): boolean {
  return words.includes("insuffisance d actif") || (words.includes("liquidation") && !words.includes("extinction du passif"));
}

/** The gravest procedure that the words name: a redressement converted into a liquidation is a liquidation. */
function procedureOf(words: string): MeaningId {
  if (words.includes("liquidation")) return "liquidation";
  if (words.includes("redressement")) return "redressement";
  if (words.includes("sauvegarde")) return "sauvegarde";
  return words.includes("sortie de crise") ? "sortieDeCrise" : "unclear";
}
