import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CertificationRow } from "../../components/PieceRow.tsx";
import { ClockProvider } from "../../components/today.tsx";
import { ValidityTag } from "../../components/Validity.tsx";
import type { Dossier } from "../../src/domain/dossier.ts";
import { validityOf } from "../../src/domain/validity.ts";

type Certification = Dossier["certifications"][number];
const TODAY = "2026-11-24";

/** What is read of a certification judged on that day. */
function shown(given: Pick<Certification, "held" | "kind" | "atAward"> & { validUntil?: string }, on = TODAY): string {
  const provenance = { source: "ademe-rge", provider: "ADEME", endpoint: "/rge", fetchedAt: `${TODAY}T09:00:00Z`, cached: false };
  const certification: Certification = {
    label: "QualiPAC",
    validityBasis: given.validUntil === undefined ? "unknown" : "source",
    provenance,
    validity: validityOf({ ...given, validityBasis: "source" }, on),
    ...given,
  };
  return renderToStaticMarkup(<CertificationRow certification={certification} span={{ today: TODAY, on }} />);
}

test("a certification that has ended says since when, and never looks held", () => {
  const over = shown({ kind: "rge", held: false, validUntil: "2026-10-31" });
  expect(over).toContain("01/11/2026");
  expect(over).not.toMatch(/tone-ok|non détenue/);
});

test("a certification that ends before the deadline looks held today, and ended on that day", () => {
  const rge = { kind: "rge", held: true, validUntil: "2027-06-30" } as const;
  expect(shown(rge)).toContain("tone-ok");
  const late = shown(rge, "2027-07-01");
  expect(late).toMatch(/tone-bad/);
  expect(late).not.toContain("tone-ok");
});

test("a certification never held says so, and a missing answer is not a no", () => {
  expect(shown({ kind: "qualiopi", held: false })).toContain("non détenue");
  const unknown = shown({ kind: "qualiopi", held: null });
  expect(unknown).not.toMatch(/non détenue|tone-ok/);
});

test("a certification is good on its last day, and expired from the day after; one that ends before the deadline is not yet expired", () => {
  const over = (now: string) =>
    renderToStaticMarkup(
      <ClockProvider value={() => new Date(now)}>
        <ValidityTag validity={{ status: "expired", until: "2026-12-30", rule: "vigilance" }} />
      </ClockProvider>,
    );
  expect(over("2026-12-31T00:00:00+01:00")).toContain("expirée depuis le 31/12/2026");
  expect(over("2026-12-30T23:59:00+01:00")).toContain("valable jusqu&#x27;au 30/12/2026 seulement");
});

test("a certification good at the deadline and over at the award says so; one already over does not say it twice", () => {
  const soon = shown({ kind: "rge", held: true, validUntil: "2027-01-31", atAward: "expired" }, "2026-12-15");
  expect(soon).toContain("sera expirée à l&#x27;attribution");
  expect(shown({ kind: "rge", held: true, validUntil: "2027-06-30", atAward: "valid" })).not.toContain("attribution");
  expect(shown({ kind: "rge", held: true, validUntil: "2026-10-31", atAward: "expired" })).not.toContain("attribution");
});
