/** The page's fields beside what the dossier knows: what will be written, what is missing, what is left alone and why. */

import type { Facts } from "../domain/answer.ts";
import type { Dossier, Proposal } from "../domain/dossier.ts";
import { type FieldKey, fieldOf, isFieldKey, isRemembered } from "../domain/fields.ts";
import { refOf } from "../domain/page-reading.ts";
import { plainWords } from "../domain/plain.ts";
import { present } from "../domain/present.ts";
import type { ControlReport } from "../messages/page.ts";
import type { FieldLine, UnreadLine } from "../messages/situation.ts";
import { teachableAs } from "./lessons.ts";
import { detectedFrames, type TabState } from "./tabs.ts";

/** Reasons of lines that are not shown: nothing is asked of the bidder there. */
const SILENT: readonly ControlReport["leave"][] = ["password", "captcha", "search", "hidden", "otherParty"];

/** One question of the page: a control, or the buttons of a group. */
interface Question {
  readonly frameId: number;
  readonly field: FieldKey;
  readonly of: ControlReport["of"];
  readonly controls: readonly [ControlReport, ...ControlReport[]];
}

/**
 * In the page's order.
 * @param corrections what the person wants written on this portal instead of what is known
 */
export function fieldLinesOf(tab: TabState, dossier: Dossier | null, corrections: Partial<Facts>): FieldLine[] {
  return questionsOf(tab).map((question) => {
    const corrected = isRemembered(question.field) ? corrections[question.field] : undefined;
    const known = corrected === undefined ? knownFor(question, dossier) : { value: corrected, origin: { from: "manual" as const } };
    return lineOf(question, tab, known);
  });
}

const PHONES: ReadonlySet<FieldKey> = new Set(["contactTelephone", "dirigeantTelephone"] as const);
const MOBILE_ASKED = /\b(portable|mobile|gsm|cell phone)\b/;

/** French mobile numbers begin with 06 or 07 (ARCEP, plan de numérotation); those of other countries are not told apart. */
function isMobile(value: Proposal["value"] | undefined): boolean {
  const digits = String(value ?? "").replace(/[^\d+]/g, "");
  const national = digits.replace(/^(\+33|0033)0?/, "0");
  return national.startsWith("0") ? /^0[67]/.test(national) : digits !== "";
}

const IN_ADDRESS: ReadonlySet<FieldKey> = new Set([
  "adresseLigne1",
  "adresseComplement",
  "boitePostale",
  "codePostal",
  "commune",
  "departement",
] as const);

/** The value of exactly the field asked: an establishment's address is not its head office's, a headcount bracket is not an average. */
function knownFor({ field, of, controls }: Question, dossier: Dossier | null): Proposal | undefined {
  const values = dossier?.values;
  const known = values?.[field];
  // A message is sent there: a landline would lose it.
  if (MOBILE_ASKED.test(plainWords(controls[0].label)) && PHONES.has(field) && !isMobile(known?.value)) return undefined;
  // A number goes into a box that takes brackets too.
  if (of === "moyen") return known === undefined ? undefined : { ...known, value: String(known.value) };
  if (of !== "siege" || values?.estSiege?.value === true || !IN_ADDRESS.has(field)) return known;
  return undefined;
}

/** The catalogue's field of those axes: the head office's address, the average headcount. */
function askedField(target: FieldKey, of: ControlReport["of"]): FieldKey {
  if (of === "moyen" && target === "effectif") return "effectifMoyenN1";
  return of === "siege" && target === "adresseComplete" ? "adresseSiege" : target;
}

function questionsOf(tab: TabState): Question[] {
  const questions = new Map<string, Question>();
  for (const { frameId, page } of detectedFrames(tab)) {
    for (const control of page.controls) {
      const { target, leave, type, id, heading } = control;
      if (target === null || !isFieldKey(target) || SILENT.includes(leave)) continue;
      if (fieldOf(target).origin === "never" && leave !== "sworn") continue;
      const key = type === "radio" ? `${frameId}#${target}#${heading ?? ""}` : refOf({ frameId, id });
      const known = questions.get(key);
      questions.set(key, {
        frameId,
        field: askedField(target, control.of),
        of: control.of,
        controls: known === undefined ? [control] : [...known.controls, control],
      });
    }
  }
  return [...questions.values()];
}

/** Controls where nothing will be written, but where the person may say what is asked: not understood, or said to be left empty. */
export function unreadOf(tab: TabState): UnreadLine[] {
  return detectedFrames(tab).flatMap(({ frameId, page }) =>
    page.controls.flatMap((control): UnreadLine[] => {
      const { id, label, heading, taught, target } = control;
      const may = teachableAs(control);
      // Of a place for files only what the person emptied: the others are the offer's, or among the pieces.
      if (target !== null || label === "" || (may !== "anything" && may !== "aPiece")) return [];
      return [{ frameId, id, label, may, ...present({ heading, taught }) }];
    }),
  );
}

function lineOf({ frameId, field, controls }: Question, tab: TabState, known: Proposal | undefined): FieldLine {
  const [first, ...others] = controls;
  const line = {
    frameId,
    id: first.id,
    also: others.map(({ id }) => id),
    field,
    pageLabel: first.type === "radio" ? (first.heading ?? first.label) : first.label,
    ...present({ heading: first.heading }),
    required: controls.some((control) => control.required),
    ...present({ taught: first.taught }),
  };
  const open = { ...line, ...teachable(first) };
  const done = controls.flatMap(({ id }) => tab.filled[refOf({ frameId, id })] ?? []);
  const written = done.find(({ outcome }) => outcome.outcome === "filled");
  // A page that rendered its form again may have lost what was written.
  const stands = controls.some((control) => !control.empty);
  if (written !== undefined && stands) {
    const { outcome, value, origin } = written;
    const edited = controls.some(({ typed }) => typed === true) || undefined;
    return { ...line, status: "filled", value, origin, ...present({ written: outcome.written, edited }) };
  }
  const refused = done.find(({ outcome }) => outcome.outcome === "left");
  if (refused?.outcome.reason !== undefined) return { ...line, status: "left", reason: refused.outcome.reason };
  const already = done[0];
  if (already !== undefined && written === undefined) return { ...line, status: "already", value: already.value, origin: already.origin };

  const left = controls.every((control) => control.leave !== undefined) ? first.leave : undefined;
  if (left !== undefined && isShownReason(left)) return { ...line, status: "left", reason: left };
  if (stands) return { ...line, status: "left", reason: "notEmpty" };
  if (known === undefined) return { ...open, status: "missing" };
  const doubts = controls.flatMap((control) => (control.tier === "proposed" ? control.doubts : []));
  const isSure = controls.every(({ tier }) => tier === "sure");
  const answer = { value: known.value, origin: known.origin };
  return isSure ? { ...open, status: "ready", ...answer } : { ...open, status: "proposed", ...answer, doubts };
}

function isShownReason(leave: NonNullable<ControlReport["leave"]>): leave is "readOnly" | "disabled" | "sworn" {
  return leave === "readOnly" || leave === "disabled" || leave === "sworn";
}

/** What the person may say of a field's control. */
function teachable(control: ControlReport): Pick<FieldLine, "teachable"> {
  const may = teachableAs(control);
  return may === "anything" || may === "asRead" ? { teachable: may } : {};
}
