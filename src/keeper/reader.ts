/** The worker that recognises files, started at the first one and started again should it die. */

import { type Dropped, type Recognised, recogniserOver } from "../documents/recognise/port.ts";
import type { Expected } from "../documents/recognise/recognise.ts";

type ReadOutcome = Recognised | { readonly state: "stopped" };

interface Reader {
  readonly recognise: ReturnType<typeof recogniserOver>;
  /** Resolves when the worker died: nothing that it was given will be answered. */
  readonly death: Promise<ReadOutcome>;
}

let running: Reader | null = null;

function start(): Reader {
  const channel = new MessageChannel();
  const worker = new Worker(new URL("./thread.ts", import.meta.url), { type: "module" });
  const death = new Promise<ReadOutcome>((resolve) => {
    worker.onerror = () => {
      worker.terminate();
      running = null;
      resolve({ state: "stopped" });
    };
  });
  worker.postMessage(null, [channel.port2]);
  return { recognise: recogniserOver(channel.port1), death };
}

/** Recognises one file off the thread that draws the screen. */
export function readFile(dropped: Dropped, expected: Expected): Promise<ReadOutcome> {
  running ??= start();
  return Promise.race([running.recognise(dropped, expected), running.death]);
}
