/** The person's actions on the coffre's page: each shows at once, is written, and is undone on screen when writing fails. */
import type { Coffre } from "../coffre/coffre.ts";
import type { CoffrePiece, CompanyNotes } from "../domain/coffre.ts";
import type { Watched } from "../store/watched.ts";
import { addAll } from "./add.ts";
import { keepFile } from "./keep.ts";
import { type CoffreState, type ShownDeps, shownCoffre } from "./shown.ts";

type Explication = CompanyNotes["explications"][number];

interface SessionDeps extends ShownDeps {
  readonly keep?: typeof keepFile;
  readonly now?: () => Date;
}

export interface CoffreSession extends Watched<CoffreState> {
  /** True while something given or answered is not written yet. */
  isAtWork(): boolean;
  /** Reads the coffre again: something changed elsewhere. */
  refresh(): Promise<void>;
  choose(siren: string): void;
  /** Keeps the files for the company shown now, after those given earlier. */
  add(files: readonly File[]): Promise<void>;
  /** @throws when the browser could not write it: the page says so and shows the former state */
  amend(piece: CoffrePiece): Promise<void>;
  discard(pieceId: string): Promise<void>;
  explain(explication: Explication): Promise<void>;
  /** Another change of the coffre as a whole. */
  settle<Result>(work: () => Promise<Result>): Promise<Result>;
}

/** Call its `refresh` after changes elsewhere. Long on purpose: small functions over the queued files and the coffre shown. */
export function createCoffreSession({ keep = keepFile, now = () => new Date(), ...deps }: SessionDeps): CoffreSession {
  const { coffre } = deps;
  const shown = shownCoffre(deps);
  /** Files are read one at a time, whatever is dropped meanwhile. */
  let line: Promise<void> = Promise.resolve();

  async function change(
    { title }: CoffrePiece,
    work: () => Promise<void>,
    shownAs: (pieces: readonly CoffrePiece[]) => readonly CoffrePiece[],
  ): Promise<void> {
    const others = () => shown.read().refused.filter((one) => !("title" in one && one.title === title));
    shown.say({ refused: others() });
    try {
      await shown.settle(work, shownAs);
    } catch (error) {
      shown.say({ refused: [...others(), { title, why: "notWritten" }] });
      throw error;
    }
  }

  return {
    read: shown.read,
    onChange: shown.onChange,
    isAtWork: shown.isAtWork,
    refresh: shown.refresh,
    choose: shown.choose,
    settle: shown.settle,

    add: (files) => {
      const { siren, companies, reading, refused } = shown.read();
      if (siren === null || files.length === 0) return Promise.resolve();
      const name = companies.find((company) => company.siren === siren)?.name ?? null;
      const owner = { siren, names: name === null ? [] : [name] };
      const fileNames = files.map((file) => file.name);
      shown.say({ reading: [...reading, ...fileNames], refused: reading.length === 0 ? [] : refused });
      const work = () =>
        addAll(shown, files, {
          owner,
          now,
          keep: (file) =>
            keep(coffre, owner, file, now(), { readsScans: shown.read().readsScans, onPage: (scanning) => shown.say({ scanning }) }),
        });
      line = line.then(work, work);
      return line;
    },

    amend: (piece) => {
      const moved = (one: CoffrePiece) => (piece.siren === one.siren ? [piece] : []);
      return change(
        piece,
        () => coffre.amend(piece),
        (pieces) => pieces.flatMap((one) => (one.id === piece.id ? moved(one) : [one])),
      );
    },

    discard: async (pieceId) => {
      const piece = shown.read().pieces.find(({ id }) => id === pieceId);
      if (piece === undefined) return;
      const shownAs = (pieces: readonly CoffrePiece[]) => pieces.filter(({ id }) => id !== pieceId);
      await change(piece, () => coffre.discard([pieceId]), shownAs).catch(() => undefined);
    },

    explain: (explication) =>
      shown.settle(async () => {
        const { siren } = shown.read();
        if (siren !== null) await explain(coffre, siren, explication);
      }),
  };
}

/** Replaces the explanation of the same notice; an empty one removes it. */
async function explain(coffre: Coffre, siren: string, explication: Explication): Promise<void> {
  const isEmpty = explication.text === "" && explication.pieceId === undefined;
  await coffre.changeNotes(siren, (notes) => {
    const others = notes.explications.filter(({ about }) => about !== explication.about);
    return { ...notes, explications: isEmpty ? others : [...others, explication] };
  });
}
