import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arranged, placed } from "../../components/useArrangement.ts";

const pieces = (...ids: string[]) => ids.map((id) => ({ id }));
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).join("");

describe("the order of the documents", () => {
  test("is the dossier's own until something is moved; what arrives later comes after its neighbour", () => {
    expect(ids(arranged(pieces("a", "b", "c"), null))).toBe("abc");
    expect(ids(arranged(pieces("a", "b", "c"), ["c", "a"]))).toBe("cab");
    expect(ids(arranged(pieces("x", "a", "c"), ["c", "a", "gone"]))).toBe("xca");
  });

  test("keeps every document, once, wherever one is put", () => {
    const list = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(list, fc.nat(), fc.integer({ min: -2, max: 14 }), (order, which, at) => {
        const id = order[which % order.length] ?? "";
        const after = placed(order, id, at);
        expect(after.toSorted()).toEqual(order.toSorted());
        expect(after.indexOf(id)).toBe(Math.min(order.length - 1, Math.max(0, at)));
        expect(after.filter((one) => one !== id)).toEqual(order.filter((one) => one !== id));
      }),
    );
  });
});
