import { describe, expect, test } from "vitest";
import { en } from "../../src/i18n/en.ts";
import { deadlineInWords, doubtedDayInWords, formatDeadline, formatMoment, formatValue, timeLeft } from "../../src/i18n/format.ts";
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

  test.each([
    ["2026-12-04T12:00:00+01:00", "dans 3 jours, vendredi 4 décembre à 12 h, heure de Paris"],
    ["2026-12-01T17:30:00+01:00", "aujourd'hui, mardi 1er décembre à 17 h 30, heure de Paris"],
    ["2026-12-02T00:00:00+01:00", "demain, mercredi 2 décembre à 0 h, heure de Paris"],
    ["2026-11-30T12:00:00+01:00", "hier, lundi 30 novembre à 12 h, heure de Paris"],
    ["2027-07-05T12:00:00+02:00", "dans 216 jours, lundi 5 juillet 2027 à 12 h, heure de Paris"],
    ["2026-12-04T12:00:00-03:00", "dans 3 jours, vendredi 4 décembre à 16 h, heure de Paris"],
  ])("%s on the evening of the first: %s", (instant, words) => {
    expect(plain(deadlineInWords(instant, new Date("2026-12-01T22:30:00Z"), "fr", fr))).toBe(words);
  });

  test("a deadline in English; and a day whose hour is not known has none", () => {
    const now = new Date("2026-12-01T10:00:00Z");
    expect(deadlineInWords("2026-12-04T09:05:00+01:00", now, "en", en)).toBe("in 3 days, Friday 4 December at 9:05, Paris time");
    expect(doubtedDayInWords("2026-12-04", now, "fr", fr)).toBe("dans 3 jours, vendredi 4 décembre : heure à vérifier sur la page");
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
    expect(formatValue("pays", "FR", "fr", fr)).toBe("France");
    expect(formatValue("pays", "BE", "en", en)).toBe("Belgium");
    expect(formatValue("pays", "Pays inconnu", "fr", fr)).toBe("Pays inconnu");
  });
});
