/** Bytes encoded and decoded, at sizes where a call with too many arguments would fail. */
import { expect, test } from "vitest";
import { base64Of, bytesOfBase64, bytesOfHex, hexOf, joinedBytes } from "../../src/domain/bytes.ts";

test.each([0, 1, 255, 0x8000, 0x8001, 300_000])("%i bytes come back from hexadecimal and from base64", (size) => {
  const bytes = Uint8Array.from({ length: size }, (_, index) => (index * 37) % 256);
  expect(bytesOfHex(hexOf(bytes))).toEqual(bytes);
  expect(bytesOfBase64(base64Of(bytes))).toEqual(bytes);
  expect(base64Of(bytes)).toBe(Buffer.from(bytes).toString("base64"));
});

test("parts are concatenated", () => {
  expect(joinedBytes([Uint8Array.of(1, 2), new Uint8Array(), Uint8Array.of(3)])).toEqual(Uint8Array.of(1, 2, 3));
  expect(joinedBytes([])).toEqual(new Uint8Array());
});
