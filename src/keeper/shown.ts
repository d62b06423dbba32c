/**
 * What the coffre's page shows: what was read of the coffre, and ahead of it what the person's gestures will have written. Reading takes
 * time: what was read before the last gesture, or of another company than the one chosen since, is never shown.
 */
import { inTurn } from "../coffre/in-turn.ts";
import type { CoffrePiece, NotKept } from "../domain/coffre.ts";
import { changing, type Watched } from "../store/watched.ts";
import { type Kept, type LookDeps, look, NOTHING } from "./look.ts";

export interface CoffreState extends Kept {
  readonly isProtected: boolean;
  /** Names of the files given that are not read yet, the one being read first. */
  readonly reading: readonly string[];
  /** The page whose picture is being read, in the file being read; `null` when none is. */
  readonly scanning: number | null;
  /** What was not kept, or not written. */
  readonly refused: readonly NotKept[];
}

export interface ShownDeps extends LookDeps {
  readonly isProtected: () => Promise<boolean>;
  /** Tells the other screens that the coffre changed. */
  readonly touch: () => Promise<void>;
  /** The company that the page was opened on; `null`: the one being worked for. */
  readonly siren: string | null;
}

export interface Shown extends Watched<CoffreState> {
  /** Reads the coffre again. */
  refresh(): Promise<void>;
  /** At once: what is dropped next is for the company that the page shows. */
  choose(siren: string): void;
  /** Shows at once what was just written, before the coffre is read again. */
  ahead(change: Change): void;
  say(parts: Partial<Pick<CoffreState, "reading" | "refused" | "scanning">>): void;
  /**
   * Does what changes the coffre, then shows what it holds, whether that was done or not. With `change`, what that does is shown at once, and
   * stays shown whatever is read meanwhile: a question just answered never comes back while its answer is being written.
   */
  settle<Result>(work: () => Promise<Result>, change?: Change): Promise<Result>;
}

type Change = (pieces: readonly CoffrePiece[]) => readonly CoffrePiece[];

export function shownCoffre(deps: ShownDeps): Shown {
  const state = changing<CoffreState>({ ...NOTHING, isProtected: false, reading: [], scanning: null, refused: [] });
  let wanted = deps.siren;
  /** Counts what is shown ahead of the coffre, and what the coffre then holds. */
  let steps = 0;
  /** What is shown and not written yet, in the order of the gestures. */
  const unwritten = new Set<Change>();

  const refresh = inTurn(async () => {
    const [asked, then] = [wanted, steps];
    const [seen, isProtected] = await Promise.all([look(deps, asked), deps.isProtected()]);
    if (asked !== wanted || then !== steps) return;
    // The company shown stays, whatever is worked for meanwhile in another window.
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
      try {
        const result = await work();
        // It is written: screens that are not told look again by themselves.
        await deps.touch().catch(() => undefined);
        return result;
      } finally {
        if (change !== undefined) unwritten.delete(change);
        steps += 1;
        await refresh();
      }
    },
  };
}
