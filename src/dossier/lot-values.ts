/** Which of a page's boxes and lists of lots say the lots that the person chose. Pure. What is not certain of a box leaves it alone. */
import type { Portee } from "../domain/bid.ts";
import type { ControlType, ListCell } from "../domain/page-reading.ts";
import { bare } from "../domain/plain.ts";

type Lot = Extract<Portee, { readonly sur: "lots" }>["lots"][number];

/** What a text of the page says of a lot. */
type Said = { readonly all: true } | { readonly all: false; readonly numero: string | null; readonly intitule: string };

/**
 * What goes there: `true` ticks a box, a text names the button or the option. `undefined`: nothing, as for what would be unticked.
 * @param type of the control
 */
export function lotValue({ said = "", options }: ListCell, type: ControlType, portee: Portee | null): string | true | undefined {
  if (portee === null || portee.sur === "marche") return undefined;
  if (type === "checkbox") return isChosen(said, portee) ? true : undefined;
  // One button, one option: of several lots none says all that was chosen.
  if (portee.sur === "lots" && portee.lots.length !== 1) return undefined;
  if (type === "radio") return isWhole(said, portee) ? said : undefined;
  const [only, ...others] = (options ?? []).filter((text) => isWhole(text, portee));
  return others.length === 0 ? only : undefined;
}

function isChosen(text: string, portee: Exclude<Portee, { readonly sur: "marche" }>): boolean {
  const said = saidIn(text);
  if (portee.sur === "tousLots") return said.all || said.numero !== null;
  return !said.all && portee.lots.filter((lot) => isLot(lot, said)).length === 1;
}

/** The text says all that was chosen, and nothing less. */
function isWhole(text: string, portee: Exclude<Portee, { readonly sur: "marche" }>): boolean {
  return portee.sur === "tousLots" ? saidIn(text).all : isChosen(text, portee);
}

/** By its number; two titles that differ make it another lot. By its whole title, where the page gives no number. */
function isLot({ numero, intitule }: Lot, said: Exclude<Said, { readonly all: true }>): boolean {
  const title = bare(intitule ?? "");
  const isSameTitle = title !== "" && title === bare(said.intitule);
  if (said.numero === null) return isSameTitle;
  return plainNumber(said.numero) === plainNumber(numero) && (isSameTitle || title === "" || bare(said.intitule) === "");
}

const plainNumber = (numero: string) =>
  numero
    .toLowerCase()
    .replace(/^lot[\s-]*/, "")
    .replace(/^0+(?=\d)/, "");

const NUMBERED = /^\s*(?:lots?\s*[-–]?\s*(?:n°|n\.|no\b|numéro)?\s*)?(\d{1,4}\s?(?:[a-z]\b|bis\b|ter\b)?|[a-z])\s*(?:[-–—:.)/|]+\s*|\(|$)/i;

function saidIn(text: string): Said {
  if (/^tous les lots\b/.test(bare(text))) return { all: true };
  const found = NUMBERED.exec(text) ?? /^\s*lots?\s*(?:n°|n\.|no\b|numéro)?\s*(\d{1,4})\s+/i.exec(text);
  if (found === null) return { all: false, numero: null, intitule: text.replace(/^\s*lots?\s*[:–—-]\s*/i, "") };
  return { all: false, numero: (found[1] ?? "").replace(/\s/g, ""), intitule: text.slice(found[0].length) };
}
