/** What the attaching tests run inside a page. */

import type { ControlReading } from "../../src/domain/page-reading.ts";
import { watchTrusted } from "../../src/page/typed.ts";
import { type AttachMode, attachFiles } from "../../src/writing/attach.ts";
import { UndoLog } from "../../src/writing/undo.ts";
import { PLAIN } from "../page/plain-control.ts";
import { finderBySelector } from "./by-selector.ts";

export interface Attaching extends Partial<Pick<ControlReading, "shadow" | "type" | "multiple" | "accept" | "maxSize">> {
  readonly selector: string;
  /** Names and contents of the files. */
  readonly files: Readonly<Record<string, string>>;
  readonly mode?: AttachMode;
  readonly settleMs?: number;
}

const watch = watchTrusted(document);
const finder = finderBySelector();
const undo = new UndoLog(finder);

export async function attach({ files, mode = "replaceOurs", settleMs = 100, ...place }: Attaching): Promise<string> {
  const control: ControlReading = {
    id: place.selector,
    type: "file",
    target: "document.attestationVigilance",
    ...PLAIN,
    ...place,
  };
  finder.add(control);
  if (finder.find(control.id) === "gone") throw new Error(`pas de contrôle : ${place.selector}`);
  const contents = Object.entries(files).map(
    ([name, text]) => new File([text], name, { type: name.endsWith(".pdf") ? "application/pdf" : "" }),
  );
  const { outcome, reason, written } = await attachFiles(control, contents, mode, { finder, undo, watch, settleMs });
  return `${reason ?? outcome}${written === undefined ? "" : ` ${written}`}`;
}

export async function restore(): Promise<string[]> {
  return (await undo.restore(watch, 20)).map(({ outcome, reason }) => reason ?? outcome);
}
