import browser from "webextension-polyfill";
import { DEADLINE } from "../../src/background/names.ts";
import type { Reminder } from "../../src/coffre/reminders.ts";
import type { AfterReminder } from "../../src/consultations/award.ts";
import type { DeadlineReminder } from "../../src/consultations/deadlines.ts";
import { formatDay } from "../../src/domain/time.ts";
import type { OutsideWords } from "../../src/i18n/outside.fr.ts";

/** Shows a reminder; a click leads to where the next document is obtained. Throws while notifications are not permitted. */
export async function notify({ id, piece, until, daysLeft, obtainAt }: Reminder, m: OutsideWords): Promise<void> {
  await browser.notifications.create(`${id} ${obtainAt?.url ?? ""}`, {
    type: "basic",
    iconUrl: browser.runtime.getURL("icon/128.png"),
    title: m.reminder.title(piece.title, daysLeft),
    message: m.reminder.text(formatDay(until), m.labels.obtainAt(piece.kind)),
  });
}

/** Shows the deadline of a consultation; a click leads to the page of all of them. */
export async function notifyDeadline({ id, consultation, day, daysLeft }: DeadlineReminder, m: OutsideWords): Promise<void> {
  const { objet, reference, dateLimite } = consultation;
  await browser.notifications.create(`${DEADLINE} ${id}`, {
    type: "basic",
    iconUrl: browser.runtime.getURL("icon/128.png"),
    title: m.reminder.deadline(daysLeft),
    message: m.reminder.deadlineOf(objet ?? reference ?? "", formatDay(day), dateLimite === undefined),
  });
}

/** Shows what an award or a running contract asks for; a click leads to the page of all consultations. */
export async function notifyAfter({ id, what, consultation, day, daysLeft, who }: AfterReminder, m: OutsideWords): Promise<void> {
  const title = consultation.objet ?? consultation.reference ?? "";
  await browser.notifications.create(`${DEADLINE} ${id}`, {
    type: "basic",
    iconUrl: browser.runtime.getURL("icon/128.png"),
    title: what === "proofs" ? m.reminder.proofs(daysLeft) : m.reminder.vigilance(daysLeft),
    message: what === "proofs" ? m.reminder.proofsOf(title, formatDay(day)) : m.reminder.vigilanceOf(title, formatDay(day), who),
  });
}

/** Says that the coffre is closed, and its dates with it; a click opens it. */
export async function notifyLocked(m: OutsideWords): Promise<void> {
  await browser.notifications.create("coffre", {
    type: "basic",
    iconUrl: browser.runtime.getURL("icon/128.png"),
    title: m.coffre.locked,
    message: m.reminder.locked,
  });
}
