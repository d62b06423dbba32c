/** What the person says of the controls of a form: kept, forgotten, given away and taken in. */
import type { Context, Handles } from "../context.ts";
import { type Saying, saidOf, withSaid } from "../lessons.ts";
import { portalMapOf, readMap, withMap } from "../portal-map.ts";
import { framesOf } from "../tabs.ts";

export function lessonsHandlers(context: Context): Handles<"tellTab" | "teach" | "forgetForm" | "exportMap" | "importMap"> {
  const { lessons } = context;
  return {
    tellTab: async ({ tabId }) => {
      const tab = await context.readTab(tabId);
      const values = Object.values((await context.companyDossier())?.values ?? {});
      const known = values.flatMap(({ value, alternatives }) => [value, ...alternatives.map((other) => other.value)]);
      return { frames: tab === null ? [] : framesOf(tab).map(({ frameId, page }) => ({ frameId, page })), known: known.map(String) };
    },

    teach: async ({ tabId, frameId, id, asks }) => {
      const kept = await teach(context, tabId, [{ ref: { frameId, id }, asks, how: "reassigned" }]);
      return { kept: kept === 1 };
    },

    forgetForm: async ({ host, structure, by }) => {
      await lessons.update((all) => all.filter((form) => form.host !== host || form.structure !== structure || form.by !== by));
      return {};
    },

    exportMap: async () => ({ json: portalMapOf(await lessons.read()) }),

    importMap: async ({ json }) => {
      const forms = readMap(json, context.now());
      if (!Array.isArray(forms)) return forms;
      await lessons.update((before) => withMap(before, forms));
      return { forms: forms.length };
    },
  };
}

/** Stores what the person said of controls in the tab. @returns for how many of them it was stored */
export async function teach({ lessons, tabCell, now }: Context, tabId: number, sayings: readonly Saying[]): Promise<number> {
  const said = sayings.length === 0 ? [] : await saidOf(await tabCell(tabId).read(), sayings);
  if (said.length > 0) await lessons.update((before) => withSaid(before, said, now()));
  return said.reduce((count, form) => count + form.said.length, 0);
}
