/** What a page offers the coffre, by what is written there; and what is never pressed for somebody. */
import { expect, test } from "vitest";
import { isOffered, offered, type Written } from "../../src/catching/choose.ts";

const SITE = "https://mon.exemple.fr";
const link = (path: string, label = "", more: Partial<Written> = {}): Written => ({
  way: "link",
  url: new URL(path, SITE).href,
  label,
  beside: "",
  ...more,
});

test.each<[string, Written, boolean | null]>([
  ["an address that ends as a PDF", link("/a/attestation.PDF"), true],
  ["a file named in the query", link("/get?file=attestation.pdf&v=2"), true],
  ["a type that says PDF", link("/doc/17", "Voir", { type: "application/pdf" }), true],
  ["a name of a PDF given by the page", link("/doc/17", "Voir", { download: "attestation.pdf" }), true],
  ["words of a document, an address without an end", link("/espace/documents/17", "Attestation de vigilance"), false],
  ["a kind of the catalogue by its name", link("/espace/17", "K-bis"), false],
  ["the same, by a longer name", link("/espace/17", "Régularité fiscale"), false],
  ["a mere download, where the line speaks of nothing", link("/d/17", "", { download: "" }), false],
  ["a page of the site", link("/accueil", "Mes messages"), null],
  ["words of a document over a page", link("/aide.html", "Comment obtenir une attestation"), null],
  ["words of a document over an archive", link("/tout.zip", "Télécharger tous mes documents"), null],
  ["the end of the session", link("/deconnexion?retour=attestation.pdf", "Attestation"), null],
  ["what is removed", link("/documents/17.pdf", "Supprimer le document"), null],
  ["a payment", link("/paiement/17", "Imprimer et payer"), null],
  ["a script", { ...link("/x", "Attestation"), url: "javascript:void(0)" }, null],
  ["no address", { ...link("/x", "Attestation"), url: "" }, null],
  ["a button of a document", link("/espace/action", "Éditer l'attestation", { way: "form" }), false],
  ["a button whose form is sent to an address with effects in it", link("/declarer", "Télécharger l'attestation", { way: "form" }), false],
  ["a button that says something for the person", link("/espace/action", "Valider et télécharger", { way: "form" }), null],
  ["a button of nothing known", link("/espace/action", "Rechercher", { way: "form" }), null],
  ["a frame that shows a PDF", link("/vue", "", { way: "embedded", type: "application/pdf" }), true],
  ["a frame that shows a page", link("/vue", "Document", { way: "embedded", type: "" }), null],
])("%s", (_, written, expected) => {
  expect(isOffered(written)).toBe(expected);
});

test("each address is offered once, whatever its anchor, the surest first, no more than a person reads", () => {
  const many = Array.from({ length: 14 }, (_, index) => ({ ...link(`/doc/${index}`, "Attestation"), id: `m${index}` }));
  const { catchables, more } = offered([
    ...many,
    { ...link("/a.pdf", "Voir"), id: "first" },
    { ...link("/a.pdf#page=2", "Page 2"), id: "again" },
    { ...link("/espace", "Éditer l'attestation", { way: "form" }), id: "one" },
    { ...link("/espace", "Éditer le certificat", { way: "form" }), id: "other" },
  ]);
  expect(catchables.map(({ id }) => id).slice(0, 2)).toEqual(["first", "m0"]);
  expect(catchables).toHaveLength(12);
  expect(more).toBe(5);
});
