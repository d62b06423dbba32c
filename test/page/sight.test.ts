/** What is compared before each write, and how a page that changed is read again: in pieces, or at once if it never stops changing. */
import { describe, expect, test, vi } from "vitest";
import type { ControlReading } from "../../src/domain/page-reading.ts";
import { type LiveReading, Sight } from "../../src/page/sight.ts";
import type { Steps } from "../../src/page/slices.ts";

const ELEMENT = {} as Element;
/** The browser's own, of which every element is on the page. */
const CONNECTED = class {
  get isConnected(): boolean {
    return true;
  }
};
const PAGE = { detected: true, kind: "candidature", portal: null, why: [], sirets: [], consultation: null } as const;

/** A page with one label, read in three pieces that each last longer than a slice. */
class Moving {
  label = "Commune";
  /** What was judged; `null`: all is. */
  judged: readonly string[] | null = null;
  readings = 0;
  readonly order: string[] = [];

  sight(): Sight {
    return new Sight(
      "page",
      () => this.#read(),
      () => ({ changed: () => false, stop: () => {} }),
    );
  }

  *#read(): Steps<LiveReading | null> {
    this.readings += 1;
    const { label } = this;
    if (this.judged?.includes(label) === false) yield Promise.resolve();
    for (let piece = 1; piece <= 3; piece += 1) {
      this.order.push(`piece ${piece}`);
      const end = performance.now() + 10;
      while (performance.now() < end);
      yield;
    }
    const control = { id: "c", type: "text", target: "commune", label } as unknown as ControlReading;
    const witness = { asks: "commune", named: "", stands: () => this.label === label };
    return { page: { ...PAGE, controls: [control] }, elementOf: () => ELEMENT, witnessOf: () => witness };
  }
}

async function read(page: Moving): Promise<{ sight: Sight; handle: string }> {
  const sight = page.sight();
  const { controls } = await sight.look();
  page.order.length = 0;
  return { sight, handle: controls[0]?.id ?? "" };
}

describe("before a write", () => {
  test("a control that is still as it was read is found without another reading", async () => {
    const page = new Moving();
    const { sight, handle } = await read(page);
    expect(await sight.seek(handle)).toMatchObject({ control: { label: "Commune" } });
    expect(page.readings).toBe(1);
  });

  test("a control whose words changed is read again in pieces, between which the page runs", async () => {
    const page = new Moving();
    const { sight, handle } = await read(page);
    page.label = "Commune :";
    setImmediate(() => page.order.push("the page"));
    expect(await sight.seek(handle)).toMatchObject({ control: { label: "Commune :" } });
    expect(page.order.indexOf("the page")).toBeGreaterThan(-1);
    expect(page.order.indexOf("the page")).toBeLessThan(page.order.indexOf("piece 3"));
  });

  test("a label that changes before each reading is done is read at once in the end", async () => {
    const page = new Moving();
    const { sight, handle } = await read(page);
    let isOver = false;
    const change = () => {
      page.label = `Commune (${page.order.push("the page")})`;
      if (!isOver) setImmediate(change);
    };
    change();
    const found = await sight.seek(handle);
    isOver = true;
    expect(found).toMatchObject({ element: ELEMENT, control: { label: page.label } });
    expect(page.order.slice(-3)).toEqual(["piece 1", "piece 2", "piece 3"]);
  });

  test("a label that is new at each reading is never decided in time: it is left, and said to have changed", async () => {
    const page = new Moving();
    const { sight, handle } = await read(page);
    page.judged = ["Commune"];
    let isOver = false;
    const change = () => {
      page.label = `Commune (${page.order.push("the page")})`;
      if (!isOver) setImmediate(change);
    };
    change();
    vi.stubGlobal("Node", CONNECTED);
    const found = await sight.seek(handle).finally(() => vi.unstubAllGlobals());
    isOver = true;
    expect(found).toBe("changed");
  });

  test("where nobody decides, what was read stays", async () => {
    const page = new Moving();
    const sight = new Sight(
      "page",
      function* none(): Steps<null> {
        yield Promise.resolve();
        return null;
      },
      () => ({ changed: () => false, stop: () => {} }),
    );
    expect(await sight.look()).toBe(sight.page);
    expect(sight.page.controls).toEqual([]);
    expect(page.readings).toBe(0);
  });
});
