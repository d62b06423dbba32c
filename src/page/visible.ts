/**
 * Whether a person sees a control. What no person sees is never written: traps for robots, closed panels, other steps, fields under
 * another. It is judged by what the browser computed, whatever means the page used.
 */
import { clipPathRect, clipRect, intersection, isNothing, type Rect } from "./clip.ts";
import { coveredSteps, pointsOn } from "./covered.ts";
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

/** A control narrower or lower than this many pixels is not seen. */
const LEAST_PX = 5;
/** An element less opaque than this is not seen. */
const LEAST_OPACITY = 0.15;
/** Nobody scrolls this many pixels beyond the window's width. */
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

/** True when a person sees an upload slot: the input, its label, or the button of its own block. */
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

/** How many elements of a slot's block, and nodes of each, have their words checked. */
const MOST_LOOKED_AT = 60;

function firstOf(all: NodeListOf<Element>, most: number): Element[] {
  return Array.from({ length: Math.min(most, all.length) }, (_, at) => all[at]).filter((one) => one !== undefined);
}

function* isSomeVisible(elements: Iterable<Element>): Steps<boolean> {
  for (const element of elements) if (yield* visibleSteps(element)) return true;
  return false;
}

/** Buttons that do not send the form. */
const PUSHED = "button[type=button], [role=button], input[type=button]";
const UPLOAD =
  /\b(choisi|parcour|ajout|joindre|s[ée]lectionn|t[ée]l[ée]vers|t[ée]l[ée]charg|import|d[ée]pos|gliss|drop|drag|upload|browse|attach|select|choose)/i;

/** The text at the beginning of the element itself, without that of its children. */
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
  if (view === null) return false;
  const viewport = viewportOf(view);
  viewport.isShown ??= yield* isShownFrame(view);
  if (!viewport.isShown || isInert(element)) return false;
  const asked = { opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: false };
  if (!Element.prototype.checkVisibility.call(element, asked)) return false;
  // All that is measured from here on is of one moment: a person may scroll in between.
  yield;
  const box = boxOf(element);
  if (isNothing(box, LEAST_PX)) return false;
  const look = lookOf(element, view);
  if (drawsNothing(element, look.style)) return false;
  const left = leftOf(element, look, box, view);
  if (left === null || isNothing(left, LEAST_PX)) return false;
  const points = pointsOn(left, viewportOf(view));
  return points === null || !(yield* coveredSteps(element, points, view));
}

/** The computed styles of one element that can hide its content. */
interface Look {
  readonly style: CSSStyleDeclaration;
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
  /** The nearest element around that may hide what is in it, once it was looked for. */
  around?: Hiding | null;
}

interface Hiding {
  readonly element: Element;
  readonly look: Look;
}

/** Kept for one synchronous run of code: meanwhile only we change the page, and we yield between two controls. */
interface Kept {
  readonly looks: WeakMap<Element, Look>;
  readonly windows: WeakMap<Window, Viewport>;
}

interface Viewport {
  readonly width: number;
  readonly height: number;
  readonly scrollX: number;
  readonly scrollY: number;
  /** Whether its frame is seen in the page that holds it, once it was looked for. */
  isShown?: boolean;
}

let kept: Kept | null = null;

function keptNow(): Kept {
  if (kept !== null) return kept;
  queueMicrotask(() => {
    kept = null;
  });
  kept = { looks: new WeakMap(), windows: new WeakMap() };
  return kept;
}

/** Where a window stands in its page: each of these properties has the browser check its layout again. */
function viewportOf(view: Window): Viewport {
  const { windows } = keptNow();
  const known = windows.get(view);
  if (known !== undefined) return known;
  const viewport: Viewport = { width: view.innerWidth, height: view.innerHeight, scrollX: view.scrollX, scrollY: view.scrollY };
  windows.set(view, viewport);
  return viewport;
}

function lookOf(element: Element, view: Window): Look {
  const { looks } = keptNow();
  const known = looks.get(element);
  if (known !== undefined) return known;
  const look = lookNow(view.getComputedStyle(element));
  looks.set(element, look);
  return look;
}

/** Each property of a computed style costs as much as a visit of the page: those that only others make matter are not asked for. */
function lookNow(style: CSSStyleDeclaration): Look {
  const { overflow, transform, filter, position, maskImage } = style;
  const scrolls = overflow !== "visible" && /auto|scroll/.test(overflow);
  const transforms = transform !== "none" || filter !== "none" || style.perspective !== "none";
  return {
    style,
    opacity: (isTurnedAway(transform, style) ? 0 : 1) * Number(style.opacity) * lightThrough(filter),
    isCut: (overflow !== "visible" && /hidden|clip/.test(overflow)) || isContained(style),
    scrolls,
    position: transforms && position === "static" ? "relative" : position,
    framesFixed: transforms,
    isMoved: transforms || isPlacedAway(position, style),
    clipPath: style.clipPath,
    clip: position === "absolute" || position === "fixed" ? style.clip : "auto",
    // A mask on a list that scrolls only fades its ends.
    isMasked: maskImage !== "none" && maskImage !== undefined && !scrolls,
  };
}

function isContained({ contain }: CSSStyleDeclaration): boolean {
  return contain !== "none" && /paint|strict|content/.test(contain);
}

function isPlacedAway(position: string, style: CSSStyleDeclaration): boolean {
  return position === "absolute" || (position === "relative" && [style.top, style.left].some((at) => Number.parseFloat(at) > 300));
}

/** True for most elements of a page: whatever is in them is seen as if they were not there. */
function hidesNothing({ opacity, isCut, scrolls, position, clipPath, isMasked }: Look): boolean {
  // What is moved or transformed is not static.
  return position === "static" && opacity === 1 && !isCut && !scrolls && clipPath === "none" && !isMasked;
}

/** The nearest element around that may hide what is in it: the way there is gone once, for all that stands on it. */
function hidingAround(element: Element, look: Look, view: Window): Hiding | null {
  const passed = [look];
  let found = look.around;
  for (let one = element; found === undefined; ) {
    const parent = drawnParentOf(one);
    if (parent === null) found = null;
    else {
      const around = lookOf(parent, view);
      if (!hidesNothing(around)) found = { element: parent, look: around };
      else if (around.around !== undefined) found = around.around;
      else passed.push(around);
      one = parent;
    }
  }
  for (const on of passed) on.around = found;
  return found;
}

/** The part of the element's box that can be seen, by scrolling if needed; `null` when an ancestor hides all of it. */
function leftOf(element: Element, own: Look, box: Rect, view: Window): Rect | null {
  let left: Rect = box;
  let opacity = 1;
  let escapes: Escape = null;
  for (let one: Hiding | null = { element, look: own }; one !== null; one = hidingAround(one.element, one.look, view)) {
    const { look } = one;
    opacity *= look.opacity;
    if (opacity < LEAST_OPACITY || look.isMasked) return null;
    if (frames(look, escapes)) escapes = null;
    const cut = leftBy(one, left, one.element === element ? box : escapes === null && !isRootBox(one.element), view);
    if (cut === null || isNothing(cut, LEAST_PX)) return null;
    left = cut;
    if (look.position === "fixed") escapes = "fixed";
    else if (look.position === "absolute") escapes ??= "absolute";
  }
  return escapes === "fixed" ? onScreen(left, view) : inPage(left, view);
}

/**
 * The part that one element leaves; `null` when it is away with all that is in it.
 * @param own the box of the control itself; of an element around it, whether it holds the control inside its edges
 */
function leftBy({ element, look }: Hiding, left: Rect, own: Rect | boolean, view: Window): Rect | null {
  const holds = own === true && (look.scrolls || look.isCut);
  if (!holds && !look.isMoved && look.clipPath === "none" && look.clip === "auto") return left;
  const frame = typeof own === "boolean" ? boxOf(element) : own;
  const within = clipped(left, look, frame);
  if (look.isMoved && isAway(element, frame, view)) return null;
  return holds ? heldIn(within, element, look, frame) : within;
}

/** How a box is out of the flow; `null` when it is in it. */
type Escape = "absolute" | "fixed" | null;

/** True when this box is the containing block of one that is out of the flow: only such boxes clip it. */
function frames({ position, framesFixed }: Look, escapes: Escape): boolean {
  return (escapes === "absolute" && position !== "static") || (escapes === "fixed" && framesFixed);
}

function clipped(left: Rect, { clipPath, clip, position }: Look, frame: Rect): Rect {
  const within = clipPath === "none" ? left : intersection(left, clipPathRect(clipPath, frame));
  return clip !== "auto" && /absolute|fixed/.test(position) ? intersection(within, clipRect(clip, frame)) : within;
}

/** The part that an ancestor leaves: what scrolling can show, or what lies inside its edges. */
function heldIn(left: Rect, one: Element, { scrolls, isCut }: Look, frame: Rect): Rect {
  if (scrolls) return scrolledInto(left, one, frame);
  return isCut ? intersection(left, frame) : left;
}

/** The part that can be scrolled into view; nothing for a box that lies before the start of the scrolled area. */
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
  const { width, height } = viewportOf(view);
  return intersection(left, { left: 0, top: 0, right: width, bottom: height });
}

/** The part in the page: what lies above or left of its start, or far beyond its width, is never seen. */
function inPage(left: Rect, view: Window): Rect {
  const { width, scrollX, scrollY } = viewportOf(view);
  return intersection(left, { left: -scrollX, top: -scrollY, right: width + FAR_PX - scrollX, bottom: Number.POSITIVE_INFINITY });
}

/** True when moved out of its containing box and the first screens: one could scroll there, but nobody would. */
function isAway(element: Element, box: Rect, view: Window): boolean {
  const container = ("offsetParent" in element ? offsetParentOf(element as HTMLElement) : null) ?? drawnParentOf(element);
  if (container === null) return false;
  const frame = boxOf(container);
  const { width, height, scrollX, scrollY } = viewportOf(view);
  const [right, bottom] = [Math.max(frame.right, width - scrollX), Math.max(frame.bottom, height - scrollY)];
  return box.left >= right || box.top >= bottom + height;
}

/** True for the boxes whose overflow is the window's: a page with an open dialog stops scrolling for a while. */
function isRootBox(element: Element): boolean {
  return localNameOf(element) === "html" || localNameOf(element) === "body";
}

/** True when nothing of the control is painted: no border, no background, no text. */
function drawsNothing(element: Element, style: CSSStyleDeclaration): boolean {
  if (!(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement))
    return false;
  if (element.type === "radio" || element.type === "checkbox" || element.type === "file") return false;
  const isBare = isClear(style.color) && isClear(style.backgroundColor) && style.backgroundImage === "none" && style.boxShadow === "none";
  return (
    isBare &&
    ["top", "right", "bottom", "left"].every(
      (side) =>
        Number.parseFloat(style.getPropertyValue(`border-${side}-width`)) === 0 || isClear(style.getPropertyValue(`border-${side}-color`)),
    )
  );
}

/** True for a colour that is almost transparent: "transparent", "rgba(0, 0, 0, 0)", "color(srgb 0 0 0 / 0.02)". */
function isClear(colour: string): boolean {
  const alpha = /(?:\/\s*|rgba\((?:[^,]*,){3}\s*)([\d.]+)(%?)\s*\)$/.exec(colour);
  return colour === "transparent" || (alpha !== null && Number(alpha[1]) / (alpha[2] === "%" ? 100 : 1) < LEAST_OPACITY);
}

/** The share of light that the filters let through, 0 to 1. */
function lightThrough(filter: string): number {
  if (filter === "none") return 1;
  let light = 1;
  for (const [, name, amount = ""] of filter.matchAll(/(opacity|contrast|brightness|blur)\(([^)]*)\)/g)) {
    const number = Number.parseFloat(amount) / (amount.includes("%") ? 100 : 1);
    if (name === "blur") light *= number > 8 ? 0 : 1;
    else light *= Math.min(1, number);
  }
  return light;
}

/** True when the element is turned round and its back is not drawn. */
function isTurnedAway(transform: string, style: CSSStyleDeclaration): boolean {
  const depth = transform === "none" ? undefined : /^matrix3d\(([^)]*)\)/.exec(transform)?.[1]?.split(",")[10];
  return depth !== undefined && Number(depth) < 0 && style.backfaceVisibility === "hidden";
}

/** True when the page declares the element `inert`. */
function isInert(element: Element): boolean {
  for (let one: Element | null = element; one !== null; ) {
    if (Element.prototype.closest.call(one, "[inert]") !== null) return true;
    const root = rootOf(one);
    one = root instanceof ShadowRoot ? root.host : null;
  }
  return false;
}

/** Whether a frame is seen in the page that holds it; when that page is another site's, whether the frame has a size. */
function* isShownFrame(view: Window): Steps<boolean> {
  const { width, height } = viewportOf(view);
  if (width < 20 || height < 20) return false;
  let frame: Element | null = null;
  try {
    frame = view.frameElement;
  } catch {
    // Another site's page holds this frame.
  }
  if (frame === null || !contains(documentOf(frame), frame)) return true;
  return yield* visibleSteps(frame);
}
