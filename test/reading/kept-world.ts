/** In a page: what is read with a memory of the page, beside what is read anew. */
import type { PageReading } from "../../src/domain/page-reading.ts";
import type { Question } from "../../src/domain/question.ts";
import { type Memory, memoryOf, NO_MEMORY } from "../../src/page/memory.ts";
import type { LiveReading } from "../../src/page/sight.ts";
import { finish, type Steps } from "../../src/page/slices.ts";
import { consultationSources, consultationSteps } from "../../src/portals/consultation.ts";
import { portalSteps } from "../../src/portals/find.ts";
import { judgementSteps } from "../../src/reading/judge.ts";
import { readPage } from "../../src/reading/read.ts";
import { siretsWritten } from "../../src/reading/sirets.ts";
import { visitsOf } from "../page/visits.ts";

const memory = memoryOf(document);

/** One thing that happens to the page: to which of its nodes, what, and with which of the values below. */
export type Change = readonly [kind: number, node: number, other: number, value: number];

interface Told {
  readonly page: PageReading | undefined;
  readonly asked: readonly Question[];
}

function* reading(from: Memory, asked: Question[] = []): Steps<LiveReading | null> {
  const url = "https://portail.test/";
  const portal = yield* from.of("portal", () => portalSteps("portail.test", document), { about: url });
  const known = { portal, url };
  return yield* readPage(document, {
    portal,
    memory: from,
    judge: (question) => {
      asked.push(question);
      return judgementSteps(question, 2026);
    },
    consultation: () => from.of("consultation", () => consultationSteps(document, known), consultationSources(known)),
  });
}

function told(from: Memory): Told {
  const asked: Question[] = [];
  return { asked, page: finish(reading(from, asked))?.page };
}

/** Reads until there is something to remember. */
export function settle(): Told {
  told(memory);
  told(memory);
  return told(memory);
}

export const both = (): { readonly kept: Told; readonly anew: Told } => ({ kept: told(memory), anew: told(NO_MEMORY) });

/** What a reading that remembers has to tell anew. */
export function toldAnew(): string[] {
  const names: string[] = [];
  const of: Memory["of"] = (name, tell, sources) =>
    memory.of(
      name,
      () => {
        names.push(name);
        return tell();
      },
      sources,
    );
  told({ ...memory, of });
  return names;
}

/** How often the page is asked something by a reading anew, and by one that remembers. */
export function visits(): { readonly anew: number; readonly kept: number } {
  return { anew: visitsOf(() => reading(NO_MEMORY)).calls, kept: visitsOf(() => reading(memory)).calls };
}

const ATTRIBUTES =
  "id name class for type value title placeholder role hidden aria-label aria-labelledby aria-invalid aria-describedby style disabled colspan href action datetime data-tz checked open".split(
    " ",
  );
const SAID =
  "SIRET|Raison sociale|rs|siret|nom|radio|hidden|titre|hint|fr-grid|nav|heading|Heure de La Réunion|Heure de Paris|2026-12-15T10:00:00Z|".split(
    "|",
  );
const PIECES = [
  "<p><label>Commune <input></label></p>",
  "<h3>Cotraitant</h3>",
  "<tr><td>Téléphone</td><td><input></td></tr>",
  "<p>Date limite de remise des plis : 15/12/2026 à 12:00</p>",
  "<dl><dt>Acheteur</dt><dd>Commune d'Arbois, 219 900 123 00015</dd></dl>",
  '<fieldset name="market_application[x]"><legend>Mandataire</legend><input name="s"></fieldset>',
  '<a href="/sdm/ent/x">Mes dépôts</a><time datetime="2026-12-15T08:00:00Z">15/12/2026 12:00</time>',
  "<b>Contact</b>",
];

/** Makes each change, and reads after each. @returns the first after which what is remembered is not what is read anew; -1 when there is none */
export function firstStale(page: string, changes: readonly Change[]): number {
  memory.forget();
  document.body.innerHTML = page;
  settle();
  return changes.findIndex((change) => {
    make(change);
    const now = both();
    return JSON.stringify(now.kept) !== JSON.stringify(now.anew);
  });
}

function make([kind, node, other, value]: Change): void {
  const elements = [...document.body.querySelectorAll("*")];
  const texts: CharacterData[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_COMMENT);
  while (walker.nextNode() !== null) texts.push(walker.currentNode as CharacterData);
  const [element, place] = [elements[node % elements.length], elements[other % elements.length]];
  const said = SAID[value % SAID.length] ?? "";
  if (element === undefined || place === undefined) return;
  const changes = [
    () => element.setAttribute(ATTRIBUTES[other % ATTRIBUTES.length] ?? "", said),
    () => element.removeAttribute(element.getAttributeNames()[other % 3] ?? "class"),
    () => texts[node % texts.length]?.replaceData(0, other % 20, said),
    () => element.insertAdjacentHTML(other % 2 === 0 ? "beforebegin" : "beforeend", PIECES[value % PIECES.length] ?? ""),
    () => element.remove(),
    () => (place.contains(element) ? null : element.before(place)),
    () => element.prepend(other % 2 === 0 ? `${said} : ` : new Comment(said)),
    // A block drawn again: the same words, other elements.
    () => element.replaceWith(element.cloneNode(true)),
  ];
  changes[kind]?.();
}

/** Attributes that what says to be told from a few asks the page for, and does not declare. */
export function undeclared(): string[] {
  const url = "https://portail.test/";
  const known = { portal: null, url };
  document.body.insertAdjacentHTML("beforeend", PIECES.join(""));
  const told = [
    { sources: consultationSources(known), tell: () => consultationSteps(document, known) },
    { sources: { attributes: [] }, tell: () => siretsWritten(document) },
  ];
  return told.flatMap(({ sources: { attributes = [] }, tell }) =>
    [...attributesAskedBy(tell)].filter((name) => !attributes.includes(name)),
  );
}

/** The names of attributes that the work asks for, by itself or in a selector. */
function attributesAskedBy(tell: () => Steps<unknown>): ReadonlySet<string> {
  const asked = new Set<string>();
  const undone: (() => void)[] = [];
  for (const home of [Element.prototype, Document.prototype])
    for (const method of ["getAttribute", "hasAttribute", "matches", "closest", "querySelector", "querySelectorAll"] as const) {
      const former = Object.getOwnPropertyDescriptor(home, method);
      if (former === undefined) continue;
      const value = function (this: unknown, said: string) {
        if (method.endsWith("Attribute")) asked.add(said);
        for (const [, name = ""] of said.matchAll(/\[([\w-]+)/g)) asked.add(name);
        if (/(^|[\s,>])[\w*]*[.#]\w/.test(said)) asked.add("class or id");
        return former.value.call(this, said);
      };
      Object.defineProperty(home, method, { ...former, value });
      undone.push(() => Object.defineProperty(home, method, former));
    }
  try {
    finish(tell());
    return asked;
  } finally {
    for (const undo of undone) undo();
  }
}
