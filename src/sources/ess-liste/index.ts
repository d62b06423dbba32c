/** ESS France, public list of the social economy's companies. Not being in it proves nothing. */

import { z } from "zod";
import { present } from "../../domain/present.ts";
import { known } from "../cleaning.ts";
import { dataGouvFamily } from "../families/data-gouv.ts";
import { defineSource, type ReadingContext } from "../source.ts";

const FAMILY = "Famille juridique de l'entreprise";
const Liste = z.object({
  data: z.array(z.object({ SIREN: z.union([z.string(), z.number()]), [FAMILY]: z.string().nullish() })),
});
type Liste = z.infer<typeof Liste>;

/** ESS France's list on data.gouv.fr. */
const RESOURCE = "57bc99ca-0432-4b46-8fcc-e76a35c9efaf";

function rowOf({ data }: Liste, { company }: Pick<ReadingContext, "company">) {
  return data.find(({ SIREN }) => String(SIREN).padStart(9, "0") === company.siren);
}

export const essListe = defineSource<Liste>({
  id: "ess-liste",
  provider: "ESS France",
  label: { fr: "Économie sociale et solidaire (liste publique)", en: "Social economy (public list)" },
  block: "certifications",
  keyedBy: "siren",
  trust: "official",
  access: "open",
  family: dataGouvFamily,
  timeoutMs: 15_000,
  pieceKinds: [],
  documentHosts: [],
  contractEndpoints: [],
  request: ({ siren }) => ({ path: `/api/resources/${RESOURCE}/data/`, query: { SIREN__exact: siren } }),
  raw: Liste,
  reads: { statutEss: (liste, context) => (rowOf(liste, context) === undefined ? undefined : true) },
  verdict: (liste, context) =>
    rowOf(liste, context) === undefined ? { state: "notFound", reason: "liste.absent" } : { state: "delivered" },
  certifications: (liste, context) => {
    const row = rowOf(liste, context);
    if (row === undefined) return [];
    const family = known(row[FAMILY]);
    return [
      {
        kind: "ess",
        label: "Entreprise de l'économie sociale et solidaire",
        body: "ESS France",
        held: true,
        validityBasis: "unknown",
        ...present({ details: family === undefined ? undefined : [family] }),
      },
    ];
  },
});
