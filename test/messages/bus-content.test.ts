/** The page scripts' side of the bus, with a browser made of values. */
import { afterEach, describe, expect, test } from "vitest";
import { answer, askForReader, askJudgement, isOrphan } from "../../src/messages/bus-content.ts";
import type { Handlers } from "../../src/messages/contract.ts";
import { evidenceOf } from "../reading/evidence.ts";

type Listener = (message: unknown, sender: { id?: string }, reply: (answer?: unknown) => void) => boolean;

const OURS = { id: "pli-pret" };

/** @param replies the background's answers in turn; an error means that it was stopped meanwhile */
function browserOf(replies: readonly unknown[] = []) {
  const sent: unknown[] = [];
  const listeners = new Set<Listener>();
  const runtime = {
    ...OURS,
    sendMessage: async (message: unknown) => {
      const reply = replies[sent.push(message) - 1];
      if (reply instanceof Error) throw reply;
      return reply;
    },
    onMessage: { addListener: (one: Listener) => listeners.add(one), removeListener: (one: Listener) => listeners.delete(one) },
  };
  Object.assign(globalThis, { chrome: { runtime } });
  const hear = (message: unknown, sender: { id?: string } = OURS) =>
    new Promise<unknown>((resolve) => {
      if (![...listeners].some((listener) => listener(message, sender, (reply) => resolve({ reply })))) resolve("unheard");
    });
  return { sent, hear };
}

afterEach(() => {
  Object.assign(globalThis, { chrome: undefined });
});

const HANDLERS = {
  wake: async () => ({}),
  read: async () => {
    throw new Error("a bug");
  },
} satisfies Partial<Handlers<"content">>;

describe("asking for the reader", () => {
  const STOPPED = new Error("The message channel closed before a response was received");

  test("a background that is stopped before it answers is asked again", async () => {
    const { sent } = browserOf([STOPPED, undefined, { ok: true, output: {} }, { ok: true, output: {} }]);
    await askForReader();
    expect(sent).toHaveLength(3);
  });

  test("one answer is enough, and a background that is gone is not asked for ever", async () => {
    const { sent } = browserOf([{ ok: false, fault: "failed" }]);
    await askForReader();
    expect(sent).toEqual([{ name: "needReader", input: {} }]);
    const silent = browserOf([STOPPED, STOPPED, STOPPED, STOPPED]);
    await askForReader();
    expect(silent.sent).toHaveLength(3);
  });
});

describe("asking what the evidence says", () => {
  const QUESTION = JSON.stringify({ evidence: evidenceOf("Candidature", [{ label: "SIRET" }]), portal: null, exceptions: [] });
  const JUDGEMENT = { detected: false, kind: null, why: [], controls: [] };
  const STOPPED = new Error("The message channel closed before a response was received");

  test("a background that is stopped before it answers is asked again: nothing is lost", async () => {
    const { sent } = browserOf([STOPPED, undefined, { ok: true, output: JUDGEMENT }]);
    expect(await askJudgement(QUESTION)).toEqual(JUDGEMENT);
    expect(sent).toEqual(Array.from({ length: 3 }, () => ({ name: "judge", input: QUESTION })));
  });

  test("one that refuses is not asked again; one that is gone, extension updated, is not asked at all", async () => {
    const refusing = browserOf([{ ok: false, fault: "badInput" }]);
    expect(await askJudgement(QUESTION)).toBeNull();
    expect(refusing.sent).toHaveLength(1);
    const silent = browserOf([STOPPED, STOPPED, STOPPED, STOPPED]);
    expect(await askJudgement(QUESTION)).toBeNull();
    expect(silent.sent).toHaveLength(3);
    Object.assign(globalThis, { chrome: {} });
    expect(await askJudgement(QUESTION)).toBeNull();
    expect(silent.sent).toHaveLength(3);
  });
});

describe("answering", () => {
  test("only the extension's own messages that are handled here get an answer; a handler that throws gives none", async () => {
    const { hear } = browserOf();
    const stop = answer(HANDLERS);
    expect(await hear({ name: "wake", input: {} })).toEqual({ reply: {} });
    expect(await hear({ name: "read", input: {} })).toEqual({ reply: undefined });
    expect(await hear({ name: "fillPage", input: {} })).toBe("unheard");
    expect(await hear({ name: "toString" })).toBe("unheard");
    expect(await hear("wake")).toBe("unheard");
    expect(await hear({ name: "wake", input: {} }, { id: "another" })).toBe("unheard");
    stop();
    expect(await hear({ name: "wake", input: {} })).toBe("unheard");
  });
});

test("without the extension's own interface the script is an orphan, and stays silent", async () => {
  browserOf();
  expect(isOrphan()).toBe(false);
  Object.assign(globalThis, { chrome: {} });
  expect(isOrphan()).toBe(true);
  await askForReader();
});
