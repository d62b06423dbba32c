/**
 * What a frame asks of who decides, and what comes back, as the background parses them. Types come from the domain; here is their proof. A page has
 * no way to this message, but whoever broke into its process has: lists and texts are bounded.
 */
import { z } from "zod";
import type { ControlEvidence, Evidence, FormEvidence, Label, Title } from "../domain/evidence.ts";
import { parseJson } from "../domain/json.ts";
import {
  type Question as Asked,
  type Judgement as Judged,
  type JudgedControl,
  LARGEST_QUESTION,
  MOST_ANSWERS,
  MOST_LISTED,
  MOST_OPTIONS,
} from "../domain/question.ts";
import { ClueSchema, ControlTypeSchema, DecidedControl, PageVerdict, TargetSchema, TEXT } from "./page.ts";

/** Controls of one frame. */
const MOST_CONTROLS = 3_000;
const COUNT = z.number().int().min(0);
const LISTED = z.array(TEXT).max(MOST_LISTED).readonly();

const LabelSchema = z.object({
  from: z.enum([
    "aria:labelledby",
    "label:for",
    "aria:label",
    "label:near",
    "label:after",
    "table:row",
    "table:column",
    "list:term",
    "before",
    "block",
    "placeholder",
    "title",
  ]),
  text: TEXT,
  hint: TEXT,
}) satisfies z.ZodType<Label>;

const TitleSchema = z.object({ text: TEXT, level: z.number(), block: COUNT }) satisfies z.ZodType<Title>;

const ControlEvidenceSchema = z.object({
  type: ControlTypeSchema,
  input: TEXT,
  order: COUNT,
  name: TEXT,
  id: TEXT,
  autocomplete: TEXT,
  marks: TEXT,
  maxLength: COUNT,
  size: z.number(),
  pattern: TEXT,
  placeholder: TEXT,
  labels: z.array(LabelSchema).max(MOST_LISTED).readonly(),
  questions: z.array(LabelSchema).max(MOST_LISTED).readonly(),
  titles: z.array(TitleSchema).max(20).readonly(),
  options: z
    .array(z.object({ value: TEXT, text: TEXT }))
    .max(MOST_OPTIONS)
    .readonly(),
  answers: z.array(TEXT).max(MOST_ANSWERS).readonly(),
  form: COUNT.nullable(),
  row: COUNT.nullable(),
  besideNext: z.boolean(),
  pairedBefore: z.boolean(),
  isVisible: z.boolean(),
  isDisabled: z.boolean(),
  isReadOnly: z.boolean(),
  inSearch: z.boolean(),
  inShop: z.boolean(),
  after: TEXT,
  caption: TEXT,
}) satisfies z.ZodType<ControlEvidence>;

const FormEvidenceSchema = z.object({
  searches: z.boolean(),
  subscribes: z.boolean(),
  texts: COUNT,
  buttons: LISTED,
  action: TEXT,
  sendsTo: TEXT.optional(),
}) satisfies z.ZodType<FormEvidence>;

const EvidenceSchema = z.object({
  title: TEXT,
  main: LISTED,
  headings: LISTED,
  menu: LISTED,
  lead: TEXT,
  forms: z.array(FormEvidenceSchema).max(MOST_CONTROLS).readonly(),
  controls: z.array(ControlEvidenceSchema).max(MOST_CONTROLS).readonly(),
}) satisfies z.ZodType<Evidence>;

/** Characters in all its texts; counted no further than the largest question that is asked. */
function isAskable(question: Asked): boolean {
  let left = LARGEST_QUESTION;
  const take = (value: unknown): void => {
    if (left < 0) return;
    if (typeof value === "string") left -= value.length;
    else if (typeof value === "object" && value !== null) for (const one of Object.values(value)) take(one);
  };
  take(question);
  return left >= 0;
}

export const Question = z
  .object({
    evidence: EvidenceSchema,
    portal: TEXT.nullable(),
    exceptions: z
      .array(z.object({ at: COUNT, target: z.union([TargetSchema, z.literal("none")]), why: TEXT }))
      .max(MOST_CONTROLS)
      .readonly(),
  })
  .refine(isAskable) satisfies z.ZodType<Asked>;

/** The question as the page sends it: its JSON, which it writes in pieces. */
export const WrittenQuestion = z.string().max(LARGEST_QUESTION).transform(parseJson).pipe(Question);

const JudgedControlSchema = DecidedControl.extend({
  clues: z.array(ClueSchema).readonly(),
  party: z.enum(["candidat", "autre"]).optional(),
}) satisfies z.ZodType<JudgedControl>;

export const Judgement = PageVerdict.extend({
  why: z.array(TEXT).readonly(),
  controls: z.array(JudgedControlSchema).max(MOST_CONTROLS).readonly(),
}) satisfies z.ZodType<Judged>;
