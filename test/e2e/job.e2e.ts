/** The whole job, as the demonstration does it: three portal pages filled, the attestations attached, the files received whole. */
import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { startPortal } from "../portals/server.ts";
import { runJob } from "./job.ts";
import { startProxyQuietly } from "./proxy.ts";

test("three portal pages, one company: filled, attached, deposited", async () => {
  const [proxy, portal, outputDir] = await Promise.all([startProxyQuietly(), startPortal(), mkdtemp(join(tmpdir(), "pli-pret-job-"))]);
  try {
    const { report, mergedPdf } = await runJob({ portalUrl: portal.url, proxyUrl: proxy.url, outputDir });
    const filled = (page: string) => report.fields.filter((one) => one.page === page && one.status === "filled").map(({ field }) => field);
    expect(filled("place")).toEqual(
      expect.arrayContaining(["raisonSociale", "siren", "nic", "adresseLigne1", "codePostal", "commune", "contactEmail"]),
    );
    expect(filled("passe-marche")).toEqual(expect.arrayContaining(["raisonSociale", "siret", "chiffreAffairesN1", "statutEss"]));
    expect(report.sources.length).toBeGreaterThan(20);
    expect(report.attachments.filter(({ status }) => status === "attached").length).toBeGreaterThan(3);
    // The merged PDF is in the deposit, byte for byte.
    expect(mergedPdf).not.toBeNull();
    const merged = await readFile(mergedPdf ?? "");
    expect(merged.subarray(0, 5).toString()).toBe("%PDF-");
    expect(portal.uploads.some(({ bytes }) => merged.equals(bytes))).toBe(true);
  } finally {
    await Promise.all([proxy.close(), portal.close()]);
  }
});
