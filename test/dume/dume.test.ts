/** The DUME: every file passes the standard's schema and rules, and our own checks catch faults that these accept. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Element } from "slimdom";
import { afterEach, describe, expect, test, vi } from "vitest";
import { TYPEFACES } from "../../scripts/documents/typefaces.ts";
import { GROUNDS } from "../../src/domain/grounds.ts";
import type { ContractReference, Means } from "../../src/domain/means.ts";
import type { PersonAnswers } from "../../src/dume/answers.ts";
import { checkResponse } from "../../src/dume/checks.ts";
import { criteriaOf } from "../../src/dume/questions.ts";
import { readableOf } from "../../src/dume/readable.ts";
import { importRequest } from "../../src/dume/request.ts";
import { makeResponse, type ResponseRequest } from "../../src/dume/response.ts";
import { REQUEST_PROBLEMS, RESPONSE_PROBLEMS } from "../../src/dume/words.ts";
import { readXml } from "../../src/dume/xml.ts";
import { missing, onDisk, textOfPages } from "../documents/tools.ts";
import { COMPLETE, candidatureOf, dossierOf, ENTERED, MADE_AT } from "../formulaires/candidature-world.ts";
import { failuresOf, hasRules, SAMPLES, schemasFor, XSD } from "./schematron.ts";

const RULES = hasRules ? schemasFor("Response") : [];
const hasSchema = missing("xmllint").length === 0;
const lead = { dossier: dossierOf(1, { facts: COMPLETE, manual: ENTERED }) };
const member = { dossier: dossierOf(2, { facts: { ...COMPLETE, raisonSociale: "Autre & fils", categorieEntreprise: "ETI" } }) };
const NOBODY: PersonAnswers = { motifs: {}, others: [] };
const ALL_NO: PersonAnswers = {
  motifs: Object.fromEntries(GROUNDS.map((code) => [code, false])),
  appuis: false,
  soustraitance: false,
  others: [],
};
const SOLO: ResponseRequest = {
  candidature: candidatureOf([lead]),
  membre: lead,
  person: ALL_NO,
  request: null,
  lot: null,
  uuid: "11111111-1111-4111-8111-111111111111",
  madeAt: MADE_AT,
};
const GROUP: ResponseRequest = { ...SOLO, candidature: candidatureOf([lead, member]) };

const REFERENCE: ContractReference = {
  id: "r1",
  client: "Commune de Villeneuve-l'Essai",
  objet: "Réfection de la chaussée, rue de l'Œuf",
  nature: "works",
  amount: 214_300.5,
  from: "2024-03-01",
  until: "2025-02-28",
  contact: { name: "Noé Été", email: "noe@essai.example", phone: "+33 1 99 00 00 00" },
};
const MEANS: Means = {
  references: [
    REFERENCE,
    { ...REFERENCE, id: "r2", client: "Département d'Essai", amount: 90_000, from: "2023-01-01", until: "2023-06-30" },
    // Its amount is a whole group's, and its dates are unknown.
    { ...REFERENCE, id: "r3", nature: "services", shared: true, from: undefined, until: undefined, notifiedOn: "2024-02-01", contact: {} },
    { ...REFERENCE, id: "r4", nature: undefined, objet: "De nature inconnue" },
  ],
  team: [{ id: "t1", lastName: "Noël", firstName: "Zoë", role: "Conductrice de travaux", leads: true }],
  equipment: [{ id: "e1", name: "Nacelle", count: 2 }],
  headcounts: [
    { id: "h1", year: 2025, average: 42, leaders: 5 },
    { id: "h2", year: 2024, average: 40 },
  ],
};
const showing = { ...lead, means: MEANS };
const SHOWN: ResponseRequest = { ...SOLO, candidature: candidatureOf([showing]), membre: showing };

function made(asked: ResponseRequest) {
  const response = makeResponse(asked);
  if (response.state === "refused") throw new Error(response.problem);
  return response;
}

function isValid(xml: string): boolean {
  try {
    execFileSync("xmllint", ["--nonet", "--noout", "--schema", XSD, onDisk(new TextEncoder().encode(xml), "xml")], { stdio: "pipe" });
    return true;
  } catch {
    return false;
  }
}

function documentOf(xml: string) {
  const document = readXml(xml);
  if (typeof document === "string") throw new Error(document);
  return document;
}

/** A buyer's request with the same criteria, and one that is in no list. */
const UNKNOWN = `<cac:TenderingCriterion><cbc:ID schemeID="Criterion" schemeAgencyID="OP" schemeVersionID="4.1.0">local-1</cbc:ID><cbc:CriterionTypeCode>acheteur-local</cbc:CriterionTypeCode><cbc:Name>Clause d'insertion &amp; « été »</cbc:Name><cbc:Description>Texte de l'acheteur</cbc:Description><cac:TenderingCriterionPropertyGroup><cbc:ID>local-1/G1</cbc:ID><cac:TenderingCriterionProperty><cbc:ID>local-1/G1/Q1</cbc:ID><cbc:Description>Combien ?</cbc:Description><cbc:TypeCode>QUESTION</cbc:TypeCode><cbc:ValueDataTypeCode>QUANTITY_INTEGER</cbc:ValueDataTypeCode></cac:TenderingCriterionProperty></cac:TenderingCriterionPropertyGroup></cac:TenderingCriterion>`;

function requestXml({ extra = "", lots = ["LOT-0001"], profile = "ESPD-EDMv4.1.0" } = {}): string {
  const criteria = /<cac:TenderingCriterion>[\s\S]*<\/cac:TenderingCriterion>/.exec(made(SOLO).xml)?.[0] ?? "";
  const ids = lots.map(
    (lot) =>
      `<cac:ProcurementProjectLot><cbc:ID schemeID="Criterion" schemeAgencyID="OP" schemeVersionID="4.1.0">${lot}</cbc:ID></cac:ProcurementProjectLot>`,
  );
  return `<?xml version="1.0"?>
<QualificationApplicationRequest xmlns="urn:oasis:names:specification:ubl:schema:xsd:QualificationApplicationRequest-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
<cbc:ProfileExecutionID>${profile}</cbc:ProfileExecutionID><cbc:ContractFolderID schemeAgencyID="ACHETEUR">DUME-7</cbc:ContractFolderID>
<cac:ContractingParty><cac:Party><cac:PartyIdentification><cbc:ID schemeAgencyID="INSEE" schemeID="NATIONAL">99990800700019</cbc:ID></cac:PartyIdentification><cac:PartyName><cbc:Name>Ville d'Essai</cbc:Name></cac:PartyName></cac:Party></cac:ContractingParty>
<cac:ProcurementProject><cbc:Description>Voirie</cbc:Description></cac:ProcurementProject>${ids.join("")}
${criteria}${extra}</QualificationApplicationRequest>`;
}

function imported(xml: string) {
  const read = importRequest(xml);
  if (read.state === "refused") throw new Error(read.problem.code);
  return read.request;
}

/** Counts the searches among all descendants of an element: those of one criterion, and those of something larger. */
function searchesOf() {
  const { mock } = vi.spyOn(Element.prototype, "getElementsByTagNameNS");
  return () => {
    const inCriteria = mock.contexts.filter((searched) => (searched as Element).localName === "TenderingCriterion").length;
    return { inCriteria, elsewhere: mock.contexts.length - inCriteria };
  };
}
afterEach(() => {
  vi.restoreAllMocks();
});

describe.skipIf(!hasRules)("the schema and the rules of the standard", () => {
  const draft = { ...SOLO, person: NOBODY };
  const files: readonly (readonly [string, ResponseRequest, number])[] = [
    ["alone, complete", SOLO, 0],
    ["alone, no ground answered", draft, 24],
    ["lead of a group", GROUP, 0],
    ["member of a group, of another size", { ...GROUP, membre: member }, 0],
    ["to a buyer's request", { ...SOLO, request: imported(requestXml()) }, 0],
    ["with references, equipment and headcounts", SHOWN, 0],
  ];
  test.each(files)("%s is valid against the schema, and our own checks find what is left to answer", (_, asked, left) => {
    const { xml, document } = made(asked);
    if (hasSchema) {
      const file = onDisk(new TextEncoder().encode(xml), "xml");
      execFileSync("xmllint", ["--nonet", "--noout", "--schema", XSD, file], { stdio: "pipe" });
    }
    expect(checkResponse(document)).toHaveLength(left);
  });

  // A draft breaks no rule that the complete version keeps: running it would only take time.
  test.each(files.filter(([, , left]) => left === 0))("%s fails no rule", (_, asked) => {
    expect(failuresOf(made(asked).xml, RULES)).toEqual([]);
  });

  test("the rules really run: a question answered out of turn fails", () => {
    const xml = made(GROUP).xml.replace(/(C59_OT_eo-group\/QG1\/Q1<[\s\S]*?<cbc:ResponseIndicator>)true/, "$1false");
    expect(
      failuresOf(
        xml,
        RULES.filter(({ name }) => name.includes("resp-criterion")),
      ),
    ).toContain("03-ESPD-resp-criterion-br BR-TCR-06-02");
  });
});

describe.skipIf(!hasRules)("faults that the rules accept", () => {
  const { base, mutations } = JSON.parse(hasRules ? readFileSync(join(SAMPLES, "derived", "negatives.json"), "utf8") : "{}") as {
    base: string;
    mutations: { name: string; find: string; replace: string; count: number; failed: { xsl: string }[] }[];
  };
  const mutated = (name: string) => {
    const { find, replace, count } = mutations.find((one) => one.name === name) ?? { find: "", replace: "", count: 0 };
    const text = readFileSync(join(SAMPLES, "derived", base), "utf8");
    return text.replace(new RegExp(find, count === 1 ? "s" : "gs"), replace);
  };
  test.each([
    ["n08-two-lots", "lots"],
    ["n13-online-true-no-evidence", "followUp"],
    ["n14-sme-false-but-numbers", "outOfTurn"],
    ["n05-orphan-response", "unknownQuestion"],
    ["n06-no-size", "size"],
    ["n07-no-group-name", "role"],
    ["n19-scheme-siret", "scheme"],
    ["n20-role-mismatch", "role"],
  ])("%s is found by our own check: %s", (name, code) => {
    expect(checkResponse(documentOf(mutated(name))).map((finding) => finding.code)).toContain(code);
  });

  test("each of the twenty mutations is caught by the schema, a rule or our own check", () => {
    const caughtBy = mutations.map(({ name, failed }) => {
      const xml = mutated(name);
      if (checkResponse(documentOf(xml)).length > 0) return [name, "us"];
      const rules = RULES.filter((rule) => failed.some(({ xsl }) => rule.name === xsl));
      if (rules.length > 0 && failuresOf(xml, rules).length > 0) return [name, "rule"];
      return [name, hasSchema && !isValid(xml) ? "schema" : null];
    });
    expect(caughtBy.filter(([, by]) => by === null)).toEqual(hasSchema ? [] : [["n01-no-contract-folder", null]]);
    expect(caughtBy).toHaveLength(20);
  });

  test("the answer to the official request fails only the rules on unanswered criteria, which we name too", () => {
    const request = imported(readFileSync(join(SAMPLES, "samples", "ESPD-Request.xml"), "utf8"));
    const { xml, document } = made({ ...SHOWN, request, lot: request.lots[0] ?? null });
    if (hasSchema) expect(isValid(xml)).toBe(true);
    expect(failuresOf(xml, RULES)).toEqual(["05-ESPD-resp-qualification-br BR-RESP-40"]);
    const left = checkResponse(document).flatMap(({ code, about }) => (code === "criterionUnanswered" ? [about] : []));
    expect(left).toContain("envir-measure");
    for (const answered of ["work-perform", "tech-equip", "work-tech", "gen-year-to"]) expect(left).not.toContain(answered);
  });

  test.each([
    ["v2.1.1/dist/xml/BASIC-ESPDRequest-2.1.1.xml", /2\.1\.1/],
    ["v1.0.2/samples/request_to_merge.xml", /./],
  ])("a request of another version is refused and named: %s", (path, version) => {
    const file = join(SAMPLES, "..", path);
    if (!existsSync(file)) return;
    const read = importRequest(readFileSync(file, "utf8"));
    if (read.state === "read") throw new Error("It was read.");
    expect(read.problem).toMatchObject({ code: "unknownVersion", detail: expect.stringMatching(version) });
    expect(REQUEST_PROBLEMS.unknownVersion(read.problem.detail)).toContain("ESPD-EDMv4.1.0");
  });

  test("our checks find nothing in the complete samples, and every unanswered ground in the draft", () => {
    const of = (name: string) => checkResponse(documentOf(readFileSync(join(SAMPLES, "derived", name), "utf8")));
    for (const name of ["fr-solo-complete.xml", "fr-group-lead.xml", "fr-group-member.xml"]) expect(of(name)).toEqual([]);
    expect(of("fr-solo-draft.xml").map(({ about }) => about)).toEqual([...GROUNDS]);
  });

  test("the official request is answered with all its criteria in their order, and no question searches the whole of it", () => {
    const searches = searchesOf();
    const request = imported(readFileSync(join(SAMPLES, "samples", "ESPD-Request.xml"), "utf8"));
    const { document } = made({ ...SOLO, request, lot: request.lots[0] ?? null });
    // Once when it is read, once when it is answered.
    const [found, criteria] = [searches(), criteriaOf(request.root)];
    expect(found).toEqual({ inCriteria: 2 * criteria.length, elsewhere: 0 });
    const codes = (xml: string) => [...xml.matchAll(/<cbc:CriterionTypeCode[^>]*>([^<]+)/g)].map(([, code]) => code);
    expect(codes(document.documentElement?.outerHTML ?? "")).toEqual(criteria.map(({ code }) => code));
  });
});

describe("a response", () => {
  test("holds the dossier's values, and the role, the size and the group", () => {
    const { xml } = made(GROUP);
    expect(xml).toContain(
      '<cbc:ID schemeAgencyID="INSEE" schemeID="NATIONAL">91390001300019</cbc:ID>'.replace("91390001300019", lead.dossier.siret),
    );
    expect(xml).toContain(">group-lead</cbc:RoleCode>");
    expect(xml).toContain(">sme</cbc:IndustryClassificationCode>");
    expect(xml).toContain('<cbc:ResponseAmount currencyID="EUR">6480200.5</cbc:ResponseAmount>');
    expect(xml).toContain("<cbc:EndDate>2025-12-31</cbc:EndDate>");
    expect(xml).toContain("Œuvres &amp; Bâtiments d'Été");
    expect(made({ ...GROUP, membre: member }).xml).toContain(">group-mem</cbc:RoleCode>");
  });

  test("gives the references of each kind of contract by rank, and no value that one of them lacks", () => {
    const { answers } = made(SHOWN);
    const of = (prefix: string) =>
      answers
        .filter(({ question }) => question.startsWith(prefix))
        .map(({ question, value }) => [question.split("QSG2/QSG1/")[1], Object.values(value)[0]]);
    expect(of("C37_SC")).toEqual([
      [
        "Q1",
        expect.stringMatching(/^Réfection de la chaussée, rue de l'Œuf ; Commune.* ; 214\s300,5\s€ HT ; du 01\/03\/2024 au 28\/02\/2025$/),
      ],
      ["Q1", expect.stringContaining("Département d'Essai")],
      ["Q2", 214_300.5],
      ["Q2", 90_000],
      ["Q5", "2024-03-01"],
      ["Q5", "2023-01-01"],
      ["QSG1/Q1", "Commune de Villeneuve-l'Essai"],
      ["QSG1/Q1", "Département d'Essai"],
      ...["Q2", "Q3", "Q4"].flatMap((end) => [
        [`QSG1/${end}`, expect.any(String)],
        [`QSG1/${end}`, expect.any(String)],
      ]),
    ]);
    expect(of("C39_SC")).toEqual([
      ["Q1", expect.stringContaining("montant de tout le groupement ; notifié le 01/02/2024")],
      ["QSG1/Q1", "Commune de Villeneuve-l'Essai"],
    ]);
    const numbers = answers.filter(({ question }) => /C(49|50)_SC/.test(question)).map(({ value }) => Object.values(value)[0]);
    expect(numbers).toEqual([2025, 5, 2025, 2024, 42, 40]);
    expect(JSON.stringify(answers)).not.toMatch(/De nature inconnue|Zoë/);
  });

  test("answers no ground by itself, whatever the dossier says", () => {
    expect(made({ ...SOLO, person: NOBODY }).answers.filter(({ question }) => /_EG_/.test(question))).toEqual([]);
    expect(
      made(SOLO)
        .answers.filter(({ question }) => /_EG_/.test(question))
        .map(({ by }) => by),
    ).toEqual(GROUNDS.map(() => "person"));
  });

  test("with a ground that applies asks for its explanations", () => {
    const person = { ...ALL_NO, motifs: { ...ALL_NO.motifs, corruption: true } };
    const about = checkResponse(made({ ...SOLO, person }).document).map((finding) => finding.about);
    expect(about).toEqual([1, 2, 3, 4].map((rank) => `C2_EG_corruption/QG1/QSG1/Q${rank}`));
  });

  test("is the same except for its id and instant, with one element on each line", () => {
    const other = made({ ...SOLO, uuid: "22222222-2222-4222-8222-222222222222", madeAt: "2026-11-25T10:00:00Z" }).xml.split("\n");
    const one = made(SOLO).xml.split("\n");
    expect(one.filter((line, at) => line !== other[at])).toHaveLength(4);
    expect(made(SOLO).xml).toBe(made(SOLO).xml);
  });

  const { categorieEntreprise: _, ...unsized } = COMPLETE;
  const sizeless = { dossier: dossierOf(3, { facts: unsized }) };
  test.each([
    ["noReference", { ...SOLO, candidature: candidatureOf([lead], { consultation: {} }) }],
    ["noName", { ...SOLO, membre: { dossier: dossierOf(4, {}) } }],
    ["noCountry", { ...SOLO, membre: { dossier: dossierOf(4, { facts: { raisonSociale: "Sans adresse" } }) } }],
    ["noSize", { ...SOLO, membre: sizeless }],
    ["sizeDisagrees", { ...SOLO, taille: "large" }],
    ["lotToChoose", { ...SOLO, request: imported(requestXml({ lots: ["LOT-1", "LOT-2"] })) }],
    ["unknownLot", { ...SOLO, lot: "LOT-9", request: imported(requestXml()) }],
  ] as const)("is not made for %s, and a sentence says what to do", (problem, asked) => {
    expect(makeResponse(asked)).toEqual({ state: "refused", problem });
    expect(RESPONSE_PROBLEMS[problem]).toMatch(/\. (Indiquez|Complétez|Corrigez|Choisissez)|: INSEE/);
  });

  test("has the country of a company from abroad, in the letters of the standard", () => {
    const from = (pays: string) => ({ ...SOLO, membre: { dossier: dossierOf(5, { facts: { ...COMPLETE, pays } }) } });
    expect(made(from("PT")).xml).toContain(">PRT</cbc:IdentificationCode>");
    expect(made(from("MA")).xml).toContain(">MAR</cbc:IdentificationCode>");
    // A code that is not known is never guessed.
    expect(makeResponse(from("XX"))).toEqual({ state: "refused", problem: "noCountry" });
  });

  test("has the size that the person typed", () => {
    expect(made({ ...SOLO, membre: sizeless, taille: "small" }).xml).toContain(">small</cbc:IndustryClassificationCode>");
  });
});

describe("a buyer's request", () => {
  test("keeps its reference, its lot, and its criteria with their ids, even unknown ones", () => {
    const request = imported(requestXml({ extra: UNKNOWN }));
    const { xml } = made({
      ...SOLO,
      request,
      person: { ...ALL_NO, others: [{ question: "local-1/G1/Q1", value: { integer: 3 } }] },
    });
    expect(xml).toContain('<cbc:ContractFolderID schemeAgencyID="ACHETEUR">DUME-7</cbc:ContractFolderID>');
    expect(xml).toContain(">LOT-0001</cbc:ID>");
    expect(xml.replace(/>\s+</g, "><")).toContain(UNKNOWN);
    expect(xml).toMatch(/local-1\/G1\/Q1<\/cbc:ValidatedCriterionPropertyID>[\s\S]*<cbc:ResponseQuantity>3</);
  });

  test("of two megabytes is read with one search in each criterion, and none in the whole document", () => {
    const xml = requestXml({ extra: UNKNOWN.repeat(3000) });
    expect(xml.length).toBeGreaterThan(2_000_000);
    const searches = searchesOf();
    const read = criteriaOf(imported(xml).root);
    expect(read.length).toBeGreaterThan(3000);
    expect(searches()).toEqual({ inCriteria: 2 * read.length, elsewhere: 0 });
  });

  const root = "<QualificationApplicationRequest/>";
  test.each([
    ["doctype", `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${root}`],
    ["doctype", `<?xml version="1.0"?><!doctype a>${root}`],
    [
      "include",
      requestXml({
        extra: `<cac:TenderingCriterion><x:include xmlns:x="http://www.w3.org/2001/XInclude" href="/etc/passwd"/></cac:TenderingCriterion>`,
      }),
    ],
    [
      "doctype",
      `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><QualificationApplicationRequest>&b;</QualificationApplicationRequest>`,
    ],
    ["notXml", "<QualificationApplicationRequest>"],
    ["notXml", "not XML at all"],
    ["notARequest", "<html/>"],
    ["unknownVersion", root],
    ["unknownVersion", requestXml({ profile: "ESPD-EDMv3.3.0" })],
    ["noCriterion", requestXml().replace(/<cac:TenderingCriterion>[\s\S]*<\/cac:TenderingCriterion>/, "")],
  ] as const)("is refused for %s, and a sentence says what to do", (code, xml) => {
    const read = importRequest(xml);
    expect(read).toMatchObject({ state: "refused", problem: { code } });
    if (read.state === "refused")
      expect(REQUEST_PROBLEMS[code](read.problem.detail)).toMatch(/(Redemandez|Téléchargez|Choisissez|demandez)/);
  });

  test("of an unknown version is refused and named", () => {
    expect(importRequest(requestXml({ profile: "ESPD-EDMv3.3.0" }))).toMatchObject({ problem: { detail: "ESPD-EDMv3.3.0" } });
  });
});

test.skipIf(missing("pdftotext").length > 0)("the readable version shows the file's content, its format and open questions", async () => {
  const { fraud: _, ...withoutFraud } = ALL_NO.motifs;
  const { bytes } = await readableOf(made({ ...SOLO, person: { ...ALL_NO, motifs: withoutFraud } }).document, MADE_AT, TYPEFACES);
  const text = textOfPages(bytes).replace(/\s+/g, " ");
  expect(text).toContain("ESPD-EDM v4.1.0");
  expect(text).not.toMatch(/accepté/i);
  expect(text).toContain("Corruption Non");
  expect(text).toContain("Fraude pas encore répondu");
  expect(text).toContain("Motif d'exclusion sans réponse : Fraude. Répondez oui ou non.");
  expect(text).toContain("exercice clos le 31/12/2025 ; 6 480 200,5 € exercice clos le 31/12/2024 ; 5 912 750 €");
  expect(text).toContain("Taille micro, petite ou moyenne entreprise");
});
