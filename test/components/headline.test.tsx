/** The line that says where the page stands. */
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Headline } from "../../components/Headline.tsx";
import type { FieldLine } from "../../src/messages/situation.ts";
import { READY } from "./situations.ts";

const KNOWN = "Aucune valeur connue ici";

function told(...lines: readonly Partial<FieldLine>[]): string {
  const [first] = READY.fields;
  if (first === undefined) throw new Error("a situation with a field");
  const fields = lines.map((line) => ({ ...first, ...line }));
  return renderToStaticMarkup(
    <Headline situation={{ ...READY, fields, coming: 0 }} ready={0} onRead={async () => ({ detected: true, plain: false })} />,
  );
}

test("a page that is wholly filled, by the person or before an update, is not said to be without a known value", () => {
  const full = told({ status: "left", reason: "notEmpty" }, { status: "left", reason: "notEmpty" });
  expect(full).toContain("Tout est déjà rempli");
  expect(full).not.toContain(KNOWN);
});

test("one field that nobody filled and that is not known is enough for the page not to be full", () => {
  const open = told({ status: "left", reason: "notEmpty" }, { status: "missing" });
  expect(open).toContain(KNOWN);
  expect(open).not.toContain("Tout est déjà rempli");
});
