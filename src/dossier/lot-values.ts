/** Values for a page's boxes and lists of lots, from the lots that the person chose. Pure. An uncertain box is left alone. */
import { type Portee, plainLotNumber } from "../domain/bid.ts";
import type { ControlType, ListCell } from "../domain/page-reading.ts";
import { bare } from "../domain/plain.ts";

type Lot = Extract<Portee, { readonly sur: "lots" }>["lots"][number];

/** What a text of the page says about a lot. */
type Said = { readonly all: true } | { readonly all: false; readonly numero: string | null; readonly intitule: string };

/**
 * The value to write: `true` ticks a box, a text names the button or the option. `undefined`: nothing is written; boxes are never unticked.
 * @param type of the control
 */
export function lotValue({ said = "", options }: ListCell, type: ControlType, portee: Portee | null): string | true | undefined {
  if (portee === null || portee.sur === "marche") return undefined;
  if (type === "checkbox") return isChosen(said, portee) ? true : undefined;
  // A single button or option cannot express several lots.
  if (portee.sur === "lots" && portee.lots.length !== 1) return undefined;
  if (type === "radio") return isWhole(said, portee) ? said : undefined;
  const [only, ...others] = (options ?? []).filter((text) => isWhole(text, portee));
  return others.length === 0 ? only : undefined;
}

/** A control of the page that chooses lots. `empty`: nothing is chosen there yet. */
interface LotControl {
  readonly cell: ListCell;
  readonly type: ControlType;
  readonly empty: boolean;
  /** Of a list: several options may be chosen together. */
  readonly multiple?: boolean | undefined;
}

/**
 * The chosen lots, as the page writes them, that its lists and groups of buttons offer without being able to take them together: the person
 * chooses there. `portee.sur` "tousLots": only where no option stands for all. Empty when nothing is left to say.
 * @param controls of one document: the buttons of a group are told together
 */
export function lotsTakenOneByOne(controls: readonly LotControl[], portee: Portee | null): readonly string[] {
  if (portee === null || portee.sur === "marche") return [];
  const open = controls.filter(({ cell, empty, multiple }) => cell.list === "lots" && empty && multiple !== true);
  const buttons = open.filter(({ type }) => type === "radio").map(({ cell: { said = "" } }) => said);
  const lists = open.flatMap(({ cell: { options = [] }, type }) => (type === "select" ? [options] : []));
  return [...new Set([buttons, ...lists].flatMap((offered) => together(offered, portee)))];
}

/** The lots that are all chosen, and of which one only can be taken among these. */
function together(offered: readonly string[], portee: Exclude<Portee, { readonly sur: "marche" }>): readonly string[] {
  if (portee.sur === "lots") return portee.lots.length > 1 ? offered.filter((text) => isChosen(text, portee)) : [];
  const named = offered.filter((text) => isChosen(text, portee));
  return named.length < 2 || named.some((text) => saidIn(text).all) ? [] : named;
}

function isChosen(text: string, portee: Exclude<Portee, { readonly sur: "marche" }>): boolean {
  const said = saidIn(text);
  if (portee.sur === "tousLots") return said.all || said.numero !== null;
  return !said.all && portee.lots.filter((lot) => isLot(lot, said)).length === 1;
}

/** True when the text says everything that was chosen. */
function isWhole(text: string, portee: Exclude<Portee, { readonly sur: "marche" }>): boolean {
  return portee.sur === "tousLots" ? saidIn(text).all : isChosen(text, portee);
}

/** True for the same number, unless the titles differ; without a number on the page, for the same whole title. */
function isLot({ numero, intitule }: Lot, said: Exclude<Said, { readonly all: true }>): boolean {
  const title = bare(intitule ?? "");
  const isSameTitle = title !== "" && title === bare(said.intitule);
  if (said.numero === null) return isSameTitle;
  return plainLotNumber(said.numero) === plainLotNumber(numero) && (isSameTitle || title === "" || bare(said.intitule) === "");
}

const NUMBERED = /^\s*(?:lots?\s*[-–]?\s*(?:n°|n\.|no\b|numéro)?\s*)?(\d{1,4}\s?(?:[a-z]\b|bis\b|ter\b)?|[a-z])\s*(?:[-–—:.)/|]+\s*|\(|$)/i;

function saidIn(text: string): Said {
  if (/^tous les lots\b/.test(bare(text))) return { all: true };
  const found = NUMBERED.exec(text) ?? /^\s*lots?\s*(?:n°|n\.|no\b|numéro)?\s*(\d{1,4})\s+/i.exec(text);
  if (found === null) return { all: false, numero: null, intitule: text.replace(/^\s*lots?\s*[:–—-]\s*/i, "") };
  return { all: false, numero: (found[1] ?? "").replace(/\s/g, ""), intitule: text.slice(found[0].length) };
}
