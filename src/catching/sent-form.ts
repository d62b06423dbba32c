/** The form behind a gesture, and what is sent with it. */
import { attributeOf, baseOf, closest, idOf, matches, methodOfForm, query, queryAll } from "../page/dom.ts";
import type { Asked } from "./ask.ts";
import type { Sending, WhichForm } from "./sending.ts";

export interface SentForm {
  readonly form: HTMLFormElement;
  /** The button that sends it, as the browser does. */
  readonly button?: HTMLElement;
  /** What a program sets before it sends it. */
  readonly fields?: Sending["fields"];
}

/** The form that a program sends; `null` when it is not there, or not the only one. */
export function formOf(tree: Document | ShadowRoot, element: Element, { form: which, fields }: Sending): SentForm | null {
  const forms = [...queryAll<HTMLFormElement>(tree, "form")];
  const [one, ...others] = chosenIn(forms, element, which);
  return one === undefined || others.length > 0 ? null : { form: one, fields };
}

function chosenIn(forms: readonly HTMLFormElement[], element: Element, which: WhichForm): HTMLFormElement[] {
  if (which === "own") return forms.filter((form) => form === closest(element, "form"));
  if (which === "aspNet") return forms.filter((form) => query(form, "input[name=__EVENTTARGET]") !== null);
  if ("at" in which) return forms.slice(which.at, which.at + 1);
  return forms.filter((form) => idOf(form) === which.named || attributeOf(form, "name") === which.named);
}

/** What is not to be sent for somebody. */
export const isPrivate = (form: HTMLFormElement) => query(form, "input[type=password], input[type=file]") !== null;

/** True for a form that only its page's program makes anything of: it has no address, and nothing to send. */
export function goesNowhere({ form, button }: SentForm): boolean {
  const isAddressed = attributeOf(form, "action") !== null || (button !== undefined && attributeOf(button, "formaction") !== null);
  return !isAddressed && methodOfForm(form) === "get" && [...new FormData(form, button)].length === 0;
}

/** Names of fields that tell what is to be done. */
const TELLS = /^(?:_?method|action|acte?|op|operation|cmd|commande?|event|task)$/i;

/** What the form says itself of what is done: the words of its button, and of the hidden fields that tell it. */
export function saidBy({ form, button, fields = [] }: SentForm): string {
  const hidden = [...queryAll<HTMLInputElement>(form, "input[type=hidden]")].map(
    (one) => [attributeOf(one, "name") ?? "", attributeOf(one, "value") ?? ""] as const,
  );
  const told = hidden.filter(([name]) => TELLS.test(name)).map(([, value]) => value);
  const own = button === undefined ? [] : ["name", "value", "formaction"].map((name) => attributeOf(button, name) ?? "");
  return [...told, ...own, ...fields.flat()].join(" ");
}

/** True when a hidden field has it sent as another method: what it does cannot be undone. */
export function isOtherMethod({ form }: SentForm): boolean {
  const named = query(form, "input[name=_method]");
  return named !== null && !/^(?:get|post)?$/i.test(attributeOf(named, "value") ?? "");
}

/** The request that the browser would send; `null` while the form is incomplete. */
export function requestOf({ form, button, fields }: SentForm, url: string, label: string): Asked | null {
  const isNotChecked = fields !== undefined || [form, button].some((one) => matches(one, "[novalidate], [formnovalidate]") === true);
  if (!isNotChecked && !HTMLFormElement.prototype.checkValidity.call(form)) return null;
  const data = new FormData(form, button);
  for (const [name, value] of fields ?? []) data.set(name, value);
  const method = (button === undefined ? null : attributeOf(button, "formmethod")) ?? methodOfForm(form);
  const text = () => new URLSearchParams([...data].map(([name, value]) => [name, typeof value === "string" ? value : value.name]));
  if (method.toLowerCase() !== "post") {
    const address = new URL(url);
    address.search = text().toString();
    return { url: address.href, method: "GET", label };
  }
  const isMultipart = attributeOf(form, "enctype")?.toLowerCase() === "multipart/form-data";
  return { url, method: "POST", body: isMultipart ? data : text(), label };
}

/** Where it is sent; empty when that is no address. */
export function addressOfForm({ form, button }: SentForm, action?: string): string {
  const own = button === undefined ? null : attributeOf(button, "formaction");
  const written = action ?? own ?? attributeOf(form, "action") ?? "";
  const base = baseOf(form);
  return URL.canParse(written, base) ? new URL(written, base).href : "";
}
