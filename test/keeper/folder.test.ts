/**
 * A company's sealed file in a shared folder: two browsers that take turns, what software that synchronises it leaves there, and all that a
 * folder may refuse. Folders as Chromium answers for them.
 */
import { describe, expect, test } from "vitest";
import { folderState, updateFolder } from "../../src/keeper/folder.ts";
import { AT, browserWith, NAME, newFolder, put, SIREN } from "./some-folder.ts";

describe("two browsers and one folder", () => {
  test("a folder is listed once in an update, whether or not it has the file", async () => {
    const { folder } = newFolder();
    const listed: string[] = [];
    const keys = folder.keys.bind(folder);
    folder.keys = () => {
      listed.push("keys");
      return keys();
    };
    const one = browserWith("a");
    // Where the file is not there, the folder itself is asked for a first name, before and after: a folder that is gone has none either.
    for (const times of [3, 1]) {
      listed.length = 0;
      expect(await updateFolder(folder, SIREN, one.work)).toMatchObject({ wrote: "written" });
      expect(listed).toHaveLength(times);
    }
  });

  test("written by a colleague in the same second, with the same length: nothing is replaced", async () => {
    const { folder, state } = newFolder();
    const one = browserWith("a");
    await updateFolder(folder, SIREN, one.work);
    const before = state.files.get(NAME);
    const seal = async () => {
      state.files.set(NAME, { bytes: new Blob(["b"]), at: before?.at ?? 0 });
      return one.work.seal();
    };
    expect(await updateFolder(folder, SIREN, { ...one.work, seal })).toMatchObject({ wrote: "changed" });
    expect(await state.files.get(NAME)?.bytes.text()).toBe("b");
  });

  test("each joins what the other wrote before it writes; nobody's is lost", async () => {
    const { folder, state } = newFolder();
    const [one, other] = [browserWith("a"), browserWith("b")];
    expect(await updateFolder(folder, SIREN, one.work)).toEqual({ read: null, copies: [], wrote: "written" });
    expect(await updateFolder(folder, SIREN, other.work)).toEqual({ read: "imported", copies: [], wrote: "written" });
    expect(await updateFolder(folder, SIREN, one.work)).toEqual({ read: "imported", copies: [], wrote: "written" });
    expect([[...one.here].sort(), [...other.here].sort(), await state.files.get(NAME)?.bytes.text()]).toEqual([
      ["a", "b"],
      ["a", "b"],
      "a\nb",
    ]);
    expect(await folderState(folder, SIREN, false)).toEqual({
      state: "ready",
      isBlank: false,
      name: "Marchés",
      at: "2026-11-24T09:00:03.000Z",
      copies: [],
    });
  });

  test("written by a colleague while one seals: nothing is replaced, and the next time joins it", async () => {
    const { folder, state } = newFolder();
    const one = browserWith("a");
    const seal = async () => {
      state.files.set(NAME, { bytes: new Blob(["b"]), at: AT + 60_000 });
      return one.work.seal();
    };
    expect(await updateFolder(folder, SIREN, { ...one.work, seal })).toEqual({ read: null, copies: [], wrote: "changed" });
    expect(await state.files.get(NAME)?.bytes.text()).toBe("b");
    await updateFolder(folder, SIREN, one.work);
    expect([...one.here]).toEqual(["a", "b"]);
  });

  test("what is there and is not read, or not joined whole, is never written over", async () => {
    const { folder, state } = newFolder();
    state.files.set(NAME, { bytes: new Blob(["illisible"]), at: AT });
    expect(await updateFolder(folder, SIREN, browserWith("a").work)).toEqual({ read: "damaged", copies: [], wrote: "unread" });
    expect(await state.files.get(NAME)?.bytes.text()).toBe("illisible");
  });

  test("a file that a stopped browser made and never wrote is none", async () => {
    const { folder, state } = newFolder();
    state.files.set(NAME, { bytes: new Blob(), at: AT });
    expect(await folderState(folder, SIREN, false)).toMatchObject({ at: null });
    expect(await updateFolder(folder, SIREN, browserWith("a").work)).toEqual({ read: null, copies: [], wrote: "written" });
  });
});

describe("a folder that other software keeps the same on several machines", () => {
  test("a colleague's first file comes while this browser asks for the passphrase of its own: it is read, not replaced", async () => {
    const { folder, state } = newFolder();
    expect(await folderState(folder, SIREN, false)).toMatchObject({ at: null });
    put(state, NAME, "b");
    const one = browserWith("a");
    expect(await updateFolder(folder, SIREN, one.work)).toMatchObject({ read: "imported", wrote: "written" });
    expect(await state.files.get(NAME)?.bytes.text()).toBe("a\nb");
  });

  test("what changes while it is read is said to have changed, what is held by other software to be held; neither is replaced", async () => {
    const { folder, state } = newFolder();
    put(state, NAME, "b");
    const one = browserWith("a");
    const read = async (file: File) => {
      put(state, NAME, "b\nc", AT + 1_000);
      return one.work.read(file);
    };
    expect(await updateFolder(folder, SIREN, { ...one.work, read })).toMatchObject({ read: null, wrote: "changed" });
    expect(await updateFolder(folder, SIREN, one.work)).toMatchObject({ wrote: "written" });
    expect([...one.here].sort()).toEqual(["a", "b", "c"]);
    for (const error of ["NotReadableError", "InvalidStateError", "UnknownError"]) {
      state.unreadable = error;
      const before = await state.files.get(NAME)?.bytes.text();
      expect(await updateFolder(folder, SIREN, one.work)).toMatchObject({ read: null, wrote: "held" });
      expect(await state.files.get(NAME)?.bytes.text()).toBe(before);
    }
  });

  test("a file that is only half there is not replaced; whole, it is joined", async () => {
    const { folder, state } = newFolder();
    put(state, NAME, "illisible, la moi");
    const one = browserWith("a");
    expect(await updateFolder(folder, SIREN, one.work)).toMatchObject({ read: "damaged", wrote: "unread" });
    put(state, NAME, "b", AT + 5_000);
    expect(await updateFolder(folder, SIREN, one.work)).toMatchObject({ read: "imported", wrote: "written" });
  });

  test.each([
    `entreprise-${SIREN} (copie en conflit de PC-PAUL 2026-11-24).pliprêt`,
    `entreprise-${SIREN}-PC-PAUL.pliprêt`,
    `entreprise-${SIREN} (1).pliprêt`,
    `Copie de entreprise-${SIREN}.pliprêt`,
    `Copy of entreprise-${SIREN}.pliprêt`,
    `ENTREPRISE-${SIREN} (Copie en conflit de Paul).PLIPRÊT`,
    `entreprise-${SIREN}_PAUL_Nov-24-090000-2026_Conflict.pliprêt`,
    `entreprise-${SIREN} (SFConflict paul@exemple.fr 2026-11-24-09-00-00).pliprêt`,
    `entreprise-${SIREN}.sync-conflict-20261124-090000-ABCDEFG.pliprêt`,
    `entreprise-${SIREN}-2026-11-24.pliprêt`,
    NAME.normalize("NFD"),
  ])("« %s » is told, its part is joined, and it stays", async (copy) => {
    const { folder, state } = newFolder();
    put(state, NAME, "b");
    put(state, copy, "c");
    expect(await folderState(folder, SIREN, false)).toMatchObject({ copies: [copy] });
    const one = browserWith("a");
    expect(await updateFolder(folder, SIREN, one.work)).toMatchObject({ wrote: "written", copies: [{ name: copy, read: "imported" }] });
    expect([await state.files.get(NAME)?.bytes.text(), await state.files.get(copy)?.bytes.text()]).toEqual(["a\nb\nc", "c"]);
  });

  test.each([
    `.${NAME}.icloud`,
    `${NAME}.part`,
    `${NAME}.crdownload`,
    `${NAME}.partial`,
    `${NAME}.nextcloud`,
    `${NAME}.owncloud`,
    `.${NAME}.~4f2a`,
    `.syncthing.${NAME}.tmp`,
    `~syncthing~${NAME}.tmp`,
    `.${NAME.normalize("NFD")}.icloud`,
  ])("only « %s » is there: the file is on its way, no first one is offered nor written; come whole, it is joined", async (sign) => {
    const { folder, state } = newFolder();
    put(state, sign, "illisible");
    expect(await folderState(folder, SIREN, false)).toEqual({ state: "coming", name: "Marchés", signs: [sign] });
    const one = browserWith("a");
    expect(await updateFolder(folder, SIREN, one.work)).toEqual({ read: null, copies: [], wrote: "held" });
    expect([...state.files.keys()]).toEqual([sign]);
    put(state, NAME, "b");
    expect(await folderState(folder, SIREN, false)).toMatchObject({ state: "ready", copies: [] });
    expect(await updateFolder(folder, SIREN, one.work)).toMatchObject({ read: "imported", copies: [], wrote: "written" });
    expect([await state.files.get(NAME)?.bytes.text(), await state.files.get(sign)?.bytes.text()]).toEqual(["a\nb", "illisible"]);
  });

  test("the sign of another company's file, or of this browser's own writing, says nothing of this one", async () => {
    const { folder, state } = newFolder();
    for (const name of [`.entreprise-732829320.pliprêt.icloud`, `entreprise-${SIREN}1.pliprêt.part`, `${NAME}.crswap`, `.~${NAME}`])
      put(state, name, "illisible");
    expect(await folderState(folder, SIREN, false)).toMatchObject({ state: "ready", at: null });
    expect(await updateFolder(folder, SIREN, browserWith("a").work)).toMatchObject({ wrote: "written" });
  });

  test("a copy that cannot be read is told by its name and stops nothing; what is no copy is left alone", async () => {
    const { folder, state } = newFolder();
    const others = [
      `entreprise-${SIREN}1.pliprêt`,
      `entreprise-${SIREN}.pliprêt.crswap`,
      `.~entreprise-${SIREN}.pliprêt`,
      "entreprise-732829320.pliprêt",
    ];
    for (const name of others) put(state, name, "illisible");
    const copy = `entreprise-${SIREN} (1).pliprêt`;
    put(state, copy, "illisible");
    expect(await folderState(folder, SIREN, false)).toMatchObject({ at: null, copies: [copy] });
    const updated = await updateFolder(folder, SIREN, browserWith("a").work);
    expect(updated).toEqual({ read: null, wrote: "written", copies: [{ name: copy, read: "damaged" }] });
  });

  test("the access that is lost while one works is told as lost, before and while it is read", async () => {
    const { folder, state } = newFolder();
    put(state, NAME, "b");
    const read = async (file: File) => {
      state.permission = "prompt";
      return browserWith().work.read(file);
    };
    expect(await updateFolder(folder, SIREN, { ...browserWith("a").work, read })).toMatchObject({ wrote: "denied" });
    expect(await updateFolder(folder, SIREN, browserWith("a").work)).toMatchObject({ read: null, wrote: "denied" });
    expect(await folderState(folder, SIREN, false)).toEqual({ state: "asks", name: "Marchés" });
    const { folder: other, state: held } = newFolder();
    put(held, NAME, "b");
    const getFileHandle = () => Promise.reject(new DOMException("busy", "NotReadableError"));
    expect(await folderState({ ...other, getFileHandle }, SIREN, false)).toEqual({ state: "held", name: "Marchés" });
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
    expect(await updateFolder(folder, SIREN, one.work)).toEqual({ read: "imported", copies: [], wrote });
    expect([[...one.here], await state.files.get(NAME)?.bytes.text()]).toEqual([["a", "b"], "b"]);
  });

  test("gone, it is told from one without a file, before and while it is written", async () => {
    const gone = newFolder({ isGone: true });
    expect(await folderState(gone.folder, SIREN, false)).toEqual({ state: "gone", name: "Marchés" });
    expect(await updateFolder(gone.folder, SIREN, browserWith().work)).toEqual({ read: null, copies: [], wrote: "gone" });
    const { folder, state } = newFolder();
    expect(await folderState(folder, SIREN, false)).toEqual({ state: "ready", isBlank: false, name: "Marchés", at: null, copies: [] });
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
