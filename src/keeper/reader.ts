/** The worker that recognises files, started at the first file and restarted when it dies. */

import { type Dropped, type Reading, type Recognised, recogniserOver } from "../documents/recognise/port.ts";
import type { Expected } from "../documents/recognise/recognise.ts";

type ReadOutcome = Recognised | { readonly state: "stopped" };

interface Reader {
  readonly recognise: ReturnType<typeof recogniserOver>;
  /** Terminates the worker: its pending files get no answer. */
  readonly end: (why: "stopped" | "skipped") => void;
  readonly ended: Promise<"stopped" | "skipped">;
}

let running: Reader | null = null;

function start(): Reader {
  const channel = new MessageChannel();
  const worker = new Worker(new URL("./thread.ts", import.meta.url), { type: "module" });
  const { promise: ended, resolve } = Promise.withResolvers<"stopped" | "skipped">();
  const end = (why: "stopped" | "skipped") => {
    worker.terminate();
    running = null;
    resolve(why);
  };
  worker.onerror = () => end("stopped");
  worker.postMessage(null, [channel.port2]);
  return { recognise: recogniserOver(channel.port1), end, ended };
}

/** Recognises one file off the thread that draws the screen. */
export async function readFile(dropped: Dropped, expected: Expected, how: Reading): Promise<ReadOutcome> {
  running ??= start();
  const outcome = await Promise.race([running.recognise(dropped, expected, how), running.ended]);
  if (outcome === "stopped") return { state: "stopped" };
  return outcome === "skipped" ? readFile(dropped, expected, { readsScans: false }) : outcome;
}

/** Skips the picture being read: the file is kept without its text. OCR cannot be stopped in another way. */
export function skipScan(): void {
  running?.end("skipped");
}
