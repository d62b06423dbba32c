/** The proxy's messages other than answers: what it can serve, and its errors. Shared by the proxy and the extension. */
import { z } from "zod";
import { PieceKindSchema, Reason, Siret } from "./answer.ts";
import { SOURCE_BLOCKS } from "./source-blocks.ts";

export const SERVICE_MODES = ["demo", "ouvert", "operateur"] as const;
export const ServiceMode = z.enum(SERVICE_MODES);
export type ServiceMode = z.infer<typeof ServiceMode>;

/** One source as this proxy can serve it. */
export const SourceStatus = z.object({
  id: z.string(),
  provider: z.string(),
  label: z.string(),
  /** Absent from a proxy of an older version. */
  labelEn: z.string().optional(),
  block: z.enum(SOURCE_BLOCKS),
  access: z.enum(["open", "protected"]),
  pieceKinds: z.array(PieceKindSchema),
  available: z.boolean(),
  /** Why not, when `available` is false. */
  reason: Reason.optional(),
  /** True when a signed-in person of the company is needed. */
  signIn: z.boolean(),
});
export type SourceStatus = z.infer<typeof SourceStatus>;

/** `GET /v1/sources`. */
export const ServiceSources = z.object({
  mode: ServiceMode,
  /** Fictitious companies of the demonstration, to try; absent in the other modes. */
  companies: z.array(z.object({ siret: z.string(), name: z.string(), situation: z.string() })).optional(),
  sources: z.array(SourceStatus),
});
export type ServiceSources = z.infer<typeof ServiceSources>;

/** A company found by its name, with its head office. */
export const CompanyHit = z.object({ siret: Siret, name: z.string(), place: z.string().nullable() });
export type CompanyHit = z.infer<typeof CompanyHit>;

/** `GET /v1/companies`. `total`: how many match; only the first are given. */
export const CompanySearch = z.object({ companies: z.array(CompanyHit), total: z.number().int() });
export type CompanySearch = z.infer<typeof CompanySearch>;

/** Bytes sent to measure the connection: less than web servers in front of the proxy accept by default (1 MiB). */
export const UPLOAD_CHECK_BYTES = 1_000_000;

/** `POST /v1/upload-check`: how many bytes arrived. None is kept. */
export const UploadCheck = z.object({ bytes: z.number().int() });

/** `noProxy` the open sources are asked directly · `nearby` the proxy is on this machine or its network · `busy` measured too often. */
export const UploadMeasure = z.union([
  z.object({ bitsPerSecond: z.number().positive() }),
  z.object({ problem: z.enum(["noProxy", "nearby", "busy", "unreachable"]) }),
]);
export type UploadMeasure = z.infer<typeof UploadMeasure>;

/** An error of the proxy (RFC 9457, `application/problem+json`). `code` is stable; `title` and `detail` are French. */
export const Problem = z.object({
  type: z.string(),
  status: z.number().int(),
  code: z.string(),
  title: z.string(),
  detail: z.string(),
});
export type Problem = z.infer<typeof Problem>;

/** `POST /v1/auth/token`: a one-time code, or a refresh token that works once. */
export const SignIn = z.discriminatedUnion("grant", [
  z.object({
    grant: z.literal("code"),
    code: z.string().min(1).max(200),
    codeVerifier: z.string().min(43).max(128),
    redirectUri: z.string().max(300),
  }),
  z.object({ grant: z.literal("refresh"), refreshToken: z.string().min(1).max(200) }),
]);
export type SignIn = z.infer<typeof SignIn>;

/** The signed-in person: their own establishment, and the companies that gave them a mandate. */
export const SignedInPerson = z.object({
  name: z.string().nullable(),
  siret: z.string().nullable(),
  mandates: z.array(z.object({ siren: z.string(), from: z.string(), until: z.string() })),
});
export type SignedInPerson = z.infer<typeof SignedInPerson>;

export const SignedIn = z.object({
  accessToken: z.string(),
  accessSeconds: z.number().int(),
  /** Works once: the answer gives the next one. */
  refreshToken: z.string(),
  refreshSeconds: z.number().int(),
  person: SignedInPerson,
});
export type SignedIn = z.infer<typeof SignedIn>;
