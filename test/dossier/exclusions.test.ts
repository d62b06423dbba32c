import { describe, expect, test } from "vitest";
import type { Notice } from "../../src/domain/answer.ts";
import { aboutOf, explainExclusions } from "../../src/dossier/exclusions.ts";

function notice(given: Partial<Notice>): Notice {
  return { kind: "procedureCollective", status: "open", title: "Jugement d'ouverture de redressement judiciaire", ...given };
}
const standingOf = (given: Partial<Notice>) => explainExclusions([notice(given)])[0]?.standing;

describe("standing", () => {
  test.each([
    [{ title: "Jugement prononçant la liquidation judiciaire" }, "mayMatter"],
    [{ title: "Conversion du redressement judiciaire en liquidation judiciaire" }, "mayMatter"],
    [{}, "mayMatter"],
    [{ title: "Jugement d'ouverture d'une procédure de sauvegarde" }, "notHeld"],
    [{ status: "plan", title: "Jugement arrêtant le plan de redressement" }, "notHeld"],
    [{ status: "closed", title: "Clôture pour insuffisance d'actif de la liquidation judiciaire" }, "toVerify"],
    [{ status: "closed", title: "Procédure collective close", text: "Clôture de la liquidation judiciaire" }, "toVerify"],
    [{ status: "closed", title: "Clôture pour extinction du passif de la liquidation judiciaire" }, "notHeld"],
    [{ status: "closed", title: "Fin de la procédure de redressement judiciaire" }, "notHeld"],
    [{ title: "Procédure de traitement de sortie de crise" }, "notHeld"],
    [{ title: "Procédure de sauvegarde", text: "Demande de liquidation judiciaire rejetée" }, "notHeld"],
    [{ status: "toVerify" }, "toVerify"],
    [{ status: "info" }, "toVerify"],
    [{ title: "Autre jugement et ordonnance" }, "toVerify"],
    [{ kind: "sanction", title: "Interdiction de gérer" }, "toVerify"],
    [{ kind: "radiation", title: "Radiation du RCS" }, "toVerify"],
    [{ kind: "observation", title: "Mention au registre" }, "toVerify"],
  ] satisfies [Partial<Notice>, string][])("%o → %s", (given, standing) => expect(standingOf(given)).toBe(standing));
});

test("each notice says what, when and where, the most serious first", () => {
  const explained = explainExclusions([
    notice({ status: "closed", on: "2019-05-02", title: "Clôture" }),
    notice({ status: "toVerify", on: "2024-01-10", title: "Autre jugement" }),
    notice({ on: "2026-02-03", text: "Tribunal de commerce de Lyon", url: "https://bodacc.example/A/1" }),
    { kind: "diffusionPartielle", status: "info", title: "Diffusion partielle" },
  ]);
  expect(explained.map(({ what }) => what)).toEqual([
    "03/02/2026 : Jugement d'ouverture de redressement judiciaire — Tribunal de commerce de Lyon",
    "10/01/2024 : Autre jugement",
    "02/05/2019 : Clôture",
  ]);
  expect(explained[0]).toMatchObject({ about: "https://bodacc.example/A/1", next: expect.stringContaining("copie du ou des jugements") });
});

test("a procedure that is over does not matter, except a liquidation that may have dissolved the company", () => {
  for (const title of ["redressement judiciaire", "sauvegarde", "faillite personnelle"]) {
    expect(standingOf({ status: "closed", title })).toBe("notHeld");
    expect(standingOf({ kind: "sanction", status: "closed", title })).toBe("notHeld");
  }
});

test("a sole trader is a candidate in person and survives a liquidation", () => {
  const sanction = notice({ kind: "sanction", status: "toVerify", title: "Interdiction de gérer" });
  const closed = notice({ status: "closed", title: "Procédure close pour insuffisance d'actif" });
  const standings = (legalForm?: string) =>
    explainExclusions([sanction, closed], legalForm).map(({ standing, notice: of }) => [of.kind, standing]);
  expect(standings("1000")).toEqual([
    ["sanction", "mayMatter"],
    ["procedureCollective", "notHeld"],
  ]);
  for (const form of ["5710", "9220", undefined])
    expect(standings(form)).toEqual([
      ["sanction", "toVerify"],
      ["procedureCollective", "toVerify"],
    ]);
  const [dissolved] = explainExclusions([closed], "5710");
  expect(dissolved?.references.map(({ text }) => text).join()).toContain("1844-7");
});

test("the explanation informs and never declares for the person", () => {
  const kinds = ["procedureCollective", "sanction", "radiation", "observation"] as const;
  const statuses = ["open", "plan", "closed", "toVerify", "info"] as const;
  const all = kinds.flatMap((kind) => statuses.flatMap((status) => explainExclusions([notice({ kind, status })])));
  expect(all).toHaveLength(kinds.length * statuses.length);
  for (const { meaning, next } of all) {
    expect(`${meaning} ${next}`).not.toMatch(/vous (n'êtes|êtes)|est exclue|n'est pas exclue|je (déclare|certifie)|atteste sur l'honneur/i);
    expect(meaning.length).toBeGreaterThan(20);
  }
});

test("the person's explanation finds its notice again, with or without an address", () => {
  expect(aboutOf(notice({ url: "https://bodacc.example/A/1" }))).toBe("https://bodacc.example/A/1");
  expect(aboutOf(notice({ on: "2026-02-03" }))).toBe(aboutOf(notice({ on: "2026-02-03", status: "plan" })));
});
