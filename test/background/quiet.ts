/** What the background stands on where a test has nothing to say of it: nobody signs in, nothing is issued, nothing asks for attention. */
import type { WorkerDeps } from "../../src/background/context.ts";
import { DATA_KEY, PACKAGED_DATA } from "../../src/background/packaged-data.ts";
import { fr } from "../../src/i18n/fr.ts";
import { NOW } from "./answers.ts";

export const QUIET = {
  issued: { packaged: PACKAGED_DATA, key: DATA_KEY, organisation: async () => null },
  publicServices: async () => ({ names: [], origins: [] }),
  identity: {
    signIn: async () => "failed",
    signOut: async () => {},
    tokenFor: async () => null,
    renew: async () => ({ state: "over" }),
    personAt: async () => null,
  },
  words: async () => ({ language: "fr", m: fr }),
  badge: () => {},
  wakeAt: () => {},
  now: () => NOW,
} as const satisfies Partial<WorkerDeps>;
