/** Which consultation a prepared dossier was made for. */
import { expect, test } from "vitest";
import { filedUnder } from "../../src/consultations/kept-dossiers.ts";
import type { KeptDossier } from "../../src/domain/prepared.ts";
import { event, some } from "./some.ts";

function dossier(id: string, ...hashes: string[]): KeptDossier {
  const files = hashes.map((sha256) => ({
    key: sha256,
    fileName: `${sha256}.pdf`,
    mediaType: "application/pdf" as const,
    sha256,
    size: 1,
    pages: 1,
    oversize: false,
  }));
  return { id, work: "90000001900018|2026-17", at: "2026-11-20T09:00:00.000Z", form: "pdf", files, remarks: [] };
}

test("a dossier belongs to the consultation that noted its preparation; an attachment is not enough, and others belong to none", () => {
  const prepared = (sha256: string) => event("prepared", "2026-11-20T09:00:00.000Z", { files: [{ fileName: "x.pdf", sha256 }] });
  const attached = event("attached", "2026-11-20T09:00:00.000Z", { files: [{ fileName: "x.pdf", sha256: "dd" }] });
  const consultations = [
    some({ id: "c1", events: [prepared("aa"), prepared("bb")] }),
    some({ id: "c2", events: [prepared("cc"), attached] }),
  ];
  const filed = filedUnder(consultations, [dossier("1", "zz", "bb"), dossier("2", "aa"), dossier("3", "cc"), dossier("4", "dd")]);
  expect([...filed].map(([id, own]) => [id, own.map((one) => one.id)])).toEqual([
    ["c1", ["1", "2"]],
    ["c2", ["3"]],
    ["", ["4"]],
  ]);
});
