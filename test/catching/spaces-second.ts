/** Twenty more, written once the first forty passed. */
import { type Case, html, json, PDF, pdf } from "./spaces-first.ts";

export const SECOND: readonly Case[] = [
  {
    name: "a line whose name leads to its details, and whose icon gives the document",
    page: `<table><tr><td><a href="detail/1">Attestation de vigilance</a></td><td>31/10/2026</td><td><a href="doc/1" title="Télécharger le document"><svg></svg></a></td></tr></table>`,
    routes: { "detail/1": html("<a>Me déconnecter</a><p>Détail</p>"), "doc/1": pdf },
    offers: [
      { line: /^Attestation de vigilance/, gives: "page" },
      { line: /Télécharger le document.*Attestation de vigilance/, gives: "pdf" },
    ],
  },
  {
    name: "pages and orders of a list are no documents",
    page: `<h1>Mes attestations</h1><p><a href="?tri=date"><svg></svg></a> <a href="?page=1">1</a> <a href="?page=2">2</a> <a href="?page=2">Suivant</a></p>
      <form action="recherche"><input name="q"><button><svg></svg></button></form>`,
    routes: {},
    offers: [],
  },
  {
    name: "the state's own design: a download",
    page: `<div class="fr-download"><p><a href="doc/1" download class="fr-download__link">Télécharger l'attestation <span class="fr-download__detail">PDF – 61,88 ko</span></a></p></div>`,
    routes: { "doc/1": pdf },
    offers: [{ line: /Télécharger l'attestation PDF – 61,88 ko/, gives: "pdf" }],
  },
  {
    name: "the state's own design: a card",
    page: `<div class="fr-card"><div class="fr-card__body"><h4 class="fr-card__title"><a href="doc/2">Attestation de régularité fiscale</a></h4><p class="fr-card__desc">Valable trois mois</p></div></div>`,
    routes: { "doc/2": pdf },
    offers: [{ line: /régularité fiscale/, gives: "pdf" }],
  },
  {
    name: "the state's own design: years that unfold",
    page: `<h2>Attestations de vigilance</h2>${[2026, 2025]
      .map(
        (year) =>
          `<section class="fr-accordion"><h3><button type="button" aria-expanded="true">${year}</button></h3><div><a href="doc/${year}">Consulter</a></div></section>`,
      )
      .join("")}`,
    routes: { "doc/2026": pdf, "doc/2025": pdf },
    offers: [
      { line: /vigilance.*2026/, gives: "pdf" },
      { line: /vigilance.*2025/, gives: "pdf" },
    ],
  },
  {
    name: "a grid whose button runs a program that is not written",
    page: `<div role="row"><div role="cell">Certificat de congés payés 2026</div><div role="cell"><button type="button" aria-label="Télécharger"></button></div></div>`,
    routes: {},
    offers: [],
    told: [/Télécharger.*congés payés 2026/],
  },
  {
    name: "a link named by other parts of the page",
    page: `<p id="t4">Attestation CNETP 2026</p><p id="l4">Télécharger</p><a href="doc/4" aria-labelledby="l4 t4"><svg></svg></a>`,
    routes: { "doc/4": pdf },
    offers: [{ line: /Télécharger Attestation CNETP 2026/, gives: "pdf" }],
  },
  {
    name: "a page that lets one wait before the document",
    page: `<p><a href="doc/5">Certificat Qualibat</a></p>`,
    routes: {
      "doc/5": html('<meta http-equiv="refresh" content="3;url=vrai.pdf"><a>Me déconnecter</a><p>Votre téléchargement va commencer.</p>'),
    },
    offers: [{ line: /Qualibat/, gives: "page" }],
  },
  {
    name: "the document is written in the data that answer",
    page: `<p><a href="api/doc/6">Attestation d'assurance</a></p>`,
    routes: { "api/doc/6": json({ nom: "attestation-rc.pdf", contenu: btoa(PDF) }) },
    offers: [{ line: /assurance/, gives: "pdf" }],
  },
  {
    name: "the session is over, as a standard names it",
    page: `<p><a href="doc/7">Extrait RNE</a></p>`,
    routes: { "doc/7": json({ error: "login_required" }) },
    offers: [{ line: /RNE/, gives: "session" }],
  },
  {
    name: "the session is over, in XML",
    page: `<p><a href="doc/8">Attestation CIBTP</a></p>`,
    routes: {
      "doc/8": {
        headers: { "content-type": "application/xml" },
        body: `<?xml version="1.0"?><erreur><code>SESSION_EXPIREE</code></erreur>`,
      },
    },
    offers: [{ line: /CIBTP/, gives: "session" }],
  },
  {
    name: "the session is over, in a bare sentence",
    page: `<p><a href="doc/9">Attestation PRO BTP</a></p>`,
    routes: { "doc/9": { headers: { "content-type": "text/plain; charset=utf-8" }, body: "Votre session a expiré." } },
    offers: [{ line: /PRO BTP/, gives: "session" }],
  },
  {
    name: "an object with a link for those who do not see it",
    page: `<object data="doc/10" type="application/pdf"><a href="doc/10">Télécharger l'attestation</a></object>`,
    routes: { "doc/10": pdf },
    offers: [{ line: /./, gives: "pdf" }],
  },
  {
    name: "a frame written in the page",
    page: `<iframe srcdoc="<a href='doc/11'>Attestation de vigilance</a>"></iframe>`,
    routes: { "doc/11": pdf },
    offers: [{ line: /vigilance/, gives: "pdf" }],
  },
  {
    name: "a form that asks by its address, in the line of a document",
    page: `<ul><li>Attestation fiscale 2026 <form method="get" action="doc/12"><input type="hidden" name="annee" value="2026"><button>Télécharger</button></form></li></ul>`,
    routes: { "doc/12": pdf },
    offers: [{ line: /fiscale 2026/, gives: "pdf" }],
  },
  {
    name: "a link that sends the whole page back",
    page: `<p><a href="javascript:__doPostBack('ctl00$grille$lien3','')">Télécharger l'attestation</a></p>`,
    routes: {},
    offers: [],
    told: [/Télécharger l'attestation/],
  },
  {
    name: "a click with two addresses, and one that leads to another site",
    page: `<p><a href="#" onclick="ouvrir('doc/13', 'retour/liste')">Attestation de vigilance</a>
      <button type="button" onclick="window.open('https://ailleurs.example/doc.pdf')">Voir mon attestation</button></p>`,
    routes: {},
    offers: [],
    told: [/Attestation de vigilance/, /Voir mon attestation/],
  },
  {
    name: "a click that removes or signs",
    page: `<ul><li>Attestation de vigilance <a href="#" onclick="supprimerDocument('doc/14')"><svg></svg></a> <a href="#" onclick="signerAttestation('doc/14')">Ouvrir</a></li></ul>`,
    routes: {},
    offers: [],
  },
  {
    name: "what the page's program made, and took back",
    page: `<p id="lien"></p><script>
      const lien = document.createElement("a"); lien.textContent = "Attestation de vigilance";
      lien.href = URL.createObjectURL(new Blob(["x"])); document.querySelector("#lien").append(lien); URL.revokeObjectURL(lien.href);</script>`,
    routes: {},
    offers: [{ line: /vigilance/, gives: "gone" }],
  },
  {
    name: "a name with its language and a curved apostrophe",
    page: `<p><a href="doc/15">Attestation d'assurance</a></p>`,
    routes: {
      "doc/15": { headers: { "content-disposition": "inline; filename*=utf-8'fr'Attestation%20d%E2%80%99assurance.pdf" }, body: PDF },
    },
    offers: [{ line: /assurance/, gives: "pdf", fileName: "Attestation d’assurance.pdf" }],
  },
];
