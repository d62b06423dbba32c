/** Codes written in a document: the one that proves it authentic, the account of a RIB. */
import { unaccented } from "../../domain/plain.ts";
import { type Recognition, reading } from "./reading.ts";
import type { RecognitionRule } from "./rules.ts";
import type { DocumentText, Line } from "./stream.ts";

const BIC = /(?:\bBIC\b|SWIFT)(?:\s*\([^)]*\))?[\s:/-]*(?:\bBIC\b|SWIFT)?[\s:]*([A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)(?![A-Z0-9])/;

export function codesOf(text: DocumentText, rule: RecognitionRule): Pick<Recognition, "securityCode" | "iban" | "bic"> {
  const sure = text.layer === "printed";
  for (const [index, lines] of text.pages.entries()) {
    const page = lines.join("\n").normalize("NFC");
    const lineAt = (at: number): Line => ({ page: index + 1, text: lines[page.slice(0, at).split("\n").length - 1] ?? "" });
    if (rule.kind === "rib") {
      const iban = ibanIn(page);
      if (iban === undefined) continue;
      const bic = BIC.exec(page);
      return {
        iban: reading(iban.value, sure, lineAt(iban.at)),
        ...(bic?.[1] === undefined ? {} : { bic: reading(bic[1], sure, lineAt(bic.index)) }),
      };
    }
    const code = rule.securityCode?.exec(unaccented(page));
    if (code?.[1] !== undefined) return { securityCode: reading(code[1], sure, lineAt(code.index)) };
  }
  return {};
}

/** The first French IBAN with a valid check key (ISO 13616, modulo 97). */
function ibanIn(text: string): { readonly value: string; readonly at: number } | undefined {
  for (const match of text.matchAll(/FR\s?\d{2}(?:\s?[0-9A-Z]){23}(?![0-9A-Z])/g)) {
    const value = match[0].replace(/\s/g, "");
    const digits = [...value.slice(4), ...value.slice(0, 4)].map((character) => Number.parseInt(character, 36)).join("");
    if (BigInt(digits) % 97n === 1n) return { value, at: match.index };
  }
  return undefined;
}
