/** Whether the reader leaves a control alone, and whether the writer refuses it whatever the reading says. */
import { finish } from "../../src/page/slices.ts";
import { refusalOf } from "../../src/writing/rules.ts";
import { readHere } from "../reading/read-here.ts";

interface Verdict {
  readonly read: string | undefined;
  readonly target: string | null | undefined;
  readonly written: string | null;
}

export function judge(bodies: readonly string[]): Verdict[] {
  return bodies.map((html) => {
    document.body.innerHTML = html;
    const { page, elementOf } = finish(readHere(document, { portal: null }));
    const [control] = page.controls;
    const element = control === undefined ? null : elementOf(control.id);
    if (control === undefined || element === null) throw new Error(`rien à lire dans ${html}`);
    return { read: control.leave, target: control.target, written: refusalOf(control, element) };
  });
}
