/** What the person had made for each work, a dossier or forms, until the browser closes. The bytes of the files lie on the shelf. */
import { z } from "zod";
import { MadeForms } from "../domain/bid.ts";
import { KeptPackets } from "../domain/packet.ts";
import { PreparedDossier } from "../domain/prepared.ts";
import type { Cells } from "../store/cells.ts";
import type { MadeShelf } from "../store/made-shelf.ts";
import { siretOfWork } from "./diligence.ts";

/** How many are kept: each may weigh as much as a portal accepts. */
const KEPT = 5;

interface MadeForWork {
  readonly work: string;
  readonly tabId: number | null;
  readonly files: readonly { readonly key: string }[];
}

export interface MadeWorks<Made extends MadeForWork> {
  /** The one of this work; on a page that does not tell its consultation, the one made from the same tab for the same company. */
  find(work: string, tabId: number | null, tells: boolean): Promise<Made | null>;
  all(): Promise<readonly Made[]>;
  /** Replaces what was made for the same work. Files that are in both stay on the shelf. */
  keep(made: Made): Promise<void>;
  /** Lets go of what was made for that work. */
  drop(work: string): Promise<void>;
  forget(): Promise<void>;
}

export type PreparedDossiers = MadeWorks<PreparedDossier>;
export type KeptForms = MadeWorks<MadeForms>;
/** What the other companies of a group gave. */
export type GivenPackets = MadeWorks<KeptPackets>;

export function preparedDossiers(session: Cells, made: MadeShelf): PreparedDossiers {
  return madeWorks(session, "prepared", PreparedDossier, made);
}

export function keptForms(session: Cells, made: MadeShelf): KeptForms {
  return madeWorks(session, "forms", MadeForms, made);
}

export function givenPackets(session: Cells, made: MadeShelf): GivenPackets {
  return madeWorks(session, "packets", KeptPackets, made);
}

function madeWorks<Made extends MadeForWork>(session: Cells, name: string, schema: z.ZodType<Made>, shelf: MadeShelf): MadeWorks<Made> {
  const cell = session(name, z.array(schema), []);

  async function change(to: (known: readonly Made[]) => Made[]): Promise<void> {
    let gone: string[] = [];
    await cell.update((known) => {
      const kept = to(known);
      const keys = new Set(kept.flatMap(({ files }) => files.map(({ key }) => key)));
      gone = known.flatMap(({ files }) => files.map(({ key }) => key)).filter((key) => !keys.has(key));
      return kept;
    });
    await shelf.remove(gone);
  }

  return {
    find: async (work, tabId, tells) => {
      const known = await cell.read();
      const own = known.find((one) => one.work === work);
      const ofTab = known.find((one) => one.tabId !== null && one.tabId === tabId && siretOfWork(one.work) === siretOfWork(work));
      return own ?? (tells ? null : (ofTab ?? null));
    },
    all: () => cell.read(),
    keep: (one) => change((known) => [one, ...known.filter(({ work }) => work !== one.work).slice(0, KEPT - 1)]),
    drop: (work) => change((known) => known.filter((one) => one.work !== work)),
    forget: async () => {
      for (const { files } of await cell.read()) await shelf.remove(files.map(({ key }) => key));
      await cell.clear();
    },
  };
}
