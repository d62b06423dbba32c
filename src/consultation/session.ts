/** The state of the screen's section that reads a consultation's documents, stores the findings and compares them with earlier ones. */
import type { ConsultationReading, KeptReading } from "../domain/asked.ts";
import { changing, type Watched } from "../store/watched.ts";
import type { Running } from "./in-worker.ts";
import type { ScannedPage } from "./port.ts";
import { type FileRead, followedBy, readingOf, saysSomething } from "./reading.ts";

/** Why a reading gave nothing new: `nothing` no règlement or notice among the files · `unkept` it was read but could not be stored. */
export type ReadingEnd = "cancelled" | "failed" | "nothing" | "unkept";

export interface ReadingState {
  /** The stored reading of the followed consultation; `null` before the first one. */
  readonly kept: KeptReading | null;
  /** Files read so far, and the name of the last; `null` while nothing is being read. */
  readonly running: { readonly read: number; readonly last: string | null; readonly scanning?: ScannedPage } | null;
  readonly ended: ReadingEnd | null;
  /** The files that were not read, when the last drop gave nothing. */
  readonly left: ConsultationReading["documents"];
}

interface ReadingDeps {
  readonly read: (files: readonly File[], running: Running) => Promise<void>;
  readonly load: (work: string) => Promise<KeptReading | null>;
  readonly keep: (work: string, kept: KeptReading | null) => Promise<unknown>;
  readonly now: () => Date;
}

export interface ReadingSession extends Watched<ReadingState> {
  /** Follows the page's consultation: another one's reading is no longer shown, and stops. */
  follow(work: string | null): Promise<void>;
  /** Reads dropped files, with OCR of scans when asked. Does nothing while others are being read, or without a consultation. */
  take(files: readonly File[], readsScans: boolean): Promise<void>;
  cancel(): void;
  /** Forgets what was read of this consultation. */
  forget(): Promise<void>;
}

const NOTHING: ReadingState = { kept: null, running: null, ended: null, left: [] };

/** Long on purpose: one state and its transitions, which share the reading under way. */
export function createReadingSession({ read, load, keep, now }: ReadingDeps): ReadingSession {
  const state = changing<ReadingState>(NOTHING);
  let followed: string | null = null;
  let stopping: AbortController | null = null;
  let loading: Promise<void> = Promise.resolve();

  /** Findings are shown as they come, and stored once everything is read. */
  async function readAll(work: string, files: readonly File[], readsScans: boolean, signal: AbortSignal): Promise<void> {
    const before = state.read().kept;
    const at = now().toISOString();
    const found: FileRead[] = [];
    await read(files, {
      signal,
      readsScans,
      onScan: (scanning) => {
        const { running } = state.read();
        if (!signal.aborted && running !== null) state.set({ running: { ...running, scanning } });
      },
      onRead: (one) => {
        found.push(one);
        if (signal.aborted) return;
        const reading = readingOf(found, at);
        const shown = "asks" in one && one.asks.kind !== "other" ? { kept: after(before, reading) } : {};
        state.set({ running: { read: found.length, last: one.file }, ...shown });
      },
    });
    signal.throwIfAborted();
    const reading = readingOf(found, at);
    if (!saysSomething(reading)) return state.set({ kept: before, ended: "nothing", left: reading.documents });
    const kept = after(before, reading);
    state.set({ kept });
    await keep(work, kept).catch(() => {
      if (!signal.aborted) state.set({ ended: "unkept" });
    });
  }

  return {
    read: state.read,
    onChange: state.onChange,

    follow: async (work) => {
      if (work === followed) return;
      followed = work;
      stopping?.abort();
      state.set(NOTHING);
      if (work === null) return;
      loading = load(work).then(
        (kept) => {
          if (followed === work) state.set({ kept });
        },
        () => undefined,
      );
      await loading;
    },

    take: async (files, readsScans) => {
      // News are compared with the stored reading.
      await loading;
      const work = followed;
      if (work === null || stopping !== null || files.length === 0) return;
      const own = new AbortController();
      const before = state.read().kept;
      stopping = own;
      state.set({ running: { read: 0, last: null }, ended: null, left: [] });
      try {
        await readAll(work, files, readsScans, own.signal);
      } catch {
        // Another consultation is shown by now, or the former reading stays.
        if (followed === work) state.set({ kept: before, ended: own.signal.aborted ? "cancelled" : "failed" });
      } finally {
        stopping = null;
        state.set({ running: null });
      }
    },

    cancel: () => stopping?.abort(),

    forget: async () => {
      const work = followed;
      if (work === null || stopping !== null) return;
      await keep(work, null);
      if (followed === work) state.set(NOTHING);
    },
  };
}

function after(before: KeptReading | null, reading: ConsultationReading): KeptReading {
  return { current: followedBy(before?.current ?? null, reading), former: before?.current ?? null };
}
