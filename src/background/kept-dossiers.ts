/** The prepared dossiers that outlive the browser: which go into the coffre, in whose place, until when. */
import { type KeptDossier, keptUntil, type PreparedDossier } from "../domain/prepared.ts";
import { parisDay } from "../domain/time.ts";
import { touchCoffre } from "../store/coffre-door.ts";
import type { Context } from "./context.ts";
import { allDiligence } from "./diligence.ts";

type Places = Pick<Context, "coffre" | "made" | "local" | "prepared" | "settings" | "now">;

/**
 * What is prepared for a work: this session's, else the last that the coffre keeps for it.
 * @param own this session's
 * @param known those that the coffre keeps, latest first
 * @param days that they are kept
 */
export function preparedFor(
  work: string,
  own: PreparedDossier | null,
  known: readonly KeptDossier[],
  days: number,
): PreparedDossier | null {
  const kept = known.find((one) => (own === null ? one.work === work : isSame(one, own)));
  const until = kept === undefined ? {} : { until: keptUntil(kept, days) };
  if (own !== null) return { ...own, ...until };
  if (kept === undefined) return null;
  const { id: _, ...dossier } = kept;
  return { ...dossier, ...until, tabId: null };
}

/** Keeps in the coffre what was prepared since it was closed; nothing while it is closed, or where the person wants none kept. */
export async function settleDossiers(places: Places): Promise<void> {
  await eraseOver(places);
  const [isLocked, { keepsPrepared: days }] = await Promise.all([places.coffre.isLocked(), places.settings.read()]);
  if (isLocked || days === 0) return;
  const today = parisDay(places.now());
  for (const one of (await places.prepared.all()).toReversed()) if (keptUntil(one, days) >= today) await keepInCoffre(places, one);
}

/**
 * Settles what was just prepared, and tells the screens: those that saw it before would say that the coffre could not keep it.
 * @returns its last day in the coffre; `undefined` when it goes with the browser
 */
export async function settlePrepared(places: Places & Pick<Context, "session">, dossier: PreparedDossier): Promise<string | undefined> {
  await settleDossiers(places);
  const [dossiers, { keepsPrepared: days }] = await Promise.all([places.coffre.dossiers(), places.settings.read()]);
  const until = preparedFor(dossier.work, dossier, (await dossiers?.list()) ?? [], days)?.until;
  if (until !== undefined) await touchCoffre(places.session);
  return until;
}

/** Erases what is past its term: of a closed coffre, once it opens. */
export async function eraseOver({ coffre, settings, now }: Pick<Places, "coffre" | "settings" | "now">): Promise<void> {
  const [dossiers, { keepsPrepared: days }] = await Promise.all([coffre.dossiers(), settings.read()]);
  const today = parisDay(now());
  const over = ((await dossiers?.list()) ?? []).filter((one) => days === 0 || keptUntil(one, days) < today);
  if (over.length > 0) await dossiers?.remove(over.map(({ id }) => id));
}

/** Erases them by the person's hand: from this session too, which would keep them again. */
export async function removeDossiers({ coffre, prepared }: Pick<Places, "coffre" | "prepared">, ids: readonly string[]): Promise<void> {
  const dossiers = await coffre.dossiers();
  const gone = ((await dossiers?.list()) ?? []).filter(({ id }) => ids.includes(id));
  await dossiers?.remove(gone.map(({ id }) => id));
  for (const own of await prepared.all()) if (gone.some((one) => isSame(one, own))) await prepared.drop(own.work);
}

/** In place of the others of its work, but for those of which a file was given to a page: they are what was sent. */
async function keepInCoffre({ coffre, made, local }: Places, dossier: PreparedDossier): Promise<void> {
  const given = new Set(
    ((await allDiligence(local))[dossier.work] ?? []).flatMap((line) => (line.what === "attached" ? [line.sha256] : [])),
  );
  const isGiven = ({ files }: KeptDossier) => files.some(({ sha256 }) => given.has(sha256));
  const bytesOf = async (key: string) => (await made.get(key))?.bytes ?? null;
  const dossiers = await coffre.dossiers();
  await dossiers?.keep(dossier, bytesOf, (known) => known.filter((one) => one.work === dossier.work && !isGiven(one)));
}

function isSame(one: Pick<PreparedDossier, "work" | "at">, other: Pick<PreparedDossier, "work" | "at">): boolean {
  return one.work === other.work && one.at === other.at;
}
