/** Names that what stands at the browser's door shares with the work behind it: of alarms, of the menu's lines, of notifications. No schema. */

/** The alarm of what is to be asked again. */
export const RESUME = "resume";
/** The alarm of each day's reminders. */
export const DAILY = "daily";
/** The menu's heading; its lines are `fill-field/<field>`. */
export const MENU_ROOT = "fill-field";

export function menuLineOf(field: string): string {
  return `${MENU_ROOT}/${field}`;
}

/** `null` for a line that is not a field's. */
export function fieldOfMenuLine(id: string): string | null {
  return id.startsWith(menuLineOf("")) ? id.slice(menuLineOf("").length) : null;
}

/** How the names of deadlines' notifications begin. */
export const DEADLINE = "consultations";
/** How the keys of all tabs begin. */
export const TAB_KEYS = "tab/";

export function keyOfTab(tabId: number): string {
  return `${TAB_KEYS}${tabId}`;
}
