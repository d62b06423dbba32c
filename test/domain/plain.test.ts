import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bare, fold, plainWords, squeeze, unaccented } from "../../src/domain/plain.ts";
import { isSameAddress, plainName } from "../../src/dossier/same.ts";
import { wordsOf } from "../../src/reading/words.ts";
import { sameAnswer } from "../../src/writing/words.ts";

/** French texts with everything that folding handles, and any other text. */
const anyText = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: fc.constantFrom(..."éÈçœŒæÆßøﬁﬂ’'°º№ⁿ²()[]<>+-./ \n\u00a0aZ9e\u0301".split("")) }),
);

describe("folding", () => {
  test.each([
    ["Œuvre ﬁnie à l'Été", "oeuvre finie a l'ete"],
    ["ÆGIS — Straße", "aegis — strasse"],
    ["e\u0301cole", "ecole"],
  ])("%s", (text, folded) => expect(fold(text)).toBe(folded));

  test("bare keeps a text's words, squeeze keeps its letters", () => {
    expect(bare("Sté  L’Étoile (n° 2)")).toBe("ste l etoile n 2");
    expect(squeeze("Sté  L’Étoile (n° 2)")).toBe("steletoilen2");
    expect(plainWords("Société (S.A.S.), moins de < 50")).toBe("societe sas moins de < 50");
  });

  test("folding twice changes nothing more, and leaves no French accent or capital", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const how of [fold, bare, squeeze, plainWords]) {
          const once = how(text);
          expect(how(once)).toBe(once);
          expect(once).not.toMatch(/[A-ZÀ-ÖØ-Þœæ]/);
          expect(once.normalize("NFD")).not.toMatch(/[a-z]\p{M}/u);
        }
      }),
    );
  });

  test("two encodings of the same letters fold to the same text", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(text.normalize("NFD"))).toBe(fold(text.normalize("NFC")));
      }),
    );
  });

  test("unaccented gives one letter for each letter, so that positions stay", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const composed = text.normalize("NFC");
        expect(unaccented(composed)).toHaveLength(composed.length);
      }),
    );
  });
});

test("every room reads œ and æ as two letters", () => {
  expect(plainName("SARL L'ŒUVRE")).toBe(plainName("SARL L'OEUVRE"));
  expect(isSameAddress("3 rue du Sacré-Cœur", "3 RUE DU SACRE COEUR")).toBe(true);
  expect(sameAnswer("Ægide", "AEGIDE", "text")).toBe(true);
  expect(wordsOf("Maître d'œuvre")).toEqual(["maitre", "d", "oeuvre"]);
});
