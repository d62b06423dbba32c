import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arranged, moved } from "../../components/useArrangement.ts";

const pieces = (...ids: string[]) => ids.map((id) => ({ id }));
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).join("");

describe("the order of the documents", () => {
  test("is the dossier's own until something is moved; what arrives later comes after its neighbour", () => {
    expect(ids(arranged(pieces("a", "b", "c"), null))).toBe("abc");
    expect(ids(arranged(pieces("a", "b", "c"), ["c", "a"]))).toBe("cab");
    expect(ids(arranged(pieces("x", "a", "c"), ["c", "a", "gone"]))).toBe("xca");
  });

  test("keeps every document, once, whatever moves", () => {
    const list = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(list, fc.nat(), fc.constantFrom(-1 as const, 1 as const), (order, at, by) => {
        const id = order[at % order.length] ?? "";
        const after = moved(order, id, by);
        expect(after.toSorted()).toEqual(order.toSorted());
        const place = order.indexOf(id) + by;
        expect(after.indexOf(id)).toBe(Math.min(order.length - 1, Math.max(0, place)));
        expect(after.filter((one) => one !== id)).toEqual(order.filter((one) => one !== id));
      }),
    );
  });
});
