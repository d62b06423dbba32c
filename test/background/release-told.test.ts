/** A version's notes are told once after an update, never at first. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { takeNews } from "../../src/background/release-told.ts";
import { comparedVersions, releasesSince } from "../../src/domain/releases.ts";
import { RELEASES } from "../../src/i18n/releases.ts";
import { cellsOf } from "../../src/store/cells.ts";
import { memoryStore } from "../store/memory-store.ts";
import recorded from "./past/kept.json" with { type: "json" };

test("nothing at the first installation, once after an update, nothing after that", async () => {
  const local = cellsOf(memoryStore());
  expect(await takeNews(local, "0.1.0")).toBeNull();
  expect(await takeNews(local, "0.1.0")).toBeNull();
  expect(await takeNews(local, "0.2.0")).toBe("0.1.0");
  expect(await takeNews(local, "0.2.0")).toBeNull();
  expect(await takeNews(local, "0.1.0")).toBeNull();
});

test("of two screens opened at once one is told", async () => {
  const local = cellsOf(memoryStore());
  await takeNews(local, "0.1.0");
  expect((await Promise.all([takeNews(local, "0.2.0"), takeNews(local, "0.2.0")])).filter(Boolean)).toEqual(["0.1.0"]);
});

test("what was told, version 1", async () => {
  const store = memoryStore();
  await store.set("release-told", recorded["release-told"][0]);
  expect(await takeNews(cellsOf(store), "0.2.0")).toBe("0.1.0");
});

test("versions are compared by their numbers", () => {
  expect(["0.10.0", "0.9.1", "1.0.0", "0.9"].toSorted(comparedVersions)).toEqual(["0.9", "0.9.1", "0.10.0", "1.0.0"]);
});

test("all that came since is told, the latest first, and nothing that is not there yet", () => {
  const releases = ["0.1.0", "0.2.0", "0.3.0", "0.4.0"].map((version) => ({ version, fr: [version], en: [version] }));
  expect(releasesSince(releases, "0.1.0", "0.3.0").map(({ version }) => version)).toEqual(["0.3.0", "0.2.0"]);
});

test("each version of the journal has its notes, as many in both languages, and the French ones are the journal's own lines", () => {
  const journal = readFileSync("CHANGELOG.md", "utf8");
  const parts = new Map(
    [...journal.matchAll(/^## \[(\d+\.\d+\.\d+)\]([\s\S]*?)(?=^## |(?![\s\S]))/gm)].map(([, version = "", text = ""]) => [version, text]),
  );
  expect(RELEASES.map(({ version }) => version).sort()).toEqual([...parts.keys()].sort());
  for (const { version, fr, en } of RELEASES) {
    expect(en).toHaveLength(fr.length);
    expect(fr.length).toBeGreaterThan(0);
    for (const line of fr) expect(parts.get(version)?.replace(/\n {2}/g, " ")).toContain(`- ${line}`);
  }
});
