/**
 * A local portal: serves the project's own pages, receives deposits for real (multipart, bytes kept) and re-renders
 * forms in the manner of PRADO. A second port gives the frames another origin. Each port answers http, and https with a certificate made
 * at its start.
 */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { createServer as createPlain, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createSecure } from "node:https";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { JSDOM } from "jsdom";
import { certificate } from "./certificate.ts";

const PAGES = new URL("./pages/", import.meta.url);
const DAY = 86_400_000;

/** One file received, by a form's deposit or by an immediate upload. */
interface Upload {
  readonly via: "deposit" | "immediate";
  /** Name of the control that sent it. */
  readonly field: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** One form received at /deposer: its fields that are not files, in order. */
interface Deposit {
  readonly fields: readonly { readonly name: string; readonly value: string }[];
}

export interface Portal {
  /** "http://127.0.0.1:PORT", which answers https too; the pages are at `/<slug>.html`. */
  readonly url: string;
  /** The other origin, from which frames come. */
  readonly otherUrl: string;
  /** Everything received so far; grows while the portal runs. */
  readonly uploads: readonly Upload[];
  readonly deposits: readonly Deposit[];
  close(): Promise<void>;
}

export interface PortalOptions {
  /** 0 or absent: a free port. */
  readonly port?: number;
  /** Deadline shown on the consultations, noon in Paris of that day; three weeks ahead by default. */
  readonly deadline?: Date;
}

/** Starts the portal on 127.0.0.1. */
export async function startPortal({ port = 0, deadline = new Date(Date.now() + 21 * DAY) }: PortalOptions = {}): Promise<Portal> {
  const uploads: Upload[] = [];
  const deposits: Deposit[] = [];
  const frames = await listen(0, (request, response) => serve(request, response));
  const otherUrl = frames.url;
  const portal = await listen(port, (request, response) => serve(request, response));

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? "/", "http://portal").pathname;
    if (request.method === "POST") return receive(request, response, path);
    const page = await pageAt(path === "/" ? "/index.html" : path);
    if (page === null) return reply(response, 404, "Page inconnue");
    reply(response, 200, page);
  }

  async function pageAt(path: string): Promise<string | null> {
    if (path === "/index.html") return homePage();
    const name = path.slice(1);
    if (!/^([a-z-]+\/)?[a-z-]+\.html$/.test(name)) return null;
    const page = await readFile(new URL(name, PAGES), "utf8").catch(() => null);
    return page && withDeadline(page, deadline).replace("<html ", `<html data-autre-origine="${otherUrl}" `);
  }

  async function receive(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const form = await formOf(request);
    if (path === "/deposer") {
      deposits.push({ fields: await keep("deposit", form) });
      return reply(response, 200, "<!DOCTYPE html><html lang=fr><title>Reçu</title><h1>Pli reçu</h1>");
    }
    if (path === "/televersement") {
      await keep("immediate", form);
      return reply(
        response,
        201,
        JSON.stringify({ jeton: createHash("sha256").update(String(uploads.length)).digest("base64url") }),
        "application/json",
      );
    }
    const slug = /^\/postback\/([a-z-]+)$/.exec(path)?.[1];
    const page = slug === undefined ? null : await pageAt(`/${slug}.html`);
    if (page === null) return reply(response, 404, "Page inconnue");
    reply(response, 200, rendered(page, form, request.headers["x-requested-with"] === "XMLHttpRequest"));
  }

  async function keep(via: Upload["via"], form: FormData): Promise<Deposit["fields"]> {
    const fields: { name: string; value: string }[] = [];
    for (const [field, value] of form) {
      if (typeof value === "string") {
        fields.push({ name: field, value });
        continue;
      }
      // Browsers send a file input left empty as a file without name or bytes.
      if (value.name === "" && value.size === 0) continue;
      const bytes = new Uint8Array(await value.arrayBuffer());
      uploads.push({ via, field, name: value.name, type: value.type, bytes, sha256: createHash("sha256").update(bytes).digest("hex") });
    }
    return fields;
  }

  return {
    url: portal.url,
    otherUrl,
    uploads,
    deposits,
    close: async () => {
      await Promise.all([portal.close(), frames.close()]);
    },
  };
}

/** The first byte of a TLS connection: the type of a handshake record. */
const HANDSHAKE = 0x16;

interface Listening {
  readonly url: string;
  close(): Promise<void>;
}

/** One port for http and https: a connection's first byte tells which. */
async function listen(port: number, serve: (request: IncomingMessage, response: ServerResponse) => Promise<void>): Promise<Listening> {
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    serve(request, response).catch((error: unknown) => reply(response, 500, String(error)));
  };
  const plain = createPlain(answer);
  const secure = createSecure(await certificate(), answer);
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
    socket.once("data", (first) => {
      socket.pause();
      socket.unshift(first);
      (first[0] === HANDSHAKE ? secure : plain).emit("connection", socket);
      process.nextTick(() => socket.resume());
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())));
    },
  };
}

function reply(response: ServerResponse, status: number, body: string, type = "text/html; charset=utf-8"): void {
  response.writeHead(status, { "content-type": type, "cache-control": "no-store" }).end(body);
}

async function formOf(request: IncomingMessage): Promise<FormData> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return new Response(Buffer.concat(chunks), { headers: { "content-type": request.headers["content-type"] ?? "" } }).formData();
}

/** Writes the deadline in the page's placeholder, in the page's own format: "15/12/2026 12:00". */
function withDeadline(page: string, deadline: Date): string {
  const day = new Intl.DateTimeFormat("fr-FR", { timeZone: "Europe/Paris", day: "2-digit", month: "2-digit", year: "numeric" }).format(
    deadline,
  );
  return page.replace(/(<!--echeance-->)\d{2}\/\d{2}\/\d{4}(.*?<!--\/echeance-->)/g, `$1${day}$2`);
}

/**
 * The page as the server renders it again with what was posted: whole, or only its panel for a callback.
 * Controls are new elements with the same ids, and hold what was posted, not what was typed since.
 */
function rendered(page: string, form: FormData, panelOnly: boolean): string {
  const { document } = new JSDOM(page).window;
  for (const control of document.querySelectorAll<HTMLInputElement | HTMLSelectElement>("input[name], select[name]")) {
    const posted = form.getAll(control.name).map(String);
    if (control.tagName === "SELECT") {
      for (const option of control.querySelectorAll("option")) option.toggleAttribute("selected", posted.includes(option.value));
    } else if (control.type === "radio" || control.type === "checkbox") {
      control.toggleAttribute("checked", posted.includes(control.value));
    } else if (control.type === "text") {
      control.setAttribute("value", posted[0] ?? "");
    }
  }
  const panel = panelOnly ? document.querySelector("[id$=_panneau]") : null;
  return panel?.outerHTML ?? `<!DOCTYPE html>\n${document.documentElement.outerHTML}`;
}

/** The pages listed first: a demonstration begins with them. */
const FIRST = ["place-retrait-dce", "passe-marche-candidature", "depot-classique"];

/** The home page: links to every page, by title. */
async function homePage(): Promise<string> {
  const slugs = (await readdir(PAGES)).filter((name) => name.endsWith(".html")).map((name) => name.replace(/\.html$/, ""));
  const ordered = [...FIRST, ...slugs.filter((slug) => !FIRST.includes(slug)).sort()];
  const items = await Promise.all(ordered.map(async (slug) => `<li><a href="/${slug}.html">${await titleOf(slug)}</a></li>`));
  return `<!DOCTYPE html><html lang="fr"><meta charset="utf-8"><title>Portail d'essai</title><h1>Portail d'essai</h1><ul>${items.join("")}</ul></html>`;
}

async function titleOf(slug: string): Promise<string> {
  const [, title = slug] = /<title>([^<]*)/.exec(await readFile(new URL(`${slug}.html`, PAGES), "utf8")) ?? [];
  return title.replace(" (page d'essai)", "");
}
