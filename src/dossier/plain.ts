/** How two writings of the same thing are recognised as the same. */

/** Without accents, capitals, punctuation: "Sté  L'Étoile" → "ste l etoile". */
export function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** Words of addresses as sources shorten them, and the legal forms that some print in the name. */
const LONG_FORMS: Readonly<Record<string, string>> = {
  all: "allee",
  av: "avenue",
  ave: "avenue",
  bd: "boulevard",
  bld: "boulevard",
  bvd: "boulevard",
  ch: "chemin",
  che: "chemin",
  chem: "chemin",
  crs: "cours",
  fg: "faubourg",
  imp: "impasse",
  pl: "place",
  r: "rue",
  res: "residence",
  rte: "route",
  sq: "square",
  st: "saint",
  ste: "sainte",
  zi: "zone industrielle",
  za: "zone artisanale",
  zac: "zone d amenagement concerte",
};
const LEGAL_FORMS = /\b(sas|sasu|sarl|sa|eurl|sci|snc|scop|selarl|societe|ste|ets|etablissements)\b/g;

/** "12 BIS AV. DE LA GARE" and "12 bis avenue de la Gare" are the same. */
export function plainAddress(text: string): string {
  return plain(text)
    .split(" ")
    .map((word) => LONG_FORMS[word] ?? word)
    .filter((word) => word !== "cedex")
    .join(" ");
}

/** "SARL Dupont & Fils" and "DUPONT ET FILS" are the same. */
export function plainName(text: string): string {
  const name = plain(text.replaceAll("&", " et "));
  const bare = name.replace(LEGAL_FORMS, " ").replace(/\s+/g, " ").trim();
  return bare === "" ? name : bare;
}

/**
 * What INSEE (`[ND]`) and Recherche d'entreprises (`[NON-DIFFUSIBLE]`) print instead of a value that the person did not
 * let them publish. It is never a value.
 */
export function isRedacted(value: unknown): boolean {
  return typeof value === "string" && /\[\s*(ND|NON[- ]DIFFUSIBLE)\s*\]/i.test(value);
}
