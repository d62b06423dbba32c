/** What the page still requires of the person, once all that is known is written: in the page's order, each control to be gone to. */

import { refOf } from "../domain/page-reading.ts";
import type { ControlReport } from "../messages/page.ts";
import type { FieldLine, RemainingLine } from "../messages/situation.ts";
import { detectedFrames, type TabState } from "./tabs.ts";

/** Reasons for leaving a field that call for nothing from the person. */
const NOT_ASKED: ReadonlySet<ControlReport["leave"]> = new Set(["hidden", "disabled", "readOnly", "search", "otherParty"] as const);
/** Upload slots have their own list. */
const FILES: ReadonlySet<ControlReport["type"]> = new Set(["file", "dropZone"] as const);

/** @param fields the lines of the same page: a control that is or will be filled is not listed */
export function remainingOf(tab: TabState, fields: readonly FieldLine[]): RemainingLine[] {
  const settled = new Set(
    fields
      .filter(({ status }) => status === "ready" || status === "filled" || status === "already")
      .flatMap(({ frameId, id, also }) => [id, ...also].map((one) => refOf({ frameId, id: one }))),
  );
  const lines = new Map<string, RemainingLine>();
  for (const { frameId, page } of detectedFrames(tab)) {
    for (const [label, group] of groupsOf(page.controls)) {
      const [first] = group;
      const isOpen = group.every(({ id, empty }) => empty && !settled.has(refOf({ frameId, id })));
      if (first !== undefined && isOpen) lines.set(`${frameId}#${label}`, { frameId, id: first.id, label });
    }
  }
  return [...lines.values()];
}

/** The required controls, grouped by question: the buttons of one group count once. */
function groupsOf(controls: readonly ControlReport[]): Map<string, ControlReport[]> {
  const asked = controls.filter((one) => one.required && !FILES.has(one.type) && !NOT_ASKED.has(one.leave));
  return Map.groupBy(asked, (one) => (one.type === "radio" ? (one.heading ?? one.label) : one.label));
}
