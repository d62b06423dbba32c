/** Open data without any server of ours: the same sources' code as the proxy's, run here. Protected sources are not among them. */
import { companyOf } from "../domain/company.ts";
import { type HostPattern, isAllowedAddress } from "../domain/hosts.ts";
import { pieceOf } from "../domain/pieces.ts";
import type { SourceStatus } from "../domain/service.ts";
import { ask, closedAnswer } from "../sources/ask.ts";
import { isOpen } from "../sources/open.ts";
import { searchCompanies } from "../sources/search-companies.ts";
import { type AnySource, describeSource } from "../sources/source.ts";
import { considerate } from "./considerate.ts";
import { fetchTransport } from "./fetch-transport.ts";
import type { Fetch } from "./proxy-service.ts";
import { receive } from "./received.ts";
import type { Inquiry, Service } from "./service.ts";

const DOCUMENT_TIMEOUT_MS = 28_000;

/** Keep it: what it remembers of its calls spares the services. */
export function openService(sources: readonly AnySource[], fetch: Fetch, now: () => Date): Service {
  const transport = considerate(fetchTransport(fetch, now), { now });
  const sourceOf = (id: string) => sources.find((source) => source.id === id && isOpen(source));

  return {
    describe: async () => ({ mode: "ouvert", sources: sources.filter(isOpen).map(statusOf) }),

    async ask(inquiry, sourceId) {
      const source = sourceOf(sourceId);
      if (source === undefined) return refusal(inquiry, sourceId, now());
      return (await ask(source, companyOf(inquiry.siret), transport, { now })).answer;
    },

    measureUpload: async () => ({ problem: "noProxy" }),

    async search(text) {
      const found = await searchCompanies(text, transport);
      return "failure" in found ? { failure: found.failure === "offline" ? "offline" : "unreachable" } : found;
    },

    async document(inquiry, sourceId, n) {
      const source = sourceOf(sourceId);
      if (source === undefined) return { problem: "notPermitted" };
      const company = companyOf(inquiry.siret);
      const { answer, locations } = await ask(source, company, transport, { now, fresh: true });
      const location = locations.get(n);
      const piece = answer.pieces[n];
      if (location === undefined || piece === undefined) return { problem: "unknown" };
      const address = secured(location.url);
      if (location.steps !== "direct" || !isAllowed(address, source.documentHosts)) return { problem: "notPermitted" };
      try {
        const response = await fetch(address, { signal: AbortSignal.timeout(DOCUMENT_TIMEOUT_MS) });
        if (!response.ok || !isAllowed(response.url, source.documentHosts)) return { problem: "unavailable" };
        return await receive(response, { name: `${pieceOf(piece.kind).slug}-${company.siren}`, sha256: piece.sha256 });
      } catch {
        return { problem: "unreachable" };
      }
    },
  };
}

function statusOf(source: AnySource): SourceStatus {
  return { ...describeSource(source), signIn: false, available: true };
}

function refusal(inquiry: Inquiry, sourceId: string, now: Date) {
  const provenance = { source: sourceId, provider: sourceId, endpoint: "", fetchedAt: now.toISOString(), cached: false };
  return closedAnswer(companyOf(inquiry.siret), provenance, { state: "notPermitted", reason: "proxy.modeOpen" }, now);
}

/** Some certifiers write plain http: the same address is tried in https, and where it fails the link remains a link. */
function secured(url: string): string {
  return url.replace(/^http:\/\//i, "https://");
}

function isAllowed(url: string, hosts: readonly HostPattern[]): boolean {
  return URL.canParse(url) && isAllowedAddress(new URL(url), hosts);
}
