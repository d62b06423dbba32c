/** What the person chose and entered; kept in `storage.local`. */
import { z } from "zod";
import { Facts, Siret, valueSchemaOf } from "../domain/answer.ts";
import { type FieldKey, type FieldType, fieldOf } from "../domain/fields.ts";
import { ServiceChoice } from "../messages/situation.ts";
import type { Cell, Cells } from "./cells.ts";

const KeptCompany = z.object({ siret: Siret, name: z.string().nullable() });

export const Settings = z.object({
  service: ServiceChoice,
  /** The company that the screen shows. */
  siret: Siret.nullable(),
  /** Those used so far, the latest first. */
  companies: z.array(KeptCompany),
  /** What only the person knows, by SIRET. */
  manual: z.record(z.string(), Facts),
  /** Whether documents about to end are notified. */
  reminders: z.boolean().default(false),
});
export type Settings = z.infer<typeof Settings>;

export const DEFAULT_SETTINGS: Settings = {
  service: { kind: "proxy", url: "http://127.0.0.1:8787" },
  siret: null,
  companies: [],
  manual: {},
  reminders: false,
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
  return {
    ...settings,
    siret: settings.siret === siret ? null : settings.siret,
    companies: settings.companies.filter((company) => company.siret !== siret),
    manual,
  };
}

/** Remembers what was typed, by field; an empty text forgets. Values that have not the field's form are refused and named. */
export function withEntries(
  settings: Settings,
  siret: string,
  entries: Partial<Record<FieldKey, string>>,
): { readonly settings: Settings; readonly refused: FieldKey[] } {
  const manual: Record<string, unknown> = { ...settings.manual[siret] };
  const refused: FieldKey[] = [];
  for (const [key, text] of Object.entries(entries) as [FieldKey, string][]) {
    if (text.trim() === "") {
      delete manual[key];
      continue;
    }
    const value = canonicalOf(key, text.trim());
    if (value === null) refused.push(key);
    else manual[key] = value;
  }
  return { settings: { ...settings, manual: { ...settings.manual, [siret]: manual as Facts } }, refused };
}

type Scalar = string | number | boolean;

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
