import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { LIMITS, openFile } from "../../src/requirements/open/open.ts";

const noPdf = async () => "damaged" as const;

async function opened(file: string, bytes: Uint8Array): Promise<Record<string, string>> {
  const files = await openFile(file, bytes, noPdf);
  return Object.fromEntries(
    files.map(({ file: name, opened: it }) => [
      name,
      "refused" in it ? `refused: ${it.refused}` : it.text.pages.flatMap(({ lines }) => lines).join(" / "),
    ]),
  );
}

const RC = strToU8("Règlement de la consultation");
const WORD = zipSync({
  "[Content_Types].xml": strToU8("<Types/>"),
  "word/document.xml": strToU8(
    `<w:document><w:body><w:p><w:r><w:t>Pièces &amp; justificatifs</w:t></w:r></w:p><w:p><w:r><w:instrText>TOC \\o "1-3"</w:instrText><w:t xml:space="preserve">Le DC1 </w:t></w:r><w:r><w:t>signé</w:t></w:r></w:p></w:body></w:document>`,
  ),
});
const OPEN_DOCUMENT = zipSync({
  mimetype: strToU8("application/vnd.oasis.opendocument.text"),
  "content.xml": strToU8(
    "<office:document-content><office:body><office:text><text:tracked-changes><text:p>ancien</text:p></text:tracked-changes><text:h>Règlement</text:h><text:p>Le<text:s/>DC2 <text:span>seul</text:span></text:p></office:text></office:body></office:document-content>",
  ),
});

test("formats are recognised by their bytes", async () => {
  expect(await opened("rc.docx", WORD)).toEqual({ "rc.docx": "Pièces & justificatifs / Le DC1 signé" });
  expect(await opened("rc.odt", OPEN_DOCUMENT)).toEqual({ "rc.odt": "Règlement / Le DC2 seul" });
  expect(await opened("rc.html", strToU8("<html><script>x('<p>')</script><p>L&rsquo;avis</p><td>a&nbsp;b</td></html>"))).toEqual({
    "rc.html": "L’avis / a\u00a0b",
  });
  const utf16 = new Uint8Array([
    0xff,
    0xfe,
    ...[..."<html><meta charset=utf-8><p>Été</p></html>"].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]),
  ]);
  expect(await opened("avis.html", utf16)).toEqual({ "avis.html": "Été" });
  expect(await opened("rc.txt", new Uint8Array([0x52, 0xe8, 0x67, 0x6c, 0x65]))).toEqual({ "rc.txt": "Règle" });
});

test("a text's pages are those that it marks", async () => {
  const pages = async (text: string) => {
    const [file] = await openFile("rc.txt", strToU8(text), noPdf);
    return file !== undefined && "text" in file.opened ? file.opened.text.pages.map(({ number }) => number) : null;
  };
  expect(await pages("un\n\fdeux\n\ftrois")).toEqual([1, 2, 3]);
  expect(await pages("[[page 4]]\nquatre\n[[page 7]]\nsept")).toEqual([4, 7]);
  expect(await pages("sans page")).toEqual([null]);
});

test("a ZIP in a ZIP is opened, and what is refused loses nothing else", async () => {
  const inner = zipSync({ "rc.txt": RC });
  const outer = zipSync({
    "dce.zip": inner,
    "rc.docx": WORD,
    "plan.dwg": RC,
    "../ailleurs.txt": RC,
    "faux.pdf": RC,
    "photo.jpg": new Uint8Array([0xff, 0xd8, 0xff, 0]),
  });
  expect(await opened("tout.zip", outer)).toEqual({
    "tout.zip/dce.zip/rc.txt": "Règlement de la consultation",
    "tout.zip/rc.docx": "Pièces & justificatifs / Le DC1 signé",
    "tout.zip/plan.dwg": "refused: type",
    "tout.zip/../ailleurs.txt": "refused: path",
    "tout.zip/faux.pdf": "refused: lying",
    "tout.zip/photo.jpg": "refused: type",
  });
});

test.each(["/etc/passwd", "C:\\temp\\a.txt", "a/../../b.txt", "a\\..\\b.txt"])("a path that climbs, %s, is refused", async (name) => {
  expect(Object.values(await opened("dce.zip", zipSync({ [name]: RC })))).toEqual(["refused: path"]);
});

test("a bomb is refused before it is unpacked", async () => {
  const bomb = zipSync({ "bombe.txt": new Uint8Array(20_000_000), "rc.txt": RC });
  expect(await opened("dce.zip", bomb)).toEqual({
    "dce.zip/bombe.txt": "refused: bomb",
    "dce.zip/rc.txt": "Règlement de la consultation",
  });
});

test("an entry larger than its declared size is refused", async () => {
  const zip = zipSync({ "rc.txt": strToU8("a".repeat(5000)) });
  const view = new DataView(zip.buffer, zip.byteOffset);
  for (let at = 0; at < zip.length - 4; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
  expect(await opened("dce.zip", zip)).toEqual({ "dce.zip/rc.txt": "refused: bomb" });
});

test("an encrypted entry is refused, its neighbour is read", async () => {
  const zip = zipSync({ "secret.txt": RC, "rc.txt": RC });
  const view = new DataView(zip.buffer, zip.byteOffset);
  let isFirst = true;
  for (let at = 0; at < zip.length - 4; at++) {
    if (view.getUint32(at, true) !== 0x02014b50 || !isFirst) continue;
    view.setUint16(at + 8, view.getUint16(at + 8, true) | 1, true);
    isFirst = false;
  }
  expect(await opened("dce.zip", zip)).toEqual({
    "dce.zip/secret.txt": "refused: locked",
    "dce.zip/rc.txt": "Règlement de la consultation",
  });
});

test("ten thousand entries are refused without being opened", async () => {
  const zip = zipSync(Object.fromEntries(Array.from({ length: LIMITS.entries }, (_, index) => [`${index}.txt`, new Uint8Array(0)])), {
    level: 0,
  });
  expect(await opened("dce.zip", zip)).toEqual({ "dce.zip": "refused: entries" });
});

test("archives in archives are opened three levels deep", async () => {
  let zip = zipSync({ "rc.txt": RC });
  for (let depth = 0; depth < 3; depth++) zip = zipSync({ "plus.zip": zip });
  expect(Object.values(await opened("dce.zip", zip))).toEqual(["refused: deep"]);
});

test("macros, passwords and damage are named", async () => {
  const macros = zipSync({ "[Content_Types].xml": strToU8("<Types/>"), "word/document.xml": strToU8("<w:p/>"), "word/vbaProject.bin": RC });
  expect(await opened("rc.docm", macros)).toEqual({ "rc.docm": "refused: macros" });
  const ole = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  expect(await opened("rc.docx", ole)).toEqual({ "rc.docx": "refused: locked" });
  expect(await opened("rc.doc", ole)).toEqual({ "rc.doc": "refused: type" });
  expect(await opened("rc.zip", zipSync({ "rc.txt": RC }).subarray(0, 30))).toEqual({ "rc.zip": "refused: damaged" });
  expect(await opened("rc.txt", new Uint8Array([65, 0, 66, 0, 1]))).toEqual({ "rc.txt": "refused: lying" });
});
