/** The results of a reading as texts in the person's language: for the screen, for print, and for .md and .csv files. Pure. */
import {
  ASKED_POINTS,
  type AskedPieceFound,
  type AskedPoint,
  type AskedPointFound,
  type ConsultationReading,
  type ReadDocument,
} from "../domain/asked.ts";
import type { Consultation } from "../domain/consultation.ts";
import { isPieceKind } from "../domain/pieces.ts";
import { isShowable } from "../domain/references.ts";
import { formatDay } from "../domain/time.ts";
import { formatDeadline } from "../i18n/format.ts";
import type { Messages } from "../i18n/fr.ts";
import type { Language } from "../i18n/plural.ts";
import { concerns } from "../requirements/lots.ts";
import { type DeadlineTold, type Disagreement, deadlineToldOf, disagreementsOf, type Side } from "./beside.ts";
import { type Change, changesOf, type Done } from "./changes.ts";
import { type ChecklistItem, type ChecklistKnown, checklistOf, type ItemStage, ofOtherLots } from "./checklist.ts";
import { lotsOfPoint, toldOf } from "./reading.ts";

/** One line of the results. */
export interface ReportRow {
  readonly name: string;
  readonly state: string;
  /** What was understood, and what to do next. */
  readonly said: readonly string[];
  readonly quotes: readonly Quoted[];
}
type Quoted = Pick<AskedPointFound, "quote" | "file" | "page" | "recognised">;

export interface ReportSection {
  readonly title: string;
  readonly rows: readonly ReportRow[];
}

export interface Joined {
  readonly reading: ConsultationReading;
  readonly deadline: DeadlineTold;
  readonly disagreements: readonly Disagreement[];
  /** `null` when nothing was read before. */
  readonly changes: readonly Change[] | null;
  readonly items: readonly ChecklistItem[];
  /** The lots that the company bids for; `null`: all, or none chosen yet. */
  readonly lots: readonly string[] | null;
  /** Pieces asked for only in other lots. */
  readonly others: readonly AskedPieceFound[];
}

/** Joins documents, page, law and the company's documents. */
export function joined(
  known: ChecklistKnown & { readonly former: ConsultationReading | null; readonly done: Done },
  page: Consultation | null,
): Joined {
  const { reading, former, done } = known;
  return {
    reading,
    deadline: deadlineToldOf(reading, page),
    disagreements: disagreementsOf(reading, page),
    changes: former === null ? null : changesOf(former, reading, done),
    items: checklistOf(known),
    lots: known.lots,
    others: ofOtherLots(known),
  };
}

const STAGES: readonly ItemStage[] = ["candidature", "attributaire", "offre"];

/** What the documents say of a point to a company that bids for these lots. */
export function pointsTold({ reading, lots }: Pick<Joined, "reading" | "lots">, point: AskedPoint): AskedPointFound[] {
  return toldOf(reading, point).filter((found) => concerns(lotsOfPoint(found), lots));
}

/** True when the documents ask for something in some lots only. */
export function hasLots({ reading }: Pick<Joined, "reading">): boolean {
  return reading.pieces.some(({ lots }) => lots !== undefined) || reading.points.some((found) => lotsOfPoint(found) !== null);
}

/** All sections; a section without a row is left out. */
export function reportOf(all: Joined, m: Messages, language: Language): ReportSection[] {
  const { reading, deadline, disagreements, changes, items, others } = all;
  const { asked } = m;
  const lines = wordsOf(m, language);
  const sections: ReportSection[] = [
    { title: asked.documents.title, rows: reading.documents.flatMap((one) => (one.left === undefined ? [lines.document(one)] : [])) },
    { title: asked.deadline.title, rows: [lines.deadline(deadline, reading)] },
    { title: asked.beside.title, rows: disagreements.map(lines.disagreement) },
    { title: asked.changes.title, rows: changes?.length === 0 ? [plainRow(asked.changes.none)] : (changes ?? []).map(lines.change) },
    ...STAGES.map((stage) => ({ title: asked.stages[stage], rows: items.filter((item) => item.stage === stage).map(lines.item) })),
    {
      title: asked.pointsTitle,
      rows: [
        ...ASKED_POINTS.filter((point) => point !== "deadline").flatMap((point) => pointsTold(all, point).map(lines.point)),
        ...silentRow(all, m),
      ],
    },
    { title: asked.lots.others, rows: others.map(lines.other) },
    {
      title: asked.leftTitle,
      rows: reading.documents.flatMap(({ file, left }) =>
        left === undefined ? [] : [{ name: file, state: "", said: [asked.left(left)], quotes: [] }],
      ),
    },
  ];
  return sections.filter(({ rows }) => rows.length > 0);
}

function plainRow(name: string): ReportRow {
  return { name, state: "", said: [], quotes: [] };
}

/** Points that no document mentions. */
export function silentPoints(all: Pick<Joined, "reading" | "lots">): AskedPoint[] {
  return ASKED_POINTS.filter((point) => point !== "deadline" && pointsTold(all, point).length === 0);
}

function silentRow(all: Joined, { asked }: Messages): ReportRow[] {
  const silent = silentPoints(all).map((point) => asked.points[point].toLowerCase());
  return silent.length === 0 ? [] : [plainRow(asked.silent(silent.join(", ")))];
}

/** The texts in one language. Long on purpose: one small function for each kind of result. */
export function wordsOf(m: Messages, language: Language) {
  const { asked } = m;

  const nameOf = ({ piece, what }: Pick<AskedPieceFound, "piece" | "what">): string =>
    what !== undefined
      ? asked.what(what)
      : piece === undefined
        ? asked.offerPiece
        : isPieceKind(piece)
          ? m.labels.piece(piece)
          : asked.what(piece);

  /** « moins de 3 mois, sur 3 années, ou équivalent ». */
  const limitsOf = ({ age, years, or, equivalent, condition, perMember, lots }: AskedPieceFound): string =>
    [
      lots === undefined ? null : asked.lots.only(lots),
      age === undefined ? null : asked.age(age),
      years === undefined ? null : asked.years(years),
      or === undefined ? null : asked.or(or.map((piece) => nameOf({ piece })).join(", ")),
      equivalent === true ? asked.equivalent : null,
      perMember === true ? asked.perMember : null,
      condition ?? null,
    ]
      .filter(Boolean)
      .join(", ");

  function saidOfDeadline({ said }: AskedPointFound): string {
    const { iso, clock, doubt, phase } = said;
    const isInstant = typeof iso === "string" && /(?:Z|[+-]\d{2}:\d{2})$/.test(iso);
    const { clocks, doubts, candidatures } = asked.deadline;
    return [
      isInstant ? formatDeadline(iso, language) : typeof iso === "string" ? `${formatDay(iso.slice(0, 10))} ${iso.slice(11, 16)}` : null,
      typeof clock === "string" ? clocks[clock as keyof typeof clocks] : null,
      typeof doubt === "string" ? doubts[doubt as keyof typeof doubts] : null,
      phase === "candidatures" ? candidatures : null,
    ]
      .filter(Boolean)
      .join(" · ");
  }

  const saidOf = (found: AskedPointFound): string | null =>
    found.point === "deadline" ? saidOfDeadline(found) : asked.said(found.point, found.said);
  const lotsSaid = (found: AskedPointFound): string | null => {
    const lots = lotsOfPoint(found);
    return lots === null ? null : asked.lots.only(lots);
  };
  const present = (texts: readonly (string | null | undefined)[]) =>
    texts.filter((text): text is string => text !== null && text !== undefined && text !== "");

  /** Places of deposit are shown by their hosts, which are what differs. */
  const sideOf = ({ from, found, said }: Side, point: AskedPoint): string => {
    const told = found === null || point === "depot" ? pageSaid(said, point) : (saidOf(found) ?? found.quote);
    return asked.told(asked.beside.from[from], told);
  };
  const pageSaid = (said: string, point: AskedPoint): string => {
    if (point === "deadline") return formatDeadline(new Date(Number(said)).toISOString(), language);
    const lots = Array.from({ length: point === "lots" ? Number(said) : 0 }, (_, index) => String(index + 1));
    return point === "lots" ? (asked.said("lots", { divided: lots.length > 1, lots }) ?? said) : said;
  };

  return {
    nameOf,
    lotsSaid,
    limitsOf,
    saidOf,
    sideOf,

    deadline: ({ iso, from, differs }: DeadlineTold, reading: ConsultationReading): ReportRow => {
      const told = toldOf(reading, "deadline");
      return {
        name: iso === null ? asked.deadline.none : formatDeadline(iso, language),
        state: from === null ? "" : asked.deadline.from[from],
        said: present([differs ? asked.deadline.differs : null, ...told.map(saidOfDeadline)]),
        quotes: told,
      };
    },

    disagreement: ({ point, sides }: Disagreement): ReportRow => ({
      name: asked.points[point],
      state: "",
      said: sides.map((side) => sideOf(side, point)),
      quotes: sides.flatMap(({ found }) => (found === null ? [] : [found])),
    }),

    change: (change: Change): ReportRow => {
      const touches = change.touches.map((one) => asked.changes.touches[one]);
      if (change.what === "piece") {
        const { before, after } = change;
        const state = before === null ? asked.changes.added : after === null ? asked.changes.removed : asked.changes.changed;
        const one = after ?? before;
        const name = one === null ? "" : `${nameOf(one)} (${asked.stages[one.list]})`;
        const was = before === null || after === null ? null : limitsOf(before);
        return {
          name,
          state,
          said: present([after === null ? null : limitsOf(after), was ? asked.told(asked.changes.before, was) : null, ...touches]),
          quotes: one === null ? [] : [one],
        };
      }
      const { point, before, after } = change;
      const state = before.length === 0 ? asked.changes.added : after.length === 0 ? asked.changes.removed : asked.changes.changed;
      const told = (found: readonly AskedPointFound[]) => found.map((one) => saidOf(one) ?? one.quote).join(" ; ");
      const was = before.length === 0 ? null : asked.told(asked.changes.before, told(before));
      return { name: asked.points[point], state, said: present([told(after), was, ...touches]), quotes: after.length > 0 ? after : before };
    },

    item: (item: ChecklistItem): ReportRow => {
      const [first] = item.asked;
      return {
        name: nameOf(item.asked.length === 0 ? { piece: item.piece } : { piece: first?.piece, what: first?.what }),
        state: item.stage === "offre" ? "" : asked.states[item.state],
        said: present([
          ...item.asked.map(limitsOf),
          item.held === null || item.stage === "offre"
            ? null
            : asked.held(item.held.title, item.held.validity.until === undefined ? null : formatDay(item.held.validity.until)),
          item.asked.length === 0 ? asked.pageOnly : null,
          ...item.slots.map(({ pageLabel }) => asked.slot(pageLabel)),
          ...item.rubrics.map(({ form, rubric }) => asked.rubric(form, rubric)),
          item.state === "missing" && item.kind !== null && m.labels.obtainAt(item.kind) !== null
            ? m.pieces.obtain(m.labels.obtainAt(item.kind) ?? "")
            : null,
          ...item.law.map(({ exemption, text, reference }) =>
            asked.told(m.pieces.exemptions[exemption], `${text} ${isShowable(reference) ? reference.text : ""}`.trim()),
          ),
          item.unusual ? asked.unusual : null,
        ]),
        quotes: item.asked,
      };
    },

    document: ({ file, kind, recognised }: ReadDocument): ReportRow => ({
      name: file,
      state: asked.documents[kind],
      said: recognised === true ? [asked.recognised] : [],
      quotes: [],
    }),

    other: (found: AskedPieceFound): ReportRow => ({
      name: nameOf(found),
      state: asked.stages[found.list],
      said: present([limitsOf(found)]),
      quotes: [found],
    }),

    point: (found: AskedPointFound): ReportRow => ({
      name: asked.points[found.point],
      state: "",
      said: present([saidOf(found), lotsSaid(found)]),
      quotes: [found],
    }),
  };
}

/** As Markdown: a title, then each row with its sentence quoted. */
export function markdownOf(title: string, sections: readonly ReportSection[], { asked }: Messages): string {
  const rowOf = ({ name, state, said, quotes }: ReportRow) =>
    [
      `- **${escaped(name)}**${state === "" ? "" : ` (${escaped(state)})`}`,
      ...said.map((line) => `  - ${escaped(line)}`),
      ...quotes.map(({ quote, file, page, recognised }) => `  - « ${escaped(quote)} » (${escaped(asked.where(file, page, recognised))})`),
    ].join("\n");
  const parts = sections.map(({ title: heading, rows }) => `## ${escaped(heading)}\n\n${rows.map(rowOf).join("\n")}`);
  return `# ${escaped(title)}\n\n${asked.caution}\n\n${parts.join("\n\n")}\n`;
}

/** Escapes a document's words, so that they are never Markdown. */
function escaped(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_{}[\]<>#|]/g, "\\$&");
}

/** As CSV (RFC 4180), with a byte order mark so that spreadsheets read UTF-8; one line for each quote. */
export function csvOf(sections: readonly ReportSection[], { asked }: Messages): string {
  const { section, name, state, said, quote, where } = asked.columns;
  const lines = sections.flatMap(({ title, rows }) =>
    rows.flatMap((row) => {
      const quotes: readonly (Quoted | null)[] = row.quotes.length === 0 ? [null] : row.quotes;
      return quotes.map((one) => [
        title,
        row.name,
        row.state,
        row.said.join(" · "),
        one?.quote ?? "",
        one === null ? "" : asked.where(one.file, one.page, one.recognised),
      ]);
    }),
  );
  return `\uFEFF${[[section, name, state, said, quote, where], ...lines].map((cells) => cells.map(celled).join(";")).join("\r\n")}\r\n`;
}

/** Marks as text a cell that a spreadsheet would take for a formula. */
function celled(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
