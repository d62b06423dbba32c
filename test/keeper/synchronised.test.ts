/** What software that synchronises a folder does to the file while nobody looks: it renames, cuts, removes, puts back, and leaves its own files. */
import { describe, expect, test } from "vitest";
import { isCopy, isSign } from "../../src/domain/shared-folder.ts";
import { folderState, updateFolder } from "../../src/keeper/folder.ts";
import { AT, browserWith, NAME, newFolder, put, SIREN } from "./some-folder.ts";

const opens = (...lines: string[]) => ({ ...browserWith(...lines).work, isFirst: false });
const textOf = (state: ReturnType<typeof newFolder>["state"], name = NAME) => state.files.get(name)?.bytes.text();

describe("names", () => {
  test.each([
    `entreprise-${SIREN} - Copie.pliprêt`,
    `entreprise-${SIREN} copie.pliprêt`,
    `Copie (2) de entreprise-${SIREN}.pliprêt`,
    `Kopie von entreprise-${SIREN}.pliprêt`,
    `Conflit - entreprise-${SIREN}.pliprêt`,
    `entreprise-${SIREN} (PC-PAUL's conflicted copy 2026-11-24).pliprêt`,
    `entreprise-${SIREN} (Case Conflict).pliprêt`,
    `entreprise-${SIREN}[conflicted].pliprêt`,
    `entreprise-${SIREN}-DESKTOP-4F2A.pliprêt`,
    `entreprise-${SIREN} (copie en conflit de Paul).plipret`,
    `entreprise-${SIREN}.plipret`,
    `entreprise-${SIREN}.pliprêt (1)`,
    `entreprise-${SIREN}.pliprêt.Conflict`,
    `entreprise-${SIREN}.pliprêt.sync-conflict-20261124-090000-ABCDEFG`,
    `entreprise-${SIREN}.pliprêt copie`,
    `Entreprise-${SIREN}.PLIPRÊT`,
  ])("« %s » is another file of the company", (name) => {
    expect([isCopy(name, SIREN), isSign(name, SIREN)]).toEqual([true, false]);
  });

  test.each([
    `${NAME}.tmp`,
    `${NAME}.tmp.4512`,
    `${NAME}.tmp4512`,
    `${NAME}.temp`,
    `${NAME}.download`,
    `${NAME}.gdownload`,
    `${NAME}.insyncdl`,
    `${NAME}.!sync`,
    `${NAME}.bts`,
    `${NAME}~RF1a2b3c.TMP`,
    `~${NAME}.tmp`,
    `.${NAME}.Xy12Ab`,
  ])("« %s » is the file on its way", (name) => {
    expect([isCopy(name, SIREN), isSign(name, SIREN)]).toEqual([false, true]);
  });

  test.each([
    `~$entreprise-${SIREN}.pliprêt`,
    `._entreprise-${SIREN}.pliprêt`,
    `.~lock.${NAME}#`,
    `${NAME}.crswap`,
    `entreprise-${SIREN}.txt`,
    `entreprise-9${SIREN}.pliprêt`,
    `entreprise-${SIREN}7 (1).pliprêt`,
    "desktop.ini",
    ".DS_Store",
  ])("« %s » is neither", (name) => {
    expect([isCopy(name, SIREN), isSign(name, SIREN)]).toEqual([false, false]);
  });
});

describe("a name that changes", () => {
  const RENAMED = `Entreprise-${SIREN}.PLIPRÊT`;

  test.each([RENAMED, NAME.normalize("NFD")])("« %s », alone there, is the file: it is read and written under that name", async (name) => {
    const { folder, state } = newFolder();
    put(state, name, "b");
    expect(await folderState(folder, SIREN, false)).toMatchObject({ state: "ready", at: new Date(AT).toISOString(), copies: [] });
    expect(await updateFolder(folder, SIREN, opens("a"))).toMatchObject({ read: "imported", copies: [], wrote: "written" });
    expect([[...state.files.keys()], await textOf(state, name)]).toEqual([[name], "a\nb"]);
  });

  test("on a disk that ignores case, the file is not taken for a copy of itself", async () => {
    const { folder, state } = newFolder({ ignoresCase: true });
    put(state, RENAMED, "b");
    expect(await folderState(folder, SIREN, false)).toMatchObject({ state: "ready", copies: [] });
    expect(await updateFolder(folder, SIREN, opens("a"))).toMatchObject({ read: "imported", copies: [], wrote: "written" });
    expect([...state.files.keys()]).toEqual([RENAMED]);
  });

  test("both names on a disk that tells them apart: the other one is a copy, and its part is joined", async () => {
    const { folder, state } = newFolder();
    put(state, NAME, "b");
    put(state, RENAMED, "c");
    expect(await updateFolder(folder, SIREN, opens("a"))).toMatchObject({
      copies: [{ name: RENAMED, read: "imported" }],
      wrote: "written",
    });
    expect(await textOf(state)).toBe("a\nb\nc");
  });

  test("renamed between the reading and the writing: nothing is written beside it", async () => {
    const { folder, state } = newFolder();
    put(state, NAME, "b");
    const seal = async () => {
      state.files.delete(NAME);
      put(state, RENAMED, "b");
      return new Blob(["a\nb"]);
    };
    expect(await updateFolder(folder, SIREN, { ...opens("a"), seal })).toMatchObject({ wrote: "changed" });
    expect([...state.files.keys()]).toEqual([RENAMED]);
  });
});

describe("a file that goes and comes", () => {
  test("removed while the passphrase of the one there was typed: nothing is sealed by what may be a slip", async () => {
    const { folder, state } = newFolder();
    expect(await updateFolder(folder, SIREN, opens("a"))).toEqual({ read: null, copies: [], wrote: "missing" });
    expect([...state.files.keys()]).toEqual([]);
  });

  test("renamed into a conflict copy: the copy has to open before the file is written again", async () => {
    const { folder, state } = newFolder();
    const copy = `entreprise-${SIREN} (copie en conflit de PC-PAUL).pliprêt`;
    put(state, copy, "illisible");
    expect(await updateFolder(folder, SIREN, opens("a"))).toEqual({
      read: null,
      copies: [{ name: copy, read: "damaged" }],
      wrote: "unread",
    });
    expect([...state.files.keys()]).toEqual([copy]);
    put(state, copy, "b");
    expect(await updateFolder(folder, SIREN, opens("a"))).toMatchObject({ copies: [{ name: copy, read: "imported" }], wrote: "written" });
    expect([await textOf(state), await textOf(state, copy)]).toEqual(["a\nb", "b"]);
  });

  test("removed after it was read, then put back as it was at another time: nothing is replaced either time", async () => {
    const { folder, state } = newFolder();
    put(state, NAME, "b");
    const removing = async () => {
      state.files.delete(NAME);
      return new Blob(["a"]);
    };
    expect(await updateFolder(folder, SIREN, { ...opens("a"), seal: removing })).toMatchObject({ read: "imported", wrote: "changed" });
    expect([...state.files.keys()]).toEqual([]);
    put(state, NAME, "b");
    const puttingBack = async () => {
      put(state, NAME, "b", AT - 86_400_000);
      return new Blob(["a"]);
    };
    expect(await updateFolder(folder, SIREN, { ...opens("a"), seal: puttingBack })).toMatchObject({ wrote: "changed" });
    expect(await textOf(state)).toBe("b");
  });

  test("emptied before it is filled again: with the sign of the transfer beside, nothing is offered nor written", async () => {
    const { folder, state } = newFolder();
    put(state, NAME, "");
    put(state, `${NAME}.tmp.4512`, "la moi");
    expect(await folderState(folder, SIREN, false)).toMatchObject({ state: "coming" });
    expect(await updateFolder(folder, SIREN, { ...opens("a"), isFirst: true })).toMatchObject({ wrote: "held" });
  });

  test("emptied without any sign, while one typed the passphrase of what was there: nothing is written", async () => {
    const { folder, state } = newFolder();
    put(state, NAME, "");
    expect(await updateFolder(folder, SIREN, opens("a"))).toMatchObject({ wrote: "missing" });
    expect(await textOf(state)).toBe("");
  });

  test("dated in the future, or at the beginning of time: it is read and written like any other", async () => {
    for (const at of [Date.parse("2031-01-01T00:00:00Z"), 0, Date.parse("1601-01-01T00:00:00Z")]) {
      const { folder, state } = newFolder();
      put(state, NAME, "b", at);
      expect(await folderState(folder, SIREN, false)).toMatchObject({ state: "ready", at: new Date(at).toISOString() });
      expect(await updateFolder(folder, SIREN, opens("a"))).toMatchObject({ read: "imported", wrote: "written" });
      expect(await textOf(state)).toBe("a\nb");
    }
  });

  test("cut or replaced as soon as it is written: it is told, and the next time joins what is there", async () => {
    const { folder, state } = newFolder();
    put(state, NAME, "b");
    state.onClose = (name) => put(state, name, "b\nautre chose", AT + 9_000);
    const one = opens("a");
    expect(await updateFolder(folder, SIREN, one)).toMatchObject({ wrote: "replaced" });
    state.onClose = () => {};
    expect(await updateFolder(folder, SIREN, one)).toMatchObject({ read: "imported", wrote: "written" });
    expect(await textOf(state)).toBe("a\nautre chose\nb");
  });

  test("taken away as soon as it is written: it was written", async () => {
    const { folder, state } = newFolder();
    put(state, NAME, "b");
    state.onClose = (name) => void state.files.delete(name);
    expect(await updateFolder(folder, SIREN, opens("a"))).toMatchObject({ wrote: "written" });
  });

  test("a copy that is taken away between the listing and its reading stops nothing, and is told", async () => {
    const { folder, state } = newFolder();
    const copy = `entreprise-${SIREN} (1).pliprêt`;
    put(state, NAME, "b");
    put(state, copy, "c");
    const one = opens("a");
    const read = async (file: File) => {
      state.files.delete(copy);
      return one.read(file);
    };
    expect(await updateFolder(folder, SIREN, { ...one, read })).toEqual({
      read: "imported",
      copies: [{ name: copy, read: null }],
      wrote: "written",
    });
  });
});

describe("two machines at one instant, and files without a byte", () => {
  const COPY = `entreprise-${SIREN} (copie en conflit de PC-PAUL).pliprêt`;

  test("a colleague's file comes while this one is on its way to the disk: it is not replaced, and the next time joins it", async () => {
    const { folder, state } = newFolder();
    put(state, NAME, "b");
    state.onWrite = () => put(state, NAME, "b\nc", AT + 5_000);
    const one = opens("a");
    expect(await updateFolder(folder, SIREN, one)).toMatchObject({ read: "imported", wrote: "changed" });
    expect(await textOf(state)).toBe("b\nc");
    state.onWrite = () => {};
    expect(await updateFolder(folder, SIREN, one)).toMatchObject({ read: "imported", wrote: "written" });
    expect(await textOf(state)).toBe("a\nb\nc");
  });

  test("a colleague's first file comes while this one's own first is on its way: it is not replaced", async () => {
    const { folder, state } = newFolder();
    state.onWrite = () => put(state, NAME, "c", AT + 5_000);
    expect(await updateFolder(folder, SIREN, { ...opens("a"), isFirst: true })).toMatchObject({ wrote: "changed" });
    expect(await textOf(state)).toBe("c");
  });

  test("the file is renamed into a conflict copy while the new one is on its way: the copy stays, and the next time joins it", async () => {
    const { folder, state } = newFolder();
    put(state, NAME, "b");
    state.onWrite = () => {
      state.files.delete(NAME);
      put(state, COPY, "b\nd");
    };
    const one = opens("a");
    expect(await updateFolder(folder, SIREN, one)).toMatchObject({ wrote: "changed" });
    state.onWrite = () => {};
    expect(await updateFolder(folder, SIREN, one)).toMatchObject({ copies: [{ name: COPY, read: "imported" }], wrote: "written" });
    expect(await textOf(state)).toBe("a\nb\nd");
  });

  test("replaced as soon as it is written by another of the same length: it is told", async () => {
    const { folder, state } = newFolder();
    put(state, NAME, "b");
    state.onClose = (name) => put(state, name, "b\nz", AT + 9_000);
    expect(await updateFolder(folder, SIREN, opens("a"))).toMatchObject({ wrote: "replaced" });
  });

  test("a file without a byte is told from no file at all", async () => {
    const { folder, state } = newFolder();
    expect(await folderState(folder, SIREN, false)).toMatchObject({ state: "ready", at: null, isBlank: false });
    put(state, NAME, "");
    expect(await folderState(folder, SIREN, false)).toMatchObject({ state: "ready", at: null, isBlank: true });
    put(state, NAME, "b");
    expect(await folderState(folder, SIREN, false)).toMatchObject({ state: "ready", at: expect.any(String), isBlank: false });
  });

  test("a file without a byte beside a whole copy: the copy is joined, and the file is filled", async () => {
    const { folder, state } = newFolder();
    put(state, NAME, "");
    put(state, COPY, "d");
    expect(await updateFolder(folder, SIREN, opens("a"))).toMatchObject({ copies: [{ name: COPY, read: "imported" }], wrote: "written" });
    expect([await textOf(state), await textOf(state, COPY)]).toEqual(["a\nd", "d"]);
  });

  test("a copy without a byte is not there yet: it stops nothing, and is told as held", async () => {
    const { folder, state } = newFolder();
    put(state, NAME, "b");
    put(state, COPY, "");
    expect(await updateFolder(folder, SIREN, opens("a"))).toMatchObject({
      read: "imported",
      copies: [{ name: COPY, read: null }],
      wrote: "written",
    });
    expect(await textOf(state)).toBe("a\nb");
  });

  test("a name of another case goes between the listing and the look at it: the folder is there all the same", async () => {
    const { folder, state } = newFolder();
    const other = `Entreprise-${SIREN}.PLIPRÊT`;
    put(state, NAME, "b");
    put(state, other, "b");
    const keys = folder.keys.bind(folder);
    const going = Object.assign(folder, {
      keys: async function* () {
        yield* keys();
        state.files.delete(other);
      },
    });
    expect(await folderState(going, SIREN, false)).toMatchObject({ state: "ready", copies: [] });
  });
});
