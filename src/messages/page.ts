/** What a content script reports of its page, as the background parses it. The schemas of the types in `src/domain/page-reading.ts`. */
import { z } from "zod";
import { Consultation } from "../domain/consultation.ts";
import { isFieldKey } from "../domain/fields.ts";
import {
  type Clue,
  type ControlReading,
  type Doubt as DoubtRead,
  type FillOutcome,
  LIST_COLUMNS,
  LISTS,
  type ListCell,
  type PageReading,
  type Target,
} from "../domain/page-reading.ts";
import { PIECE_KINDS } from "../domain/pieces.ts";
import { LONGEST_TEXT } from "../domain/question.ts";

/** The longest text kept from a page, a label or a heading. */
export const TEXT = z.string().max(LONGEST_TEXT);
const PIECE_TARGETS: ReadonlySet<string> = new Set(PIECE_KINDS.map((kind) => `document.${kind}`));

export const TargetSchema = z.custom<Target>((value) => typeof value === "string" && (isFieldKey(value) || PIECE_TARGETS.has(value)));

/** A control without the reasoning that read it: what is shown and written does not stand on it. */
export type ControlReport = Omit<ControlReading, "clues"> & {
  /** True when the person typed or chose something in it. */
  readonly typed?: boolean | undefined;
  /** Who assigned its target, when it was not read: the person or an imported map. A page never sets this. */
  readonly taught?: "person" | "map" | undefined;
};

export const Doubt = z.object({
  about: z.enum(["title", "party", "label", "person", "twice", "page", "elsewhere", "refused", "map"]),
  text: TEXT,
}) satisfies z.ZodType<DoubtRead>;

export const ListCellSchema = z.object({
  list: z.enum(LISTS),
  column: z.enum(LIST_COLUMNS),
  at: z.number().int().min(0),
  said: TEXT.optional(),
  options: z.array(TEXT).max(200).readonly().optional(),
}) satisfies z.ZodType<ListCell>;

export const ControlTypeSchema = z.enum(["text", "textarea", "select", "radio", "checkbox", "file", "dropZone"]);

/** What is decided of a control, whatever it holds. */
export const DecidedControl = z.object({
  target: TargetSchema.nullable(),
  leave: z.enum(["readOnly", "disabled", "sworn", "hidden", "otherParty", "password", "captcha", "search", "price"]).optional(),
  part: z
    .union([
      z.object({ from: z.number().int().min(0), to: z.number().int().min(0) }),
      z.object({ piece: z.enum(["day", "month", "year", "countryCode"]) }),
    ])
    .optional(),
  of: z.enum(["siege", "moyen"]).optional(),
  cell: ListCellSchema.optional(),
  lead: z.literal(true).optional(),
  unit: z.enum(["kEUR", "MEUR"]).optional(),
  label: TEXT,
  tier: z.enum(["sure", "proposed"]),
  doubts: z.array(Doubt).max(20).readonly(),
  score: z.number(),
});

export const ControlReport = DecidedControl.extend({
  id: TEXT,
  selector: TEXT,
  shadow: TEXT.optional(),
  type: ControlTypeSchema,
  holds: TEXT.optional(),
  heading: TEXT.optional(),
  above: z.array(TEXT).max(20).readonly().optional(),
  beside: z.array(TEXT).max(20).readonly().optional(),
  form: z.number().int().min(0).optional(),
  required: z.boolean(),
  empty: z.boolean(),
  typed: z.boolean().optional(),
  maxLength: z.number().int().optional(),
  accept: TEXT.optional(),
  maxSize: z.object({ bytes: z.number().positive(), said: TEXT }).optional(),
  multiple: z.boolean().optional(),
}) satisfies z.ZodType<ControlReport>;

/** A reading as sent: without clues or live elements. */
export type PageReport = Omit<PageReading, "controls" | "why"> & { readonly controls: readonly ControlReport[] };

/** What is decided of a page. */
export const PageVerdict = z.object({
  detected: z.boolean(),
  kind: z.enum(["identification", "registration", "candidature", "upload"]).nullable(),
});

export const PageReport = PageVerdict.extend({
  portal: TEXT.nullable(),
  unread: z.enum(["tooMany", "tooDeep"]).optional(),
  controls: z.array(ControlReport).max(3_000).readonly(),
  sirets: z
    .array(
      z.object({
        siret: z.string().regex(/^\d{14}$/),
        where: z.enum(["input", "text"]),
        party: z.enum(["candidat", "acheteur", "unknown"]),
      }),
    )
    .max(200)
    .readonly(),
  consultation: Consultation.nullable(),
}) satisfies z.ZodType<PageReport>;

export const ClueSchema = z.object({
  from: TEXT,
  text: TEXT,
  target: z.union([TargetSchema, z.literal("none")]).optional(),
  weight: z.number(),
}) satisfies z.ZodType<Clue>;

/** A reading with its reasoning. */
export const PageExplanation = PageReport.extend({
  why: z.array(TEXT).readonly(),
  controls: z
    .array(ControlReport.extend({ clues: z.array(ClueSchema).readonly() }))
    .max(3_000)
    .readonly(),
}) satisfies z.ZodType<PageReading>;

/** The reading of one frame, with its document: a frame that navigated is another document. */
export const FrameReport = z.object({ document: z.string().max(64), page: PageReport });

export const FillOutcomeSchema = z.object({
  id: TEXT,
  target: TargetSchema,
  outcome: z.enum(["filled", "alreadyRight", "left"]),
  reason: z
    .enum([
      "typed",
      "tooLong",
      "noOption",
      "format",
      "gone",
      "changed",
      "pageRefused",
      "notEmpty",
      "readOnly",
      "hidden",
      "notOurs",
      "notAccepted",
      "tooHeavy",
      "oneFileOnly",
      "attachFailed",
    ])
    .optional(),
  written: z.string().max(20_000).optional(),
}) satisfies z.ZodType<FillOutcome>;
