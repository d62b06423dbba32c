/**
 * BODACC (DILA): collective proceedings, sanctions and radiations published about the company. It only informs:
 * some companies have no number in the notices, and the absence of notices certifies nothing.
 */

import type { Notice } from "../../domain/answer.ts";
import { present } from "../../domain/present.ts";
import { openFamily } from "../families/family.ts";
import { defineSource, type ReadingContext } from "../source.ts";
import { type Annonce, Avis, annoncesOf } from "./avis.ts";
import type { Procedure } from "./natures.ts";
import { type Applied, lastRadiation, type Standing, sanctionsAmong, standingOf, withCorrections } from "./procedure.ts";
import { plain } from "./text.ts";

/** Proceedings, and what tells whether the company is still registered. Deposits of accounts would push them off the page. */
const FAMILIES = ["collective", "radiation", "creation", "immatriculation"] as const;
const PAGE = 100;

const PROCEDURE_TITLES: Record<Procedure, string> = {
  liquidation: "Liquidation judiciaire",
  redressement: "Redressement judiciaire",
  sauvegarde: "Procédure de sauvegarde",
  sortieDeCrise: "Procédure de traitement de sortie de crise",
};

const DOUBTS: Record<Extract<Standing, { status: "toVerify" }>["why"], string> = {
  unclear: "La dernière annonce ne dit pas si la procédure est encore ouverte.",
  corrected: "Une annonce a été annulée sans que l'on sache laquelle.",
  radiated: "L'entreprise a été radiée après l'ouverture : la procédure a pu être close.",
  stale: "Aucun jugement publié depuis plus de dix ans.",
};

function applied(avis: Avis, { company, today }: ReadingContext): Applied {
  return withCorrections(annoncesOf(avis, company.siren, today));
}

/** Longest judgment text shown, in characters: the notice itself is one click away. */
const LONGEST = 400;

/** The judgment's own text, which decided when its label said nothing. */
function decidingText({ jugement }: Annonce): string | undefined {
  const { nature = "", complement = "" } = jugement ?? {};
  if (plain(complement) === plain(nature)) return undefined;
  return complement.length <= LONGEST ? complement : `${complement.slice(0, LONGEST).replace(/\s+\S*$/, "")}…`;
}

/** A title that says how the procedure ended: a company closed for want of assets is dissolved. */
function closingTitle({ jugement }: Annonce): string {
  const words = plain(`${jugement?.nature} ${jugement?.complement}`);
  if (words.includes("insuffisance d actif")) return "Procédure close pour insuffisance d'actif";
  return words.includes("extinction du passif") ? "Procédure close pour extinction du passif" : "Procédure collective close";
}

function noticeOf(annonce: Annonce, what: Pick<Notice, "kind" | "status" | "title">, doubt?: string): Notice {
  const on = annonce.judgedOn ?? (annonce.publishedOn === "" ? undefined : annonce.publishedOn);
  const parts = [annonce.jugement?.nature, decidingText(annonce), annonce.tribunal, doubt];
  const text = parts.filter((part) => part !== undefined && part !== "").join(" — ");
  return {
    ...what,
    ...present({ text: text === "" ? undefined : text, on, url: annonce.url }),
  };
}

function procedureNotices(standing: Standing): Notice[] {
  const kind = "procedureCollective";
  switch (standing.status) {
    case "none":
      return [];
    case "open":
      return [noticeOf(standing.by, { kind, status: "open", title: PROCEDURE_TITLES[standing.procedure] })];
    case "plan":
      return [noticeOf(standing.by, { kind, status: "plan", title: "Plan en cours d'exécution" })];
    case "closed":
      return [noticeOf(standing.by, { kind, status: "closed", title: closingTitle(standing.by) })];
    case "toVerify":
      return [noticeOf(standing.by, { kind, status: "toVerify", title: "Procédure collective à vérifier" }, DOUBTS[standing.why])];
  }
}

function notices(avis: Avis, context: ReadingContext): Notice[] {
  const known = applied(avis, context);
  const radiation = lastRadiation(known.kept);
  return [
    ...procedureNotices(standingOf(known, context.today)),
    ...sanctionsAmong(known).map((annonce) =>
      noticeOf(
        annonce,
        { kind: "sanction", status: "toVerify", title: "Sanction contre une personne" },
        "La mesure frappe une personne physique.",
      ),
    ),
    ...(radiation === undefined
      ? []
      : [noticeOf(radiation, { kind: "radiation", status: "toVerify", title: "Radiation du registre du commerce et des sociétés" })]),
  ];
}

export const bodacc = defineSource<Avis>({
  id: "bodacc",
  provider: "BODACC",
  label: { fr: "Procédures collectives et radiations publiées", en: "Published insolvency proceedings and removals" },
  block: "exclusions",
  keyedBy: "siren",
  trust: "official",
  access: "open",
  family: openFamily("bodacc", "BODACC", "https://bodacc-datadila.opendatasoft.com", 60),
  timeoutMs: 15_000,
  pieceKinds: [],
  documentHosts: [],
  contractEndpoints: [],
  request: ({ siren }) => ({
    path: "/api/explore/v2.1/catalog/datasets/annonces-commerciales/records",
    query: {
      where: `registre="${siren}" AND familleavis in (${FAMILIES.map((family) => `"${family}"`).join(", ")})`,
      order_by: "dateparution desc",
      limit: String(PAGE),
    },
  }),
  raw: Avis,
  reads: {
    // The registry that the latest notice names: a company may have moved.
    rcsVille: (avis, { company, today }) =>
      annoncesOf(avis, company.siren, today)
        .sort((a, b) => b.publishedOn.localeCompare(a.publishedOn))
        .find(({ greffe }) => greffe !== undefined)?.greffe,
  },
  verdict: (avis) => (avis.results.length === 0 ? { state: "notFound", reason: "bodacc.aucuneAnnonce" } : { state: "delivered" }),
  notices,
});
