/** A folder in memory that answers as Chromium does, and browsers that share it. */
import type { SharedFolder } from "../../src/keeper/folder.ts";

export const SIREN = "913456786";
export const NAME = `entreprise-${SIREN}.pliprêt`;
export const AT = Date.parse("2026-11-24T09:00:00Z");

/** A folder in memory. `refuses`: the name of the error that it answers to writing. */
export function newFolder(given: { permission?: PermissionState; refuses?: string; isGone?: boolean; ignoresCase?: boolean } = {}) {
  const files = new Map<string, { bytes: Blob; at: number }>();
  const state = {
    ...{
      permission: "granted" as PermissionState,
      asked: [] as string[],
      writes: 0,
      files,
      onWrite: () => {},
      onClose: (_name: string) => {},
    },
    /** The name of the error that it answers to reading. */
    unreadable: undefined as string | undefined,
    ...given,
  };
  const fail = (name: string) => {
    throw new DOMException(name, name);
  };
  const folder = {
    name: "Marchés",
    queryPermission: async () => state.permission,
    requestPermission: async ({ mode }: { mode: string }) => {
      state.asked.push(mode);
      state.permission = "granted";
      return state.permission;
    },
    keys: async function* () {
      if (state.isGone === true) fail("NotFoundError");
      yield* [...files.keys()];
    },
    getFileHandle: async (asked: string, { create = false } = {}) => {
      if (state.permission !== "granted") fail("NotAllowedError");
      const name = state.ignoresCase === true ? ([...files.keys()].find((one) => plainly(one) === plainly(asked)) ?? asked) : asked;
      if (state.isGone === true || (!files.has(name) && !create)) fail("NotFoundError");
      if (!files.has(name)) files.set(name, { bytes: new Blob(), at: AT });
      return {
        getFile: async () => {
          const { bytes, at } = files.get(name) ?? fail("NotFoundError");
          const file = new File([bytes], name, { lastModified: at });
          const text = async () => {
            // A file that changed since it was taken does not let itself be read, nor one that its software holds.
            if (state.unreadable !== undefined || files.get(name)?.at !== at) fail(state.unreadable ?? "NotReadableError");
            return bytes.text();
          };
          return Object.assign(file, { text });
        },
        createWritable: async () => {
          if (state.refuses !== undefined) fail(state.refuses);
          let written = new Blob();
          return {
            write: async (blob: Blob) => {
              written = blob;
              state.onWrite();
            },
            abort: async () => undefined,
            close: async () => {
              state.writes += 1;
              files.set(name, { bytes: written, at: AT + state.writes * 1_000 });
              state.onClose(name);
            },
          };
        },
      };
    },
  } as unknown as SharedFolder;
  return { folder, state };
}

/** What a browser holds, and joins: lines of a text in place of a sealed coffre. */
export function browserWith(...lines: string[]) {
  const here = new Set(lines);
  return {
    here,
    work: {
      read: async (file: File) => {
        const text = await file.text();
        for (const line of text.split("\n")) here.add(line);
        return text.includes("illisible") ? "damaged" : "imported";
      },
      isWhole: (came: string) => came === "imported",
      isFirst: true,
      seal: async () => new Blob([[...here].sort().join("\n")]),
    },
  };
}

const plainly = (name: string) => name.normalize("NFC").toLowerCase();

export const put = ({ files }: ReturnType<typeof newFolder>["state"], name: string, text: string, at = AT) =>
  void files.set(name, { bytes: new Blob([text]), at });
