/**
 * What all API Entreprise endpoints share: the envelope, the error list, and what each error code means.
 * Branch on the code, not on the HTTP status: the published description and the server disagree on 502 and 504.
 */
import { z } from "zod";
import type { PieceLocation } from "../source.ts";
import type { Family, Quota, UpstreamError, Verdict } from "./family.ts";

/** Hosts of the documents that API Entreprise delivers, at temporary addresses that cannot be guessed. */
export const STORAGE_HOSTS = ["storage.entreprise.api.gouv.fr"] as const;

/** `{data, links, meta}`; what is beside `data` is read only by the sources that need it. */
export function envelope<Data extends z.ZodType>(data: Data) {
  return z.object({ data });
}

/** `{data: [{data, links, meta}], meta}`: collections nest `data` twice. */
export function collection<Item extends z.ZodType>(item: Item) {
  return z.object({ data: z.array(z.object({ data: item })) });
}

/** An answer that is one document's link. `null`: the provider answered without a document. */
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

/** The first error of a body, or `undefined` when it is not an error body of the contract. */
function readError(body: unknown): UpstreamError | undefined {
  const [error] = Errors.safeParse(body).data?.errors ?? [];
  if (error === undefined) return undefined;
  const { code, title, detail, meta } = error;
  return { code, title: title ?? undefined, detail: detail ?? undefined, meta: meta ?? undefined };
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
function verdictOf(error: UpstreamError, status: number): Verdict {
  const retryIn = retryInOf(error);
  const said = VERDICTS.find(({ when }) => when(error.code, status))?.verdict;
  if (said !== undefined) return said(retryIn);
  const { reason, seconds } = PROVIDERS.find(({ subcode }) => subcode.test(error.code.slice(2))) ?? UNAVAILABLE;
  return withRetry({ state: "unavailable", reason }, retryIn ?? seconds);
}

const TOKEN_REJECTED: Verdict = { state: "notPermitted", reason: "proxy.tokenRejected" };

interface Rule {
  readonly when: (code: string, status: number) => boolean;
  /** @param retryIn what the service itself asks to wait, seconds */
  readonly verdict: (retryIn: number | undefined) => Verdict;
}

/** Verdicts on the hub's own errors, by code or status. The first rule that holds decides. */
const VERDICTS: readonly Rule[] = [
  { when: (code, status) => status === 401 || code === "00107", verdict: () => TOKEN_REJECTED },
  { when: (_, status) => status === 403, verdict: () => ({ state: "notPermitted", reason: "proxy.noRight" }) },
  { when: (code) => code === "00015", verdict: () => ({ state: "pending", reason: "inFlight", retryInSeconds: 5 }) },
  {
    when: (code) => code === "00429",
    verdict: (retryIn) => ({ state: "pending", reason: "quota.waiting", retryInSeconds: retryIn ?? 60 }),
  },
  { when: (code) => code === "00403", verdict: () => ({ state: "unavailable", reason: "link.expired", retryInSeconds: 0 }) },
  { when: (_, status) => status === 451, verdict: () => ({ state: "outOfScope", reason: "insee.nonDiffusible" }) },
  { when: (code) => code === "00212", verdict: () => ({ state: "notPermitted", reason: "request.delegation" }) },
  { when: (code, status) => status === 422 || code === "00402", verdict: () => ({ state: "unavailable", reason: "request.invalid" }) },
  { when: (_, status) => status === 404, verdict: () => ({ state: "notFound", reason: "source.aucuneDonnee" }) },
];

/** Verdicts on a provider's errors, by the end of the code. `seconds`: how long to wait when the hub does not say. */
const PROVIDERS: readonly { readonly subcode: RegExp; readonly reason: NonNullable<Verdict["reason"]>; readonly seconds?: number }[] = [
  { subcode: /^020$/, reason: "provider.maintenance" },
  { subcode: /^008$/, reason: "provider.rateLimited", seconds: 60 },
  { subcode: /^002$/, reason: "provider.timeout", seconds: 30 },
  { subcode: /^05[1-6]$/, reason: "provider.badDocument", seconds: 60 },
];
const UNAVAILABLE = { reason: "provider.unavailable", seconds: 30 } as const;

/** Provider's internal error, unavailable, DNS, unknown error: API Entreprise says to try again. */
const RETRYABLE_SUBCODES: readonly string[] = ["000", "001", "004", "999"];
/** Codes about the hub (00501) or a whole provider (04020): the others (04501) are about one company and are read by the source. */
const PROVIDER_WIDE = /^(00|..0)/;
/** Closing announced by the provider. */
const CLOSING = "020";

const perMinute = (group: string, calls: number): Quota => ({ group, calls, seconds: 60 });
/** Groups of endpoints that API Entreprise counts apart from the others. */
export const QUOTAS = {
  documents: perMinute("apiEntrepriseDocuments", 50),
  urssaf: perMinute("apiEntrepriseUrssaf", 100),
  dgfipAttestation: perMinute("apiEntrepriseDgfipAttestation", 5),
  cibtp: perMinute("apiEntrepriseCibtp", 5),
  rneExtrait: perMinute("apiEntrepriseRneExtrait", 15),
  rneActes: perMinute("apiEntrepriseRneActes", 15),
} as const;

export const apiEntreprise: Family = {
  id: "apiEntreprise",
  label: "API Entreprise",
  base: "https://entreprise.api.gouv.fr",
  entry: { kind: "token" },
  quota: perMinute("apiEntrepriseJson", 250),
  errors: {
    read: readError,
    // The last three digits of a 404 mean the same for every provider.
    keysOf: ({ code }, status) => (status === 404 ? [code, code.slice(2)] : [code]),
    verdictOf,
    verdictOfStatus: (status) => (status === 401 || status === 403 ? TOKEN_REJECTED : undefined),
    natureOf: (error) => {
      const waitSeconds = retryInOf(error);
      return {
        closing: error.code.endsWith(CLOSING),
        providerWide: PROVIDER_WIDE.test(error.code),
        worthRetrying: waitSeconds === undefined && RETRYABLE_SUBCODES.includes(error.code.slice(2)),
        waitSeconds,
      };
    },
    isTokenRefusal: (status, error) => status === 401 || (status === 403 && error?.code === "00107"),
  },
  wantsPurpose: true,
  cachesAnswers: true,
  // CIBTP's lifetime; other endpoints announce longer ones.
  linkSeconds: 600,
  // The storage answers 403 for an expired link. On other sites a 403 refuses servers in general, and a new link would not help.
  expiredLinkStatuses: [403],
};
