/**
 * What the coffre's page shows: the coffre as read, with the person's actions that are not written yet. Reading takes
 * time: a result from before the last action, or of a company that is no longer chosen, is never shown.
 */
import { inTurn } from "../coffre/in-turn.ts";
import type { CoffrePiece, NotKept } from "../domain/coffre.ts";
import { changing, type Watched } from "../store/watched.ts";
import { type Kept, type LookDeps, look, NOTHING } from "./look.ts";

export interface CoffreState extends Kept {
  readonly isProtected: boolean;
  /** Names of the given files that are not read yet, starting with the one being read. */
  readonly reading: readonly string[];
  /** The page whose picture is being read, in the file being read; `null` when none is. */
  readonly scanning: number | null;
  /** Files and changes that were refused. */
  readonly refused: readonly NotKept[];
}

export interface ShownDeps extends LookDeps {
  readonly isProtected: () => Promise<boolean>;
  /** Tells the other screens that the coffre changed. */
  readonly touch: () => Promise<void>;
  /** The company that the page was opened on; `null`: the current one. */
  readonly siren: string | null;
}

export interface Shown extends Watched<CoffreState> {
  /** True while something that the person gave or answered is not written yet. */
  isAtWork(): boolean;
  /** Reads the coffre again. */
  refresh(): Promise<void>;
  /** Takes effect at once: files dropped next are for the company that the page shows. */
  choose(siren: string): void;
  /** Shows at once what was just written, before the coffre is read again. */
  ahead(change: Change): void;
  say(parts: Partial<Pick<CoffreState, "reading" | "refused" | "scanning">>): void;
  /**
   * Runs work that changes the coffre, then shows its contents, even when the work failed. With `change`, the result shows at once and
   * stays whatever is read meanwhile: a question just answered never comes back while its answer is being written.
   */
  settle<Result>(work: () => Promise<Result>, change?: Change): Promise<Result>;
}

type Change = (pieces: readonly CoffrePiece[]) => readonly CoffrePiece[];

export function shownCoffre(deps: ShownDeps): Shown {
  const state = changing<CoffreState>({ ...NOTHING, isProtected: false, reading: [], scanning: null, refused: [] });
  let wanted = deps.siren;
  /** Counts actions and writes, to tell which readings are out of date. */
  let steps = 0;
  /** Changes that are shown and not written yet, in the order of the actions. */
  const unwritten = new Set<Change>();
  /** How many pieces of work change the coffre now. */
  let working = 0;

  const refresh = inTurn(async () => {
    const [asked, then] = [wanted, steps];
    const [seen, isProtected] = await Promise.all([look(deps, asked), deps.isProtected()]);
    if (asked !== wanted || then !== steps) return;
    // The company shown stays, whatever company another window works for.
    wanted ??= seen.siren;
    const pieces = [...unwritten].reduce((shown, change) => change(shown), seen.pieces);
    state.set({ ...seen, pieces, isProtected });
  });

  function ahead(change: Change): void {
    steps += 1;
    state.set({ pieces: change(state.read().pieces) });
  }

  return {
    read: state.read,
    onChange: state.onChange,
    isAtWork: () => working > 0 || state.read().reading.length > 0,
    refresh,
    choose: (siren) => {
      wanted = siren;
      state.set({ siren, pieces: [], notices: [], explications: [] });
      void refresh();
    },
    ahead,
    say: state.set,
    settle: async (work, change) => {
      if (change !== undefined) {
        unwritten.add(change);
        ahead(change);
      }
      working += 1;
      try {
        const result = await work();
        // It is written: screens that miss the message read again by themselves.
        await deps.touch().catch(() => undefined);
        return result;
      } finally {
        working -= 1;
        if (change !== undefined) unwritten.delete(change);
        steps += 1;
        await refresh();
      }
    },
  };
}
