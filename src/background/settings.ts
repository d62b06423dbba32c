/**
 * What the person chose and entered. The choices are kept in `storage.local`, sealed; what was typed, an IBAN, a telephone number, in the coffre,
 * behind its passphrase when it has one.
 */

import { z } from "zod";
import { Entries, NO_ENTRIES } from "../coffre/entries.ts";
import { type Facts, type Scalar, Siret, valueSchemaOf } from "../domain/answer.ts";
import { EMAIL, PHONE } from "../domain/contacts.ts";
import { type FieldKey, type FieldType, fieldOf, isRemembered } from "../domain/fields.ts";
import { DEFAULT_KEEPING_DAYS } from "../domain/prepared.ts";
import { present } from "../domain/present.ts";
import { LanguageChoice, ServiceChoice } from "../messages/situation.ts";
import type { Cell, Cells, Past } from "../store/cells.ts";
import type { CoffreDoor } from "../store/coffre-door.ts";
import { type Policy, type SettledChoice, settledBy } from "./policy.ts";

const KeptCompany = z.object({ siret: Siret, name: z.string().nullable() });

const Choices = z.object({
  service: ServiceChoice,
  /** The company that the screen shows. */
  siret: Siret.nullable(),
  /** Those used so far, the latest first. */
  companies: z.array(KeptCompany),
  /** Whether documents about to end are notified. */
  reminders: z.boolean().default(false),
  /** Whether the letters of scans and photographs are read. */
  readsScans: z.boolean().default(true),
  /** Days for which the coffre keeps prepared dossiers; 0: none. */
  keepsPrepared: z.number().int().min(0).default(DEFAULT_KEEPING_DAYS),
  language: LanguageChoice.default("auto"),
  /** Portals, by id, on whose pages nothing is done unless the person asks for that page. */
  portalsOff: z.array(z.string()).default([]),
});
type Choices = z.infer<typeof Choices>;

export type Settings = Choices & Entries;

const DEFAULT_CHOICES: Choices = {
  service: { kind: "open" },
  siret: null,
  companies: [],
  reminders: false,
  readsScans: true,
  keepsPrepared: DEFAULT_KEEPING_DAYS,
  language: "auto",
  portalsOff: [],
};
export const DEFAULT_SETTINGS: Settings = { ...DEFAULT_CHOICES, ...NO_ENTRIES };

/** The stored settings, with the entries that still have to move into the coffre: typed while it was closed, or stored here by an earlier version. */
const Kept = Choices.extend({
  waiting: Entries.default(NO_ENTRIES),
  /** Companies forgotten while it was closed. */
  forgotten: z.array(z.string()).default([]),
  /** The company that the organisation put there: once, so that it can be forgotten. */
  preloaded: Siret.nullable().default(null),
});
type Kept = z.infer<typeof Kept>;

/** Version 1 kept what was typed beside the choices, and took any address of a service. */
const PAST: Past = [
  (old) => {
    const first = z.looseObject({ service: z.unknown(), manual: z.unknown(), corrections: z.unknown() }).partial().parse(old);
    const { manual, corrections, service, ...choices } = first;
    const waiting = present({ manual, corrections });
    return { ...choices, service: ServiceChoice.safeParse(service).data ?? { kind: "open" }, waiting };
  },
  // Version 2 chose that address for everybody, who did not have to know it.
  (old) => {
    const second = z.looseObject({ service: z.unknown() }).parse(old);
    const { data } = ServiceChoice.safeParse(second.service);
    return data?.kind === "proxy" && data.url === "http://127.0.0.1:8787" ? { ...second, service: { kind: "open" } } : second;
  },
];

export interface SettingsPlaces {
  readonly local: Cells;
  readonly coffre: Pick<CoffreDoor, "entries" | "changeEntries">;
  /** What the organisation which manages this browser chose for it. */
  readonly policy: () => Promise<Policy>;
  /** Tells the screens the language chosen, which they want before the background wakes. */
  readonly sayLanguage: (language: Choices["language"]) => Promise<void>;
}

export interface SettingsCell extends Cell<Settings> {
  /** The choices that the organisation which manages this browser made. */
  settled(): Promise<readonly SettledChoice[]>;
  policy(): Promise<Policy>;
  /** Puts the organisation's company in the list, shown when there is none: once for each that it names. */
  preload(): Promise<void>;
  /** True while something typed awaits the coffre. */
  isWaiting(): Promise<boolean>;
  /** Puts into the coffre what awaits it; nothing while it is closed. */
  settle(): Promise<void>;
}

export function settingsCell({ local, coffre, policy, sayLanguage }: SettingsPlaces): SettingsCell {
  const cell = local("settings", Kept, { ...DEFAULT_CHOICES, waiting: NO_ENTRIES, forgotten: [], preloaded: null }, PAST);
  /** A change reads two places and writes two: one at a time. */
  let line: Promise<unknown> = Promise.resolve();

  async function look(): Promise<{ readonly kept: Kept; readonly settings: Settings }> {
    const [kept, entries] = await Promise.all([cell.read(), coffre.entries()]);
    const { waiting, forgotten, preloaded: _, ...choices } = kept;
    return { kept, settings: { ...choices, ...joined(without(entries ?? NO_ENTRIES, forgotten), waiting) } };
  }

  async function change(to: (settings: Settings) => Settings): Promise<Settings> {
    const { kept, settings: before } = await look();
    const after = to(before);
    const { manual, corrections, ...choices } = after;
    const entries = { manual, corrections };
    const waits = kept.forgotten.length > 0 || !isSame(kept.waiting, NO_ENTRIES);
    // Nothing awaits a place, nothing changed: what another wrote meanwhile is not written over.
    if (!waits && JSON.stringify(after) === JSON.stringify(before)) return after;
    const gone = before.companies.map(({ siret }) => siret).filter((siret) => after.companies.every((one) => one.siret !== siret));
    const isTyped = waits || gone.length > 0 || !isSame(entries, { manual: before.manual, corrections: before.corrections });
    const isWritten = !isTyped || (await coffre.changeEntries(() => entries)) !== null;
    const waiting = isWritten ? { waiting: NO_ENTRIES, forgotten: [] } : { waiting: entries, forgotten: [...kept.forgotten, ...gone] };
    await cell.update(({ preloaded }) => ({ ...choices, ...waiting, preloaded }));
    if (after.language !== before.language) await sayLanguage(after.language);
    return after;
  }

  function inLine<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = line.then(work, work);
    line = turn;
    return turn;
  }

  return {
    read: async () => {
      const [{ settings }, { service, reminders, portalsOff }] = await Promise.all([look(), policy()]);
      return {
        ...settings,
        service: service ?? settings.service,
        reminders: reminders ?? settings.reminders,
        portalsOff: portalsOff === null ? settings.portalsOff : [...portalsOff],
      };
    },
    settled: async () => settledBy(await policy()),
    policy,
    preload: () =>
      inLine(async () => {
        const { company } = await policy();
        if (company !== null) await cell.update((kept) => withPreloaded(kept, company));
      }),
    isWaiting: async () => !isSame((await cell.read()).waiting, NO_ENTRIES),
    update: (to) => inLine(() => change(to)),
    settle: () => inLine(async () => void (await change((same) => same))),
    clear: () => inLine(() => cell.clear()),
  };
}

/** What was typed later wins. */
function joined(kept: Entries, later: Entries): Entries {
  const manual = { ...kept.manual };
  for (const [siret, facts] of Object.entries(later.manual)) manual[siret] = { ...manual[siret], ...facts };
  const corrections = { ...kept.corrections };
  for (const [siret, portals] of Object.entries(later.corrections)) {
    const own = { ...corrections[siret] };
    for (const [portal, facts] of Object.entries(portals)) own[portal] = { ...own[portal], ...facts };
    corrections[siret] = own;
  }
  return { manual, corrections };
}

function without({ manual, corrections }: Entries, sirets: readonly string[]): Entries {
  const kept = <Value>(record: Record<string, Value>) =>
    Object.fromEntries(Object.entries(record).filter(([siret]) => !sirets.includes(siret)));
  return { manual: kept(manual), corrections: kept(corrections) };
}

function isSame(one: Entries, other: Entries): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function withPreloaded(kept: Kept, siret: string): Kept {
  if (kept.preloaded === siret) return kept;
  const isKnown = kept.companies.some((one) => one.siret === siret);
  const companies = isKnown ? kept.companies : [...kept.companies, { siret, name: null }];
  return { ...kept, siret: kept.siret ?? siret, companies, preloaded: siret };
}

/** Puts the company first in the list and shows it. */
export function withCompany(settings: Settings, siret: string): Settings {
  const known = settings.companies.find((company) => company.siret === siret);
  const others = settings.companies.filter((company) => company.siret !== siret);
  return { ...settings, siret, companies: [known ?? { siret, name: null }, ...others] };
}

/** Gives the company its name once a source told it. The same settings when nothing changes. */
export function withName(settings: Settings, siret: string, name: string): Settings {
  if (settings.companies.every((company) => company.siret !== siret || company.name === name)) return settings;
  return { ...settings, companies: settings.companies.map((company) => (company.siret === siret ? { siret, name } : company)) };
}

/** Forgets the company and everything entered for it. */
export function withoutCompany(settings: Settings, siret: string): Settings {
  const { [siret]: _, ...manual } = settings.manual;
  const { [siret]: __, ...corrections } = settings.corrections;
  return {
    ...settings,
    siret: settings.siret === siret ? null : settings.siret,
    companies: settings.companies.filter((company) => company.siret !== siret),
    manual,
    corrections,
  };
}

/** Turns a portal on or off. */
export function withPortal(settings: Settings, id: string, wanted: boolean): Settings {
  const others = settings.portalsOff.filter((one) => one !== id);
  return { ...settings, portalsOff: wanted ? others : [...others, id] };
}

interface Entered {
  readonly settings: Settings;
  /** Fields whose value does not match the catalogue's format, or is never remembered. */
  readonly refused: FieldKey[];
}

/** Remembers what was typed, by field; an empty text forgets. */
export function withEntries(settings: Settings, siret: string, entries: Partial<Record<FieldKey, string>>): Entered {
  const { facts, refused } = changed(settings.manual[siret], entries);
  return { settings: { ...settings, manual: { ...settings.manual, [siret]: facts } }, refused };
}

/** The key of corrections that hold for every portal. No portal has that name. */
export const EVERYWHERE = "*";

/** Corrections to write on that portal in place of known values. The portal's own win over those for every portal. */
export function correctionsFor({ corrections }: Settings, siret: string, portal: string): Partial<Facts> {
  const own = corrections[siret];
  return { ...own?.[EVERYWHERE], ...own?.[portal] };
}

/**
 * Remembers what is to be written instead of what is known, on one portal or `EVERYWHERE`, where it goes before what was said of single portals.
 * An empty text takes what is known again, on that portal and for all.
 */
export function withCorrection(settings: Settings, siret: string, portal: string, field: FieldKey, text: string): Entered {
  const own = settings.corrections[siret] ?? {};
  const { facts, refused } = changed(own[portal], { [field]: text });
  if (refused.length > 0) return { settings, refused };
  const isForgotten = (place: string) => portal === EVERYWHERE || (text.trim() === "" && place === EVERYWHERE);
  const others = Object.entries(own).map(([place, kept]) => {
    const { [field]: _, ...rest } = kept;
    return [place, isForgotten(place) ? rest : kept] as const;
  });
  const corrected = { ...Object.fromEntries(others), [portal]: facts };
  return { settings: { ...settings, corrections: { ...settings.corrections, [siret]: corrected } }, refused };
}

function changed(before: Facts | undefined, entries: Partial<Record<FieldKey, string>>): { facts: Facts; refused: FieldKey[] } {
  const facts: Record<string, unknown> = { ...before };
  const refused: FieldKey[] = [];
  for (const [key, text] of Object.entries(entries) as [FieldKey, string][]) {
    if (text.trim() === "") {
      delete facts[key];
      continue;
    }
    const value = isRemembered(key) ? canonicalOf(key, text.trim()) : null;
    if (value === null) refused.push(key);
    else facts[key] = value;
  }
  return { facts: facts as Facts, refused };
}

/** A person's writing → the catalogue's canonical value, or `null` when it is not one. */
function canonicalOf(key: FieldKey, text: string): Scalar | null {
  const read = READERS[fieldOf(key).type];
  const value = read === undefined ? text : read(text);
  return valueSchemaOf(key).safeParse(value).success ? value : null;
}

const numberOf = (text: string) => Number(text.replace(/[\s\u00a0\u202f€%]/g, "").replace(",", "."));
const READERS: Partial<Record<FieldType, (text: string) => Scalar | null>> = {
  integer: numberOf,
  amount: numberOf,
  percent: numberOf,
  boolean: (text) => (text === "true" ? true : text === "false" ? false : null),
  date: (text) => text.replace(/^(\d{2})\/(\d{2})\/(\d{4})$/, "$3-$2-$1"),
  email: (text) => (EMAIL.test(text) ? text : null),
  phone: (text) => (PHONE.test(text) && text.replace(/\D/g, "").length >= 6 ? text : null),
  url: (text) => (/^https?:\/\//i.test(text) ? text : `https://${text}`),
};
