import { expect, test } from "vitest";
import { NOW, roomOf } from "./reading.ts";

const { answer, failed } = roomOf("msa-conformite");

test("a company is up to date, behind or under investigation", () => {
  expect(answer()).toMatchObject({ state: "delivered", certifications: [{ kind: "msa", held: true }] });
  expect(answer({ "data.status": "outdated" })).toMatchObject({
    state: "refused",
    reason: "msa.nonAJour",
    certifications: [{ held: false }],
  });
  expect(answer({ "data.status": "under_investigation" })).toMatchObject({
    state: "pending",
    reason: "msa.enCours",
    until: new Date(NOW.getTime() + 86_400_000).toISOString(),
    certifications: [{ held: null }],
  });
});

test("an unknown word is an unexpected shape; a company unknown at the MSA is not found", () => {
  expect(answer({ "data.status": "perhaps" }).state).toBe("unexpectedShape");
  expect(failed(404, "10003")).toMatchObject({ state: "notFound", reason: "source.aucuneDonnee" });
});
