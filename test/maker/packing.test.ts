/** The sealed packets of a group: made by each member, opened by the mandataire, merged into one dossier. */
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { REPAIR } from "../../scripts/documents/repair.ts";
import { TYPEFACES } from "../../scripts/documents/typefaces.ts";
import { newDerivation } from "../../src/coffre/passphrase.ts";
import { sealFile } from "../../src/coffre/sealed-file.ts";
import { makeDossier } from "../../src/documents/make/dossier.ts";
import { type Bid, type MadeForms, NO_BID, NO_TASK, type Task } from "../../src/domain/bid.ts";
import type { Dossier } from "../../src/domain/dossier.ts";
import { GROUNDS, NO_ANSWERS } from "../../src/domain/grounds.ts";
import { NO_MEANS } from "../../src/domain/means.ts";
import { type KeptPackets, MemberPacket } from "../../src/domain/packet.ts";
import { sha256Of } from "../../src/domain/sha256.ts";
import { basisOf, withMadeForms } from "../../src/dossier/made-forms.ts";
import { factsForPacket, taskForPacket, withMemberPieces } from "../../src/dossier/packets.ts";
import { formsRequestOf } from "../../src/maker/forms-request.ts";
import { packFor, takePacket } from "../../src/maker/packing.ts";
import { requestOf } from "../../src/maker/request.ts";
import { drawForms } from "../../src/maker/serve-forms.ts";
import type { Situation } from "../../src/messages/situation.ts";
import { NOW, READY } from "../components/situations.ts";
import { textOfPages } from "../documents/tools.ts";
import { COMPLETE, CONSULTATION, dossierOf, ENTERED, MADE_AT, siretOf } from "../formulaires/candidature-world.ts";

const PASSPHRASE = "cinq mots pour le mandataire";
const CHEAP = newDerivation({ memoryKiB: 19_456, passes: 2 });
/** The shelf of every machine: bytes by key. */
const shelf = new Map<string, Uint8Array<ArrayBuffer>>();
const put = async ({ bytes }: { readonly bytes: Uint8Array<ArrayBuffer> }) => {
  const key = `made|${shelf.size + 1}`;
  shelf.set(key, bytes);
  return key;
};
const remove = async (keys: readonly string[]) => {
  for (const key of keys) shelf.delete(key);
};
const bring = async (id: string) => {
  const bytes = shelf.get(id);
  return bytes === undefined ? { problem: "unknown" as const } : { fileName: `${id}.pdf`, bytes };
};
const page = {
  ...(READY.page as NonNullable<Situation["page"]>),
  consultation: { portal: "x", url: "https://x.example", ...CONSULTATION },
};
const situationOf = (dossier: Dossier): Situation => ({
  ...READY,
  work: `${dossier.siret}|x`,
  company: { siret: dossier.siret, name: null },
  dossier,
  page,
});
const LEAD = dossierOf(1, { facts: COMPLETE, manual: ENTERED });
const member = (rank: number, name: string) =>
  dossierOf(rank, {
    facts: { ...COMPLETE, raisonSociale: name, commune: `Ville-${rank}` },
    manual: { ...ENTERED, contactEmail: `membre${rank}@essai.example`, iban: "FR7630006000011234567890189" },
  });
const SECOND = member(2, "Bêta Terrassement");
const THIRD = member(3, "Gamma Espaces verts");
const GROUP: Partial<Bid> = { role: "lead", groupForm: "conjoint", leadAnswersForAll: true, portee: { sur: "tousLots" } };
const ALL_NO = {
  ...NO_ANSWERS,
  grounds: Object.fromEntries(GROUNDS.map((ground) => [ground, { applies: false }])),
  reliesOnOthers: false,
  subcontracts: false,
};

/** The company's situation once its forms were made. */
async function withForms(dossier: Dossier, bid: Partial<Bid>, kinds: readonly ("dc1" | "dc2" | "dume")[]): Promise<Situation> {
  const situation = situationOf(dossier);
  const wanted = { bid: { ...NO_BID, ...bid }, kinds, dume: { ...ALL_NO, size: "small" as const }, means: NO_MEANS, requestXml: null };
  const request = formsRequestOf(situation, wanted, NOW);
  if (request === null) throw new Error("No company.");
  const { forms, problem } = await drawForms(request, TYPEFACES);
  expect(problem).toBeNull();
  const files = await Promise.all(forms.map(async ({ bytes, ...form }) => ({ ...form, key: await put({ bytes }), left: [] })));
  const made: MadeForms = { work: situation.work ?? "", tabId: 1, at: MADE_AT, basis: basisOf(dossier), files };
  return { ...situation, dossier: withMadeForms(dossier, made) };
}

const pickedOf = ({ dossier }: Situation) => (dossier?.pieces ?? []).filter(({ chosen }) => chosen).map(({ id }) => id);
async function packetOf(situation: Situation, task: Task): Promise<Blob> {
  const packed = await packFor(
    situation,
    { picked: pickedOf(situation), task, passphrase: PASSPHRASE },
    { bring, now: () => NOW, derivation: CHEAP },
  );
  if ("problem" in packed) throw new Error(packed.problem.code);
  return packed.file;
}

let second: Blob;
let third: Blob;
let bid: Bid;
let packets: KeptPackets | null;

beforeAll(async () => {
  const led = (dossier: Dossier) =>
    withForms(dossier, { ...GROUP, role: "member", others: [{ siret: LEAD.siret, name: "Tête", task: NO_TASK }] }, ["dc2", "dume"]);
  second = await packetOf(await led(SECOND), { performs: "Terrassement", share: 30, lots: [] });
  third = await packetOf(await led(THIRD), NO_TASK);
});
beforeEach(() => {
  bid = { ...NO_BID, ...GROUP };
  packets = null;
});

async function take(file: Blob, passphrase = PASSPHRASE, situation = situationOf(LEAD)): Promise<string> {
  const before = shelf.size;
  const taken = await takePacket(file, passphrase, { situation, tabId: 1, bid, packets }, { shelf: { put, remove }, now: () => NOW });
  if ("problem" in taken) {
    expect(shelf.size).toBe(before);
    return `${taken.problem.code} ${taken.problem.detail}`.trim();
  }
  ({ bid, packets } = taken);
  return "taken";
}

describe("the mandataire", () => {
  test("has one DC1, a DC2 and a DUME each, and each member's data under its own name", async () => {
    expect([await take(second), await take(third)]).toEqual(["taken", "taken"]);
    expect(bid.others.map(({ siret, known }) => [siret, known?.facts.raisonSociale, known?.facts.contactEmail])).toEqual([
      [SECOND.siret, "Bêta Terrassement", "membre2@essai.example"],
      [THIRD.siret, "Gamma Espaces verts", "membre3@essai.example"],
    ]);
    const own = await withForms(LEAD, bid, ["dc1", "dc2", "dume"]);
    const dossier = withMemberPieces(own.dossier as Dossier, packets);
    const chosen = dossier.pieces.filter((piece) => piece.chosen);
    const of = (piece: Dossier["pieces"][number]) => (piece.origin.from === "made" ? (piece.origin.member?.siret ?? LEAD.siret) : "");
    expect(chosen.map((piece) => [piece.kind, of(piece)])).toEqual([
      ["dc1", LEAD.siret],
      ...["dc2", "dume"].flatMap((kind) => [LEAD.siret, SECOND.siret, THIRD.siret].map((siret) => [kind, siret])),
    ]);
    const request = requestOf({ ...own, dossier }, { pieces: chosen.map(({ id }) => id), footers: true }, NOW);
    if (request === null) throw new Error("No company.");
    const { files, outcomes } = await makeDossier(request, {
      bytesOf: async (id) => shelf.get(id)?.slice() ?? null,
      typefaces: TYPEFACES,
      repair: REPAIR,
    });
    expect(outcomes.map(({ leftOut }) => leftOut)).toEqual(Array(7).fill(undefined));
    // Another company's document has that company's name in its own.
    expect(outcomes.map(({ fileName }) => fileName.split("_")[2]?.slice(0, 9))).toEqual(chosen.map((piece) => of(piece).slice(0, 9)));
    const text = textOfPages(files[0]?.bytes ?? new Uint8Array());
    for (const told of ["Bêta Terrassement", "Gamma Espaces verts", "membre2@essai.example", "Remis par Bêta Terrassement"])
      expect(text).toContain(told);
    const dc1 = textOfPages(shelf.get(chosen[0]?.id ?? "") ?? new Uint8Array()).replace(/\s+/g, " ");
    expect(dc1).toMatch(/Bêta Terrassement, [^@]*Ville-2[^@]*membre2@essai\.example/);
    expect(dc1).toMatch(/Gamma Espaces verts, [^@]*Ville-3[^@]*membre3@essai\.example/);
    expect(bid.others.map(({ task }) => task)).toEqual([{ performs: "Terrassement", share: 30, lots: [] }, NO_TASK]);
    expect(dc1.match(/Terrassement/g)).toHaveLength(2);
  });

  test("keeps a typed name until that company's packet replaces it", async () => {
    bid = { ...bid, others: [{ siret: SECOND.siret, name: "BT", task: { performs: "Fouilles", share: null, lots: [] } }] };
    expect(await take(second)).toBe("taken");
    expect(bid.others.map(({ siret, name, known }) => [siret, name, known?.source])).toEqual([[SECOND.siret, "BT", "paquet"]]);
    // What the person typed of its task stays, what they left open is the packet's.
    expect(bid.others[0]?.task).toEqual({ performs: "Fouilles", share: 30, lots: [] });
  });

  test("refuses with a reason a packet of another consultation, of a SIRET already used or its own, and any when it leads no group", async () => {
    const reference = { ...CONSULTATION, reference: "2026-043" };
    const elsewhere = { ...situationOf(LEAD), page: { ...page, consultation: { portal: "x", url: "https://x.example", ...reference } } };
    expect(await take(second, PASSPHRASE, elsewhere)).toBe(`otherConsultation ${CONSULTATION.reference}`);
    const otherBuyer = { ...page, consultation: { ...page.consultation, acheteurSiret: siretOf(9001) } };
    expect(await take(second, PASSPHRASE, { ...situationOf(LEAD), page: otherBuyer })).toBe(`otherConsultation ${CONSULTATION.reference}`);
    expect(await take(second, PASSPHRASE, { ...situationOf(LEAD), page: null })).toBe("noReference");
    expect(await take(second, PASSPHRASE, situationOf(SECOND))).toBe(`ownSiret ${SECOND.siret}`);
    expect(await take(second)).toBe("taken");
    expect(await take(second)).toBe(`sameSiret ${SECOND.siret}`);
    bid = { ...bid, subcontractors: [{ siret: THIRD.siret, name: "", performs: "", reliedOn: false }] };
    expect(await take(third)).toBe(`sameSiret ${THIRD.siret}`);
    bid = { ...NO_BID, role: "member" };
    expect(await take(third)).toBe("notLead");
  });

  test("refuses with a reason a damaged packet, another file, a later version, a wrong passphrase", async () => {
    const bytes = new Uint8Array(await second.arrayBuffer());
    expect(await take(second, "autre")).toBe("wrongPassphrase");
    expect(await take(new Blob([bytes.slice(0, -40)]))).toBe("damaged");
    expect(await take(new Blob([bytes.with(bytes.length - 99, 7), "x"]))).toBe("damaged");
    expect(await take(new Blob(["%PDF-1.7"]))).toBe("notAPacket");
    const sealed = async (contents: unknown, documents: string[] = []) => {
      async function* given() {
        for (const text of documents) yield new Uint8Array(new TextEncoder().encode(text));
      }
      return sealFile("member", PASSPHRASE, { contents, documents: given(), count: documents.length }, CHEAP);
    };
    expect(await take(await sealed({ format: 2, siret: "?" }))).toBe("newer");
    expect(await take(await sealed({ format: 1, siret: "12" }))).toBe("damaged");
    const packet = { format: 1, madeAt: MADE_AT, consultation: CONSULTATION, siret: SECOND.siret, facts: {}, files: [] };
    expect(await take(await sealed(packet))).toBe("damaged");
    const file = { kind: "dc2", title: "DC2", fileName: "dc2.pdf", mediaType: "application/pdf", source: "x", validityBasis: "computed" };
    const lying = { ...packet, files: [{ ...file, size: 9, sha256: "0".repeat(64) }] };
    expect(await take(await sealed(lying, ["%PDF-1.7\n"]))).toBe("damaged");
    expect(await take(await sealed(lying, ["<html>"]))).toBe("damaged");
    // A packet of before says nothing of what its member carries out.
    const bytesOf = new TextEncoder().encode("%PDF-1.7\n") as Uint8Array<ArrayBuffer>;
    const former = { ...packet, files: [{ ...file, size: 9, sha256: await sha256Of(bytesOf) }] };
    expect(await take(await sealed(former, ["%PDF-1.7\n"]))).toBe("taken");
    expect(bid.others.map(({ siret, task }) => [siret, task])).toEqual([[SECOND.siret, NO_TASK]]);
  });

  test("keeps nothing of a packet when the disk is full", async () => {
    let room = 1;
    const full = async (file: { readonly bytes: Uint8Array<ArrayBuffer> }) => {
      room -= 1;
      if (room < 0) throw new DOMException("full", "QuotaExceededError");
      return put(file);
    };
    const before = shelf.size;
    const waiting = { situation: situationOf(LEAD), tabId: 1, bid, packets };
    expect(await takePacket(second, PASSPHRASE, waiting, { shelf: { put: full, remove }, now: () => NOW })).toEqual({
      problem: { code: "full", detail: "" },
    });
    expect(shelf.size).toBe(before);
  });
});

describe("the member", () => {
  test("gives no bank details, no DC1 and no computed values", async () => {
    const facts = factsForPacket(SECOND);
    expect(facts).toMatchObject({
      raisonSociale: "Bêta Terrassement",
      contactEmail: "membre2@essai.example",
      chiffreAffairesN1: 6_480_200.5,
    });
    expect(Object.keys(facts)).not.toEqual(expect.arrayContaining(["iban"]));
    expect(Object.keys(facts)).not.toEqual(expect.arrayContaining(["adresseComplete"]));
    expect(MemberPacket.shape.facts.parse(facts)).toEqual(facts);
  });

  test("makes no packet without its DC2, without a reference, or while a document is not available", async () => {
    const situation = await withForms(SECOND, { ...GROUP, role: "member", others: [{ siret: LEAD.siret, name: "Tête", task: NO_TASK }] }, [
      "dc2",
    ]);
    const pack = async (one: Situation, picked = pickedOf(one)) => {
      const packed = await packFor(one, { picked, task: NO_TASK, passphrase: PASSPHRASE }, { bring, now: () => NOW, derivation: CHEAP });
      return "problem" in packed ? packed.problem : packed.fileName;
    };
    expect(await pack(situation)).toBe(`paquet-${SECOND.siret}.pliprêt`);
    expect(await pack(situationOf(SECOND))).toEqual({ code: "noDc2", detail: "" });
    expect(await pack({ ...situation, page: null })).toEqual({ code: "noReference", detail: "" });
    shelf.delete(pickedOf(situation)[0] ?? "");
    expect(await pack(situation)).toEqual({ code: "pieceGone", detail: "DC2" });
  });
});

test("a packet names the lots of the member's own bid, which the mandataire's does not tell", () => {
  const portee = { sur: "lots" as const, lots: [{ numero: "4" }, { numero: "7" }] };
  const task = { performs: "Toiture", share: null, lots: [] };
  expect(taskForPacket({ task, portee })).toEqual({ ...task, lots: ["4", "7"] });
  expect(taskForPacket({ task: { ...task, lots: ["7"] }, portee }).lots).toEqual(["7"]);
  expect(taskForPacket({ task, portee: { sur: "tousLots" } }).lots).toEqual([]);
});
