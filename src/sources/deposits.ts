/** Accounts and acts that a company deposited at the registry (INPI), shared by the sources that list them. */

import type { Depot } from "../domain/answer.ts";
import { present } from "../domain/present.ts";
import { formatDay } from "../domain/time.ts";
import type { PieceLocation, SourcePiece } from "./source.ts";

interface DepositedAct {
  readonly id: string;
  readonly types: readonly string[];
  readonly decisions: readonly string[];
  readonly depositedOn: string | undefined;
  readonly location: PieceLocation | null;
}

interface DepositedAccounts {
  readonly id: string;
  /** "bilan complet", "bilan consolidé"…; `undefined` for a kind that the registry does not name. */
  readonly type: string | undefined;
  readonly closingOn: string | undefined;
  readonly depositedOn: string | undefined;
  readonly updatedOn: string | undefined;
  readonly location: PieceLocation | null;
}

export interface Deposits {
  readonly acts: readonly DepositedAct[];
  readonly accounts: readonly DepositedAccounts[];
}

interface Numbered {
  readonly piece: SourcePiece;
  readonly depot: Depot;
}

const newestFirst = (a: string | undefined, b: string | undefined) => (b ?? "").localeCompare(a ?? "");

/** The latest deposit of each closing and kind: corrected accounts are deposited again for the same closing. */
function latestAccounts(accounts: readonly DepositedAccounts[]): DepositedAccounts[] {
  const byClosing = new Map<string, DepositedAccounts>();
  const sorted = [...accounts].sort((a, b) => newestFirst(a.updatedOn ?? a.depositedOn, b.updatedOn ?? b.depositedOn));
  for (const deposit of sorted) {
    const key = deposit.closingOn === undefined ? deposit.id : `${deposit.closingOn}|${deposit.type ?? ""}`;
    if (!byClosing.has(key)) byClosing.set(key, deposit);
  }
  return [...byClosing.values()].sort((a, b) => newestFirst(a.closingOn ?? a.depositedOn, b.closingOn ?? b.depositedOn));
}

function accountsTitle({ type, closingOn, depositedOn }: DepositedAccounts): string {
  const when = closingOn === undefined ? depositedOn && ` déposés le ${formatDay(depositedOn)}` : ` clos le ${formatDay(closingOn)}`;
  return `Comptes annuels${when ?? ""}${type === undefined ? "" : ` (${type})`}`;
}

/** Accounts first, the latest closing first: those are the documents that a candidature asks. */
function numbered({ acts, accounts }: Deposits): Numbered[] {
  const ofAccounts = latestAccounts(accounts).map((deposit): Numbered => {
    const title = accountsTitle(deposit);
    const { closingOn, depositedOn } = deposit;
    return {
      piece: {
        kind: "bilans",
        title,
        ...present({ closingOn, issuedOn: depositedOn }),
        validityBasis: "computed",
        location: deposit.location,
      },
      depot: { type: "bilan", title, ...present({ closingOn, depositedOn }) },
    };
  });
  const ofActs = [...acts]
    .sort((a, b) => newestFirst(a.depositedOn, b.depositedOn))
    .map((deposit): Numbered => {
      const title = deposit.types.length === 0 ? "Acte déposé au registre" : [...new Set(deposit.types)].join(", ");
      const day = deposit.depositedOn;
      const isStatutes = deposit.types.some((type) => /^statuts/i.test(type));
      return {
        piece: {
          kind: isStatutes ? "statuts" : "acte",
          title: day === undefined ? title : `${title} (déposé le ${formatDay(day)})`,
          ...present({ issuedOn: day }),
          validityBasis: "unknown",
          location: deposit.location,
        },
        depot: {
          type: "acte",
          title,
          ...(deposit.decisions.length === 0 ? {} : { decisions: [...new Set(deposit.decisions)] }),
          ...present({ depositedOn: day }),
        },
      };
    });
  return [...ofAccounts, ...ofActs];
}

export function depositPieces(deposits: Deposits): SourcePiece[] {
  return numbered(deposits).map(({ piece }) => piece);
}

/** The same deposits as a list; `n` is the number of the document when it can be downloaded. */
export function depositList(deposits: Deposits): Depot[] {
  return numbered(deposits).map(({ piece, depot }, n) => (piece.location === null ? depot : { ...depot, n }));
}
