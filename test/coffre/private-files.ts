/** The part of the origin's private file system that the coffre uses, in memory. */

/** By folder, then by name. */
type Folders = Map<string, Map<string, Uint8Array<ArrayBuffer>>>;

/** Gives the page a new, empty one, as in a new browser profile; returns its contents. */
export function newPrivateFiles(): Folders {
  const folders: Folders = new Map();
  Object.defineProperty(navigator, "storage", {
    configurable: true,
    value: { getDirectory: async () => ({ getDirectoryHandle: async (name: string) => folderOf(folders, name) }) },
  });
  return folders;
}

function folderOf(folders: Folders, folder: string) {
  const files = folders.get(folder) ?? new Map<string, Uint8Array<ArrayBuffer>>();
  folders.set(folder, files);
  return {
    getFileHandle: async (name: string, { create = false } = {}) => {
      if (!files.has(name) && !create) throw new DOMException(name, "NotFoundError");
      if (!files.has(name)) files.set(name, new Uint8Array());
      return handleOf(files, name);
    },
    removeEntry: async (name: string) => void files.delete(name),
    keys: () => files.keys(),
  };
}

function handleOf(files: Map<string, Uint8Array<ArrayBuffer>>, name: string) {
  return {
    getFile: async () => new Blob([files.get(name) ?? new Uint8Array()]),
    createWritable: async () => {
      let written = new Uint8Array();
      return {
        write: async (bytes: Uint8Array<ArrayBuffer>) => {
          written = bytes.slice();
        },
        close: async () => void files.set(name, written),
      };
    },
  };
}
