/** Serves the pages to evaluate on this machine, and nothing else. */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, normalize, resolve, sep } from "node:path";
import type { Page } from "@playwright/test";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
};

export interface Site {
  /** "http://127.0.0.1:PORT". */
  readonly url: string;
  close(): Promise<void>;
}

export async function serve(folder: string): Promise<Site> {
  const root = resolve(folder);
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://site.invalid").pathname);
    const file = resolve(root, `.${normalize(path)}`);
    const body = file.startsWith(root + sep) ? await readFile(file).catch(() => null) : null;
    response.writeHead(body === null ? 404 : 200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
    response.end(body ?? "");
  });
  await new Promise<void>((listening, failed) => {
    server.once("error", failed);
    server.listen(0, "127.0.0.1", listening);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((closed) => server.close(() => closed()));
    },
  };
}

/** How long pages that scripts draw are given, milliseconds. */
const SCRIPTS_MS = 2_500;

/** Opens a page of the site, and lets its scripts draw what they draw. */
export async function openDrawn(page: Page, siteUrl: string, slug: string): Promise<void> {
  await page.goto(`${siteUrl}/${encodeURIComponent(slug)}.html`, { waitUntil: "load" });
  if (await page.evaluate(() => document.querySelector("script") !== null)) await page.waitForTimeout(SCRIPTS_MS);
}
