/** Labelled documents that may be beside the project, and the command that reads files. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { partOf, scoreOf } from "../../scripts/requirements/score.ts";
import { WRITTEN } from "./written.ts";

const CORPUS = "../shared/rc";
const isHere = existsSync(CORPUS);

test.skipIf(!isHere)(
  `documents of ${CORPUS} are read as docs/requirements.md says${isHere ? "" : " (not here: nothing was measured)"}`,
  async () => {
    const tuned = await scoreOf(CORPUS, "tuned");
    expect(tuned.complete.right / tuned.complete.claimed).toBeGreaterThanOrEqual(0.95);
    expect(tuned.complete.right / tuned.complete.wanted).toBeGreaterThanOrEqual(0.8);
    const heldOut = await scoreOf(CORPUS, "heldOut");
    expect(heldOut.complete.right / heldOut.complete.wanted).toBeGreaterThanOrEqual(0.8);
    for (const { deadlines, silence, quotes } of [tuned, heldOut]) {
      expect(deadlines.wrong).toBe(0);
      expect(silence).toBe(0);
      expect(quotes.told).toBeGreaterThan(0);
      expect(quotes.standing).toBe(quotes.told);
    }
  },
);

test("one file in three is held out, chosen by its name", () => {
  const names = Array.from({ length: 300 }, (_, index) => `rc-${index}.pdf`);
  const heldOut = names.filter((name) => partOf(name) === "heldOut").length;
  expect(heldOut).toBeGreaterThan(70);
  expect(heldOut).toBeLessThan(130);
  expect(partOf("ailleurs/rc-1.pdf")).toBe(partOf("rc-1.pdf"));
});

test("the command lists an archive's files, and names the one it refuses", () => {
  const folder = mkdtempSync(join(tmpdir(), "pli-pret-requirements-"));
  try {
    const rc = strToU8((WRITTEN["services"]?.pages ?? []).join("\n\f"));
    writeFileSync(join(folder, "dce.zip"), zipSync({ "rc.txt": rc, "faux.pdf": rc }));
    const out = execFileSync(process.execPath, ["scripts/requirements.ts", join(folder, "dce.zip"), "--json"], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    const [read, refused] = JSON.parse(out);
    expect(read).toMatchObject({
      file: "dce.zip/rc.txt",
      kind: "rc",
      deadline: { iso: "2026-12-15T12:00:00+01:00", clock: "paris", page: 1 },
      minima: null,
    });
    expect(refused).toMatchObject({ file: "dce.zip/faux.pdf", kind: "other", refused: "lying", deadline: null, candidature: null });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
