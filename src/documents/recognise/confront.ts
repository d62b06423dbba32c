/** Compares what a document's text says with what its code says: a contradiction is asked about. Pure. */
import type { SeenCode, TwoDDoc } from "../../domain/seen-code.ts";
import type { Recognition } from "./reading.ts";

/** @param siren the company that the document is kept for */
export function confronted(read: Recognition, codes: readonly SeenCode[], siren: string): Recognition {
  const { kind, asks } = read;
  const isContradicted = codes.some((code) => code.form === "2d-doc" && contradicts(code, read, siren));
  if (!isContradicted) return read;
  const others = asks.filter(({ about }) => about !== "kind");
  return {
    ...read,
    ...(kind === undefined ? {} : { kind: { ...kind, confidence: "unsure" as const } }),
    asks: [{ about: "kind", why: "codeDiffers", proposals: kind === undefined ? [] : [kind] }, ...others],
  };
}

function contradicts({ company, iban, issuedOn }: TwoDDoc, read: Recognition, siren: string): boolean {
  return (
    (company !== undefined && company.slice(0, 9) !== siren) ||
    (iban !== undefined && read.iban !== undefined && read.iban.value !== iban) ||
    (issuedOn !== undefined && read.dates.issuedOn !== undefined && read.dates.issuedOn.value !== issuedOn)
  );
}
