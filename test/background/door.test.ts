/** What the browser calls brings the worker's code only when it wants it. */
import { describe, expect, test } from "vitest";
import { brought } from "../../src/background/brought.ts";
import { type Awake, createDoor } from "../../src/background/door.ts";
import { fieldOfMenuLine, keyOfTab, MENU_ROOT, menuLineOf } from "../../src/background/names.ts";
import { keyOfPage, keyOfScreen } from "../../src/messages/screen-keys.ts";
import { COFFRE_SESSION } from "../../src/store/session-key.ts";

function world(kept: readonly string[] = []) {
  const done: string[] = [];
  const note =
    (what: string) =>
    async (...given: readonly unknown[]) =>
      void done.push([what, ...given].join(" "));
  let awake: Awake | undefined;
  const door = createDoor({
    wake: async () => {
      awake ??= {
        answer: async () => ({ ok: true, output: { done: done.push("answer") } }),
        accessGiven: note("accessGiven"),
        tabLoads: note("tabLoads"),
        forgetTab: note("forgetTab"),
        resume: note("resume"),
        remind: note("remind"),
        coffreOpened: note("coffreOpened"),
        fillFromMenu: note("fillFromMenu"),
      };
      return awake;
    },
    isAwake: () => awake !== undefined,
    holds: async (keys) => keys.some((key) => kept.includes(key)),
  });
  return { door, done, isAwake: () => awake !== undefined };
}

describe("what is nothing of ours wakes nobody", () => {
  test("a page loads, or is closed, where nothing was read", async () => {
    const { door, isAwake } = world([keyOfTab(7)]);
    await door.tabLoads(8);
    await door.tabGone(8);
    expect(isAwake()).toBe(false);
  });

  test("a screen keeps what it shows; another's alarm", async () => {
    const { door, isAwake } = world();
    await door.stored({ [keyOfScreen(3)]: {}, [keyOfPage(3)]: {} });
    await door.alarm("another");
    expect(isAwake()).toBe(false);
  });
});

describe("what is wakes the worker", () => {
  test("a page loads where one was read; once awake, any page", async () => {
    const { door, done } = world([keyOfTab(7)]);
    await door.tabLoads(7);
    await door.tabLoads(8);
    expect(done).toEqual(["tabLoads 7", "tabLoads 8"]);
  });

  test.each([keyOfTab(7), keyOfScreen(7), keyOfPage(7)])("a tab is closed that left %s", async (key) => {
    const { door, done } = world([key]);
    await door.tabGone(7);
    expect(done).toEqual(["forgetTab 7"]);
  });

  test("a message, an alarm, an access, a line of the menu", async () => {
    const { door, done } = world();
    await door.answer({}, { from: "screen" });
    await door.alarm("resume");
    await door.alarm("daily");
    await door.accessGiven();
    await door.menuChosen(1, 2, "commune");
    expect(done).toEqual(["answer", "resume", "remind", "accessGiven", "fillFromMenu 1 2 commune"]);
  });

  test("something kept changes; the coffre is opened", async () => {
    const { door, done, isAwake } = world();
    await door.stored({ settings: { newValue: {} }, [keyOfScreen(3)]: {} });
    expect([isAwake(), ...done]).toEqual([true]);
    await door.stored({ [COFFRE_SESSION]: {} });
    expect(done).toEqual([]);
    await door.stored({ [COFFRE_SESSION]: { newValue: "key" } });
    expect(done).toEqual(["coffreOpened"]);
  });
});

describe("a script that is brought", () => {
  test("comes once, and again after a failure", async () => {
    let tries = 0;
    let left: string | undefined;
    const find = brought(
      () => left,
      async () => {
        tries += 1;
        if (tries === 1) throw new Error("no disk");
        left = "made";
      },
    );
    await expect(find()).rejects.toThrow("no disk");
    expect(await Promise.all([find(), find()])).toEqual(["made", "made"]);
    expect(tries).toBe(2);
  });

  test("is not brought where it ran before; leaves something, or that is an error", async () => {
    const never = async () => Promise.reject(new Error("brought"));
    expect(await brought(() => "there", never)()).toBe("there");
    await expect(
      brought(
        () => undefined,
        async () => {},
      )(),
    ).rejects.toThrow("left nothing");
  });
});

test("a line of the menu names its field; its heading names none", () => {
  expect([menuLineOf("commune"), MENU_ROOT, "other/commune"].map(fieldOfMenuLine)).toEqual(["commune", null, null]);
});
