/** What addresses say, as a person reads it. */

/** The text without its escapes; as it is written where they are of no text. */
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
