/** Whether a person sees a control. What no person sees is never written: honeypots, closed panels, other steps. */

/** True when the element is drawn, has a size, is not clipped away and lies inside the page. */
function isVisible(element: Element): boolean {
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: false })) return false;
  const box = element.getBoundingClientRect();
  if (box.width <= 1 || box.height <= 1) return false;
  const view = element.ownerDocument.defaultView;
  if (view === null) return false;
  let scrolled = false;
  for (let ancestor: Element | null = element; ancestor !== null; ancestor = parentOf(ancestor)) {
    const style = view.getComputedStyle(ancestor);
    if (isClippedAway(style)) return false;
    if (ancestor === element) continue;
    if (/auto|scroll/.test(style.overflow)) scrolled = true;
    else if (/hidden|clip/.test(style.overflow)) {
      const frame = ancestor.getBoundingClientRect();
      if (frame.width <= 1 || frame.height <= 1) return false;
    }
  }
  return scrolled || (box.right + view.scrollX > 0 && box.bottom + view.scrollY > 0);
}

/** True when the control, or a label of a button or box that is drawn by its label, is visible. */
export function isVisibleOrLabelled(element: Element): boolean {
  if (isVisible(element)) return true;
  const styledByLabel = element instanceof HTMLInputElement && (element.type === "radio" || element.type === "checkbox");
  return styledByLabel && [...(element.labels ?? [])].some(isVisible);
}

function isClippedAway({ clipPath, clip, position }: CSSStyleDeclaration): boolean {
  if (/^inset\((50|100)%/.test(clipPath) || /^circle\(0/.test(clipPath)) return true;
  return (position === "absolute" || position === "fixed") && /^rect\((0|1)px,? (0|1)px,? (0|1)px,? (0|1)px\)$/.test(clip);
}

function parentOf(element: Element): Element | null {
  const parent = element.assignedSlot ?? element.parentNode;
  return parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : null;
}
