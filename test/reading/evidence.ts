/** Evidence made by hand: what a page would show, for tests of decisions that need no browser. */

import type { ControlEvidence, Evidence, Label, Rung } from "../../src/domain/evidence.ts";
import { decide } from "../../src/reading/decide.ts";

export interface Asked extends Partial<Omit<ControlEvidence, "labels" | "titles">> {
  /** Beside the control; or by the rung that holds it. */
  readonly label: string | Partial<Record<Rung, string>>;
  /** Over it, nearest first. */
  readonly under?: readonly string[];
}

const BARE: Omit<ControlEvidence, "labels" | "titles" | "order"> = {
  type: "text",
  input: "text",
  ...{ name: "", id: "", autocomplete: "", marks: "", pattern: "", placeholder: "", after: "", caption: "" },
  ...{ maxLength: 0, size: 0, questions: [], options: [], answers: [], form: 0, row: null },
  ...{ besideNext: false, pairedBefore: false, isVisible: true, isDisabled: false, isReadOnly: false, inSearch: false, inShop: false },
};

export function evidenceOf(title: string, asked: readonly Asked[], more: Partial<Evidence> = {}): Evidence {
  const blocks: string[] = [title];
  const blockOf = (text: string) => {
    if (!blocks.includes(text)) blocks.push(text);
    return blocks.indexOf(text);
  };
  const controls = asked.map(({ label, under = [], ...rest }, order): ControlEvidence => {
    const texts = typeof label === "string" ? { "label:for": label } : label;
    const labels = Object.entries(texts).map(([from, text]): Label => ({ from: from as Rung, text, hint: "" }));
    const titles = [...under, title].map((text, depth) => ({ text, level: depth === under.length ? 1 : 6.3, block: blockOf(text) }));
    return { ...BARE, ...rest, order, labels, titles };
  });
  const forms = [{ searches: false, subscribes: false, texts: asked.length, buttons: ["Enregistrer"], action: "" }];
  return { title, main: [title], headings: [title], menu: [], lead: "", forms, controls, ...more };
}

/** "siret", "siret?" when it is only proposed, "-" when nothing is read. */
export function read(evidence: Evidence): string[] {
  const { detected, controls } = decide(evidence, { exceptions: new Map(), isPortal: false, thisYear: 2026 });
  return controls.map(({ resolved: { target }, leave, tier }) =>
    !detected || target === null || leave !== undefined ? "-" : `${target}${tier === "sure" ? "" : "?"}`,
  );
}

export function doubts(evidence: Evidence): string[][] {
  const { controls } = decide(evidence, { exceptions: new Map(), isPortal: false, thisYear: 2026 });
  return controls.map((control) => control.doubts.map(({ about }) => about));
}
