import { describe, expect, test } from "vitest";
import { roomOf } from "./reading.ts";

const { answer, asked, failed } = roomOf("inpi-actes-bilans");

describe("INPI, actes et bilans", () => {
  test("the latest closing comes first, and the last deposit of each closing and kind is kept", () => {
    expect(answer().pieces.map(({ kind, title }) => [kind, title])).toEqual([
      ["bilans", "Comptes annuels clos le 31/12/2025 (bilan complet)"],
      ["bilans", "Comptes annuels clos le 31/12/2025 (bilan consolidé)"],
      ["bilans", "Comptes annuels clos le 31/12/2024 (bilan complet)"],
      ["bilans", "Comptes annuels clos le 31/12/2023 (bilan complet)"],
      ["acte", "Procès-verbal d'assemblée générale (déposé le 24/09/2025)"],
      ["statuts", "Statuts mis à jour (déposé le 24/09/2024)"],
    ]);
    const { answer: read, locations } = asked();
    expect(read.pieces[0]).toMatchObject({ closingOn: "2025-12-31", issuedOn: "2026-06-30" });
    expect([...locations.values()].map(({ url }) => url)).not.toContain("https://entreprise.api.gouv.fr/proxy/inpi/download/specimen-90");
  });

  test("each address leads to the document in two steps", () => {
    const { locations } = asked();
    expect([...locations.values()].every(({ steps }) => steps === "json-link")).toBe(true);
  });

  test("the list says which document is which, and keeps no address", () => {
    const read = answer();
    expect(read.depots.map(({ type, n }) => [type, n])).toEqual([
      ["bilan", 0],
      ["bilan", 1],
      ["bilan", 2],
      ["bilan", 3],
      ["acte", 4],
      ["acte", 5],
    ]);
    expect(read.depots[5]).toMatchObject({ title: "Statuts mis à jour", decisions: ["Augmentation du capital social"] });
    expect(JSON.stringify(read)).not.toContain("proxy/inpi");
  });

  test("an unknown kind, a missing closing or missing acts lose nothing else", () => {
    const read = answer({ "data.bilans.0.type": null, "data.bilans.1.date_cloture": null, "data.actes.0.types_actes": null });
    const titles = read.pieces.map(({ title }) => title);
    expect(titles).toContain("Comptes annuels clos le 31/12/2025");
    expect(titles).toContain("Comptes annuels déposés le 30/06/2025 (bilan complet)");
    expect(titles).toContain("Acte déposé au registre (déposé le 24/09/2024)");
  });

  test("a company that deposited nothing has no document", () => {
    expect(answer({ "data.actes": [], "data.bilans": [] })).toMatchObject({ state: "notFound", pieces: [], depots: [] });
    expect(failed(404, "34003")).toMatchObject({ state: "notFound", reason: "source.aucuneDonnee" });
    expect(failed(502, "34008")).toMatchObject({ state: "unavailable", reason: "provider.rateLimited" });
  });
});
