/** Open data asked straight from the extension, with a source of the test's own. */
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { openService } from "../../src/background/open-service.ts";
import { ademeRgeOuvert } from "../../src/sources/ademe-rge-ouvert/index.ts";
import { apiEntreprise } from "../../src/sources/families/api-entreprise.ts";
import { type AnySource, defineSource } from "../../src/sources/source.ts";
import { NOW, SIRET } from "./answers.ts";

const OPEN = defineSource({
  id: "essai",
  provider: "ADEME",
  label: { fr: "Essai", en: "Essai" },
  block: "certifications",
  keyedBy: "siret",
  trust: "official",
  access: "open",
  family: ademeRgeOuvert.family,
  timeoutMs: 5_000,
  pieceKinds: ["rge"],
  documentHosts: ["*.ademe.fr"],
  contractEndpoints: [],
  request: ({ siret }) => ({ path: "/essai", query: { qs: `siret:${siret}` } }),
  raw: z.object({ nom: z.string(), pdf: z.url() }),
  reads: { raisonSociale: ({ nom }) => nom },
  pieces: ({ pdf }) => [{ kind: "rge", title: "RGE", validityBasis: "unknown", location: { url: pdf, steps: "direct" } }],
});
const PROTECTED: AnySource = { ...OPEN, id: "protege", access: "protected", family: apiEntreprise };
const INQUIRY = { siret: SIRET, recipient: null, object: "x" };
const PDF = new TextEncoder().encode("%PDF-1.7");

function service(pdfUrl: string, document: Uint8Array<ArrayBuffer> | string = PDF) {
  const urls: string[] = [];
  const made = openService(
    [OPEN, PROTECTED],
    async (url) => {
      urls.push(url);
      const body = url.startsWith("https://data.ademe.fr/essai") ? JSON.stringify({ nom: "ATELIER", pdf: pdfUrl }) : document;
      return Object.defineProperty(new Response(body), "url", { value: url });
    },
    () => NOW,
  );
  return { ...made, urls };
}

describe("open service", () => {
  test("what it says that it asks is what it asks: the protected sources are none of it", async () => {
    const described = await service("https://x.ademe.fr/a.pdf").describe();
    expect("sources" in described && described.sources.map(({ id, available, reason }) => [id, available, reason])).toEqual([
      ["essai", true, undefined],
    ]);
  });

  test("asks the source itself, and never a protected one", async () => {
    const { ask, urls } = service("https://x.ademe.fr/a.pdf");
    expect(await ask(INQUIRY, "essai")).toMatchObject({ state: "delivered", facts: { raisonSociale: "ATELIER" } });
    expect(urls).toEqual([`https://data.ademe.fr/essai?qs=siret%3A${SIRET}`]);
    expect(await ask(INQUIRY, "protege")).toMatchObject({ state: "notPermitted", reason: "proxy.modeOpen" });
    expect(urls).toHaveLength(1);
  });

  test("a company is looked for by its name in the public register, and a register that is away is said so", async () => {
    const urls: string[] = [];
    const answers = (body: string, status = 200) =>
      openService(
        [],
        async (url) => {
          urls.push(url);
          return new Response(body, { status });
        },
        () => NOW,
      );
    const seat = { siret: SIRET, code_postal: "99012", libelle_commune: "BRECOURT" };
    const results = [
      { siren: SIRET.slice(0, 9), nom_complet: "ATELIER", siege: seat },
      { siren: "900000027", nom_complet: "[NON-DIFFUSIBLE]", siege: { ...seat, siret: "90000002700012" } },
    ];
    const search = await answers(JSON.stringify({ results, total_results: 2 })).search("atelier des toits");
    expect(search).toEqual({ companies: [{ siret: SIRET, name: "ATELIER", place: "99012 BRECOURT" }], total: 2 });
    expect(urls[0]).toContain("https://recherche-entreprises.api.gouv.fr/search?q=atelier+des+toits&etat_administratif=A");
    expect(await answers("<html>").search("atelier")).toEqual({ failure: "unreachable" });
    expect(await answers("{}", 500).search("atelier")).toEqual({ failure: "unreachable" });
  });

  test("a document comes only from the hosts of its source, and only if it is one", async () => {
    expect(await service("https://x.ademe.fr/a.pdf").document(INQUIRY, "essai", 0)).toEqual({
      bytes: PDF,
      mediaType: "application/pdf",
      fileName: `certificat-rge-${SIRET.slice(0, 9)}.pdf`,
    });
    // A certifier that writes plain http: the same address, in https.
    const plain = service("http://x.ademe.fr/a.pdf");
    expect(await plain.document(INQUIRY, "essai", 0)).toMatchObject({ mediaType: "application/pdf" });
    expect(plain.urls.at(-1)).toBe("https://x.ademe.fr/a.pdf");
    expect(await service("https://evil.test/a.pdf").document(INQUIRY, "essai", 0)).toEqual({ problem: "notPermitted" });
    expect(await service("https://ademe.fr.evil.test/a.pdf").document(INQUIRY, "essai", 0)).toEqual({ problem: "notPermitted" });
    expect(await service("https://x.ademe.fr/a.pdf", "<html>").document(INQUIRY, "essai", 0)).toEqual({ problem: "notADocument" });
    expect(await service("https://x.ademe.fr/a.pdf").document(INQUIRY, "essai", 3)).toEqual({ problem: "unknown" });
  });
});
