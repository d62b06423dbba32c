/**
 * The shape of a source. A source is a value, not a class: its request, the schema of its raw answer, and readers.
 * Everything else (proxy route, popup row, the shared examination, docs) follows from the value.
 */

import type { z } from "zod";
import type { Certification, Choice, Depot, Dirigeant, Notice, PieceRef, PublishedContract, Trust } from "../domain/answer.ts";
import type { Company } from "../domain/company.ts";
import type { FieldKey, FieldValue } from "../domain/fields.ts";
import type { HostPattern } from "../domain/hosts.ts";
import type { PieceKind } from "../domain/pieces.ts";
import type { SourceBlock } from "../domain/source-blocks.ts";
import type { Family, Quota, UpstreamError, Verdict } from "./families/family.ts";

export type { UpstreamError, Verdict };

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

export interface UpstreamRequest {
  /** Path after the upstream's base, starting with "/". */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Headers beside those of the transport. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Readers of fields: a misspelt field does not compile. `null`/`undefined` mean "not known", and are left out. */
export type Reads<Raw> = { readonly [K in FieldKey]?: (raw: Raw, context: ReadingContext) => FieldValue<K> | null | undefined };

export interface Source<Raw> {
  /** kebab-case, the folder's name, the route's {id}. */
  readonly id: string;
  /** The organisation that holds the data, by the name that bidders know. */
  readonly provider: string;
  /** What the source gives, in each language of the screens. */
  readonly label: { readonly fr: string; readonly en: string };
  readonly block: SourceBlock;
  readonly keyedBy: "siren" | "siret";
  /** Which source wins when several give the same field. */
  readonly trust: Trust;
  /** `protected`: needs a signed-in person of that company (contract/auth). */
  readonly access: "open" | "protected";
  readonly family: Family;
  /** The family's own quota unless another is named. */
  readonly quota?: Quota;
  /** Rights that the family's token needs: any one is enough. */
  readonly scopes?: readonly string[];
  readonly timeoutMs: number;
  /** Daily closing at the provider, Europe/Paris, "01:00"–"02:00". */
  readonly maintenance?: { readonly from: string; readonly to: string };
  /** Kinds of piece this source can deliver. */
  readonly pieceKinds: readonly PieceKind[];
  /** Hosts its documents may come from: the proxy and the extension fetch from nowhere else. */
  readonly documentHosts: readonly HostPattern[];
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
  contracts?(raw: Raw, context: ReadingContext): readonly PublishedContract[];
  choices?(raw: Raw, context: ReadingContext): readonly Choice[];
  /** Verdict on a successful answer (URSSAF's refusal is a 200). Default: `delivered`. */
  verdict?(raw: Raw, context: ReadingContext): Verdict;
  /**
   * Verdicts of the provider's own errors, before the family's general rules. Keys: those of the family's errors ("04501" and "003"
   * at API Entreprise); for a family without error codes, the HTTP status ("404").
   */
  readonly negatives?: Readonly<Record<string, Verdict | ((error: UpstreamError) => Verdict)>>;
}

/** A source whose raw type is hidden: what lists and askers handle. */
// biome-ignore lint/suspicious/noExplicitAny: the raw type is known only inside each room; variance forbids `unknown` here.
export type AnySource = Source<any>;

/** Keeps the raw type inferred in each room. */
export function defineSource<Raw>(source: Source<Raw>): Source<Raw> {
  return source;
}

/** The quota that counts for a source: its own, else its family's. */
export function quotaOf({ family, quota }: Pick<AnySource, "family" | "quota">): Quota {
  return quota ?? family.quota;
}

/** A source as a service shows it, before it says whether it may be asked. */
export function describeSource({ id, provider, label, block, access, pieceKinds }: AnySource) {
  return { id, provider, label: label.fr, labelEn: label.en, block, access, pieceKinds: [...pieceKinds] };
}
