/** « Remplir ce champ avec… » in the browser's own menu, over any field of any page. */
import browser from "webextension-polyfill";
import { MENU_ROOT, menuLineOf } from "../../src/background/names.ts";
import type { Worker } from "../../src/background/worker.ts";

/** Answers come in bursts: the menu is drawn after this long without any. */
const QUIET_MS = 400;

/** Drawn now, and again when what is kept changes. */
export function offerMenu({ menu }: Pick<Worker, "menu">): void {
  let shown = "";
  let planned: ReturnType<typeof setTimeout> | undefined;
  let drawing = Promise.resolve();

  async function draw(): Promise<void> {
    const { title: heading, items } = await menu();
    const wanted = JSON.stringify([heading, ...items.map(({ field, title }) => [field, title])]);
    if (wanted === shown) return;
    await browser.contextMenus.removeAll();
    if (items.length > 0) browser.contextMenus.create({ id: MENU_ROOT, title: heading, contexts: ["editable"] });
    for (const { field, title } of items) {
      browser.contextMenus.create({ id: menuLineOf(field), parentId: MENU_ROOT, title, contexts: ["editable"] });
    }
    shown = wanted;
  }

  function drawSoon(): void {
    clearTimeout(planned);
    planned = setTimeout(() => {
      drawing = drawing.then(draw, draw);
    }, QUIET_MS);
  }

  browser.storage.onChanged.addListener(drawSoon);
  drawSoon();
}
