/** The OpenAPI 3.1 description, made from the very schemas that answers are parsed with. */
import { z } from "zod";
import { Answer, Certification, Depot, Dirigeant, Facts, Notice, PieceRef, Provenance } from "../src/domain/answer.ts";
import { Problem, ServiceSources, SourceStatus } from "../src/domain/service.ts";
import { PROBLEM_CODES } from "./problem.ts";

const SCHEMAS = { Answer, Certification, Depot, Dirigeant, Facts, Notice, PieceRef, Problem, Provenance, ServiceSources, SourceStatus };

const ref = (name: keyof typeof SCHEMAS) => ({ $ref: `#/components/schemas/${name}` });
const json = (name: keyof typeof SCHEMAS, description: string) => ({
  description,
  content: { "application/json": { schema: ref(name) } },
});
const problem = (description: string) => ({ description, content: { "application/problem+json": { schema: ref("Problem") } } });

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

const PATHS = {
  "/v1/sources": {
    get: {
      operationId: "listSources",
      summary: "Ce que ce proxy peut servir, et pourquoi pas le reste",
      responses: { "200": json("ServiceSources", "Les sources") },
    },
  },
  "/v1/companies/{siret}/sources/{id}": {
    get: {
      operationId: "askSource",
      summary: "La réponse d'une source pour une entreprise",
      parameters: [SIRET, SOURCE, ...INQUIRY],
      responses: {
        "200": json("Answer", "La réponse, quel qu'en soit l'état"),
        "404": problem("Source inconnue"),
        "422": problem("Paramètre invalide"),
      },
    },
  },
  "/v1/companies/{siret}/sources/{id}/documents/{n}": {
    get: {
      operationId: "fetchDocument",
      summary: "Les octets d'un document",
      parameters: [SIRET, SOURCE, NUMBER, ...INQUIRY],
      responses: {
        "200": {
          description: "Le document ; `x-document-sha256` en donne l'empreinte",
          content: Object.fromEntries(
            ["application/pdf", "image/jpeg", "image/png"].map((type) => [type, { schema: { type: "string", contentMediaType: type } }]),
          ),
        },
        "403": problem("Source non permise"),
        "404": problem("Source ou document inconnu"),
        "409": problem("La liste de documents a changé"),
        "422": problem("Paramètre invalide"),
        "502": problem("Document inaccessible, expiré, trop lourd ou illisible"),
        "503": problem("La source travaille encore"),
      },
    },
  },
};

export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: object;
  readonly paths: object;
  readonly components: { readonly schemas: Record<string, object> };
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
    paths: PATHS,
    components: { schemas },
  };
}
