/** What is said of the codes that a document shows: in a file of their own, for the page of the coffre alone. */
import type { SeenCode, TwoDDoc } from "../domain/seen-code.ts";
import { formatDay } from "../domain/time.ts";
import type { Language } from "./plural.ts";

interface CodeWords {
  /** Before the link to where it leads, or to where it can be verified. */
  readonly seen: (code: SeenCode) => string;
}

/** The end of an account's number is enough to know it again. */
const END = 4;

const parts = (values: readonly (readonly [string | undefined, (value: string) => string])[]): string =>
  values.flatMap(([value, say]) => (value === undefined ? [] : [say(value)])).join(", ");

export const CODES: Readonly<Record<Language, CodeWords>> = {
  fr: {
    seen: (code) =>
      code.form === "address"
        ? "Code imprimé dans le document, non vérifié ici : il mène à"
        : `Code 2D-Doc, non vérifié ici : ${inFrench(code)}. À vérifier par un lecteur 2D-Doc :`,
  },
  en: {
    seen: (code) =>
      code.form === "address"
        ? "Code printed in the document, not verified here: it leads to"
        : `2D-Doc code, not verified here: ${inEnglish(code)}. To be verified with a 2D-Doc reader:`,
  },
};

function inFrench({ authority, certificate, issuedOn, holder, company, iban, expiresOn }: TwoDDoc): string {
  return parts([
    [certificate, (number) => `certificat ${number} de l'autorité ${authority}`],
    [issuedOn, (day) => `document du ${formatDay(day)}`],
    [holder, (name) => `au nom de ${name}`],
    [company, (number) => `entreprise ${number}`],
    [iban, (number) => `IBAN finissant par ${number.slice(-END)}`],
    [expiresOn, (day) => `valable jusqu'au ${formatDay(day)}`],
  ]);
}

function inEnglish({ authority, certificate, issuedOn, holder, company, iban, expiresOn }: TwoDDoc): string {
  return parts([
    [certificate, (number) => `certificate ${number} of authority ${authority}`],
    [issuedOn, (day) => `document of ${formatDay(day)}`],
    [holder, (name) => `in the name of ${name}`],
    [company, (number) => `company ${number}`],
    [iban, (number) => `IBAN ending with ${number.slice(-END)}`],
    [expiresOn, (day) => `valid until ${formatDay(day)}`],
  ]);
}
