/**
 * Fetching a document: only from the hosts its source allows, every hop checked again, up to a size, its type read in its bytes.
 * Documents are held in memory up to the size limit: their type and digest are known before the first byte is passed on.
 */
import { createHash } from "node:crypto";
import { BulkheadRejectedError, bulkhead } from "cockatiel";
import { z } from "zod";
import { type FileType, fileTypeOf } from "../src/domain/files.ts";
import { isAllowedAddress } from "../src/domain/hosts.ts";
import type { AnySource, PieceLocation } from "../src/sources/source.ts";
import { baseOf, type Config } from "./config.ts";
import type { Credentials } from "./credentials.ts";
import type { Outgoing, OutgoingResponse } from "./outgoing.ts";
import type { ProblemCode } from "./problem.ts";
import { unlessUnreachable } from "./transport.ts";

export interface FetchedDocument {
  readonly ok: true;
  readonly bytes: Buffer;
  readonly mediaType: FileType;
  /** Hexadecimal. */
  readonly sha256: string;
}

export interface DocumentProblem {
  readonly ok: false;
  readonly problem: Extract<ProblemCode, `document.${string}`>;
}

export type DocumentFetcher = (
  source: AnySource,
  location: PieceLocation,
  signal?: AbortSignal,
) => Promise<FetchedDocument | DocumentProblem>;

/** Documents fetched at the same time, each in memory up to the size limit. More callers wait; beyond those, they are told to come back. */
const MOST_AT_ONCE = 24;
const MOST_WAITING = 200;
const MAX_REDIRECTS = 3;
const LinkReply = z.object({ data: z.object({ document_url: z.string() }) });
/** What a provider answers when a link is too old. */
const EXPIRED_STATUSES: readonly number[] = [404, 410];

function isExpired({ family }: AnySource, status: number): boolean {
  return EXPIRED_STATUSES.includes(status) || (family.expiredLinkStatuses ?? []).includes(status);
}

/** Providers write raw backslashes in their addresses. */
function parseAddress(text: string, base?: URL): URL | null {
  const encoded = text.trim().replaceAll("\\", "%5C");
  return URL.canParse(encoded, base) ? new URL(encoded, base) : null;
}

/** Long on purpose: the steps of one download, each with the way in which it may fail. */
export function createDocumentFetcher(deps: {
  readonly config: Pick<Config, "maxDocumentBytes" | "documentTimeoutMs" | "upstreams">;
  readonly credentials: Credentials;
  readonly outgoing: Outgoing;
}): DocumentFetcher {
  const { config, credentials, outgoing } = deps;
  const room = bulkhead(MOST_AT_ONCE, MOST_WAITING);

  /** One address and its redirects. */
  async function download(source: AnySource, address: URL, signal?: AbortSignal): Promise<OutgoingResponse | DocumentProblem> {
    let url = address;
    for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
      const own = url.origin === new URL(baseOf(config, source.family)).origin;
      if (!own && !isAllowedAddress(url, source.documentHosts, { plainToo: source.access === "open" }))
        return { ok: false, problem: "document.hostRefused" };
      const secret = own ? await credentials.documentHeaders(source.family).catch(unlessUnreachable) : {};
      if (secret === "unreachable") return { ok: false, problem: "document.unreachable" };
      const response = await outgoing.send({
        url,
        headers: { accept: "application/pdf, image/*, application/json;q=0.5, */*;q=0.1", ...secret },
        timeoutMs: config.documentTimeoutMs,
        maxBytes: config.maxDocumentBytes,
        network: own ? "trusted" : "public",
        signal,
      });
      if (!response.ok) {
        if (response.cause === "tooLarge") return { ok: false, problem: "document.tooLarge" };
        return { ok: false, problem: response.cause === "privateAddress" ? "document.hostRefused" : "document.unreachable" };
      }
      if (isExpired(source, response.status)) return { ok: false, problem: "document.expired" };
      const target = response.status >= 300 && response.status < 400 ? response.headers["location"] : undefined;
      if (target === undefined) return response.status === 200 ? response : { ok: false, problem: "document.unreachable" };
      const next = parseAddress(target, url);
      if (next === null) return { ok: false, problem: "document.hostRefused" };
      url = next;
    }
    return { ok: false, problem: "document.unreachable" };
  }

  /** Some certifiers write http for an address that also answers in https: https is tried first. */
  async function downloadSecured(source: AnySource, address: URL, signal?: AbortSignal): Promise<OutgoingResponse | DocumentProblem> {
    // An address that the operator configured is taken as it is, http included.
    const isOwn = address.origin === new URL(baseOf(config, source.family)).origin;
    if (address.protocol !== "http:" || isOwn) return download(source, address, signal);
    const secured = new URL(address);
    secured.protocol = "https:";
    const first = await download(source, secured, signal);
    return !first.ok && first.problem === "document.unreachable" ? download(source, address, signal) : first;
  }

  async function fetchOne(source: AnySource, location: PieceLocation, signal?: AbortSignal): Promise<FetchedDocument | DocumentProblem> {
    const address = parseAddress(location.url);
    if (address === null) return { ok: false, problem: "document.hostRefused" };
    const first = await downloadSecured(source, address, signal);
    if (!first.ok) return first;
    const direct = documentOf(first.body);
    if (direct !== null) return direct;
    if (location.steps !== "json-link") return { ok: false, problem: "document.notADocument" };

    const link = linkOf(first.body);
    if (link === null) return { ok: false, problem: "document.notADocument" };
    const second = await download(source, link, signal);
    if (!second.ok) return second;
    return documentOf(second.body) ?? { ok: false, problem: "document.notADocument" };
  }

  return async (source, location, signal) => {
    try {
      return await room.execute(() => fetchOne(source, location, signal));
    } catch (error) {
      if (error instanceof BulkheadRejectedError) return { ok: false, problem: "document.busy" };
      throw error;
    }
  };
}

function documentOf(bytes: Buffer): FetchedDocument | null {
  const mediaType = fileTypeOf(bytes);
  if (mediaType === undefined) return null;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { ok: true, bytes, mediaType, sha256 };
}

function linkOf(bytes: Buffer): URL | null {
  let body: unknown;
  try {
    body = JSON.parse(bytes.toString("utf8"));
  } catch {
    return null;
  }
  const parsed = LinkReply.safeParse(body);
  return parsed.success ? parseAddress(parsed.data.data.document_url) : null;
}
