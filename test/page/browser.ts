/** Chromium for the tests of forms: modules bundled for a page, and run in an isolated world, as a content script is. */
import { fileURLToPath } from "node:url";
import { type CDPSession, chromium, type Page } from "@playwright/test";
import { build } from "vite";
import { afterAll, beforeAll, beforeEach, inject } from "vitest";

/**
 * One page for the tests of a file, in the shared Chromium, blanked before each: that costs a sixth of opening another.
 * @param isBlanked false where each test puts its own body into the one page
 */
export function pageForTests(isBlanked = true): () => Page {
  let page: Page;
  beforeAll(async () => {
    const address = inject("browserAddress");
    if (address === "") throw new Error("Chromium est introuvable : installez-le, ou nommez-le par PLI_PRET_CHROMIUM.");
    const browser = await chromium.connect(address);
    page = await browser.newPage();
  });
  beforeEach(() => (isBlanked ? page.goto("about:blank") : null));
  afterAll(() => page.context().browser()?.close());
  return () => page;
}

/** Bundles by module and name, shared by the test files of one worker. */
const bundled = new Map<string, Promise<string>>();

/** Bundles a module into one script; its exports become `globalThis[name]`. */
export function bundle(file: URL, name: string): Promise<string> {
  const key = `${name} ${file.href}`;
  const known = bundled.get(key) ?? bundledAnew(file, name);
  bundled.set(key, known);
  return known;
}

async function bundledAnew(file: URL, name: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "silent",
    oxc: { jsx: { runtime: "automatic", development: false } },
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      write: false,
      minify: false,
      lib: { entry: fileURLToPath(file), formats: ["iife"], name, fileName: name },
    },
  });
  const [result] = [built].flat();
  const chunk = result !== undefined && "output" in result ? result.output[0] : undefined;
  if (chunk === undefined) throw new Error(`rien à exécuter dans ${file.pathname}`);
  return chunk.code;
}

/** An isolated world in a page's main frame: it shares the page's DOM, not its variables. */
export class World {
  readonly #session: CDPSession;
  readonly #contextId: number;

  private constructor(session: CDPSession, contextId: number) {
    this.#session = session;
    this.#contextId = contextId;
  }

  /** Opens the world in the current page and runs the script there. A navigation closes it. */
  static async open(page: Page, script: string): Promise<World> {
    const session = await page.context().newCDPSession(page);
    const { frameTree } = await session.send("Page.getFrameTree");
    const { executionContextId } = await session.send("Page.createIsolatedWorld", { frameId: frameTree.frame.id, worldName: "pli-pret" });
    const { exceptionDetails } = await session.send("Runtime.evaluate", { expression: script, contextId: executionContextId });
    if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return new World(session, executionContextId);
  }

  /** Runs a function there with a serialisable argument, and returns its serialisable result. */
  async run<Arg, Result>(work: (arg: Arg) => Result | Promise<Result>, arg: Arg): Promise<Result> {
    const { result, exceptionDetails } = await this.#session.send("Runtime.callFunctionOn", {
      functionDeclaration: work.toString(),
      arguments: [{ value: arg }],
      executionContextId: this.#contextId,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }
}
