/** What the tests of a file use: a page in Chromium, the local portal, and a module that runs there in isolated worlds. */
import type { Page } from "@playwright/test";
import { afterAll, beforeAll } from "vitest";
import { type Portal, startPortal } from "../portals/server.ts";
import { bundle, pageForTests, World } from "./browser.ts";

export interface Stage {
  readonly page: () => Page;
  readonly portal: () => Portal;
  /** The module, as one script. */
  readonly script: () => string;
  /** Opens a new world in the current page. */
  readonly world: () => Promise<World>;
  /** Opens a world in a page made of this HTML. */
  readonly worldOf: (html: string) => Promise<World>;
  /** Opens a world in the page at this path of the portal. */
  readonly worldAt: (path: string) => Promise<World>;
}

/** @param name of the module's exports in the world */
export function stageFor(entry: URL, name: string): Stage {
  const page = pageForTests();
  let script: string;
  let portal: Portal;
  beforeAll(async () => {
    [script, portal] = await Promise.all([bundle(entry, name), startPortal()]);
  });
  afterAll(() => portal.close());
  const world = () => World.open(page(), script);
  return {
    page,
    portal: () => portal,
    script: () => script,
    world,
    worldOf: async (html) => {
      await page().setContent(html);
      return world();
    },
    worldAt: async (path) => {
      await page().goto(portal.url + path);
      return world();
    },
  };
}
