/**
 * Whether a document names a company, by its whole name, where it says whose it is. "Crédit du Nord" does not name NORD, nor "DURAND Paul"
 * the company DURAND, nor "Durand Bâtiment Services" the company DURAND BÂTIMENT.
 */
import { FORMS_IN_NAMES, withoutLegalForm } from "../../domain/legal-forms.ts";
import { squeeze } from "../../domain/plain.ts";
import type { Stream } from "./stream.ts";

const DOTTED_FORM = /\b((?:[a-z]\.){2,5})/g;

/** "S.A.R.L. Durand" → "sarl durand". */
const undotted = (folded: string): string => folded.replace(DOTTED_FORM, (form) => form.replaceAll(".", ""));

const TITLES = new Set(["m", "mr", "mme", "mlle", "monsieur", "madame", "mademoiselle", "maitre", "me"]);
/** Words that may come before a company's name. */
const AHEAD = new Set([
  ...FORMS_IN_NAMES,
  ..."que assure assuree assures societaire souscripteur souscriptrice client cliente titulaire compte owner holder sociale denomination nom beneficiaire intitule adherent candidat soussigne soussignee par a pour certifie atteste attestons certifions organisme garantir garantissons assurer assurons couvrir couvrons of l".split(
    " ",
  ),
]);
/** Words that may follow it. */
const BEHIND = new Set([
  ...FORMS_IN_NAMES,
  ..."est a ayant dont siren siret sise sis situe situee domicilie domiciliee demeurant represente representee immatricule immatriculee inscrit inscrite au titulaire souscrit beneficie n no numero rcs code ape naf iban bic rib adresse contrat police pour qui execute satisfait detient dispose exerce entretient possede justifie has tel telephone email".split(
    " ",
  ),
]);
/** Labels above a name that stands alone: the document is about that name. */
const LABEL_BEFORE =
  /(?:titulaire(?: du compte)?|account owner|assure|societaire|souscripteur|client|raison sociale|denomination(?: sociale| de la societe)?|entreprise|societe|nom|beneficiaire|intitule(?: du compte)?|adherent|candidat)[^a-z0-9]*$/;

/** True when the document holds one of the names, whole. */
export function isNamedIn(names: readonly string[], stream: Stream): boolean {
  const flow = undotted(stream.flow);
  return names.some((name) => {
    // « SARL Élan Bâti » is printed « ELAN BATI » here and « Élan Bâti SARL » there.
    const words = withoutLegalForm(name.normalize("NFKD")).split(" ");
    return words[0] !== "" && (standsWhole(words, flow) || standsCut(words, flow, stream));
  });
}

function standsWhole(words: readonly string[], flow: string): boolean {
  const name = new RegExp(`(?<![a-z0-9])${words.join("[^a-z0-9]+")}(?![a-z0-9])`, "g");
  return [...flow.matchAll(name)].some(({ 0: found, index }) => {
    const behind = flow.slice(index + found.length);
    const ahead = flow.slice(0, index);
    return endsThere(behind) && beginsThere(ahead, words.length === 1);
  });
}

/**
 * @param isAlone for a name of one word, which may be a town's, a person's or a bank's: the words before must say that the document is its
 * own
 */
function beginsThere(ahead: string, isAlone: boolean): boolean {
  const [, word = "", apart = ""] = /([a-z0-9]*)([^a-z0-9]*)$/.exec(ahead) ?? [];
  if (TITLES.has(word)) return false;
  if (AHEAD.has(word) || LABEL_BEFORE.test(ahead.slice(-60))) return true;
  return !isAlone && (word === "" || isBreak(apart) || /^\d+$/.test(word));
}

function endsThere(behind: string): boolean {
  const [, apart = "", word = ""] = /^([^a-z0-9]*)([a-z0-9]*)/.exec(behind) ?? [];
  return word === "" || isBreak(apart) || /^\d/.test(word) || BEHIND.has(word);
}

/** True for a line end, a cell's end, or a sign that sets a name apart. A hyphen between two words does not. */
function isBreak(apart: string): boolean {
  return /[\n:;,()[\]«»"|/]| {3}|[–—]|\s-\s/.test(apart);
}

/** A name with this many letters is not found in another text by chance. */
const LONG_NAME = 12;

/** True when a long name is there with its words cut or run together. */
function standsCut(words: readonly string[], flow: string, { squeezed }: Stream): boolean {
  const wanted = squeeze(words.join(""));
  return wanted.length >= LONG_NAME && squeezed.includes(wanted) && !new RegExp(`(?<![a-z0-9])${words.join("[^a-z0-9]+")}`).test(flow);
}
