/** What the tests of visibility ask inside a page. */
import { isSeenSlot, isVisibleOrLabelled } from "../../src/page/visible.ts";

export function seen(selector: string): boolean {
  const element = document.querySelector(selector);
  if (element === null) throw new Error(`rien à ${selector}`);
  return element.matches("input[type=file], [data-zone]") ? isSeenSlot(element) : isVisibleOrLabelled(element);
}
