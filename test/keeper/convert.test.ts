/** What is dropped besides PDF, JPEG and PNG: redrawn when the browser can, else told how to convert it. */
import { describe, expect, test } from "vitest";
import { otherTypeOf } from "../../src/domain/other-files.ts";
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
    ["AVIF of a general brand", bytesOf("\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf")],
    ["GIF", bytesOf("GIF89a\x01\0")],
  ])("%s is redrawn as a JPEG", async (_, bytes) => {
    expect(await takenAs(bytes, drawn)).toEqual({ bytes: JPEG, type: "image/jpeg" });
  });

  test("of several pictures is said to show its first", async () => {
    const frame = "\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0";
    const animated = bytesOf(`GIF89a\x01\0\x01\0\0\0\0${frame}${frame};`);
    expect(await takenAs(animated, drawn)).toEqual({ bytes: JPEG, type: "image/jpeg", showsFirst: true });
  });

  test("that the browser cannot draw is refused", async () => {
    expect(await takenAs(WEBP, () => Promise.reject(new Error("not drawn")))).toBe("picture");
  });

  test.each([
    ["heic", bytesOf("\0\0\0\x18ftypheic\0\0\0\0")],
    ["heic", bytesOf("\0\0\0\x18ftypmif1\0\0\0\0")],
    ["picture", bytesOf("II*\0\x08\0\0\0")],
    ["picture", bytesOf("MM\0*\0\0\0\x08")],
    ["picture", bytesOf("II+\0\x08\0\0\0")],
    ["picture", bytesOf("\0\0\0\x0cjP  \r\n\x87\n\0\0\0\x14ftypjp2 ")],
    ["picture", bytesOf("\xff\x4f\xff\x51\0\x2f")],
    ["picture", bytesOf("\0\0\0\x0cJXL \r\n\x87\n")],
    ["picture", bytesOf("\xff\x0a\xfa\x1f")],
    ["picture", bytesOf("\0\0\x01\0\x01\0\x40\x40\0\0")],
    ["picture", bytesOf("8BPS\0\x01\0\0")],
    ["picture", bytesOf('<?xml version="1.0"?>\n<!-- drawn -->\n<svg xmlns="http://www.w3.org/2000/svg">')],
    ["data", bytesOf('<?xml version="1.0" encoding="UTF-8"?>\n<rsm:CrossIndustryInvoice/>')],
    ["data", bytesOf('\xef\xbb\xbf<?xml version="1.0"?><Invoice/>')],
    ["data", bytesOf('{"error": "session expirée"}')],
    ["data", bytesOf('[\n  {"siren": 1}]')],
    ["type", bytesOf("[1] Attestation")],
    ["empty", bytesOf("\0".repeat(4000))],
    ["empty", bytesOf(" \r\n\r\n")],
    ["envelope", bytesOf(`PK\u0003\u0004${"\0".repeat(26)}mimetypeapplication/vnd.etsi.asic-e+zipPK\u0003\u0004META-INF/manifest.xml`)],
    ["webPage", bytesOf("From: <Saved by Blink>\r\nSnapshot-Content-Location: https://exemple.fr\r\nMIME-Version: 1.0\r\n\r\n")],
    ["mail", bytesOf('x\x9f>"\0\0')],
    ["office", zipNaming("index.xml", "QuickLook/Preview.pdf")],
    ["office", zipNaming("[Content_Types].xml", "word/document.xml")],
    ["office", bytesOf("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")],
    ["office", zipNaming("Index/Document.iwa", "preview.jpg")],
    ["archive", bytesOf("PK\u0003\u0004 any other ZIP")],
    ["archive", bytesOf(`PK\u0005\u0006${"\0".repeat(18)}`)],
    ["archive", bytesOf("PK\u0007\u0008PK\u0003\u0004")],
    ["archive", bytesOf(`${"attestation.pdf".padEnd(257, "\0")}ustar\u000000`)],
    ["archive", bytesOf("\x1f\x8b\x08\0")],
    ["archive", bytesOf("BZh91AY&SY")],
    ["archive", bytesOf("\xfd7zXZ\0")],
    ["archive", bytesOf("7z\xbc\xaf'\x1c")],
    ["archive", bytesOf("Rar!\x1a\x07\0")],
    ["mail", bytesOf("Received: from a\r\n by b\r\nSubject: attestation\r\n\r\n")],
    ["mail", bytesOf("DKIM-Signature: v=1;\r\n b=abc\r\nFrom: a@exemple.fr\r\nDate: Mon, 2 Nov 2026 10:00:00 +0100\r\n\r\n")],
    ["mail", bytesOf("\xef\xbb\xbfFrom: a@exemple.fr\r\nMIME-Version: 1.0\r\n\r\n")],
    ["mail", bytesOf("From a@exemple.fr Mon Nov  2 10:00:00 2026\nReceived: from b\nSubject: a\n\n")],
    ["mail", bytesOf(`\xd0\xcf\x11\xe0${[..."__substg1.0_001A001E"].join("\0")}`)],
    ["office", bytesOf("{\\rtf1")],
    ["envelope", bytesOf("\x30\x82\x10\0\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02%PDF-1.7")],
    ["envelope", bytesOf(btoa("\x30\x80\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02\xa0\x80\x30\x80\x02\x01"))],
    ["envelope", bytesOf("-----BEGIN PKCS7-----\nMIIGYAYJKoZIhvcNAQcCoIIGUTCCBk0CAQExCzAJBgUrDgMCGgUA\n")],
    ["envelope", bytesOf("\x30\x82\x10\0\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x03\xa0")],
    ["webPage", bytesOf("<!DOCTYPE html><html>")],
    ["webPage", bytesOf("<!-- saved from url -->\n<html><head>")],
    ["webPage", bytesOf('\r\n<div class="error">Votre session a expir\xe9</div>')],
    ["webPage", bytesOf("<script>location='/login'</script>")],
    ["webPage", bytesOf(`\xff\xfe${[..."<!DOCTYPE html>"].map((letter) => `${letter}\0`).join("")}`)],
    ["shortcut", bytesOf("[InternetShortcut]\r\nURL=https://exemple.fr/attestation")],
    ["shortcut", bytesOf("\x4c\0\0\0\x01\x14\x02\0\0\0\0\0\xc0\0\0\0\0\0\0\x46")],
    ["shortcut", bytesOf('<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "x">\n<plist version="1.0"><dict><key>URL</key>')],
    ["shortcut", bytesOf("bplist00\xd1\x01\x02SURL_\x10\x10https://exemple.fr")],
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

test("a PDF that lies uncompressed in an archive is not taken for the archive", async () => {
  const pdf = "%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n";
  expect(await takenAs(bytesOf(`PK\u0003\u0004${"\0".repeat(26)}a.pdf${pdf}b.pdf${pdf}`))).toBe("archive");
  expect(await takenAs(bytesOf(`PK\u0003\u0004${"\0".repeat(2000)}a.pdf${pdf.slice(9)}`))).toBe("archive");
  expect(await takenAs(bytesOf(`${"a.pdf".padEnd(257, "\0")}ustar`.padEnd(512, "\0") + pdf))).toBe("archive");
});

test("the values of a form without its pages are no PDF", async () => {
  expect(await takenAs(bytesOf("%FDF-1.2\n1 0 obj<</FDF<</Fields[]>>>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"))).toBe("type");
});
