/** A CSS selector that finds an element again, in its document or shadow root. */

export function selectorOf(element: Element): string {
  const root = element.getRootNode() as Document | ShadowRoot;
  const isUnique = (selector: string) => root.querySelectorAll(selector).length === 1;
  const tag = element.localName;
  if (element.id !== "") {
    const byId = `#${CSS.escape(element.id)}`;
    if (isUnique(byId)) return byId;
  }
  const name = element.getAttribute("name");
  if (name !== null && name !== "") {
    const byName = `${tag}[name=${JSON.stringify(name)}]`;
    if (isUnique(byName)) return byName;
    const value = element.getAttribute("value");
    if (value !== null && element.matches("input[type=radio], input[type=checkbox]")) {
      const byValue = `${byName}[value=${JSON.stringify(value)}]`;
      if (isUnique(byValue)) return byValue;
    }
  }
  return pathOf(element, root);
}

/** From the nearest ancestor with a unique id, or from the root, child by child. */
function pathOf(element: Element, root: Document | ShadowRoot): string {
  const steps: string[] = [];
  for (let one: Element | null = element; one !== null && one.localName !== "html"; one = one.parentElement) {
    if (one !== element && one.id !== "" && root.querySelectorAll(`#${CSS.escape(one.id)}`).length === 1) {
      steps.unshift(`#${CSS.escape(one.id)}`);
      break;
    }
    const tag = one.localName;
    const siblings = [...(one.parentNode?.children ?? [])].filter((sibling) => sibling.localName === tag);
    // At the top of a shadow root: only there has an element no parent element.
    const top = one.parentElement === null ? ":not(* > *)" : "";
    steps.unshift(`${tag}${siblings.length > 1 ? `:nth-of-type(${siblings.indexOf(one) + 1})` : ""}${top}`);
  }
  return steps.join(" > ");
}
