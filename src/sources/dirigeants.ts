/** Who binds the company among those that a registry lists. All are shown; the form is filled only when a single person can be meant. */

import type { Dirigeant } from "../domain/answer.ts";
import { bare } from "../domain/plain.ts";

/** Lower case, without accents, parentheses or punctuation: two spellings of one name become equal. */
function plain(text: string | undefined): string {
  return bare((text ?? "").replace(/\([^)]*\)/g, " "));
}

/** Binds the company by law, alone: the manager, the president of a company that has no board, the head of a board of managers. */
const HEADS = [
  /^(co ?)?gerante?\b/,
  /^associee? gerante?\b/,
  /^presidente?( de (la )?(sas|sasu|societe|l association))?$/,
  /^presidente? (du conseil d administration et )?direct(eur|rice) generale?$/,
  /^presidente? du directoire$/,
  /^direct(eur|rice) generale? unique de sa a directoire$/,
  /^entrepreneur(e|se)?( individuel(le)?)?$/,
  /^(personne |entrepreneur |exploitant )?exploitante?( en commun)?$/,
  /^representante? legale?$/,
];
/** Binds a company limited by shares that has a board of directors (categories 55 and 56); elsewhere a delegate. */
const GENERAL_MANAGER = /^direct(eur|rice) generale?$/;
const CHAIR_OF_BOARD = /^presidente? du conseil d administration$/;
/** Roles that replace the other officers: nobody else may be presumed to bind the company. */
const SUBSTITUTE = /\b(liquidateur|liquidatrice|administrateur (judiciaire|provisoire)|mandataire (judiciaire|ad hoc))\b/;

/** One entry for each person: registries list the same person under several spellings. */
export function distinctDirigeants(dirigeants: readonly Dirigeant[]): Dirigeant[] {
  const kept = new Map<string, Dirigeant>();
  for (const dirigeant of dirigeants) {
    const { nom, prenom, denomination, siren, qualite, naissance } = dirigeant;
    const who =
      nom === undefined && prenom === undefined ? (siren ?? plain(denomination)) : `${plain(nom)}|${plain(prenom)}|${naissance ?? ""}`;
    const key = `${who}|${plain(qualite)}`;
    const known = kept.get(key);
    if (known === undefined || (known.nom ?? "").length > (nom ?? "").length) kept.set(key, dirigeant);
  }
  return [...kept.values()];
}

/** The roles of one person: the open service joins them, "Président de SAS, Directeur Général". */
function rolesOf({ qualite }: Dirigeant): string[] {
  return (qualite ?? "")
    .split(", ")
    .map((role) => role.trim())
    .filter((role) => role !== "");
}

/** The role by which that person binds the company, or `undefined`. */
function bindingRole(dirigeant: Dirigeant, hasBoard: boolean): string | undefined {
  const roles = rolesOf(dirigeant);
  const head = roles.find((role) => HEADS.some((known) => known.test(plain(role))));
  if (head !== undefined) return head;
  const manager = roles.find((role) => GENERAL_MANAGER.test(plain(role)));
  if (manager === undefined) return undefined;
  const chairs = roles.some((role) => CHAIR_OF_BOARD.test(plain(role)));
  // A chair who is also general manager binds the company whatever its legal form says: only a company with a board has a chair.
  return chairs ? dirigeant.qualite : hasBoard ? manager : undefined;
}

/**
 * The one natural person who binds the company by law, with the role by which they do, or `undefined` when the list does not settle it:
 * co-managers, a company presided by another, a chair of the board without the general manager's name, a liquidator.
 * @param formeJuridiqueCode INSEE's category, "5710"; it says whether a general manager is the legal representative
 */
export function legalRepresentative(dirigeants: readonly Dirigeant[], formeJuridiqueCode: string | undefined): Dirigeant | undefined {
  if (dirigeants.some(({ qualite }) => SUBSTITUTE.test(plain(qualite)))) return undefined;
  const hasBoard = /^5[56]/.test(formeJuridiqueCode ?? "");
  const heads = dirigeants.flatMap((dirigeant): Dirigeant[] => {
    const qualite = bindingRole(dirigeant, hasBoard);
    return qualite === undefined ? [] : [{ ...dirigeant, qualite }];
  });
  const [head, ...others] = heads;
  const isOne = head !== undefined && others.every((other) => samePerson(head, other));
  return isOne && head.nom !== undefined && head.prenom !== undefined ? head : undefined;
}

function samePerson(one: Dirigeant, other: Dirigeant): boolean {
  return (
    one.nom !== undefined &&
    plain(one.nom) === plain(other.nom) &&
    plain(one.prenom) === plain(other.prenom) &&
    (one.naissance === undefined || other.naissance === undefined || one.naissance === other.naissance)
  );
}
