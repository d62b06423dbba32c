/** Everything taken away in one text, and everything erased, whatever is under way. */
import "fake-indexeddb/auto";
import { beforeEach, describe, expect, test } from "vitest";
import { NOW, SIRET } from "./answers.ts";
import { FORM, frameOf, SCREEN, start, TAB } from "./worker-world.ts";

describe("what is taken away and erased", () => {
  let frame: ReturnType<typeof frameOf>;
  let world: ReturnType<typeof start>;
  beforeEach(() => {
    frame = frameOf(FORM);
    world = start(frame);
  });

  test("everything kept is taken away in one text: choices, entries, corrections, logs", async () => {
    await world.report();
    await world.choose();
    await world.handlers.chooseLanguage({ language: "en" }, SCREEN);
    await world.handlers.remember({ siret: SIRET, values: { contactNom: "Lemaire" } }, SCREEN);
    await world.handlers.attach({ tabId: TAB, choices: [{ frameId: 0, id: "vig", pieces: ["urssaf#0"], made: [] }] }, SCREEN);
    const kept = JSON.parse((await world.handlers.exportAll({}, SCREEN)).json);
    expect(kept.settings).toMatchObject({ language: "en", companies: [{ siret: SIRET }], manual: { [SIRET]: { contactNom: "Lemaire" } } });
    expect(Object.values(kept.diligence).flat()).toMatchObject([{ what: "attached", host: "portail.test" }]);
  });

  test("erasing that the browser cut goes on at its next start", async () => {
    await world.report();
    await world.choose();
    await world.local.set("erasing", true);
    await world.worker.resume();
    expect(world.coffreErasures()).toBe(1);
    expect([...world.local.content.keys()]).toEqual([]);
    expect((await world.show()).stage).toBe("noCompany");
  });

  test("a worker that is stopped while it erases is woken: the alarm is asked for once the mark stands", async () => {
    await world.choose();
    await world.handlers.eraseAll({}, SCREEN);
    expect(world.wakes).toEqual([{ time: new Date(NOW.getTime() + 30_000), isErasing: true }]);
  });

  test("erasing does not wait for a proxy that says nothing", async () => {
    await world.choose();
    world.muteProxy();
    await world.handlers.eraseAll({}, SCREEN);
    expect(world.coffreErasures()).toBe(1);
    expect([...world.local.content.keys()]).toEqual([]);
  });

  test("erasing everything leaves nothing", async () => {
    await world.report();
    await world.choose();
    await world.handlers.fill({ tabId: TAB, except: [], accepted: [] }, SCREEN);
    await world.local.set("reminders-told", ["un rappel"]);
    const erasing = world.handlers.eraseAll({}, SCREEN);
    const screen = setInterval(() => void world.show(), 0);
    await erasing;
    clearInterval(screen);
    expect((await world.show()).stage).toBe("noCompany");
    expect([...world.session.content.keys()].filter((key) => key.startsWith("collection/"))).toEqual([]);
    expect(world.coffreErasures()).toBe(1);
    expect([...world.local.content.keys()]).toEqual([]);
    expect([...world.session.content].join()).not.toContain("ATELIER DES TOITS CLAIRS");
  });

  /** What of the company is kept anywhere. */
  const left = () => {
    const kept = [...world.session.content, ...world.local.content].map(([key, value]) => `${key} ${value}`);
    return kept.filter((one) => one.includes(SIRET) || one.includes("ATELIER DES TOITS CLAIRS"));
  };

  test.each(["while everything is erased", "once everything is erased"])("answers that come %s are nobody's", async (when) => {
    await world.report();
    await world.handlers.chooseCompany({ siret: SIRET }, SCREEN);
    const answers = world.holdAnswers();
    await world.show();
    await answers.asked;
    expect(left()).not.toEqual([]);
    const erasing = world.handlers.eraseAll({}, SCREEN);
    if (when.startsWith("once")) await erasing;
    answers.give();
    await erasing;
    await world.turns();
    expect(left()).toEqual([]);
  });

  test("a screen that reads the company as everything is erased has nothing asked or kept after it", async () => {
    for (let seed = 1; seed <= 30; seed += 1) {
      frame = frameOf(FORM);
      world = start(frame, undefined, seed);
      await world.report();
      await world.handlers.chooseCompany({ siret: SIRET }, SCREEN);
      const begun: Promise<unknown>[] = [world.show(), world.handlers.retry({ tabId: TAB, sourceId: null }, SCREEN), world.worker.resume()];
      for (let turn = 0; turn < seed; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      const erasing = world.handlers.eraseAll({}, SCREEN);
      begun.push(world.show());
      await erasing;
      const asked = world.inquiries.length;
      await Promise.all(begun);
      await world.turns();
      expect([seed, left(), world.inquiries.length - asked]).toEqual([seed, [], 0]);
    }
  });

  test("what was being written in a page, chosen or prepared as everything was erased is kept nowhere", async () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      frame = frameOf(FORM);
      world = start(frame, undefined, seed);
      await world.report();
      await world.choose();
      const { work } = await world.show();
      const files = [{ fileName: "dossier.pdf", sha256: "ab", size: 3 }];
      const choices = [{ frameId: 0, id: "vig", pieces: ["urssaf#0"], made: [] }];
      const begun = [
        world.handlers.attach({ tabId: TAB, choices }, SCREEN),
        world.handlers.fill({ tabId: TAB, except: [], accepted: [] }, SCREEN),
        world.handlers.recordPrepared({ work: work ?? "", files }, SCREEN),
        world.handlers.remember({ siret: SIRET, values: { contactNom: "Lemaire" } }, SCREEN),
      ];
      for (let turn = 0; turn < 2 * seed; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      await world.handlers.eraseAll({}, SCREEN);
      await Promise.all(begun);
      await world.turns();
      expect([seed, left(), [...world.local.content.keys()]]).toEqual([seed, [], []]);
      expect(await world.settings.read()).toMatchObject({ siret: null, manual: {} });
    }
  });

  test("once everything is erased, the memory keeps only what the open pages say of themselves", async () => {
    await world.report();
    await world.choose();
    await world.session.set("coffre-shown", "900000019");
    await world.session.set("what-another-screen-left", SIRET);
    await world.handlers.eraseAll({}, SCREEN);
    expect([...world.session.content.keys()]).toEqual([`tab/${TAB}`]);
    expect((await world.show()).page?.host).toBe("portail.test");
  });

  test("erasing that fails is told; the mark stays, and the next start does it", async () => {
    await world.choose();
    world.failErasing();
    await expect(world.handlers.eraseAll({}, SCREEN)).rejects.toThrow("disk");
    expect((await world.show()).stage).toBe("noCompany");
    expect(await world.local.get("erasing")).toBe(true);
    await world.worker.resume();
    expect([...world.local.content.keys()]).toEqual([]);
  });
});
