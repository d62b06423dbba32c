/** The result of reading a document: values with their evidence, and questions. */
import type { CoffreAsk } from "../../domain/coffre.ts";
import type { PieceKind } from "../../domain/pieces.ts";
import type { DateField } from "../../domain/validity.ts";
import type { Line } from "./stream.ts";

/** A value read, whether it can be taken without asking, and the line it was read in. */
export interface Reading<Value> {
  readonly value: Value;
  readonly confidence: "sure" | "unsure";
  readonly evidence: Line;
}

/** A question to the person before the document can be used, with the readings to propose. */
export interface Ask {
  readonly about: CoffreAsk["about"];
  readonly why: CoffreAsk["why"];
  readonly proposals: readonly Reading<string>[];
}

export interface Recognition {
  readonly kind?: Reading<PieceKind>;
  readonly dates: { readonly [F in DateField]?: Reading<string> };
  readonly siret?: Reading<string>;
  /** The company that the document names, when it is not the one expected. */
  readonly otherSiren?: Reading<string>;
  readonly securityCode?: Reading<string>;
  readonly iban?: Reading<string>;
  readonly bic?: Reading<string>;
  /** Empty when the document can be used at once. */
  readonly asks: readonly Ask[];
}

export function reading<Value>(value: Value, sure: boolean, evidence: Line): Reading<Value> {
  return { value, confidence: sure ? "sure" : "unsure", evidence };
}
