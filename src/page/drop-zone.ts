/** Zones that take dropped files, by the names that their libraries and authors give them. */
import { classesOf, idOf, localNameOf } from "./dom.ts";

const NAMES = /(^|[-_ ])(dropzone|drop-?zone|drop-?area|file-?drop|depot|zone-?(de-)?depot|upload-?zone|drag-?(and-?)?drop)([-_ ]|$)/i;

/** Matches every element that may be named as a drop zone, and some others: `isNamedDropZone` decides. */
export const LIKE_A_DROP_ZONE = "[class*=drop i], [id*=drop i], [class*=depot i], [id*=depot i], [class*=upload i], [id*=upload i]";

const ZONES = new Set(["div", "section", "label"]);

export function isNamedDropZone(element: Element, localName = localNameOf(element), classes = classesOf(element)): boolean {
  return ZONES.has(localName) && NAMES.test(`${classes} ${idOf(element)}`);
}
