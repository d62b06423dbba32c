/** What is asked of the person, one document at a time at the top; those that name one other company are answered all at once. */
import { Building2 } from "lucide-react";
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { CoffrePiece } from "../src/domain/coffre.ts";
import { companyText } from "./CoffreForm.tsx";
import { CoffreRow } from "./CoffreRow.tsx";
import { type ForeignGroup, filedUnder, foreignGroups } from "./coffre-lists.ts";
import type { CoffreProps } from "./coffre-props.ts";
import { Button } from "./controls.tsx";
import { useFirstThenAll } from "./useFirstThenAll.ts";
import { useWords } from "./words.tsx";

interface WaitingProps extends CoffreProps {
  readonly pieces: readonly CoffrePiece[];
}

/** Long on purpose: what is answered, and what comes after it. */
export function CoffreWaiting({ pieces, view, actions, today }: WaitingProps) {
  const { m } = useWords();
  const [chosen, setChosen] = useState<string | null>(null);
  /** How many were answered since the page was opened, or since the list was last empty. */
  const [answered, setAnswered] = useState(0);
  const groups = useMemo(() => foreignGroups(pieces), [pieces]);
  // One page shown at a time: fifty viewers at once would bring the browser to its knees. What is being answered stays open, whatever
  // is dropped or settled meanwhile.
  const grouped = new Set(groups.flatMap((group) => group.pieces.map(({ id }) => id)));
  const apart = pieces.filter(({ id }) => !grouped.has(id));
  const opened = pieces.some(({ id }) => id === chosen) ? chosen : (apart[0]?.id ?? null);
  if (opened !== chosen) setChosen(opened);
  if (pieces.length === 0 && answered > 0) setAnswered(0);
  const shown = useFirstThenAll([...pieces.filter(({ id }) => id === opened), ...pieces.filter(({ id }) => id !== opened)]);
  const section = useRef<HTMLElement>(null);
  const acted = useNextFocus(section);
  const { amend, discard } = actions;
  const settle = useCallback(() => {
    acted.current = true;
    setChosen(null);
    setAnswered((before) => before + 1);
  }, [acted]);
  const onAmend = useCallback(
    (piece: CoffrePiece) => {
      settle();
      return amend(piece).catch((error: unknown) => {
        setAnswered((before) => Math.max(0, before - 1));
        throw error;
      });
    },
    [amend, settle],
  );
  const onDiscard = useCallback(
    (pieceId: string) => {
      settle();
      discard(pieceId);
    },
    [discard, settle],
  );
  if (pieces.length === 0) return null;
  return (
    <section className="section" ref={section}>
      <h2 className="section-title" tabIndex={-1}>
        {m.coffre.toConfirm}
        <span>{answered === 0 ? m.coffre.kept(pieces.length) : m.coffre.place(answered + 1, answered + pieces.length)}</span>
      </h2>
      <p className="about">{m.coffre.toConfirmIntro}</p>
      {groups.map((group) => (
        <Foreign
          key={group.siren}
          group={group}
          whose={companyText(view.companies.find(({ siren }) => siren === group.siren) ?? { siren: group.siren, name: null })}
          onFile={() => {
            for (const piece of group.pieces) void onAmend(filedUnder(piece, group.siren)).catch(() => undefined);
          }}
          onDiscard={() => {
            for (const { id } of group.pieces) onDiscard(id);
          }}
        />
      ))}
      <ul className="rows">
        {shown.map((piece) => (
          <CoffreRow
            key={piece.id}
            piece={piece}
            companies={opened === piece.id ? view.companies : NO_COMPANY}
            today={today}
            editing={opened === piece.id}
            onEdit={setChosen}
            onAmend={onAmend}
            onDiscard={onDiscard}
            onView={actions.view}
            load={actions.load}
          />
        ))}
      </ul>
    </section>
  );
}

const NO_COMPANY: WaitingProps["view"]["companies"] = [];

/** Moves the focus of a person who answers by keyboard to the next question. A focus elsewhere stays there. */
function useNextFocus(section: RefObject<HTMLElement | null>) {
  const acted = useRef(false);
  useEffect(() => {
    if (!acted.current || (document.activeElement !== null && document.activeElement !== document.body)) return;
    acted.current = false;
    const question = section.current?.querySelector<HTMLElement>(".kept-form :is(.proposals button, select, input)");
    (question ?? section.current?.querySelector("h2"))?.focus();
  });
  return acted;
}

interface ForeignProps {
  readonly group: ForeignGroup;
  /** The company that they name. */
  readonly whose: string;
  readonly onFile: () => void;
  readonly onDiscard: () => void;
}

function Foreign({ group: { siren, pieces }, whose, onFile, onDiscard }: ForeignProps) {
  const { m } = useWords();
  const [discarding, setDiscarding] = useState(false);
  return (
    <div className="card card-warn foreign" data-foreign={siren}>
      <h3>
        <Building2 size={16} aria-hidden="true" />
        {m.coffre.foreign.title(pieces.length, whose)}
      </h3>
      <p>{m.coffre.foreign.text}</p>
      <div className="choices">
        <Button onPress={onFile}>{m.coffre.foreign.file}</Button>
        {!discarding && (
          <Button look="danger" onPress={() => setDiscarding(true)}>
            {m.coffre.foreign.remove}
          </Button>
        )}
      </div>
      {discarding && (
        <div className="choices" role="alert">
          <p>{m.coffre.removeSure}</p>
          <Button autoFocus onPress={() => setDiscarding(false)}>
            {m.coffre.keep}
          </Button>
          <Button look="danger" onPress={onDiscard}>
            {m.coffre.removeNow}
          </Button>
        </div>
      )}
    </div>
  );
}
