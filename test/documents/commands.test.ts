/** `npm run recognise` and `npm run merge`, asked wrongly: a sentence in French, exit 2, and nothing made. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { plain } from "./merge-corpus.ts";
import { onDisk } from "./tools.ts";

const room = mkdtempSync(join(tmpdir(), "pli-pret-commands-"));
const out = join(room, "out.pdf");
const missing = join(room, "nothing.pdf");
const pdf = onDisk(await plain(1));
const cut = onDisk(new TextEncoder().encode("%PDF-1.7\n"));
const data = onDisk(new TextEncoder().encode('<?xml version="1.0"?>\n<facture/>'), "xml");
const picture = onDisk(new TextEncoder().encode("GIF89a"), "gif");
const text = onDisk(new TextEncoder().encode("attestation"), "txt");

const run = (command: "merge" | "recognise", ...args: readonly string[]) =>
  spawnSync(process.execPath, [`scripts/${command}.ts`, ...args], { encoding: "utf8", env: { ...process.env, INIT_CWD: process.cwd() } });

test.each([
  ["recognise", [missing, "--json"], "Vérifiez son chemin"],
  ["recognise", [room, "--json"], "Vérifiez son chemin"],
  ["recognise", [pdf, "--siren", "12"], "neuf chiffres"],
  ["recognise", [pdf, "--today", "hier"], "2026-11-25"],
  ["merge", ["-o", out, missing], "Vérifiez son chemin"],
  ["merge", ["-o", out, room], "Vérifiez son chemin"],
  ["merge", ["-o", join(room, "none", "out.pdf"), pdf], "dans un dossier qui existe"],
  ["merge", ["-o", room, pdf], "Donnez le nom d'un fichier"],
] as const)("%s %j", (command, args, said) => {
  const { status, stdout, stderr } = run(command, ...args);
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toContain(said);
  expect(stderr).not.toContain("at ");
  expect(existsSync(out)).toBe(false);
});

test("what is no document is told in the answer itself", () => {
  const recognised = run("recognise", text, data, picture, cut, "--json");
  const remarksOn = (remark: string) => [expect.stringContaining(remark)];
  const nothing = { kind: null, sure: false, asks: [] };
  expect(JSON.parse(recognised.stdout)).toMatchObject([
    { file: text, state: "type", remarks: remarksOn("ni un PDF, ni une image"), ...nothing },
    { file: data, state: "type", remarks: remarksOn("ce sont des données"), ...nothing },
    { file: picture, state: "type", remarks: remarksOn("convertie par l'extension"), ...nothing },
    { file: cut, state: "unreadable", remarks: remarksOn("endommagé ou incomplet"), ...nothing },
  ]);
  const merged = run("merge", "-o", out, text, pdf);
  expect(merged.status).toBe(0);
  const { pages, files } = JSON.parse(merged.stdout);
  expect(pages).toBe(2);
  expect(files).toEqual([
    { file: text, pages: 0, reason: "notADocument", remarks: [expect.any(String)] },
    { file: pdf, pages: 1, remarks: [] },
  ]);
  expect(existsSync(out)).toBe(true);
});
