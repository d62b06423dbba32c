/** What a page says already of the company, beside what is known of it. English. */
import type { AccountWords } from "./account.fr.ts";
import { counted } from "./plural.ts";

const n = (count: number, one: string, other: string) => counted("en", count, one, other);

export const accountEn: AccountWords = {
  title: "Your account on this portal says something else than the registers",
  inForm: (count) => `Already written in the page: ${n(count, "entry differs", "entries differ")} from the registers`,
  same: (count) => `Your account on this portal says the same as the registers: ${n(count, "entry", "entries")} compared.`,
  untouched: "Nothing is changed for you: correct in the page what needs to be.",
  establishment: "This page is that of another establishment of the company: its SIRET and its address were not compared.",
  perhaps: "This page shows your SIRET, and another name in its fields. The rest was not compared: it may be another company.",
  other: "This page is that of another company than the one chosen here: nothing was compared.",
  held: (text) => `The page: ${text}`,
  copy: "Copy the value",
  copyNamed: (name, value) => `Copy the value of ${name}: ${value}`,
  copied: "Copied",
  notCopied: "The browser did not let it be copied: select the value above.",
  show: "Show in the page",
  showNamed: (name) => `Show in the page: ${name}`,
  unknown: (names) => `Neither the registers nor your vault say: ${names}. This is no difference.`,
  unread: (names) => `Written in a way that cannot be compared: ${names}.`,
};
