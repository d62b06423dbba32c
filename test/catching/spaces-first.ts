/** Forty spaces of bodies and insurers as their pages behave. */
import type { Route, Space } from "./spaces-world.ts";

export const PDF = "%PDF-1.7\nun document\n%%EOF";
export const BASE64 = btoa(PDF);
export const pdf: Route = { body: PDF };
export const html = (body: string, more: Route = {}): Route => ({
  headers: { "content-type": "text/html; charset=utf-8" },
  body: `<!doctype html><html><head><title>Mon espace</title></head><body>${body}</body></html>`,
  ...more,
});
export const json = (value: unknown, more: Route = {}): Route => ({
  headers: { "content-type": "application/json" },
  body: JSON.stringify(value),
  ...more,
});
const SIGN_IN = html("<form method=post><input type=password name=mdp><button>Entrer</button></form>");

interface Wanted {
  /** Words that its line must hold, in this order. */
  readonly line: RegExp;
  /** What pressing it gives; a second time, where that is told. */
  readonly gives: "pdf" | string;
  readonly again?: string;
  readonly fileName?: string;
}

export interface Case extends Space {
  readonly name: string;
  /** Every line offered, in any order. */
  readonly offers: readonly Wanted[];
  /** Buttons that only the page can press, in any order: named, never asked for. */
  readonly told?: readonly RegExp[];
}

export const FIRST: readonly Case[] = [
  {
    name: "URSSAF: months in a table, « Télécharger » in each, addresses that serve once",
    page: `<table>${["31/10/2026", "30/04/2026", "31/10/2025"]
      .map(
        (day, at) => `<tr><td>Attestation de vigilance</td><td>${day}</td><td><a href="doc/${at}?jeton=a${at}">Télécharger</a></td></tr>`,
      )
      .join("")}</table><p><a href="../aide">Aide</a> <a href="deconnexion">Me déconnecter</a></p>`,
    routes: Object.fromEntries([0, 1, 2].map((at) => [`doc/${at}`, { ...pdf, once: true }])),
    offers: ["31/10/2026", "30/04/2026", "31/10/2025"].map((day) => ({
      line: new RegExp(`vigilance ${day}`),
      gives: "pdf",
      again: "refused",
    })),
  },
  {
    name: "impots.gouv.fr: a form with a token answers a PDF that says it is anything",
    page: `<form method="post" action="attestation"><input type="hidden" name="jeton" value="j7"><button name="acte" value="obtenir">Obtenir l'attestation de régularité fiscale</button></form>`,
    routes: {
      attestation: { method: "POST", wants: "jeton=j7&acte=obtenir", headers: { "content-type": "application/octet-stream" }, body: PDF },
    },
    offers: [{ line: /Obtenir l'attestation/, gives: "pdf" }],
  },
  {
    name: "impots.gouv.fr: the address stands in what the link runs",
    page: `<ul><li>Attestation fiscale 2026 <a href="javascript:void(0)" onclick="ouvrirDocument('doc/2026', 'attestation'); return false">Consulter</a></li>
      <li>Messagerie <a href="javascript:void(0)" onclick="ouvrir('messages')">Consulter</a></li></ul>`,
    routes: { "doc/2026": pdf },
    offers: [{ line: /fiscale 2026/, gives: "pdf" }],
  },
  {
    name: "CIBTP: a button without a form tells its address",
    page: `<div class="tuile"><button type="button" data-href="certificat/conges.pdf">Certificat de congés payés</button></div>
      <button type="button" data-target="#menu">Menu</button>`,
    routes: { "certificat/conges.pdf": pdf },
    offers: [{ line: /Certificat de congés payés/, gives: "pdf", fileName: "conges.pdf" }],
  },
  {
    name: "CNETP: the page shows what its program received",
    page: `<h1>Votre certificat</h1><iframe id="vue" title="Certificat CNETP"></iframe>
      <script>fetch("doc").then((r) => r.blob()).then((b) => { document.querySelector("#vue").src = URL.createObjectURL(new Blob([b], { type: "application/pdf" })); });</script>`,
    routes: { doc: pdf },
    offers: [{ line: /Certificat CNETP/, gives: "pdf" }],
  },
  {
    name: "PRO BTP: an object that shows a PDF without an ending",
    page: `<object data="doc/afficher?id=3" type="application/pdf" width="600" height="400"></object>`,
    routes: { "doc/afficher": pdf },
    offers: [{ line: /afficher/, gives: "pdf" }],
  },
  {
    name: "PRO BTP: a frame named after the document, whose address says nothing",
    page: `<iframe src="doc/afficher?id=4" title="Attestation de mise à jour des cotisations"></iframe><iframe src="pub" title="Publicité"></iframe>`,
    routes: { "doc/afficher": pdf, pub: html("<p>Publicité</p>") },
    offers: [{ line: /mise à jour/, gives: "pdf" }],
  },
  {
    name: "MSA: lines drawn by a component, in its own tree",
    page: `<div id="liste"></div><script>
      const racine = document.querySelector("#liste").attachShadow({ mode: "open" });
      racine.innerHTML = '<ul><li>Attestation de régularité MSA 2026 <a href="doc/9">Télécharger</a></li></ul>';</script>`,
    routes: { "doc/9": pdf },
    offers: [{ line: /régularité MSA 2026/, gives: "pdf" }],
  },
  {
    name: "MSA: the list is in a frame of the site",
    page: `<iframe src="liste" title="Contenu"></iframe>`,
    routes: { liste: html(`<p><a href="doc/12">Attestation de vigilance MSA</a></p>`), "doc/12": pdf },
    offers: [{ line: /vigilance MSA/, gives: "pdf" }],
  },
  {
    name: "Qualibat: the document is written in its own address",
    page: `<p><a href="data:application/pdf;base64,${BASE64}" download="certificat-qualibat.pdf">Certificat Qualibat 2026</a></p>`,
    routes: {},
    offers: [{ line: /Qualibat 2026/, gives: "pdf", fileName: "certificat-qualibat.pdf" }],
  },
  {
    name: "Qualifelec: all certificates at once, in an archive that names itself",
    page: `<p><a href="doc/tous">Télécharger tous mes certificats</a></p>`,
    routes: {
      "doc/tous": {
        headers: { "content-type": "application/zip", "content-disposition": 'attachment; filename="certificats.zip"' },
        body: "PK\u0003\u0004rien",
      },
    },
    offers: [{ line: /tous mes certificats/, gives: "PK\u0003\u0004rien", fileName: "certificats.zip" }],
  },
  {
    name: "OPQIBI: nobody is signed in any more, a page says so under the document's address",
    page: `<p><a href="doc/3">Certificat OPQIBI</a></p>`,
    routes: { "doc/3": { status: 302, headers: { location: "../connexion?retour=3" } }, connexion: SIGN_IN },
    offers: [{ line: /OPQIBI/, gives: "session" }],
  },
  {
    name: "FNTP: the session is over, as programs say it",
    page: `<p><a href="doc/3">Carte professionnelle et attestation FNTP</a></p>`,
    routes: { "doc/3": json({ code: "SESSION_EXPIREE", details: [] }) },
    offers: [{ line: /FNTP/, gives: "session" }],
  },
  {
    name: "INPI: an answer of no byte",
    page: `<p><a href="doc/rne?pdf">Extrait RNE (PDF)</a></p>`,
    routes: { "doc/rne": { body: "" } },
    offers: [{ line: /Extrait RNE/, gives: "refused" }],
  },
  {
    name: "INPI: a PDF that is sent as a page, after a mark and blank lines",
    page: `<p><a href="doc/rne">Télécharger l'extrait RNE</a></p>`,
    routes: { "doc/rne": { headers: { "content-type": "text/html" }, body: `\uFEFF\r\n\r\n${PDF}` } },
    offers: [{ line: /extrait RNE/, gives: `\uFEFF\r\n\r\n${PDF}` }],
  },
  {
    name: "insurer: one line a certificate, one column a year",
    page: `<table><tr><th>Document</th><th colspan="3">Années</th></tr>
      <tr><th>Attestation décennale</th><td><a href="doc/d24">2024</a></td><td><a href="doc/d25">2025</a></td><td><a href="doc/d26">2026</a></td></tr>
      <tr><th>Échéancier</th><td><a href="doc/e24">2024</a></td><td><a href="doc/e25">2025</a></td><td><a href="doc/e26">2026</a></td></tr></table>`,
    routes: { "doc/d24": pdf, "doc/d25": pdf, "doc/d26": pdf },
    offers: ["2024", "2025", "2026"].map((year) => ({ line: new RegExp(`^${year}.*Attestation décennale`), gives: "pdf" })),
  },
  {
    name: "insurer: cards whose title names the document",
    page: ["Attestation responsabilité civile professionnelle", "Attestation décennale"]
      .map(
        (title, at) =>
          `<div class="carte"><h3>${title}</h3><p>Contrat n° 12345${at}</p><div><a href="doc/${at}">Télécharger</a></div></div>`,
      )
      .join(""),
    routes: { "doc/0": pdf, "doc/1": pdf },
    offers: [
      { line: /civile professionnelle/, gives: "pdf" },
      { line: /décennale/, gives: "pdf" },
    ],
  },
  {
    name: "insurer: terms and what they lead to",
    page: `<dl><dt>Attestation d'assurance 2026</dt><dd><a href="doc/1">Ouvrir</a></dd><dt>Conditions générales</dt><dd><a href="doc/2">Ouvrir</a></dd></dl>`,
    routes: { "doc/1": pdf },
    offers: [{ line: /assurance 2026/, gives: "pdf" }],
  },
  {
    name: "insurer: a heading names what its list gives",
    page: `<section><h2>Certificat de capacité</h2><ul><li><a href="doc/1">Version PDF</a></li></ul></section>`,
    routes: { "doc/1": pdf },
    offers: [{ line: /Certificat de capacité/, gives: "pdf" }],
  },
  {
    name: "a page of one program: its routes are no documents, one of its addresses gives the program again",
    page: `<nav><a href="#/attestations">Attestations</a></nav><p><a href="app/documents/17">Attestation de vigilance</a></p>`,
    routes: { "app/documents/17": html(`<div id="app"></div><script src="/main.js"></script>`) },
    offers: [{ line: /vigilance/, gives: "page" }],
  },
  {
    name: "a page of one program draws its list once its data came",
    page: `<ul id="liste"></ul><script>fetch("api/docs").then((r) => r.json()).then((docs) => {
      document.querySelector("#liste").innerHTML = docs.map(({ id, nom }) => '<li>' + nom + ' <a href="api/docs/' + id + '/contenu">PDF</a></li>').join(""); });</script>`,
    routes: { "api/docs": json([{ id: 4, nom: "Certificat Qualifelec" }]), "api/docs/4/contenu": pdf },
    offers: [{ line: /Qualifelec/, gives: "pdf" }],
  },
  {
    name: "a name told in both ways",
    page: `<p><a href="doc/1">Attestation de régularité fiscale</a></p>`,
    routes: {
      "doc/1": {
        headers: {
          "content-type": "application/pdf",
          "content-disposition": `attachment; filename="attestation.pdf"; filename*=UTF-8''Attestation%20de%20r%C3%A9gularit%C3%A9.pdf`,
        },
        body: PDF,
      },
    },
    offers: [{ line: /régularité/, gives: "pdf", fileName: "Attestation de régularité.pdf" }],
  },
  {
    name: "a button outside of the form that it sends",
    page: `<form id="edition" method="post" action="edition"><input type="hidden" name="piece" value="vigilance"></form>
      <footer><button form="edition" type="submit">Télécharger l'attestation</button></footer>`,
    routes: { edition: { ...pdf, method: "POST", wants: "piece=vigilance" } },
    offers: [{ line: /Télécharger l'attestation/, gives: "pdf" }],
  },
  {
    name: "a button that sends its form elsewhere, in another way",
    page: `<form method="post" action="enregistrer"><input name="annee" value="2026"><input type="submit" value="Enregistrer">
      <input type="submit" formaction="imprimer" formmethod="get" value="Imprimer l'attestation"></form>`,
    routes: { imprimer: pdf },
    offers: [{ line: /Imprimer l'attestation/, gives: "pdf" }],
  },
  {
    name: "a period must be chosen first",
    page: `<form method="post" action="edition"><select name="periode" required><option value="">Choisir</option><option>2026</option></select><button>Éditer l'attestation</button></form>`,
    routes: {},
    offers: [{ line: /Éditer l'attestation/, gives: "incomplete" }],
  },
  {
    name: "a form whose answer leads to the document",
    page: `<form method="post" action="edition"><button>Télécharger le certificat</button></form>`,
    routes: { edition: { method: "POST", status: 303, headers: { location: "doc/77" } }, "doc/77": pdf },
    offers: [{ line: /certificat/, gives: "pdf" }],
  },
  {
    name: "a form whose answer is a page that makes one wait",
    page: `<form method="post" action="edition"><button>Télécharger le certificat</button></form>`,
    routes: { edition: html("<a>Me déconnecter</a><p>Votre certificat est en préparation.</p>", { method: "POST" }) },
    offers: [{ line: /certificat/, gives: "page" }],
  },
  {
    name: "a link to a viewer that names the document",
    page: `<p><a href="web/viewer.html?file=..%2Fdoc%2Fattestation.pdf">Attestation de vigilance</a></p>`,
    routes: { "web/viewer.html": html("<div id=viewer></div>"), "doc/attestation.pdf": pdf },
    offers: [{ line: /vigilance/, gives: "pdf", fileName: "attestation.pdf" }],
  },
  {
    name: "a viewer in a frame, of a document without an ending",
    page: `<iframe src="web/viewer.html?file=%2F{case}%2Fdoc%2F31" title="Visionneuse"></iframe>`,
    routes: { "web/viewer.html": html("<div id=viewer></div>"), "doc/31": pdf },
    offers: [{ line: /./, gives: "pdf" }],
  },
  {
    name: "gestures that change something are none of ours",
    page: `<ul><li>Attestation d'assurance <a href="doc/1">Télécharger</a> <a href="resilier">Résilier</a></li>
      <li>Attestation à signer <a href="signer/2">Signer</a></li><li><a href="payer">Payer ma cotisation</a></li>
      <li>Attestation de vigilance <button type="button" data-url="supprimer/3">Supprimer</button></li></ul>`,
    routes: { "doc/1": pdf },
    offers: [{ line: /assurance/, gives: "pdf" }],
  },
  {
    name: "a document kept on another site",
    page: `<p><a href="doc/1">Attestation de vigilance</a></p>`,
    routes: { "doc/1": { status: 302, headers: { location: "{elsewhere}/doc" } } },
    offers: [{ line: /vigilance/, gives: "elsewhere" }],
  },
  {
    name: "a sign-in page that says it is a PDF",
    page: `<p><a href="doc/1.pdf">Attestation de vigilance</a></p>`,
    routes: { "doc/1.pdf": { ...SIGN_IN, headers: { "content-type": "application/pdf" } } },
    offers: [{ line: /vigilance/, gives: "session" }],
  },
  {
    name: "a type with a parameter",
    page: `<p><a href="doc/1" type="application/pdf; charset=binary">Relevé de points</a></p>`,
    routes: { "doc/1": pdf },
    offers: [{ line: /Relevé/, gives: "pdf" }],
  },
  {
    name: "what the page's program made, to be saved under its name",
    page: `<p id="lien"></p><script>
      const lien = document.createElement("a"); lien.textContent = "Télécharger"; lien.download = "attestation-vigilance.pdf";
      lien.href = URL.createObjectURL(new Blob([${JSON.stringify(PDF)}], { type: "application/pdf" })); document.querySelector("#lien").append(lien);</script>`,
    routes: {},
    offers: [{ line: /Télécharger/, gives: "pdf", fileName: "attestation-vigilance.pdf" }],
  },
  {
    name: "a button that goes to an address",
    page: `<button type="button" onclick="location.href='document/17'">Télécharger mon attestation</button>
      <button type="button" onclick="window.open(&quot;document/18&quot;, '_blank')">Voir mon certificat</button>
      <button type="button" onclick="document.querySelector('dialog').showModal()">Demander une attestation</button>`,
    routes: { "document/17": pdf, "document/18": pdf },
    offers: [
      { line: /mon attestation/, gives: "pdf" },
      { line: /mon certificat/, gives: "pdf" },
    ],
    told: [/Demander une attestation/],
  },
  {
    name: "a link that runs a program with an address",
    page: `<p><a href="javascript:telecharger('edition/attestation?id=3')">Attestation de vigilance</a> <a href="javascript:window.print()">Imprimer</a></p>`,
    routes: { "edition/attestation": pdf },
    offers: [{ line: /vigilance/, gives: "pdf" }],
  },
  {
    name: "an element that plays a button",
    page: `<div role="listitem"><span>Attestation RGE 2026</span><span role="button" tabindex="0" data-url="api/documents/17/content">Télécharger</span></div>`,
    routes: { "api/documents/17/content": pdf },
    offers: [{ line: /RGE 2026/, gives: "pdf" }],
  },
  {
    name: "a button of which nothing is written",
    page: `<button type="button" id="b">Télécharger l'attestation</button><a id="a" tabindex="0">Attestation de vigilance</a><script>document.querySelector("#b").onclick = () => {};</script>`,
    routes: {},
    offers: [],
    told: [/Télécharger l'attestation/, /Attestation de vigilance/],
  },
  {
    name: "the name under which the page has it saved",
    page: `<p><a href="api/file/17" download="attestation_2026.pdf">Télécharger</a></p>`,
    routes: { "api/file/17": pdf },
    offers: [{ line: /Télécharger/, gives: "pdf", fileName: "attestation_2026.pdf" }],
  },
  {
    name: "the same document behind its picture and its name",
    page: `<ul><li><a href="doc/1"><img src="data:," alt=""></a><a href="doc/1">Certificat Qualibat 2026</a><a href="doc/1#page=1">PDF</a></li></ul>`,
    routes: { "doc/1": pdf },
    offers: [{ line: /Qualibat 2026/, gives: "pdf" }],
  },
];
