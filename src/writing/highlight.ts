/**
 * Shows which controls were filled: an outline set through CSSOM, which strict content policies let pass, and taken back exactly.
 */
import { attributeOf, removeAttribute, setAttribute, styleOf } from "../page/dom.ts";

const OUTLINE = "2px solid rgb(46, 125, 50)";
const PROPERTIES = ["outline", "outline-offset"] as const;
/** The longhand properties of `outline`: the page's own values of them are put back. */
const LONGHANDS = ["outline-color", "outline-style", "outline-width", "outline-offset"] as const;

/** Highlights an element. The returned function removes the highlight, and keeps what the page itself changed since. */
export function highlight(element: HTMLElement): () => void {
  const attribute = attributeOf(element, "style");
  const before = declarationsOf(styleOf(element));
  const former = LONGHANDS.map(
    (name) => [name, styleOf(element).getPropertyValue(name), styleOf(element).getPropertyPriority(name)] as const,
  );
  styleOf(element).setProperty("outline", OUTLINE, "important");
  styleOf(element).setProperty("outline-offset", "1px", "important");
  return () => {
    for (const name of PROPERTIES) styleOf(element).removeProperty(name);
    for (const [name, value, priority] of former) if (value !== "") styleOf(element).setProperty(name, value, priority);
    if (declarationsOf(styleOf(element)) !== before) return;
    // The declarations are the same, only the attribute's text may differ. Chromium serialises it lazily: unless read, it cannot be
    // removed.
    if (attributeOf(element, "style") === attribute) return;
    if (attribute === null) removeAttribute(element, "style");
    else setAttribute(element, "style", attribute);
  };
}

function declarationsOf(style: CSSStyleDeclaration): string {
  return [...style]
    .map((name) => `${name}:${style.getPropertyValue(name)} ${style.getPropertyPriority(name)}`)
    .sort()
    .join(";");
}
