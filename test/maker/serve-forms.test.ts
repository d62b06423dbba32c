/** Forms made for the dossier's page, over a port, from what it shows. */
import { PDFDocument } from "pdf-lib";
import { afterEach, describe, expect, test } from "vitest";
import { REPAIR } from "../../scripts/documents/repair.ts";
import { TYPEFACES } from "../../scripts/documents/typefaces.ts";
import { makeDossier } from "../../src/documents/make/dossier.ts";
import type { DossierItem, DossierRequest } from "../../src/documents/make/made.ts";
import { makeZip } from "../../src/documents/make/zip.ts";
import { type Bid, type FormKind, NO_BID, NO_TASK, RECORD_NAME } from "../../src/domain/bid.ts";
import { type DumeAnswers, GROUNDS, NO_ANSWERS, tellable } from "../../src/domain/grounds.ts";
import { NO_MEANS } from "../../src/domain/means.ts";
import { accountQuestions } from "../../src/dume/answers.ts";
import { criteriaOf } from "../../src/dume/questions.ts";
import { readXml } from "../../src/dume/xml.ts";
import { formsRequestOf } from "../../src/maker/forms-request.ts";
import { type DrawnForms, dumeLots, type FormsAnswer, type FormsWanted, serveForms } from "../../src/maker/serve-forms.ts";
import type { Situation } from "../../src/messages/situation.ts";
import { READY } from "../components/situations.ts";
import { attachedTo, textOfPages } from "../documents/tools.ts";
import { COMPLETE, CONSULTATION, dossierOf, ENTERED, MADE_AT, siretOf } from "../formulaires/candidature-world.ts";

const dossier = dossierOf(1, { facts: COMPLETE, manual: ENTERED });
const page = {
  ...(READY.page as NonNullable<Situation["page"]>),
  consultation: { portal: "x", url: "https://x.example", ...CONSULTATION },
};
const SITUATION: Situation = { ...READY, company: { siret: dossier.siret, name: null }, dossier, page };
const ALL_NO: DumeAnswers = {
  ...NO_ANSWERS,
  grounds: Object.fromEntries(GROUNDS.map((ground) => [ground, { applies: false }])),
  reliesOnOthers: false,
  subcontracts: false,
};
const ports: MessagePort[] = [];
afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

function ask(wanted: FormsWanted): Promise<FormsAnswer> {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  serveForms(port2, async () => TYPEFACES);
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
    port1.postMessage(wanted);
  });
}

async function drawn(kinds: FormKind[], bid: Partial<Bid> = {}, dume = ALL_NO, requestXml: string | null = null) {
  const request = formsRequestOf(SITUATION, { bid: { ...NO_BID, ...bid }, kinds, dume, means: NO_MEANS, requestXml }, new Date(MADE_AT));
  if (request === null) throw new Error("No company.");
  const answer = await ask({ draw: request });
  if (!("drawn" in answer)) throw new Error(JSON.stringify(answer));
  return answer.drawn;
}

const xmlOf = ({ forms }: DrawnForms) =>
  forms.filter(({ mediaType }) => mediaType === "application/xml").map(({ bytes }) => new TextDecoder().decode(bytes));

function itemsOf({ forms }: DrawnForms): DossierItem[] {
  return forms.map(({ fileName, kind, title, mediaType }) => ({
    id: fileName,
    kind: kind === "recap" ? "autre" : kind,
    title,
    source: "Pli prêt",
    mediaType,
  }));
}

function dossierRequest(items: DossierItem[]): DossierRequest {
  return { company: { name: "X", siret: dossier.siret }, consultation: null, items, footers: true, madeAt: MADE_AT };
}

const makeDeps = ({ forms }: DrawnForms) => ({
  bytesOf: async (id: string) => forms.find(({ fileName }) => fileName === id)?.bytes ?? null,
  typefaces: TYPEFACES,
  repair: REPAIR,
});

describe("the summary", () => {
  test("lists each value with its source and each document with its fingerprint, and nothing of the bank", async () => {
    const hash = "0123456789abcdef".repeat(4);
    const pieces = [
      { id: "a", title: "Attestation de vigilance URSSAF", source: "URSSAF", until: "2027-03-31", sha256: hash },
      { id: "b", title: "Relevé d'identité bancaire", source: "Document fourni par l'entreprise", sha256: null },
    ];
    const withBank = dossierOf(1, { facts: COMPLETE, manual: { ...ENTERED, iban: "FR7630006000011234567890189" } });
    const request = formsRequestOf(
      { ...SITUATION, dossier: withBank },
      { bid: { ...NO_BID, portee: { sur: "tousLots" } }, kinds: ["recap"], dume: ALL_NO, means: NO_MEANS, requestXml: null, pieces },
      new Date(MADE_AT),
    );
    const answer = await ask({ draw: request as NonNullable<typeof request> });
    if (!("drawn" in answer)) throw new Error(JSON.stringify(answer));
    const [form, ...others] = answer.drawn.forms;
    expect([others, form?.kind, form?.left, form?.sworn, form?.lists]).toEqual([[], "recap", [], 0, ["a", "b"]]);
    expect(form?.fileName).toBe(`recapitulatif_${dossier.siret}.pdf`);
    const text = textOfPages(form?.bytes ?? new Uint8Array()).replace(/[\s\u00a0\u202f]+/g, " ");
    for (const told of [
      "marches@etoile.example Déclaré par l'entreprise",
      "6 480 200,5 € INSEE, 24/11/2026",
      "Pièces de la candidature (2)",
    ])
      expect(text).toContain(told);
    expect(text).toMatch(/1\. Attestation de vigilance .*URSSAF 31\/03\/2027/);
    expect(text).toContain("document non obtenu à ce jour");
    expect(text.match(/0123456789abcdef/g)).toHaveLength(4);
    expect(text).not.toContain("FR76");
    expect(text).not.toContain("Champs encadrés");
    const record = JSON.parse(new TextDecoder().decode(attachedTo(form?.bytes ?? new Uint8Array()).get(RECORD_NAME)));
    expect(record.values).toContainEqual(expect.objectContaining({ rubric: "C", name: "C_contactEmail", text: "marches@etoile.example" }));
  });
});

describe("DC1 and DC2", () => {
  test("print what the dossier holds, leave fields for the rest, and tick no sworn statement", async () => {
    const { forms, problem } = await drawn(["dc1", "dc2"]);
    expect(problem).toBeNull();
    expect(forms.map(({ kind, title, sworn }) => [kind, title, sworn])).toEqual([
      ["dc1", "DC1", 1],
      ["dc2", "DC2", 1],
    ]);
    for (const { bytes, left } of forms) {
      expect(left.length).toBeGreaterThan(0);
      const fields = (await PDFDocument.load(bytes)).getForm().getFields();
      expect(fields.length).toBeGreaterThanOrEqual(left.length);
      expect(textOfPages(bytes)).toContain("2026-042/Ç");
    }
  });

  test("print what the person chose, and leave the rest empty", async () => {
    const nothing = await drawn(["dc1"]);
    expect(nothing.forms[0]?.left).toEqual(expect.arrayContaining(["C · La candidature est présentée", "D · Le candidat se présente"]));
    const all = await drawn(["dc1"], { role: "alone", portee: { sur: "lots", lots: [{ numero: "2", intitule: "Voirie" }] } });
    expect(all.forms[0]?.left.filter((label) => /présent|Lots/.test(label))).toEqual([]);
    expect(textOfPages(all.forms[0]?.bytes ?? new Uint8Array())).toContain("Lot 2 (Voirie)");
  });

  test("are a letter for the group and a declaration from a mandataire, only a declaration from a member", async () => {
    const others = [{ siret: siretOf(7), name: "Charpentes du Lac", task: NO_TASK }];
    const lead = await drawn(["dc1", "dc2"], { role: "lead", groupForm: "conjoint", others });
    expect(lead.forms.map(({ kind, fileName }) => [kind, fileName])).toEqual([
      ["dc1", `dc1_${dossier.siret}.pdf`],
      ["dc2", `dc2_${dossier.siret}.pdf`],
    ]);
    const text = textOfPages(lead.forms[0]?.bytes ?? new Uint8Array());
    expect(text).toContain("Charpentes du Lac");
    const member = await drawn(["dc1", "dc2"], { role: "member", groupForm: "solidaire", others });
    expect(member.forms.map(({ fileName }) => fileName)).toEqual([`dc2_${dossier.siret}.pdf`]);
  });

  test("say what each member carries out, and leave a field for what was not said", async () => {
    const task = { performs: "Gros œuvre, 1 200 €/m²", share: 60, lots: [] };
    const others = [
      { siret: siretOf(7), name: "Charpentes du Lac", task: { performs: "Charpente", share: 40, lots: [] } },
      { siret: siretOf(8), name: "Toits d'Été", task: NO_TASK },
    ];
    const bid = { role: "lead", groupForm: "conjoint", task, others } as const;
    const made = await drawn(["dc1", "dume"], { ...bid, others });
    const [dc1] = made.forms;
    const text = textOfPages(dc1?.bytes ?? new Uint8Array()).replace(/\s+/g, " ");
    for (const told of ["Gros œuvre, 1 200 €/m²", "Charpente "]) expect(text).toContain(told);
    expect(dc1?.left.filter((label) => /^E · .*Prestations/.test(label))).toHaveLength(1);
    const record = JSON.parse(new TextDecoder().decode(attachedTo(dc1?.bytes ?? new Uint8Array()).get(RECORD_NAME)));
    expect(record.values.filter(({ name }: { name: string }) => /^E_\d_prestations$/.test(name))).toMatchObject([
      { name: "E_1_prestations", text: "Gros œuvre, 1 200 €/m²" },
      { name: "E_2_prestations", text: "Charpente" },
    ]);
    expect(xmlOf(made)[0]).toMatch(/Charpentes du Lac, SIRET \d{14}, prestations : Charpente ; Toits d'Été, SIRET \d{14}</);
    // Jointly and severally liable members share no tasks in the form.
    const [jointly] = (await drawn(["dc1"], { ...bid, groupForm: "solidaire", others })).forms;
    expect(textOfPages(jointly?.bytes ?? new Uint8Array())).not.toContain("Gros œuvre");
  });

  test("a declaration is made for each lot where needs differ, for a member's own lots only, and the letter tells them apart", async () => {
    const portee = { sur: "lots" as const, lots: ["1", "2", "3"].map((numero) => ({ numero })) };
    const task = { ...NO_TASK, lots: ["1", "3"] };
    const others = [{ siret: siretOf(7), name: "Charpentes du Lac", task: { ...NO_TASK, lots: ["2"] } }];
    const bid = { role: "lead", groupForm: "conjoint", portee, task, others } as const;
    const named = ({ forms }: DrawnForms) => forms.map(({ title, fileName }) => [title, fileName]);
    expect(named(await drawn(["dc2"], { ...bid, others }))).toEqual([["DC2", `dc2_${dossier.siret}.pdf`]]);
    const made = await drawn(["dc1", "dc2", "dume"], { ...bid, others, needsPerLot: true });
    expect(named(made).filter(([title]) => title?.startsWith("DC2"))).toEqual([
      ["DC2, lot 1", `dc2_${dossier.siret}_lot-1.pdf`],
      ["DC2, lot 3", `dc2_${dossier.siret}_lot-3.pdf`],
    ]);
    const record = JSON.parse(new TextDecoder().decode(attachedTo(made.forms[0]?.bytes ?? new Uint8Array()).get(RECORD_NAME)));
    expect(record.values.filter(({ name }: { name: string }) => /^E_\d_lot$/.test(name))).toMatchObject([{ text: "1, 3" }, { text: "2" }]);
    expect(made.forms.filter(({ mediaType }) => mediaType === "application/xml").map(({ title }) => title)).toEqual([
      "DUME, LOT-0001 (XML)",
      "DUME, LOT-0003 (XML)",
    ]);
    // A lot given up since is no longer the member's.
    const fewer = { sur: "lots" as const, lots: [{ numero: "2" }, { numero: "3" }] };
    expect(named(await drawn(["dc2"], { ...bid, others, portee: fewer, needsPerLot: true }))).toEqual([
      ["DC2, lot 3", `dc2_${dossier.siret}_lot-3.pdf`],
    ]);
  });

  test("a member's lots are those of its packet, however their numbers are written, and none of another is given to it", async () => {
    const bidWith = (own: readonly string[], portee: Bid["portee"]) => {
      const others = [{ siret: siretOf(7), name: "Charpentes du Lac", task: { ...NO_TASK, lots: [...own] } }];
      return { role: "lead", groupForm: "conjoint", portee, others } as const;
    };
    const some = { sur: "lots" as const, lots: ["1", "2"].map((numero) => ({ numero })) };
    const ofMember = async (own: readonly string[], portee: Bid["portee"]) => {
      const { forms, problem } = await drawn(["dc1"], bidWith(own, portee));
      if (problem !== null) return problem;
      const record = JSON.parse(new TextDecoder().decode(attachedTo(forms[0]?.bytes ?? new Uint8Array()).get(RECORD_NAME)));
      return record.values.find(({ name }: { name: string }) => name === "E_2_lot")?.text;
    };
    expect(await ofMember(["02"], some)).toBe("2");
    expect(await ofMember(["2"], { sur: "tousLots" })).toBe("2");
    expect(await ofMember([], { sur: "tousLots" })).toBe("Tous");
    expect(await ofMember(["4"], some)).toEqual({ code: "memberLot", detail: "4" });
  });

  test("are refused with a reason for a group of one", async () => {
    expect(await drawn(["dc1", "dc2"], { role: "lead", groupForm: "conjoint" })).toEqual({
      forms: [],
      problem: { code: "loneGroup", detail: "conjoint" },
    });
  });

  test("merge without remark, and their empty fields are drawn", async () => {
    const made = await drawn(["dc1", "dc2"]);
    const { outcomes, files } = await makeDossier(dossierRequest(itemsOf(made)), makeDeps(made));
    const remarks = outcomes.map(({ leftOut, signed, incompleteForm, holdsFiles, repaired, deadLinks }) => ({
      leftOut,
      raised: [signed, incompleteForm, holdsFiles, repaired, deadLinks],
    }));
    expect(remarks).toEqual(Array(2).fill({ leftOut: undefined, raised: [false, false, false, false, false] }));
    expect(files[0]?.pages).toBeGreaterThan(made.forms.reduce((sum, { pages }) => sum + pages, 0));
  });
});

describe("DUME", () => {
  test("is a file and its readable version; nothing is left once the person answered", async () => {
    const made = await drawn(["dume"], { role: "alone" });
    expect(made.forms.map(({ kind, fileName, left }) => [kind, fileName, left])).toEqual([
      ["dume", `dume_${dossier.siret}.pdf`, []],
      ["dume", `dume_${dossier.siret}.xml`, []],
    ]);
    const { outcomes } = await makeZip(dossierRequest(itemsOf(made)), makeDeps(made));
    expect(outcomes.map(({ fileName, leftOut }) => [fileName.split(".").at(-1), leftOut])).toEqual([
      ["pdf", undefined],
      ["xml", undefined],
    ]);
  });

  test("leaves every ground to the person without an answer", async () => {
    const { forms } = await drawn(["dume"], { role: "alone" }, NO_ANSWERS);
    expect(forms[0]?.left.filter((text) => text.startsWith("Motif d'exclusion"))).toHaveLength(GROUNDS.length);
  });

  test("carries the explanations of a yes, and leaves its other questions to the person", async () => {
    const grounds = { ...ALL_NO.grounds, corruption: { applies: true, explanation: "Faits de 2019", measures: "Direction changée" } };
    const made = await drawn(["dume"], { role: "alone" }, { ...ALL_NO, grounds });
    const [xml = ""] = xmlOf(made);
    for (const text of ["Faits de 2019", "Direction changée"]) expect(xml).toContain(text);
    expect(made.forms[0]?.left.every((text) => text.includes("C2_EG_corruption"))).toBe(true);
    expect(made.forms[0]?.left).toHaveLength(3);
  });

  test("never carries explanations of a yes with a no", async () => {
    const grounds = { ...ALL_NO.grounds, corruption: { applies: false, explanation: "Faits de 2019" } };
    const [xml = ""] = xmlOf(await drawn(["dume"], {}, { ...ALL_NO, grounds }));
    expect(xml).not.toContain("Faits de 2019");
  });

  test("asks in each criterion for the explanations that the screen offers", async () => {
    const [xml = ""] = xmlOf(await drawn(["dume"]));
    const document = readXml(xml);
    if (typeof document === "string" || document.documentElement === null) throw new Error("No document.");
    const asked = criteriaOf(document.documentElement).flatMap((criterion) => {
      const ground = GROUNDS.find((code) => code === criterion.code);
      const { why, measures } = accountQuestions(criterion);
      return ground === undefined ? [] : [[ground, { explanation: why !== undefined, measures: measures !== undefined }]];
    });
    expect(Object.fromEntries(asked)).toEqual(Object.fromEntries(GROUNDS.map((ground) => [ground, tellable(ground)])));
  });

  test("is one response for each lot of the bid", async () => {
    const made = await drawn(["dume"], { role: "alone", portee: { sur: "lots", lots: [{ numero: "1" }, { numero: "12" }] } });
    expect(made.forms.map(({ title }) => title)).toEqual([
      "DUME, LOT-0001",
      "DUME, LOT-0001 (XML)",
      "DUME, LOT-0012",
      "DUME, LOT-0012 (XML)",
    ]);
    expect(new Set(made.forms.map(({ fileName }) => fileName)).size).toBe(4);
  });

  test("each declared subcontractor has its DC4, from the register and the person's entries, and nothing is sworn for it", async () => {
    const known = {
      facts: { raisonSociale: "ÉCHAFAUDAGES DU LAC", commune: "Lyon" },
      source: "recherche-entreprises",
      provider: "DINUM",
      at: MADE_AT,
    };
    const subcontractors = [
      { siret: siretOf(71), name: "tapé", performs: "Échafaudages", reliedOn: false, known },
      { siret: siretOf(72), name: "Peinture & Cie", performs: "", reliedOn: false },
    ];
    const { forms, problem } = await drawn(["dc1", "dc2", "dc4"], { role: "alone", subcontractors });
    expect(problem).toBeNull();
    const dc4 = forms.filter(({ kind }) => kind === "dc4");
    expect(dc4.map(({ title, fileName, sworn }) => [title, fileName, sworn])).toEqual([
      ["DC4, ÉCHAFAUDAGES DU LAC", `dc4_${siretOf(71)}.pdf`, 1],
      ["DC4, Peinture & Cie", `dc4_${siretOf(72)}.pdf`, 1],
    ]);
    const [first, second] = dc4.map(({ bytes }) => textOfPages(bytes));
    expect(first).toContain("Échafaudages");
    expect(first).not.toContain("tapé");
    expect(second).toContain("Peinture & Cie");
    expect(
      (await drawn(["dc4"], { role: "alone", subcontractors: [subcontractors[0], subcontractors[0]] as never })).problem,
    ).toMatchObject({
      code: "sameSubcontractor",
    });
  });

  test("a subcontractor without a SIRET has its DC4, from what the person typed alone", async () => {
    const abroad = { name: "Toitures de Meuse SRL", country: "Belgique", number: "BE0123456749", performs: "Zinguerie", reliedOn: false };
    const { forms, problem } = await drawn(["dc4"], { role: "alone", subcontractors: [abroad] });
    expect(problem).toBeNull();
    expect(forms.map(({ title, fileName, sworn }) => [title, fileName, sworn])).toEqual([
      ["DC4, Toitures de Meuse SRL", "dc4_belgique-be0123456749.pdf", 1],
    ]);
    expect(forms.map(({ bytes }) => textOfPages(bytes)).join()).toMatch(/Belgique.*BE0123456749.*Zinguerie/s);
  });

  test("the buyer's names of lots are used when they are certain", () => {
    const { candidature } = formsRequestOf(
      SITUATION,
      {
        bid: { ...NO_BID, portee: { sur: "lots", lots: [{ numero: "2" }] } },
        kinds: [],
        dume: NO_ANSWERS,
        means: NO_MEANS,
        requestXml: null,
      },
      new Date(MADE_AT),
    ) ?? { candidature: null };
    if (candidature === null) throw new Error("No company.");
    const lotsOf = (asked: string[], lot: string | null = null) =>
      dumeLots({ candidature, siret: dossier.siret, dume: { ...NO_ANSWERS, lot } }, asked);
    expect(lotsOf([])).toEqual(["LOT-0002"]);
    expect(lotsOf(["LOT-0001", "LOT-0002"])).toEqual(["LOT-0002"]);
    expect(lotsOf(["1", "2"])).toEqual(["2"]);
    expect(lotsOf(["A", "B"])).toEqual([null]);
    expect(lotsOf(["2", "LOT-0002"])).toEqual([null]);
    expect(lotsOf(["A", "B"], "B")).toEqual(["B"]);
  });
});

describe("a buyer's request", () => {
  test.each([
    ["<!DOCTYPE a><a/>", "doctype"],
    ["pas du XML", "notXml"],
    ["<a/>", "notARequest"],
  ])("%s is refused with a reason", async (xml, code) => {
    expect(await ask({ read: xml })).toMatchObject({ request: { problem: { code } } });
  });
});
