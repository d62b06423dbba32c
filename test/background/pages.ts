/** Readings of pages for the tests, as a content script would report them. */
import type { Target } from "../../src/domain/page-reading.ts";
import type { ControlReport, PageReport } from "../../src/messages/page.ts";

export function control(id: string, target: Target | null, more: Partial<ControlReport> = {}): ControlReport {
  return {
    id,
    selector: `#${id}`,
    type: "text",
    target,
    label: id,
    required: false,
    empty: true,
    tier: "sure",
    doubts: [],
    score: 1,
    ...more,
  };
}

export function slot(id: string, target: Target, more: Partial<ControlReport> = {}): ControlReport {
  return control(id, target, { type: "file", ...more });
}

export function page(controls: ControlReport[], more: Partial<PageReport> = {}): PageReport {
  return { detected: true, kind: "candidature", portal: null, controls, sirets: [], consultation: null, ...more };
}
