/** A frame session inside a page, whose reading comes from the labels of the project's own pages. */
import type { ControlReading, ListCell, PageReading, Target } from "../../src/domain/page-reading.ts";
import { type FrameSession, startFrame } from "../../src/frame/session.ts";
import { createWriter } from "../../src/frame/writer.ts";
import type { Input } from "../../src/messages/contract.ts";

export interface Label {
  readonly selector: string;
  readonly field: string;
}

const reports: Input<"pageRead">[] = [];
let session: FrameSession | null = null;

export function start(labels: readonly Label[]): void {
  session = startFrame({
    document,
    *read() {
      const page = pageOf(labels);
      const elementOf = (id: string) => document.querySelector(id);
      const asks = (id: string) => page.controls.find((control) => control.id === id)?.label ?? "";
      return { page, elementOf, witnessOf: (id: string) => ({ asks: asks(id), named: id, stands: () => elementOf(id) !== null }) };
    },
    report: async (report) => void reports.push(report),
    writer: () => createWriter,
  });
}

export function handlers(): FrameSession["handlers"] {
  if (session === null) throw new Error("pas commencé");
  return session.handlers;
}

export const reportsSoFar = () => reports.length;
export const lastReport = () => reports.at(-1);

function pageOf(labels: readonly Label[]): PageReading {
  const controls = labels.flatMap(({ selector, field }) => {
    const element = document.querySelector(selector);
    return element === null || field === "none" ? [] : [controlOf(selector, field, element)];
  });
  return { detected: controls.length > 0, kind: "candidature", portal: null, why: [], controls, sirets: [], consultation: null };
}

/** "list objet 0": of the first reference. */
function cellOf(field: string): ListCell {
  const [, column, at] = field.split(" ");
  return { list: "references", column: column as ListCell["column"], at: Number(at) };
}

function controlOf(selector: string, field: string, element: Element): ControlReading {
  const input = element as HTMLInputElement;
  const isFile = input.type === "file";
  const ticks = input.type === "radio" || input.type === "checkbox";
  return {
    id: selector,
    selector,
    type: isFile ? "file" : ticks ? (input.type as "radio" | "checkbox") : element.tagName === "SELECT" ? "select" : "text",
    ...(field.startsWith("list ") ? { target: null, cell: cellOf(field), leave: "otherParty" as const } : { target: field as Target }),
    ...(field === "declarationHonneur" ? { leave: "sworn" as const } : {}),
    label: input.labels?.[0]?.textContent?.trim() ?? "",
    required: false,
    empty: isFile ? input.files?.length === 0 : ticks ? !input.checked : input.value === "",
    multiple: input.multiple,
    tier: "sure",
    doubts: [],
    score: 1,
    clues: [{ from: "label:for", text: "secret", weight: 1 }],
  };
}
