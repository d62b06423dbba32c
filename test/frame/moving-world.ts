/** A frame session with the real reader, in a page that moves. */
import { type FrameSession, startFrame } from "../../src/frame/session.ts";
import { createWriter } from "../../src/frame/writer.ts";
import type { Input } from "../../src/messages/contract.ts";
import { readHere } from "../reading/read-here.ts";

const reports: Input<"pageRead">[] = [];
let session: FrameSession | null = null;

export function start(): void {
  session = startFrame({
    document,
    read: () => readHere(document, { portal: null }),
    report: async (report) => void reports.push(report),
    writer: () => createWriter,
  });
}

export function handlers(): FrameSession["handlers"] {
  if (session === null) throw new Error("pas commencé");
  return session.handlers;
}

export function controls(): readonly Input<"pageRead">["page"]["controls"][number][] {
  return reports.at(-1)?.page.controls ?? [];
}
