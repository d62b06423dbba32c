/** The catalogue's own words, each read alone on a bare page. */
import { describe, expect, test } from "vitest";
import { FIELD_KEYS, fieldOf, isFieldKey } from "../../src/domain/fields.ts";
import { namedInTables } from "../../src/reading/composed.ts";
import { type Asked, evidenceOf, read } from "./evidence.ts";

describe("the catalogue", () => {
  /** Neighbours without which some words say less: a street beside its town, a name beside a first name. */
  function beside(key: string): Asked[] {
    const { group } = fieldOf(key as (typeof FIELD_KEYS)[number]);
    if (group === "adresse") return key === "adresseComplete" ? [] : [{ label: "Code postal" }, { label: "Ville" }];
    return key === "contactNom" ? [{ label: "Prénom" }] : [];
  }

  test("every synonym read alone comes back as its own field, or its row says why not", () => {
    const owners = Map.groupBy(
      FIELD_KEYS.flatMap((key) => fieldOf(key).synonyms.map((synonym) => ({ key, synonym }))),
      ({ synonym }) => synonym,
    );
    const lost = FIELD_KEYS.flatMap((key) => {
      const { base, fill, origin, type, synonyms } = fieldOf(key);
      // A variant is told by the words around; what is never filled, or is of one consultation, is left.
      if ((base !== undefined && base !== key) || fill === "never" || origin === "never" || origin === "page") return [];
      const kind = type === "boolean" ? ({ type: "checkbox", input: "checkbox" } as const) : {};
      return synonyms
        .filter((synonym) => owners.get(synonym)?.length === 1)
        .filter((label) => {
          const asked = read(evidenceOf("Candidature à la consultation", [{ label, ...kind }, { label: "SIRET" }, ...beside(key)]))[0];
          // Read alone, a page's own SIRET is asked twice; an average headcount is a headcount, marked as an average.
          return asked?.replace("?", "") !== key && !(key === "effectifMoyenN1" && asked?.startsWith("effectif"));
        })
        .map((synonym) => `${key}: ${synonym}`);
    });
    // "Organisme de formation" may be somebody else's.
    expect(lost).toEqual(["nda: numero organisme de formation"]);
  });

  test("the tables of words that go together name fields of the catalogue", () => {
    expect(namedInTables().filter((name) => !isFieldKey(name) && name !== "nothing")).toEqual([]);
  });

  test("a variant names its base, and its axis says which it is", () => {
    for (const key of FIELD_KEYS) {
      const { base, axis } = fieldOf(key);
      expect(base === undefined, key).toBe(axis === undefined);
      if (base !== undefined) expect(isFieldKey(base), key).toBe(true);
    }
  });
});
