/** A local site that plays the spaces where a company gets its attestations, one case a page, and the catcher run in each of its frames. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Frame, Page } from "@playwright/test";
import type { FrameCatcher } from "../../src/catching/page.ts";
import type { Catchable, Caught } from "../../src/domain/catching.ts";
import { bundle } from "../page/browser.ts";

/** One address of a case. Without a method: GET. */
export interface Route {
  readonly method?: "POST";
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** What the request must send, or it is answered 400. */
  readonly wants?: string;
  /** Answers only the first time; then 410. */
  readonly once?: boolean;
}

export interface Space {
  /** The body of its page. */
  readonly page: string;
  /** By path, from the page's own folder: "doc/17?t=1" is asked as "doc/17". */
  readonly routes: Readonly<Record<string, Route>>;
}

export interface Site {
  readonly url: string;
  /** The requests so far, "GET /4/doc/17". */
  readonly asked: string[];
  close(): Promise<void>;
}

const COOKIE = "session=ouverte";

export async function startSpaces(spaces: readonly Space[]): Promise<Site> {
  const asked: string[] = [];
  const given = new Set<string>();
  const server = createServer((request, response) => void answer(request, response));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? "/", "http://site");
    const [, index = "", ...rest] = pathname.split("/");
    const space = spaces[Number(index)];
    asked.push(`${request.method} ${pathname}`);
    if (space === undefined) return void response.writeHead(404).end();
    if (rest.join("/") === "") {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8", "set-cookie": `${COOKIE}; Path=/; HttpOnly` });
      return void response.end(`<!doctype html><html lang="fr"><head><title>Mon espace</title></head><body>${space.page}</body></html>`);
    }
    const route = space.routes[rest.join("/")];
    const sent = await textOf(request);
    const isBad = route === undefined || request.method !== (route.method ?? "GET") || !sent.includes(route.wants ?? "");
    if (isBad) return void response.writeHead(400).end();
    if (!(request.headers.cookie ?? "").includes(COOKIE)) return void response.writeHead(401).end();
    if (route.once === true && given.has(pathname)) return void response.writeHead(410).end();
    given.add(pathname);
    response.writeHead(route.status ?? 200, route.headers ?? { "content-type": "application/pdf" });
    response.end(route.body ?? "");
  }

  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

const CATCHER = new URL("../../src/catching/page.ts", import.meta.url);

/** A line that a page offers, and how to take it. */
export interface Line extends Omit<Catchable, "frameId" | "id"> {
  /** As the person reads it. */
  readonly said: string;
  take(): Promise<Caught>;
}

/** Looks in every frame of the page, as the extension does. */
export async function linesOf(page: Page): Promise<Line[]> {
  const script = await bundle(CATCHER, "pliPretCatching");
  const lines: Line[] = [];
  for (const frame of page.frames()) {
    const found = await lookIn(frame, script).catch(() => []);
    for (const { id, label, beside, ...one } of found)
      lines.push({ ...one, label, beside, said: [label, beside].filter(Boolean).join(" – "), take: () => take(frame, id) });
  }
  return lines;
}

/** The buttons named as the page's own, once its lines were sought. */
export async function toldIn(page: Page): Promise<string[]> {
  const named = page
    .frames()
    .map((frame) => frame.evaluate(() => (globalThis as unknown as World).pliPretCatcher.look().told).catch(() => []));
  return (await Promise.all(named)).flat().map(({ label, beside }) => [label, beside].filter(Boolean).join(" – "));
}

type World = { pliPretCatching: typeof import("../../src/catching/page.ts"); pliPretCatcher: FrameCatcher };

async function lookIn(frame: Frame, script: string): Promise<readonly Omit<Catchable, "frameId">[]> {
  await frame.evaluate(`${script};globalThis.pliPretCatching = pliPretCatching`);
  return frame.evaluate(() => {
    const world = globalThis as unknown as World;
    world.pliPretCatcher = world.pliPretCatching.catcherIn(document);
    return world.pliPretCatcher.look().catchables;
  });
}

function take(frame: Frame, id: string): Promise<Caught> {
  return frame.evaluate((one) => (globalThis as unknown as World).pliPretCatcher.take(one), id);
}
