import { expect, test } from "vitest";
import { consultationOfFrames } from "../../src/domain/consultation.ts";

const page = { portal: "", url: "https://achats.example.org/" };
const NOON = "2026-12-15T12:00:00+01:00";
const doubt = { why: "otherClock", said: "heure locale", written: "15/12/2026 12:00" } as const;

test("each part comes from the first frame that tells it", () => {
  expect(consultationOfFrames([])).toBe(null);
  expect(
    consultationOfFrames([
      { ...page, reference: "A-1" },
      { ...page, reference: "B-2", dateLimite: NOON },
    ]),
  ).toMatchObject({
    reference: "A-1",
    dateLimite: NOON,
  });
});

test("one frame's doubt about the hour removes the deadline of the whole page", () => {
  for (const frames of [
    [
      { ...page, dateLimite: NOON },
      { ...page, doubt },
    ],
    [
      { ...page, doubt },
      { ...page, dateLimite: NOON },
    ],
  ]) {
    const merged = consultationOfFrames(frames);
    expect(merged?.doubt).toEqual(doubt);
    expect(merged).not.toHaveProperty("dateLimite");
  }
});
