/** Data of the project, as a signed file: followed when it is the project's and more recent, given up in one gesture, never more than proposed. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Context } from "../../src/background/context.ts";
import { settingsHandlers } from "../../src/background/handlers/settings.ts";
import {
  dataCell,
  dataViewOf,
  type IssuedData,
  inForce,
  lessonsIn,
  organisationData,
  readIssued,
  signedText,
  UNSET_KEY,
  unheededIn,
} from "../../src/background/issued-data.ts";
import { withLessons } from "../../src/background/lessons.ts";
import { DATA_KEY, PACKAGED_DATA } from "../../src/background/packaged-data.ts";
import { policyOf } from "../../src/background/policy.ts";
import { EMPTY_TAB } from "../../src/background/tabs.ts";
import { structureOf } from "../../src/domain/lessons.ts";
import { en } from "../../src/i18n/en.ts";
import { fr } from "../../src/i18n/fr.ts";
import { DataProblem } from "../../src/messages/situation.ts";
import { cellsOf } from "../../src/store/cells.ts";
import { memoryStore } from "../store/memory-store.ts";
import { control, page } from "./pages.ts";

const HOST = "depot.ville.example";
const CONTROLS = [
  control("a", "raisonSociale", { label: "Dénomination" }),
  control("b", null, { label: "Code maison" }),
  control("c", "declarationHonneur", { label: "J'atteste", type: "checkbox", leave: "sworn" }),
];

let keys: { readonly privateKey: JsonWebKey; readonly publicKey: JsonWebKey };
let structure: string;

async function pair() {
  const drawn = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, ["sign", "verify"]);
  const [privateKey, publicKey] = await Promise.all([
    crypto.subtle.exportKey("jwk", drawn.privateKey),
    crypto.subtle.exportKey("jwk", drawn.publicKey),
  ]);
  return { privateKey, publicKey };
}

beforeAll(async () => {
  keys = await pair();
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(structureOf(CONTROLS)));
  structure = Buffer.from(digest).toString("hex");
});

function issued(version: number, asks: "codeNaf" | "siren" = "codeNaf"): IssuedData {
  const lessons = [{ control: { type: "text", label: "Code maison", titles: [], nth: 0 }, asks }];
  return { version, issuedOn: "2026-12-02", forms: [{ host: HOST, structure, lessons }] };
}

const PACKAGED: IssuedData = { version: 3, issuedOn: "2026-11-29", forms: [] };

/** The handlers over one store, as a worker has them. */
function options(organisation: IssuedData | null = null, packaged = PACKAGED, store = memoryStore()) {
  const local = cellsOf(store);
  const context = { local, issued: { packaged, key: keys.publicKey, organisation: async () => organisation } } as Context;
  const { takeData, leaveData } = settingsHandlers(context);
  const origin = {} as Parameters<typeof takeData>[1];
  return {
    take: async (text: string) => (await takeData({ text }, origin)).problem,
    leave: async () => leaveData({}, origin),
    followed: async () => dataViewOf(inForce(packaged, await dataCell(local).read(), organisation)),
    store,
  };
}

const changed = (text: string, change: (envelope: Record<string, unknown>) => object) => JSON.stringify(change(JSON.parse(text)));

describe("a file that is refused changes nothing", () => {
  const refused: readonly (readonly [string, DataProblem, (good: string) => string | Promise<string>])[] = [
    ["too large", "tooLarge", (good) => good + " ".repeat(1_000_000)],
    ["a page in its place", "notJson", () => "<html>"],
    ["cut", "notJson", (good) => good.slice(0, 200)],
    ["a person's map", "notData", () => '{"format":"pli-pret.portal-map","version":1,"forms":[]}'],
    ["of a later format", "otherVersion", (good) => changed(good, (all) => ({ ...all, formatVersion: 2 }))],
    ["without its signature", "badSignature", (good) => changed(good, ({ signature: _, ...all }) => all)],
    [
      "one digit of its signature changed",
      "badSignature",
      (good) => good.replace(/"signature": "(.)/, (_, one) => `"signature": "${one === "0" ? "1" : "0"}`),
    ],
    ["one field changed for another", "badSignature", (good) => good.replace("codeNaf", "siret")],
    ["its number raised", "badSignature", (good) => good.replace('\\"version\\":4', '\\"version\\":9')],
    [
      "its text written otherwise",
      "badSignature",
      (good) => changed(good, (all) => ({ ...all, signed: JSON.stringify(JSON.parse(String(all["signed"])), null, 1) })),
    ],
    ["another's signature", "badSignature", async () => signedText(issued(9), (await pair()).privateKey)],
    ["as old as the package", "packageNewer", () => signedText(issued(3), keys.privateKey)],
    ["older than the package", "packageNewer", () => signedText(issued(2), keys.privateKey)],
  ];

  test.each(refused)("%s: %s", async (_, problem, textOf) => {
    const { take, followed, store } = options();
    const text = await textOf(await signedText(issued(4), keys.privateKey));
    expect(await take(text)).toBe(problem);
    expect(await followed()).toEqual({ from: "package", version: 3, issuedOn: "2026-11-29", forms: 0, sites: 0 });
    expect([...store.content.keys()]).toEqual([]);
  });

  test.each(["declarationHonneur", "password", "inconnu"])(
    "signed, it names %s, which this version does not fill: refused whole",
    async (asks) => {
      const data = issued(4);
      const subtle = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
      const signed = JSON.stringify(data).replace("codeNaf", asks);
      const key = await crypto.subtle.importKey("jwk", keys.privateKey, subtle, false, ["sign"]);
      const bytes = await crypto.subtle.sign(subtle, key, new TextEncoder().encode(`pli-pret.signed-data 1\n${signed}`));
      const signature = Buffer.from(bytes).toString("hex");
      const text = JSON.stringify({ format: "pli-pret.signed-data", formatVersion: 1, signed, signature });
      expect(await readIssued(text, keys.publicKey)).toEqual({ problem: "otherVersion" });
    },
  );

  test("a signature of the same key over the bare text, made for another use, is none", async () => {
    const subtle = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
    const signed = JSON.stringify(issued(4));
    const key = await crypto.subtle.importKey("jwk", keys.privateKey, subtle, false, ["sign"]);
    const signature = Buffer.from(await crypto.subtle.sign(subtle, key, new TextEncoder().encode(signed))).toString("hex");
    const text = JSON.stringify({ format: "pli-pret.signed-data", formatVersion: 1, signed, signature });
    expect(await readIssued(text, keys.publicKey)).toEqual({ problem: "badSignature" });
  });

  test("half a character in place of the one that stands for all that cannot be read is another text", async () => {
    const [form] = issued(4).forms;
    if (form === undefined) throw new Error("no form");
    const unread = { ...issued(4), forms: [{ ...form, host: "\ufffd.example" }] };
    const text = await signedText(unread, keys.privateKey);
    expect(await readIssued(text, keys.publicKey)).toEqual(unread);
    expect(await readIssued(text.replace("\ufffd", "\\ud800"), keys.publicKey)).toEqual({ problem: "badSignature" });
  });

  test("each reason has its sentence in both languages, which says that nothing changed", () => {
    for (const problem of DataProblem.options) {
      expect(fr.data.problems[problem]).toMatch(/Rien n'a changé\.$/);
      expect(en.data.problems[problem]).toMatch(/Nothing changed\.$/);
    }
  });
});

test("a more recent file is followed; one as old, or older, is refused; the next one takes its place", async () => {
  const { take, followed } = options();
  expect(await take(await signedText(issued(5), keys.privateKey))).toBeNull();
  expect(await followed()).toEqual({ from: "file", version: 5, issuedOn: "2026-12-02", forms: 1, sites: 1 });
  expect(await take(await signedText(issued(5, "siren"), keys.privateKey))).toBe("notNewer");
  expect(await take(await signedText(issued(4), keys.privateKey))).toBe("notNewer");
  expect(await followed()).toMatchObject({ version: 5 });
  expect(await take(await signedText(issued(6), keys.privateKey))).toBeNull();
  expect(await followed()).toMatchObject({ version: 6 });
});

test("of two files taken at once the more recent stays", async () => {
  const { take, followed } = options();
  const [five, six] = [await signedText(issued(5), keys.privateKey), await signedText(issued(6), keys.privateKey)];
  await Promise.all([take(six), take(five)]);
  expect(await followed()).toMatchObject({ version: 6 });
});

test("one gesture goes back to the package's, and the file may be taken again", async () => {
  const { take, leave, followed } = options();
  const text = await signedText(issued(5), keys.privateKey);
  await take(text);
  await leave();
  expect(await followed()).toMatchObject({ from: "package", version: 3 });
  expect(await take(text)).toBeNull();
});

test("a later package that is as recent wins over the file; one that is not leaves it", async () => {
  const { take, store } = options();
  await take(await signedText(issued(5), keys.privateKey));
  expect(await options(null, { ...PACKAGED, version: 4 }, store).followed()).toMatchObject({ from: "file", version: 5 });
  expect(await options(null, { ...PACKAGED, version: 5 }, store).followed()).toMatchObject({ from: "package", version: 5 });
});

test("the organisation's file stands before the person's, unless the package is as recent: the person then decides", async () => {
  const text = await signedText(issued(9), keys.privateKey);
  const managed = options(issued(4));
  expect(await managed.followed()).toMatchObject({ from: "organisation", version: 4 });
  expect(await managed.take(text)).toBe("settled");
  const outdated = options(issued(3));
  expect(await outdated.take(text)).toBeNull();
  expect(await outdated.followed()).toMatchObject({ from: "file", version: 9 });
});

test("what the organisation set is followed when the project signed it; otherwise it is no choice", async () => {
  const text = await signedText(issued(4), keys.privateKey);
  const setTo = (data: unknown) => organisationData(policyOf({ data }), keys.publicKey);
  expect(await setTo(text)).toEqual(issued(4));
  for (const data of [undefined, 4, "", text.replace("codeNaf", "siret"), await signedText(issued(4), (await pair()).privateKey)])
    expect(await setTo(data)).toBeNull();
  const told = async (data: unknown) => unheededIn(policyOf({ data }), await setTo(data));
  expect([await told(undefined), await told(text)]).toEqual([[], []]);
  // Told to whoever opens the options: silence would pass for obedience.
  for (const data of [4, "", text.replace("codeNaf", "siret")]) expect(await told(data)).toEqual(["data"]);
});

describe("what it says of a form", () => {
  const readWith = async (lessons: Parameters<typeof withLessons>[1], host = HOST) => {
    const tab = { ...EMPTY_TAB, frames: { 0: { document: "now", url: `https://${host}/form`, page: page(CONTROLS) } } };
    return (await withLessons(tab, lessons)).frames[0]?.page.controls ?? [];
  };

  test("is proposed, as a map's is, on that form alone; a sworn statement stays as it was read", async () => {
    const read = await readIssued(await signedText(issued(4), keys.privateKey), keys.publicKey);
    if ("problem" in read) throw new Error(read.problem);
    const [, house, sworn] = await readWith(lessonsIn(read));
    expect(house).toMatchObject({ target: "codeNaf", tier: "proposed", taught: "map", doubts: [{ about: "map" }] });
    expect(sworn).toEqual(CONTROLS[2]);
    expect(await readWith(lessonsIn(read), "ailleurs.example")).toEqual(CONTROLS);
  });

  test("gives way to what the person said, and to a map that they chose to import", async () => {
    const [map] = lessonsIn(issued(4, "siren"));
    if (map === undefined) throw new Error("no form");
    expect((await readWith([{ ...map, by: "person" }, ...lessonsIn(issued(4))]))[1]).toMatchObject({ target: "siren", taught: "person" });
    expect((await readWith([map, ...lessonsIn(issued(4))]))[1]).toMatchObject({ target: "siren", taught: "map" });
  });
});

test("the package's own key is a public one, and its data are of the shape that a file must have", async () => {
  expect(Object.keys(DATA_KEY).sort()).toEqual(["crv", "kty", "x", "y"]);
  const read = await readIssued(await signedText(PACKAGED_DATA, keys.privateKey), keys.publicKey);
  expect(read).toEqual(PACKAGED_DATA);
});

describe("a build that has no key of its own", () => {
  const read = async (change: (text: string) => string = (text) => text) =>
    readIssued(change(await signedText(issued(9), keys.privateKey)), UNSET_KEY);

  test("refuses every signed file, and says that the build is why, not the file", async () => {
    expect(await read()).toEqual({ problem: "noKey" });
    expect(await read((text) => text.replace("codeNaf", "siret"))).toEqual({ problem: "noKey" });
    expect(await organisationData(policyOf({ data: await signedText(issued(9), keys.privateKey) }), UNSET_KEY)).toBeNull();
    expect(fr.data.problems.noKey).toMatch(/Demandez .* construite avec sa clé\. Rien n'a changé\.$/);
  });

  test("still says of what is no signed file that it is none", async () => {
    expect(await read((text) => text.slice(0, 200))).toEqual({ problem: "notJson" });
    expect(await read(() => "{}")).toEqual({ problem: "notData" });
  });

  test("is what the repository makes, until whoever publishes puts a key in its place", async () => {
    const refused = await readIssued(await signedText(issued(9), keys.privateKey), DATA_KEY);
    expect(refused).toEqual({ problem: DATA_KEY.x === UNSET_KEY.x ? "noKey" : "badSignature" });
  });
});
