import { expect, test } from "vitest";
import { roomOf } from "./reading.ts";

const { answer, failed } = roomOf("fntp");

test("delivers the card, whose year is on it", () => {
  expect(answer().pieces).toEqual([
    { n: 0, kind: "fntp", title: "Carte professionnelle FNTP", validityBasis: "unknown", downloadable: true },
  ]);
});

test("the card is voluntary: none is nothing against the company", () => {
  expect(failed(404, "12003")).toMatchObject({ state: "notFound", reason: "fntp.pasDeCarte" });
  expect(failed(502, "12000")).toMatchObject({ state: "unavailable", reason: "provider.unavailable" });
});
