import { expect, test } from "vitest";
import { roomOf } from "./reading.ts";

const { answer, failed } = roomOf("fntp");

test("the card is delivered, and its year is only on the document", () => {
  expect(answer().pieces).toEqual([
    { n: 0, kind: "fntp", title: "Carte professionnelle FNTP", validityBasis: "unknown", downloadable: true },
  ]);
});

test("the card is voluntary: a company without it is not blamed", () => {
  expect(failed(404, "12003")).toMatchObject({ state: "notFound", reason: "fntp.pasDeCarte" });
  expect(failed(502, "12000")).toMatchObject({ state: "unavailable", reason: "provider.unavailable" });
});
