/** What a company shows of its capacities, English. */
import type { EntryField, EntryProblem } from "../domain/means-entry.ts";
import type { MeansWords } from "./means.fr.ts";
import { counted } from "./plural.ts";

const n = (count: number, one: string, other: string) => counted("en", count, one, other);

/** What a typed answer must look like, where its form can be wrong. */
const EXPECTED: Partial<Record<EntryField, string>> = {
  cpv: "eight digits, e.g. 45310000",
  amount: "an amount, e.g. 12 500,00",
  from: "a date, e.g. 31/12/2025",
  until: "a date, e.g. 31/12/2025",
  contactPhone: "a phone number, e.g. +33 1 40 50 60 70",
  contactEmail: "an address, e.g. name@client.com",
  experience: "a number of years",
  count: "a number",
  year: "a year, e.g. 2025",
  average: "a number",
  leaders: "a number, at most the average headcount",
};

function problem(field: EntryField, what: EntryProblem): string {
  if (what === "missing") return "To be filled.";
  if (what === "order") return "It ends before it begins.";
  return `Expected: ${EXPECTED[field] ?? "another answer"}.`;
}

export const meansEn: MeansWords = {
  open: (count) => (count === 0 ? "References and means" : `References and means (${count} chosen)`),
  heading: "References and means",
  back: "Back to the file",
  intro:
    "Entered once, kept in the vault, chosen for each tender. What is ticked goes into the DC2 and the ESPD; nothing is ticked beforehand.",
  locked: "The vault is closed: open it to see, choose and enter your references and means.",
  failed: "Nothing changed: the vault is closed, or the disk is full. Open the vault or free some room, then try again.",
  headings: { references: "References", team: "Team", equipment: "Tools and equipment", headcounts: "Headcount by year" },
  add: { references: "Add a reference", team: "Add a person", equipment: "Add equipment", headcounts: "Add a year" },
  empty: {
    references: "No contract awarded to this company is published, and no reference was entered.",
    team: "Nobody was entered.",
    equipment: "No equipment was entered.",
    headcounts: "No year was entered.",
  },
  fields: {
    client: "Client",
    objet: "Subject",
    nature: "Kind",
    cpv: "CPV code",
    amount: "Amount without tax, in euros",
    from: "Performance began",
    until: "Performance ended",
    contactName: "Contact at the client",
    contactPhone: "Telephone of the contact",
    contactEmail: "Email of the contact",
    pieceId: "Document in the vault",
    lastName: "Last name",
    firstName: "First name",
    role: "Role",
    qualifications: "Diplomas, authorisations",
    experience: "Years of experience",
    leads: "Is one of the managers",
    name: "Name",
    count: "Number",
    about: "Details",
    year: "Year",
    average: "Average headcount",
    leaders: "Of whom managers",
  },
  problem,
  natures: { works: "Works", supplies: "Supplies", services: "Services" },
  yes: "Yes",
  no: "No",
  chosen: (count) => n(count, "chosen", "chosen"),
  aim: "What the tender asks for",
  aimCpv: "CPV code of the contract",
  aimAmount: "Estimated amount, in euros",
  aimHint: "To put references in order. Optional, written nowhere.",
  references:
    "Published contracts do not prove performance, and those below €40,000 are not there. The contact is the client's, never your own.",
  published: (provider, day) => `${provider}, read on ${day}`,
  entered: "Entered by you",
  noAmount: "Amount not published",
  maximum: "maximum of the framework agreement",
  shared: "amount of the whole group",
  notified: (day) => `notified on ${day}`,
  months: (count) => n(count, "month", "months"),
  performed: (from, until) => `from ${from} to ${until}`,
  since: (day) => `since ${day}`,
  until: (day) => `until ${day}`,
  sameCpv: (digits) => (digits === 8 ? "Same CPV code" : `Close CPV (${digits} digits in common)`),
  sameWords: (words) => `Same subject: ${words}`,
  age: (years) => (years === 0 ? "Less than a year ago" : `${n(years, "year", "years")} ago`),
  sameOrder: "Amount of the same order",
  spoilt: "Letters of its subject were lost when it was published: read it again.",
  changed: (amount) => `Published since: ${amount}. Complete the reference if it must change.`,
  noNature: "Kind not said: it goes into the DC2, not into the ESPD.",
  certificate: (title) => `With ${title}`,
  leads: "manager",
  years: (count) => n(count, "year of experience", "years of experience"),
  headcount: (average) => n(average, "employee on average", "employees on average"),
  leaders: (count) => `of whom ${n(count, "manager", "managers")}`,
  choose: (what) => `Show ${what}`,
  complete: "Complete",
  save: "Save",
  cancel: "Cancel",
  remove: "Delete",
  noDocument: "None",
  page: "In the page",
  pageIntro: "The page asks for these lists. What you chose would go there like this, in the order of your choices; what you typed stays.",
  labelled: (label, value) => `${label}: ${value}`,
  entry: (at) => `${at + 1}.`,
  write: (count) => `Write into the page (${n(count, "cell", "cells")})`,
  written: (count) => `${n(count, "cell filled", "cells filled")} in the page.`,
  leftThere: (count) => `${n(count, "cell left", "cells left")}: the page did not take it, or you had written there.`,
  pageGone: "The page is no longer there: open the tender, then come back.",
  tooFew: (count) => `The page still has room for ${n(count, "reference", "references")}.`,
  dayHint: "DD/MM/YYYY",
};
