/**
 * INPI, actes et bilans through API Entreprise. Each address answers JSON that holds the file's own address, valid for an hour.
 * Confidential accounts are not in the list.
 */
import { z } from "zod";
import { dayIn, known } from "../cleaning.ts";
import { type Deposits, depositList, depositPieces } from "../deposits.ts";
import { apiEntreprise, envelope, QUOTAS } from "../families/api-entreprise.ts";
import { defineSource, type PieceLocation } from "../source.ts";

const maybeText = z.string().nullish();
const Listed = envelope(
  z
    .object({
      actes: z
        .array(
          z.object({
            id: maybeText,
            date_depot: maybeText,
            types_actes: z.array(z.object({ type_acte: maybeText, type_decision: maybeText })).nullish(),
            url: maybeText,
          }),
        )
        .nullish(),
      bilans: z
        .array(
          z.object({
            id: maybeText,
            date_depot: maybeText,
            date_cloture: maybeText,
            date_mise_a_jour: maybeText,
            type: maybeText,
            url: maybeText,
          }),
        )
        .nullish(),
    })
    // One list may be missing; an answer without both is no answer.
    .refine(({ actes, bilans }) => actes !== undefined || bilans !== undefined, "neither list"),
);
type Listed = z.infer<typeof Listed>;

function link(url: string | null | undefined): PieceLocation | null {
  const address = known(url);
  return address === undefined ? null : { url: address, steps: "json-link" };
}

function depositsOf({ data: { actes, bilans } }: Listed): Deposits {
  return {
    acts: (actes ?? []).map(({ id, date_depot, types_actes, url }, index) => ({
      id: id ?? `acte-${index}`,
      types: (types_actes ?? []).flatMap(({ type_acte }) => known(type_acte) ?? []),
      decisions: (types_actes ?? []).flatMap(({ type_decision }) => known(type_decision) ?? []),
      depositedOn: dayIn(date_depot),
      location: link(url),
    })),
    accounts: (bilans ?? []).map(({ id, date_depot, date_cloture, date_mise_a_jour, type, url }, index) => ({
      id: id ?? `bilan-${index}`,
      type: known(type),
      closingOn: dayIn(date_cloture),
      depositedOn: dayIn(date_depot),
      updatedOn: dayIn(date_mise_a_jour),
      location: link(url),
    })),
  };
}

export const inpiActesBilans = defineSource<Listed>({
  id: "inpi-actes-bilans",
  provider: "INPI",
  label: { fr: "Actes et bilans déposés", en: "Filed deeds and accounts" },
  block: "capacites",
  keyedBy: "siren",
  trust: "register",
  access: "open",
  family: apiEntreprise,
  quota: QUOTAS.rneActes,
  scopes: ["open_data"],
  timeoutMs: 30_000,
  pieceKinds: ["bilans", "statuts", "acte"],
  documentHosts: ["entreprise.api.gouv.fr"],
  standIn: "inpi-actes-bilans-ouvert",
  contractEndpoints: ["v3_inpi_rne_actes_bilans"],
  request: ({ siren }) => ({ path: `/v3/inpi/rne/unites_legales/open_data/${siren}/actes_bilans` }),
  raw: Listed,
  reads: {},
  verdict: ({ data }) =>
    (data.actes ?? []).length + (data.bilans ?? []).length === 0
      ? { state: "notFound", reason: "source.aucuneDonnee" }
      : { state: "delivered" },
  pieces: (raw) => depositPieces(depositsOf(raw)),
  depots: (raw) => depositList(depositsOf(raw)),
  negatives: { "003": { state: "notFound", reason: "source.aucuneDonnee" } },
});
