/** Which links and buttons of a page may lead to a document, from what is written there. Nothing is asked of the site. Pure. */
import type { Catchable, CatchWay, Told } from "../domain/catching.ts";
import { PIECE_KINDS, pieceOf } from "../domain/pieces.ts";
import { bare } from "../domain/plain.ts";
import { decoded } from "./address.ts";

/** A link, a frame or a button as it is written. */
export interface Written {
  readonly way: CatchWay;
  /** Whole address; of a form, where it is sent. */
  readonly url: string;
  readonly label: string;
  readonly beside: string;
  /** The heading that it stands under. */
  readonly under?: string;
  /** The media type that the page announces. */
  readonly type?: string;
  /** Shown by an element that is for what browsers do not show as a page. */
  readonly isPlugin?: boolean;
  /** For a link: its `download` name; empty when the page only marks it as a download. */
  readonly download?: string;
  /** Words of what its click runs, where the address was found there; of a form, also of what the button itself sends. */
  readonly program?: string;
}

/** A button that only the page can press. */
export type Pressed = Omit<Written, "way" | "url"> & {
  /** Words of all that is written to be run, wherever it is. */
  readonly program: string;
};

/** Words for a document or for getting one. */
const OF_DOCUMENTS = words(
  "attestation attestations certificat certificats justificatif justificatifs document documents extrait extraits kbis avis statuts bilan releve",
  "rib pdf telecharger telechargement imprimer impression editer edition obtenir download print certificate statement",
);
/** Words of links that must not be pressed for a person: they end, undo, pay, declare or sign. */
const WITH_EFFECTS = words(
  "deconnexion deconnecter logout logoff signout supprimer suppression delete remove resilier resiliation annuler annulation cancel payer paiement",
  "regler pay payment prelevement desinscrire desabonner unsubscribe valider signer signature declarer transmettre soumettre envoyer deposer send submit",
  "confirmer accepter refuser revoquer modifier enregistrer ajouter creer fermer cloturer",
);
/** Of these, words of programs that send anything: they tell nothing of what is sent. */
const OF_SENDING = words("valider envoyer submit send soumettre confirmer enregistrer ajouter creer fermer");
/** What ends or undoes, wherever it is written. */
const WITHOUT_RETURN = words("deconnexion deconnecter logout logoff signout supprimer suppression delete remove resilier resiliation");
/** Of these, names of acts: after a document's name they say what it is about, « attestation de paiement ». */
const ACTS = words("paiement prelevement resiliation annulation suppression signature");
/** What one presses to see a document that its line names. */
const TO_SEE = words("voir consulter visualiser afficher ouvrir apercu recuperer view open show see");
/** A year, a day, a month: which one of the documents that its line names. */
const IN_TIME = /^(?:\d{1,4}|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)$/;
/** Names of documents that no other thing has. */
const PAPERS = words("attestation attestations certificat certificats justificatif justificatifs extrait kbis");
/** What one presses to get a document. */
const TO_GET = words("telecharger telechargement imprimer impression editer edition obtenir exporter generer download print export");
/** What is got so, when its line names no paper. */
const GOT = words("pdf document releve bilan avis statuts rib");
/** Names of documents, long enough not to be another word. */
const KINDS = PIECE_KINDS.flatMap((kind) => pieceOf(kind).synonyms)
  .map(bare)
  .filter((name) => name.length > 3);

function words(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.join(" ").split(" "));
}

export const PDF = "application/pdf";
/** Endings of addresses that are surely not a document's. */
const OF_PAGES = /\.(?:html?|zip|docx?|xlsx?|pptx?|csv|xml|ics|png|jpe?g|gif|svg|webp|mp4|js|css)$/i;

/** True for a link that announces a PDF; `null` when it may not be pressed, or mentions no document; otherwise false. */
export function isOffered(written: Written): boolean | null {
  const { way, url, type, download = "" } = written;
  if (!URL.canParse(url)) return null;
  const address = new URL(url);
  if (!isAskable(address) || hasEffects(written, address)) return null;
  const isPdf = type === PDF || address.protocol === "data:" || endsAsPdf(address);
  if (way === "tab") return isPdf ? true : null;
  if (way === "embedded") return isPdf ? true : maybeShown(written, address);
  if (way === "form") return speaksOfDocument(written) ? false : null;
  return isPdf || /\.pdf$/i.test(download) || maybe(written, address);
}

/** On a site, made by the page's program, or a PDF written in the address itself. */
function isAskable({ protocol, pathname }: URL): boolean {
  return protocol === "data:" ? /^application\/pdf[;,]/i.test(pathname) : /^(?:https?|blob):$/.test(protocol);
}

/** For a link that announces nothing: its words decide whether it is offered. */
function maybe(written: Written, { pathname }: URL): false | null {
  if (OF_PAGES.test(pathname) || (written.type ?? "") !== "") return null;
  return speaksOfDocument(written) || written.download !== undefined ? false : null;
}

/** A frame of which nothing is known: what the page's program made, what its element is for, or what its title says to be a document. */
function maybeShown({ label, type = "", isPlugin = false }: Written, { protocol, pathname }: URL): false | null {
  if (type !== "" || OF_PAGES.test(pathname)) return null;
  return isPlugin || protocol === "blob:" || wordsOf(label).some((word) => PAPERS.has(word)) || namesKind(label) ? false : null;
}

/** For a form, the button's label and what the button itself sends: its address does not tell what one button does, unless it ends or undoes. */
function hasEffects({ way, label, download = "", program = "" }: Written, { protocol, pathname, search, hash }: URL): boolean {
  // Of what the page holds itself, the address says nothing.
  const told = /^(?:blob|data):$/.test(protocol) ? "" : decoded(`${pathname} ${search} ${hash}`);
  if (way === "form" && (runsEffects(program) || wordsOf(told).some((word) => WITHOUT_RETURN.has(word)))) return true;
  const said = way === "form" ? label : `${label} ${download} ${program} ${told}`;
  const all = wordsOf(said);
  return all.some(
    (word, index) =>
      WITH_EFFECTS.has(word) && !isOfDocument(all, index) && !(word === "enregistrer" && way !== "form" && all.includes("pdf")),
  );
}

/** What a program does, or a button sends, beside sending. */
const runsEffects = (program: string) => wordsOf(program).some((word) => WITH_EFFECTS.has(word) && !OF_SENDING.has(word));

/** « attestation … de paiement »: the act is what the document is about. */
function isOfDocument(all: readonly string[], index: number): boolean {
  const [word = "", before = ""] = [all[index], all[index - 1]];
  return ACTS.has(word) && /^(?:de|des|du|d)$/.test(before) && all.slice(0, index).some((one) => PAPERS.has(one));
}

function speaksOfDocument({ label, beside: line, under = "", download }: Written): boolean {
  // What shows neither a word nor a year may be anything under that heading: an icon, a page of the list.
  const beside = line === "" && /\p{L}{2}|\b20\d\d\b/u.test(label) ? under : line;
  if (wordsOf(`${label} ${download ?? ""}`).some((word) => OF_DOCUMENTS.has(word)) || namesKind(label)) return true;
  const isToSee = wordsOf(label).every((word) => word === "" || TO_SEE.has(word) || IN_TIME.test(word));
  return (
    (download !== undefined && namesKind(beside)) || (isToSee && (namesKind(beside) || wordsOf(beside).some((word) => PAPERS.has(word))))
  );
}

const wordsOf = (text: string) => bare(text).split(" ");

function namesKind(text: string): boolean {
  const said = ` ${bare(text)} `;
  return KINDS.some((name) => said.includes(` ${name} `));
}

function endsAsPdf({ pathname, search }: URL): boolean {
  return /\.pdf$/i.test(pathname) || /\.pdf(?:&|$)/i.test(search);
}

/** True for a button that gives a document by the page's own program: it is named, never pressed. */
export function isTold({ label, beside, under = "", program }: Pressed): boolean {
  const said = wordsOf(label);
  if (said.some((word, index) => WITH_EFFECTS.has(word) && !isOfDocument(said, index))) return false;
  if (runsEffects(program) || /\b(?:valider|confirmer|confirm|print)\b/.test(bare(program))) return false;
  if (namesPaper(label)) return true;
  const gets = said.some((word) => TO_GET.has(word));
  const shows = said.every((word) => word === "" || TO_SEE.has(word) || TO_GET.has(word) || IN_TIME.test(word));
  return (gets && said.some((word) => GOT.has(word))) || (shows && namesPaper(beside === "" ? under : beside));
}

const namesPaper = (text: string) => namesKind(text) || wordsOf(text).some((word) => PAPERS.has(word));

const MOST = 12;
const WAYS: Readonly<Record<CatchWay, number>> = { tab: 0, embedded: 1, link: 2, form: 3 };

type Found = Omit<Catchable, "frameId">;

/** The links offered, the surest first, each address once, and how many more there are. */
export function offered(all: readonly (Written & { readonly id: string })[]): {
  readonly catchables: readonly Found[];
  readonly more: number;
} {
  const seen = new Set<string>();
  const found = all.flatMap((written): Found[] => {
    const isSure = isOffered(written);
    // Two buttons of one form ask two things: their labels, and what each sends, tell them apart.
    const key = written.way === "form" ? `${written.url} ${written.label} ${written.program ?? ""}` : written.url.replace(/#.*$/, "");
    if (isSure === null || seen.has(key)) return [];
    seen.add(key);
    const { id, way, label, beside, under = "" } = written;
    return [{ id, way, label, beside: [beside, /\p{L}{2}/u.test(beside) ? "" : under].filter(Boolean).join(" "), isSure }];
  });
  const ordered = found.toSorted((a, b) => Number(b.isSure) - Number(a.isSure) || WAYS[a.way] - WAYS[b.way]);
  return { catchables: ordered.slice(0, MOST), more: Math.max(0, ordered.length - MOST) };
}

/** Most of these are the page's own menus. */
const MOST_TOLD = 6;

/** Their names, each once. */
export function told(all: readonly Pressed[]): readonly Told[] {
  const lines = all.filter(isTold).map(({ label, beside, under = "" }) => ({ label, beside: beside === "" ? under : beside }));
  const isFirst = (one: Told, at: number) => lines.findIndex((other) => other.label === one.label && other.beside === one.beside) === at;
  return lines.filter(isFirst).slice(0, MOST_TOLD);
}
