import { expect, test } from "vitest";
import { roomOf } from "./reading.ts";

const { answer, failed, source } = roomOf("cnetp");

test("the attestation certifies the day on which it is delivered, and is asked by SIREN", () => {
  expect(answer().pieces).toMatchObject([{ kind: "cnetp", issuedOn: "2026-11-24", validityBasis: "computed", downloadable: true }]);
  expect(source.keyedBy).toBe("siren");
});

test("not found never means not up to date; a maintenance gives no time to ask again", () => {
  expect(failed(404, "08003")).toMatchObject({ state: "notFound", reason: "cnetp.nonDelivrable" });
  const closed = failed(503, "08020");
  expect(closed).toMatchObject({ state: "unavailable", reason: "provider.maintenance" });
  expect(closed).not.toHaveProperty("retryAt");
  expect(source.maintenance).toEqual({ from: "06:00", to: "06:30" });
});
