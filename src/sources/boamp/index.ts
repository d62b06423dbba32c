/**
 * Contract award notices of the BOAMP (DILA). It only tells of notices in the European format that write the company's SIRET: those in
 * a national format write their winner in a sentence, or by its name alone, which establishes nothing.
 */
import { z } from "zod";
import type { PublishedContract } from "../../domain/answer.ts";
import { matching } from "../cleaning.ts";
import { openFamily } from "../families/family.ts";
import { defineSource, type ReadingContext } from "../source.ts";
import { awardsIn } from "./eforms.ts";

/** Notices read, latest first: each holds the whole of its text. */
const PAGE = 20;

const Notice = z.object({
  /** Its number: "26-79799". */
  idweb: z.string().nullish(),
  nature: z.string().nullish(),
  /** "INITIAL", or what it does to an earlier notice. */
  etat: z.string().nullish(),
  /** Numbers of the notices that it follows. */
  annonce_lie: z.union([z.array(z.string()), z.string()]).nullish(),
  donnees: z.string().nullish(),
});
type Notice = z.infer<typeof Notice>;

const Notices = z.object({ results: z.array(Notice) });
type Notices = z.infer<typeof Notices>;

/** Those that award, and those that correct or withdraw them. */
const NATURES = ["ATTRIBUTION", "MODIFICATION", "RECTIFICATIF", "ANNULATION"] as const;

const isAward = ({ etat, nature }: Notice) => nature === "ATTRIBUTION" && (etat ?? "INITIAL") === "INITIAL";

/** What was withdrawn or corrected is left out: a correction is not always whole. */
function inForce({ results }: Notices): Notice[] {
  const undone = new Set(results.filter((one) => !isAward(one)).flatMap(({ annonce_lie }) => annonce_lie ?? []));
  return results.filter((one) => isAward(one) && !undone.has(one.idweb ?? ""));
}

function contractsIn(notices: Notices, { company }: ReadingContext): PublishedContract[] {
  return inForce(notices).flatMap(({ donnees, idweb }) => {
    const number = matching(idweb, /^\d{2}-\d{1,8}$/);
    return number === undefined ? [] : awardsIn(donnees ?? "", number, company.siren);
  });
}

export const boamp = defineSource<Notices>({
  id: "boamp",
  provider: "Avis BOAMP",
  label: { fr: "Marchés publics attribués (avis du BOAMP)", en: "Public contracts awarded (BOAMP notices)" },
  block: "capacites",
  keyedBy: "siret",
  trust: "aggregator",
  access: "open",
  family: openFamily("boamp", "BOAMP", "https://boamp-datadila.opendatasoft.com", 60),
  timeoutMs: 20_000,
  pieceKinds: [],
  documentHosts: [],
  contractEndpoints: [],
  // The number may be the buyer's or anybody's in the notice: the reading keeps what the company won.
  request: ({ siret }) => ({
    path: "/api/explore/v2.1/catalog/datasets/boamp/records",
    query: {
      select: "idweb,nature,etat,annonce_lie,donnees",
      where: `search(donnees,"${siret}") and nature in (${NATURES.map((nature) => `"${nature}"`).join(", ")})`,
      order_by: "dateparution desc",
      limit: String(PAGE),
    },
  }),
  raw: Notices,
  reads: {},
  verdict: (notices, context) =>
    contractsIn(notices, context).length === 0 ? { state: "notFound", reason: "boamp.aucunMarche" } : { state: "delivered" },
  contracts: contractsIn,
});
