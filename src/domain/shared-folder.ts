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
      /** The file is there without a byte. */
      readonly isBlank: boolean;
      /** Names of the other files of the company there (`isCopy`). */
      readonly copies: readonly string[];
    };

/**
 * Why the file was not written, or `written`. `unread`: what is there could not be opened · `missing`: the file that was to be opened is not
 * there any more · `changed`: a colleague wrote meanwhile · `replaced`: written, but something else is there since · `held`: as in
 * {@link FolderState}.
 */
export type FolderWriting =
  | "written"
  | "unread"
  | "missing"
  | "replaced"
  | "changed"
  | "held"
  | "readOnly"
  | "denied"
  | "gone"
  | "full"
  | "failed";

export interface FolderUpdate<Read> {
  /** What the file that was there gave; `null` where there was none. */
  readonly read: Read | null;
  /** The other files of the company there, and what each gave; `null` for one that could not be read. */
  readonly copies: readonly { readonly name: string; readonly read: Read | null }[];
  readonly wrote: FolderWriting;
}

/** "entreprise-732829320.pliprêt": of each company its own, in one folder. */
export const folderFileOf = (siren: string) => `entreprise-${siren}.pliprêt`;

/** The same name to a disk that ignores case, or writes an accented letter as two signs. */
export function isOwnName(name: string, siren: string): boolean {
  return plainly(name) === folderFileOf(siren);
}

/** The name that the file has there: as it is written here, else what a disk or software made of it; `null` where there is none. */
export function ownNameAmong(names: readonly string[], siren: string): string | null {
  const own = folderFileOf(siren);
  return names.includes(own) ? own : (names.find((name) => isOwnName(name, siren)) ?? null);
}

/** Its ending, also without its accent: some software writes plain letters alone. */
const ENDING = "\\.plipr[êe]t";
/** What is put before a copy's name: « Copie de », « Kopie von ». What begins by a point or a tilde is never a copy. */
const BEFORE = "(?:[^.~$_].{0,60}[\\s_-])?";
/** What some software puts after the ending. */
const AFTER = "(?:\\s?\\([^)]*\\)|[\\s._-]+(?:cop(?:ie|y)|conflict|sync-conflict)[^.]*)?";

/**
 * True for another sealed file of the company: what software that synchronises a folder leaves where two machines wrote at once, or what a
 * colleague exported, copied and put there. "entreprise-732829320 (copie en conflit).pliprêt".
 */
export function isCopy(name: string, siren: string): boolean {
  return name !== folderFileOf(siren) && new RegExp(`^${BEFORE}entreprise-${siren}(?!\\d).*${ENDING}${AFTER}$`, "u").test(plainly(name));
}

/** Endings that mark a file on its way, and the random one that rsync gives a hidden file. */
const ON_ITS_WAY =
  "(?:icloud|nextcloud|owncloud|(?:file)?part(?:ial)?|(?:crd|gd|d)ownload|insyncdl|te?mp(?:[.-]?\\w+)?|!sync|bts|~[0-9a-f]+)";

/**
 * True for what stands for the company's file until it is whole on this machine: the sign that iCloud, Nextcloud or ownCloud leaves of a file
 * not brought yet, or what a transfer under way has written so far. ".entreprise-732829320.pliprêt.icloud".
 */
export function isSign(name: string, siren: string): boolean {
  const file = `entreprise-${siren}${ENDING}`;
  const signs = [`(?:\\.|\\.syncthing\\.|~syncthing~|~)?${file}(?:\\.${ON_ITS_WAY}|~rf[0-9a-f]+\\.tmp)`, `\\.${file}\\.[a-z0-9]{6}`];
  return new RegExp(`^(?:${signs.join("|")})$`, "u").test(plainly(name));
}

/** One sign for each letter, without case. */
const plainly = (name: string) => name.normalize("NFC").toLowerCase();
