/** Runs inside a page: its controls, and which of them each selector names. It imports nothing: the browser receives its source text. */

export interface Place {
  readonly selector: string;
  /** Selectors of the open shadow hosts, outermost first, joined by " >>> ". */
  readonly shadow?: string | undefined;
}

export interface Inventory {
  /** Every control of the frame and its open shadow roots, in the page's order. */
  readonly controls: readonly Required<{ selector: string; shadow: string | null }>[];
  /** For each place, the position of its control in `controls`; past their end: another element of the page; -1: none. */
  readonly positions: readonly number[];
}

export function inventory(places: readonly Place[]): Inventory {
  const ignored = ["hidden", "submit", "button", "image", "reset"];
  const elements: Element[] = [];
  const controls: { selector: string; shadow: string | null }[] = [];

  function selectorOf(element: Element): string {
    const root = element.getRootNode() as Document | ShadowRoot;
    const isAlone = (selector: string) => root.querySelectorAll(selector).length === 1;
    const byId = `#${CSS.escape(element.id)}`;
    if (element.id !== "" && isAlone(byId)) return byId;
    const name = element.getAttribute("name");
    const byName = `${element.localName}[name="${CSS.escape(name ?? "")}"]`;
    if (name !== null && isAlone(byName)) return byName;
    const steps: string[] = [];
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
      const same = [...(at.parentNode?.children ?? [])].filter((sibling) => sibling.localName === at?.localName);
      steps.unshift(same.length > 1 ? `${at.localName}:nth-of-type(${same.indexOf(at) + 1})` : at.localName);
    }
    return steps.join(" > ");
  }

  function walk(root: Document | ShadowRoot, hosts: readonly string[]): void {
    for (const element of root.querySelectorAll("*")) {
      const type = element.getAttribute("type")?.toLowerCase() ?? "";
      if (element.matches("input, select, textarea") && !(element.localName === "input" && ignored.includes(type))) {
        elements.push(element);
        controls.push({ selector: selectorOf(element), shadow: hosts.length === 0 ? null : hosts.join(" >>> ") });
      }
      if (element.shadowRoot !== null) walk(element.shadowRoot, [...hosts, selectorOf(element)]);
    }
  }

  function find({ selector, shadow }: Place): Element | null {
    try {
      let root: Document | ShadowRoot | null = document;
      for (const host of shadow === undefined ? [] : shadow.split(" >>> ")) root = root?.querySelector(host)?.shadowRoot ?? null;
      return root?.querySelector(selector) ?? null;
    } catch {
      return null;
    }
  }

  walk(document, []);
  const positions = places.map((place) => {
    const element = find(place);
    if (element === null) return -1;
    const known = elements.indexOf(element);
    return known === -1 ? elements.push(element) - 1 : known;
  });
  return { controls, positions };
}
