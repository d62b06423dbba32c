/**
 * Whether a person sees a control. What no person sees is never written: traps for robots, closed panels, other steps, fields under
 * another. Told from what the browser computed, whatever the page did to get there.
 */
import { clipPathRect, clipRect, intersection, isNothing, type Rect } from "./clip.ts";
import { coveredSteps } from "./covered.ts";
import {
  boxOf,
  contains,
  documentOf,
  drawnParentOf,
  firstNodeOf,
  localNameOf,
  matches,
  nextNodeOf,
  offsetParentOf,
  queryAll,
  rootOf,
  scrollHeightOf,
  scrollLeftOf,
  scrollTopOf,
  scrollWidthOf,
  viewOf,
} from "./dom.ts";
import { finish, type Steps } from "./slices.ts";

/** Fewer pixels than this, one way or the other, are no control. */
const LEAST_PX = 5;
/** What lets through less than this part of the light is not seen. */
const LEAST_OPACITY = 0.15;
/** So many pixels beyond the page's own width, nobody scrolls. */
const FAR_PX = 2_000;

/** True when a person sees the control, or the label by which a button or box is drawn. */
export function isVisibleOrLabelled(element: Element): boolean {
  return finish(visibleOrLabelledSteps(element));
}

/** The same, as work that may wait. */
export function* visibleOrLabelledSteps(element: Element): Steps<boolean> {
  if (yield* visibleSteps(element)) return true;
  const styledByLabel = element instanceof HTMLInputElement && (element.type === "radio" || element.type === "checkbox");
  return styledByLabel && (yield* isSomeVisible(labelsOf(element)));
}

/** True when a person sees an upload slot: itself, its label, or the button in the block that is its own. */
export function isSeenSlot(element: Element): boolean {
  return finish(seenSlotSteps(element));
}

/** The same, as work that may wait. */
export function* seenSlotSteps(element: Element): Steps<boolean> {
  if (yield* visibleSteps(element)) return true;
  if (!(element instanceof HTMLInputElement) || isInert(element)) return false;
  if (yield* isSomeVisible(labelsOf(element))) return true;
  let block = drawnParentOf(element);
  for (let depth = 0; block !== null && depth < 5 && !matches(block, "body, form"); depth++, block = drawnParentOf(block)) {
    if (queryAll(block, "input[type=file]").length > 1) return false;
    if (yield* isSomeVisible(queryAll(block, PUSHED))) return true;
    const written = [block, ...firstOf(queryAll(block, "*"), MOST_LOOKED_AT)].filter((one) => UPLOAD.test(ownTextOf(one)));
    if (yield* isSomeVisible(written)) return true;
  }
  return false;
}

/** Elements of a slot's block, and nodes of each, whose words are looked at. */
const MOST_LOOKED_AT = 60;

function firstOf(all: NodeListOf<Element>, most: number): Element[] {
  return Array.from({ length: Math.min(most, all.length) }, (_, at) => all[at]).filter((one) => one !== undefined);
}

function* isSomeVisible(elements: Iterable<Element>): Steps<boolean> {
  for (const element of elements) if (yield* visibleSteps(element)) return true;
  return false;
}

/** A button that is not the form's own. */
const PUSHED = "button[type=button], [role=button], input[type=button]";
const UPLOAD =
  /\b(choisi|parcour|ajout|joindre|s[ée]lectionn|t[ée]l[ée]vers|t[ée]l[ée]charg|import|d[ée]pos|gliss|drop|drag|upload|browse|attach|select|choose)/i;

/** What the element itself writes at its beginning, without what its children do. */
function ownTextOf(element: Element): string {
  const texts: string[] = [];
  let node = firstNodeOf(element);
  for (let at = 0; node !== null && at < MOST_LOOKED_AT; at += 1, node = nextNodeOf(node)) if (node instanceof Text) texts.push(node.data);
  return texts.join(" ");
}

function labelsOf(element: HTMLInputElement): HTMLElement[] {
  return [...(element.labels ?? [])];
}

/** True when the element is drawn, has a size, is not clipped away, can be scrolled to, and nothing lies over it. */
function* visibleSteps(element: Element): Steps<boolean> {
  const view = viewOf(documentOf(element));
  if (view === null || !(yield* isShownFrame(view)) || isInert(element)) return false;
  const asked = { opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: false };
  if (!Element.prototype.checkVisibility.call(element, asked)) return false;
  const box = boxOf(element);
  if (isNothing(box, LEAST_PX) || drawsNothing(element, view)) return false;
  const left = leftOf(element, box, view);
  return left !== null && !isNothing(left, LEAST_PX) && !(yield* coveredSteps(element, left, view));
}

/** What the browser computed of one element, as far as it can hide what is in it. */
interface Look {
  readonly opacity: number;
  readonly isCut: boolean;
  readonly scrolls: boolean;
  /** Static, unless something makes it the frame of its absolute children. */
  readonly position: string;
  readonly framesFixed: boolean;
  /** Out of the flow, or shifted from its place in it. */
  readonly isMoved: boolean;
  readonly clipPath: string;
  readonly clip: string;
  readonly isMasked: boolean;
}

/** Kept while one piece of script runs: nothing moves meanwhile but by our own hand, which lets the script end between two controls. */
let looks: WeakMap<Element, Look> | null = null;

function lookOf(element: Element, view: Window): Look {
  if (looks === null) {
    looks = new WeakMap();
    queueMicrotask(() => {
      looks = null;
    });
  }
  const known = looks.get(element);
  if (known !== undefined) return known;
  const style = view.getComputedStyle(element);
  const scrolls = /auto|scroll/.test(style.overflow);
  const transforms = style.transform !== "none" || style.perspective !== "none" || style.filter !== "none";
  const look: Look = {
    opacity: (isTurnedAway(style) ? 0 : 1) * Number(style.opacity) * lightThrough(style.filter),
    isCut: /hidden|clip/.test(style.overflow) || /paint|strict|content/.test(style.contain),
    scrolls,
    position: transforms && style.position === "static" ? "relative" : style.position,
    framesFixed: transforms,
    isMoved:
      transforms ||
      style.position === "absolute" ||
      (style.position === "relative" && [style.top, style.left].some((at) => Number.parseFloat(at) > 300)),
    clipPath: style.clipPath,
    clip: style.clip,
    // A list that scrolls may fade at its ends.
    isMasked: style.maskImage !== "none" && style.maskImage !== undefined && !scrolls,
  };
  looks.set(element, look);
  return look;
}

/** What is left of the element's box, scrolling counted; `null` when something over it hides it whole. */
function leftOf(element: Element, box: Rect, view: Window): Rect | null {
  let left: Rect = box;
  let opacity = 1;
  let escapes: Escape = null;
  for (let one: Element | null = element; one !== null; one = drawnParentOf(one)) {
    const look = lookOf(one, view);
    opacity *= look.opacity;
    if (opacity < LEAST_OPACITY || look.isMasked) return null;
    if (frames(look, escapes)) escapes = null;
    const frame = one === element ? box : boxOf(one);
    left = clipped(left, look, frame);
    if (look.isMoved && isAway(one, frame, view)) return null;
    if (one !== element && escapes === null && !isRootBox(one)) left = heldIn(left, one, look, frame);
    if (isNothing(left, LEAST_PX)) return null;
    if (look.position === "fixed") escapes = "fixed";
    else if (look.position === "absolute") escapes ??= "absolute";
  }
  return escapes === "fixed" ? onScreen(left, view) : inPage(left, view);
}

/** How a box stands out of the flow; `null`: it does not. */
type Escape = "absolute" | "fixed" | null;

/** A box out of the flow is cut only by the boxes that frame it. */
function frames({ position, framesFixed }: Look, escapes: Escape): boolean {
  return (escapes === "absolute" && position !== "static") || (escapes === "fixed" && framesFixed);
}

function clipped(left: Rect, { clipPath, clip, position }: Look, frame: Rect): Rect {
  const within = clipPath === "none" ? left : intersection(left, clipPathRect(clipPath, frame));
  return clip !== "auto" && /absolute|fixed/.test(position) ? intersection(within, clipRect(clip, frame)) : within;
}

/** What a box over it leaves: all that scrolling brings, or what stands inside its edges. */
function heldIn(left: Rect, one: Element, { scrolls, isCut }: Look, frame: Rect): Rect {
  if (scrolls) return scrolledInto(left, one, frame);
  return isCut ? intersection(left, frame) : left;
}

/** The box brought into a box that scrolls; nothing when it lies before where scrolling begins. */
function scrolledInto(left: Rect, scroller: Element, frame: Rect): Rect {
  const start = { left: frame.left - scrollLeftOf(scroller), top: frame.top - scrollTopOf(scroller) };
  const within = intersection(left, {
    ...start,
    right: start.left + Math.max(scrollWidthOf(scroller), frame.right - frame.left),
    bottom: start.top + Math.max(scrollHeightOf(scroller), frame.bottom - frame.top),
  });
  return isNothing(within, LEAST_PX) ? within : frame;
}

function onScreen(left: Rect, view: Window): Rect {
  return intersection(left, { left: 0, top: 0, right: view.innerWidth, bottom: view.innerHeight });
}

/** Nothing before the page's beginning is ever seen, nor what lies far beyond its width. */
function inPage(left: Rect, view: Window): Rect {
  const start = { left: -view.scrollX, top: -view.scrollY };
  return intersection(left, { ...start, right: start.left + view.innerWidth + FAR_PX, bottom: Number.POSITIVE_INFINITY });
}

/** Pushed out of the box that frames it and of the first screens: the window could be scrolled there, nobody would think of it. */
function isAway(element: Element, box: Rect, view: Window): boolean {
  const container = ("offsetParent" in element ? offsetParentOf(element as HTMLElement) : null) ?? drawnParentOf(element);
  if (container === null) return false;
  const frame = boxOf(container);
  const [right, bottom] = [Math.max(frame.right, view.innerWidth - view.scrollX), Math.max(frame.bottom, view.innerHeight - view.scrollY)];
  return box.left >= right || box.top >= bottom + view.innerHeight;
}

/** The boxes whose overflow is the window's own: a page that opens a dialog stops scrolling for a while. */
function isRootBox(element: Element): boolean {
  return localNameOf(element) === "html" || localNameOf(element) === "body";
}

/** Nothing of the control is painted: no line, no ground, no letter. */
function drawsNothing(element: Element, view: Window): boolean {
  if (!(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement))
    return false;
  if (element.type === "radio" || element.type === "checkbox" || element.type === "file") return false;
  const style = view.getComputedStyle(element);
  const isBare = style.backgroundImage === "none" && style.boxShadow === "none" && isClear(style.backgroundColor) && isClear(style.color);
  const sides = ["top", "right", "bottom", "left"].every(
    (side) =>
      Number.parseFloat(style.getPropertyValue(`border-${side}-width`)) === 0 || isClear(style.getPropertyValue(`border-${side}-color`)),
  );
  return isBare && sides;
}

/** A colour that lets all through: "transparent", "rgba(0, 0, 0, 0)", "color(srgb 0 0 0 / 0.02)". */
function isClear(colour: string): boolean {
  const alpha = /(?:\/\s*|rgba\((?:[^,]*,){3}\s*)([\d.]+)(%?)\s*\)$/.exec(colour);
  return colour === "transparent" || (alpha !== null && Number(alpha[1]) / (alpha[2] === "%" ? 100 : 1) < LEAST_OPACITY);
}

/** The part of what is drawn that the filters leave to be read. */
function lightThrough(filter: string): number {
  let light = 1;
  for (const [, name, amount = ""] of filter.matchAll(/(opacity|contrast|brightness|blur)\(([^)]*)\)/g)) {
    const number = Number.parseFloat(amount) / (amount.includes("%") ? 100 : 1);
    if (name === "blur") light *= number > 8 ? 0 : 1;
    else light *= Math.min(1, number);
  }
  return light;
}

/** Turned round, with its back not drawn. */
function isTurnedAway({ backfaceVisibility, transform }: CSSStyleDeclaration): boolean {
  const depth = /^matrix3d\(([^)]*)\)/.exec(transform)?.[1]?.split(",")[10];
  return backfaceVisibility === "hidden" && depth !== undefined && Number(depth) < 0;
}

/** Neither seen nor reached, by the page's word. */
function isInert(element: Element): boolean {
  for (let one: Element | null = element; one !== null; ) {
    if (Element.prototype.closest.call(one, "[inert]") !== null) return true;
    const root = rootOf(one);
    one = root instanceof ShadowRoot ? root.host : null;
  }
  return false;
}

/** Of a frame whose page may be looked at, whether it is seen there; of another, whether it has a size. */
function* isShownFrame(view: Window): Steps<boolean> {
  if (view.innerWidth < 20 || view.innerHeight < 20) return false;
  let frame: Element | null = null;
  try {
    frame = view.frameElement;
  } catch {
    // Another site's page holds this frame.
  }
  return frame === null || !contains(documentOf(frame), frame) || (yield* visibleSteps(frame));
}
