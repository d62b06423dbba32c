/**
 * The site of an organisation, as a signed-in person sees it: its documents need a cookie, are linked with and without a file extension,
 * are answered by a form, in a tab of their own too, and give a page to sign in once the session is over.
 */

import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { certificate } from "./certificate.ts";

/**
 * The name that it is visited under, which leads to this machine: one under the site of a body, and of no portal, so that the extension may
 * see nothing there without the person's gesture.
 */
export const MEMBERS_HOST = "espace.urssaf.fr";

export interface Members {
  /** "127.0.0.1:PORT", over TLS. */
  readonly address: string;
  /** The requests so far, "GET /espace". */
  readonly asked: string[];
  /** Ends the session: the cookie then opens nothing. */
  expire(): void;
  close(): Promise<void>;
}

/** @param documents by path: "/documents/17" */
export async function startMembers(documents: Readonly<Record<string, Buffer>>): Promise<Members> {
  const asked: string[] = [];
  let session = 1;
  const server = createServer(await certificate(), (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "https://site");
    asked.push(`${request.method} ${pathname}`);
    void answer(request, response, pathname);
  });

  /** What each form must hold for its answer to be the document. */
  const WANTED: Readonly<Record<string, readonly string[]>> = {
    "/editer": ["jeton=j1", "editer=attestation"],
    "/editer.pdf": ["jeton=j1", "editer=attestation"],
    "/Attestations.aspx": ["__EVENTTARGET=ctl00%24lnkVigilance&", "__VIEWSTATE=vs1"],
  };

  async function answer(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    if (path === "/entrer") {
      response.writeHead(303, { location: "/espace", "set-cookie": `session=s${session}; Path=/; Secure; HttpOnly; SameSite=Lax` });
      return void response.end();
    }
    if (path === "/connexion")
      return html(response, "Connexion", "<form method=post><input type=password name=mdp><button>Entrer</button></form>");
    if (
      !(request.headers.cookie ?? "").includes(`session=s${session};`) &&
      !(request.headers.cookie ?? "").endsWith(`session=s${session}`)
    ) {
      response.writeHead(302, { location: "/connexion" });
      return void response.end();
    }
    if (path === "/espace") return html(response, "Mes documents", HOME);
    if (path === "/notice") return html(response, "Notice", "<p>Comment lire votre attestation</p>");
    if (path === "/programmes") return html(response, "Mes attestations", PROGRAMS);
    const wanted = WANTED[path];
    if (wanted !== undefined) {
      const sent = await textOf(request);
      if (request.method !== "POST" || !wanted.every((one) => sent.includes(one))) {
        response.writeHead(400);
        return void response.end();
      }
    }
    const bytes = documents[path];
    if (bytes === undefined) {
      response.writeHead(404);
      return void response.end();
    }
    const isNamed = path.endsWith(".pdf");
    response.writeHead(200, {
      "content-type": isNamed ? "application/pdf" : "application/octet-stream",
      "cache-control": "no-store",
      ...(!isNamed && { "content-disposition": 'attachment; filename="attestation.pdf"' }),
    });
    response.end(bytes);
  }

  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    expire: () => {
      session += 1;
    },
    close: () => closed(server),
  };
}

const HOME = `
<ul>
  <li>Attestation de vigilance, octobre <a href="/documents/17">Télécharger</a></li>
  <li>Attestation de vigilance, avril <a href="/documents/vigilance.pdf">Voir</a></li>
  <li><a href="/notice">Notice de l'attestation</a></li>
  <li><a href="/deconnexion?doc=attestation.pdf">Se déconnecter</a></li>
</ul>
<form method="post" action="/editer">
  <input type="hidden" name="jeton" value="j1"><input name="annee" value="2026">
  <button name="editer" value="attestation">Éditer l'attestation</button>
  <button name="editer" value="envoi">Envoyer par courrier</button>
</form>
<form method="post" action="/editer.pdf" target="_blank">
  <input type="hidden" name="jeton" value="j1">
  <button name="editer" value="attestation">Imprimer le certificat</button>
</form>`;

/** Documents that a page gives by programs: ASP.NET's, and one of its own. */
const PROGRAMS = `
<form method="post" action="/Attestations.aspx">
  <input type="hidden" name="__EVENTTARGET" value=""><input type="hidden" name="__EVENTARGUMENT" value=""><input type="hidden" name="__VIEWSTATE" value="vs1">
  <ul>
    <li>Attestation de vigilance, octobre <a href="javascript:__doPostBack('ctl00$lnkVigilance','')">Télécharger</a></li>
    <li>Attestation de vigilance, avril <a href="javascript:__doPostBack('ctl00$lnkSupprimer','')" title="Attestation de vigilance">×</a></li>
  </ul>
</form>
<p>Certificat de congés payés <button type="button" aria-label="Télécharger le certificat de congés payés">↓</button></p>`;

function html(response: ServerResponse, title: string, body: string): void {
  response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
  response.end(`<!DOCTYPE html><html lang="fr"><head><title>${title}</title></head><body>${body}</body></html>`);
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const part of request) text += part;
  return text;
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((done) => server.close(() => done()));
}
