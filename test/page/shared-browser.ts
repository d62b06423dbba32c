/** One Chromium for all the files that drive one: each opens a window of its own in it. */
import { chromium } from "@playwright/test";
import type { TestProject } from "vitest/node";
import { pagesChromiumPath } from "../../scripts/machine.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Empty where Chromium is not installed: each file then says so itself. */
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
