/** All the forms of a candidature: one DC1, a DC2 for each member (and lot, when demands differ), a DC4 for each subcontractor. */
import type { Typefaces } from "../documents/pdf/letters.ts";
import type { FieldKey } from "../domain/fields.ts";
import { slugOf } from "../domain/file-names.ts";
import { sha256Of } from "../domain/sha256.ts";
import { formatSiret } from "../domain/siret.ts";
import {
  type Candidature,
  type CandidatureProblem,
  type Designation,
  designationId,
  type Lot,
  lotsOfMember,
  type Membre,
  problemOf,
} from "./candidature.ts";
import { dc1Of } from "./dc1.ts";
import { dc2Of, proposedFor } from "./dc2.ts";
import { dc4Of } from "./dc4.ts";
import { drawForm } from "./draw.ts";
import { type Form, type LeftToPerson, leftToPerson, type RecordEntry, recordOf } from "./form.ts";
import { known } from "./known.ts";
import { type RecapPiece, recapOf } from "./recap.ts";

export interface MadeForm {
  readonly code: Form["code"];
  /** The establishment of the form; `null` for a company established outside France, without a SIRET. */
  readonly siret: string | null;
  /** The company's name; `null` when unknown. */
  readonly subject: string | null;
  /** The one lot of a DC2 made for each; `null` when it is for the whole bid. */
  readonly lot: Lot | null;
  readonly fileName: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sha256: string;
  readonly pages: number;
  readonly record: readonly RecordEntry[];
  readonly left: readonly LeftToPerson[];
  /** Fields whose value was not printed because the person has not accepted it yet. */
  readonly proposed: readonly FieldKey[];
}

export type Made =
  | { readonly state: "made"; readonly forms: readonly MadeForm[] }
  | { readonly state: "refused"; readonly problem: CandidatureProblem };

/**
 * @param madeAt ISO 8601; the same candidature at the same instant gives the same bytes
 * @param isWanted selects the forms to make; all when absent
 */
export async function makeForms(
  candidature: Candidature,
  madeAt: string,
  typefaces: Typefaces,
  isWanted: (form: Pick<MadeForm, "code" | "siret">) => boolean = () => true,
): Promise<Made> {
  const problem = problemOf(candidature);
  if (problem !== null) return { state: "refused", problem };
  const forms: MadeForm[] = [];
  const wanted = planOf(candidature).filter(({ form, of }) => isWanted({ code: form.code, siret: siretOf(of) }));
  for (const planned of wanted) forms.push(await finish(planned, madeAt, typefaces));
  return { state: "made", forms };
}

interface Planned {
  readonly form: Form;
  readonly of: Designation;
  readonly lot: Lot | null;
  readonly proposed: readonly FieldKey[];
}

function planOf(candidature: Candidature): Planned[] {
  const [first] = candidature.membres;
  return [
    { form: dc1Of(candidature), of: first, lot: null, proposed: [] },
    ...candidature.membres.flatMap((membre) =>
      lotsOfDc2(candidature, membre).map((lot) => ({
        form: dc2Of(candidature, membre, lot),
        of: membre,
        lot,
        proposed: proposedFor(candidature, membre.dossier),
      })),
    ),
    ...candidature.sousTraitants.map((one) => ({ form: dc4Of(candidature, one), of: one, lot: null, proposed: [] })),
  ];
}

/** One DC2 for the whole bid, or one for each lot that the member bids for. */
function lotsOfDc2(candidature: Candidature, membre: Membre): readonly (Lot | null)[] {
  const { besoinsParLot, portee } = candidature;
  return besoinsParLot && portee?.sur === "lots" ? lotsOfMember(candidature, membre) : [null];
}

/** Makes one company's summary. */
export async function makeRecap(
  candidature: Candidature,
  membre: Membre,
  pieces: readonly RecapPiece[],
  madeAt: string,
  typefaces: Typefaces,
): Promise<MadeForm> {
  return finish({ form: recapOf(candidature, membre, pieces), of: membre, lot: null, proposed: [] }, madeAt, typefaces);
}

const siretOf = (of: Designation) => ("dossier" in of ? of.dossier.siret : null);

async function finish({ form, of, lot, proposed }: Planned, madeAt: string, typefaces: Typefaces): Promise<MadeForm> {
  const siret = siretOf(of);
  const subject = "dossier" in of ? (known(of.dossier, "raisonSociale")?.text ?? null) : of.etranger.name;
  const author = subject ?? `SIRET ${formatSiret(siret ?? "")}`;
  const { bytes, pages } = await drawForm(form, { author, madeAt }, typefaces);
  return {
    code: form.code,
    siret,
    subject,
    lot,
    fileName: [slugOf(form.code), siret ?? slugOf(designationId(of)), ...(lot === null ? [] : [`lot-${slugOf(lot.numero)}`])]
      .join("_")
      .concat(".pdf"),
    bytes,
    sha256: await sha256Of(bytes),
    pages,
    record: recordOf(form),
    left: leftToPerson(form),
    proposed,
  };
}
