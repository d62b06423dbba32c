/** The state of the dossier's page: a dossier made, cancelled, failed, kept, delivered, for its own consultation. */
import { beforeEach, describe, expect, test } from "vitest";
import type { PreparedDossier, PreparedFile, Reopened } from "../../src/domain/prepared.ts";
import { createMaking, type Making } from "../../src/maker/making.ts";
import type { Prepared } from "../../src/maker/prepare.ts";
import { createReopening } from "../../src/maker/reopening.ts";
import type { ShelvedDocument } from "../../src/store/shelf.ts";
import { READY } from "../components/situations.ts";
import { outcome } from "./outcome.ts";

const NOW = new Date("2026-11-25T10:00:00Z");
const FILE: PreparedFile = {
  key: "made|1",
  fileName: "dossier.pdf",
  mediaType: "application/pdf",
  sha256: "0".repeat(64),
  size: 3,
  pages: 1,
  oversize: false,
};
const MADE: Prepared = { files: [FILE], outcomes: [], problems: new Map() };
const HELD = READY.dossier?.pieces.find(({ id }) => id === "urssaf#0");
const REMARK = { title: "Document dgfip#0", about: "password" };
const WISH = { form: "pdf", footers: true, targetBytes: undefined } as const;
const CHOICE = { pieces: ["urssaf#0"], wish: WISH, nameLength: 80 };
const OTHER = { ...READY, work: "another consultation", prepared: null };

let shelf: Map<string, ShelvedDocument>;
let kept: PreparedDossier[];
let saved: string[];
let prepare: Parameters<typeof createMaking>[0]["prepare"];
let keep: (dossier: PreparedDossier) => Promise<Pick<PreparedDossier, "until">>;
let making: Making;

beforeEach(() => {
  const shelved = { key: FILE.key, fileName: FILE.fileName, mediaType: FILE.mediaType, bytes: new Uint8Array(3), putAt: 0 };
  shelf = new Map([[FILE.key, shelved]]);
  [kept, saved] = [[], []];
  prepare = async () => MADE;
  keep = keeps;
  making = createMaking({
    tabId: 7,
    prepare: (...input) => prepare(...input),
    shelf: {
      get: async (key) => shelf.get(key) ?? null,
      remove: async (keys) => {
        for (const key of keys) shelf.delete(key);
      },
    },
    keep: (dossier) => keep(dossier),
    save: (_, fileName) => saved.push(fileName),
    now: () => NOW,
  });
});

const keeps = async (dossier: PreparedDossier) => {
  kept.push(dossier);
  return {};
};

describe("making a dossier", () => {
  test("shows its progress, keeps the result, and shows it for its consultation only", async () => {
    const seen: unknown[] = [];
    making.onChange(() => seen.push(making.read().making?.done ?? null));
    prepare = async (request, format, { onProgress }) => {
      expect([request.items.map(({ id }) => id), request.nameLength, request.madeAt, format]).toEqual([
        ["urssaf#0"],
        80,
        NOW.toISOString(),
        "pdf",
      ]);
      onProgress({ done: 1, total: 1, id: null });
      return { ...MADE, outcomes: [outcome("urssaf#0"), outcome("dgfip#0", { leftOut: "password" })] };
    };
    await making.make(READY, CHOICE);
    expect(seen).toEqual([0, 1, 1, null]);
    expect(kept).toEqual([
      { work: READY.work, tabId: 7, at: NOW.toISOString(), form: "pdf", files: [FILE], remarks: [REMARK], holds: [HELD] },
    ]);
    expect(making.read()).toMatchObject({ making: null, ended: null });
    expect(making.preparedFor(READY)).toEqual(kept[0]);
    expect(making.preparedFor(OTHER)).toBeNull();
    const theirs = { ...(kept[0] as PreparedDossier), work: "another consultation" };
    expect(making.preparedFor({ ...OTHER, prepared: theirs })).toEqual(theirs);
    expect(making.preparedFor({ ...READY, work: "a third", prepared: theirs })).toBeNull();
  });

  test("makes a ZIP of the originals on demand", async () => {
    const formats: string[] = [];
    prepare = async (_, format) => {
      formats.push(format);
      return MADE;
    };
    for (const form of ["zip", "volumes"] as const) await making.make(READY, { ...CHOICE, wish: { ...WISH, form } });
    expect(formats).toEqual(["zip", "pdf"]);
    expect(kept.map(({ form }) => form)).toEqual(["zip", "volumes"]);
  });

  test("stops when it is cancelled, and can start again", async () => {
    prepare = (_request, _format, { signal }) =>
      new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason), { once: true }));
    const cancelled = making.make(READY, CHOICE);
    making.cancel();
    await cancelled;
    expect(making.read()).toEqual({ making: null, ended: "cancelled", own: null });
    prepare = async () => MADE;
    await making.make(READY, CHOICE);
    expect(making.read()).toMatchObject({ ended: null, own: { files: [FILE] } });
  });

  test("makes the dossier once when asked twice at once", async () => {
    let started = 0;
    prepare = async () => {
      started += 1;
      return MADE;
    };
    await Promise.all([making.make(READY, CHOICE), making.make(READY, CHOICE)]);
    expect(started).toBe(1);
  });

  test("says that memory or the disk was full, or why each document could not be used", async () => {
    prepare = async () => {
      throw new DOMException("no room", "QuotaExceededError");
    };
    await making.make(READY, CHOICE);
    expect(making.read()).toMatchObject({ making: null, ended: "failed", own: null });
    const leftOut = {
      id: "urssaf#0",
      number: 1,
      title: "Vigilance",
      fileName: "v.pdf",
      pages: 0,
      signed: false,
      signatures: [],
      incompleteForm: false,
      holdsFiles: false,
      repaired: false,
      deadLinks: false,
    };
    prepare = async () => ({
      files: [],
      outcomes: [{ ...leftOut, leftOut: "unobtainable" }],
      problems: new Map([["urssaf#0", "notPermitted"]]),
    });
    await making.make(READY, CHOICE);
    expect(making.read()).toMatchObject({ ended: "nothing", own: { remarks: [{ title: "Vigilance", about: "notPermitted" }] } });
    expect(kept).toEqual([]);
  });

  test("says until when the coffre has it, though the situation was read before it had it; not once none is wanted", async () => {
    keep = async () => ({ until: "2026-12-25" });
    await making.make(READY, CHOICE);
    const { own } = making.read();
    const { until: _, ...early } = own ?? { until: "" };
    const told = { ...READY, prepared: early as PreparedDossier };
    expect(making.preparedFor(told)?.until).toBe("2026-12-25");
    expect(making.preparedFor({ ...told, keepsPrepared: 0 })?.until).toBeUndefined();
  });

  test("leaves nothing on the shelf that the background could not keep", async () => {
    keep = async () => {
      throw new Error("no room");
    };
    await making.make(READY, CHOICE);
    expect(making.read()).toMatchObject({ ended: "failed", own: null });
    expect([...shelf.keys()]).toEqual([]);
  });

  test.each(["before it keeps", "after it kept"])("fails when the background stopped %s, and succeeds when asked again", async (when) => {
    const [entry] = [...shelf.values()];
    keep = async (dossier) => {
      if (when === "after it kept") kept.push(dossier);
      throw new Error("The message port closed before a response was received.");
    };
    await making.make(READY, CHOICE);
    expect(making.read()).toMatchObject({ making: null, ended: "failed", own: null });
    // The background may have noted a dossier whose files are gone: a download says so.
    await making.download(FILE);
    expect([making.read().ended, saved]).toEqual(["gone", []]);

    if (entry !== undefined) shelf.set(entry.key, entry);
    keep = keeps;
    await making.make(READY, CHOICE);
    expect(making.preparedFor(READY)?.files).toEqual([FILE]);
    await making.download(FILE);
    expect(saved).toEqual([FILE.fileName]);
  });

  test("does nothing while no company is chosen", async () => {
    await making.make({ ...READY, company: null, work: null }, CHOICE);
    expect(making.read()).toEqual({ making: null, ended: null, own: null });
  });
});

test("a file is delivered as it is on the shelf; one that was removed since is said to be gone", async () => {
  await making.download(FILE);
  expect(saved).toEqual(["dossier.pdf"]);
  shelf.clear();
  await making.download(FILE);
  expect([saved, making.read().ended]).toEqual([["dossier.pdf"], "gone"]);
});

describe("reopening", () => {
  const dossier = (...keys: string[]): PreparedDossier => ({
    ...{ work: "w", tabId: 7, at: NOW.toISOString(), form: "volumes", remarks: [] },
    files: keys.map((key) => ({ ...FILE, key })),
  });
  const opened: string[] = [];
  let answer: () => Promise<Reopened>;
  const create = () =>
    createReopening({
      shelf: { get: async (key) => (key === "removed" ? null : { ...(shelf.get(FILE.key) as ShelvedDocument), key }) },
      reopen: async ({ sha256 }) => {
        opened.push(sha256);
        return answer();
      },
    });
  beforeEach(() => {
    opened.length = 0;
    answer = async () => ({ state: "sound", count: 3 });
  });

  test("tells whether each file is sound, damaged or gone, and opens the same files once", async () => {
    const reopening = create();
    await reopening.follow(dossier("one", "removed"));
    await reopening.follow(dossier("one", "removed"));
    expect([...reopening.read().reopened]).toEqual([
      ["one", { state: "sound", count: 3 }],
      ["removed", { state: "altered" }],
    ]);
    expect(opened).toHaveLength(1);
    answer = async () => {
      throw new Error("the worker died");
    };
    await reopening.follow(dossier("two"));
    expect(reopening.read().reopened.get("two")).toEqual({ state: "damaged" });
  });

  test("tells nothing of files that another dossier replaced, or of a page that was left", async () => {
    const reopening = create();
    const held = Promise.withResolvers<Reopened>();
    answer = () => held.promise;
    const first = reopening.follow(dossier("one", "two"));
    answer = async () => ({ state: "sound", count: 1 });
    await reopening.follow(dossier("three"));
    held.resolve({ state: "sound", count: 9 });
    await first;
    expect([...reopening.read().reopened.keys()]).toEqual(["three"]);
    const last = reopening.follow(dossier("four"));
    reopening.leave();
    await last;
    expect([...reopening.read().reopened.keys()]).toEqual(["three"]);
    await reopening.follow(dossier("four"));
    expect(reopening.read().reopened.has("four")).toBe(true);
  });
});
