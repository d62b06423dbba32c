/** A real Chromium on a profile of its own, with the coffre's page: opened, killed and opened again. */
import { mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { build } from "vite";
import { pagesChromiumPath } from "../../scripts/machine.ts";
import type { Lab } from "./lab.ts";

export interface Laboratory {
  /** Opens the browser on the same profile as before. */
  open(): Promise<{ readonly page: Page; readonly lab: LabPage; readonly context: BrowserContext }>;
  close(): Promise<void>;
}
/** The page's functions, called from here. */
export type LabPage = <Name extends keyof Lab>(name: Name, ...parameters: Parameters<Lab[Name]>) => Promise<Awaited<ReturnType<Lab[Name]>>>;

export async function laboratory(): Promise<Laboratory> {
  const root = mkdtempSync(join(tmpdir(), "pli-pret-coffre-"));
  await build({
    logLevel: "silent",
    configFile: false,
    publicDir: false,
    build: { outDir: root, lib: { entry: join(import.meta.dirname, "lab.ts"), formats: ["es"], fileName: () => "lab.js" } },
  });
  const script = await readFile(join(root, "lab.js"));
  const server = createServer((request, response) => {
    const isScript = request.url === "/lab.js";
    response.setHeader("content-type", isScript ? "text/javascript" : "text/html");
    response.end(isScript ? script : '<!doctype html><script type="module" src="/lab.js"></script>');
  });
  await new Promise<void>((listening) => {
    server.listen(0, "127.0.0.1", listening);
  });
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const contexts: BrowserContext[] = [];
  return {
    async open() {
      const context = await chromium.launchPersistentContext(join(root, "profile"), {
        executablePath: pagesChromiumPath() ?? "",
        args: ["--no-sandbox"],
      });
      contexts.push(context);
      const page = await context.newPage();
      await page.goto(address);
      await page.waitForFunction(() => "lab" in globalThis);
      const lab: LabPage = (name, ...parameters) =>
        page.evaluate(
          ([called, given]) => (globalThis as unknown as { lab: Record<string, (...all: unknown[]) => unknown> }).lab[called]?.(...given),
          [name, parameters] as const,
        ) as never;
      return { page, lab, context };
    },
    async close() {
      await Promise.all(contexts.map((context) => context.close().catch(() => undefined)));
      server.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
