/**
 * Public contracts awarded (DECP), the consolidated table of data.gouv.fr: one row for each contract, holder and change.
 * It lacks contracts below 40 000 € and those that their buyer did not publish.
 */
import { z } from "zod";
import { dataGouvFamily } from "../families/data-gouv.ts";
import { defineSource, type ReadingContext } from "../source.ts";
import { contractsOf, isOwn, Row } from "./contracts.ts";

/** The consolidated table, among the files of the dataset. */
const RESOURCE = "22847056-61df-452d-837d-8b8ceadbfc52";
/** Rows read, latest first: when a company has more, its oldest contracts no longer count as references. */
const PAGE = 200;

const Table = z.object({ data: z.array(Row) });
type Table = z.infer<typeof Table>;

const own = ({ data }: Table, { company }: ReadingContext) => data.filter((row) => isOwn(row, company.siren));

export const decp = defineSource<Table>({
  id: "decp",
  provider: "DECP",
  label: { fr: "Marchés publics attribués (données essentielles)", en: "Public contracts awarded (essential data)" },
  block: "capacites",
  keyedBy: "siren",
  trust: "aggregator",
  access: "open",
  family: dataGouvFamily,
  timeoutMs: 20_000,
  pieceKinds: [],
  documentHosts: [],
  contractEndpoints: [],
  // The service finds establishments whose number contains the SIREN; `isOwn` keeps those that begin with it.
  request: ({ siren }) => ({
    path: `/api/resources/${RESOURCE}/data/`,
    query: { titulaire_id__contains: siren, dateNotification__sort: "desc", page_size: String(PAGE) },
  }),
  raw: Table,
  reads: {},
  verdict: (table, context) =>
    contractsOf(own(table, context)).length === 0 ? { state: "notFound", reason: "decp.aucunMarche" } : { state: "delivered" },
  contracts: (table, context) => contractsOf(own(table, context)),
});
