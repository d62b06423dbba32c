/** The worker's end for making forms: DC1, DC2 and DUME, as the page asks. */
import type { Typefaces } from "../documents/pdf/letters.ts";
import type { FormKind, MadeForm } from "../domain/bid.ts";
import { slugOf } from "../domain/file-names.ts";
import { sha256Of } from "../domain/sha256.ts";
import { formatSiret } from "../domain/siret.ts";
import { personOf } from "../dume/answers.ts";
import { checkResponse } from "../dume/checks.ts";
import { readableOf } from "../dume/readable.ts";
import { type BuyerRequest, importRequest, type RequestProblem } from "../dume/request.ts";
import { makeResponse, type ResponseProblem } from "../dume/response.ts";
import { FINDINGS } from "../dume/words.ts";
import { type CandidatureProblem, lotsOfMember } from "../formulaires/candidature.ts";
import { type MadeForm as MadeDc, makeForms, makeRecap } from "../formulaires/make.ts";
import type { FormsRequest } from "./forms-request.ts";

/** A made form, before it is on the shelf. */
export type DrawnForm = Omit<MadeForm, "key"> & { readonly bytes: Uint8Array<ArrayBuffer> };

/** Why forms were not made. `detail`: the SIRET, lot or version concerned. */
export interface FormsProblem {
  readonly code: CandidatureProblem["code"] | ResponseProblem | RequestProblem["code"];
  readonly detail: string;
}

export interface DrawnForms {
  readonly forms: readonly DrawnForm[];
  readonly problem: FormsProblem | null;
}

/** The part of a buyer's request in which a person must choose. */
export type RequestRead = { readonly reference: string; readonly lots: readonly string[] } | { readonly problem: FormsProblem };

export type FormsWanted = { readonly draw: FormsRequest } | { readonly read: string };
export type FormsAnswer = { readonly drawn: DrawnForms } | { readonly request: RequestRead } | { readonly failed: string };

/** Answers one message on the port. */
export function serveForms(port: MessagePort, typefaces: () => Promise<Typefaces>): void {
  const post = (message: FormsAnswer, transfer: Transferable[] = []) => port.postMessage(message, transfer);
  async function work(wanted: FormsWanted): Promise<void> {
    if ("read" in wanted) return post({ request: readRequest(wanted.read) });
    const drawn = await drawForms(wanted.draw, await typefaces());
    post(
      { drawn },
      drawn.forms.map(({ bytes }) => bytes.buffer),
    );
  }
  port.onmessage = ({ data }: MessageEvent<FormsWanted>) => void work(data).catch((error: unknown) => post({ failed: String(error) }));
}

/** The lots to choose from, or why the file is no request that can be answered. */
export function readRequest(xml: string): RequestRead {
  const read = importRequest(xml);
  return read.state === "refused" ? { problem: read.problem } : { reference: read.request.reference, lots: read.request.lots };
}

/** Makes the requested forms. All forms of one kind are made, or none, and the problem says why. */
export async function drawForms(request: FormsRequest, typefaces: Typefaces): Promise<DrawnForms> {
  const { candidature, siret, kinds, madeAt } = request;
  const isDc = kinds.some((kind) => kind !== "dume" && kind !== "recap");
  const isWanted = ({ code, siret: of }: Pick<MadeDc, "code" | "siret">) => {
    const kind = kindOf(code);
    return kinds.includes(kind) && (kind === "dc1" || kind === "dc4" || of === siret);
  };
  const made = isDc ? await makeForms(candidature, madeAt, typefaces, isWanted) : null;
  if (made?.state === "refused") return { forms: [], problem: made.problem };
  const forms = (made?.forms ?? []).flatMap((form) => drawnDc(form));
  if (kinds.includes("recap")) forms.push(await drawnRecap(request, typefaces));
  if (!kinds.includes("dume")) return { forms, problem: null };
  const dume = await drawDume(request, typefaces);
  return { forms: [...forms, ...dume.forms], problem: dume.problem };
}

const KINDS = { DC1: "dc1", DC2: "dc2", DC4: "dc4", Récapitulatif: "recap" } as const satisfies Record<MadeDc["code"], FormKind>;

function kindOf(code: MadeDc["code"]): FormKind {
  return KINDS[code];
}

function drawnDc({ code, siret, fileName, bytes, sha256, pages, left, subject, lot }: MadeDc): DrawnForm[] {
  const kind = kindOf(code);
  // One for each subcontractor or lot, named in the title.
  const of = kind === "dc4" ? (subject ?? formatSiret(siret ?? "")) : lot === null ? null : `lot ${lot.numero}`;
  const title = of === null ? code : `${code}, ${of}`;
  const sworn = left.filter((one) => one.sworn).length;
  const labels = left.filter((one) => !one.sworn).map(({ label, rubric }) => `${rubric} · ${label}`);
  return [{ kind, title, fileName, mediaType: "application/pdf", sha256, size: bytes.length, pages, left: labels, sworn, bytes }];
}

async function drawnRecap({ candidature, siret, pieces, madeAt }: FormsRequest, typefaces: Typefaces): Promise<DrawnForm> {
  const membre = candidature.membres.find(({ dossier }) => dossier.siret === siret) ?? candidature.membres[0];
  const [form] = drawnDc(await makeRecap(candidature, membre, pieces, madeAt, typefaces));
  if (form === undefined) throw new Error("The summary was not made.");
  return { ...form, lists: pieces.map(({ id }) => id) };
}

/** One response for each lot, as the standard requires: all of them, or none and why. */
async function drawDume(request: FormsRequest, typefaces: Typefaces): Promise<DrawnForms> {
  const read = request.requestXml === null ? null : importRequest(request.requestXml);
  if (read?.state === "refused") return { forms: [], problem: read.problem };
  const forms: DrawnForm[] = [];
  for (const lot of dumeLots(request, read?.request.lots ?? [])) {
    const one = await drawResponse(request, read?.request ?? null, lot, typefaces);
    if (one.problem !== null) return { forms: [], problem: one.problem };
    forms.push(...one.forms);
  }
  return { forms, problem: null };
}

/** The lot chosen in the buyer's request; else those of the bid, under the request's names when it has lots. */
export function dumeLots(
  { candidature, dume, siret }: Pick<FormsRequest, "candidature" | "dume" | "siret">,
  asked: readonly string[],
): (string | null)[] {
  if (dume.lot !== null) return [dume.lot];
  const lots = lotsOfMember(candidature, candidature.membres.find(({ dossier }) => dossier.siret === siret) ?? {});
  if (lots.length === 0) return [null];
  const ids = lots.map(({ numero }) => (asked.length === 0 ? lotId(numero) : lotIn(asked, numero)));
  return ids.every((id) => id !== undefined) ? ids : [null];
}

/** "2" is "LOT-0002" in the notices of the European Union. */
function lotId(numero: string): string {
  return /^\d{1,4}$/.test(numero) ? `LOT-${numero.padStart(4, "0")}` : numero;
}

function lotIn(asked: readonly string[], numero: string): string | undefined {
  const [only, ...others] = asked.filter((id) => id === numero || id === lotId(numero));
  return others.length === 0 ? only : undefined;
}

async function drawResponse(
  { candidature, siret, dume, uuid, madeAt }: FormsRequest,
  request: BuyerRequest | null,
  lot: string | null,
  typefaces: Typefaces,
): Promise<DrawnForms> {
  const membre = candidature.membres.find(({ dossier }) => dossier.siret === siret) ?? candidature.membres[0];
  const taille = dume.size ?? undefined;
  const response = makeResponse({ candidature, membre, person: personOf(dume), request, lot, taille, uuid, madeAt });
  if (response.state === "refused") return { forms: [], problem: { code: response.problem, detail: lot ?? "" } };
  const readable = await readableOf(response.document, madeAt, typefaces);
  const left = checkResponse(response.document).map(({ code, about }) => FINDINGS[code](about));
  const xml = new TextEncoder().encode(response.xml) as Uint8Array<ArrayBuffer>;
  const told = { kind: "dume", left, sworn: 0 } as const;
  const [title, name] = lot === null ? ["DUME", `dume_${siret}`] : [`DUME, ${lot}`, `dume_${siret}_${slugOf(lot)}`];
  const pdf = { ...told, title, fileName: `${name}.pdf`, mediaType: "application/pdf", pages: readable.pages } as const;
  const file = { ...told, title: `${title} (XML)`, fileName: `${name}.xml`, mediaType: "application/xml", pages: 0 } as const;
  return { forms: [await drawn(pdf, readable.bytes), await drawn(file, xml)], problem: null };
}

async function drawn(form: Omit<DrawnForm, "sha256" | "size" | "bytes">, bytes: DrawnForm["bytes"]): Promise<DrawnForm> {
  return { ...form, sha256: await sha256Of(bytes), size: bytes.length, bytes };
}
