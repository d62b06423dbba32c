/** What documents, page and law ask for, joined to the company's documents. */
import { describe, expect, test } from "vitest";
import { deadlineToldOf, disagreementsOf } from "../../src/consultation/beside.ts";
import { changesOf } from "../../src/consultation/changes.ts";
import { askedNow, checklistOf, countsOf } from "../../src/consultation/checklist.ts";
import { followedBy, readingOf, saysSomething } from "../../src/consultation/reading.ts";
import { csvOf, hasLots, joined, markdownOf, pointsTold, reportOf } from "../../src/consultation/report.ts";
import { ConsultationReading, ReadDocument } from "../../src/domain/asked.ts";
import type { Consultation } from "../../src/domain/consultation.ts";
import type { DossierPiece } from "../../src/domain/dossier.ts";
import { en } from "../../src/i18n/en.ts";
import { fr } from "../../src/i18n/fr.ts";
import type { SlotLine } from "../../src/messages/situation.ts";
import { READY } from "../components/situations.ts";
import { AT, LATER, NOTICE, RC, READING, readAs } from "./readings.ts";

const ASKING = { buyer: "Syndicat mixte des eaux", today: "2026-11-24" };
const PIECES = READY.dossier?.pieces ?? [];
const NOTHING = { reading: READING, slots: [], pieces: [], asking: ASKING, lots: null };
const PAGE: Consultation = { portal: "x", url: "https://marches.plateau.example/c/1" };

function held(kind: DossierPiece["kind"], parts: Partial<DossierPiece> = {}): DossierPiece {
  const [model] = PIECES;
  if (model === undefined) throw new Error("no piece to copy");
  const validity = { status: "valid", rule: model.validity.rule } as const;
  const { atAward: _, barred: __, ...rest } = model;
  return { ...rest, id: kind, kind, title: kind, chosen: true, validity, ...parts };
}

function slot(kind: SlotLine["kind"], status: SlotLine["status"] = "missing"): SlotLine {
  const [model] = READY.slots;
  if (model === undefined) throw new Error("no slot to copy");
  return { ...model, id: kind, kind, status, pageLabel: `Place ${kind}` };
}

const itemOf = (kind: string, known: Partial<Parameters<typeof checklistOf>[0]> = {}, stage = "candidature") =>
  checklistOf({ ...NOTHING, ...known }).find((item) => item.stage === stage && (item.what ?? item.piece) === kind);

describe("the checklist", () => {
  test("has each piece once, by its stage", () => {
    const items = checklistOf(NOTHING);
    expect(items.map(({ stage, piece, what }) => `${stage} ${what ?? piece}`)).toEqual([
      "candidature dc1",
      "candidature immatriculation",
      "candidature chiffreAffaires",
      "candidature attestationVigilance",
      "candidature rib",
      "attributaire attestationFiscale",
      "offre attri1",
    ]);
    expect(countsOf(items)).toMatchObject({ missing: 3, own: 1, answered: 1 });
  });

  test.each([
    [held("attestationVigilance"), "have"],
    [
      held("attestationVigilance", {
        validity: { status: "expired", rule: PIECES[0]?.validity.rule ?? "none" } as DossierPiece["validity"],
      }),
      "deadAtDeadline",
    ],
    [held("attestationVigilance", { atAward: "expired" }), "deadAtAward"],
    [held("attestationVigilance", { barred: "toConfirm" }), "toCheck"],
    [held("attestationVigilance", { barred: "otherCompany" }), "missing"],
    [held("rcPro"), "missing"],
  ])("judges a document that the company has: %#", (piece, state) => {
    expect(itemOf("attestationVigilance", { pieces: [piece] })?.state).toBe(state);
  });

  test("shows the law beside a piece, which stays", () => {
    const kbis = itemOf("immatriculation");
    expect(kbis?.law.map(({ exemption }) => exemption)).toEqual(["never"]);
    expect(kbis?.law[0]?.sentence("900000019")).toContain("R2143-9");
    expect(kbis?.state).toBe("missing");
    expect(itemOf("attestationVigilance")?.law.map(({ exemption }) => exemption)).toEqual(["later"]);
    // For a winner's piece, « later » is nothing new.
    expect(itemOf("attestationFiscale", {}, "attributaire")?.law.map(({ exemption }) => exemption)).not.toContain("later");
  });

  test("names the rubric that answers without a document, and tells unusual demands", () => {
    expect(itemOf("chiffreAffaires")).toMatchObject({ state: "answered", rubrics: [{ form: "DC2", rubric: "F1" }] });
    expect(itemOf("rib")).toMatchObject({ unusual: true, state: "missing" });
    expect(itemOf("immatriculation")?.unusual).toBe(false);
  });

  test("tells what every candidate must give now, and what the company has of it", () => {
    const now = (pieces: readonly DossierPiece[]) => askedNow(checklistOf({ ...NOTHING, pieces })).filter(({ kind }) => kind === "rib");
    expect(now([])).toEqual([{ kind: "rib", has: "nothing" }]);
    const dead = { status: "expired", until: "2026-12-10", rule: PIECES[0]?.validity.rule ?? "none" } as DossierPiece["validity"];
    const rib = { kind: "rib", by: "rib", title: "rib", forms: [] };
    expect(now([held("rib", { validity: dead })])).toEqual([{ ...rib, has: "dead", until: "2026-12-10" }]);
    expect(now([held("rib")])).toEqual([{ ...rib, has: "piece" }]);
    // The law lets the buyer ask for it later, from the winner alone.
    const vigilance = askedNow(checklistOf({ ...NOTHING, pieces: [held("attestationVigilance", { validity: dead })] }));
    expect(vigilance.map(({ kind }) => kind)).not.toContain("attestationVigilance");
  });

  test("links a piece to its slot on the page, and lists a slot without a demand as the page's own", () => {
    const slots = [slot("attestationVigilance"), slot("bilans"), slot("candidature")];
    expect(itemOf("attestationVigilance", { slots })?.slots).toHaveLength(1);
    expect(itemOf("bilans", { slots })).toMatchObject({ asked: [], state: "missing" });
    expect(itemOf("candidature", { slots })).toBeUndefined();
  });
});

describe("the deadline", () => {
  const instant = "2026-12-15T12:00:00+01:00";

  test("is the page's, or a document's when the page has none", () => {
    expect(deadlineToldOf(READING, { ...PAGE, dateLimite: instant })).toMatchObject({ iso: instant, from: "page", differs: false });
    expect(deadlineToldOf(READING, PAGE)).toMatchObject({ iso: instant, from: "rc", differs: false });
  });

  test("is a document's when the page doubts its clock, only if the document names its own", () => {
    const doubt = { why: "overseasBuyer", said: "974", written: "15/12/2026 12:00" } as const;
    expect(deadlineToldOf(READING, { ...PAGE, doubt })).toMatchObject({ iso: instant, from: "rc" });
    const implicit = readingOf([readAs("rc.txt", RC.replace(" (heure de Paris)", ""))], AT);
    expect(deadlineToldOf(implicit, PAGE).iso).toBe(instant);
    expect(deadlineToldOf(implicit, { ...PAGE, doubt })).toMatchObject({ iso: null, from: null });
  });

  test("is unknown when documents differ, and both are shown side by side", () => {
    const both = readingOf([readAs("avis.txt", NOTICE), readAs("rc.txt", RC)], AT);
    expect(deadlineToldOf(both, PAGE)).toMatchObject({ iso: null, differs: true });
    expect(deadlineToldOf(both, { ...PAGE, dateLimite: instant })).toMatchObject({ iso: instant, from: "page", differs: true });
    expect(disagreementsOf(both, PAGE).map(({ point, sides }) => [point, sides.map(({ from }) => from)])).toEqual([
      ["deadline", ["rc", "avis"]],
    ]);
  });

  test("lots and the place of deposit are compared with the page", () => {
    const page = { ...PAGE, url: "https://ailleurs.example/c", lots: [{ numero: "1" }, { numero: "2" }] };
    expect(disagreementsOf(READING, page).map(({ point }) => point)).toEqual(["depot", "lots"]);
    expect(disagreementsOf(READING, PAGE)).toEqual([]);
  });
});

describe("a new version", () => {
  const NEW = RC.replace("- le formulaire DC1 ;\n", "")
    .replace("trois mois", "deux mois")
    .replace("50 Mo", "20 Mo")
    .replace("15 décembre", "18 décembre");
  const after = readingOf([readAs("rc-v2.txt", NEW)], LATER);
  const done = { prepared: { at: "2026-11-25T08:00:00.000Z" }, slots: [slot("immatriculation", "attached")] };
  const told = (changes: ReturnType<typeof changesOf>) =>
    changes.map((change) => [
      change.what === "piece" ? (change.after ?? change.before)?.piece : change.point,
      change.after === null ? "removed" : change.before === null ? "added" : "changed",
      ...change.touches,
    ]);

  test("shows its differences, and marks affected work", () => {
    expect(told(changesOf(READING, after, done))).toEqual([
      ["dc1", "removed", "prepared"],
      ["immatriculation", "changed", "prepared", "attached"],
      ["deadline", "changed"],
      ["maxSize", "changed", "prepared", "attached"],
    ]);
  });

  test("with the same content changes nothing, and does not affect what was prepared since", () => {
    expect(changesOf(READING, { ...READING, at: LATER }, done)).toEqual([]);
    const since = changesOf(READING, after, { prepared: { at: "2026-11-27T08:00:00.000Z" }, slots: [] });
    expect(since.every(({ touches }) => touches.length === 0)).toBe(true);
  });

  test("of the règlement keeps the notice", () => {
    const both = readingOf([readAs("avis.txt", NOTICE), readAs("rc.txt", RC)], AT);
    const now = followedBy(both, after);
    expect(now.documents.map(({ file }) => file)).toEqual(["rc-v2.txt", "avis.txt"]);
    expect(now.points.filter(({ point }) => point === "deadline").map(({ file }) => file)).toEqual(["rc-v2.txt", "avis.txt"]);
  });
});

test("nothing is read from a document that binds no candidate, and a refused file is listed by name", () => {
  const contract = readAs("ccap.txt", "CAHIER DES CLAUSES ADMINISTRATIVES PARTICULIÈRES\nLe titulaire remet une attestation d'assurance.");
  const reading = readingOf([contract, { file: "plan.dwg", refused: "type" }], AT);
  expect(saysSomething(reading)).toBe(false);
  expect(reading).toMatchObject({ pieces: [], points: [], documents: [{ kind: "other" }, { file: "plan.dwg", left: "type" }] });
});

test("a reading can be stored and read back", () => {
  const both = readingOf([readAs("avis.txt", NOTICE), readAs("rc.txt", RC)], AT);
  expect(ConsultationReading.parse(JSON.parse(JSON.stringify(both)))).toEqual(both);
});

describe("lots", () => {
  const BY_LOT = RC.replace(
    "La consultation n'est pas allotie. Le marché n'est pas divisé en lots.",
    "Le marché est divisé en 3 lots.",
  ).replace(
    "- un RIB.",
    `- pour le lot 1 : certificat Qualibat ;
- lots 2 et 3 uniquement : certificat Qualifelec.
Une visite est obligatoire pour le lot n° 02.`,
  );
  const reading = readingOf([readAs("rc.txt", BY_LOT)], AT);
  const of = (lots: readonly string[] | null) =>
    joined({ ...NOTHING, reading, lots, former: null, done: { prepared: null, slots: [] } }, null);
  const kinds = (lots: readonly string[] | null) => of(lots).items.flatMap(({ kind, stage }) => (stage === "candidature" ? [kind] : []));

  test("are noted on demands that concern only some of them", () => {
    expect(reading.pieces.flatMap(({ piece, lots }) => (lots === undefined ? [] : [[piece, lots]]))).toEqual([
      ["qualibat", ["1"]],
      ["qualifelec", ["2", "3"]],
    ]);
    expect(hasLots({ reading })).toBe(true);
    expect(hasLots({ reading: READING })).toBe(false);
  });

  test("chosen by the company decide the list, and demands for others are shown beside it", () => {
    expect(kinds(null)).toEqual(["dc1", "immatriculation", null, "attestationVigilance", "qualibat", "qualifelec"]);
    expect(kinds(["01"])).toEqual(["dc1", "immatriculation", null, "attestationVigilance", "qualibat"]);
    expect(kinds(["3"])).toEqual(["dc1", "immatriculation", null, "attestationVigilance", "qualifelec"]);
    expect(of(["1"]).others.map(({ piece }) => piece)).toEqual(["qualifelec"]);
    const others = reportOf(of(["1"]), fr, "fr").find(({ title }) => title === fr.asked.lots.others);
    expect(others?.rows).toMatchObject([{ name: "Certificat Qualifelec", said: ["pour les lots 2, 3"] }]);
  });

  test("limit a point to companies that bid for them", () => {
    expect(pointsTold(of(["1"]), "visite")).toEqual([]);
    expect(pointsTold(of(["2"]), "visite")).toMatchObject([{ said: { status: "obligatoire", onlyLots: ["2"] } }]);
  });
});

test("a finding from a scan says so in every result, and its date gives no instant", () => {
  const scanned = { ...readAs("scan.pdf", RC), recognised: true } as const;
  const reading = readingOf([scanned], AT);
  const sections = reportOf(joined({ ...NOTHING, reading, former: null, done: { prepared: null, slots: [] } }, null), fr, "fr");
  expect(markdownOf("t", sections, fr)).toContain("scan.pdf (lu par reconnaissance, à vérifier)");
  expect(csvOf(sections, fr)).toContain("scan.pdf (lu par reconnaissance, à vérifier)");
  expect(reading.documents).toEqual([{ file: "scan.pdf", kind: "rc", recognised: true }]);
});

describe("the results", () => {
  const all = joined(
    { reading: READING, former: null, slots: [], pieces: [], asking: ASKING, lots: null, done: { prepared: null, slots: [] } },
    PAGE,
  );

  test.each([
    ["fr", fr],
    ["en", en],
  ] as const)("are plain text with each sentence, in %s", (language, m) => {
    const sections = reportOf(all, m, language);
    const markdown = markdownOf("Consultation", sections, m);
    for (const { quote } of [...READING.pieces, ...READING.points]) expect(markdown.replaceAll("\\", "")).toContain(quote);
    expect(sections.map(({ title }) => title)).toContain(m.asked.stages.attributaire);
    const lines = csvOf(sections, m).trimEnd().split("\r\n");
    expect(new Set(lines.map((line) => line.match(/"(?:[^"]|"")*"/g)?.length))).toEqual(new Set([6]));
  });

  test("name the documents read, the points they do not mention, and that nothing has changed", () => {
    const again = joined({ ...NOTHING, reading: { ...READING, at: LATER }, former: READING, done: { prepared: null, slots: [] } }, PAGE);
    const markdown = markdownOf("t", reportOf(again, fr, "fr"), fr);
    expect(markdown).toContain("- **rc.txt** (règlement)");
    expect(markdown).toContain("- **Rien de ce qui est lu n'a changé.**");
    expect(markdown).toMatch(/Les documents ne disent rien de : groupement, .*visite/);
    expect(markdownOf("t", reportOf(all, fr, "fr"), fr)).not.toContain("Rien de ce qui est lu");
  });

  test("write a colon as each language does", () => {
    expect([fr.asked.told("Page", "3 lots"), en.asked.told("Page", "3 lots")]).toEqual(["Page : 3 lots", "Page: 3 lots"]);
  });

  test("show both sides of a difference", () => {
    const page = { ...PAGE, url: "https://ailleurs.example/c", lots: [{ numero: "1" }, { numero: "2" }] };
    const known = {
      reading: READING,
      former: null,
      slots: [],
      pieces: [],
      asking: ASKING,
      lots: null,
      done: { prepared: null, slots: [] },
    };
    const beside = reportOf(joined(known, page), fr, "fr").find(({ title }) => title === fr.asked.beside.title);
    expect(beside?.rows.map(({ said }) => said)).toEqual([
      ["Règlement : marches.plateau.example", "Page : ailleurs.example"],
      ["Règlement : un seul lot", "Page : 2 lots"],
    ]);
  });

  test.each([
    ["fr", fr],
    ["en", en],
  ] as const)("name each refused file with its own sentence, in %s", (language, m) => {
    const reasons = ReadDocument.shape.left.unwrap().options;
    const reading = readingOf([readAs("rc.txt", RC), ...reasons.map((refused) => ({ file: `${refused}.bin`, refused }))], AT);
    const left = reportOf({ ...all, reading }, m, language).find(({ title }) => title === m.asked.leftTitle)?.rows ?? [];
    expect(left.map(({ name }) => name)).toEqual(reasons.map((refused) => `${refused}.bin`));
    expect(new Set(left.flatMap(({ said }) => said)).size).toBe(reasons.length);
    for (const { said } of left) expect(said[0]).toMatch(/^.{20,}\.$/);
  });

  test("never hold a formula or Markdown from a document", () => {
    const trap = RC.replace("- un RIB.", "- un RIB et =HYPERLINK(0) <b>[x](y)</b> ;");
    const reading = readingOf([readAs("=cmd.txt", trap)], AT);
    const sections = reportOf({ ...all, reading, items: checklistOf({ ...NOTHING, reading }) }, fr, "fr");
    expect(csvOf([{ title: "=1+1", rows: sections[0]?.rows ?? [] }], fr)).toContain(`"'=1+1"`);
    expect(markdownOf("t", sections, fr)).toContain("\\[x\\](y)\\</b\\>");
  });
});
