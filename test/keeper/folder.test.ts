/** A company's sealed file in a shared folder: two browsers that take turns, and all that a folder may refuse. Folders as Chromium answers for them. */
import { describe, expect, test } from "vitest";
import { folderState, type SharedFolder, updateFolder } from "../../src/keeper/folder.ts";

const SIREN = "913456786";
const NAME = `entreprise-${SIREN}.pliprêt`;
const AT = Date.parse("2026-11-24T09:00:00Z");

/** A folder in memory. `refuses`: the name of the error that it answers to writing. */
function newFolder(given: { permission?: PermissionState; refuses?: string; isGone?: boolean } = {}) {
  const files = new Map<string, { bytes: Blob; at: number }>();
  const state = { permission: "granted" as PermissionState, asked: [] as string[], writes: 0, ...given, files, onWrite: () => {} };
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
    keys: () => ({ next: async () => (state.isGone === true ? fail("NotFoundError") : { done: true, value: undefined }) }),
    getFileHandle: async (name: string, { create = false } = {}) => {
      if (state.isGone === true || (!files.has(name) && !create)) fail("NotFoundError");
      if (!files.has(name)) files.set(name, { bytes: new Blob(), at: AT });
      return {
        getFile: async () => {
          const { bytes, at } = files.get(name) ?? fail("NotFoundError");
          return new File([bytes], name, { lastModified: at });
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
            },
          };
        },
      };
    },
  } as unknown as SharedFolder;
  return { folder, state };
}

/** What a browser holds, and joins: lines of a text in place of a sealed coffre. */
function browserWith(...lines: string[]) {
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
      seal: async () => new Blob([[...here].sort().join("\n")]),
    },
  };
}

describe("two browsers and one folder", () => {
  test("each joins what the other wrote before it writes; nobody's is lost", async () => {
    const { folder, state } = newFolder();
    const [one, other] = [browserWith("a"), browserWith("b")];
    expect(await updateFolder(folder, SIREN, one.work)).toEqual({ read: null, wrote: "written" });
    expect(await updateFolder(folder, SIREN, other.work)).toEqual({ read: "imported", wrote: "written" });
    expect(await updateFolder(folder, SIREN, one.work)).toEqual({ read: "imported", wrote: "written" });
    expect([[...one.here].sort(), [...other.here].sort(), await state.files.get(NAME)?.bytes.text()]).toEqual([
      ["a", "b"],
      ["a", "b"],
      "a\nb",
    ]);
    expect(await folderState(folder, SIREN, false)).toEqual({ state: "ready", name: "Marchés", at: "2026-11-24T09:00:03.000Z" });
  });

  test("written by a colleague while one seals: nothing is replaced, and the next time joins it", async () => {
    const { folder, state } = newFolder();
    const one = browserWith("a");
    const seal = async () => {
      state.files.set(NAME, { bytes: new Blob(["b"]), at: AT + 60_000 });
      return one.work.seal();
    };
    expect(await updateFolder(folder, SIREN, { ...one.work, seal })).toEqual({ read: null, wrote: "changed" });
    expect(await state.files.get(NAME)?.bytes.text()).toBe("b");
    await updateFolder(folder, SIREN, one.work);
    expect([...one.here]).toEqual(["a", "b"]);
  });

  test("what is there and is not read, or not joined whole, is never written over", async () => {
    const { folder, state } = newFolder();
    state.files.set(NAME, { bytes: new Blob(["illisible"]), at: AT });
    expect(await updateFolder(folder, SIREN, browserWith("a").work)).toEqual({ read: "damaged", wrote: "unread" });
    expect(await state.files.get(NAME)?.bytes.text()).toBe("illisible");
  });

  test("a file that a stopped browser made and never wrote is none", async () => {
    const { folder, state } = newFolder();
    state.files.set(NAME, { bytes: new Blob(), at: AT });
    expect(await folderState(folder, SIREN, false)).toMatchObject({ at: null });
    expect(await updateFolder(folder, SIREN, browserWith("a").work)).toEqual({ read: null, wrote: "written" });
  });
});

describe("a folder that refuses", () => {
  test.each([
    ["NoModificationAllowedError", "readOnly"],
    ["NotAllowedError", "denied"],
    ["QuotaExceededError", "full"],
    ["InvalidStateError", "failed"],
  ])("%s is told as %s, what it held is joined, and stays", async (refuses, wrote) => {
    const { folder, state } = newFolder({ refuses });
    state.files.set(NAME, { bytes: new Blob(["b"]), at: AT });
    const one = browserWith("a");
    expect(await updateFolder(folder, SIREN, one.work)).toEqual({ read: "imported", wrote });
    expect([[...one.here], await state.files.get(NAME)?.bytes.text()]).toEqual([["a", "b"], "b"]);
  });

  test("gone, it is told from one without a file, before and while it is written", async () => {
    const gone = newFolder({ isGone: true });
    expect(await folderState(gone.folder, SIREN, false)).toEqual({ state: "gone", name: "Marchés" });
    expect(await updateFolder(gone.folder, SIREN, browserWith().work)).toEqual({ read: null, wrote: "gone" });
    const { folder, state } = newFolder();
    expect(await folderState(folder, SIREN, false)).toEqual({ state: "ready", name: "Marchés", at: null });
    const seal = async () => {
      state.isGone = true;
      return new Blob(["a"]);
    };
    expect(await updateFolder(folder, SIREN, { ...browserWith().work, seal })).toMatchObject({ wrote: "gone" });
  });

  test("after a restart the browser is asked in a gesture, and only then; refused, it is said", async () => {
    const { folder, state } = newFolder({ permission: "prompt" });
    expect(await folderState(folder, SIREN, false)).toEqual({ state: "asks", name: "Marchés" });
    expect(state.asked).toEqual([]);
    expect(await folderState(folder, SIREN, true)).toMatchObject({ state: "ready" });
    expect(state.asked).toEqual(["readwrite"]);
    expect(await folderState(newFolder({ permission: "denied" }).folder, SIREN, true)).toEqual({ state: "denied", name: "Marchés" });
    expect(await folderState(null, SIREN, true)).toEqual({ state: "none" });
  });
});
