/**
 * The shape of a source. A source is a value, not a class: its request, the schema of its raw answer, and readers.
 * Everything else (proxy route, popup row, the shared examination, docs) follows from the value.
 */
import type { z } from "zod";
import type { AnswerState, Certification, Depot, Dirigeant, Notice, PieceRef, Reason } from "../domain/answer.ts";
import type { Company } from "../domain/company.ts";
import type { FieldKey, FieldValue } from "../domain/fields.ts";
import type { PieceKind } from "../domain/pieces.ts";
import type { UpstreamId } from "./upstreams.ts";

/** Blocks of the popup. */
type SourceBlock = "identite" | "capacites" | "attestations" | "certifications" | "exclusions";

/**
 * Groups that share one quota at the provider (contract, section A). The number is calls a minute, or in the group's own window.
 */
export const QUOTA_GROUPS = {
  apiEntrepriseJson: 250,
  apiEntrepriseDocuments: 50,
  apiEntrepriseUrssaf: 100,
  apiEntrepriseDgfipAttestation: 5,
  apiEntrepriseCibtp: 5,
  apiEntrepriseRneExtrait: 15,
  apiEntrepriseRneActes: 15,
  rechercheEntreprises: 7,
  bodacc: 60,
  ademe: 60,
  dgefp: 60,
  dataGouv: 60,
  vies: 20,
  inpi: 60,
} as const;
export type QuotaGroup = keyof typeof QUOTA_GROUPS;
/** Windows other than a minute, seconds: Recherche d'entreprises counts by the second and by address. */
export const QUOTA_WINDOWS: Readonly<Partial<Record<QuotaGroup, number>>> = { rechercheEntreprises: 1 };

/** What a reader may need besides the raw answer. `today` is the day in Europe/Paris. */
export interface ReadingContext {
  readonly company: Company;
  readonly today: string;
}

/**
 * Where a document's bytes are. Internal to whoever asks (proxy or worker): never sent to the popup.
 * `json-link`: the address answers JSON `{data:{document_url}}` whose link is the document (INPI).
 */
export interface PieceLocation {
  readonly url: string;
  readonly steps: "direct" | "json-link";
}

/** A document as its source reads it: what is shown, and where its bytes are (`null`: nothing to download). */
export type SourcePiece = Omit<PieceRef, "n" | "downloadable"> & { readonly location: PieceLocation | null };

/** The state that an answer of the contract's shape means; `delivered` when a source says nothing. */
export interface Verdict {
  readonly state: AnswerState;
  readonly reason?: Reason;
  readonly detail?: string;
  /** Seconds from now, for `pending` and `unavailable`. */
  readonly retryInSeconds?: number;
}

export interface UpstreamRequest {
  /** Path after the upstream's base, starting with "/". */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** `POST` only where the contract wants it (INPI login); nothing else. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Readers of fields: a misspelt field does not compile. `null`/`undefined` mean "not known", and are left out. */
export type Reads<Raw> = { readonly [K in FieldKey]?: (raw: Raw, context: ReadingContext) => FieldValue<K> | null | undefined };

export interface Source<Raw> {
  /** kebab-case, the folder's name, the route's {id}. */
  readonly id: string;
  /** The body that knows, as the bidder knows it. */
  readonly provider: string;
  readonly label: string;
  readonly block: SourceBlock;
  readonly keyedBy: "siren" | "siret";
  /** `protected`: needs a signed-in person of that company (contract/auth). */
  readonly access: "open" | "protected";
  readonly upstream: UpstreamId;
  readonly quotaGroup: QuotaGroup;
  /** API Entreprise scopes: any one is enough. */
  readonly scopes?: readonly string[];
  readonly timeoutMs: number;
  /** Daily closing at the provider, Europe/Paris, "01:00"–"02:00". */
  readonly maintenance?: { readonly from: string; readonly to: string };
  /** Kinds of piece this source can deliver. */
  readonly pieceKinds: readonly PieceKind[];
  /** Hosts its documents may come from: exact names, or ".example.fr" for a domain and what is under it. */
  readonly documentHosts: readonly string[];
  /** Id of the open source that stands in when this one is down. */
  readonly standIn?: string;
  /** The sandbox endpoints of the contract that this source reads (`npm run contract`). */
  readonly contractEndpoints: readonly string[];
  request(company: Company): UpstreamRequest;
  readonly raw: z.ZodType<Raw>;
  readonly reads: Reads<Raw>;
  pieces?(raw: Raw, context: ReadingContext): readonly SourcePiece[];
  certifications?(raw: Raw, context: ReadingContext): readonly Certification[];
  notices?(raw: Raw, context: ReadingContext): readonly Notice[];
  dirigeants?(raw: Raw, context: ReadingContext): readonly Dirigeant[];
  depots?(raw: Raw, context: ReadingContext): readonly Depot[];
  /** Verdict on a successful answer (URSSAF's refusal is a 200). Default: `delivered`. */
  verdict?(raw: Raw, context: ReadingContext): Verdict;
  /**
   * Verdicts of the provider's own errors, before the family's general rules. Keys: a code of API Entreprise ("04501"); a 404's
   * last three digits ("003"), whichever the provider they are filed under; for upstreams without codes, the HTTP status ("404").
   */
  readonly negatives?: Readonly<Record<string, Verdict | ((error: UpstreamError) => Verdict)>>;
}

/** One error of API Entreprise's `errors[]`. */
export interface UpstreamError {
  readonly code: string;
  readonly title?: string | undefined;
  readonly detail?: string | undefined;
  readonly meta?: Readonly<Record<string, unknown>> | undefined;
}

/** A source whose raw type is hidden: what lists and askers handle. */
// biome-ignore lint/suspicious/noExplicitAny: the raw type is known only inside each room; variance forbids `unknown` here.
export type AnySource = Source<any>;

/** Keeps the raw type inferred in each room. */
export function defineSource<Raw>(source: Source<Raw>): Source<Raw> {
  return source;
}
