/** What a page holds already of the company, to be compared with what is known of it: a portal's own account page first. */
import type { FieldKey } from "./fields.ts";
import type { ControlReading } from "./page-reading.ts";

/**
 * The fields that are compared: those of registers, the bank's of a document of the coffre, the person's own phone. What each source words in
 * its own way (legal form, activity, headcount) is not: a difference there says nothing.
 */
const COMPARED_FIELDS = [
  "siret",
  "siren",
  "nic",
  "siretSiege",
  "tvaIntracommunautaire",
  "raisonSociale",
  "codeNaf",
  "capitalSocial",
  "dateCreation",
  "adresseLigne1",
  "adresseComplement",
  "codePostal",
  "commune",
  "adresseComplete",
  "adresseSiege",
  "dirigeantNom",
  "dirigeantPrenom",
  "dirigeantNomComplet",
  "contactTelephone",
  "iban",
  "bic",
] as const satisfies readonly FieldKey[];
export type ComparedField = (typeof COMPARED_FIELDS)[number];

/** What one control holds, as the page shows it. */
export interface HeldValue {
  readonly frameId: number;
  readonly id: string;
  readonly field: ComparedField;
  readonly text: string;
  /** What the page writes beside it. */
  readonly label: string;
  /** Of a field split over several controls: which signs of it this one holds. */
  readonly part?: { readonly from: number; readonly to: number } | undefined;
  /** It is asked of the head office. */
  readonly of?: "siege" | undefined;
}

export interface HeldPage {
  readonly held: readonly HeldValue[];
  /** Numbers written in the page that may be the account's own: the buyer's are not among them. */
  readonly sirets: readonly string[];
}

const COMPARED: ReadonlySet<string> = new Set(COMPARED_FIELDS);
const isCompared = (field: string): field is ComparedField => COMPARED.has(field);
/** Whose block it is, or what is asked there, is not certain: what stands there may be somebody else's. */
const UNCERTAIN: ReadonlySet<string> = new Set(["party", "label", "person", "twice"]);

type Readable = Pick<ControlReading, "type" | "target" | "leave" | "empty" | "doubts" | "part" | "of" | "cell">;

/** The field that a control holds a value of, to be compared; `null` when it is empty, not the company's for certain, or not of those. */
export function comparedIn({ type, target, leave, empty, doubts, part, of, cell }: Readable): ComparedField | null {
  if (empty || target === null || cell !== undefined || !isCompared(target) || of === "moyen") return null;
  if (type !== "text" && type !== "textarea" && type !== "select") return null;
  if (leave !== undefined && leave !== "readOnly" && leave !== "disabled") return null;
  if (doubts.some(({ about }) => UNCERTAIN.has(about))) return null;
  return part !== undefined && "piece" in part ? null : target;
}
