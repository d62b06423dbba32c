/** The state of the dossier's page for DC1, DC2 and DUME: makes the forms of one consultation and keeps them for the extension. */
import type { Bid, FormKind, MadeForm, MadeForms } from "../domain/bid.ts";
import type { DossierPiece } from "../domain/dossier.ts";
import type { DumeAnswers } from "../domain/grounds.ts";
import type { Means } from "../domain/means.ts";
import { sha256Of } from "../domain/sha256.ts";
import { basisOf } from "../dossier/made-forms.ts";
import type { Situation } from "../messages/situation.ts";
import type { MadeShelf } from "../store/made-shelf.ts";
import { changing, type Watched } from "../store/watched.ts";
import type { Brought } from "./bring.ts";
import { type FormsRequest, formsRequestOf } from "./forms-request.ts";
import { sourceOf } from "./request.ts";
import type { DrawnForms, FormsProblem } from "./serve-forms.ts";

/** Why nothing was made or delivered. */
export type FormsEnd = FormsProblem | { readonly code: "failed" | "gone" | "requestGone"; readonly detail: string };

export interface FormsState {
  readonly making: boolean;
  /** Why the last attempt to make or use a form failed. */
  readonly ended: FormsEnd | null;
}

interface FormsDeps {
  readonly tabId: number | null;
  readonly draw: (request: FormsRequest) => Promise<DrawnForms>;
  readonly shelf: Pick<MadeShelf, "get" | "put" | "remove">;
  readonly bring: (pieceId: string) => Promise<Brought>;
  /** Keeps them in the background, instead of the former ones for the same work. */
  readonly keep: (forms: MadeForms) => Promise<unknown>;
  readonly save: (file: Blob, fileName: string) => void;
  readonly show: (file: Blob) => void;
  readonly now: () => Date;
}

interface Choice {
  readonly kinds: readonly FormKind[];
  readonly bid: Bid;
  readonly dume: DumeAnswers;
  /** The means that the company shows for this consultation. */
  readonly means: Means;
  /** The forms made so far: those that are not made again stay, while the dossier's values are the same. */
  readonly forms: MadeForms | null;
  /** The picked documents, in the dossier's order, for the summary. */
  readonly picked?: readonly DossierPiece[] | undefined;
}

export interface FormsMaking extends Watched<FormsState> {
  /** Does nothing while forms are being made, or without a company. */
  make(situation: Situation, choice: Choice): Promise<void>;
  download(form: MadeForm): Promise<void>;
  look(form: MadeForm): Promise<void>;
}

export function createFormsMaking({ tabId, draw, shelf, bring, keep, save, show, now }: FormsDeps): FormsMaking {
  const state = changing<FormsState>({ making: false, ended: null });

  async function makeFor(situation: Situation, { forms, picked = [], ...choice }: Choice): Promise<void> {
    const { work, dossier } = situation;
    const at = now();
    const requestXml = await requestOf(choice, shelf);
    if (requestXml === undefined) return state.set({ ended: { code: "requestGone", detail: choice.dume.request?.fileName ?? "" } });
    const listed = picked.filter(({ id }) => forms?.files.every(({ key, kind }) => key !== id || kind !== "recap") ?? true);
    const pieces: FormsRequest["pieces"][number][] = [];
    // Only one document is in memory at a time.
    if (choice.kinds.includes("recap")) for (const piece of listed) pieces.push(await recapPieceOf(piece, bring));
    const request = formsRequestOf(situation, { ...choice, requestXml, pieces }, at);
    if (request === null || dossier === null || work === null) return;
    const { forms: drawn, problem } = await draw(request);
    if (drawn.length > 0) {
      const basis = basisOf(dossier);
      const others = forms?.basis === basis ? forms.files.filter(({ kind }) => drawn.every((one) => one.kind !== kind)) : [];
      const shelved = await shelve(drawn, shelf, at);
      try {
        await keep({ work, tabId, at: at.toISOString(), basis, files: [...shelved, ...others] });
      } catch (error) {
        await shelf.remove(shelved.map(({ key }) => key));
        throw error;
      }
    }
    state.set({ ended: problem });
  }

  async function hand(form: MadeForm, to: (file: Blob) => void): Promise<void> {
    const file = await shelf.get(form.key);
    if (file === null) state.set({ ended: { code: "gone", detail: "" } });
    else to(new Blob([file.bytes], { type: form.mediaType }));
  }

  return {
    read: state.read,
    onChange: state.onChange,
    make: async (situation, choice) => {
      if (state.read().making) return;
      state.set({ making: true, ended: null });
      try {
        await makeFor(situation, choice);
      } catch {
        state.set({ ended: { code: "failed", detail: "" } });
      } finally {
        state.set({ making: false });
      }
    },
    download: (form) => hand(form, (file) => save(file, form.fileName)),
    look: (form) => hand(form, show),
  };
}

/** A document that only its source holds is fetched to compute its fingerprint. */
async function recapPieceOf(piece: DossierPiece, bring: FormsDeps["bring"]): Promise<FormsRequest["pieces"][number]> {
  const { id, title, validity, validUntil } = piece;
  const brought = piece.sha256 === undefined ? await bring(id) : null;
  const sha256 = piece.sha256 ?? (brought !== null && "bytes" in brought ? await sha256Of(brought.bytes) : null);
  return { id, title, source: sourceOf(piece), until: validity.until ?? validUntil, sha256 };
}

/** Puts all forms on the shelf, or none. */
async function shelve(drawn: DrawnForms["forms"], shelf: FormsDeps["shelf"], at: Date): Promise<MadeForm[]> {
  const shelved: MadeForm[] = [];
  try {
    for (const { bytes, ...form } of drawn) {
      const { fileName, mediaType } = form;
      shelved.push({ ...form, key: await shelf.put({ fileName, mediaType, bytes, putAt: at.getTime() }) });
    }
    return shelved;
  } catch (error) {
    await shelf.remove(shelved.map(({ key }) => key));
    throw error;
  }
}

/** The text of the buyer's request that the DUME answers; `null` when there is none, `undefined` when it is no longer kept. */
async function requestOf({ kinds, dume: { request } }: Pick<Choice, "kinds" | "dume">, shelf: Pick<MadeShelf, "get">) {
  if (request === null || !kinds.includes("dume")) return null;
  const file = await shelf.get(request.key);
  return file === null ? undefined : new TextDecoder().decode(file.bytes);
}
