/** The state of the DUME's screen: the answers that only a person gives, typed and stored, and the buyer's imported request. */
import { type DumeAnswers, type Ground, NO_ANSWERS } from "../domain/grounds.ts";
import { textOfXml } from "../dume/encoding.ts";
import type { MadeShelf } from "../store/made-shelf.ts";
import { changing, type Watched } from "../store/watched.ts";
import type { FormsProblem, RequestRead } from "./serve-forms.ts";

export interface AnsweringState {
  readonly answers: DumeAnswers;
  /** Why the last dropped file is no request that can be answered; the former request stays. */
  readonly refused:
    | (FormsProblem & { readonly fileName: string })
    | { readonly code: "failed"; readonly detail: ""; readonly fileName: string }
    | null;
  /** True when the answers could not be stored: they are still on the screen. */
  readonly unkept: boolean;
}

interface AnsweringDeps {
  readonly keep: (answers: DumeAnswers) => Promise<unknown>;
  readonly readRequest: (xml: string) => Promise<RequestRead>;
  readonly shelf: Pick<MadeShelf, "put">;
  readonly now: () => Date;
}

type Said = Partial<Pick<DumeAnswers, "reliesOnOthers" | "subcontracts" | "size" | "lot">>;

export interface Answering extends Watched<AnsweringState> {
  /** Loads the stored answers, without overwriting what was typed meanwhile. */
  load(answers: DumeAnswers): void;
  /** Answers one ground, or removes its answer. The explanations of a yes are removed with it. */
  answer(ground: Ground, applies: boolean | null): void;
  tell(ground: Ground, told: { readonly explanation?: string; readonly measures?: string }): void;
  say(said: Said): void;
  importRequest(file: Pick<File, "name" | "size" | "arrayBuffer">): Promise<void>;
  removeRequest(): void;
  /** Resolves when everything typed is stored, or could not be. */
  settled(): Promise<void>;
}

export function createAnswering({ keep, readRequest, shelf, now }: AnsweringDeps): Answering {
  const state = changing<AnsweringState>({ answers: NO_ANSWERS, refused: null, unkept: false });
  const keeper = oneAtATime(async () => {
    const unkept = await keep(state.read().answers).then(
      () => false,
      () => true,
    );
    state.set({ unkept });
  });
  let touched = false;

  function change(answers: Partial<DumeAnswers>): void {
    touched = true;
    state.set({ answers: { ...state.read().answers, ...answers } });
    keeper.again();
  }

  async function importRequest(file: Pick<File, "name" | "size" | "arrayBuffer">): Promise<void> {
    const fileName = file.name;
    const decoded = await textOfXml(file);
    if (typeof decoded === "string") return state.set({ refused: { code: decoded, detail: "", fileName } });
    const xml = decoded.text;
    const read = await readRequest(xml);
    if ("problem" in read) return state.set({ refused: { ...read.problem, fileName } });
    const bytes = new TextEncoder().encode(xml) as Uint8Array<ArrayBuffer>;
    const key = await shelf.put({ fileName, mediaType: "application/xml", bytes, putAt: now().getTime() });
    state.set({ refused: null });
    const { reference, lots } = read;
    const [only, ...more] = lots;
    change({ request: { fileName, key, reference, lots: [...lots] }, lot: more.length === 0 ? (only ?? null) : null });
  }

  return {
    read: state.read,
    onChange: state.onChange,
    load: (answers) => {
      if (!touched) state.set({ answers });
    },
    answer: (ground, applies) => change({ grounds: answered(state.read().answers.grounds, ground, applies) }),
    tell: (ground, told) => {
      const { grounds } = state.read().answers;
      const before = grounds[ground];
      if (before?.applies === true) change({ grounds: { ...grounds, [ground]: { ...before, ...told } } });
    },
    say: change,
    importRequest: (file) => importRequest(file).catch(() => state.set({ refused: { code: "failed", detail: "", fileName: file.name } })),
    removeRequest: () => {
      state.set({ refused: null });
      change({ request: null, lot: null });
    },
    settled: keeper.settled,
  };
}

type Grounds = DumeAnswers["grounds"];

/** A yes that stays a yes keeps its explanations. */
function answered(grounds: Grounds, ground: Ground, applies: boolean | null): Grounds {
  const { [ground]: before, ...others } = grounds;
  if (applies === null) return others;
  return { ...others, [ground]: applies && before?.applies === true ? before : { applies } };
}

/** Runs the work one time after another; requests made meanwhile share one more run. */
function oneAtATime(work: () => Promise<void>) {
  let running: Promise<void> | null = null;
  let waiting = false;
  async function run(): Promise<void> {
    while (waiting) {
      waiting = false;
      await work();
    }
    running = null;
  }
  return {
    again: () => {
      waiting = true;
      running ??= run();
    },
    settled: async () => {
      await running;
    },
  };
}
