/** What the operator's token allows, asked at boot and again from time to time: the proxy serves nothing else. */

import { z } from "zod";
import { parseJson } from "../src/domain/json.ts";
import { apiEntreprise } from "../src/sources/families/api-entreprise.ts";
import type { Credentials } from "./credentials.ts";
import type { Outgoing } from "./outgoing.ts";
import type { TokenRights } from "./rights.ts";

const Privileges = z.object({ data: z.object({ privileges: z.array(z.string()) }) });
const HOUR_MS = 3_600_000;
/** The wait after the rights could not be read. */
const SOON_MS = 30_000;

/** Asks API Entreprise once. */
export async function readPrivileges(base: string, credentials: Credentials, outgoing: Outgoing): Promise<TokenRights> {
  const secret = await credentials.apiHeaders(apiEntreprise);
  if (secret === null) return { refused: "proxy.noRight" };
  const response = await outgoing.send({
    url: new URL(`${base}/privileges`),
    headers: { accept: "application/json", ...secret },
    timeoutMs: 10_000,
    maxBytes: 256 * 1024,
    network: "trusted",
  });
  if (!response.ok) return { refused: "provider.unavailable" };
  if (response.status === 401 || response.status === 403) return { refused: "proxy.tokenRejected" };
  const parsed = Privileges.safeParse(parseJson(response.body.toString("utf8")));
  return parsed.success ? { scopes: new Set(parsed.data.data.privileges) } : { refused: "provider.unavailable" };
}

export interface TokenWatch {
  current(): TokenRights;
  /** API Entreprise has just refused the token: nothing more is asked with it until it is read again. */
  reject(): void;
  stop(): void;
}

/** Reads the rights now, then every hour; every half minute while they cannot be read. */
export async function watchToken(read: () => Promise<TokenRights>, onChange: (rights: TokenRights) => void): Promise<TokenWatch> {
  let current = await read();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const set = (rights: TokenRights) => {
    current = rights;
    onChange(rights);
  };
  const plan = () => {
    if (stopped) return;
    const unread = current !== "everything" && "refused" in current && current.refused === "provider.unavailable";
    timer = setTimeout(() => void read().then(set).finally(plan), unread ? SOON_MS : HOUR_MS);
    timer.unref();
  };
  onChange(current);
  plan();
  return {
    current: () => current,
    reject: () => set({ refused: "proxy.tokenRejected" }),
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
