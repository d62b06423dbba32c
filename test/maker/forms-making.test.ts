/** Forms of a consultation are made, kept and delivered. */
import { beforeEach, expect, test } from "vitest";
import { type MadeForms, NO_BID } from "../../src/domain/bid.ts";
import { NO_ANSWERS } from "../../src/domain/grounds.ts";
import { NO_MEANS } from "../../src/domain/means.ts";
import { createFormsMaking, type FormsMaking } from "../../src/maker/forms-making.ts";
import type { FormsRequest } from "../../src/maker/forms-request.ts";
import type { DrawnForm, DrawnForms } from "../../src/maker/serve-forms.ts";
import type { ShelvedDocument } from "../../src/store/shelf.ts";
import { NOW, READY } from "../components/situations.ts";

const DC1: DrawnForm = {
  kind: "dc1",
  title: "DC1",
  fileName: "dc1.pdf",
  mediaType: "application/pdf",
  sha256: "0".repeat(64),
  size: 3,
  pages: 1,
  left: ["A · Acheteur"],
  sworn: 1,
  bytes: new Uint8Array(3),
};
const CHOICE = { kinds: ["dc1", "dc2"], bid: NO_BID, dume: NO_ANSWERS, means: NO_MEANS, forms: null } as const;

let shelf: Map<string, Omit<ShelvedDocument, "key">>;
let asked: FormsRequest[];
let kept: MadeForms[];
let handed: string[];
let drawn: DrawnForms;
let keep: (forms: MadeForms) => Promise<unknown>;
let making: FormsMaking;

beforeEach(() => {
  shelf = new Map();
  [asked, kept, handed] = [[], [], []];
  drawn = { forms: [DC1], problem: null };
  keep = async (forms) => kept.push(forms);
  making = createFormsMaking({
    tabId: 7,
    draw: async (request) => {
      asked.push(request);
      return drawn;
    },
    shelf: {
      get: async (key) => {
        const file = shelf.get(key);
        return file === undefined ? null : { key, ...file };
      },
      put: async (file) => {
        const key = `made|${shelf.size + 1}`;
        shelf.set(key, file);
        return key;
      },
      remove: async (keys) => {
        for (const key of keys) shelf.delete(key);
      },
    },
    bring: async (id) => (id === "source#0" ? { fileName: "a.pdf", bytes: new Uint8Array([97, 98, 99]) } : { problem: "unreachable" }),
    keep: (forms) => keep(forms),
    save: (_, fileName) => handed.push(`saved ${fileName}`),
    show: ({ type }) => handed.push(`shown ${type}`),
    now: () => NOW,
  });
});

test("forms are kept for their consultation, and delivered", async () => {
  await making.make(READY, CHOICE);
  expect(asked[0]).toMatchObject({ siret: READY.company?.siret, kinds: ["dc1", "dc2"], madeAt: NOW.toISOString() });
  expect(kept[0]).toMatchObject({ work: READY.work, tabId: 7, files: [{ kind: "dc1", key: "made|1", left: ["A · Acheteur"] }] });
  const [form] = kept[0]?.files ?? [];
  if (form === undefined) throw new Error("Nothing was kept.");
  await making.look(form);
  await making.download(form);
  expect(handed).toEqual(["shown application/pdf", "saved dc1.pdf"]);
  shelf.clear();
  await making.look(form);
  expect(making.read()).toEqual({ making: false, ended: { code: "gone", detail: "" } });
});

test("forms that are not made again stay, while the dossier's values are the same", async () => {
  await making.make(READY, CHOICE);
  const [before] = kept;
  drawn = { forms: [{ ...DC1, kind: "dume", title: "DUME" }], problem: null };
  await making.make(READY, { ...CHOICE, kinds: ["dume"], forms: before ?? null });
  expect(kept[1]?.files.map(({ kind }) => kind)).toEqual(["dume", "dc1"]);
  await making.make(READY, { ...CHOICE, kinds: ["dume"], forms: { ...(before as MadeForms), basis: "another" } });
  expect(kept[2]?.files.map(({ kind }) => kind)).toEqual(["dume"]);
});

test("a failure says why nothing was made, and leaves nothing unused on the shelf", async () => {
  drawn = { forms: [], problem: { code: "loneGroup", detail: "conjoint" } };
  await making.make(READY, CHOICE);
  expect(making.read().ended).toEqual({ code: "loneGroup", detail: "conjoint" });
  drawn = { forms: [DC1], problem: null };
  keep = async () => {
    throw new Error("no background");
  };
  await making.make(READY, CHOICE);
  expect(making.read()).toEqual({ making: false, ended: { code: "failed", detail: "" } });
  expect([kept, shelf.size]).toEqual([[], 0]);
});

test("a DUME answers the request on the shelf, or says that it is gone", async () => {
  const dume = { ...NO_ANSWERS, request: { fileName: "demande.xml", key: "made|demande", reference: "r", lots: [] } };
  await making.make(READY, { ...CHOICE, kinds: ["dume"], dume });
  expect(making.read().ended).toEqual({ code: "requestGone", detail: "demande.xml" });
  shelf.set("made|demande", { fileName: "demande.xml", mediaType: "application/xml", bytes: new TextEncoder().encode("<a/>"), putAt: 0 });
  await making.make(READY, { ...CHOICE, kinds: ["dume"], dume });
  expect(asked.map(({ requestXml }) => requestXml)).toEqual(["<a/>"]);
});

test("forms are made once at a time, and never without a company", async () => {
  await Promise.all([making.make(READY, CHOICE), making.make(READY, CHOICE)]);
  await making.make({ ...READY, dossier: null }, CHOICE);
  expect(kept).toHaveLength(1);
});

test("a summary lists the picked documents except itself, and fetches those of a source for their fingerprint", async () => {
  const [piece] = READY.dossier?.pieces ?? [];
  if (piece === undefined) throw new Error("No document.");
  const { sha256: _, ...plain } = piece;
  const picked = [
    { ...plain, id: "source#0", title: "Vue" },
    { ...plain, id: "source#1", title: "Injoignable" },
    { ...piece, id: "kept", title: "Gardée", sha256: "ab" },
    { ...plain, id: "made|old", title: "Récapitulatif" },
  ];
  const forms = {
    work: READY.work ?? "",
    tabId: 7,
    at: NOW.toISOString(),
    basis: "",
    files: [{ ...DC1, kind: "recap" as const, key: "made|old" }],
  };
  await making.make(READY, { ...CHOICE, kinds: ["recap"], picked, forms });
  expect(asked[0]?.pieces.map(({ id, sha256 }) => [id, sha256?.slice(0, 8)])).toEqual([
    ["source#0", "ba7816bf"],
    ["source#1", undefined],
    ["kept", "ab"],
  ]);
});
