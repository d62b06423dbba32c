/** What the page asks of the mandataire: the company's own when it leads the bid or bids alone, the other's when it is only a member. */
import { fieldOf, isFieldKey } from "../domain/fields.ts";
import type { ControlReport } from "../messages/page.ts";
import type { TabState } from "./tabs.ts";

/** Asked of the bid, whoever leads it: the form of the group, the lots. */
const OF_THE_BID: ReadonlySet<string> = new Set(["groupement", "marche"]);

/** True when the page asks something of the mandataire: only then must it be known who that is. */
export function asksLead({ frames }: TabState): boolean {
  return Object.values(frames).some(({ page }) => page.controls.some(({ lead }) => lead === true));
}

/**
 * The tab with the mandataire's controls as they are for this company. Of a group that another leads, they ask nothing of the company: only
 * the mandataire's row remains, as a row of the group's table.
 * @param isLed the company is a member of a group that another one leads
 */
export function withLead(tab: TabState, isLed: boolean): TabState {
  const frames = Object.entries(tab.frames).map(([id, frame]) => {
    const controls = frame.page.controls.map((one) => (one.lead === true ? asLed(one, isLed) : one));
    return [id, { ...frame, page: { ...frame.page, controls } }] as const;
  });
  return { ...tab, frames: Object.fromEntries(frames) };
}

function asLed(control: ControlReport, isLed: boolean): ControlReport {
  const { target, cell, ...rest } = control;
  if (!isLed) return target === null ? control : { ...rest, target };
  const isOfTheBid = target !== null && isFieldKey(target) && OF_THE_BID.has(fieldOf(target).group);
  return isOfTheBid ? control : { ...control, target: null, leave: control.leave ?? "otherParty" };
}
