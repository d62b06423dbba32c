/** The OpenAPI 3.1 description, made from the same schemas that parse the answers. */
import { z } from "zod";
import { Answer, Certification, Depot, Dirigeant, Facts, Notice, PieceRef, Provenance } from "../src/domain/answer.ts";
import { FILE_TYPES } from "../src/domain/files.ts";
import {
  CompanyHit,
  CompanySearch,
  Problem,
  ServiceSources,
  SignedIn,
  SignedInPerson,
  SignIn,
  SourceStatus,
  UPLOAD_CHECK_BYTES,
  UploadCheck,
} from "../src/domain/service.ts";
import { PROBLEM_CODES, type ProblemCode } from "./problem.ts";

const SCHEMAS = {
  Answer,
  Certification,
  CompanyHit,
  CompanySearch,
  Depot,
  Dirigeant,
  Facts,
  Notice,
  PieceRef,
  Problem,
  Provenance,
  ServiceSources,
  SignedIn,
  SignedInPerson,
  SignIn,
  SourceStatus,
  UploadCheck,
};

const ref = (name: keyof typeof SCHEMAS) => ({ $ref: `#/components/schemas/${name}` });
const json = (name: keyof typeof SCHEMAS, description: string) => ({
  description,
  content: { "application/json": { schema: ref(name) } },
});
/** A problem response, with the codes that it may carry. */
const problem = (description: string, ...codes: ProblemCode[]) => ({
  description,
  content: {
    "application/problem+json": { schema: { allOf: [ref("Problem"), { type: "object", properties: { code: { enum: codes } } }] } },
  },
});

const SIRET = {
  name: "siret",
  in: "path",
  required: true,
  description: "SIRET de l'entreprise.",
  schema: { type: "string", pattern: "^[0-9]{14}$" },
};
const SOURCE = { name: "id", in: "path", required: true, description: "Identifiant de la source.", schema: { type: "string" } };
const NUMBER = {
  name: "n",
  in: "path",
  required: true,
  description: "Numéro du document dans `pieces`.",
  schema: { type: "integer", minimum: 0 },
};
const INQUIRY = [
  { name: "context", in: "query", description: "Cadre de la demande.", schema: { type: "string", maxLength: 250 } },
  { name: "object", in: "query", description: "Objet : l'intitulé ou la référence du marché.", schema: { type: "string", maxLength: 250 } },
  { name: "recipient", in: "query", description: "SIRET de l'acheteur.", schema: { type: "string", pattern: "^[0-9]{14}$" } },
];
const WAIT = {
  name: "wait",
  in: "query",
  description:
    "Attente acceptée, en secondes, comme `wait` dans la RFC 7240 ; au-delà, la réponse est `pending`, à redemander aussitôt, et la source reste demandée. Sans lui, l'attente est celle du proxy.",
  schema: { type: "integer", minimum: 0, maximum: 999 },
};

/** What any route under `/v1` may also answer. */
const ALWAYS = {
  "413": problem("Demande trop longue", "request.tooLarge"),
  "429": problem("Trop de demandes : voir `Retry-After`", "rate.tooMany"),
  "500": problem("Erreur imprévue", "internal"),
  "503": problem("Proxy momentanément incapable : voir `Retry-After`", "state.unavailable"),
};
/** Where nobody can sign in, these routes do not exist. */
const NO_SIGN_IN = { "404": problem("Ce proxy ne connecte personne", "route.unknown") };
/** A source open to all needs no session; a protected one does (`signIn` in `/v1/sources`). */
const SESSION = [{}, { session: [] }];

const COMPANY_PATHS = {
  "/v1/sources": {
    get: {
      operationId: "listSources",
      summary: "Ce que ce proxy peut servir, et pourquoi pas le reste",
      responses: { "200": json("ServiceSources", "Les sources"), ...ALWAYS },
    },
  },
  "/v1/companies": {
    get: {
      operationId: "searchCompanies",
      summary: "Les entreprises en activité de ce nom, chacune par son siège",
      parameters: [
        {
          name: "q",
          in: "query",
          required: true,
          description: "Nom cherché.",
          schema: { type: "string", minLength: 3, maxLength: 100 },
        },
      ],
      responses: {
        "200": json("CompanySearch", "Les premières, et combien il y en a"),
        "422": problem("Paramètre invalide", "request.invalid"),
        "502": problem("Le service de recherche ne répond pas", "source.unavailable"),
        ...ALWAYS,
      },
    },
  },
  "/v1/upload-check": {
    post: {
      operationId: "checkUpload",
      summary: "Combien d'octets sont arrivés, pour mesurer le débit d'envoi d'une ligne",
      description: `Les octets ne sont ni lus ni gardés. ${UPLOAD_CHECK_BYTES} au plus.`,
      requestBody: {
        required: true,
        content: { "application/octet-stream": { schema: { type: "string", format: "binary", maxLength: UPLOAD_CHECK_BYTES } } },
      },
      responses: { "200": json("UploadCheck", "Le compte"), ...ALWAYS },
    },
  },
  "/v1/companies/{siret}/sources/{id}": {
    get: {
      operationId: "askSource",
      summary: "La réponse d'une source pour une entreprise",
      description: "`Cache-Control: no-cache` redemande à la source au lieu de redonner une réponse récente.",
      security: SESSION,
      parameters: [SIRET, SOURCE, ...INQUIRY, WAIT],
      responses: {
        "200": json("Answer", "La réponse, quel qu'en soit l'état"),
        "401": problem("Session terminée", "session.over"),
        "404": problem("Source ou adresse inconnue", "source.unknown", "route.unknown"),
        "422": problem("Paramètre invalide", "siret.invalid", "recipient.invalid", "request.invalid"),
        ...ALWAYS,
        "503": problem("Proxy momentanément incapable, ou accès impossible à consigner", "state.unavailable", "audit.unavailable"),
      },
    },
  },
  "/v1/companies/{siret}/sources/{id}/documents/{n}": {
    get: {
      operationId: "fetchDocument",
      summary: "Les octets d'un document",
      security: SESSION,
      parameters: [SIRET, SOURCE, NUMBER, ...INQUIRY],
      responses: {
        "200": {
          description: "Le document",
          headers: {
            "x-document-sha256": { description: "Empreinte SHA-256 des octets", schema: { type: "string", pattern: "^[0-9a-f]{64}$" } },
            "content-disposition": { description: "Un nom de fichier sans accent ni espace", schema: { type: "string" } },
          },
          content: Object.fromEntries(FILE_TYPES.map((type) => [type, { schema: { type: "string", contentMediaType: type } }])),
        },
        "401": problem("Connexion nécessaire, ou session terminée", "session.needed", "session.over"),
        "403": problem("Source non permise, ou autre entreprise", "source.notPermitted", "session.otherCompany"),
        "404": problem("Source ou document inconnu", "source.unknown", "document.unknown", "route.unknown"),
        "409": problem("La liste de documents a changé", "document.changed"),
        "422": problem("Paramètre invalide", "siret.invalid", "recipient.invalid", "request.invalid"),
        "502": problem(
          "Source en panne, ou document inaccessible, expiré, trop lourd ou illisible",
          "source.unavailable",
          "document.hostRefused",
          "document.unreachable",
          "document.expired",
          "document.tooLarge",
          "document.notADocument",
        ),
        ...ALWAYS,
        "503": problem(
          "Pas encore prêt, ou proxy momentanément incapable : voir `Retry-After`",
          "source.pending",
          "document.busy",
          "state.unavailable",
          "audit.unavailable",
        ),
      },
    },
  },
};

const status = (description: string) => ({
  description,
  content: { "application/json": { schema: { type: "object", properties: { status: { type: "string", enum: ["ok", "unavailable"] } } } } },
});

const OPERATION_PATHS = {
  "/healthz": { get: { operationId: "isAlive", summary: "Le processus répond", responses: { "200": status("Il répond") } } },
  "/readyz": {
    get: {
      operationId: "isReady",
      summary: "Le proxy peut recevoir des demandes",
      responses: { "200": status("Oui"), "503": status("Non : il s'arrête, ou son état commun ne répond pas") },
    },
  },
  "/metrics": {
    get: {
      operationId: "readMetrics",
      summary: "Figures au format de Prometheus, sous mot de passe",
      security: [{}, { metrics: [] }],
      responses: {
        "200": { description: "Les figures", content: { "text/plain": { schema: { type: "string" } } } },
        "404": problem("Sans le mot de passe, l'adresse n'existe pas", "route.unknown"),
      },
    },
  },
};

const query = (name: string, description: string, schema: object) => ({ name, in: "query", required: true, description, schema });

const SIGN_IN_PATHS = {
  "/v1/auth/start": {
    get: {
      operationId: "startSignIn",
      summary: "Départ vers le fournisseur d'identité, dans une fenêtre du navigateur",
      parameters: [
        query("redirect_uri", "Adresse de retour de l'extension", { type: "string", format: "uri" }),
        query("code_challenge", "Empreinte S256 du secret de l'extension", { type: "string", pattern: "^[A-Za-z0-9_-]{43}$" }),
        { name: "code_challenge_method", in: "query", schema: { type: "string", enum: ["S256"], default: "S256" } },
        query("state", "Rendu tel quel au retour", { type: "string", minLength: 16, maxLength: 200 }),
        { name: "prompt", in: "query", schema: { type: "string", enum: ["login"] } },
      ],
      responses: {
        "302": { description: "Vers le fournisseur ; au bout, l'adresse de retour reçoit `code` et `state`, ou `error` et `state`" },
        "422": problem("Paramètre invalide, ou adresse de retour refusée", "request.invalid", "signIn.redirectRefused"),
        "502": problem("Fournisseur d'identité injoignable", "signIn.unavailable"),
        ...NO_SIGN_IN,
        ...ALWAYS,
      },
    },
  },
  "/v1/auth/callback": {
    get: {
      operationId: "returnFromSignIn",
      summary: "Retour du fournisseur d'identité, dans la même fenêtre",
      parameters: [query("state", "Rendu par le fournisseur", { type: "string" })],
      responses: {
        "302": { description: "Vers l'adresse de retour de l'extension, avec `code` et `state`, ou `error` et `state`" },
        "422": problem("Retour d'une connexion qui n'est pas partie d'ici", "signIn.unknown"),
        ...NO_SIGN_IN,
        ...ALWAYS,
      },
    },
  },
  "/v1/auth/token": {
    post: {
      operationId: "exchangeToken",
      summary: "Un code, ou un jeton de rafraîchissement, contre une nouvelle paire ; chacun ne sert qu'une fois",
      requestBody: { required: true, content: { "application/json": { schema: ref("SignIn") } } },
      responses: {
        "200": json("SignedIn", "Les jetons et la personne"),
        "401": problem("Code ou jeton inconnu, expiré ou déjà employé", "session.over"),
        "422": problem("Demande invalide", "request.invalid"),
        ...NO_SIGN_IN,
        ...ALWAYS,
      },
    },
  },
  "/v1/auth/session": {
    get: {
      operationId: "readSession",
      summary: "La personne connectée",
      security: [{ session: [] }],
      responses: {
        "200": json("SignedInPerson", "La personne"),
        "401": problem("Session terminée", "session.over"),
        ...NO_SIGN_IN,
        ...ALWAYS,
      },
    },
  },
  "/v1/auth/sign-out": {
    post: {
      operationId: "signOut",
      summary: "Fin de la session, ou de toutes celles de la personne",
      security: [{ session: [] }],
      parameters: [{ name: "everywhere", in: "query", schema: { type: "string", enum: ["true", "false"] } }],
      responses: {
        "200": {
          description: "Où fermer aussi la session chez le fournisseur d'identité",
          content: { "application/json": { schema: { type: "object", properties: { endSessionUrl: { type: ["string", "null"] } } } } },
        },
        "401": problem("Session terminée", "session.over"),
        ...NO_SIGN_IN,
        ...ALWAYS,
      },
    },
  },
};

export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: object;
  readonly paths: object;
  readonly components: { readonly schemas: Record<string, object>; readonly securitySchemes: object };
}

/** Builds the description. */
export function openApiDocument(): OpenApiDocument {
  const registry = z.registry<{ id?: string | undefined }>();
  for (const [id, schema] of Object.entries(SCHEMAS)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { io: "input", uri: (id) => `#/components/schemas/${id}` });
  for (const schema of Object.values(schemas)) {
    delete schema.$schema;
    delete schema.$id;
  }
  const code = { description: "Codes stables", enum: PROBLEM_CODES };
  const described = schemas["Problem"];
  if (described?.properties !== undefined) described.properties["code"] = { type: "string", ...code };
  return {
    openapi: "3.1.0",
    info: {
      title: "Proxy de Pli prêt",
      version: "1.0.0",
      description: "Interroge les sources officielles pour une entreprise et en transmet les documents.",
      license: { name: "MIT", identifier: "MIT" },
    },
    paths: { ...COMPANY_PATHS, ...SIGN_IN_PATHS, ...OPERATION_PATHS },
    components: { schemas, securitySchemes: { session: { type: "http", scheme: "bearer" }, metrics: { type: "http", scheme: "bearer" } } },
  };
}
