/** The dossiers that the person prepared, one for each work, until the browser closes. Their bytes lie on the shelf. */
import { z } from "zod";
import { PreparedDossier } from "../domain/prepared.ts";
import type { Cells } from "../store/cells.ts";
import type { MadeShelf } from "../store/made-shelf.ts";

/** Older ones are let go: each may weigh as much as a portal takes. */
const KEPT = 5;

export interface PreparedDossiers {
  /** The one of this work; on a page that does not tell its consultation, the one prepared from the same tab for the same company. */
  find(work: string, tabId: number | null, tells: boolean): Promise<PreparedDossier | null>;
  /** In place of what was prepared for the same work. */
  keep(dossier: PreparedDossier): Promise<void>;
  forget(): Promise<void>;
}

export function preparedDossiers(session: Cells, made: MadeShelf): PreparedDossiers {
  const cell = session("prepared", z.array(PreparedDossier), []);
  const companyOf = (work: string) => work.split("|")[0];

  return {
    find: async (work, tabId, tells) => {
      const known = await cell.read();
      const own = known.find((one) => one.work === work);
      const ofTab = known.find((one) => one.tabId !== null && one.tabId === tabId && companyOf(one.work) === companyOf(work));
      return own ?? (tells ? null : (ofTab ?? null));
    },
    keep: async (dossier) => {
      let gone: readonly PreparedDossier[] = [];
      await cell.update((known) => {
        const others = known.filter(({ work }) => work !== dossier.work);
        const kept = [dossier, ...others.slice(0, KEPT - 1)];
        gone = known.filter((one) => !kept.includes(one));
        return kept;
      });
      for (const { files } of gone) await made.remove(files.map(({ key }) => key));
    },
    forget: async () => {
      for (const { files } of await cell.read()) await made.remove(files.map(({ key }) => key));
      await cell.clear();
    },
  };
}
