/** A person's answers in a DUME, typed and stored. */
import { beforeEach, expect, test } from "vitest";
import { type DumeAnswers, GROUNDS, NO_ANSWERS, unanswered } from "../../src/domain/grounds.ts";
import { type Answering, createAnswering } from "../../src/maker/answering.ts";
import type { RequestRead } from "../../src/maker/serve-forms.ts";

let kept: DumeAnswers[];
let keep: (answers: DumeAnswers) => Promise<unknown>;
let request: RequestRead;
let put: string[];
let read: string[];
let answering: Answering;

beforeEach(() => {
  [kept, put, read] = [[], [], []];
  keep = async (answers) => kept.push(answers);
  request = { reference: "2026-042", lots: ["LOT-0001"] };
  answering = createAnswering({
    keep: (answers) => keep(answers),
    readRequest: async (xml) => {
      read.push(xml);
      return request;
    },
    shelf: {
      put: async ({ fileName }) => {
        put.push(fileName);
        return `made|${put.length}`;
      },
    },
    now: () => new Date("2026-11-24T10:00:00Z"),
  });
});

const answers = () => answering.read().answers;
const file = (name = "demande.xml", bytes: BlobPart = "<a/>") => new File([bytes], name);

test("no question has an answer beforehand, and each answer is stored", async () => {
  expect(unanswered(answers())).toEqual([...GROUNDS]);
  answering.answer("fraud", false);
  answering.say({ subcontracts: true });
  await answering.settled();
  expect(kept.at(-1)).toEqual({ ...NO_ANSWERS, grounds: { fraud: { applies: false } }, subcontracts: true });
});

test("the explanations of a yes are removed with it", () => {
  answering.tell("fraud", { explanation: "avant d'avoir répondu" });
  expect(answers().grounds).toEqual({});
  answering.answer("fraud", true);
  answering.tell("fraud", { explanation: "Un fait" });
  answering.tell("fraud", { measures: "Une mesure" });
  answering.answer("fraud", true);
  expect(answers().grounds.fraud).toEqual({ applies: true, explanation: "Un fait", measures: "Une mesure" });
  answering.answer("fraud", false);
  expect(answers().grounds.fraud).toEqual({ applies: false });
  answering.answer("fraud", null);
  expect(answers().grounds).toEqual({});
});

test("stored answers that arrive late never overwrite typed ones", () => {
  answering.load({ ...NO_ANSWERS, subcontracts: false });
  expect(answers().subcontracts).toBe(false);
  answering.answer("fraud", false);
  answering.load(NO_ANSWERS);
  expect(answers().grounds).toEqual({ fraud: { applies: false } });
});

test("answers typed during a write are stored by the next one", async () => {
  const gates: (() => void)[] = [];
  keep = (typed) =>
    new Promise<void>((resolve) => {
      kept.push(typed);
      gates.push(resolve);
    });
  answering.answer("fraud", true);
  answering.tell("fraud", { explanation: "a" });
  answering.tell("fraud", { explanation: "ab" });
  expect(kept).toHaveLength(1);
  gates[0]?.();
  await expect.poll(() => gates.length).toBe(2);
  gates[1]?.();
  await answering.settled();
  expect(kept.map(({ grounds }) => grounds.fraud?.explanation)).toEqual([undefined, "ab"]);
});

test("answers that cannot be stored stay on the screen, which says so", async () => {
  keep = async () => {
    throw new Error("full");
  };
  answering.answer("fraud", false);
  await answering.settled();
  expect(answering.read()).toMatchObject({ unkept: true, answers: { grounds: { fraud: { applies: false } } } });
});

test("a request with one lot chooses it, one with several asks the person", async () => {
  await answering.importRequest(file());
  expect(answers()).toMatchObject({ lot: "LOT-0001", request: { fileName: "demande.xml", key: "made|1", reference: "2026-042" } });
  request = { reference: "2026-042", lots: ["LOT-0001", "LOT-0002"] };
  await answering.importRequest(file());
  expect(answers().lot).toBeNull();
  answering.removeRequest();
  expect(answers()).toMatchObject({ lot: null, request: null });
});

test("a file that is no request is refused with its reason, and the former request stays", async () => {
  await answering.importRequest(file());
  request = { problem: { code: "unknownVersion", detail: "2.1.1" } };
  await answering.importRequest(file("ancien.xml"));
  expect(answering.read().refused).toEqual({ code: "unknownVersion", detail: "2.1.1", fileName: "ancien.xml" });
  expect(answers().request?.fileName).toBe("demande.xml");
  expect(put).toEqual(["demande.xml"]);
  const gone = Object.assign(file("illisible.xml"), { arrayBuffer: () => Promise.reject(new Error("gone")) });
  await answering.importRequest(gone);
  expect(answering.read().refused).toMatchObject({ code: "failed", fileName: "illisible.xml" });
});

const withEncoding = (declared: string) => `<?xml version="1.0" encoding="${declared}"?><a>Marché d'été, 5 €</a>`;
const utf16 = (text: string, endian: "le" | "be") => {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  [...text].forEach((_, at) => {
    view.setUint16(at * 2, text.charCodeAt(at), endian === "le");
  });
  return view.buffer;
};
/** The letters of the text, one byte each. */
const windows1252 = (text: string) => Uint8Array.from(text, (letter) => (letter === "€" ? 0x80 : letter.charCodeAt(0)));

test.each<[string, BlobPart]>([
  ["UTF-8 with its mark", `\ufeff${withEncoding("UTF-8")}`],
  ["UTF-8, a mark that contradicts what it declares", `\ufeff${withEncoding("ISO-8859-1")}`],
  ["UTF-8 that says UTF-16", withEncoding("utf-16")],
  ["UTF-8 that says nothing", "<a>Marché d'été, 5 €</a>"],
  ["UTF-16, little end first, with its mark", utf16(`\ufeff${withEncoding("UTF-16")}`, "le")],
  ["UTF-16, big end first, with its mark", utf16(`\ufeff${withEncoding("UTF-16")}`, "be")],
  ["UTF-16 without mark", utf16(withEncoding("UTF-16"), "le")],
  ["Windows-1252", windows1252(withEncoding("windows-1252"))],
])("a request in %s is read with its letters", async (_, bytes) => {
  await answering.importRequest(file("demande.xml", bytes));
  expect(answering.read().refused).toBeNull();
  expect(read.map((xml) => xml.replace(/^<\?.*\?>/, ""))).toEqual(["<a>Marché d'été, 5 €</a>"]);
});

test.each<[string, File]>([
  ["encoding", file("demande.xml", windows1252(withEncoding("UTF-8")))],
  ["encoding", file("demande.xml", withEncoding("utf-7"))],
  ["tooLarge", Object.defineProperty(file(), "size", { value: 200_000_000 })],
])("a request whose letters cannot be known is refused as %s, and never read", async (code, unread) => {
  await answering.importRequest(unread);
  expect(answering.read().refused).toEqual({ code, detail: "", fileName: "demande.xml" });
  expect([read, put]).toEqual([[], []]);
});
