/** What is left of a box once it is cut: rectangles in the window's coordinates, and the shapes of `clip-path` and `clip`. */

export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function intersection(one: Rect, other: Rect): Rect {
  return {
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  };
}

/** True when the width or the height is less than that many pixels. */
export function isNothing({ left, top, right, bottom }: Rect, least: number): boolean {
  return right - left < least || bottom - top < least;
}

const NOTHING: Rect = { left: 0, top: 0, right: 0, bottom: 0 };

/**
 * The rectangle around what a `clip-path` leaves of a box, as computed style writes it; the whole box for a shape that cannot be told
 * (a reference, a drawn path).
 */
export function clipPathRect(clipPath: string, box: Rect): Rect {
  const [, shape = "", inside = ""] = /^([a-z]+)\(([^)]*(?:\([^)]*\)[^)]*)*)\)/.exec(clipPath) ?? [];
  const width = box.right - box.left;
  const height = box.bottom - box.top;
  const [sizes = "", at = ""] = inside.split(/\s*\bat\b\s*/);
  switch (shape) {
    case "inset": {
      const [top, right = top, bottom = top, left = right] = (sizes.split(/\s*\bround\b/)[0] ?? "").trim().split(/\s+/);
      return {
        left: box.left + lengthIn(left, width),
        top: box.top + lengthIn(top, height),
        right: box.right - lengthIn(right, width),
        bottom: box.bottom - lengthIn(bottom, height),
      };
    }
    case "circle":
    case "ellipse": {
      const diagonal = Math.hypot(width, height) / Math.SQRT2;
      const [first, second] = sizes.trim().split(/\s+/);
      const across = first === "" || first === undefined ? width / 2 : lengthIn(first, shape === "circle" ? diagonal : width);
      const down = shape === "circle" ? across : lengthIn(second, height);
      const [x = "50%", y = "50%"] = at === "" ? [] : at.trim().split(/\s+/);
      const centre = { x: box.left + lengthIn(x, width), y: box.top + lengthIn(y, height) };
      return intersection(box, { left: centre.x - across, right: centre.x + across, top: centre.y - down, bottom: centre.y + down });
    }
    case "polygon": {
      const points = inside
        .replace(/^\s*(nonzero|evenodd)\s*,/, "")
        .split(",")
        .map((point) => point.trim().split(/\s+/));
      const xs = points.map(([x]) => box.left + lengthIn(x, width));
      const ys = points.map(([, y]) => box.top + lengthIn(y, height));
      const around = { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
      return areaOf(xs, ys) < 1 ? NOTHING : intersection(box, around);
    }
    default:
      return box;
  }
}

/** The rectangle that `clip: rect(…)` leaves of a box out of the flow. */
export function clipRect(clip: string, box: Rect): Rect {
  const parts = /^rect\(([^)]*)\)$/
    .exec(clip)?.[1]
    ?.split(/[\s,]+/)
    .filter((part) => part !== "");
  if (parts === undefined) return box;
  const at = (part: string | undefined, whole: number) => (part === undefined || part === "auto" ? whole : Number.parseFloat(part));
  const [top, right, bottom, left] = parts;
  return intersection(box, {
    left: box.left + at(left, 0),
    top: box.top + at(top, 0),
    right: box.left + at(right, box.right - box.left),
    bottom: box.top + at(bottom, box.bottom - box.top),
  });
}

function areaOf(xs: readonly number[], ys: readonly number[]): number {
  let twice = 0;
  for (const [i, x] of xs.entries()) {
    const next = (i + 1) % xs.length;
    twice += x * (ys[next] ?? 0) - (xs[next] ?? 0) * (ys[i] ?? 0);
  }
  return Math.abs(twice) / 2;
}

/** Pixels of "12px", "40%" or a keyword of position; a sum that cannot be computed counts as its percentage. */
function lengthIn(length: string | undefined, whole: number): number {
  if (length === undefined || length === "closest-side" || length === "farthest-side" || length === "center") return whole / 2;
  if (length === "right" || length === "bottom") return whole;
  const number = Number.parseFloat(length.replace(/^calc\(/, ""));
  return Number.isNaN(number) ? 0 : length.includes("%") ? (number / 100) * whole : number;
}
