/**
 * The person's choices for one tab, kept in the browser's memory, since a popup closes at each click in the page. Parsed by hand: it is
 * read before anything is drawn, and must not wait for a library.
 */
const TABS = ["form", "pieces", "sources"] as const;

export interface KeptScreen {
  /** The page and company: for others, only the shown tab is kept. */
  readonly of: string;
  readonly tab: (typeof TABS)[number] | null;
  /** How far the tab was scrolled, in pixels. */
  readonly scroll: number;
  /** Lines to leave out, and proposed lines to write, by their references. */
  readonly excluded: readonly string[];
  readonly accepted: readonly string[];
  /** Slots that the person ticked or unticked. */
  readonly ticked: Readonly<Record<string, boolean>>;
  /** What goes into a slot. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
  /** Texts typed and not saved yet, by what they answer. */
  readonly drafts: Readonly<Record<string, string>>;
}

export const NOTHING_KEPT: KeptScreen = {
  of: "",
  tab: null,
  scroll: 0,
  excluded: [],
  accepted: [],
  ticked: {},
  choices: {},
  drafts: {},
};

type Is = (value: unknown) => boolean;

const isText: Is = (value) => typeof value === "string";
const isListOfTexts: Is = (value) => Array.isArray(value) && value.every(isText);
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
const recordOf =
  (is: Is): Is =>
  (value) =>
    isObject(value) && Object.values(value).every(is);

const SHAPE: Readonly<Record<keyof KeptScreen, Is>> = {
  of: isText,
  tab: (value) => value === null || TABS.some((tab) => tab === value),
  scroll: Number.isFinite,
  excluded: isListOfTexts,
  accepted: isListOfTexts,
  ticked: recordOf((value) => typeof value === "boolean"),
  choices: recordOf(isListOfTexts),
  drafts: recordOf(isText),
};

/** Under which name the text typed to find the company is kept. */
export const COMPANY_DRAFT = "company";

/** The drafts with that text under that name; with `null`, without it. */
export function withDraft(drafts: KeptScreen["drafts"], name: string, text: string | null): KeptScreen["drafts"] {
  const { [name]: _before, ...others } = drafts;
  return text === null ? others : { ...others, [name]: text };
}

/** The stored state, or an empty one when it does not have this version's shape. */
export function keptScreenIn(stored: unknown): KeptScreen {
  const isKept = isObject(stored) && Object.entries(SHAPE).every(([name, is]) => is(stored[name]));
  return isKept ? (stored as unknown as KeptScreen) : NOTHING_KEPT;
}

/** The part of the state that applies to that page and company. */
export function keptFor(kept: KeptScreen, siret: string | null, document: string): KeptScreen {
  const of = `${siret ?? ""} ${document}`;
  return kept.of === of ? kept : { ...NOTHING_KEPT, of, tab: kept.tab };
}

/** The same list with one more, or without it. */
export function toggled(list: readonly string[], item: string, isIn: boolean): string[] {
  const others = list.filter((one) => one !== item);
  return isIn ? [...others, item] : others;
}
