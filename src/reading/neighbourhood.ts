/** The controls of a page together: what each asks when its neighbours are taken into account, and what is around it. */
import type { Guess } from "./guess.ts";
import type { Concept } from "./lexicon.ts";
import { type Split, splitsOf } from "./split.ts";
import { wordsOf } from "./words.ts";

/** Fields that are the company's own, whoever the block speaks of. */
const COMPANY: ReadonlySet<Concept> = new Set<Concept>([
  "siret",
  "siren",
  "nic",
  "raisonSociale",
  "tvaIntracommunautaire",
  "codeNaf",
  "formeJuridique",
] as const);
/** Neighbours in one row or one small group, whatever title stands above. */
const SMALL_GROUP = 2;

export class Neighbourhood {
  readonly guesses: readonly Guess[];
  readonly #places: ReadonlyMap<Guess, number>;
  readonly #splits: ReadonlyMap<Guess, Split>;
  readonly #concepts: ReadonlyMap<Guess, Concept | null>;
  readonly #grouped = new Map<string, ReadonlyMap<string | null, readonly Guess[]>>();

  /** @param guesses in the order of the page */
  constructor(guesses: readonly Guess[]) {
    const splits = splitsOf(guesses);
    this.guesses = guesses;
    this.#splits = splits;
    this.#places = new Map(guesses.map((guess, at) => [guess, at]));
    this.#concepts = new Map(guesses.map((guess) => [guess, conceptWith(guess, splits.get(guess))]));
  }

  splitOf(guess: Guess): Split | undefined {
    return this.#splits.get(guess);
  }

  conceptOf(guess: Guess): Concept | null {
    return this.#concepts.get(guess) ?? null;
  }

  /** The control `distance` places before. */
  before(guess: Guess, distance: number): Guess | undefined {
    return this.guesses[this.#placeOf(guess) - distance];
  }

  /** The controls at most `reach` places away; in the same block where there are titles. */
  near(guess: Guess, reach: number): Guess[] {
    const at = this.#placeOf(guess);
    const block = blockOf(guess);
    const { form } = guess.control;
    return this.guesses
      .slice(Math.max(0, at - reach), at + reach + 1)
      .filter(
        (other) =>
          other !== guess &&
          other.control.form === form &&
          (blockOf(other) === block || block === undefined || isWithin(guess, other, SMALL_GROUP)),
      );
  }

  /** True when a control near asks one of these. */
  isNear(guess: Guess, reach: number, concepts: ReadonlySet<Concept>): boolean {
    return this.near(guess, reach).some((other) => concepts.has(this.conceptOf(other) ?? "nothing"));
  }

  isAmongCompany(guess: Guess): boolean {
    return this.isNear(guess, 5, COMPANY);
  }

  /** True when a first name stands near, and nothing on the page says that it is another person's. */
  hasFirstName(guess: Guess): boolean {
    return this.near(guess, 5).some(
      (other) =>
        this.conceptOf(other) === "contactPrenom" && (other.role === guess.role || other.role === undefined || guess.role === undefined),
    );
  }

  hasFirstNameAnywhere(): boolean {
    return this.alike("concept", (other) => this.conceptOf(other), "contactPrenom").length > 0;
  }

  hasCompanyName(): boolean {
    const own = (other: Guess) => (other.party === "autre" ? null : this.conceptOf(other));
    return this.alike("own concept", own, "raisonSociale").length > 0;
  }

  /**
   * The controls of the page with that key, in its order. All are sorted by their keys once: what was gone through for each of a thousand controls
   * would keep the background busy.
   * @param name of the key
   */
  alike(name: string, keyOf: (guess: Guess) => string | null, key: string): readonly Guess[] {
    const groups = this.#grouped.get(name) ?? Map.groupBy(this.guesses, keyOf);
    this.#grouped.set(name, groups);
    return groups.get(key) ?? [];
  }

  #placeOf(guess: Guess): number {
    return this.#places.get(guess) ?? 0;
  }
}

/** The nearest title's block. */
export function blockOf({ control }: Guess): number | undefined {
  return control.titles[0]?.block;
}

export function isWithin(one: Guess, other: Guess, places: number): boolean {
  return Math.abs(one.control.order - other.control.order) <= places;
}

/** What a split says, or else what the control asks by itself. */
function conceptWith(guess: Guess, split: Split | undefined): Concept | null {
  if (split !== undefined) return split.concept;
  const { concept } = guess;
  return concept === "siret" || concept === "siren" ? numberByLength(concept, guess) : concept;
}

/** SIREN, SIRET and NIC are told by their lengths, against the label. */
function numberByLength(concept: "siret" | "siren", { label, also, control: { maxLength } }: Guess): Concept | null {
  // "Nombre de SIRET concernés" counts them.
  if (wordsOf(label).includes("nombre")) return null;
  const both = also.includes("siret") || also.includes("siren");
  if (maxLength === 5 || maxLength === 6) return "nic";
  if (maxLength > 0 && maxLength < 9) return null;
  if (concept === "siret" && maxLength >= 9 && maxLength < 14) return "siren";
  if (concept === "siren" && both && (maxLength === 0 || maxLength >= 14)) return "siret";
  return concept;
}
