import { expect, test } from "vitest";
import { readText, roomOf } from "./reading.ts";

const { answer, asked, source, siret } = roomOf("inpi-actes-bilans-ouvert");

test("deposits are listed with their kinds in words; confidential accounts are not offered", () => {
  const { answer: read, locations } = asked();
  expect(read.pieces.map(({ title, downloadable }) => [title, downloadable])).toEqual([
    ["Comptes annuels clos le 31/12/2025 (bilan complet)", true],
    ["Comptes annuels clos le 31/12/2024 (bilan complet)", true],
    ["Comptes annuels clos le 31/12/2023 (bilan complet)", false],
    ["Procès-verbal d'assemblée générale (déposé le 24/09/2025)", true],
    ["Statuts mis à jour (déposé le 24/09/2024)", true],
  ]);
  expect(read.depots[2]).not.toHaveProperty("n");
  expect(locations.get(0)?.url).toMatch(/^https:\/\/registre-national-entreprises\.inpi\.fr\/api\/bilans\/[a-f0-9]{24}\/download$/);
});

test("a malformed identifier makes no address", () => {
  const { answer: read } = asked({ "bilans.0.id": "../../users", "bilans.0.dateCloture": "2026-03-31" });
  expect(read.pieces[0]).toMatchObject({ closingOn: "2026-03-31", downloadable: false });
});

test("a company without deposits and an unknown company are not found", () => {
  expect(answer({ actes: [], bilans: [] })).toMatchObject({ state: "notFound", reason: "source.aucuneDonnee" });
  expect(readText(source, '{"message":"Entreprise inconnue"}', { siret, status: 404 }).answer).toMatchObject({
    state: "notFound",
    reason: "registre.inconnu",
  });
  expect(readText(source, "<html>Cloudflare</html>", { siret, status: 403 }).answer.state).toBe("unavailable");
});
