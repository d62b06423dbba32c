/** A consultation for the tests. Fictitious buyer and company. */
import type { ConsultationEvent, KeptConsultation, SentPiece } from "../../src/domain/kept-consultation.ts";

export const SIREN = "900000019";
export const BUYER = "21750001600019";

export function event(
  what: ConsultationEvent["what"],
  at = "2026-11-20T09:00:00.000Z",
  more: Partial<ConsultationEvent> = {},
): ConsultationEvent {
  return { at, what, files: [], pieces: [], ...more };
}

export function some(more: Partial<KeptConsultation> = {}): KeptConsultation {
  return {
    id: "c1",
    siren: SIREN,
    portal: "place",
    url: "https://www.marches-publics.gouv.fr/consultation/1",
    reference: "2026-TRX-12",
    objet: "Réfection de la toiture de l'école",
    events: [event("met")],
    archived: false,
    ...more,
  };
}

export const VIGILANCE: SentPiece = {
  kind: "attestationVigilance",
  title: "Attestation de vigilance",
  validFrom: "2026-09-30",
  validityBasis: "computed",
};
