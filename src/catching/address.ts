/** Parts of addresses, as a person reads them. */

/** The text with its escapes decoded; unchanged when they do not decode. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The last part of an address's path, as it is written; empty where there is none. */
export function fileNameIn(address: string): string {
  return URL.canParse(address) ? (new URL(address).pathname.split("/").at(-1) ?? "") : "";
}
