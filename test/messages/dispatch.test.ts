/** Which context may send which message to which. */
import { describe, expect, test } from "vitest";
import { CONTRACT, type Handlers, type Input, type MessageName, type NameFor, type Origin } from "../../src/messages/contract.ts";
import { dispatch } from "../../src/messages/dispatch.ts";
import { judge } from "../../src/reading/judge.ts";
import { evidenceOf } from "../reading/evidence.ts";

const BACKGROUND = (Object.keys(CONTRACT) as MessageName[]).filter((name) => CONTRACT[name].to === "background");
const calls: string[] = [];

/** Handlers that answer `{}`: valid for some messages, outside the contract for others. */
const handlers = Object.fromEntries(
  BACKGROUND.map((name) => [
    name,
    async () => {
      calls.push(name);
      return {};
    },
  ]),
) as unknown as Handlers<"background">;

const SCREEN: Origin = { from: "screen" };
const CONTENT: Origin = { from: "content", tabId: 1, frameId: 0 };

describe("dispatch", () => {
  test("a content script may report its page and command nothing", async () => {
    for (const name of BACKGROUND) {
      if (name === "pageRead" || name === "needReader" || name === "judge") continue;
      calls.length = 0;
      expect(await dispatch(handlers, { name, input: {} }, CONTENT), name).toEqual({ ok: false, fault: "refused" });
      expect(calls, name).toEqual([]);
    }
  });

  test("a screen may not pretend to be a page", async () => {
    expect(await dispatch(handlers, { name: "judge", input: {} }, SCREEN)).toEqual({ ok: false, fault: "refused" });
    expect(await dispatch(handlers, { name: "pageRead", input: {} }, SCREEN)).toEqual({ ok: false, fault: "refused" });
  });

  test("a message for a page, or for nobody, is unknown here", async () => {
    for (const message of [{ name: "fillPage", input: {} }, { name: "constructor", input: {} }, null, "show", { input: {} }]) {
      expect(await dispatch(handlers, message, SCREEN)).toEqual({ ok: false, fault: "unknown" });
    }
  });

  test("an input or an answer outside the contract is refused", async () => {
    expect(await dispatch(handlers, { name: "chooseCompany", input: { siret: "123" } }, SCREEN)).toEqual({ ok: false, fault: "badInput" });
    expect(await dispatch(handlers, { name: "undo", input: { tabId: 1 } }, SCREEN)).toEqual({ ok: false, fault: "badOutput" });
    expect(await dispatch(handlers, { name: "eraseAll", input: {} }, SCREEN)).toEqual({ ok: true, output: {} });
  });

  test("a page's report is parsed: unknown targets, endless lists and stray properties do not pass", async () => {
    const page = { detected: true, kind: null, portal: null, controls: [], sirets: [], consultation: null };
    const report = (controls: unknown[]) => ({ name: "pageRead", input: { document: "d1", page: { ...page, controls } } });
    expect(await dispatch(handlers, report([]), CONTENT)).toEqual({ ok: true, output: {} });
    const control = {
      id: "a",
      selector: "#a",
      type: "text",
      target: "carteBleue",
      label: "",
      required: false,
      empty: true,
      tier: "sure",
      doubts: [],
      score: 1,
    };
    expect(await dispatch(handlers, report([control]), CONTENT)).toMatchObject({
      fault: "badInput",
    });
    const many = Array.from({ length: 4_000 }, () => ({ ...control, target: null }));
    expect(await dispatch(handlers, report(many), CONTENT)).toMatchObject({
      fault: "badInput",
    });
  });

  test("what a page shows is judged; lists without end, long texts and stray properties do not reach who judges", async () => {
    const asked: unknown[] = [];
    const judging = {
      ...handlers,
      judge: async (question: Input<"judge">) => {
        asked.push(question);
        return judge(question, 2026);
      },
    };
    const shown = evidenceOf("Candidature", [{ label: "SIRET" }, { label: "Raison sociale" }]);
    const say = (input: unknown) => dispatch(judging, { name: "judge", input }, CONTENT);
    const ask = (evidence: object) => say(JSON.stringify({ evidence, portal: null, exceptions: [] }));
    expect(await ask(shown)).toMatchObject({ ok: true, output: { controls: [{ target: "siret" }, { target: "raisonSociale" }] } });
    const [control] = shown.controls;
    for (const evidence of [
      { ...shown, title: "a".repeat(2_001) },
      { ...shown, menu: Array.from({ length: 1_001 }, () => "") },
      { ...shown, controls: Array.from({ length: 3_001 }, () => control) },
      { ...shown, controls: [{ ...control, labels: [{ from: "elsewhere", text: "SIRET", hint: "" }] }] },
    ])
      expect(await ask(evidence)).toEqual({ ok: false, fault: "badInput" });
    for (const input of ["{", "null", { evidence: shown, portal: null, exceptions: [] }, `"${"a".repeat(12_000_001)}"`])
      expect(await say(input)).toEqual({ ok: false, fault: "badInput" });
    await ask({ ...shown, typed: "secret" });
    expect(asked).toHaveLength(2);
    expect(JSON.stringify(asked)).not.toContain("secret");
  });

  test("a handler's error never reaches the sender, and is reported", async () => {
    const faults: MessageName[] = [];
    const broken: Handlers<"background"> = {
      ...handlers,
      eraseAll: async () => {
        throw new Error("secret");
      },
    };
    const reply = await dispatch(broken, { name: "eraseAll", input: {} }, SCREEN, (name) => faults.push(name));
    expect(reply).toEqual({ ok: false, fault: "failed" });
    expect(faults).toEqual(["eraseAll"]);
  });

  test("a missing or misspelt handler does not compile", () => {
    type Missing = Omit<Handlers<"background">, "undo">;
    // @ts-expect-error: `undo` is missing.
    const missing: Handlers<"background"> = {} as Missing;
    const name: NameFor<"background"> = "show";
    expect([missing, name]).toHaveLength(2);
  });
});
