/** The checks before a deposit: each rule at its limit, with the limits of real portals. */
import { describe, expect, test } from "vitest";
import type { DepositLimits } from "../../src/domain/deposit-limits.ts";
import type { PreparedFile, Reopened } from "../../src/domain/prepared.ts";
import { CAUTIOUS_RATE, limitsOf, preflight, type UploadRate, verdictOf } from "../../src/dossier/preflight.ts";
import { LIMITS } from "../../src/portals/limits.ts";

const portalLimits = (portal: string) => LIMITS[portal] ?? {};
const placeLimits = portalLimits("place");

const NOW = new Date("2026-12-15T10:00:00+01:00");
const SOUND: Reopened = { state: "sound", count: 4 };

function file(more: Partial<PreparedFile> = {}): PreparedFile {
  const mediaType = "application/pdf";
  return { key: "made|1", fileName: "dossier.pdf", mediaType, sha256: "", size: 1_000, pages: 4, oversize: false, ...more };
}

interface Facts {
  readonly files?: readonly { readonly file: PreparedFile; readonly reopened: Reopened | null }[];
  readonly limits?: DepositLimits;
  readonly deadline?: string;
  readonly rate?: UploadRate;
}

function checks({ files = [{ file: file(), reopened: SOUND }], limits = {}, deadline, rate = CAUTIOUS_RATE }: Facts) {
  return preflight({ files, limits, deadline, now: NOW, rate });
}

const about = (given: Facts, ...wanted: string[]) => checks(given).filter((check) => wanted.includes(check.about));
const sized = (size: number, more: Partial<PreparedFile> = {}) => [{ file: file({ size, ...more }), reopened: SOUND }];

describe("before the deposit", () => {
  test("a dossier without a file has nothing to check", () => {
    expect(checks({ files: [] })).toEqual([]);
  });

  test("files count as sound only once all are opened; a faulty one is named with its fault", () => {
    const zip = { file: file({ mediaType: "application/zip" }), reopened: { state: "sound", count: 7 } as const };
    expect(about({ files: [{ file: file(), reopened: SOUND }, zip] }, "sound")).toMatchObject([
      { level: "ok", files: 2, pages: 4, entries: 7 },
    ]);
    const waiting = [
      { file: file(), reopened: SOUND },
      { file: file(), reopened: null },
    ];
    expect(about({ files: waiting }, "sound", "opening")).toMatchObject([{ about: "opening", left: 1 }]);
    for (const state of ["truncated", "altered", "damaged"] as const) {
      const files = [{ file: file({ fileName: "b.pdf" }), reopened: { state } }, ...waiting];
      expect(about({ files }, "sound", "unsound")).toMatchObject([{ level: "bad", fileName: "b.pdf", why: state }]);
    }
  });

  test("the whole deposit is weighed against PLACE's limit, which is named with its source", () => {
    const limit = placeLimits.totalBytes?.value ?? 0;
    expect(limit).toBe(1_000_000_000);
    expect(about({ limits: placeLimits, files: sized(limit) }, "total")).toMatchObject([{ level: "ok", limit }]);
    const two = [...sized(limit / 2), ...sized(limit / 2 + 1)];
    expect(about({ limits: placeLimits, files: two }, "total")).toMatchObject([
      { level: "bad", bytes: limit + 1, source: { source: expect.stringContaining("506640"), readOn: "2026-11-25", confidence: "medium" } },
    ]);
    expect(about({ files: sized(1) }, "total", "file")).toMatchObject([
      { level: "unknown", limit: null },
      { level: "unknown", limit: null },
    ]);
  });

  test("each file over the portal's limit is named, else only the heaviest", () => {
    const limits = portalLimits("passe-marche");
    const files = [...sized(100_000_001, { fileName: "a.pdf" }), ...sized(5), ...sized(200_000_000, { fileName: "c.pdf" })];
    expect(about({ limits, files }, "file")).toMatchObject([
      { level: "bad", fileName: "a.pdf" },
      { level: "bad", fileName: "c.pdf" },
    ]);
    expect(about({ limits, files: [...sized(7), ...sized(9, { fileName: "b.pdf" })] }, "file")).toMatchObject([
      { level: "ok", fileName: "b.pdf" },
    ]);
  });

  test("names that the portal would refuse are told, by their extension or their length", () => {
    const sourced = { source: "aide", readOn: "2026-11-25", confidence: "high" } as const;
    const limits = { extensions: { value: ["pdf"], ...sourced }, nameLength: { value: 12, ...sourced } };
    const files = sized(1, { fileName: "dossier-complet.zip" });
    expect(about({ limits, files }, "extension", "nameLength", "names")).toMatchObject([
      { about: "extension", taken: ["pdf"] },
      { about: "nameLength", length: 19, limit: 12 },
    ]);
    expect(about({ limits, files: sized(1, { fileName: "DOSSIER1.PDF" }) }, "names")).toMatchObject([
      { level: "ok", longest: 12, known: true },
    ]);
    expect(about({}, "names")).toMatchObject([{ level: "unknown", known: false }]);
  });

  test("the upload's duration is compared with the deadline, at a rate that is never invented", () => {
    const hour = (CAUTIOUS_RATE.bits / 8) * 3_600;
    const at = (time: string, size: number, rate: UploadRate = CAUTIOUS_RATE) =>
      checks({ deadline: `2026-12-15T${time}:00+01:00`, files: sized(size), rate }).slice(4);
    expect(at("18:00", hour)).toMatchObject([{ about: "upload", level: "unknown", seconds: 3_600 }]);
    expect(at("18:00", hour, { from: "typed", bits: 4_000_000 })).toMatchObject([{ about: "upload", level: "ok", seconds: 900 }]);
    expect(at("18:00", hour, { from: "measured", bits: 8_000_000 })).toMatchObject([{ about: "upload", level: "ok", seconds: 450 }]);
    expect(at("12:00", hour)).toMatchObject([{ about: "tight", level: "warn", left: 7_200 }]);
    expect(at("11:00", hour)).toMatchObject([{ about: "late", level: "bad", left: 3_600 }]);
    expect(at("09:59", 1)).toMatchObject([{ about: "over", level: "bad" }]);
    for (const deadline of [undefined, "bientôt"]) {
      const given = deadline === undefined ? {} : { deadline };
      expect(about(given, "upload", "noDeadline").map(({ level }) => level)).toEqual(["unknown", "unknown"]);
    }
  });
});

test("a limit beside the dossier's upload slot wins over the portal's table, and is quoted", () => {
  const table = { fileBytes: { value: 50_000_000, source: "notice", readOn: "2026-01-01", confidence: "low" } } as const;
  const of = (whole: boolean, bytes: number) => ({
    made: whole ? ("pdf" as const) : null,
    maxSize: { bytes, said: `${bytes / 1e6} Mo max` },
  });
  expect(limitsOf(table, [of(false, 1_000_000), { made: "zip" }], undefined, "2026-11-25")).toEqual(table);
  expect(limitsOf(table, [of(true, 20_000_000), of(true, 10_000_000)], undefined, "2026-11-25").fileBytes).toEqual({
    value: 10_000_000,
    source: "« 10 Mo max »",
    readOn: "2026-11-25",
    confidence: "high",
  });
});

test("what the page says of the whole deposit wins over the portal's table", () => {
  const said = "Taille du pli : 200 Mo au plus.";
  const limits = limitsOf(placeLimits, [], { bytes: 200_000_000, said }, "2026-11-25");
  const heavy = [{ file: file({ size: 250_000_000 }), reopened: null }];
  expect(about({ limits, files: heavy }, "total")).toMatchObject([{ level: "bad", limit: 200_000_000, source: { source: `« ${said} »` } }]);
});

describe("the verdict", () => {
  const verdict = (given: Facts) => verdictOf(checks(given));
  const far = "2027-01-15T12:00:00+01:00";

  test("a check that could not be made does not prevent the deposit; a file not opened yet delays the verdict", () => {
    expect(verdict({ deadline: far })).toMatchObject({ level: "ok", against: [] });
    expect(verdict({ deadline: far, files: [{ file: file(), reopened: null }] }).level).toBe("unknown");
  });

  test("problems come first and are counted, even while another file is being opened", () => {
    const heavy = { file: file({ size: 2_000_000_000 }), reopened: null };
    const { level, against, others } = verdict({ deadline: far, limits: placeLimits, files: [heavy] });
    expect(level).toBe("bad");
    expect(against.map(({ about: what }) => what)).toContain("total");
    expect(others.every((check) => check.level !== "bad")).toBe(true);
    expect(verdict({ deadline: "2026-12-15T10:00:10+01:00", files: sized(1_000_000) }).level).toBe("warn");
  });
});
