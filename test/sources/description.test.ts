/** Every value that API Entreprise's published description allows is read: null, absent, empty, or one of a list,
 * one at a time. Runs when the contract is beside the checkout.
 */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { companyOf } from "../../src/domain/company.ts";
import { apiEntreprise } from "../../src/sources/families/api-entreprise.ts";
import { SOURCES } from "../../src/sources/index.ts";
import { readText } from "./reading.ts";

const DESCRIPTION = "../shared/contract/openapi.api-entreprise.yaml";
const isThere = existsSync(DESCRIPTION);
const COMPANY = companyOf("99990000400014");

interface Schema {
  readonly type?: string | readonly string[];
  readonly nullable?: boolean;
  readonly enum?: readonly unknown[];
  readonly example?: unknown;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
}

interface Description {
  readonly paths: Readonly<
    Record<string, { get: { responses: Record<string, { content: { "application/json": { schema: Schema } } }> } } | undefined>
  >;
}

interface Variant {
  readonly path: readonly (string | number)[];
  /** `undefined`: absent. */
  readonly value: unknown;
}

const typesOf = ({ type }: Schema): readonly (string | undefined)[] => (Array.isArray(type) ? type : [type as string | undefined]);

/** An answer made of the description's own examples. */
function sampleOf(schema: Schema): unknown {
  if (schema.example !== undefined) return schema.example;
  if (schema.properties !== undefined)
    return Object.fromEntries(Object.entries(schema.properties).map(([key, value]) => [key, sampleOf(value)]));
  if (schema.items !== undefined) return [sampleOf(schema.items)];
  if (schema.enum !== undefined) return schema.enum[0];
  const [type] = typesOf(schema);
  if (type === "boolean") return true;
  return type === "integer" || type === "number" ? 1 : schema.format === "date" ? "2026-01-31" : "x";
}

/** Every allowed difference from the sample. A list's item keeps its `data`: without it there is no item. */
function variantsOf(schema: Schema, path: Variant["path"] = []): Variant[] {
  const here: Variant[] = (schema.enum ?? []).map((value) => ({ path, value }));
  if (schema.nullable === true || typesOf(schema).includes("null")) here.push({ path, value: null });
  if (schema.items !== undefined) here.push({ path, value: [] }, ...variantsOf(schema.items, [...path, 0]));
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    if (schema.required?.includes(key) !== true && key !== "data") here.push({ path: [...path, key], value: undefined });
    here.push(...variantsOf(property, [...path, key]));
  }
  return here;
}

function withVariant(sample: unknown, { path, value }: Variant): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (typeof sample !== "object" || sample === null) return sample;
  if (Array.isArray(sample)) return sample.map((item, index) => (index === key ? withVariant(item, { path: rest, value }) : item));
  return { ...sample, [key]: withVariant((sample as Record<string, unknown>)[key], { path: rest, value }) };
}

describe.skipIf(!isThere)(`the published description${isThere ? "" : `, NOT READ: ${DESCRIPTION} is not beside the checkout`}`, () => {
  const description = isThere ? (parse(readFileSync(DESCRIPTION, "utf8")) as Description) : { paths: {} };
  const sources = SOURCES.filter(({ family }) => family === apiEntreprise);

  test.each(sources.map((source) => [source.id, source] as const))("%s", (_id, source) => {
    const template = source.request(COMPANY).path.replace(COMPANY.siret, "{siret}").replace(COMPANY.siren, "{siren}");
    const schema = description.paths[template]?.get.responses["200"]?.content["application/json"].schema;
    if (schema === undefined) throw new Error(`not described: ${template}`);
    expect(JSON.stringify(schema)).not.toContain("$ref");
    const sample = sampleOf(schema);
    const bodies = [{ path: [], value: sample }, ...variantsOf(schema).filter(({ path }) => path.length > 0)].map(
      (variant) => [variant.path.join("."), withVariant(sample, variant)] as const,
    );
    for (const [where, body] of bodies) {
      const { answer } = readText(source, JSON.stringify(body), { siret: COMPANY.siret });
      expect([where, answer.state, answer.detail]).not.toEqual([where, "unexpectedShape", answer.detail]);
    }
  });
});
