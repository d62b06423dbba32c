/** The published descriptions of the upstreams, adapted for ajv. They lie beside the checkout, or are absent. */
import { readFileSync } from "node:fs";
import { Ajv, type ValidateFunction } from "ajv";
import addFormats from "ajv-formats";
import { parse } from "yaml";

interface Described {
  readonly paths: Readonly<
    Record<string, { get?: { responses: Record<string, { content: { "application/json": { schema: object } } }> } }>
  >;
  readonly components: object;
}

/**
 * Validator of `GET template` answers by status, or `undefined` when the description has none.
 * `loose`: recorded answers hold null, instants without zone, and match several alternatives, where the description does not allow it.
 */
export function validatorsOf(path: string, loose = false): (template: string, status: number) => ValidateFunction | undefined {
  const described = parse(readFileSync(path, "utf8"), (_key, value: unknown) => adapt(value, loose)) as Described;
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
  if (!loose) addFormats.default(ajv);
  const compiled = new Map<object, ValidateFunction>();
  return (template, status) => {
    const schema = described.paths[template]?.get?.responses[String(status)]?.content["application/json"].schema;
    if (schema === undefined) return undefined;
    const validate = compiled.get(schema) ?? ajv.compile({ ...schema, components: described.components });
    compiled.set(schema, validate);
    return validate;
  };
}

function adapt(value: unknown, loose: boolean): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const adapted: Record<string, unknown> = { ...value };
  if (loose && typeof adapted["type"] === "string") adapted["nullable"] = true;
  if (loose && Array.isArray(adapted["oneOf"])) {
    adapted["anyOf"] = adapted["oneOf"];
    delete adapted["oneOf"];
  }
  // OpenAPI 3.0: `nullable` allows null whatever the enumeration says.
  if (adapted["nullable"] === true && Array.isArray(adapted["enum"])) adapted["enum"] = [...new Set([...adapted["enum"], null])];
  return adapted;
}
