/** What the recognition of one file gives, in the form that the command prints. */
import type { Recognised } from "../../src/documents/recognise/port.ts";
import type { Ask } from "../../src/documents/recognise/reading.ts";
import type { PieceKind } from "../../src/domain/pieces.ts";
import type { DateField } from "../../src/domain/validity.ts";
import { fr } from "../../src/i18n/fr.ts";

export interface Told {
  readonly file: string;
  /** `read`, or why nothing could be: `type` neither PDF nor picture, `locked`, `unreadable`. */
  readonly state: string;
  readonly kind: PieceKind | null;
  /** True when it is taken without a question about its kind or its owner. */
  readonly sure: boolean;
  readonly dates: { readonly [F in DateField]?: { readonly value: string; readonly sure: boolean } };
  readonly asks: readonly Ask[];
  readonly remarks: readonly string[];
}

/** @param why what the coffre says of a file that it does not take */
export function toldOf(file: string, recognised: Recognised | { readonly state: "type"; readonly why?: string }): Told {
  if (recognised.state !== "read") {
    const remarks = [(recognised.state === "type" ? recognised.why : undefined) ?? fr.coffre.failures[recognised.state]];
    return { file, state: recognised.state, kind: null, sure: false, dates: {}, asks: [], remarks };
  }
  const { kind, dates, asks } = recognised.recognition;
  return {
    file,
    state: "read",
    kind: kind?.value ?? null,
    sure: kind?.confidence === "sure" && !asks.some(({ about }) => about === "kind" || about === "company"),
    dates: Object.fromEntries(
      Object.entries(dates).map(([field, { value, confidence }]) => [field, { value, sure: confidence === "sure" }]),
    ),
    asks,
    remarks: [],
  };
}
