/**
 * Pieces that a buyer may not demand of a candidate, with the text that says so and a sentence to send. It informs: a form that asks for
 * the piece keeps its slot, and the bidder decides. Only texts read at their source are shown (`isShowable`).
 */
import type { PieceKind } from "./pieces.ts";
import type { Reference } from "./validity.ts";

export interface Exigibility {
  /** What the bidder reads, French. */
  readonly text: string;
  readonly reference: Reference;
  /** Month in which the text was read, "2026-11". */
  readonly readOn: string;
  /** To paste in a question to the buyer. */
  readonly sentence: string;
}

const NOT_DEMANDABLE = {
  immatriculation: {
    text: "L'extrait Kbis ne peut plus être exigé d'un candidat : le numéro SIREN suffit à l'acheteur.",
    reference: {
      text: "Code de la commande publique, article R2143-9 (décret n° 2021-631 du 21 mai 2021).",
      read: "C",
    },
    readOn: "2026-11",
    sentence:
      "Notre numéro SIREN figure dans la candidature ; en application de l'article R2143-9 du code de la commande publique, il vous permet d'accéder à notre extrait d'immatriculation, qui n'est plus à produire.",
  },
  attestationFiscale: {
    text: "L'attestation de régularité fiscale que l'acheteur obtient lui-même auprès de la DGFIP n'a pas à être produite.",
    reference: { text: "Code des relations entre le public et l'administration, article D113-14.", read: "D" },
    readOn: "2026-11",
    sentence:
      "En application de l'article D113-14 du code des relations entre le public et l'administration, nous vous laissons obtenir directement notre attestation de régularité fiscale auprès de la DGFIP.",
  },
} as const satisfies Partial<Record<PieceKind, Exigibility>>;

/** What is known of a kind, or `null`. */
export function exigibilityOf(kind: PieceKind): Exigibility | null {
  return Object.hasOwn(NOT_DEMANDABLE, kind) ? NOT_DEMANDABLE[kind as keyof typeof NOT_DEMANDABLE] : null;
}
