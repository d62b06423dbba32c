/** Prepared dossiers in the coffre: complete after a restart, under its lock, never kept in part, erased with their files. */
import { beforeEach, expect, test, vi } from "vitest";
import { type CoffreDatabase, DATA_STORES, openCoffreDatabase } from "../../src/coffre/database.ts";
import { type KeptDossiers, keptDossiers } from "../../src/coffre/dossiers.ts";
import { unlock } from "../../src/coffre/keyring.ts";
import { KeyChanged } from "../../src/coffre/keys.ts";
import { protect } from "../../src/coffre/passphrase.ts";
import { placeOf } from "../../src/coffre/records.ts";
import { seal } from "../../src/coffre/seal.ts";
import { wholeOf } from "../../src/coffre/sealed-parts.ts";
import type { PreparedDossier } from "../../src/domain/prepared.ts";
import { CHEAP, newProfile, opened, SIREN } from "./world.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const none = () => [];

function dossierOf(work: string, at: string, keys: readonly string[]): PreparedDossier {
  const files = keys.map((key) => ({
    key,
    fileName: `${key}.pdf`,
    mediaType: "application/pdf" as const,
    sha256: key,
    size: 4,
    pages: 1,
    oversize: false,
  }));
  return { work, tabId: 3, at, form: "volumes", files, remarks: [] };
}

const A = dossierOf(`${SIREN}00012|A`, "2026-11-20T09:00:00.000Z", ["made|1", "made|2"]);
let db: CoffreDatabase;
let dossiers: KeptDossiers;
beforeEach(async () => {
  db = await newProfile();
  dossiers = keptDossiers(db, (await opened(db)).key);
});

const filesIn = async () => [...new Set((await db.getAllKeys("files")).map(wholeOf))];

test("a dossier kept with its files is there when the coffre is opened later, without what belonged to the session", async () => {
  expect(await dossiers.keep(A, async (key) => bytes(key), none)).toBe("kept");
  db.close();
  const later = await openCoffreDatabase();
  const again = keptDossiers(later, (await opened(later)).key);
  const { tabId: _, ...kept } = A;
  expect(await again.list()).toEqual([{ ...kept, id: expect.any(String) }]);
  expect(await again.bytesOf("made|2")).toEqual(bytes("made|2"));
  expect(await again.bytesOf("made|3")).toBeNull();
});

/** Of more than two parts, no two of which are alike. */
const heavy = () => new Uint8Array(9 << 20).map((_, index) => index >>> 12);

test("a heavy file lies in parts, none of which opens in another's place", async () => {
  await dossiers.keep(A, async (key) => (key === "made|1" ? heavy() : bytes(key)), none);
  expect((await dossiers.bytesOf("made|1")) ?? []).toEqual(heavy());
  const parts = (await db.getAllKeys("files")).filter((name) => wholeOf(name) === "made|1");
  expect(parts).toEqual(["made|1#1/3", "made|1#2/3", "made|1#3/3"]);
  const [first, second] = await Promise.all(parts.map((name) => db.get("files", name)));
  if (first === undefined || second === undefined) throw new Error("Two parts were expected.");
  await db.put("files", second, "made|1#1/3");
  await expect(dossiers.bytesOf("made|1")).rejects.toThrow();
  await db.put("files", first, "made|1#1/3");
  await db.delete("files", "made|1#2/3");
  expect(await dossiers.bytesOf("made|1")).toBeNull();
});

test("a file that an earlier version kept whole is given back, and goes with its dossier", async () => {
  await dossiers.keep(A, async (key) => bytes(key), none);
  const { key } = await opened(db);
  for (const name of await db.getAllKeys("files")) await db.delete("files", name);
  for (const file of ["made|1", "made|2"]) await db.put("files", await seal(key, placeOf("files", file), bytes(file)), file);
  expect(await dossiers.bytesOf("made|2")).toEqual(bytes("made|2"));
  const [kept] = await dossiers.list();
  await dossiers.remove([kept?.id ?? ""]);
  expect(await filesIn()).toEqual([]);
});

test("listed again, only what changed is opened again", async () => {
  const later = { ...A, work: `${SIREN}00012|B`, at: "2026-11-21T09:00:00.000Z" };
  await dossiers.keep(A, async (key) => bytes(key), none);
  const decrypt = vi.spyOn(crypto.subtle, "decrypt");
  const first = await dossiers.list();
  decrypt.mockClear();
  expect(await dossiers.list()).toEqual(first);
  expect(decrypt).not.toHaveBeenCalled();
  await keptDossiers(db, (await opened(db)).key).keep(later, async (key) => bytes(key), none);
  decrypt.mockClear();
  expect((await dossiers.list()).map(({ work }) => work)).toEqual([later.work, A.work]);
  expect(decrypt).toHaveBeenCalledTimes(1);
  decrypt.mockRestore();
});

test("the same dossier is not kept twice; a replaced one goes with its files", async () => {
  await dossiers.keep(A, async (key) => bytes(key), none);
  await dossiers.keep(A, async () => expect.unreachable("it is there"), none);
  const next = dossierOf(A.work, "2026-11-21T09:00:00.000Z", ["made|9"]);
  await dossiers.keep(
    next,
    async (key) => bytes(key),
    (known) => known,
  );
  expect((await dossiers.list()).map(({ at }) => at)).toEqual([next.at]);
  expect(await filesIn()).toEqual(["made|9"]);
});

test("when a file is gone or no room is left, nothing of the dossier is kept and the others stay", async () => {
  await dossiers.keep(A, async (key) => bytes(key), none);
  const next = dossierOf(A.work, "2026-11-21T09:00:00.000Z", ["made|8", "made|9"]);
  expect(
    await dossiers.keep(
      next,
      async (key) => (key === "made|9" ? null : bytes(key)),
      (known) => known,
    ),
  ).toBe("gone");
  const full = () => Promise.reject(new DOMException("full", "QuotaExceededError"));
  expect(
    await dossiers.keep(
      next,
      async (key) => (key === "made|9" ? full() : bytes(key)),
      (known) => known,
    ),
  ).toBe("full");
  expect((await dossiers.list()).map(({ at }) => at)).toEqual([A.at]);
  expect(await filesIn()).toEqual(["made|1", "made|2"]);
});

test("when the browser is killed while files are written, the dossier is absent, and the next write removes what was left", async () => {
  // As the browser left it: bytes that no dossier names.
  await dossiers.keep(A, async (key) => bytes(key), none);
  await db.clear("dossiers");
  expect(await dossiers.list()).toEqual([]);
  const next = dossierOf(A.work, "2026-11-21T09:00:00.000Z", ["made|9"]);
  await dossiers.keep(next, async (key) => bytes(key), none);
  expect(await filesIn()).toEqual(["made|9"]);
});

test("a dossier that the person erases takes its own files with it, and only those", async () => {
  await dossiers.keep(A, async (key) => bytes(key), none);
  await dossiers.keep(dossierOf(`${SIREN}00012|B`, "2026-11-22T09:00:00.000Z", ["made|7"]), async (key) => bytes(key), none);
  const [, first] = await dossiers.list();
  await dossiers.remove([first?.id ?? ""]);
  expect(await filesIn()).toEqual(["made|7"]);
});

test("while a dossier does not open, no file is removed as unused", async () => {
  await dossiers.keep(A, async (key) => bytes(key), none);
  const [id = ""] = await db.getAllKeys("dossiers");
  const sealed = await db.get("dossiers", id);
  if (sealed === undefined) expect.unreachable();
  await db.put("dossiers", { ...sealed, iv: new Uint8Array(12) }, id);
  await dossiers.keep(dossierOf(`${SIREN}00012|B`, "2026-11-22T09:00:00.000Z", ["made|7"]), async (key) => bytes(key), none);
  expect(await filesIn()).toEqual(["made|1", "made|2", "made|7"]);
});

test("dossiers are under the passphrase like documents: sealed again under the new key, and the old key writes nothing more", async () => {
  const before = await opened(db);
  await dossiers.keep(A, async (key) => bytes(key), none);
  const after = await protect(db, before, "une phrase à moi", CHEAP);
  expect(await unlock(db)).toEqual({ state: "passphraseNeeded" });
  expect(await dossiers.list()).toEqual([]);
  const again = keptDossiers(db, after.key);
  expect(await again.list()).toHaveLength(1);
  expect(await again.bytesOf("made|1")).toEqual(bytes("made|1"));
  await expect(dossiers.keep(A, async (key) => bytes(key), none)).rejects.toThrow(KeyChanged);
});

test("the database shows nothing of the consultation, the company or the files", async () => {
  await dossiers.keep(A, async () => bytes("secret du pli"), none);
  const stored = await Promise.all(DATA_STORES.map((store) => db.getAll(store)));
  const raw = stored.flat().map(({ data }) => Buffer.from(data).toString("latin1"));
  expect(raw).toHaveLength(3);
  for (const secret of ["secret", SIREN, ".pdf"]) expect(raw.join()).not.toContain(secret);
});
