/** The state of the dossier's page: makes the dossier of one consultation, keeps it for the extension and delivers it. */
import type { DossierRequest } from "../documents/make/made.ts";
import type { DossierFormat } from "../documents/make/port.ts";
import type { DossierEnd, DossierWish, MakeProgress, PreparedDossier, PreparedFile } from "../domain/prepared.ts";
import { present } from "../domain/present.ts";
import { isMembers } from "../dossier/packets.ts";
import type { Situation } from "../messages/situation.ts";
import type { MadeShelf } from "../store/made-shelf.ts";
import { changing, type Watched } from "../store/watched.ts";
import { isInside, type Prepared, remarksOf } from "./prepare.ts";
import { requestOf } from "./request.ts";

export interface MakingState {
  /** `null` while nothing is being made. */
  readonly making: MakeProgress | null;
  /** Why the last attempt made nothing. */
  readonly ended: DossierEnd | null;
  /** The dossier made here, until the background returns it; it also stays when no document could be used. */
  readonly own: PreparedDossier | null;
}

interface Running {
  readonly onProgress: (progress: MakeProgress) => void;
  /** Aborted when the person cancels, or leaves the page. */
  readonly signal: AbortSignal;
}

interface MakingDeps {
  readonly tabId: number | null;
  readonly prepare: (request: DossierRequest, format: DossierFormat, running: Running) => Promise<Prepared>;
  readonly shelf: Pick<MadeShelf, "get" | "remove">;
  /** Keeps it in the background, instead of the former one for the same work; answers until when the coffre has it. */
  readonly keep: (dossier: PreparedDossier) => Promise<Pick<PreparedDossier, "until">>;
  readonly save: (file: Blob, fileName: string) => void;
  readonly now: () => Date;
}

interface Choice {
  /** Ids of the pieces, in the order wanted. */
  readonly pieces: readonly string[];
  readonly wish: DossierWish;
  /** Longest file name that the portal accepts, in characters. */
  readonly nameLength: number | undefined;
}

export interface Making extends Watched<MakingState> {
  /** The dossier prepared for the situation's work. */
  preparedFor(situation: Situation): PreparedDossier | null;
  /** Does nothing while another is being made. */
  make(situation: Situation, choice: Choice): Promise<void>;
  cancel(): void;
  download(file: PreparedFile): Promise<void>;
}

export function createMaking({ tabId, prepare, shelf, keep, save, now }: MakingDeps): Making {
  const state = changing<MakingState>({ making: null, ended: null, own: null });
  let running: AbortController | null = null;

  async function makeFor(work: string, dossier: Situation["dossier"], request: DossierRequest, { form }: DossierWish, signal: AbortSignal) {
    const format = form === "zip" ? "zip" : "pdf";
    const made = await prepare(request, format, { onProgress: (making) => state.set({ making }), signal });
    const holds = heldIn(made, format, dossier);
    const own = { work, tabId, at: request.madeAt, form, files: [...made.files], remarks: remarksOf(made, format), holds };
    if (own.files.length === 0) return state.set({ own, ended: "nothing" });
    let kept: Pick<PreparedDossier, "until">;
    try {
      kept = await keep(own);
    } catch (error) {
      // Nothing refers to these files: they would stay on the shelf until it is cleaned.
      await shelf.remove(own.files.map(({ key }) => key));
      throw error;
    }
    state.set({ own: { ...own, ...kept } });
  }

  return {
    read: state.read,
    onChange: state.onChange,

    preparedFor: ({ work, prepared, keepsPrepared }) => {
      const { own } = state.read();
      const told = prepared?.work === work ? prepared : null;
      if (own === null || own.work !== work) return told;
      // The same dossier: the situation may be older than the answer that said how long it is kept.
      return told?.at === own.at ? { ...(keepsPrepared > 0 && present({ until: own.until })), ...told } : own;
    },

    make: async (situation, { pieces, wish, nameLength }) => {
      const { footers, targetBytes } = wish;
      const request = requestOf(situation, { pieces, footers, targetBytes, nameLength }, now());
      if (request === null || situation.work === null || running !== null) return;
      running = new AbortController();
      const { signal } = running;
      state.set({ ended: null, making: { done: 0, total: pieces.length, id: pieces[0] ?? null } });
      try {
        await makeFor(situation.work, situation.dossier, request, wish, signal);
      } catch {
        state.set({ ended: signal.aborted ? "cancelled" : "failed" });
      } finally {
        running = null;
        state.set({ making: null });
      }
    },

    cancel: () => running?.abort(),

    download: async ({ key, fileName, mediaType }) => {
      const file = await shelf.get(key);
      if (file === null) state.set({ ended: "gone" });
      else save(new Blob([file.bytes], { type: mediaType }), fileName);
    },
  };
}

/** The company's documents in the made files. */
function heldIn({ outcomes }: Prepared, format: DossierFormat, dossier: Situation["dossier"]): NonNullable<PreparedDossier["holds"]> {
  const inside = new Set(outcomes.filter((outcome) => isInside(outcome, format)).map(({ id }) => id));
  return (dossier?.pieces ?? []).filter((piece) => inside.has(piece.id) && !isMembers(piece));
}
