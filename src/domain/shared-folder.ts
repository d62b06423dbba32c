/** A folder that several people share, where a company's sealed file is kept. */

/**
 * `none`: no folder was chosen · `asks`: the browser wants to be told again, by a gesture · `gone`: moved, removed, or on a disk that is not
 * there · `denied`: the browser was told no · `ready`: `at`, when its file was last written, an instant; `null` where there is none yet.
 */
export type FolderState =
  | { readonly state: "none" }
  | { readonly state: "asks" | "gone" | "denied"; readonly name: string }
  | { readonly state: "ready"; readonly name: string; readonly at: string | null };

/** Why the file was not written, or `written`. `unread`: what is there could not be read · `changed`: a colleague wrote meanwhile. */
export type FolderWriting = "written" | "unread" | "changed" | "readOnly" | "denied" | "gone" | "full" | "failed";

export interface FolderUpdate<Read> {
  /** What the file that was there gave; `null` where there was none. */
  readonly read: Read | null;
  readonly wrote: FolderWriting;
}

/** "entreprise-732829320.pliprêt": of each company its own, in one folder. */
export const folderFileOf = (siren: string) => `entreprise-${siren}.pliprêt`;
