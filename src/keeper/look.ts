/** What the coffre's page shows of one company, read all at once. */
import type { Coffre } from "../coffre/coffre.ts";
import type { Notice } from "../domain/answer.ts";
import type { CoffrePiece, CompanyNotes } from "../domain/coffre.ts";
import { sirenOf } from "../domain/siret.ts";
import type { Situation } from "../messages/situation.ts";

export interface Kept {
  readonly companies: readonly { readonly siren: string; readonly name: string | null }[];
  /** The company shown; `null` when there is none. */
  readonly siren: string | null;
  readonly pieces: readonly CoffrePiece[];
  /** What the sources publish about the company, when it is the current one. */
  readonly notices: readonly Notice[];
  /** INSEE's code of its legal form, "5710", when a source gives it. */
  readonly legalForm: string | undefined;
  readonly explications: CompanyNotes["explications"];
  /** True when scans and pictures are read by OCR. */
  readonly readsScans: boolean;
}

export const NOTHING: Kept = {
  companies: [],
  siren: null,
  pieces: [],
  notices: [],
  legalForm: undefined,
  explications: [],
  readsScans: true,
};

/** What the background tells of the company worked for. */
interface CompanyTold extends Pick<Situation, "companies" | "company" | "readsScans"> {
  readonly notices: readonly Notice[];
  readonly legalForm?: string | undefined;
}

export interface LookDeps {
  readonly coffre: Coffre;
  /** The current company and what is published of it, from the background. */
  readonly show: () => Promise<CompanyTold>;
}

/** What the coffre keeps for the wanted company, or for the current one when none is given. */
export async function look({ coffre, show }: LookDeps, wanted: string | null): Promise<Kept> {
  // The background may have to wake up: records are opened meanwhile.
  const listed = coffre.list();
  const [{ companies: used, company, notices, legalForm, readsScans }, pieces, kept] = await Promise.all([
    show(),
    listed,
    listed.then((all) => coffre.companies(all)),
  ]);
  const companies = keptCompanies(used, kept);
  const siren = companies.some((one) => one.siren === wanted) ? wanted : (companies[0]?.siren ?? null);
  const isCurrent = siren !== null && company !== null && sirenOf(company.siret) === siren;
  return {
    companies,
    siren,
    pieces: pieces.filter((piece) => piece.siren === siren),
    notices: isCurrent ? notices : [],
    readsScans,
    legalForm: isCurrent ? legalForm : undefined,
    explications: siren === null ? [] : (await coffre.notesOf(siren)).explications,
  };
}

/** Companies used, latest first, then those that only have documents. */
function keptCompanies(used: Situation["companies"], kept: readonly string[]): Kept["companies"] {
  const known = new Map<string, string | null>();
  for (const { siret, name } of used) known.set(sirenOf(siret), known.get(sirenOf(siret)) ?? name);
  for (const siren of kept) known.set(siren, known.get(siren) ?? null);
  return [...known].map(([siren, name]) => ({ siren, name }));
}
