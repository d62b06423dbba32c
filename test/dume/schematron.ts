/**
 * The business rules of ESPD-EDM, run from their Schematron sources: patterns, rules, `let`, `key` and `document`, evaluated with an XPath
 * engine. The sources are not part of the project: without them, tests that need them say so and are skipped.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fontoxpath from "fontoxpath";
import { type Document, type Element, type Node, parseXmlDocument } from "slimdom";
import { NS } from "../../src/dume/xml.ts";

const { evaluateXPath, evaluateXPathToNodes, registerCustomXPathFunction } = fontoxpath;

const ROOT = process.env["PLI_PRET_ESPD"] ?? fileURLToPath(new URL("../../../shared/espd/espd/v4.1.0", import.meta.url));
const HELD = join(ROOT, "validation", "sch");
export const SAMPLES = ROOT;
export const XSD = join(ROOT, "xsd", "maindoc", "UBL-QualificationApplicationResponse-2.3.xsd");

/** True when the rules are on this machine; a message says once when they are not. */
export const hasRules = existsSync(HELD);
if (!hasRules) process.stderr.write(`Not run, because the ESPD rules are absent from this machine (PLI_PRET_ESPD): ${HELD}.\n`);

const OWN = "urn:pli-pret:schematron";
let current: { document: Document; keys: Map<string, Map<string, Node[]>> } | null = null;

const textOf = (item: unknown) =>
  typeof item === "object" && item !== null && "textContent" in item ? String(item.textContent) : String(item);

registerCustomXPathFunction({ namespaceURI: OWN, localName: "key" }, ["xs:string", "item()*"], "node()*", (_, name, values) => {
  const key = current?.keys.get(String(name));
  return [...new Set((values as unknown[]).flatMap((value) => key?.get(textOf(value)) ?? []))];
});

/** The taxonomy by element name and id: the rules look up each group, and searching the whole document each time takes minutes. */
let taxonomy: Map<string, Element[]> | null = null;
function taxonomyOf(): Map<string, Element[]> {
  if (taxonomy !== null) return taxonomy;
  const document = parseXmlDocument(readFileSync(join(ROOT, "validation", "xsl", "ESPD-criterion.xml"), "utf8"));
  taxonomy = Map.groupBy(document.getElementsByTagName("*"), (element) => {
    const id = element.children.find(({ localName }) => localName === "ID")?.textContent ?? "";
    return `${element.localName} ${id}`;
  });
  return taxonomy;
}
registerCustomXPathFunction({ namespaceURI: OWN, localName: "taxonomy" }, ["xs:string", "item()*"], "node()*", (_, name, ids) =>
  (ids as unknown[]).flatMap((id) => taxonomyOf().get(`${name} ${textOf(id)}`) ?? []),
);
const TAXONOMY_LOOKUP = /document\('ESPD-criterion\.xml'\)\/\/cac:(\w+)\[cbc:ID = (\$\w+)\]/g;

/** Prefixes that some schemas use without declaring them. */
const UNDECLARED: Readonly<Record<string, string>> = { fn: "http://www.w3.org/2005/xpath-functions", cac: NS.cac, cbc: NS.cbc };

type Options = NonNullable<Parameters<typeof evaluateXPathToNodes>[4]>;

const OWN_FUNCTIONS = ["key", "taxonomy"];

function optionsOf(namespaces: Readonly<Record<string, string>>): Options {
  return {
    namespaceResolver: (prefix) => namespaces[prefix] ?? UNDECLARED[prefix] ?? null,
    functionNameResolver: ({ prefix, localName }) => {
      if (prefix === "" && OWN_FUNCTIONS.includes(localName)) return { namespaceURI: OWN, localName };
      return { namespaceURI: prefix === "xs" ? "http://www.w3.org/2001/XMLSchema" : "http://www.w3.org/2005/xpath-functions", localName };
    },
  };
}

interface Rule {
  readonly context: string;
  readonly lets: readonly (readonly [name: string, value: string])[];
  readonly asserts: readonly { readonly test: string; readonly id: string }[];
}
interface Schema {
  readonly name: string;
  /** One for each schema: the engine caches compiled expressions by their options. */
  readonly options: Options;
  readonly keys: readonly { readonly name: string; readonly match: string; readonly use: string }[];
  readonly patterns: readonly (readonly Rule[])[];
}

/** The rules of a response, or those of a request. */
export function schemasFor(kind: "Response" | "Request"): Schema[] {
  return ["common", `ESPD${kind}`].flatMap((folder) =>
    readdirSync(join(HELD, folder))
      .filter((name) => name.endsWith(".sch"))
      .map((name) => schemaOf(name.replace(".sch", ""), readFileSync(join(HELD, folder, name), "utf8"))),
  );
}

function schemaOf(name: string, text: string): Schema {
  const root = parseXmlDocument(text.replace(/^\uFEFF/, "")).documentElement;
  if (root === null) throw new Error(`No rule in ${name}.`);
  const all = (from: Element, tag: string) => from.children.filter(({ localName }) => localName === tag);
  const get = (element: Element, attribute: string) => element.getAttribute(attribute) ?? "";
  return {
    name,
    options: optionsOf(Object.fromEntries(all(root, "ns").map((ns) => [get(ns, "prefix"), get(ns, "uri")]))),
    keys: all(root, "key").map((key) => ({ name: get(key, "name"), match: get(key, "match"), use: get(key, "use") })),
    patterns: all(root, "pattern").map((pattern) =>
      all(pattern, "rule").map((rule) => ({
        context: everywhere(get(rule, "context")),
        lets: [...all(root, "let"), ...all(pattern, "let"), ...all(rule, "let")].map(
          (one) => [get(one, "name"), get(one, "value").replace(TAXONOMY_LOOKUP, "taxonomy('$1', $2)")] as const,
        ),
        asserts: all(rule, "assert").map((one) => ({ test: get(one, "test"), id: get(one, "id") })),
      })),
    ),
  };
}

/** An XSLT pattern as a path that finds its matches anywhere. */
function everywhere(context: string): string {
  let depth = 0;
  const parts = [""];
  for (const letter of context) {
    depth += letter === "[" || letter === "(" ? 1 : letter === "]" || letter === ")" ? -1 : 0;
    if (letter === "|" && depth === 0) parts.push("");
    else parts[parts.length - 1] += letter;
  }
  return parts.map((part) => (part.trim().startsWith("/") ? part.trim() : `//${part.trim()}`)).join(" | ");
}

const NAME = /^\/\/(\w+):(\w+)$/;

/**
 * What a context matches, in the document's order. One that only lists names, some hundreds in the rules on identifiers, is one walk over the
 * document: the engine walks it once for each name.
 */
function matchesOf(context: string, document: Document, options: Options): readonly Node[] {
  const names = context.split(" | ").map((part) => NAME.exec(part));
  if (names.length < 2 || names.includes(null)) return evaluateXPathToNodes<Node>(context, document, null, {}, options);
  const wanted = new Set(names.map((name) => `${options.namespaceResolver?.(name?.[1] ?? "")} ${name?.[2]}`));
  return document.getElementsByTagName("*").filter(({ namespaceURI, localName }) => wanted.has(`${namespaceURI} ${localName}`));
}

/** "03-ESPD-resp-criterion-br BR-TCR-06-01", once for each time that it fails. */
export function failuresOf(xml: string, schemas: readonly Schema[]): string[] {
  const document = parseXmlDocument(xml);
  return schemas.flatMap((schema) => {
    const { options } = schema;
    current = { document, keys: new Map() };
    for (const { name, match, use } of schema.keys) {
      const nodes = evaluateXPathToNodes<Node>(everywhere(match), document, null, {}, options);
      current.keys.set(
        name,
        indexed(nodes, (node) => evaluateXPathToNodes<Node>(use, node, null, {}, options).map(textOf)),
      );
    }
    return schema.patterns.flatMap((rules) => failuresOfPattern(rules, document, options).map((id) => `${schema.name} ${id}`));
  });
}

function indexed(nodes: readonly Node[], keysOf: (node: Node) => string[]): Map<string, Node[]> {
  const index = new Map<string, Node[]>();
  for (const node of nodes) for (const key of keysOf(node)) index.set(key, [...(index.get(key) ?? []), node]);
  return index;
}

/** In a pattern, only the first rule that matches a node applies to it. */
function failuresOfPattern(rules: readonly Rule[], document: Document, options: Options): string[] {
  const failed: string[] = [];
  const spoken = new Set<Node>();
  for (const { context, lets, asserts } of rules) {
    // One expression for each rule: its variables are computed once for all its assertions.
    const bound = lets.map(([name, value]) => `let $${name} := (${value}) return `).join("");
    const all = `${bound}(${asserts.map(({ test }) => `boolean(${test})`).join(", ")})`;
    for (const node of matchesOf(context, document, options)) {
      if (spoken.has(node)) continue;
      spoken.add(node);
      const held = evaluateXPath(all, node, null, {}, evaluateXPath.ALL_RESULTS_TYPE, options) as boolean[];
      failed.push(...asserts.filter((_, at) => held[at] === false).map(({ id }) => id));
    }
  }
  return failed;
}
