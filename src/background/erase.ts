/** « Tout effacer »: everything of the person, on this machine; and what is under way then, which writes nothing after. */
import { z } from "zod";
import type { Cell, Cells } from "../store/cells.ts";
import type { WorkerDeps } from "./context.ts";
import { TAB_KEYS } from "./names.ts";
import { asRead, EMPTY_TAB, TabState } from "./tabs.ts";

/** The name of the mark that everything is being erased, kept where no page reaches it, until it is done. */
const ERASING = "erasing";

export const erasingCell = (marks: Cells): Cell<boolean> => marks(ERASING, z.boolean(), false);

/** One piece of work, from its beginning. */
export interface Work {
  /** True once everything was erased, or is being erased, since it began. */
  isOver(): boolean;
  /** What it writes now is there before anything is removed. */
  writes<T>(writing: Promise<T>): Promise<T>;
}

export interface Erasures {
  /** Call it when a piece of work begins: it waits for an erasing under way. */
  begin(): Promise<Work>;
  run(): Promise<void>;
  /** Call it at the worker's start: finishes an erasing that was interrupted. */
  goOn(): Promise<void>;
}

/**
 * @param erase does it; `written` resolves when nothing is being written any more
 * @param isCut true while the mark stands of an erasing that no worker finished
 */
export function createErasures(erase: (written: () => Promise<unknown>) => Promise<void>, isCut: () => Promise<boolean>): Erasures {
  let count = 0;
  let running: Promise<void> | null = null;
  const writings = new Set<Promise<unknown>>();

  /** Nothing begins meanwhile. */
  function hold(work: () => Promise<void>): Promise<void> {
    running ??= work().finally(() => {
      running = null;
    });
    return running;
  }

  const run = () => {
    count += 1;
    return erase(() => Promise.allSettled(writings));
  };

  return {
    async begin() {
      // The one who asked for it is told when it fails.
      while (running !== null) await running.catch(() => undefined);
      const started = count;
      return {
        isOver: () => started !== count,
        writes: (writing) => {
          writings.add(writing);
          return writing.finally(() => writings.delete(writing));
        },
      };
    },
    run: () => hold(run),
    goOn: () => hold(async () => void ((await isCut()) && (await run()))),
  };
}

/** The same for one piece of work: over, it writes nothing more. */
export function untilErased(deps: WorkerDeps, work: Work): WorkerDeps {
  const { session, local, settings, collector, shelf } = deps;
  const { isOver } = work;
  return {
    ...deps,
    session: cellsUntil(session, work),
    local: cellsUntil(local, work),
    settings: { ...settings, ...cellUntil(settings, work) },
    collector: {
      ...collector,
      open: async (inquiry) => (isOver() ? null : collector.open(inquiry)),
      retry: async (inquiry, sourceId) => (isOver() ? undefined : collector.retry(inquiry, sourceId)),
    },
    shelf: { ...shelf, begin: async () => (isOver() ? async () => false : shelf.begin()) },
  };
}

function cellsUntil(cells: Cells, work: Work): Cells {
  return (key, schema, initial, past) => cellUntil(cells(key, schema, initial, past), work);
}

function cellUntil<T>(cell: Cell<T>, { isOver, writes }: Work): Cell<T> {
  return { ...cell, update: (change) => writes(cell.update((before) => (isOver() ? before : change(before)))) };
}

/** A worker stopped midway is woken no later than this. */
const SAFETY_MS = 30_000;

/**
 * What is on this machine goes first, whatever the proxy answers, and the keys first of all. That it was asked is noted before: a browser
 * closed midway goes on at its next start, a worker stopped midway at the alarm.
 */
export async function eraseEverything(deps: WorkerDeps, written: () => Promise<unknown>): Promise<void> {
  const { erasing, settings, localStore, identity, coffre, collector } = deps;
  await erasing.update(() => true);
  deps.wakeAt(new Date(deps.now().getTime() + SAFETY_MS));
  // The person's session is forgotten at once; that the proxy hears of it is not waited for.
  void identity.signOut(false).catch(() => undefined);
  await written();
  await settings.clear();
  await coffre.erase();
  await collector.forget();
  await deps.shelf.erase();
  await clearSession(deps);
  await localStore.erase();
  await erasing.clear();
}

/** Every key but what open pages report of themselves, since they report it once. */
async function clearSession({ session, sessionStore }: Pick<WorkerDeps, "session" | "sessionStore">): Promise<void> {
  for (const key of await sessionStore.keys("")) {
    if (key.startsWith(TAB_KEYS)) await session(key, TabState, EMPTY_TAB).update(asRead);
    else await session(key, z.unknown(), undefined).clear();
  }
}
