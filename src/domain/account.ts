/** Compares the values that a page already holds for the company with the known ones, first on a portal's account page. */
import type { FieldKey } from "./fields.ts";
import type { ControlReading } from "./page-reading.ts";

/**
 * The fields that are compared: those of registers, bank details from a document of the coffre, the person's own phone. Fields that each
 * source words differently (legal form, activity, headcount) are left out: a difference there means nothing.
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

/** The value in one control, as the page shows it. */
export interface HeldValue {
  readonly frameId: number;
  readonly id: string;
  readonly field: ComparedField;
  readonly text: string;
  /** The text beside it. */
  readonly label: string;
  /** For a field split over several controls: which characters this one holds. */
  readonly part?: { readonly from: number; readonly to: number } | undefined;
  /** True when it asks about the head office. */
  readonly of?: "siege" | undefined;
}

export interface HeldPage {
  readonly held: readonly HeldValue[];
  /** Numbers in the page that may be the account's own, without the buyer's. */
  readonly sirets: readonly string[];
}

const COMPARED: ReadonlySet<string> = new Set(COMPARED_FIELDS);
const isCompared = (field: string): field is ComparedField => COMPARED.has(field);
/** Doubts about whose block it is or what it asks for: the value may be somebody else's. */
const UNCERTAIN: ReadonlySet<string> = new Set(["party", "label", "person", "twice"]);

type Readable = Pick<ControlReading, "type" | "target" | "leave" | "empty" | "doubts" | "part" | "of" | "cell">;

/** The field to compare for a control; `null` when the control is empty, not surely the company's, or its field is not compared. */
export function comparedIn({ type, target, leave, empty, doubts, part, of, cell }: Readable): ComparedField | null {
  if (empty || target === null || cell !== undefined || !isCompared(target) || of === "moyen") return null;
  if (type !== "text" && type !== "textarea" && type !== "select") return null;
  if (leave !== undefined && leave !== "readOnly" && leave !== "disabled") return null;
  if (doubts.some(({ about }) => UNCERTAIN.has(about))) return null;
  return part !== undefined && "piece" in part ? null : target;
}
