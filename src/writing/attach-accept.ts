/** The `accept` attribute of a file input. Source: HTML standard, file upload state. */

/** What must be known of a file to judge it. */
export interface FileTraits {
  readonly fileName: string;
  /** Media type, "application/pdf"; may be empty. */
  readonly type: string;
}

/** True when the attribute names the file's extension or media type, or names nothing. */
export function isAccepted({ fileName, type }: FileTraits, accept: string | undefined): boolean {
  const tokens = (accept ?? "")
    .toLowerCase()
    .split(",")
    .map((token) => token.trim())
    .filter((token) => token !== "");
  if (tokens.length === 0) return true;
  const name = fileName.toLowerCase();
  const media = type.toLowerCase();
  return tokens.some((token) => {
    if (token === "*" || token === "*/*" || token === ".*") return true;
    if (token.startsWith(".")) return name.endsWith(token);
    // Portals also write extensions without their dot.
    if (!token.includes("/")) return name.endsWith(`.${token}`);
    return token.endsWith("/*") ? media.startsWith(token.slice(0, -1)) : media === token;
  });
}
