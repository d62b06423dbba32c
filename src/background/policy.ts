/**
 * What the organisation that manages this browser chose for everybody, by the browser's own policies (`public/managed-schema.json`,
 * `docs/entreprises.md`). A choice that is not understood is no choice: the person's stands.
 */
import { z } from "zod";
import { Siret } from "../domain/answer.ts";
import { PolicyKey, ServiceChoice } from "../messages/situation.ts";

export interface Policy {
  /** The organisation's own service. */
  readonly service: ServiceChoice | null;
  /** SIRET of the company that is there from the start. */
  readonly company: string | null;
  /** Whether documents about to end are notified. */
  readonly reminders: boolean | null;
  /** Portals, by id, on whose pages nothing is done unless the person asks for that page. */
  readonly portalsOff: readonly string[] | null;
  /** The text of a signed data file: followed once its signature is found right (`issued-data.ts`). */
  readonly data: string | null;
  /** The choices that were set, and are not understood. */
  readonly unheeded: readonly PolicyKey[];
}

export const NO_POLICY: Policy = { service: null, company: null, reminders: null, portalsOff: null, data: null, unheeded: [] };

export const POLICY_KEYS = PolicyKey.options;

/** @param stored as the browser gives its policies; each choice is read by itself */
export function policyOf(stored: Readonly<Record<string, unknown>>): Policy {
  const { service: url, company, reminders, portalsOff, data } = stored;
  const choices = {
    service: ServiceChoice.safeParse({ kind: "proxy", url }).data ?? null,
    company: Siret.safeParse(typeof company === "string" ? company.replace(/\s/g, "") : company).data ?? null,
    reminders: z.boolean().safeParse(reminders).data ?? null,
    portalsOff: z.array(z.string()).safeParse(portalsOff).data ?? null,
    data: z.string().safeParse(data).data ?? null,
  };
  const isSet = (key: PolicyKey) => stored[key] !== undefined && stored[key] !== null;
  return { ...choices, unheeded: POLICY_KEYS.filter((key) => isSet(key) && choices[key] === null) };
}

/** The settings that the person can no longer change. The company is not one: it is only preselected. */
export function settledBy(policy: Policy): readonly SettledChoice[] {
  return SETTLED.filter((key) => policy[key] !== null);
}

const SETTLED = ["service", "reminders", "portalsOff"] as const;
export type SettledChoice = (typeof SETTLED)[number];
