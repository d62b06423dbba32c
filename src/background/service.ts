/** Who answers about companies: the proxy, or the open sources asked from here. The collector knows this shape only. */
import type { Answer } from "../domain/answer.ts";
import type { DocumentProblem } from "../domain/prepared.ts";
import type { CompanySearch, ServiceSources, UploadMeasure } from "../domain/service.ts";
import type { ServiceTrouble } from "../messages/situation.ts";

/** What is asked and why: every call to API Entreprise must say its purpose. */
export interface Inquiry {
  readonly siret: string;
  /** SIRET of the buyer, when the page tells it. */
  readonly recipient: string | null;
  /** Reference of the consultation, or what the candidature is about. */
  readonly object: string;
}

export interface FetchedDocument {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
  readonly fileName: string;
}

export interface Service {
  /** The sources it can ask. */
  describe(): Promise<ServiceSources | { readonly trouble: ServiceTrouble }>;
  /** One answer. A service that is down is an answer too: `unavailable`. */
  ask(inquiry: Inquiry, sourceId: string): Promise<Answer>;
  /** Companies by their name. */
  search(text: string): Promise<CompanySearch | { readonly failure: "offline" | "unreachable" | "busy" }>;
  /** How fast the person's line sends. */
  measureUpload(): Promise<UploadMeasure>;
  document(inquiry: Inquiry, sourceId: string, n: number): Promise<FetchedDocument | { readonly problem: DocumentProblem }>;
}
