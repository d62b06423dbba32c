/** Spaces of other bodies than those the catcher was made on: how each says that nobody is signed in, names its files and labels its links. */
import { describe, expect, test } from "vitest";
import { type Asked, askFor } from "../../src/catching/ask.ts";
import { isOffered, type Written } from "../../src/catching/choose.ts";

const SITE = "https://espace.exemple.fr";
const PDF = "%PDF-1.7\nun document\n%%EOF";
const asked: Asked = { url: `${SITE}/documents/17`, method: "GET", label: "Attestation" };

function asking(
  body: BodyInit,
  { status = 200, headers = {}, url = asked.url }: { status?: number; headers?: HeadersInit; url?: string } = {},
) {
  const response = new Response(body, { status, headers });
  Object.defineProperties(response, { url: { value: url }, redirected: { value: url !== asked.url } });
  return askFor(asked, { fetch: async () => response, patience: () => new Promise<void>(() => {}), mostBytes: 2000 });
}

const page = (inside: string, head = "<title>Mon espace</title>") =>
  `<!DOCTYPE html><html><head>${head}</head><body>${inside}</body></html>`;

describe("nobody is signed in any more", () => {
  test.each([
    "Votre session est arrivée à expiration.",
    "Vous avez été déconnecté pour cause d'inactivité.",
    "Session inactive depuis trop longtemps. Veuillez vous reconnecter.",
    "Your session has timed out.",
    "Veuillez vous identifier pour accéder à ce document.",
    "Vous devez être connecté pour télécharger ce document.",
    "Vous n'êtes plus connecté.",
    "Vous n'êtes pas authentifié.",
    "S'identifier avec ProConnect",
    "Connexion requise",
    "You must be signed in to view this page.",
    "Votre session n'est plus valide.",
  ])("« %s »", async (said) => {
    expect(await asking(page(`<p>${said}</p>`))).toEqual({ failure: "session" });
  });

  test.each([
    ["a page that leads at once to the sign-in page", page("", '<meta http-equiv="refresh" content="0; url=/connexion?retour=17">')],
    ["a page whose program does it", page("", '<script>window.location.href = "/auth/login?next=17";</script>')],
    [
      "a form that sends itself to who identifies",
      page('<form method="post" action="https://idp.exemple.fr/saml2/sso"><input type="hidden" name="SAMLRequest" value="x"></form>'),
    ],
    ["data of a token that is over", '{"error":"token_expired"}'],
    ["data that name the state", '{"status":401,"message":"Unauthenticated."}'],
  ])("%s", async (_, body) => {
    expect(await asking(body)).toEqual({ failure: "session" });
  });

  test.each([419, 440])("state %i", async (status) => {
    expect(await asking(page("Page expirée"), { status })).toEqual({ failure: "session" });
  });

  test("an address that says it", async () => {
    expect(await asking(page("<p>Retour à l'accueil</p>"), { url: `${SITE}/erreur/session-expiree` })).toEqual({ failure: "session" });
  });
});

describe("somebody is signed in, and the page is another", () => {
  test.each([
    "<a>Me déconnecter</a><p>Nouveau : reconnectez-vous sans code</p>",
    "<a>Quitter</a><p>Votre attestation est en cours de génération.</p>",
    "<p>Choisissez la période</p>",
    "<p>Le service est momentanément indisponible.</p>",
    "<p>Les sessions de formation de mars sont ouvertes.</p>",
  ])("%s", async (said) => {
    expect(await asking(page(said))).toEqual({ failure: "page" });
  });
});

describe("the name of the file", () => {
  // Headers carry bytes: what is written in UTF-8 comes one sign for each byte.
  const bytes = (text: string) => String.fromCharCode(...new TextEncoder().encode(text));

  test.each([
    ["in the other old alphabet", "attachment; filename*=ISO-8859-1''Attestation%20f%E9vrier.pdf", "Attestation février.pdf"],
    ["in plain UTF-8", bytes('attachment; filename="Attestation février.pdf"'), "Attestation février.pdf"],
    ["as letters of a message", 'attachment; filename="=?UTF-8?Q?Attestation_f=C3=A9vrier.pdf?="', "Attestation février.pdf"],
    ["as letters of a message, by sixty-four", `attachment; filename="=?utf-8?B?${btoa(bytes("Régularité.pdf"))}?="`, "Régularité.pdf"],
    ["empty", 'inline; filename=""', "Attestation.pdf"],
    ["that ends by a day", 'attachment; filename="Attestation 01.12.2026"', "Attestation 01.12.2026.pdf"],
    ["that ends by a program's name", 'attachment; filename="edition.do"', "edition.do.pdf"],
    ["without an ending", "attachment; filename=attestation", "attestation.pdf"],
    ["whole", "attachment; filename=KBIS.PDF", "KBIS.PDF"],
  ])("%s", async (_, disposition, fileName) => {
    expect(await asking(PDF, { headers: { "content-disposition": disposition } })).toEqual({ base64: btoa(PDF), fileName });
  });
});

describe("links and buttons", () => {
  const link = (path: string, label: string, more: Partial<Written> = {}): Written => ({
    ...{ way: "link", url: new URL(path, SITE).href, label, beside: "", ...more },
  });

  test.each<[string, Written, boolean | null]>([
    [
      "the vigilance certificate by its long name",
      link("/d/17", "Attestation de fourniture des déclarations sociales et de paiement des cotisations"),
      false,
    ],
    ["a proof of payment", link("/d/17", "Justificatif de paiement de la CFE"), false],
    ["a proof of a debit, as a PDF", link("/d/17.pdf", "Justificatif de prélèvement"), true],
    ["a payment", link("/d/17", "Paiement"), null],
    ["a payment after the document's name", link("/d/17", "Attestation : procéder au paiement"), null],
    ["an address named after such a certificate", link("/attestation-de-paiement/17", "Attestation"), false],
    ["saving as a PDF", link("/d/17.pdf", "Enregistrer le PDF"), true],
    ["saving a form", link("/d/17", "Enregistrer", { way: "form" }), null],
    ["« Consulter » in the line of a certificate", link("/d/17", "Consulter", { beside: "Attestation de vigilance 12/09/2026" }), false],
    ["an icon alone in the line of a certificate", link("/d/17", "", { beside: "Certificat Qualibat 2026" }), false],
    ["« Voir », a button in the line of a certificate", link("/d", "Voir", { way: "form", beside: "Attestation fiscale" }), false],
    ["« Consulter » in a line of something else", link("/d/17", "Consulter", { beside: "Message du 12/09/2026" }), null],
    ["« Supprimer » in the line of a certificate", link("/d/17", "Supprimer", { beside: "Attestation de vigilance" }), null],
    ["an amendment that is a document", link("/d/17.pdf", "Avenant de résiliation"), null],
    ["in English", link("/d/17", "Download your certificate"), false],
    ["a document to send to somebody", link("/d/17", "Transmettre l'attestation à un tiers"), null],
    ["a spreadsheet", link("/d/17.xlsx", "Relevé des cotisations"), null],
  ])("%s", (_, written, expected) => {
    expect(isOffered(written)).toBe(expected);
  });
});
