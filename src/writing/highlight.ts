/**
 * Shows which controls were filled: an outline set through CSSOM, which strict content policies let pass, and taken back exactly.
 */
const OUTLINE = "2px solid rgb(46, 125, 50)";
const PROPERTIES = ["outline", "outline-offset"] as const;
/** The longhands that `outline` stands for: what the page had set of them is put back. */
const LONGHANDS = ["outline-color", "outline-style", "outline-width", "outline-offset"] as const;

/** Highlights an element; the function returned takes it back, leaving what the page itself changed since. */
export function highlight(element: HTMLElement): () => void {
  const attribute = element.getAttribute("style");
  const before = declarationsOf(element.style);
  const former = LONGHANDS.map((name) => [name, element.style.getPropertyValue(name), element.style.getPropertyPriority(name)] as const);
  element.style.setProperty("outline", OUTLINE, "important");
  element.style.setProperty("outline-offset", "1px", "important");
  return () => {
    for (const name of PROPERTIES) element.style.removeProperty(name);
    for (const [name, value, priority] of former) if (value !== "") element.style.setProperty(name, value, priority);
    if (declarationsOf(element.style) !== before) return;
    // The same declarations: only the writing of the attribute may differ. Chromium writes it lazily: unread, it could not be removed.
    if (element.getAttribute("style") === attribute) return;
    if (attribute === null) element.removeAttribute("style");
    else element.setAttribute("style", attribute);
  };
}

function declarationsOf(style: CSSStyleDeclaration): string {
  return [...style]
    .map((name) => `${name}:${style.getPropertyValue(name)} ${style.getPropertyPriority(name)}`)
    .sort()
    .join(";");
}
