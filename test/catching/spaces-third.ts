/**
 * Pages made with what sends by program: ASP.NET, JSF, scripts that ask for the document themselves. And gestures that must stay untouched
 * whatever they are called.
 */
import { BASE64, type Case, html, PDF, pdf } from "./spaces-first.ts";

/** A page of ASP.NET: everything is in one form, which every link sends. */
const webForms = (inside: string) => `<form method="post" action="Attestations.aspx" id="aspnetForm">
  <input type="hidden" name="__EVENTTARGET" id="__EVENTTARGET" value=""><input type="hidden" name="__EVENTARGUMENT" id="__EVENTARGUMENT" value="">
  <input type="hidden" name="__VIEWSTATE" value="vs1">${inside}</form>
  <script>function __doPostBack(cible, argument) { document.body.dataset.pressed = cible; }</script>`;

/** A page of JSF: its links send the form that holds them. */
const faces = (inside: string) => `<form id="f" method="post" action="attestations.xhtml"><input type="hidden" name="f" value="f">
  <input type="hidden" name="javax.faces.ViewState" value="e1s1">${inside}</form>`;

const posted = (wants: string) => ({ method: "POST", wants, headers: { "content-type": "application/octet-stream" }, body: PDF }) as const;

export const THIRD: readonly Case[] = [
  {
    name: "ASP.NET: a link sends the page's form",
    page: webForms(`<p><a href="javascript:__doPostBack('ctl00$corps$lnkAttestation','')">Télécharger l'attestation</a></p>`),
    routes: {
      "Attestations.aspx": posted("__EVENTTARGET=ctl00%24corps%24lnkAttestation&__EVENTARGUMENT=&__VIEWSTATE=vs1"),
    },
    offers: [{ line: /Télécharger l'attestation/, gives: "pdf" }],
  },
  {
    name: "ASP.NET: a grid, one link a line, told apart by its argument",
    page: webForms(
      `<table>${[2026, 2025].map((year, at) => `<tr><td>Certificat de congés payés ${year}</td><td><a href="javascript:__doPostBack('ctl00$grille','Ouvrir$${at}')">Voir</a></td></tr>`).join("")}</table>`,
    ),
    routes: { "Attestations.aspx": posted("__EVENTTARGET=ctl00%24grille&__EVENTARGUMENT=Ouvrir%241") },
    offers: [
      { line: /congés payés 2026/, gives: "refused" },
      { line: /congés payés 2025/, gives: "pdf" },
    ],
  },
  {
    name: "ASP.NET: a button that checks first, and is sent to another page of the site",
    page: webForms(
      `<input type="hidden" name="annee" value="2026"><a href='javascript:WebForm_DoPostBackWithOptions(new WebForm_PostBackOptions("ctl00$btn", "", true, "", "Edition.aspx", false, true))'>Éditer l'attestation fiscale</a>`,
    ),
    routes: { "Edition.aspx": posted("annee=2026") },
    offers: [{ line: /attestation fiscale/, gives: "pdf" }],
  },
  {
    name: "ASP.NET: the page's own button, whose name ends by what it gives",
    page: webForms(`<input type="submit" name="ctl00$btnTelecharger" value="Télécharger mon attestation">`),
    routes: { "Attestations.aspx": posted("ctl00%24btnTelecharger=") },
    offers: [{ line: /mon attestation/, gives: "pdf" }],
  },
  {
    name: "ASP.NET: what removes, pays or leaves, under the name of a document",
    page: webForms(`<ul>
      <li>Attestation de vigilance <a href="javascript:__doPostBack('ctl00$lnkSupprimer3','')" title="Attestation de vigilance"><svg></svg></a></li>
      <li>Attestation fiscale <a href="javascript:__doPostBack('ctl00$grille','Delete$4')">Voir</a></li>
      <li><a href="javascript:__doPostBack('ctl00$btnPaiement','')">Attestation de paiement</a></li>
      <li><a href="javascript:__doPostBack('ctl00$LoginStatus$logout','')">Mes documents</a></li></ul>`),
    routes: {},
    offers: [],
  },
  {
    name: "ASP.NET: a link that asks whether one is sure",
    page: webForms(
      `<p><a href="#" onclick="if (confirm('Êtes-vous sûr ?')) __doPostBack('ctl00$lnk5',''); return false">Attestation de vigilance</a></p>`,
    ),
    routes: {},
    offers: [],
  },
  {
    name: "JSF: a link sends its form with its own name and what it carries",
    page: faces(
      `<a href="#" onclick="mojarra.jsfcljs(document.getElementById('f'),{'f:j_idt8':'f:j_idt8','annee':'2026'},'');return false">Attestation de régularité fiscale 2026</a>`,
    ),
    routes: { "attestations.xhtml": posted("f=f&javax.faces.ViewState=e1s1&f%3Aj_idt8=f%3Aj_idt8&annee=2026") },
    offers: [{ line: /fiscale 2026/, gives: "pdf" }],
  },
  {
    name: "JSF: the same in a new tab, its quotes escaped",
    page: faces(
      `<ul><li>Certificat Qualibat <a href="#" onclick="jsf.util.chain(this,event,'PrimeFaces.monitorDownload(null)','mojarra.jsfcljs(document.getElementById(\\'f\\'),{\\'f:lien\\':\\'f:lien\\'},\\'_blank\\')');return false">Télécharger</a></li></ul>`,
    ),
    routes: { "attestations.xhtml": posted("f%3Alien=f%3Alien") },
    offers: [{ line: /Qualibat/, gives: "pdf" }],
  },
  {
    name: "PrimeFaces: a link adds its name, then sends the form",
    page: faces(
      `<a id="f:j_idt42" href="#" onclick="PrimeFaces.addSubmitParam('f',{'f:j_idt42':'f:j_idt42'}).submit('f');return false;">Télécharger l'attestation</a>`,
    ),
    routes: { "attestations.xhtml": posted("f%3Aj_idt42=f%3Aj_idt42") },
    offers: [{ line: /Télécharger l'attestation/, gives: "pdf" }],
  },
  {
    name: "PrimeFaces: a button whose program asks by itself",
    page: faces(
      `<button type="button" id="f:dl" onclick="PrimeFaces.ab({s:&quot;f:dl&quot;,f:&quot;f&quot;});return false;">Télécharger l'attestation</button>`,
    ),
    routes: {},
    offers: [],
    told: [/Télécharger l'attestation/],
  },
  {
    name: "JSF: a link that removes the document it is named after",
    page: faces(
      `<a href="#" onclick="mojarra.jsfcljs(document.getElementById('f'),{'f:supprimer':'f:supprimer'},'');return false" title="Attestation de vigilance"><svg></svg></a>`,
    ),
    routes: {},
    offers: [],
  },
  {
    name: "a link sends a form by its name",
    page: `<form name="edition" method="post" action="editer"><input type="hidden" name="jeton" value="j9"></form>
      <p><a href="javascript:document.forms['edition'].submit()">Imprimer l'attestation de vigilance</a></p>`,
    routes: { editer: posted("jeton=j9") },
    offers: [{ line: /Imprimer l'attestation/, gives: "pdf" }],
  },
  {
    name: "a button sends a form by its identity, and one its own",
    page: `<form id="e1" method="post" action="editer/1"><input type="hidden" name="jeton" value="j1"></form>
      <form method="post" action="editer/2"><input type="hidden" name="jeton" value="j2"><button type="button" onclick="this.form.submit()">Attestation d'assurance</button></form>
      <button type="button" onclick="document.getElementById('e1').submit(); return false;">Obtenir le certificat</button>`,
    routes: { "editer/1": posted("jeton=j1"), "editer/2": posted("jeton=j2") },
    offers: [
      { line: /certificat/, gives: "pdf" },
      { line: /assurance/, gives: "pdf" },
    ],
  },
  {
    name: "a link that first writes into the form it sends",
    page: `<form name="f" method="post" action="gerer"><input type="hidden" name="acte" value="supprimer"></form>
      <p><a href="#" onclick="document.f.acte.value='imprimer'; document.f.submit(); return false">Imprimer l'attestation</a></p>`,
    routes: {},
    offers: [],
    told: [/Imprimer l'attestation/],
  },
  {
    name: "Angular: a button drawn by a program, without an address",
    page: `<mat-card><h3>Attestation de vigilance</h3><button mat-icon-button aria-label="Télécharger l'attestation de vigilance"><mat-icon>download</mat-icon></button></mat-card>`,
    routes: {},
    offers: [],
    told: [/Télécharger l'attestation de vigilance/],
  },
  {
    name: "React: a form that goes nowhere by itself",
    page: `<form id="r"><button type="submit">Télécharger l'attestation</button></form><script>document.querySelector("#r").onsubmit = (e) => e.preventDefault();</script>`,
    routes: {},
    offers: [],
    told: [/Télécharger l'attestation/],
  },
  {
    name: "Vue: links that lead nowhere, in lines that name documents",
    page: `<ul>${["Extrait RNE", "Certificat OPQIBI"].map((name) => `<li><span>${name}</span><a href="#">Télécharger</a><a href="#">Supprimer</a></li>`).join("")}</ul>`,
    routes: {},
    offers: [],
    told: [/Télécharger.*RNE/, /Télécharger.*OPQIBI/],
  },
  {
    name: "the document is made on the click, as a link that nobody sees",
    page: `<p>Carte professionnelle FNTP</p><a href="javascript:;" id="x">Exporter en PDF</a><script>document.querySelector("#x").onclick = () => {
      const lien = document.createElement("a"); lien.download = "carte.pdf"; lien.href = URL.createObjectURL(new Blob(["x"])); lien.click(); };</script>`,
    routes: {},
    offers: [],
    told: [/Exporter en PDF/],
  },
  {
    name: "tabs, menus and what prints the page are no documents",
    page: `<div role="tablist"><button role="tab">Attestations</button><a role="tab" href="#fiscal">Attestation fiscale</a></div>
      <button aria-expanded="false">Mes attestations</button><button aria-haspopup="menu">Télécharger</button>
      <button type="button" onclick="window.print()">Imprimer</button><button type="button" disabled>Télécharger l'attestation</button>
      <p hidden><button type="button">Télécharger le certificat</button></p>`,
    routes: {},
    offers: [],
  },
  {
    name: "links that the page's program sends otherwise than they are written",
    page: `<ul><li>Attestation de vigilance <a href="documents/3" data-method="delete" title="Attestation de vigilance"><svg></svg></a></li>
      <li><a href="documents/4" data-turbo-method="delete">Attestation fiscale</a></li>
      <li><a href="documents/5" hx-delete="documents/5">Certificat Qualibat</a></li>
      <li><a href="documents/6" data-method="post">Télécharger l'attestation d'assurance</a></li></ul>`,
    routes: { "documents/3": pdf, "documents/4": pdf, "documents/5": pdf, "documents/6": posted("") },
    offers: [],
    told: [/attestation d'assurance/],
  },
  {
    name: "a form that removes, as its hidden field says",
    page: `<form method="post" action="documents/3"><input type="hidden" name="_method" value="DELETE"><button title="Attestation de vigilance 2026"><svg></svg></button></form>`,
    routes: { "documents/3": posted("") },
    offers: [],
  },
  {
    name: "a button that removes, as its own value or address says",
    page: `<form method="post" action="documents"><button name="action" value="supprimer" title="Attestation 3"><svg></svg></button>
      <button formaction="documents/4/delete" title="Attestation 4"><svg></svg></button></form>
      <form method="post" action="logout"><button>Mes documents</button></form>`,
    routes: { documents: posted(""), "documents/4/delete": posted(""), logout: posted("") },
    offers: [],
  },
  {
    name: "a form sent to another site",
    page: `<form method="post" action="{elsewhere}/doc"><input type="hidden" name="siren" value="999999999"><button>Télécharger l'attestation</button></form>`,
    routes: {},
    offers: [],
    told: [/Télécharger l'attestation/],
  },
  {
    name: "programs written beside the button that remove, validate or pay",
    page: `<ul><li>Attestation de vigilance <button type="button" wire:click="delete(3)" title="Attestation de vigilance"><svg></svg></button></li>
      <li><button type="button" ng-click="payer(facture)">Obtenir l'attestation</button></li>
      <li><button type="button" @click="valider()">Télécharger l'attestation</button></li>
      <li><button type="button" class="btn btn-delete">Attestation fiscale</button></li></ul>`,
    routes: {},
    offers: [],
  },
  {
    name: "an element that shows a document without saying its type",
    page: `<embed src="Afficher.ashx?id=3" width="600" height="400">`,
    routes: { "Afficher.ashx": pdf },
    offers: [{ line: /Afficher/, gives: "pdf" }],
  },
  {
    name: "a frame in a frame, drawn by a component, that shows what the program made",
    page: `<iframe src="visionneuse" title="Espace documents"></iframe>`,
    routes: {
      visionneuse: html(`<div id="v"></div><script>const racine = document.querySelector("#v").attachShadow({ mode: "open" });
        const cadre = document.createElement("iframe"); cadre.src = URL.createObjectURL(new Blob([${JSON.stringify(PDF)}], { type: "application/pdf" }));
        cadre.title = "Attestation"; racine.append(cadre);</script>`),
    },
    offers: [{ line: /Attestation/, gives: "pdf" }],
  },
  {
    name: "an object that holds the document itself",
    page: `<object data="data:application/pdf;base64,${BASE64}" type="application/pdf" title="Attestation PRO BTP"></object>`,
    routes: {},
    offers: [{ line: /PRO BTP/, gives: "pdf" }],
  },
  {
    name: "a form answered in a frame of the page",
    page: `<iframe name="vue" title="Aperçu"></iframe><form method="post" action="editer" target="vue"><input type="hidden" name="id" value="7"><input type="image" alt="Imprimer l'attestation" src="data:,"></form>`,
    routes: { editer: posted("id=7") },
    offers: [{ line: /Imprimer l'attestation/, gives: "pdf" }],
  },
  {
    name: "a form that its program fills with a key of the session",
    page: `<form method="post" action="editer"><button>Éditer l'attestation</button></form>
      <script>document.querySelector("form").addEventListener("formdata", (e) => e.formData.append("cle", "k3"));</script>`,
    routes: { editer: posted("cle=k3") },
    offers: [{ line: /Éditer l'attestation/, gives: "pdf" }],
  },
  {
    name: "a page of several companies: each line is pressed for itself, never all at once",
    page: `<table>${["LUMIVERDE INGENIERIE", "AUTRE SOCIETE"].map((name, at) => `<tr><td>${name}</td><td>Attestation de vigilance</td><td><a href="doc/${at}">Télécharger</a></td></tr>`).join("")}</table>
      <button type="button">Tout supprimer</button>`,
    routes: { "doc/0": pdf, "doc/1": pdf },
    offers: [
      { line: /LUMIVERDE/, gives: "pdf" },
      { line: /AUTRE SOCIETE/, gives: "pdf" },
    ],
  },
];
