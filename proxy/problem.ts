/** The one shape of the proxy's errors (RFC 9457). Codes are stable: the extension branches on them. */
import type { Context } from "hono";
import type { Problem } from "../src/domain/service.ts";

const PROBLEMS = {
  "siret.invalid": { status: 422, title: "SIRET invalide", detail: "Le SIRET doit compter quatorze chiffres et une clé juste." },
  "recipient.invalid": {
    status: 422,
    title: "SIRET de l'acheteur invalide",
    detail: "Le paramètre « recipient » doit être le SIRET de l'acheteur.",
  },
  "request.invalid": { status: 422, title: "Demande invalide", detail: "Un paramètre de la demande n'a pas la forme attendue." },
  "request.tooLarge": { status: 413, title: "Demande trop longue", detail: "La demande dépasse la taille acceptée." },
  "route.unknown": { status: 404, title: "Adresse inconnue", detail: "Ce proxy ne connaît pas cette adresse." },
  "source.unknown": { status: 404, title: "Source inconnue", detail: "Ce proxy ne connaît pas cette source." },
  "source.notPermitted": { status: 403, title: "Source non permise", detail: "Ce proxy n'a pas le droit de servir cette source." },
  "source.pending": { status: 503, title: "Document pas encore prêt", detail: "La source travaille encore : redemandez plus tard." },
  "source.unavailable": { status: 502, title: "Source en panne", detail: "La source ne répond pas comme attendu : redemandez plus tard." },
  "document.unknown": { status: 404, title: "Document inconnu", detail: "La source ne donne pas ce document pour cette entreprise." },
  "document.busy": {
    status: 503,
    title: "Trop de documents à la fois",
    detail: "Le proxy télécharge déjà beaucoup de documents : redemandez dans un instant.",
  },
  "document.changed": {
    status: 409,
    title: "Liste de documents changée",
    detail: "La source a changé sa liste de documents : demandez-la à nouveau.",
  },
  "document.hostRefused": {
    status: 502,
    title: "Adresse de document refusée",
    detail: "La source désigne un document hors des adresses qui lui sont permises.",
  },
  "document.unreachable": { status: 502, title: "Document inaccessible", detail: "Le document existe mais n'a pas pu être téléchargé." },
  "document.expired": { status: 502, title: "Lien expiré", detail: "Le lien du document a expiré et la source n'en a pas donné d'autre." },
  "document.tooLarge": { status: 502, title: "Document trop lourd", detail: "Le document dépasse la taille acceptée." },
  "document.notADocument": {
    status: 502,
    title: "Document illisible",
    detail: "La source a envoyé autre chose qu'un PDF, un JPEG ou un PNG.",
  },
  "session.needed": {
    status: 401,
    title: "Connexion nécessaire",
    detail: "Connectez-vous pour prouver que vous agissez pour cette entreprise.",
  },
  "session.over": { status: 401, title: "Session terminée", detail: "Votre session est terminée : reconnectez-vous." },
  "session.otherCompany": { status: 403, title: "Autre entreprise", detail: "Votre compte n'est pas rattaché à cette entreprise." },
  "signIn.redirectRefused": {
    status: 422,
    title: "Retour refusé",
    detail: "L'adresse de retour n'est pas celle d'une extension connue de ce proxy.",
  },
  "signIn.unknown": {
    status: 422,
    title: "Connexion inconnue",
    detail: "Cette connexion a expiré, ou a été ouverte ailleurs : recommencez.",
  },
  "signIn.unavailable": {
    status: 502,
    title: "Connexion impossible",
    detail: "Le fournisseur d'identité ne répond pas : réessayez plus tard.",
  },
  "state.unavailable": {
    status: 503,
    title: "État indisponible",
    detail: "Le proxy ne peut pas joindre son état commun : réessayez dans un instant.",
  },
  "rate.tooMany": { status: 429, title: "Trop de demandes", detail: "Vous avez fait trop de demandes : réessayez dans un instant." },
  "audit.unavailable": {
    status: 503,
    title: "Trace impossible",
    detail: "L'accès ne peut pas être consigné : la réponse n'est pas donnée.",
  },
  internal: { status: 500, title: "Erreur du proxy", detail: "Une erreur imprévue est survenue. Elle est consignée." },
} as const satisfies Record<string, { status: number; title: string; detail: string }>;

export type ProblemCode = keyof typeof PROBLEMS;
export const PROBLEM_CODES = Object.keys(PROBLEMS) as ProblemCode[];

/** The HTTP status of that code. */
export function statusOf(code: ProblemCode): number {
  return PROBLEMS[code].status;
}

/** The problem of that code; `detail` replaces the general sentence when something more precise can be said. */
function problemOf(code: ProblemCode, detail?: string): Problem {
  const { status, title, detail: general } = PROBLEMS[code];
  return { type: `urn:pli-pret:problem:${code}`, status, code, title, detail: detail ?? general };
}

/** Sends the problem. */
export function respondProblem(
  context: Context,
  code: ProblemCode,
  options: { detail?: string; headers?: Record<string, string> } = {},
): Response {
  const problem = problemOf(code, options.detail);
  return context.body(JSON.stringify(problem), PROBLEMS[code].status, {
    "content-type": "application/problem+json; charset=utf-8",
    ...options.headers,
  });
}
