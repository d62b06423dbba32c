/**
 * A company's sealed file in a folder that several people share. It is read and joined before it is written, and never written over what was
 * not read: a colleague may have written meanwhile.
 */
import { sha256Of } from "../domain/sha256.ts";
import {
  type FolderState,
  type FolderUpdate,
  type FolderWriting,
  folderFileOf,
  isCopy,
  isOwnName,
  isSign,
  ownNameAmong,
} from "../domain/shared-folder.ts";

/** What browsers that have folders ask and answer, beside what every browser has (WICG, File System Access). */
export interface SharedFolder extends Pick<FileSystemDirectoryHandle, "name" | "getFileHandle" | "keys"> {
  queryPermission(wish: { readonly mode: Mode }): Promise<PermissionState>;
  requestPermission(wish: { readonly mode: Mode }): Promise<PermissionState>;
}
type Mode = "read" | "readwrite";

interface FileWork<Read> {
  /** Joins what the file holds to what is here. */
  readonly read: (file: File) => Promise<Read>;
  /** True when all that the file held was joined: written over before, a colleague's part would be lost. */
  readonly isWhole: (read: Read) => boolean;
  /** All that is here by then, as one sealed file. */
  readonly seal: () => Promise<Blob>;
  /** The passphrase was chosen for a first file; otherwise it is that of a file there, which has to open before anything is sealed by it. */
  readonly isFirst: boolean;
}

/** @param asks the person has just made a gesture: the browser may be asked */
export async function folderState(folder: SharedFolder | null, siren: string, asks: boolean): Promise<FolderState> {
  if (folder === null) return { state: "none" };
  const { name } = folder;
  const permission = await permissionOf(folder, asks);
  if (permission !== "granted") return { state: permission === "denied" ? "denied" : "asks", name };
  try {
    const own = await ownIn(folder, siren);
    if (own === "gone") return { state: "gone", name };
    const { file, isBlank } = own;
    const { copies, signs } = await othersIn(folder, siren, own);
    if (file === null && signs.length > 0) return { state: "coming", name, signs };
    return { state: "ready", name, at: file === null ? null : new Date(file.lastModified).toISOString(), isBlank, copies };
  } catch (error) {
    const why = whyNotRead(error);
    return { state: why === "denied" ? "asks" : why, name };
  }
}

/** Names of the other files of the company, and of what stands for its own, in order. */
async function othersIn(folder: SharedFolder, siren: string, own: Own): Promise<{ readonly copies: string[]; readonly signs: string[] }> {
  const names = (await namesIn(folder)).sort();
  const copies: string[] = [];
  for (const name of names.filter((one) => one !== own.name && isCopy(one, siren)))
    if (!(isOwnName(name, siren) && (await isNoOther(folder, name, own)))) copies.push(name);
  return { copies, signs: names.filter((name) => isSign(name, siren)) };
}

/** A disk that ignores case lists one file by the name that somebody gave it, and opens it by the other. True too once it is gone. */
async function isNoOther(folder: SharedFolder, name: string, { file }: Own): Promise<boolean> {
  const other = await folder
    .getFileHandle(name)
    .then((handle) => handle.getFile())
    .catch((error: unknown) => {
      if (nameOf(error) === "NotFoundError") return null;
      throw error;
    });
  if (other === null) return true;
  return file !== null && isSameFile(file, other) && (await endsOf(file)) === (await endsOf(other));
}

async function namesIn(folder: SharedFolder): Promise<string[]> {
  const names: string[] = [];
  for await (const name of folder.keys()) names.push(name);
  return names;
}

/** Writing is wished for; a folder that is only to be read may still be read. */
async function permissionOf(folder: SharedFolder, asks: boolean): Promise<PermissionState> {
  const states: PermissionState[] = [];
  for (const mode of ["readwrite", "read"] as const) {
    const known = await folder.queryPermission({ mode });
    const state = known === "prompt" && asks ? await folder.requestPermission({ mode }).catch(() => "prompt" as const) : known;
    if (state === "granted") return state;
    states.push(state);
  }
  return states.includes("prompt") ? "prompt" : "denied";
}

/**
 * The file of the company, and the name that it has there; `file` is `null` where the folder has none, or one without a byte (`isBlank`): made
 * and never written, as a browser was stopped in between, or not filled yet by what brings it.
 */
interface Own {
  readonly name: string;
  readonly file: File | null;
  readonly isBlank: boolean;
}

async function ownIn(folder: SharedFolder, siren: string): Promise<Own | "gone"> {
  const exact = folderFileOf(siren);
  try {
    return await ownNamed(folder, exact);
  } catch (error) {
    if (nameOf(error) !== "NotFoundError") throw error;
    // A folder that is not there any more answers the same of its files.
    const names = await namesIn(folder).catch(() => null);
    if (names === null) return "gone";
    const name = ownNameAmong(names, siren);
    return name === null || name === exact ? { name: exact, file: null, isBlank: false } : await ownNamed(folder, name);
  }
}

async function ownNamed(folder: SharedFolder, name: string): Promise<Own> {
  const file = await (await folder.getFileHandle(name)).getFile();
  const isBlank = file.size === 0;
  return { name, file: isBlank ? null : file, isBlank };
}

/** Reads what is there and joins it, then writes all that is here by then. */
export async function updateFolder<Read>(
  folder: SharedFolder,
  siren: string,
  { read, isWhole, seal, isFirst }: FileWork<Read>,
): Promise<FolderUpdate<Read>> {
  const ended = (wrote: FolderWriting) => ({ read: null, copies: [], wrote });
  let own: Own | "gone" = { name: folderFileOf(siren), file: null, isBlank: false };
  let ends: Ends | null = null;
  let came: Read | null = null;
  let copies: FolderUpdate<Read>["copies"] = [];
  try {
    own = await ownIn(folder, siren);
    if (own === "gone") return ended("gone");
    const before = own.file;
    const others = await othersIn(folder, siren, own);
    // Written beside what is on its way, a first file would be a second one.
    if (before === null && others.signs.length > 0) return ended("held");
    // Before it is read: whatever is written after this is a change.
    ends = before === null ? null : await endsOf(before);
    came = before === null ? null : await read(before);
    if (came !== null && !isWhole(came)) return { read: came, copies, wrote: "unread" };
    copies = await readCopies(folder, others.copies, read);
  } catch (error) {
    const why = whyNotRead(error);
    return ended(why === "held" && (await hasChanged(folder, siren, own)) ? "changed" : why);
  }
  const isOpened = came !== null || copies.some((copy) => copy.read !== null && isWhole(copy.read));
  if (!isFirst && !isOpened) return { read: null, copies, wrote: copies.length > 0 ? "unread" : "missing" };
  const sealed = await seal();
  return { read: came, copies, wrote: await write(folder, siren, sealed, { own, ends }) };
}

/** One that cannot be read stays there for the next time: nothing is written over it. */
async function readCopies<Read>(
  folder: SharedFolder,
  names: readonly string[],
  read: FileWork<Read>["read"],
): Promise<FolderUpdate<Read>["copies"]> {
  const copies: { name: string; read: Read | null }[] = [];
  for (const name of names) {
    const gave = async () => {
      const file = await (await folder.getFileHandle(name)).getFile();
      return file.size === 0 ? null : read(file);
    };
    copies.push({
      name,
      read: await gave().catch((error: unknown) => {
        whyNotRead(error);
        return null;
      }),
    });
  }
  return copies;
}

/** A file that changed since it was taken does not let itself be read. */
async function hasChanged(folder: SharedFolder, siren: string, before: Own | "gone"): Promise<boolean> {
  const now = await ownIn(folder, siren).catch(() => "gone" as const);
  return now !== "gone" && before !== "gone" && !isSameFile(before.file, now.file);
}

/** @throws what no folder answers: a bug */
function whyNotRead(error: unknown): "denied" | "gone" | "held" {
  const name = nameOf(error);
  if (name === "") throw error;
  return name === "NotAllowedError" || name === "SecurityError" ? "denied" : name === "NotFoundError" ? "gone" : "held";
}

/** The browser writes beside, and puts it in its place at once: cut, the file stays as it was. */
async function write(folder: SharedFolder, siren: string, sealed: Blob, taken: Taken): Promise<FolderWriting> {
  try {
    const before = await sinceTaken(folder, siren, taken);
    if (before !== "same") return before;
    const handle = await folder.getFileHandle(taken.own.name, { create: true });
    const writable = await handle.createWritable();
    const abort = () => writable.abort().catch(() => undefined);
    try {
      await writable.write(sealed);
      // A large file takes its time, and a colleague's may have come meanwhile.
      const after = await sinceTaken(folder, siren, taken);
      if (after !== "same") {
        await abort();
        return after;
      }
    } catch (error) {
      await abort();
      throw error;
    }
    await writable.close();
    const there = await handle
      .getFile()
      .then(async (file) => file.size === sealed.size && (await endsOf(file)) === (await endsOf(sealed)))
      .catch(() => null);
    return there === false ? "replaced" : "written";
  } catch (error) {
    return WHY[nameOf(error)] ?? "failed";
  }
}

/** What became of the file since it was taken. */
async function sinceTaken(folder: SharedFolder, siren: string, { own, ends }: Taken): Promise<"same" | "gone" | "changed"> {
  const now = await ownIn(folder, siren);
  if (now === "gone") return "gone";
  const isSame = now.name === own.name && isSameFile(own.file, now.file) && (now.file === null || (await endsOf(now.file)) === ends);
  return isSame ? "same" : "changed";
}

const WHY: Readonly<Record<string, FolderWriting>> = {
  NotAllowedError: "denied",
  SecurityError: "denied",
  NoModificationAllowedError: "readOnly",
  NotFoundError: "gone",
  QuotaExceededError: "full",
};

/** The first and last bytes of a sealed file, which no other one has: it begins with what was drawn for it. */
type Ends = string;

interface Taken {
  readonly own: Own;
  readonly ends: Ends | null;
}

const END_BYTES = 4_096;

/** Folders count time by the second or two: two files written within it, of one length, have the same date. */
async function endsOf(file: Blob): Promise<Ends> {
  const ends = new Blob([file.slice(0, END_BYTES), file.slice(-END_BYTES)]);
  return sha256Of(new Uint8Array(await ends.arrayBuffer()));
}

function isSameFile(one: File | null, other: File | null): boolean {
  return one?.size === other?.size && one?.lastModified === other?.lastModified;
}

const nameOf = (error: unknown) => (error instanceof DOMException ? error.name : "");

/** The folders of a browser that has them; `null` where it has none (Firefox). */
export function folderPicker(): (() => Promise<FileSystemDirectoryHandle | null>) | null {
  const { showDirectoryPicker } = globalThis as { showDirectoryPicker?: (wish: object) => Promise<FileSystemDirectoryHandle> };
  if (showDirectoryPicker === undefined) return null;
  return async () => {
    try {
      return await showDirectoryPicker.call(globalThis, { id: "pli-pret", mode: "readwrite" });
    } catch (error) {
      if (nameOf(error) === "AbortError") return null;
      throw error;
    }
  };
}
