/** The lists that the page asks to fill, as what was chosen would fill them: written once the person asks for it. */
import { useState } from "react";
import { chosenMeans, type Means, type MeansChoice } from "../src/domain/means.ts";
import type { ListCell } from "../src/domain/page-reading.ts";
import { formatDay, isDay } from "../src/domain/time.ts";
import { isOfMeans, listValue } from "../src/dossier/list-values.ts";
import type { Input, Output } from "../src/messages/contract.ts";
import type { ListLine } from "../src/messages/situation.ts";
import { Button } from "./controls.tsx";
import { useWords } from "./words.tsx";

export type ListsFilling = (cells: Input<"fillLists">["cells"]) => Promise<Output<"fillLists">>;

interface MeansListsProps {
  readonly lines: readonly ListLine[];
  readonly kept: Means;
  readonly chosen: MeansChoice;
  readonly onFill: ListsFilling;
}

/** Shows nothing when the page has no such list. */
export function MeansLists({ lines, kept, chosen, onFill }: MeansListsProps) {
  const { m, language } = useWords();
  const words = m.means;
  const { outcome, fill } = useFilling(onFill);
  const own = lines.flatMap((line) => (isOfMeans(line.cell) ? [{ ...line, cell: line.cell }] : []));
  if (own.length === 0) return null;
  const means = chosenMeans(kept, chosen);
  const cells = own.flatMap((line) => {
    const value = line.empty ? listValue(line.cell, means) : undefined;
    return value === undefined ? [] : [{ ...line, value }];
  });
  const lists = [...new Set(own.map(({ cell }) => cell.list))];
  const asked = new Set(own.filter(({ cell }) => cell.list === "references").map(({ cell }) => cell.at)).size;
  const room = asked - means.references.length;
  return (
    <section className="section" data-lists>
      <h3 className="section-title">{words.page}</h3>
      <p className="about">{words.pageIntro}</p>
      {lists.map((list) => (
        <ol key={list} className="rows" aria-label={words.headings[list]}>
          {[
            ...Map.groupBy(
              cells.filter(({ cell }) => cell.list === list),
              ({ cell }) => cell.at,
            ),
          ].map(([at, entry]) => (
            <li key={at} className="row">
              <p className="title">
                {words.headings[list]} {words.entry(at)}
              </p>
              <p className="about">
                {entry.map(({ pageLabel, value, cell }) => words.labelled(pageLabel, shown(value, cell, language))).join(" · ")}
              </p>
            </li>
          ))}
        </ol>
      ))}
      {room > 0 && <p className="about">{words.tooFew(room)}</p>}
      {cells.length > 0 && (
        <Button onPress={() => fill(cells.map(({ frameId, id, cell, value }) => ({ frameId, id, cell, value })))}>
          {words.write(cells.length)}
        </Button>
      )}
      <FilledSaid outcome={outcome} />
    </section>
  );
}

/** Writes once the person asks, and holds how it ended. */
export function useFilling(onFill: ListsFilling) {
  const [outcome, setOutcome] = useState<Output<"fillLists"> | null>(null);
  const fill = (cells: Input<"fillLists">["cells"]) =>
    void onFill(cells)
      .then(setOutcome)
      .catch(() => setOutcome({ filled: 0, left: 0, gone: true }));
  return { outcome, fill };
}

/** How many cells were filled, and how many were left. */
export function FilledSaid({ outcome }: { readonly outcome: Output<"fillLists"> | null }) {
  const { m } = useWords();
  const words = m.means;
  return (
    <p role="status" className={`said ${outcome?.gone === true ? "tone-bad" : ""}`}>
      {outcome !== null &&
        [outcome.gone ? words.pageGone : words.written(outcome.filled), outcome.left > 0 ? words.leftThere(outcome.left) : ""]
          .join(" ")
          .trim()}
    </p>
  );
}

function shown(value: string | number, { column }: ListCell, language: string): string {
  if (column === "amount" && typeof value === "number")
    return new Intl.NumberFormat(language, { style: "currency", currency: "EUR" }).format(value);
  return typeof value === "string" && isDay(value) ? formatDay(value) : String(value);
}
