/** Addresses that a page writes elsewhere than in a link: in what a button runs, in its data, in the address of a viewer. Pure. */

/** Names of data that hold an address: "data-href", "data-document-url". */
const OF_ADDRESSES = /(?:^|-)(?:href|url|uri|link|lien|src|file|fichier|pdf|download|path|chemin)$/;
/** What is between two quotation marks in a program. */
const QUOTED = /(["'`])((?:(?!\1)[^\\\n])*)\1/g;
const MEDIA_TYPE = /^(?:application|text|image)\//i;
const DAY = /^\d{1,4}\/\d{1,2}\/\d{1,4}$/;

/**
 * The one address that an element without a link of its own is written with; `undefined` when there is none, or when there are several.
 * @param data names, without "data-", and values
 * @param program what its click runs
 */
export function addressIn(data: readonly (readonly [name: string, value: string])[], program: string): string | undefined {
  const told = data.flatMap(([name, value]) => (OF_ADDRESSES.test(name) && isAddress(value) ? [value.trim()] : []));
  const run = [...program.matchAll(QUOTED)].flatMap(([, , text = ""]) => (isAddress(text) ? [text] : []));
  const [one, ...others] = new Set(told.length > 0 ? told : run);
  return others.length === 0 ? one : undefined;
}

function isAddress(text: string): boolean {
  const address = text.trim();
  if (/[\s{}<>]/.test(address) || address.startsWith("#") || MEDIA_TYPE.test(address) || DAY.test(address)) return false;
  return address.includes("/") || /\.pdf$/i.test(address);
}

/** Words of a program, "supprimerDocument3" → "supprimer Document 3". */
export function programInWords(program: string): string {
  return program
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{L})(\d)|(\d)(\p{L})/gu, "$1$3 $2$4")
    .replace(/[_$]/g, " ");
}

const VIEWERS = /view|visionn|lecteur|pdf\.?js/i;
const SHOWN_AS = ["file", "src", "url", "document", "doc", "pdf", "fichier"];

/** The document of the same site that a viewer's address names; `undefined` for any other address. */
export function shownBy(viewer: string): string | undefined {
  if (!URL.canParse(viewer)) return undefined;
  const { origin, pathname, searchParams } = new URL(viewer);
  if (!VIEWERS.test(pathname)) return undefined;
  return SHOWN_AS.flatMap((name) => {
    const value = searchParams.get(name) ?? "";
    if (!isAddress(value) || !URL.canParse(value, viewer)) return [];
    const shown = new URL(value, viewer);
    return shown.origin === origin ? [shown.href] : [];
  })[0];
}
