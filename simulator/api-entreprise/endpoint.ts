/** An endpoint of API Entreprise as the simulator plays it, and the replies it may give. */
import type { Company } from "../../src/domain/company.ts";
import type { DemoCompany, Establishment } from "../companies.ts";
import type { World } from "../world.ts";
import type { QuotaName } from "./quotas.ts";

/** A provider behind API Entreprise: the first two digits of its error codes, and its name. */
export interface Provider {
  readonly code: string;
  readonly name: string;
}

export interface Reply {
  readonly status: number;
  readonly body: unknown;
}

/** What a responder knows of the call: the company exists, and so does the establishment when a SIRET was asked. */
export interface Call {
  readonly world: World;
  readonly company: DemoCompany;
  readonly establishment: Establishment;
  /** The number as asked: a duplicate SIRET is still the duplicate. */
  readonly asked: Pick<Company, "siren"> & { readonly siret: string | null };
  readonly query: URLSearchParams;
}

export interface Endpoint {
  /** Hono path; `:siren` or `:siret` is the number. */
  readonly path: string;
  readonly scopes: readonly string[];
  readonly quota: QuotaName;
  readonly provider: Provider;
  /** How long API Entreprise keeps its own copy. */
  readonly cache?: "hour" | "until08" | "until03" | "untilMidnight";
  respond(call: Call): Reply;
}

export function found(data: unknown, meta: object = {}, links: object = {}): Reply {
  return { status: 200, body: { data, links, meta } };
}

/** Collections nest `data` twice. */
export function listed(items: readonly unknown[], meta: object = {}): Reply {
  return { status: 200, body: { data: items.map((data) => ({ data, links: {}, meta: {} })), links: {}, meta } };
}

export function failure(
  status: number,
  code: string,
  title: string,
  detail: string,
  meta: object = {},
  source: object | null = null,
): Reply {
  return { status, body: { errors: [{ code, title, detail, source, meta }] } };
}

/** The provider's general "not found": unknown, outside its scope, or not up to date. */
export function notFound(provider: Provider, meta: object = {}): Reply {
  const detail = "Cet identifiant est inconnu du fournisseur, ou hors de son périmètre.";
  return failure(404, `${provider.code}003`, "Entité non trouvée", detail, { provider: provider.name, ...meta });
}
