/** One Chromium for all test files that need one: each opens its own window in it. */
import { chromium } from "@playwright/test";
import type { TestProject } from "vitest/node";
import { pagesChromiumPath } from "../../scripts/machine.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Empty when Chromium is not installed: each file then reports it. */
    readonly browserAddress: string;
  }
}

export default async function shareBrowser(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const executablePath = pagesChromiumPath();
  if (executablePath === null) {
    project.provide("browserAddress", "");
    return undefined;
  }
  const server = await chromium.launchServer({ executablePath, args: ["--no-sandbox", "--lang=fr"] });
  project.provide("browserAddress", server.wsEndpoint());
  return () => server.close();
}
