import fc from "fast-check";
import { expect, test } from "vitest";
import { standingOf } from "../../scripts/requirements/read.ts";
import { noticeDeadlinesOf } from "../../src/requirements/open/notice-xml.ts";
import { openFile } from "../../src/requirements/open/open.ts";
import { requirementsOf } from "../../src/requirements/requirements.ts";
import { NOTICE, paged, WRITTEN } from "./written.ts";

const named = (pieces: readonly { readonly piece?: string; readonly what?: string }[] | null) =>
  (pieces ?? []).map(({ piece = "autre", what }) => (piece === "autre" ? `autre:${what}` : piece)).sort();

test.each(Object.entries(WRITTEN))("%s is read as it was labelled", (_, { pages, kind, iso, clock, candidature, attributaire }) => {
  const read = requirementsOf(paged(pages));
  expect(read.kind).toBe(kind);
  expect(read.deadline?.iso ?? null).toBe(iso);
  expect(read.deadline?.clock ?? null).toBe(clock);
  expect(named(read.candidature)).toEqual([...candidature].sort());
  expect(named(read.attributaire)).toEqual([...attributaire].sort());
});

test.each(Object.entries(WRITTEN))("every quote of %s is on its page", (_, { pages, kind }) => {
  const text = paged(pages);
  const { told, standing } = standingOf(text, requirementsOf(text));
  expect(standing).toBe(told);
  if (kind === "rc") expect(told).toBeGreaterThan(0);
  else expect(told).toBe(0);
});

test("a quote on another page is not accepted", () => {
  const text = paged(WRITTEN["services"]?.pages ?? []);
  const read = requirementsOf(text);
  const moved = { ...read, deadline: read.deadline === null ? null : { ...read.deadline, page: 2 } };
  const { told, standing } = standingOf(text, moved);
  expect(standing).toBe(told - 1);
});

test("each point is read with its value", () => {
  const read = requirementsOf(paged(WRITTEN["services"]?.pages ?? []));
  expect(read.lots).toMatchObject({ divided: false, page: 2 });
  expect(read.depot).toMatchObject({ mode: "electronique", url: "https://marches.trois-vallons.example", page: 3 });
  expect(read.formats).toMatchObject({ accepted: ["pdf", "docx", "xlsx"], refused: ["exe"] });
  expect(read.maxSize).toMatchObject({ bytes: 50_000_000, of: "file" });
  expect(read.fileNames).toMatchObject({ quote: "Les fichiers sont nommés sans accents ni espaces.", page: 3 });
  expect(read.signature).toMatchObject({ state: "notRequired" });
  expect(read.copieSauvegarde).toMatchObject({ status: "possible", supports: ["clé USB", "papier"] });
  expect(read.questions).toMatchObject({ days: 8 });
  expect(read.visite).toMatchObject({ status: "obligatoire" });
  expect(read.validiteOffres).toMatchObject({ days: 90, months: null, page: 2 });
  expect(read.criteres?.map(({ weight }) => weight)).toEqual(["60 %", "40 %"]);
  expect(named(read.offre)).toEqual(["attri1", "autre:undefined", "memoire", "rib"]);
});

test("a piece has its age, its years and its accepted substitutes", () => {
  const services = requirementsOf(paged(WRITTEN["services"]?.pages ?? []));
  const asked = (piece: string) => services.candidature?.find((one) => one.piece === piece);
  expect(asked("immatriculation")).toMatchObject({ age: "moins de trois mois", perMember: true });
  expect(asked("dc1")).toMatchObject({ equivalent: true });
  expect(asked("dc1")).not.toHaveProperty("perMember");
  expect(asked("references")).toMatchObject({ years: 3, page: 2 });
  const works = requirementsOf(paged(WRITTEN["works"]?.pages ?? []));
  expect(works.candidature?.find(({ piece }) => piece === "dc1")).toMatchObject({ or: ["dume"] });
  expect(works.candidature?.find(({ piece }) => piece === "references")).toMatchObject({ years: 5 });
  expect(works.deadline?.phase).toBe("candidatures");
});

test("a doubt about the date is told, with its sentence", () => {
  const told = (name: string) => requirementsOf(paged(WRITTEN[name]?.pages ?? [])).deadline;
  expect(told("contradicted")).toMatchObject({ iso: null, doubt: "several" });
  expect(told("belied")).toMatchObject({ iso: null, doubt: "weekday" });
  expect(requirementsOf(paged(["RÈGLEMENT DE LA CONSULTATION\nDate limite de réception des offres : 3 mars 2027"])).deadline).toMatchObject(
    {
      iso: null,
      day: "2027-03-03",
      doubt: "dayOnly",
    },
  );
});

test.each([
  "Date limite de réception des offres : 3 mars 2027 à 11h00",
  "Les plis doivent parvenir au plus tard le mercredi 3 mars 2027 avant 11 heures.",
  "DATE LIMITE DE REMISE DES OFFRES\nLE 03/03/2027 A 11 HEURES 00",
  "Date et heure limites de dépôt des plis\nLe mercredi 3 mars 2027 à 11:00 (terme de rigueur)",
  "Date limite de remise des offres : Le 03/03/2027.\nHeure limite : 11h00",
  "Date limite de réception des offres ou des demandes de participation\nDate : 03/03/2027\nHeure locale : 11:00",
])("« %s » is the same instant", (sentence) => {
  expect(requirementsOf(paged([`Ville de Montfort\nRÈGLEMENT DE LA CONSULTATION\n${sentence}`])).deadline?.iso).toBe(
    "2027-03-03T11:00:00+01:00",
  );
});

test("an hour that a buyer calls local, without saying where, is no instant", () => {
  const text = paged([
    "SYNDICAT DES EAUX\nRÈGLEMENT DE LA CONSULTATION\nDate limite de remise des offres : 3 mars 2027 à 11h00 (heure locale)",
  ]);
  expect(requirementsOf(text).deadline).toMatchObject({ iso: null, day: "2027-03-03", doubt: "otherClock" });
});

test("pieces under the winner's heading are asked of the winner alone", () => {
  const text = paged([
    "RÈGLEMENT DE LA CONSULTATION\n4.5 CANDIDAT RETENU ET RÉGULARITÉ FISCALE ET SOCIALE\n- l'attestation fiscale ;\n- l'attestation URSSAF.",
  ]);
  const read = requirementsOf(text);
  expect(read.candidature).toBeNull();
  expect(named(read.attributaire)).toEqual(["attestationFiscale", "attestationVigilance"]);
});

test.each([
  "La visite a lieu au plus tard le 3 mars 2027 à 11h00.",
  "Date limite des questions relatives aux offres : 3 mars 2027 à 11h00",
  "Date d'ouverture des plis : 3 mars 2027 à 11h00",
  "Date limite de validité des offres : 3 mars 2027 à 11h00",
])("« %s » is no deadline", (sentence) => {
  expect(requirementsOf(paged([`RÈGLEMENT DE LA CONSULTATION\n${sentence}`])).deadline).toBeNull();
});

test("line breaks do not change what is read", () => {
  const { pages, candidature } = WRITTEN["services"] ?? { pages: [], candidature: [] };
  fc.assert(
    fc.property(fc.integer({ min: 70, max: 160 }), (width) => {
      const wrapped = pages.map((page) =>
        page
          .split("\n")
          .flatMap((line) => wrap(line, width))
          .join("\n"),
      );
      const text = paged(wrapped);
      const read = requirementsOf(text);
      expect(named(read.candidature)).toEqual([...candidature].sort());
      expect(read.deadline?.iso).toBe("2026-12-15T12:00:00+01:00");
      const { told, standing } = standingOf(text, read);
      expect(standing).toBe(told);
    }),
    { numRuns: 20 },
  );
});

function wrap(line: string, width: number): string[] {
  const lines: string[] = [];
  let rest = line;
  while (rest.length > width) {
    const at = rest.lastIndexOf(" ", width);
    if (at <= 0) break;
    lines.push(rest.slice(0, at));
    rest = rest.slice(at + 1);
  }
  return [...lines, rest];
}

test("an eForms notice gives its own deadline and pieces", async () => {
  expect(noticeDeadlinesOf(NOTICE)).toEqual([
    { iso: "2026-12-15T12:00:00+01:00", day: "2026-12-15", quote: "2026-12-15+01:00", isOfCandidatures: false },
  ]);
  const [file] = await openFile("avis.xml", new TextEncoder().encode(NOTICE), async () => "damaged");
  if (file === undefined || "refused" in file.opened) throw new Error("the notice was refused");
  const read = requirementsOf(file.opened.text, file.opened.notice);
  expect(read.kind).toBe("avis");
  expect(read.deadline).toMatchObject({ iso: "2026-12-15T12:00:00+01:00", clock: "paris" });
  expect(named(read.candidature)).toEqual(["immatriculation"]);
  const { told, standing } = standingOf(file.opened.text, read);
  expect(standing).toBe(told);
});
