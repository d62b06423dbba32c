/** INPI's own RNE service, with the operator's free account: the same deposits as through API Entreprise, files behind the same account. */

import { z } from "zod";
import { dayIn, known } from "../cleaning.ts";
import { type Deposits, depositList, depositPieces } from "../deposits.ts";
import { inpi } from "../families/inpi.ts";
import { defineSource, type PieceLocation } from "../source.ts";

const maybeText = z.string().nullish();
const Acte = z.object({
  id: maybeText,
  dateDepot: maybeText,
  deleted: z.boolean().nullish(),
  typeRdd: z.array(z.object({ typeActe: maybeText, decision: maybeText })).nullish(),
});
const Bilan = z.object({
  id: maybeText,
  dateDepot: maybeText,
  dateCloture: maybeText,
  updatedAt: maybeText,
  deleted: z.boolean().nullish(),
  typeBilan: maybeText,
  confidentiality: maybeText,
});
const Attachments = z
  .object({ actes: z.array(Acte).nullish(), bilans: z.array(Bilan).nullish() })
  // One list may be missing; an answer without both is no answer.
  .refine(({ actes, bilans }) => actes !== undefined || bilans !== undefined, "neither list");
type Attachments = z.infer<typeof Attachments>;

const TYPES: ReadonlyMap<string, string> = new Map([
  ["C", "bilan complet"],
  ["S", "bilan simplifié"],
  ["K", "bilan consolidé"],
  ["B", "bilan de type banque"],
  ["A", "bilan de type assurance"],
  ["AS", "bilan de type agricole simplifié"],
]);

function file(kind: "actes" | "bilans", id: string | null | undefined): PieceLocation | null {
  // Any other text could change the path of the address.
  return /^[a-f0-9]{24}$/.test(id ?? "") ? { url: `${inpi.base}/api/${kind}/${id}/download`, steps: "direct" } : null;
}

const isPublic = (confidentiality: string | null | undefined) => /^public$/i.test(confidentiality ?? "Public");

function depositsOf({ actes, bilans }: Attachments): Deposits {
  return {
    acts: (actes ?? [])
      .filter(({ deleted }) => deleted !== true)
      .map(({ id, dateDepot, typeRdd }, index) => ({
        id: id ?? `acte-${index}`,
        types: (typeRdd ?? []).flatMap(({ typeActe }) => known(typeActe) ?? []),
        decisions: (typeRdd ?? []).flatMap(({ decision }) => known(decision) ?? []),
        depositedOn: dayIn(dateDepot),
        location: file("actes", id),
      })),
    accounts: (bilans ?? [])
      .filter(({ deleted }) => deleted !== true)
      .map(({ id, dateDepot, dateCloture, updatedAt, typeBilan, confidentiality }, index) => ({
        id: id ?? `bilan-${index}`,
        type: TYPES.get(typeBilan ?? ""),
        closingOn: dayIn(dateCloture),
        depositedOn: dayIn(dateDepot),
        updatedOn: dayIn(updatedAt),
        location: isPublic(confidentiality) ? file("bilans", id) : null,
      })),
  };
}

export const inpiActesBilansOuvert = defineSource<Attachments>({
  id: "inpi-actes-bilans-ouvert",
  provider: "INPI",
  label: { fr: "Actes et bilans déposés (registre national)", en: "Filed deeds and accounts (national register)" },
  block: "capacites",
  keyedBy: "siren",
  trust: "register",
  access: "open",
  family: inpi,
  timeoutMs: 30_000,
  pieceKinds: ["bilans", "statuts", "acte"],
  documentHosts: [new URL(inpi.base).hostname],
  contractEndpoints: [],
  request: ({ siren }) => ({ path: `/api/companies/${siren}/attachments` }),
  raw: Attachments,
  reads: {},
  verdict: (raw) =>
    depositPieces(depositsOf(raw)).length === 0 ? { state: "notFound", reason: "source.aucuneDonnee" } : { state: "delivered" },
  pieces: (raw) => depositPieces(depositsOf(raw)),
  depots: (raw) => depositList(depositsOf(raw)),
  negatives: { "404": { state: "notFound", reason: "registre.inconnu" } },
});
