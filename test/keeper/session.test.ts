/** The state of the coffre's page: what it shows while files are read, answers are written, and the company changes. */
import { beforeEach, describe, expect, test } from "vitest";
import type { Coffre } from "../../src/coffre/coffre.ts";
import type { CoffrePiece } from "../../src/domain/coffre.ts";
import { ingest } from "../../src/keeper/ingest.ts";
import type { KeepResult, Owner } from "../../src/keeper/keep.ts";
import { type CoffreSession, createCoffreSession } from "../../src/keeper/session.ts";
import { documentOf, NOW, newCoffre, OTHER, SIREN } from "../coffre/world.ts";

const COMPANIES = [
  { siret: `${SIREN}00010`, name: "VERNEUIL TOITURES" },
  { siret: `${OTHER}00018`, name: null },
];

/** A promise that waits until the test opens the gate. */
function gate(): { readonly wait: () => Promise<void>; open(): void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { wait: () => promise, open: resolve };
}

let coffre: Coffre;
let session: CoffreSession;
let touched: number;
/** Delays the page's next reading. */
let beforeShow: () => Promise<void>;
let beforeKeep: (file: File) => Promise<void>;
let owners: Owner[];
/** Methods of the coffre that the test replaces. */
let failing: Partial<Coffre>;

beforeEach(async () => {
  coffre = (await newCoffre()).coffre;
  [touched, owners, failing] = [0, [], {}];
  beforeShow = async () => {};
  beforeKeep = async () => {};
  session = createCoffreSession({
    coffre: new Proxy(coffre, { get: (target, name: keyof Coffre) => failing[name] ?? target[name] }),
    show: async () => {
      const held = beforeShow();
      await held;
      return { companies: COMPANIES, company: COMPANIES[0] ?? null, notices: [], readsScans: true };
    },
    isProtected: async () => false,
    touch: async () => {
      touched += 1;
    },
    siren: null,
    keep: async (into, owner, file, _now, how): Promise<KeepResult> => {
      owners.push(owner);
      if (file.name.endsWith(".jpg")) how.onPage?.(1);
      await beforeKeep(file);
      if (file.name.endsWith(".txt")) return { failure: "type" };
      const kept = await into.keep([documentOf(file.name, { siren: owner.siren, title: file.name, fileName: file.name })], NOW);
      const piece = kept.state === "kept" ? kept.pieces[0] : undefined;
      return piece === undefined ? { failure: "full" } : { piece };
    },
  });
  await session.refresh();
});

const files = (...names: string[]) => names.map((name) => new File([name], name));
const titles = () => session.read().pieces.map(({ title }) => title);
const pieceNamed = (title: string): CoffrePiece => {
  const piece = session.read().pieces.find((one) => one.title === title);
  if (piece === undefined) throw new Error(`${title} is not shown`);
  return piece;
};
const full = async () => {
  throw new DOMException("no room", "QuotaExceededError");
};

describe("given files", () => {
  test("are kept one by one for the company shown, and refused ones are shown with the reason", async () => {
    expect(session.read()).toMatchObject({ siren: SIREN, pieces: [], reading: [] });
    const adding = session.add(files("un.pdf", "deux.txt", "trois.pdf"));
    expect(session.read().reading).toEqual(["un.pdf", "deux.txt", "trois.pdf"]);
    await adding;
    expect(session.read()).toMatchObject({ reading: [], refused: [{ fileName: "deux.txt", why: "type" }] });
    expect(titles().toSorted()).toEqual(["trois.pdf", "un.pdf"]);
    expect(owners[0]).toEqual({ siren: SIREN, names: ["VERNEUIL TOITURES"] });
    expect(touched).toBe(1);
    await session.add(files("quatre.pdf"));
    expect(session.read().refused).toEqual([]);
  });

  test("show the page of the picture being read, until it is kept", async () => {
    const held = gate();
    beforeKeep = held.wait;
    const adding = session.add(files("scan.jpg", "deux.pdf"));
    await expect.poll(() => session.read().scanning).toBe(1);
    held.open();
    await adding;
    expect(session.read().scanning).toBeNull();
  });

  test("wait while others are read, and remove none of their messages", async () => {
    const held = gate();
    beforeKeep = held.wait;
    const first = session.add(files("un.txt"));
    const second = session.add(files("deux.pdf", "trois.pdf"));
    expect(session.read().reading).toEqual(["un.txt", "deux.pdf", "trois.pdf"]);
    expect(owners).toHaveLength(0);
    expect(session.isAtWork()).toBe(true);
    held.open();
    await Promise.all([first, second]);
    expect(session.isAtWork()).toBe(false);
    expect(session.read()).toMatchObject({ reading: [], refused: [{ fileName: "un.txt", why: "type" }] });
    expect(titles()).toHaveLength(2);
  });

  test("go to the company shown when they were given, and do not appear under one chosen since", async () => {
    const held = gate();
    beforeKeep = held.wait;
    const adding = session.add(files("un.pdf"));
    session.choose(OTHER);
    held.open();
    await adding;
    expect(session.read()).toMatchObject({ siren: OTHER, pieces: [] });
    expect(await coffre.list(SIREN)).toHaveLength(1);
    await session.add(files("deux.pdf"));
    expect(owners.at(-1)).toEqual({ siren: OTHER, names: [] });
    expect(titles()).toEqual(["deux.pdf"]);
    session.choose(SIREN);
    await session.refresh();
    expect(titles()).toEqual(["un.pdf"]);
  });

  test("that cannot be read at all fail alone", async () => {
    const keep = async (file: File): Promise<KeepResult> => {
      if (file.name === "parti.pdf") throw new DOMException("moved", "NotReadableError");
      return { failure: "locked" };
    };
    const results: unknown[] = [];
    for await (const { file, result } of ingest(files("parti.pdf", "deux.pdf"), keep)) results.push([file.name, result]);
    expect(results).toEqual([
      ["parti.pdf", { failure: "stopped" }],
      ["deux.pdf", { failure: "locked" }],
    ]);
  });

  test("are not kept while no company is known", async () => {
    const nobody = createCoffreSession({
      coffre,
      show: async () => ({ companies: [], company: null, notices: [], readsScans: true }),
      isProtected: async () => false,
      touch: async () => {},
      siren: null,
    });
    await nobody.refresh();
    await nobody.add(files("un.pdf"));
    expect(nobody.read()).toMatchObject({ siren: null, reading: [], pieces: [] });
  });
});

describe("the page", () => {
  test("never shows what was read before the last action", async () => {
    await session.add(files("un.pdf"));
    const held = gate();
    beforeShow = held.wait;
    const stale = session.refresh();
    const discarding = session.discard(pieceNamed("un.pdf").id);
    expect(titles()).toEqual([]);
    let seen = 0;
    session.onChange(() => {
      seen += titles().length;
    });
    held.open();
    await Promise.all([stale, discarding]);
    expect([titles(), seen]).toEqual([[], 0]);
  });

  test("never shows what was read of the company chosen before", async () => {
    await session.add(files("un.pdf"));
    const held = gate();
    beforeShow = held.wait;
    const stale = session.refresh();
    session.choose(OTHER);
    expect(session.read()).toMatchObject({ siren: OTHER, pieces: [], explications: [] });
    const seen = new Set<string | null>();
    session.onChange(() => seen.add(session.read().siren));
    held.open();
    await stale;
    await session.refresh();
    expect([...seen]).toEqual([OTHER]);
    expect(titles()).toEqual([]);
  });

  test("calls back until it is stopped", async () => {
    let calls = 0;
    const stop = session.onChange(() => {
      calls += 1;
    });
    session.choose(OTHER);
    stop();
    const before = calls;
    session.choose(SIREN);
    expect([before, calls]).toEqual([1, 1]);
    await session.refresh();
  });
});

describe("an answer", () => {
  beforeEach(() => session.add(files("un.pdf", "deux.pdf")));

  test("shows at once, is written, and is sent to the other screens", async () => {
    const before = touched;
    const amending = session.amend({ ...pieceNamed("un.pdf"), kind: "rib" });
    expect(pieceNamed("un.pdf").kind).toBe("rib");
    await amending;
    expect((await coffre.list()).find(({ title }) => title === "un.pdf")?.kind).toBe("rib");
    expect(touched).toBe(before + 1);
  });

  test("stays shown while it is being written, whatever is read of the coffre meanwhile", async () => {
    const held = gate();
    failing = { amend: async (piece) => held.wait().then(() => coffre.amend(piece)) };
    const slow = session.amend({ ...pieceNamed("un.pdf"), kind: "rib" });
    failing = {};
    await session.amend({ ...pieceNamed("deux.pdf"), kind: "rib" });
    await session.refresh();
    expect(pieceNamed("un.pdf").kind).toBe("rib");
    // The page must not close on it.
    expect(session.isAtWork()).toBe(true);
    held.open();
    await slow;
    expect(session.isAtWork()).toBe(false);
    expect(session.read().pieces.map(({ kind }) => kind)).toEqual(["rib", "rib"]);
  });

  test("that assigns the document to another company removes it from this one", async () => {
    const amending = session.amend({ ...pieceNamed("un.pdf"), siren: OTHER });
    expect(titles()).toEqual(["deux.pdf"]);
    await amending;
    expect(await coffre.list(OTHER)).toHaveLength(1);
  });

  test("that could not be written is reported once, is undone on screen, and is no longer reported once it is written", async () => {
    failing = { amend: full };
    const amended = { ...pieceNamed("un.pdf"), kind: "rib" } as const;
    await expect(session.amend(amended)).rejects.toThrow("no room");
    await expect(session.amend(amended)).rejects.toThrow("no room");
    expect(session.isAtWork()).toBe(false);
    expect(session.read().refused).toEqual([{ title: "un.pdf", why: "notWritten" }]);
    expect(pieceNamed("un.pdf").kind).toBe("attestationVigilance");
    failing = {};
    await session.amend(amended);
    expect(session.read().refused).toEqual([]);
    expect(pieceNamed("un.pdf").kind).toBe("rib");
  });

  test("that was written stays, even when other screens could not be notified", async () => {
    const deaf = createCoffreSession({
      coffre,
      show: async () => ({ companies: COMPANIES, company: null, notices: [], readsScans: true }),
      isProtected: async () => false,
      touch: full,
      siren: SIREN,
    });
    await deaf.refresh();
    await deaf.amend({ ...pieceNamed("un.pdf"), kind: "rib" });
    expect(deaf.read().refused).toEqual([]);
    expect(deaf.read().pieces.find(({ title }) => title === "un.pdf")?.kind).toBe("rib");
  });

  test("that discards a document removes it at once; it comes back when erasing fails", async () => {
    failing = { discard: full };
    const discarding = session.discard(pieceNamed("un.pdf").id);
    expect(titles()).toEqual(["deux.pdf"]);
    await discarding;
    expect(titles().toSorted()).toEqual(["deux.pdf", "un.pdf"]);
    expect(session.read().refused).toEqual([{ title: "un.pdf", why: "notWritten" }]);
    failing = {};
    await session.discard(pieceNamed("un.pdf").id);
    expect(await coffre.list()).toHaveLength(1);
    await session.discard("never kept");
    expect(titles()).toEqual(["deux.pdf"]);
  });
});

test("an explanation replaces the former one about the same notice; an empty one removes it", async () => {
  const about = "https://bodacc.example/1";
  await session.explain({ about, text: "Plan arrêté." });
  await session.explain({ about: "https://bodacc.example/2", text: "Autre annonce." });
  await session.explain({ about, text: "Plan arrêté, copie jointe." });
  expect(
    session
      .read()
      .explications.map(({ text }) => text)
      .toSorted(),
  ).toEqual(["Autre annonce.", "Plan arrêté, copie jointe."]);
  await session.explain({ about, text: "" });
  expect((await coffre.notesOf(SIREN)).explications).toEqual([{ about: "https://bodacc.example/2", text: "Autre annonce." }]);
});
