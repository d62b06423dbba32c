/** What is dropped besides PDF, JPEG and PNG: redrawn when the browser can, else told how to convert it. */
import { describe, expect, test } from "vitest";
import { otherTypeOf } from "../../src/domain/files.ts";
import { takenAs } from "../../src/keeper/convert.ts";

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));
const JPEG = bytesOf("\xff\xd8\xff\xe0");
const drawn = async () => JPEG;

const zipNaming = (...names: string[]) => bytesOf(`PK\u0003\u0004${"\0".repeat(26)}${names.join("")}`);
const WEBP = bytesOf("RIFF\x10\0\0\0WEBPVP8 ");

describe("a dropped file", () => {
  test("of an accepted type stays as it is", async () => {
    expect(await takenAs(JPEG, drawn)).toEqual({ bytes: JPEG, type: "image/jpeg" });
  });

  test.each([
    ["WebP", WEBP],
    ["AVIF", bytesOf("\0\0\0\x20ftypavif\0\0\0\0")],
    ["GIF", bytesOf("GIF89a\x01\0")],
  ])("%s is redrawn as a JPEG", async (_, bytes) => {
    expect(await takenAs(bytes, drawn)).toEqual({ bytes: JPEG, type: "image/jpeg" });
  });

  test("that the browser cannot draw is refused", async () => {
    expect(await takenAs(WEBP, () => Promise.reject(new Error("not drawn")))).toBe("type");
  });

  test.each([
    ["heic", bytesOf("\0\0\0\x18ftypheic\0\0\0\0")],
    ["heic", bytesOf("\0\0\0\x18ftypmif1\0\0\0\0")],
    ["tiff", bytesOf("II*\0\x08\0\0\0")],
    ["tiff", bytesOf("MM\0*\0\0\0\x08")],
    ["office", zipNaming("[Content_Types].xml", "word/document.xml")],
    ["office", bytesOf("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")],
    ["archive", bytesOf("PK\u0003\u0004 any other ZIP")],
    ["archive", bytesOf("7z\xbc\xaf'\x1c")],
    ["archive", bytesOf("Rar!\x1a\x07\0")],
    ["mail", bytesOf("Received: from a\r\n by b\r\nSubject: attestation\r\n\r\n")],
    ["mail", bytesOf(`\xd0\xcf\x11\xe0${[..."__substg1.0_001A001E"].join("\0")}`)],
    ["office", bytesOf("{\\rtf1")],
    ["envelope", bytesOf("\x30\x82\x10\0\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02%PDF-1.7")],
    ["webPage", bytesOf("<!DOCTYPE html><html>")],
    ["type", bytesOf("a text")],
    ["empty", new Uint8Array()],
  ] as const)("has its type named as %s", async (why, bytes) => {
    expect(await takenAs(bytes, drawn)).toBe(why);
  });
});

test("office files are distinguished by the names of their parts", () => {
  expect(otherTypeOf(zipNaming("[Content_Types].xml", "xl/workbook.xml"))).toMatch(/sheet$/);
  expect(otherTypeOf(zipNaming("[Content_Types].xml", "ppt/presentation.xml"))).toMatch(/presentation$/);
  expect(otherTypeOf(bytesOf("PK\u0003\u0004....mimetypeapplication/vnd.oasis.opendocument.text"))).toMatch(/opendocument/);
});
