/** « Tout effacer »: everything of the person, on this machine. */
import { z } from "zod";
import type { Cell, Cells } from "../store/cells.ts";
import type { Context } from "./context.ts";
import { asRead, EMPTY_TAB, TAB_KEYS, TabState } from "./tabs.ts";

/** The name of the mark that everything is being erased: kept in clear, until it is done. */
export const ERASING = "erasing";

export const erasingCell = (readable: Cells): Cell<boolean> => readable(ERASING, z.boolean(), false);

/**
 * What is on this machine goes first, whatever the proxy answers, and the keys first of all. That it was asked is noted before: a browser
 * closed midway goes on at its next start.
 */
export async function eraseEverything(context: Context): Promise<void> {
  const { erasing, settings, localStore, session, sessionStore } = context;
  await erasing.update(() => true);
  // The person's session is forgotten at once; that the proxy hears of it is not waited for.
  const signedOut = context.identity.signOut(false).catch(() => undefined);
  // The choices first: an open screen reads again at each change, and would have the company's sources asked anew.
  await settings.clear();
  await context.coffre.erase();
  await context.collector.forget();
  await context.prepared.forget();
  await context.shelf.erase();
  await context.described.clear();
  for (const key of await sessionStore.keys(TAB_KEYS)) await session(key, TabState, EMPTY_TAB).update(asRead);
  // A screen that read the company just before had its sources asked again.
  await context.collector.forget();
  await localStore.erase();
  void signedOut;
}
