/** Making the forms of one consultation and keeping them for the extension: what the dossier's page does with DC1, DC2 and DUME, as a value. */
import type { Bid, FormKind, MadeForm, MadeForms } from "../domain/bid.ts";
import type { DumeAnswers } from "../domain/grounds.ts";
import type { Means } from "../domain/means.ts";
import { basisOf } from "../dossier/made-forms.ts";
import type { Situation } from "../messages/situation.ts";
import type { MadeShelf } from "../store/made-shelf.ts";
import { changing, type Watched } from "../store/watched.ts";
import { type FormsRequest, formsRequestOf } from "./forms-request.ts";
import type { DrawnForms, FormsProblem } from "./serve-forms.ts";

/** Why nothing was made, or handed over. */
export type FormsEnd = FormsProblem | { readonly code: "failed" | "gone" | "requestGone"; readonly detail: string };

export interface FormsState {
  readonly making: boolean;
  /** How the last making, or the last gesture on a form, ended badly. */
  readonly ended: FormsEnd | null;
}

interface FormsDeps {
  readonly tabId: number | null;
  readonly draw: (request: FormsRequest) => Promise<DrawnForms>;
  readonly shelf: Pick<MadeShelf, "get" | "put" | "remove">;
  /** Keeps them in the background, in place of those of the same work. */
  readonly keep: (forms: MadeForms) => Promise<unknown>;
  readonly save: (file: Blob, fileName: string) => void;
  readonly show: (file: Blob) => void;
  readonly now: () => Date;
}

interface Choice {
  readonly kinds: readonly FormKind[];
  readonly bid: Bid;
  readonly dume: DumeAnswers;
  /** What the company shows for this consultation. */
  readonly means: Means;
  /** Those of this work so far: what is not made again stays, while the dossier knows the same. */
  readonly forms: MadeForms | null;
}

export interface FormsMaking extends Watched<FormsState> {
  /** Does nothing while others are being made, and without a company. */
  make(situation: Situation, choice: Choice): Promise<void>;
  download(form: MadeForm): Promise<void>;
  look(form: MadeForm): Promise<void>;
}

export function createFormsMaking({ tabId, draw, shelf, keep, save, show, now }: FormsDeps): FormsMaking {
  const state = changing<FormsState>({ making: false, ended: null });

  async function makeFor(situation: Situation, { forms, ...choice }: Choice): Promise<void> {
    const { work, dossier } = situation;
    const at = now();
    const requestXml = await requestOf(choice, shelf);
    if (requestXml === undefined) return state.set({ ended: { code: "requestGone", detail: choice.dume.request?.fileName ?? "" } });
    const request = formsRequestOf(situation, { ...choice, requestXml }, at);
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

/** All of them on the shelf, or none. */
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
