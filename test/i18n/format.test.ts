import { describe, expect, test } from "vitest";
import { formatDeadline, formatMoment, formatValue, timeLeft } from "../../src/i18n/format.ts";
import { fr } from "../../src/i18n/fr.ts";

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const DEADLINE = "2026-12-15T12:00:00+01:00";

describe("format", () => {
  test("the deadline is told in Paris time", () => {
    expect(plain(formatDeadline("2026-12-15T11:00:00Z", "fr"))).toBe("mardi 15 décembre 2026 à 12:00");
  });

  test.each([
    ["2026-11-24T10:00:00Z", "Il reste 21 jours", "calm"],
    ["2026-12-10T10:00:00Z", "Il reste 5 jours", "soon"],
    ["2026-12-14T12:30:00Z", "Il reste 22 h 30", "hours"],
    ["2026-12-15T10:59:00Z", "Il reste 1 minute", "hours"],
    ["2026-12-15T11:00:01Z", "La date limite est passée", "over"],
  ])("at %s: %s", (now, text, urgency) => {
    expect(timeLeft(DEADLINE, new Date(now), fr)).toEqual({ text, urgency });
  });

  test("a moment of another day says which", () => {
    const now = new Date("2026-11-24T10:00:00Z");
    expect(formatMoment("2026-11-24T11:05:00Z", now, "fr")).toBe("12:05");
    expect(formatMoment("2026-11-25T01:00:00Z", now, "fr")).toBe("25/11 02:00");
  });

  test("values are written as people read them", () => {
    expect(plain(formatValue("chiffreAffairesN1", 1_250_000.5, "fr", fr))).toBe("1 250 000,50 €");
    expect(plain(formatValue("capitalSocial", 8_000, "fr", fr))).toBe("8 000 €");
    expect(formatValue("exerciceFinN1", "2025-12-31", "fr", fr)).toBe("31/12/2025");
    expect(formatValue("siret", "73282932000074", "fr", fr)).toBe("732 829 320 00074");
    expect(formatValue("siren", "732829320", "fr", fr)).toBe("732 829 320");
    expect(formatValue("estPme", true, "fr", fr)).toBe("Oui");
  });
});
