/** The open sources, whose requests and readers come when one of them is first asked: most awakenings ask none. */
import type { Fetch } from "./proxy-service.ts";
import type { Service } from "./service.ts";

/** What their script leaves. */
export type MakeOpenService = (fetch: Fetch, now: () => Date) => Service;

export function openServiceFrom(bring: () => Promise<Service>): Service {
  return {
    describe: async () => (await bring()).describe(),
    ask: async (inquiry, sourceId) => (await bring()).ask(inquiry, sourceId),
    search: async (text) => (await bring()).search(text),
    measureUpload: async () => (await bring()).measureUpload(),
    document: async (inquiry, sourceId, n) => (await bring()).document(inquiry, sourceId, n),
  };
}
