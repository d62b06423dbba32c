import { expect, test } from "vitest";
import { extensionOf, FILE_TYPES, fileTypeOf } from "../../src/domain/files.ts";

test("the type of a file is told from its bytes", () => {
  const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
  expect(fileTypeOf(bytes("%PDF-1.7 …"))).toBe("application/pdf");
  expect(fileTypeOf(bytes(`\n\n${" ".repeat(500)}%PDF-1.4`))).toBe("application/pdf");
  expect(fileTypeOf(bytes("\xff\xd8\xff\xe0"))).toBe("image/jpeg");
  expect(fileTypeOf(bytes("\x89PNG\r\n\x1a\n"))).toBe("image/png");
  expect(fileTypeOf(bytes("<html>%PDF</html>"))).toBeUndefined();
  expect(fileTypeOf(bytes(`${" ".repeat(2000)}%PDF-1.4`))).toBeUndefined();
  for (const other of ["<!doctype html>%PDF", "GIF89a", "PK\u0003\u0004", ""]) expect(fileTypeOf(bytes(other))).toBeUndefined();
});

test("every accepted type has an extension of its own", () => {
  const extensions = FILE_TYPES.map(extensionOf);
  expect(extensions).toEqual(["pdf", "jpg", "png"]);
  expect(extensionOf("application/zip")).toBe("zip");
  for (const other of ["text/markdown", "", "toString"]) expect(extensionOf(other)).toBeUndefined();
});
