/** What the person chose and entered; kept in `storage.local`. */
import { z } from "zod";
import { Facts, type Scalar, Siret, valueSchemaOf } from "../domain/answer.ts";
import { type FieldKey, type FieldType, fieldOf, isRemembered } from "../domain/fields.ts";
import { LanguageChoice, ServiceChoice } from "../messages/situation.ts";
import type { Cell, Cells } from "../store/cells.ts";

const KeptCompany = z.object({ siret: Siret, name: z.string().nullable() });

export const Settings = z.object({
  service: ServiceChoice,
  /** The company that the screen shows. */
  siret: Siret.nullable(),
  /** Those used so far, the latest first. */
  companies: z.array(KeptCompany),
  /** What only the person knows, by SIRET. */
  manual: z.record(z.string(), Facts),
  /** What the person wants written instead of what is known, by SIRET then by portal. */
  corrections: z.record(z.string(), z.record(z.string(), Facts)).default({}),
  /** Whether documents about to end are notified. */
  reminders: z.boolean().default(false),
  language: LanguageChoice.default("auto"),
  /** Portals, by id, on whose pages nothing is done unless the person asks for that page. */
  portalsOff: z.array(z.string()).default([]),
});
export type Settings = z.infer<typeof Settings>;

export const DEFAULT_SETTINGS: Settings = {
  service: { kind: "proxy", url: "http://127.0.0.1:8787" },
  siret: null,
  companies: [],
  manual: {},
  corrections: {},
  reminders: false,
  language: "auto",
  portalsOff: [],
};

export function settingsCell(cells: Cells): Cell<Settings> {
  return cells("settings", Settings, DEFAULT_SETTINGS);
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
  /** Fields whose value has not the catalogue's form, or is never remembered. */
  readonly refused: FieldKey[];
}

/** Remembers what was typed, by field; an empty text forgets. */
export function withEntries(settings: Settings, siret: string, entries: Partial<Record<FieldKey, string>>): Entered {
  const { facts, refused } = changed(settings.manual[siret], entries);
  return { settings: { ...settings, manual: { ...settings.manual, [siret]: facts } }, refused };
}

/** Remembers what is to be written on one portal instead of what is known; an empty text forgets. */
export function withCorrection(settings: Settings, siret: string, portal: string, field: FieldKey, text: string): Entered {
  const own = settings.corrections[siret];
  const { facts, refused } = changed(own?.[portal], { [field]: text });
  return { settings: { ...settings, corrections: { ...settings.corrections, [siret]: { ...own, [portal]: facts } } }, refused };
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
  email: (text) => (/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(text) ? text : null),
  phone: (text) => (/^\+?[\d\s.()-]{6,20}$/.test(text) && text.replace(/\D/g, "").length >= 6 ? text : null),
  url: (text) => (/^https?:\/\//i.test(text) ? text : `https://${text}`),
};
