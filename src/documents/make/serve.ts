/** The worker's end of `make-port.ts`: it loads the code that reads and writes PDFs. */

import type { MakeProgress } from "../../domain/prepared.ts";
import type { Typefaces } from "../pdf/letters.ts";
import type { Repair } from "../pdf/repair.ts";
import { makeLog } from "./diligence-log.ts";
import { makeDossier } from "./dossier.ts";
import type { FromWorker, ToWorker } from "./port.ts";
import { reopen } from "./reopen.ts";
import { makeZip } from "./zip.ts";

interface ServeDeps {
  readonly typefaces: () => Promise<Typefaces>;
  readonly repair: Repair;
}

export function serveMaking(port: MessagePort, { typefaces, repair }: ServeDeps): void {
  let deliver: (bytes: Uint8Array<ArrayBuffer> | null) => void = () => {};
  const post = (message: FromWorker, transfer: Transferable[] = []) => port.postMessage(message, transfer);
  const bytesOf = (id: string) =>
    new Promise<Uint8Array<ArrayBuffer> | null>((resolve) => {
      deliver = resolve;
      post({ want: id });
    });

  async function work(message: Exclude<ToWorker, { id: string }>): Promise<void> {
    if ("reopen" in message) return post({ reopened: await reopen(message.reopen) });
    const deps = { typefaces: await typefaces(), repair, bytesOf, onProgress: (progress: MakeProgress) => post({ progress }) };
    const made =
      "log" in message
        ? { files: [await makeLog(message.log, deps.typefaces)], outcomes: [] }
        : await (message.format === "zip" ? makeZip : makeDossier)(message.make, deps);
    post(
      { made },
      made.files.map(({ bytes }) => bytes.buffer),
    );
  }

  port.onmessage = ({ data }: MessageEvent<ToWorker>) => {
    if ("id" in data) deliver(data.bytes);
    else work(data).catch((error: unknown) => post({ failed: String(error) }));
  };
}
