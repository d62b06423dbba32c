/** Everything the company holds, and the ways to hold more. */
import { Files } from "lucide-react";
import { useState } from "react";
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import type { DossierPiece } from "../src/domain/dossier.ts";
import { formatDay } from "../src/domain/time.ts";
import { AddFiles } from "./AddFiles.tsx";
import { Button } from "./controls.tsx";
import { byUrgency, FILTER_NAMES, FILTERS, type Filter } from "./judged.ts";
import { PieceRow } from "./PieceRow.tsx";
import type { ScreenActions } from "./Screen.tsx";
import type { Span } from "./Timeline.tsx";
import { useFirstThenAll } from "./useFirstThenAll.ts";
import type { Work } from "./useWork.ts";
import { useWords } from "./words.tsx";

/** More of these tall lines than a popup shows. */
const FIRST_PIECES = 8;

interface HeldPiecesProps {
  readonly pieces: readonly DossierPiece[];
  readonly span: Span;
  /** Day on which the contract is expected to be awarded, when the page tells it. */
  readonly awardOn: string | undefined;
  /** By piece: why it could not be had. */
  readonly problems: ReadonlyMap<string, string>;
  readonly coffreLocked: boolean;
  readonly actions: Pick<ScreenActions, "openPiece" | "downloadPiece" | "openCoffre" | "openDossier" | "handIn">;
  readonly onBring: Work["bring"];
}

export function HeldPieces({ pieces: all, span, awardOn, problems, coffreLocked, actions, onBring }: HeldPiecesProps) {
  const { m } = useWords();
  const [filter, setFilter] = useState<Filter>("all");
  const pieces = all.filter((piece) => FILTERS[filter](piece)).toSorted(byUrgency);
  const drawn = useFirstThenAll(pieces, FIRST_PIECES);
  return (
    <section className="section">
      <h2 className="section-title">
        {m.pieces.held}
        <span>{all.length}</span>
      </h2>
      {all.length > 0 && (
        <>
          <Filters pieces={all} filter={filter} onFilter={setFilter} />
          <p className="about judged">
            {span.on > span.today ? m.pieces.judgedOn(formatDay(span.on)) : m.pieces.judgedToday}{" "}
            {awardOn !== undefined && m.pieces.judgedAward(formatDay(awardOn))}
          </p>
        </>
      )}
      <AddFiles coffreLocked={coffreLocked} actions={actions} />
      {all.length > 0 && (
        <Button look="link" onPress={actions.openDossier}>
          <Files size={14} />
          {m.dossier.open}
        </Button>
      )}
      {pieces.length === 0 && <p className="empty">{all.length === 0 ? m.pieces.noneHeld : m.pieces.noneSuch}</p>}
      {pieces.length > 0 && (
        <ul className="rows">
          {drawn.map((piece) => (
            <PieceRow
              key={piece.id}
              piece={piece}
              problem={problems.get(piece.id)}
              onOpen={(id) => onBring(id, actions.openPiece)}
              onDownload={(id) => onBring(id, actions.downloadPiece)}
              onReplace={actions.openCoffre}
              span={span}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

interface FiltersProps {
  readonly pieces: readonly DossierPiece[];
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}

function Filters({ pieces, filter, onFilter }: FiltersProps) {
  const { m } = useWords();
  return (
    <ToggleButtonGroup
      className="filters"
      aria-label={m.pieces.filter}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[filter]}
      onSelectionChange={(keys) => onFilter([...keys][0] as Filter)}
    >
      {FILTER_NAMES.map((name) => (
        <ToggleButton key={name} id={name} className="filter">
          {m.pieces.filters[name]} <span>{pieces.filter((piece) => FILTERS[name](piece)).length}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
