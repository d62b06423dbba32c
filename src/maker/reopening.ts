/** Opens prepared files again from the shelf, one by one, since they may be heavy. */
import type { ReopenRequest } from "../documents/make/reopen.ts";
import type { PreparedDossier, Reopened } from "../domain/prepared.ts";
import type { MadeShelf } from "../store/made-shelf.ts";
import { changing, type Watched } from "../store/watched.ts";

export interface ReopeningState {
  /** Results by file. A file without a result is not opened yet. */
  readonly reopened: ReadonlyMap<string, Reopened>;
}

interface ReopeningDeps {
  readonly shelf: Pick<MadeShelf, "get">;
  readonly reopen: (file: ReopenRequest) => Promise<Reopened>;
}

export interface Reopening extends Watched<ReopeningState> {
  /** Opens the files of that dossier. A new situation with the same files does not open them again. */
  follow(dossier: PreparedDossier | null): Promise<void>;
  /** Ignores results of files still being opened. */
  leave(): void;
}

export function createReopening({ shelf, reopen }: ReopeningDeps): Reopening {
  const state = changing<ReopeningState>({ reopened: new Map() });
  let followed: string | null = null;

  return {
    read: state.read,
    onChange: state.onChange,
    follow: async (dossier) => {
      const files = dossier?.files ?? [];
      const keys = files.map(({ key }) => key).join();
      if (followed === keys) return;
      followed = keys;
      for (const { key, mediaType, sha256, pages } of files) {
        const file = await shelf.get(key);
        if (followed !== keys) return;
        const how: Reopened =
          file === null
            ? { state: "altered" }
            : await reopen({ bytes: file.bytes, mediaType, sha256, pages }).catch(() => ({ state: "damaged" as const }));
        if (followed !== keys) return;
        state.set({ reopened: new Map([...state.read().reopened, [key, how]]) });
      }
    },
    leave: () => {
      followed = null;
    },
  };
}
