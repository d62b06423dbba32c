/** After a document is kept, the browser is asked not to delete data when it is short of room. */
import { afterEach, expect, test, vi } from "vitest";
import type { Coffre } from "../../src/coffre/coffre.ts";
import type { CoffrePiece } from "../../src/domain/coffre.ts";
import { keepFile } from "../../src/keeper/keep.ts";

afterEach(() => vi.unstubAllGlobals());

const FILE = new File(["%PDF-1.7\n%%EOF\n"], "attestation.pdf");
const read = (async () => ({ state: "read", recognition: { dates: {}, asks: [] }, unfit: undefined })) as unknown as Parameters<
  typeof keepFile
>[5];
type Outcome = Awaited<ReturnType<Coffre["keep"]>>;

/** Keeps one file in a browser that has been asked before, or not. */
async function keptIn(outcome: Outcome, { persisted, persist }: Pick<StorageManager, "persisted" | "persist">) {
  vi.stubGlobal("navigator", { storage: { persisted, persist } });
  const coffre = { keep: async () => outcome };
  return keepFile(coffre, { siren: "900000019", names: [] }, FILE, new Date("2026-11-25"), { readsScans: false }, read);
}

test("the browser is asked to keep data once, only after a document was kept, and its refusal stops nothing", async () => {
  const kept: Outcome = { state: "kept", pieces: [{ id: "1" } as CoffrePiece] };
  const persist = vi.fn(async () => true);
  expect(await keptIn({ state: "full" }, { persisted: async () => false, persist })).toEqual({ failure: "full" });
  expect(persist).not.toHaveBeenCalled();
  expect(await keptIn(kept, { persisted: async () => true, persist })).toMatchObject({ piece: { id: "1" } });
  expect(persist).not.toHaveBeenCalled();
  expect(await keptIn(kept, { persisted: async () => false, persist })).toMatchObject({ piece: { id: "1" } });
  await expect.poll(() => persist.mock.calls.length).toBe(1);
  const refused = vi.fn(async () => Promise.reject(new TypeError("no")));
  expect(await keptIn(kept, { persisted: async () => false, persist: refused })).toMatchObject({ piece: { id: "1" } });
  await expect.poll(() => refused.mock.calls.length).toBe(1);
});
