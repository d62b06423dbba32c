/** Whether another element permanently lies over a control. */
import type { Rect } from "./clip.ts";
import { contains, drawnParentOf, localNameOf, rootOf, stackAt, topmostAt } from "./dom.ts";
import type { Steps } from "./slices.ts";

type Point = readonly [x: number, y: number];

/** What a window shows, in pixels. */
interface Screen {
  readonly width: number;
  readonly height: number;
}

/**
 * True when something opaque in the page lies over the whole control, which is on the screen, and scrolls with it. A banner or a dialog
 * that floats over the window is in the way only for a while; below the fold nothing is known. May wait between two points: for each, the
 * browser searches the whole page.
 */
export function* coveredSteps(element: Element, points: readonly Point[], view: Window): Steps<boolean> {
  const root = rootOf(element);
  if (!(root instanceof Document || root instanceof ShadowRoot)) return false;
  for (const [x, y] of points) {
    if (!isCoveredAt(element, root, { x, y }, view)) return false;
    yield;
  }
  return true;
}

/** The middle of a box and a point near each corner; `null` unless all are on the screen. */
export function pointsOn({ left, top, right, bottom }: Rect, screen: Screen): readonly Point[] | null {
  const [width, height] = [right - left, bottom - top];
  const [first, last] = [left + 0.15 * width, left + 0.85 * width];
  const [high, low] = [top + 0.25 * height, top + 0.75 * height];
  if (!(first >= 0 && high >= 0 && last < screen.width && low < screen.height)) return null;
  return [
    [left + 0.5 * width, top + 0.5 * height],
    [first, high],
    [last, high],
    [first, low],
    [last, low],
  ];
}

function isCoveredAt(element: Element, root: Document | ShadowRoot, { x, y }: { x: number; y: number }, view: Window): boolean {
  // This costs a third of asking for every element at the point.
  const top = topmostAt(root, x, y);
  if (top !== null && (top === element || contains(element, top))) return false;
  const stack = stackAt(root, x, y);
  const at = stack.findIndex((one) => one === element || contains(element, one));
  // The control is not in the stack: the page lets the mouse through it.
  if (at < 0) return stack.slice(0, 1).some((one) => isLid(one, element, view));
  return stack.slice(0, at).some((one) => isLid(one, element, view));
}

/** True for an opaque element that is not part of the control's label and does not float. */
function isLid(lid: Element, element: Element, view: Window): boolean {
  if (localNameOf(lid) === "html" || localNameOf(lid) === "body" || isOfItsLabel(lid, element)) return false;
  // An ancestor of a control that lets the mouse through is its background, not a cover.
  if (contains(lid, element) && view.getComputedStyle(element).pointerEvents === "none") return false;
  return isOpaque(lid, view) && !floats(lid, view);
}

function isOfItsLabel(lid: Element, element: Element): boolean {
  const labels =
    element instanceof HTMLInputElement || element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement
      ? element.labels
      : null;
  return [...(labels ?? [])].some((label) => contains(label, lid));
}

function isOpaque(lid: Element, view: Window): boolean {
  if (/^(img|video|canvas|iframe|embed|object)$/.test(localNameOf(lid))) return isLit(lid, view);
  const { backgroundColor, backgroundImage } = view.getComputedStyle(lid);
  const alpha = /(?:\/\s*|rgba\((?:[^,]*,){3}\s*)([\d.]+)\s*\)$/.exec(backgroundColor)?.[1];
  const isPainted = backgroundColor !== "transparent" && (alpha === undefined || Number(alpha) > 0.8);
  return (isPainted || backgroundImage.startsWith("url(")) && isLit(lid, view);
}

function isLit(lid: Element, view: Window): boolean {
  let opacity = 1;
  for (let one: Element | null = lid; one !== null; one = drawnParentOf(one)) opacity *= Number(view.getComputedStyle(one).opacity);
  return opacity > 0.8;
}

function floats(lid: Element, view: Window): boolean {
  for (let one: Element | null = lid; one !== null; one = drawnParentOf(one)) {
    if (/fixed|sticky/.test(view.getComputedStyle(one).position)) return true;
  }
  return false;
}
