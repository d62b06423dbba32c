/**
 * What all API Entreprise endpoints share: the envelope, the error list, and what each error code means.
 * Branch on the code, not on the HTTP status: the published description and the server disagree on 502 and 504.
 */
import { z } from "zod";
import type { PieceLocation, UpstreamError, Verdict } from "./source.ts";

/** Where API Entreprise keeps the documents it hands over: an address that cannot be guessed, for a time. */
export const STORAGE_HOSTS = ["storage.entreprise.api.gouv.fr"] as const;

/** `{data, links, meta}`; what is beside `data` is read only by the sources that need it. */
export function envelope<Data extends z.ZodType>(data: Data) {
  return z.object({ data });
}

/** `{data: [{data, links, meta}], meta}`: collections nest `data` twice. */
export function collection<Item extends z.ZodType>(item: Item) {
  return z.object({ data: z.array(z.object({ data: item })) });
}

/** A document that is handed over alone. `null`: the provider answered, without a document. */
export const DocumentLink = envelope(z.object({ document_url: z.string().min(1).nullable() }));
export type DocumentLink = z.infer<typeof DocumentLink>;

/** Where the linked document is, or `null`. */
export function linkedDocument({ data }: DocumentLink): PieceLocation | null {
  return data.document_url === null ? null : { url: data.document_url, steps: "direct" };
}

/** An answer that should carry a document and does not is a fault of the provider, not an answer about the company. */
export function documentVerdict(raw: DocumentLink): Verdict {
  return linkedDocument(raw) === null
    ? { state: "unavailable", reason: "provider.badDocument", retryInSeconds: 60 }
    : { state: "delivered" };
}

const Errors = z.object({
  errors: z
    .array(
      z.object({
        code: z.string().regex(/^[0-9A-Z]{5}$/),
        title: z.string().nullish(),
        detail: z.string().nullish(),
        meta: z.record(z.string(), z.unknown()).nullish(),
      }),
    )
    .min(1),
});

/** The errors of a body, or `null` when it is not an error body of the contract. */
export function errorsOf(body: unknown): UpstreamError[] | null {
  const parsed = Errors.safeParse(body);
  if (!parsed.success) return null;
  return parsed.data.errors.map((error) => ({
    code: error.code,
    title: error.title ?? undefined,
    detail: error.detail ?? undefined,
    meta: error.meta ?? undefined,
  }));
}

/** `meta.retry_in`, seconds. */
export function retryInOf(error: UpstreamError): number | undefined {
  const value = error.meta?.["retry_in"];
  return typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : undefined;
}

function withRetry(verdict: Verdict, seconds: number | undefined): Verdict {
  return seconds === undefined ? verdict : { ...verdict, retryInSeconds: seconds };
}

/** The family's general reading of an error; sources' own `negatives` come first. */
export function generalVerdict(error: UpstreamError, status: number): Verdict {
  const { code } = error;
  const subcode = code.slice(2);
  const retryIn = retryInOf(error);
  if (status === 401) return { state: "notPermitted", reason: "proxy.tokenRejected" };
  if (code === "00107") return { state: "notPermitted", reason: "proxy.tokenRejected" };
  if (status === 403) return { state: "notPermitted", reason: "proxy.noRight" };
  if (code === "00015") return { state: "pending", reason: "inFlight", retryInSeconds: 5 };
  if (code === "00429") return { state: "pending", reason: "quota.waiting", retryInSeconds: retryIn ?? 60 };
  if (code === "00403") return { state: "unavailable", reason: "link.expired", retryInSeconds: 0 };
  if (status === 451) return { state: "outOfScope", reason: "insee.nonDiffusible" };
  if (status === 422) return { state: "unavailable", reason: "request.invalid" };
  if (code === "00402") return { state: "unavailable", reason: "request.invalid" };
  if (status === 404) return { state: "notFound", reason: "source.aucuneDonnee" };
  if (subcode === "020") return withRetry({ state: "unavailable", reason: "provider.maintenance" }, retryIn);
  if (subcode === "008") return withRetry({ state: "unavailable", reason: "provider.rateLimited" }, retryIn ?? 60);
  if (subcode === "002") return withRetry({ state: "unavailable", reason: "provider.timeout" }, retryIn ?? 30);
  if (/^05[1-6]$/.test(subcode)) return withRetry({ state: "unavailable", reason: "provider.badDocument" }, retryIn ?? 60);
  return withRetry({ state: "unavailable", reason: "provider.unavailable" }, retryIn ?? 30);
}
