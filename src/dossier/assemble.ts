/**
 * Answers of the sources, pieces of the coffre and the person's own entries → one dossier, with the origin of everything.
 * The more official, then the fresher value wins; the others stay visible, disagreements are shown and nothing is guessed.
 */

import type { Answer, Facts } from "../domain/answer.ts";
import type { CoffrePiece } from "../domain/coffre.ts";
import type { Company } from "../domain/company.ts";
import type { Dossier } from "../domain/dossier.ts";
import { isMasked } from "../domain/mask.ts";
import { bare } from "../domain/plain.ts";
import { present } from "../domain/present.ts";
import type { Day } from "../domain/validity.ts";
import { conflictsOf } from "./conflicts.ts";
import { derive } from "./derive.ts";
import { judged, piecesOf } from "./pieces.ts";
import { byTrust } from "./trust.ts";
import { valuesOf } from "./values.ts";

export interface Gathered {
  readonly company: Company;
  /** In any order. Answers about another establishment are left out. */
  readonly answers: readonly Answer[];
  /** Only the pieces kept for this company's SIREN are used. */
  readonly coffre: readonly CoffrePiece[];
  /** What the person entered or chose, remembered for this company. */
  readonly manual: Partial<Facts>;
  /** The later of today and the tender's deadline. */
  readonly on: Day;
  /** The estimated day when the winner is asked for proofs, when it is known and to come. */
  readonly awardOn?: Day | undefined;
}

/** Assembles the dossier of one company. Pure: the same input gives the same dossier. */
export function assemble({ company, answers, coffre, manual, on, awardOn }: Gathered): Dossier {
  const own = byTrust(answers.filter((answer) => answer.siret === company.siret));
  const kept = coffre.filter((piece) => piece.siren === company.siren);
  const known = valuesOf({ company, answers: own, coffre: kept, manual, on });
  const values = derive(company, known, manual);
  const notices = distinct(
    own.flatMap((answer) => withProvenance(answer, answer.notices)),
    (notice) => notice.url ?? `${notice.kind} ${notice.on} ${notice.title}`,
  );
  return {
    siret: company.siret,
    on,
    ...present({ awardOn }),
    values,
    pieces: piecesOf({ answers: own, coffre: kept, on, awardOn }),
    certifications: distinct(
      own.flatMap((answer) => withProvenance(answer, answer.certifications)),
      (it) => [it.kind, it.code ?? it.label, it.validUntil, it.held].join(" "),
    ).map((certification) => ({ ...certification, ...judged(certification, { on, awardOn }) })),
    notices,
    conflicts: conflictsOf({ answers: own, coffre: kept, values, notices }),
    dirigeants: distinct(
      own.flatMap((answer) => withProvenance(answer, answer.dirigeants)).filter((it) => !isMasked(...Object.values(it))),
      (it) => bare([it.siren ?? it.denomination ?? it.nom, it.prenom?.split(/[\s,-]/)[0], it.qualite].join(" ")),
    ),
    depots: distinct(
      own.flatMap((answer) => withProvenance(answer, answer.depots)),
      (it) => [it.type, it.title, it.depositedOn, it.closingOn].join(" "),
    ),
    contracts: own.flatMap((answer) => withProvenance(answer, answer.contracts)),
  };
}

function withProvenance<Item extends object>(answer: Answer, items: readonly Item[]) {
  return items.map((item) => ({ ...item, provenance: answer.provenance }));
}

function distinct<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  const seen = new Map<string, Item>();
  for (const item of items) if (!seen.has(keyOf(item))) seen.set(keyOf(item), item);
  return [...seen.values()];
}
