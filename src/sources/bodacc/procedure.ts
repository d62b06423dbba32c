/** Is a procedure open today? Corrections are applied first, then the newest judgment that decides anything decides. */
import { addMonths } from "../../domain/time.ts";
import type { Annonce } from "./avis.ts";
import { type Effect, effectOf, isSanction, type Procedure } from "./natures.ts";
import { plain } from "./text.ts";

/** After so many months without a new judgment, an opening no longer tells the present state. */
const STALE_MONTHS = 120;

export type Standing =
  | { readonly status: "none" }
  | { readonly status: "open"; readonly procedure: Procedure; readonly by: Annonce }
  | { readonly status: "plan" | "closed"; readonly by: Annonce }
  | { readonly status: "toVerify"; readonly why: "unclear" | "corrected" | "radiated" | "stale"; readonly by: Annonce };

export interface Applied {
  readonly kept: readonly Annonce[];
  /** Withdrawals whose target was not among the notices: what they withdraw is not known. */
  readonly unresolved: readonly Annonce[];
}

/** True for an annulation, under that name or not: it withdraws its target and itself. */
function isWithdrawal({ type, radiation, jugement }: Annonce): boolean {
  if (type === "annulation") return true;
  if (plain(jugement?.famille).includes("retractation sur tierce opposition")) return true;
  return type === "rectificatif" && radiation === "rapport de radiation d office";
}

/** The notices that remain after corrections and withdrawals, newest first. A withdrawn withdrawal has no effect. */
export function withCorrections(annonces: readonly Annonce[]): Applied {
  const newestFirst = [...annonces].sort((a, b) => b.publishedOn.localeCompare(a.publishedOn));
  const dropped = new Set<Annonce>();
  const withdrawn = new Set<Annonce>();
  const unresolved: Annonce[] = [];
  for (const annonce of newestFirst) {
    const withdrawal = isWithdrawal(annonce);
    if (withdrawn.has(annonce) || (!withdrawal && annonce.type !== "rectificatif")) continue;
    const targets = newestFirst.filter((other) => other !== annonce && other.names.some((name) => annonce.targets.includes(name)));
    for (const target of targets) {
      dropped.add(target);
      if (withdrawal) withdrawn.add(target);
    }
    if (withdrawal) {
      dropped.add(annonce);
      if (targets.length === 0) unresolved.push(annonce);
    }
  }
  return { kept: newestFirst.filter((annonce) => !dropped.has(annonce)), unresolved };
}

const dayOf = ({ judgedOn, publishedOn }: Annonce) => judgedOn ?? publishedOn;

function effectFor(annonce: Annonce): Effect {
  const effect = effectOf(annonce.jugement?.nature, annonce.jugement?.complement);
  return annonce.certain || effect.kind === "none" || effect.kind === "sanction" ? effect : { kind: "unknown" };
}

/** The judgments that sanction a natural person, published under the company's number. */
export function sanctionsAmong({ kept }: Applied): Annonce[] {
  return kept.filter((annonce) => annonce.famille === "collective" && isSanction(annonce.jugement?.nature, annonce.jugement?.complement));
}

/** The state of the company on a day. */
export function standingOf({ kept, unresolved }: Applied, today: string): Standing {
  const judgments = kept
    .filter(({ famille }) => famille === "collective")
    .map((annonce) => ({ annonce, effect: effectFor(annonce) }))
    .filter(({ effect }) => effect.kind !== "none" && effect.kind !== "sanction")
    .sort((a, b) => dayOf(b.annonce).localeCompare(dayOf(a.annonce)) || b.annonce.publishedOn.localeCompare(a.annonce.publishedOn));
  const [newest] = judgments;
  if (newest === undefined) return { status: "none" };
  const sameDay = judgments.filter(({ annonce }) => dayOf(annonce) === dayOf(newest.annonce)).map(({ effect }) => effect);
  const { annonce: by } = newest;
  const effect = decisive(sameDay);

  if (unresolved.some((withdrawal) => withdrawal.famille === "collective" && withdrawal.publishedOn >= by.publishedOn)) {
    return { status: "toVerify", why: "corrected", by };
  }
  if (effect.kind === "end") return { status: "closed", by };
  if (effect.kind !== "open" && effect.kind !== "plan") return { status: "toVerify", why: "unclear", by };
  // The business is sold: no notice says whether the seller still runs anything.
  if (effect.kind === "plan" && effect.words.includes("cession")) return { status: "toVerify", why: "unclear", by };
  if (lastRadiation(kept, dayOf(by)) !== undefined) return { status: "toVerify", why: "radiated", by };
  if (addMonths(dayOf(by), STALE_MONTHS) < today) return { status: "toVerify", why: "stale", by };
  return effect.kind === "open" ? { status: "open", procedure: effect.procedure, by } : { status: "plan", by };
}

/** What one day's judgments decide together: certain when they agree, or when one opens a procedure and the others settle nothing. */
function decisive(effects: readonly Effect[]): Effect {
  const [first, ...others] = effects.filter(({ kind }) => kind !== "unknown");
  if (first === undefined) return { kind: "unknown" };
  const agree = others.every((other) => other.kind === first.kind && (first.kind !== "open" || sameProcedure(first, other)));
  const settled = first.kind === "open" || effects.every(({ kind }) => kind !== "unknown");
  return agree && settled ? first : { kind: "unknown" };
}

function sameProcedure(one: Effect, other: Effect): boolean {
  return one.kind === "open" && other.kind === "open" && one.procedure === other.procedure;
}

/** The latest radiation after that day, unless a registration follows it. Moving to another registry is no radiation. */
export function lastRadiation(kept: readonly Annonce[], after = ""): Annonce | undefined {
  const isArrival = ({ famille }: Annonce) => famille === "creation" || famille === "immatriculation";
  const [last] = kept
    .filter(({ radiation, publishedOn }) => radiation !== undefined && !radiation.includes("transfert du siege") && publishedOn > after)
    .sort((a, b) => b.publishedOn.localeCompare(a.publishedOn));
  return last !== undefined && kept.some((annonce) => isArrival(annonce) && annonce.publishedOn > last.publishedOn) ? undefined : last;
}
