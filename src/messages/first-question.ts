/**
 * What a page of the extension asks before its code is there: the worker answers while that code comes. Whoever runs first asks, the page's
 * small script (`entrypoints/asked`) or its code; the other finds the question under way. No shim and no schema: the script is a few hundred bytes.
 */
import type { Envelope } from "./contract.ts";

interface Api {
  readonly runtime: { sendMessage(message: unknown): Promise<unknown> };
  readonly tabs: { query(about: object): Promise<readonly { readonly id?: number | undefined }[]> };
}

export interface FirstQuestion {
  /** The tab that the screen works on; `null` for a page that works on none. */
  readonly tabId: Promise<number | null>;
  /** As the background gives it. */
  readonly reply: Promise<unknown>;
}

/** This page's own globals. */
const world = globalThis as { pliPretAsked?: FirstQuestion; readonly browser?: Api; readonly chrome?: Api };

/** What this page asks first, asked once. */
export function askedFirst(): FirstQuestion {
  if (world.pliPretAsked === undefined) {
    world.pliPretAsked = location.pathname === "/consultations.html" ? lists() : screen();
    // Whoever awaits it gets the failure.
    world.pliPretAsked.reply.catch(() => undefined);
  }
  return world.pliPretAsked;
}

function lists(): FirstQuestion {
  return { tabId: Promise.resolve(null), reply: tell({ name: "readConsultations", input: {} }) };
}

/** The tab that the address names, or the active one. */
function screen(): FirstQuestion {
  const named = new URLSearchParams(location.search).get("tab");
  const tabId = named === null ? active() : Promise.resolve(Number(named));
  return { tabId, reply: tabId.then((id) => tell({ name: "show", input: { tabId: id, opening: true } })) };
}

const api = () => (world.browser ?? world.chrome) as Api;

async function active(): Promise<number | null> {
  return (await api().tabs.query({ active: true, currentWindow: true }))[0]?.id ?? null;
}

const tell = (message: Envelope): Promise<unknown> => api().runtime.sendMessage(message);
