/** What the person may say of one place of the page, as the background tells it: nothing, one document, several, or the whole candidature. */
import { useState } from "react";
import { RadioGroup } from "react-aria-components";
import type { DossierPiece } from "../src/domain/dossier.ts";
import { Button, Checkbox, Choice } from "./controls.tsx";
import type { SlotRowProps } from "./SlotRow.tsx";
import { SlotSource } from "./SlotSource.tsx";
import { ValidityTag } from "./Validity.tsx";
import { useWords } from "./words.tsx";

type SlotChoicesProps = Pick<SlotRowProps, "slot" | "pieces" | "prepared" | "now" | "chosen" | "onChoose">;

export function SlotChoices({ slot, pieces, prepared, now, chosen, onChoose }: SlotChoicesProps) {
  const candidates = pieces.filter(({ id }) => slot.candidates.includes(id));
  const choosing = { candidates, chosen, onChoose };
  switch (slot.choice) {
    case "nothing":
      return null;
    case "one":
      return slot.status === "ask" ? <OnePiece {...choosing} /> : <OtherPiece {...choosing} />;
    case "several":
      return <SeveralPieces {...choosing} />;
    case "whole":
      return (
        <>
          {prepared !== null && slot.prepared.length > 0 && <SlotSource {...{ slot, prepared, chosen, now, onChoose }} />}
          {!slot.prepared.flat().some((key) => chosen.includes(key)) && <SeveralPieces {...choosing} />}
        </>
      );
  }
}

interface ChoosingProps extends Pick<SlotRowProps, "chosen" | "onChoose"> {
  readonly candidates: readonly DossierPiece[];
}

function OnePiece({ candidates, chosen, onChoose }: ChoosingProps) {
  const { m } = useWords();
  return (
    <RadioGroup className="more choice-list" aria-label={m.pieces.choose} value={chosen[0] ?? null} onChange={(id) => onChoose([id])}>
      {candidates.map((piece) => (
        <Choice key={piece.id} value={piece.id}>
          <PieceName piece={piece} />
        </Choice>
      ))}
    </RadioGroup>
  );
}

/** One is proposed: the others are a press away. */
function OtherPiece(choosing: ChoosingProps) {
  const { m } = useWords();
  const [opened, setOpened] = useState(false);
  return (
    <div className="more">
      <Button look="link" aria-expanded={opened} onPress={() => setOpened(!opened)}>
        {m.pieces.another(choosing.candidates.length - 1)}
      </Button>
      {opened && <OnePiece {...choosing} />}
    </div>
  );
}

/** Those ticked go in the candidates' order. */
function SeveralPieces({ candidates, chosen, onChoose }: ChoosingProps) {
  if (candidates.length === 0) return null;
  const tick = (id: string, ticked: boolean) =>
    onChoose(candidates.map((one) => one.id).filter((one) => (one === id ? ticked : chosen.includes(one))));
  return (
    <div className="more choice-list">
      {candidates.map((piece) => (
        <Checkbox key={piece.id} label={piece.title} selected={chosen.includes(piece.id)} onChange={(selected) => tick(piece.id, selected)}>
          <PieceName piece={piece} />
        </Checkbox>
      ))}
    </div>
  );
}

function PieceName({ piece: { title, validity, atAward } }: { readonly piece: DossierPiece }) {
  return (
    <span>
      {title} <ValidityTag validity={validity} atAward={atAward} />
    </span>
  );
}
