/** « Remplir ce champ avec… » in the browser's own menu, over any field of any page. */
import browser from "webextension-polyfill";
import type { Worker } from "../../src/background/worker.ts";
import { isFieldKey } from "../../src/domain/fields.ts";

const ROOT = "fill-field";
/** Answers come in bursts: the menu is drawn after one. */
const QUIET_MS = 400;

/** To be called in the worker's first turn. The click is the gesture by which the browser lets a script into the page. */
export function offerMenu({ menu, fillFromMenu }: Pick<Worker, "menu" | "fillFromMenu">): void {
  let shown = "";
  let planned: ReturnType<typeof setTimeout> | undefined;
  let drawing = Promise.resolve();

  async function draw(): Promise<void> {
    const { title: heading, items } = await menu();
    const wanted = JSON.stringify([heading, ...items.map(({ field, title }) => [field, title])]);
    if (wanted === shown) return;
    await browser.contextMenus.removeAll();
    if (items.length > 0) browser.contextMenus.create({ id: ROOT, title: heading, contexts: ["editable"] });
    for (const { field, title } of items) {
      browser.contextMenus.create({ id: `${ROOT}/${field}`, parentId: ROOT, title, contexts: ["editable"] });
    }
    shown = wanted;
  }

  function drawSoon(): void {
    clearTimeout(planned);
    planned = setTimeout(() => {
      drawing = drawing.then(draw, draw);
    }, QUIET_MS);
  }

  browser.contextMenus.onClicked.addListener(({ menuItemId, frameId = 0 }, tab) => {
    const field = String(menuItemId).slice(ROOT.length + 1);
    if (tab?.id === undefined || !isFieldKey(field)) return;
    void fillFromMenu(tab.id, frameId, field);
  });
  browser.storage.onChanged.addListener(drawSoon);
  drawSoon();
}
