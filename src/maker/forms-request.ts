/** Turns a screen's situation into the request for its forms. Pure, except for the id of a DUME. */

import { type Bid, type FormKind, isLotAmong, type Task } from "../domain/bid.ts";
import type { DumeAnswers } from "../domain/grounds.ts";
import type { Means } from "../domain/means.ts";
import { groupOf, partyDossier } from "../dossier/parties.ts";
import type { Candidature, Etranger, Membre } from "../formulaires/candidature.ts";
import type { RecapPiece } from "../formulaires/recap.ts";
import type { Situation } from "../messages/situation.ts";

/** The request to the worker. Plain data, since it is sent as a message. */
export interface FormsRequest {
  readonly candidature: Candidature;
  /** The establishment whose forms are made: other members of a group make their own. */
  readonly siret: string;
  /** The DC forms, or the DUME. */
  readonly kinds: readonly FormKind[];
  readonly dume: DumeAnswers;
  /** The buyer's request, when one was imported. */
  readonly requestXml: string | null;
  /** The documents of the summary, in the dossier's order. */
  readonly pieces: readonly (RecapPiece & { readonly id: string })[];
  /** A new UUID (version 4), for the DUME. */
  readonly uuid: string;
  /** ISO 8601. */
  readonly madeAt: string;
}

interface Chosen {
  readonly bid: Bid;
  readonly kinds: readonly FormKind[];
  readonly dume: DumeAnswers;
  readonly means: Means;
  readonly requestXml: string | null;
  readonly pieces?: FormsRequest["pieces"];
}

/** `null` when no company is chosen. */
export function formsRequestOf(
  { dossier, page }: Situation,
  { bid, kinds, dume, means, requestXml, pieces = [] }: Chosen,
  now: Date,
): FormsRequest | null {
  if (dossier === null) return null;
  const { reference, objet, acheteurNom, acheteurSiret } = page?.consultation ?? {};
  const candidature = candidatureOf({ dossier, means }, bid, { reference, objet, acheteurNom, acheteurSiret });
  // The mandataire writes the group's letter; a member makes its own declaration.
  const own = bid.role === "member" ? kinds.filter((kind) => kind !== "dc1") : kinds;
  return { candidature, siret: dossier.siret, kinds: own, dume, requestXml, pieces, uuid: crypto.randomUUID(), madeAt: now.toISOString() };
}

function candidatureOf(own: Membre, bid: Bid, consultation: Candidature["consultation"]): Candidature {
  const isGroup = bid.role === "lead" || bid.role === "member";
  const [first = own, ...rest] = groupOf(bid, own.dossier).map(
    ({ dossier, task }): Membre => ({
      ...(dossier === own.dossier ? own : { dossier }),
      prestations: textOr(task.performs),
      lots: lotsOf(task, bid.portee),
    }),
  );
  return {
    consultation,
    portee: bid.portee,
    forme: isGroup ? bid.groupForm : bid.role === "alone" ? "seul" : null,
    mandataireSolidaire: isGroup && bid.groupForm === "conjoint" ? bid.leadAnswersForAll : null,
    membres: [first, ...rest],
    sousTraitants: bid.subcontractors.map((one) => ({
      ...("siret" in one ? { dossier: partyDossier(one, own.dossier.on) } : { etranger: abroadOf(one) }),
      prestations: textOr(one.performs),
      invoque: one.reliedOn,
      pour: own.dossier.siret,
    })),
    confirmed: [],
    besoinsParLot: bid.needsPerLot,
  };
}

const abroadOf = ({ name, country, number }: Etranger): Etranger => ({ name, country, number });

/** The member's lots among those still chosen; `undefined`: all of them. Where none of its lots is chosen, they stay, to be told. */
function lotsOf({ lots }: Task, portee: Bid["portee"]): readonly string[] | undefined {
  if (lots.length === 0 || portee === null || portee.sur === "marche") return undefined;
  const chosen = portee.sur === "lots" ? portee.lots.map(({ numero }) => numero) : [];
  const own = chosen.filter((numero) => isLotAmong(numero, lots));
  return own.length === 0 ? lots : own;
}

/** `undefined` for what was not typed: the form leaves a field for it. */
function textOr(typed: string): string | undefined {
  return typed.trim() === "" ? undefined : typed.trim();
}
