/** A CSS selector that finds an element again, in its document or shadow root. */
import { attributeOf, childrenOf, idOf, localNameOf, matches, parentElementOf, parentNodeOf, queryAll, rootOf } from "./dom.ts";

export function selectorOf(element: Element): string {
  const root = rootOf(element) as Document | ShadowRoot;
  const isUnique = (selector: string) => queryAll(root, selector).length === 1;
  const tag = localNameOf(element);
  if (idOf(element) !== "") {
    const byId = `#${CSS.escape(idOf(element))}`;
    if (isUnique(byId)) return byId;
  }
  const name = attributeOf(element, "name");
  if (name !== null && name !== "") {
    const byName = `${tag}[name=${JSON.stringify(name)}]`;
    if (isUnique(byName)) return byName;
    const value = attributeOf(element, "value");
    if (value !== null && matches(element, "input[type=radio], input[type=checkbox]")) {
      const byValue = `${byName}[value=${JSON.stringify(value)}]`;
      if (isUnique(byValue)) return byValue;
    }
  }
  return pathOf(element, root);
}

/** From the nearest ancestor with a unique id, or from the root, child by child. */
function pathOf(element: Element, root: Document | ShadowRoot): string {
  const steps: string[] = [];
  for (let one: Element | null = element; one !== null && localNameOf(one) !== "html"; one = parentElementOf(one)) {
    if (one !== element && idOf(one) !== "" && queryAll(root, `#${CSS.escape(idOf(one))}`).length === 1) {
      steps.unshift(`#${CSS.escape(idOf(one))}`);
      break;
    }
    const tag = localNameOf(one);
    const siblings = [...(childrenOf(parentNodeOf(one)) ?? [])].filter((sibling) => localNameOf(sibling) === tag);
    // At the top of a shadow root: only there has an element no parent element.
    const top = parentElementOf(one) === null ? ":not(* > *)" : "";
    steps.unshift(`${tag}${siblings.length > 1 ? `:nth-of-type(${siblings.indexOf(one) + 1})` : ""}${top}`);
  }
  return steps.join(" > ");
}
