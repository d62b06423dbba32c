/**
 * A portal map: what a person taught of forms, as a file of data that another person, or a later release, can take in. It holds words of pages
 * and fields of the catalogue, no value. What it says is proposed, never written by itself, until somebody here confirms it.
 */
import { z } from "zod";
import { Lesson, TaughtForm } from "../domain/lessons.ts";
import type { Lessons } from "./lessons.ts";

const FORMAT = "pli-pret.portal-map";
const VERSION = 1;
/** Characters: a map of all the forms that are kept is a tenth of it. */
const LARGEST = 5_000_000;

export const MappedForms = z
  .array(TaughtForm.pick({ host: true, structure: true }).extend({ lessons: z.array(Lesson.pick({ control: true, asks: true })).max(500) }))
  .max(500);

const PortalMap = z.object({ format: z.literal(FORMAT), version: z.literal(VERSION), forms: MappedForms });

/** The person's own lessons; what was left out of a filling once is nobody else's business. */
export function portalMapOf(lessons: Lessons): string {
  const forms = lessons.flatMap(({ host, structure, by, lessons: all }) => {
    const told = all.filter(({ how }) => how !== "refused").map(({ control, asks }) => ({ control, asks }));
    return by === "person" && told.length > 0 ? [{ host, structure, lessons: told }] : [];
  });
  const map: z.input<typeof PortalMap> = { format: FORMAT, version: VERSION, forms };
  return `${JSON.stringify(map, null, 2)}\n`;
}

type MapProblem = "tooLarge" | "notJson" | "notAMap" | "otherVersion";

/** What a map says of forms, or why it cannot be read. */
export function readMap(text: string, now: Date): TaughtForm[] | { readonly problem: MapProblem } {
  if (text.length > LARGEST) return { problem: "tooLarge" };
  const read = parsed(text);
  if (read === undefined) return { problem: "notJson" };
  const map = PortalMap.safeParse(read);
  if (!map.success) {
    const named = z.object({ format: z.literal(FORMAT), version: z.number() }).safeParse(read);
    return { problem: named.success && named.data.version !== VERSION ? "otherVersion" : "notAMap" };
  }
  return taughtByMap(map.data.forms, now.toISOString());
}

/** @param at the instant from which they are known here */
export function taughtByMap(forms: z.infer<typeof MappedForms>, at: string): TaughtForm[] {
  return forms.map((form) => ({
    ...form,
    by: "map",
    at,
    lessons: form.lessons.map((lesson) => ({ ...lesson, how: "reassigned", doubts: [] })),
  }));
}

/** Takes it in, in place of what was imported of the same forms. What the person said stays, and stays the last to be forgotten. */
export function withMap(lessons: Lessons, forms: readonly TaughtForm[]): TaughtForm[] {
  const isAgain = (known: TaughtForm) =>
    known.by === "map" && forms.some(({ host, structure }) => host === known.host && structure === known.structure);
  return [...forms, ...lessons.filter((known) => !isAgain(known))];
}

/** The value of a JSON text; `undefined` when it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
