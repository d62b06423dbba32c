/** What the person chose in the options, all of it taken away as one text, and all of it erased. */
import type { DataProblem } from "../../messages/situation.ts";
import { touchCoffre } from "../../store/coffre-door.ts";
import { bidsOf } from "../bids.ts";
import type { Context, Handles } from "../context.ts";
import { allDiligence } from "../diligence.ts";
import { dataCell, readIssued } from "../issued-data.ts";
import { settleDossiers } from "../kept-dossiers.ts";
import { allReadings } from "../readings.ts";
import { takeNews } from "../release-told.ts";
import { withPortal } from "../settings.ts";

type Name =
  | "takeNews"
  | "chooseReminders"
  | "chooseScans"
  | "chooseKeeping"
  | "chooseLanguage"
  | "choosePortal"
  | "takeData"
  | "leaveData"
  | "exportAll"
  | "eraseAll";

export function settingsHandlers(context: Context): Handles<Name> {
  const { settings, local, lessons } = context;
  return {
    takeNews: async ({ version }) => ({ since: await takeNews(local, version) }),

    chooseReminders: async ({ wanted }) => {
      await settings.update((before) => ({ ...before, reminders: wanted }));
      return {};
    },

    chooseScans: async ({ wanted }) => {
      await settings.update((before) => ({ ...before, readsScans: wanted }));
      return {};
    },

    chooseKeeping: async ({ days }) => {
      await chooseKeeping(context, days);
      return {};
    },

    chooseLanguage: async ({ language }) => {
      await settings.update((before) => ({ ...before, language }));
      return {};
    },

    choosePortal: async ({ id, wanted }) => {
      await settings.update((before) => withPortal(before, id, wanted));
      return {};
    },

    takeData: async ({ text }) => ({ problem: await takeData(context, text) }),

    leaveData: async () => {
      await dataCell(local).update(() => null);
      return {};
    },

    exportAll: async () => {
      const exportedAt = context.now().toISOString();
      const everything = {
        exportedAt,
        settings: await settings.read(),
        diligence: await allDiligence(local),
        consultations: await context.consultations.read(),
        awaited: await context.awaited.read(),
        lessons: await lessons.read(),
        data: await dataCell(local).read(),
        readings: await allReadings(local),
        bids: await bidsOf(local).read(),
      };
      return { json: `${JSON.stringify(everything, null, 2)}\n` };
    },

    eraseAll: async () => {
      await context.eraseAll();
      return {};
    },
  };
}

/** What is past the term now chosen goes at once. */
async function chooseKeeping(context: Context, days: number): Promise<void> {
  await context.settings.update((before) => ({ ...before, keepsPrepared: days }));
  await settleDossiers(context);
  await touchCoffre(context.session);
}

/** A file replaces what is followed when the project signed it and it is more recent. @returns why not; `null` when it does */
async function takeData({ local, issued }: Context, text: string): Promise<DataProblem | null> {
  const read = await readIssued(text, issued.key);
  if ("problem" in read) return read.problem;
  const { version } = issued.packaged;
  if (((await issued.organisation())?.version ?? 0) > version) return "settled";
  if (read.version <= version) return "packageNewer";
  let isNewer = false;
  await dataCell(local).update((before) => {
    isNewer = read.version > (before?.version ?? 0);
    return isNewer ? read : before;
  });
  return isNewer ? null : "notNewer";
}
