/** A folder that several people share, where a company's sealed file is kept. */

/**
 * `none`: no folder was chosen · `asks`: the browser wants to be told again, by a gesture · `gone`: moved, removed, or on a disk that is not
 * there · `denied`: the browser was told no · `held`: the browser cannot read in it now, as other software uses its files or has not brought
 * them yet · `coming`: only `signs` of the company's file are there, the names of what stands for it until it is brought · `ready`: `at`, when its file was last written, an instant; `null` where there is none yet.
 */
export type FolderState =
  | { readonly state: "none" }
  | { readonly state: "asks" | "gone" | "denied" | "held"; readonly name: string }
  | { readonly state: "coming"; readonly name: string; readonly signs: readonly string[] }
  | {
      readonly state: "ready";
      readonly name: string;
      readonly at: string | null;
      /** Names of the other files of the company there (`isCopy`). */
      readonly copies: readonly string[];
    };

/**
 * Why the file was not written, or `written`. `unread`: what is there could not be opened · `changed`: a colleague wrote meanwhile · `held`: as
 * in {@link FolderState}.
 */
export type FolderWriting = "written" | "unread" | "changed" | "held" | "readOnly" | "denied" | "gone" | "full" | "failed";

export interface FolderUpdate<Read> {
  /** What the file that was there gave; `null` where there was none. */
  readonly read: Read | null;
  /** The other files of the company there, and what each gave; `null` for one that could not be read. */
  readonly copies: readonly { readonly name: string; readonly read: Read | null }[];
  readonly wrote: FolderWriting;
}

/** "entreprise-732829320.pliprêt": of each company its own, in one folder. */
export const folderFileOf = (siren: string) => `entreprise-${siren}.pliprêt`;

/**
 * True for another sealed file of the company: what software that synchronises a folder leaves where two machines wrote at once, or what a
 * colleague exported, copied and put there. "entreprise-732829320 (copie en conflit).pliprêt".
 */
export function isCopy(name: string, siren: string): boolean {
  return (
    name !== folderFileOf(siren) && new RegExp(`^(cop(ie de|y of) )?entreprise-${siren}(?!\\d).*\\.pliprêt$`, "iu").test(composed(name))
  );
}

/**
 * True for what stands for the company's file until it is whole on this machine: the sign that iCloud, Nextcloud or ownCloud leaves of a file
 * not brought yet, or what a transfer under way has written so far. ".entreprise-732829320.pliprêt.icloud".
 */
export function isSign(name: string, siren: string): boolean {
  const endings = "icloud|nextcloud|owncloud|part|partial|crdownload|filepart|tmp|~[0-9a-f]+";
  return new RegExp(`^(\\.|\\.syncthing\\.|~syncthing~)?entreprise-${siren}\\.pliprêt\\.(${endings})$`, "iu").test(composed(name));
}

/** Some systems write an accented letter as two signs. */
const composed = (name: string) => name.normalize("NFC");
