/** What the Sirene register says of a company that is closed or asked for discretion, worded alike for all its sources. */
import type { Notice } from "../domain/answer.ts";
import { present } from "../domain/present.ts";

export interface Standing {
  /** The establishment that was asked. */
  readonly siret: string | null | undefined;
  readonly isClosed: boolean;
  /** YYYY-MM-DD. */
  readonly closedOn: string | undefined;
  /** The head office's number, where the source knows it; it is offered in place of a closed establishment. */
  readonly siege: string | undefined;
  /** The company itself has ended. */
  readonly hasCeased: boolean;
}

export function closedNotices({ siret, isClosed, closedOn, siege, hasCeased }: Standing): Notice[] {
  const found: Notice[] = [];
  if (isClosed) {
    found.push({
      kind: "etablissementFerme",
      status: "info",
      title: "Établissement fermé",
      text: "Cet établissement est fermé au répertoire Sirene : utilisez le SIRET d'un établissement ouvert.",
      ...present({ on: closedOn, siret: siege === siret ? undefined : siege }),
    });
  }
  if (hasCeased) {
    found.push({ kind: "uniteCessee", status: "info", title: "Entreprise cessée", text: "L'entreprise est cessée au répertoire Sirene." });
  }
  return found;
}

export const PARTLY_PUBLIC: Notice = {
  kind: "diffusionPartielle",
  status: "info",
  title: "Diffusion partielle",
  text: "L'entreprise a demandé que certaines de ses données ne soient pas rendues publiques.",
};
