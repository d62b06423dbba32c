/** Long work in pieces: restarted when its subject changed, and finished all the same when the changes never stop. */
import { describe, expect, test } from "vitest";
import { atOnce, finish, inSlices, type Steps } from "../../src/page/slices.ts";

/** Longer than one slice, whatever the machine. */
function work(): void {
  const end = performance.now() + 10;
  while (performance.now() < end);
}

const NEVER = { changed: () => false, stop: () => {} };

describe("work in pieces", () => {
  test("work that fits in one piece is done at once, and watches nothing", () => {
    const result = inSlices(
      function* short(): Steps<string> {
        yield;
        return "done";
      },
      () => {
        throw new Error("nothing to watch");
      },
    );
    expect(result).toBe("done");
  });

  test("between two pieces, waiting tasks get their turn", async () => {
    const order: string[] = [];
    setImmediate(() => order.push("the page"));
    const result = inSlices(
      function* long(): Steps<number> {
        for (let piece = 1; piece <= 3; piece += 1) {
          work();
          order.push(`piece ${piece}`);
          yield;
        }
        return 3;
      },
      () => NEVER,
    );
    expect(order).toEqual(["piece 1"]);
    expect(await result).toBe(3);
    expect(order.indexOf("the page")).toBeLessThan(order.indexOf("piece 3"));
  });

  test("work whose subject changed is begun again, and the watch ends with the work", async () => {
    const stopped: string[] = [];
    let text = "former";
    const changes = [true];
    const result = inSlices(
      function* reading(): Steps<string> {
        const read = text;
        text = "new";
        work();
        yield;
        work();
        return read;
      },
      () => ({ changed: () => changes.pop() ?? false, stop: () => stopped.push("watch") }),
    );
    expect(await result).toBe("new");
    expect(stopped).toEqual(["watch"]);
  });

  test("work whose subject never stops changing is finished all the same", async () => {
    let begun = 0;
    const result = inSlices(
      function* reading(): Steps<string> {
        begun += 1;
        for (let piece = 0; piece < 3; piece += 1) {
          work();
          yield;
        }
        return "read";
      },
      () => ({ changed: () => true, stop: () => {} }),
    );
    expect(await result).toBe("read");
    expect(begun).toBe(4);
  });

  test("an answer is awaited, and asked for again when the page changed meanwhile", async () => {
    let text = "former";
    const asked: string[] = [];
    const changes = [true];
    function* reading(): Steps<string> {
      const read = text;
      yield Promise.resolve().then(() => {
        asked.push(read);
        text = "new";
      });
      return read;
    }
    const result = inSlices(reading, () => ({ changed: () => changes.pop() ?? false, stop: () => {} }));
    expect(result).toBeInstanceOf(Promise);
    expect(await result).toBe("new");
    expect(asked).toEqual(["former", "new"]);
    expect(atOnce(reading())).toBeNull();
    expect(() => finish(reading())).toThrow("has to wait");
  });

  test("a fault in a later piece is reported, and the watch ends", async () => {
    let isStopped = false;
    const result = inSlices(
      function* reading(): Steps<string> {
        work();
        yield;
        throw new Error("broken");
      },
      () => ({
        changed: () => false,
        stop: () => {
          isStopped = true;
        },
      }),
    );
    await expect(result).rejects.toThrow("broken");
    expect(isStopped).toBe(true);
  });

  test("work can be done all at once, on demand", () => {
    expect(
      finish(
        (function* long(): Steps<number> {
          yield;
          yield;
          return 7;
        })(),
      ),
    ).toBe(7);
  });
});
