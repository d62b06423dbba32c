import { expect, test } from "vitest";
import { roomOf } from "./reading.ts";

const { answer } = roomOf("insee-statut-ess");
const FIELD = "data.unite_legale.economie_sociale_et_solidaire";

test("yes and no are given; not declared is neither", () => {
  for (const [declared, held] of [
    [true, true],
    [false, false],
    [null, null],
  ] as const) {
    const read = answer({ [FIELD]: declared });
    expect(read.facts).toEqual(held === null ? {} : { statutEss: held });
    expect(read.certifications).toMatchObject([{ kind: "ess", held }]);
  }
});

test("the statute of another company is not this one's", () => {
  const read = answer({ [FIELD]: true, "data.siret": "99990000400022" });
  expect(read.facts).toEqual({});
  expect(read.certifications).toMatchObject([{ held: null }]);
});
