/** The coffre's page: documents dropped once, recognised, confirmed where reading is not certain, kept by company. */
import { startTransition, useCallback, useEffect, useState } from "react";
import type { Notice } from "../src/domain/answer.ts";
import type { CoffrePiece, CompanyNotes, NotKept } from "../src/domain/coffre.ts";
import type { Messages } from "../src/i18n/fr.ts";
import { type CoffreCompany, companyText } from "./CoffreForm.tsx";
import { CoffreProtection, type ProtectionActions } from "./CoffreProtection.tsx";
import { CoffreRow } from "./CoffreRow.tsx";
import { Button } from "./controls.tsx";
import { Exclusions } from "./Exclusions.tsx";
import { FileDrop } from "./FileDrop.tsx";
import "./Coffre.css";
import "./Options.css";
import "./PiecesTab.css";
import { useWords } from "./words.tsx";

export interface CoffreView {
  readonly companies: readonly CoffreCompany[];
  readonly siren: string | null;
  readonly pieces: readonly CoffrePiece[];
  /** Names of the files given that are not read yet, the one being read first. */
  readonly reading: readonly string[];
  /** The page whose picture is being read, in the file being read; `null` when none is. */
  readonly scanning: number | null;
  readonly refused: readonly NotKept[];
  readonly isProtected: boolean;
  /** What the sources publish of the company, when it is the one being worked for. */
  readonly notices: readonly Notice[];
  readonly legalForm: string | undefined;
  readonly explications: CompanyNotes["explications"];
}

export interface CoffreActions extends ProtectionActions {
  readonly choose: (siren: string) => void;
  readonly add: (files: readonly File[]) => void;
  /** Keeps the file whose picture is being read without waiting for its letters. */
  readonly skipScan: () => void;
  /** Rejects when the browser could not write it. */
  readonly amend: (piece: CoffrePiece) => Promise<void>;
  readonly discard: (pieceId: string) => void;
  readonly view: (pieceId: string) => void;
  readonly explain: (explication: CompanyNotes["explications"][number]) => Promise<void>;
  /** The document itself; `null` when it is gone. */
  readonly load: (pieceId: string) => Promise<Blob | null>;
}

interface CoffreProps {
  readonly view: CoffreView;
  readonly actions: CoffreActions;
  /** "2026-05-31": the day the documents are judged on. */
  readonly today: string;
}

export function Coffre({ view, actions, today }: CoffreProps) {
  const { m } = useWords();
  const waiting = view.pieces.filter(({ confirmed }) => !confirmed);
  const confirmed = view.pieces.filter((piece) => piece.confirmed);
  return (
    <main className="options coffre">
      <h1>{m.coffre.heading}</h1>
      <p>{m.coffre.intro}</p>
      {view.siren === null ? (
        <p className="empty">{m.coffre.noCompany}</p>
      ) : (
        <>
          <div className="section field">
            <label htmlFor="company">{m.coffre.company}</label>
            <select autoComplete="off" id="company" value={view.siren} onChange={(event) => actions.choose(event.target.value)}>
              {view.companies.map((company) => (
                <option key={company.siren} value={company.siren}>
                  {companyText(company)}
                </option>
              ))}
            </select>
          </div>
          <FileDrop onFiles={actions.add} />
          <ul className="said-list" aria-live="polite">
            {view.reading[0] !== undefined && <li>{m.coffre.reading(view.reading[0], view.reading.length - 1)}</li>}
            {view.scanning !== null && (
              <li>
                {m.coffre.readingScan(view.scanning)}{" "}
                <Button look="link" onPress={actions.skipScan}>
                  {m.coffre.skipScan}
                </Button>
              </li>
            )}
            {[...new Set(view.refused.map((one) => refusalText(one, m)))].map((text) => (
              <li key={text} className="tone-bad">
                {text}
              </li>
            ))}
          </ul>
          <Kept title={m.coffre.toConfirm} intro={m.coffre.toConfirmIntro} pieces={waiting} {...{ view, actions, today }} />
          <Kept title={m.coffre.confirmed} pieces={confirmed} {...{ view, actions, today }} />
          <Exclusions
            key={view.siren}
            notices={view.notices}
            legalForm={view.legalForm}
            explications={view.explications}
            pieces={confirmed}
            onExplain={actions.explain}
          />
          {view.pieces.length === 0 && <p className="empty">{m.coffre.empty}</p>}
        </>
      )}
      <CoffreProtection
        isProtected={view.isProtected}
        known={view.companies.flatMap(({ siren, name }) => [siren, name ?? ""])}
        actions={actions}
      />
    </main>
  );
}

function refusalText(refused: NotKept, m: Messages): string {
  if (refused.why === "notWritten") return m.coffre.notWritten(refused.title);
  return m.coffre.failed(refused.fileName, m.coffre.failures[refused.why]);
}

interface KeptProps extends CoffreProps {
  readonly title: string;
  readonly intro?: string;
  readonly pieces: readonly CoffrePiece[];
}

function Kept({ title, intro, pieces, view, actions, today }: KeptProps) {
  const { m } = useWords();
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = useFirstThenAll(pieces);
  // One page shown at a time: fifty viewers at once would bring the browser to its knees. What is being answered stays open, whatever
  // is dropped or settled meanwhile.
  const opened = pieces.some(({ id }) => id === chosen) ? chosen : (pieces.find(({ confirmed }) => !confirmed)?.id ?? null);
  if (opened !== chosen) setChosen(opened);
  const { amend, discard } = actions;
  const onAmend = useCallback(
    (piece: CoffrePiece) => {
      setChosen(null);
      return amend(piece);
    },
    [amend],
  );
  const onDiscard = useCallback(
    (pieceId: string) => {
      setChosen(null);
      discard(pieceId);
    },
    [discard],
  );
  if (pieces.length === 0) return null;
  return (
    <section className="section">
      <h2 className="section-title">
        {title}
        <span>{m.coffre.kept(pieces.length)}</span>
      </h2>
      {intro !== undefined && <p className="about">{intro}</p>}
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

const NO_COMPANY: readonly CoffreCompany[] = [];

/** More than a tall screen shows. */
const FIRST_ROWS = 24;

/** What the screen can show, drawn at once; the rest as soon as that is on the screen. */
function useFirstThenAll<Item>(items: readonly Item[]): readonly Item[] {
  const [isAll, setAll] = useState(false);
  const hasItems = items.length > 0;
  useEffect(() => {
    if (hasItems) startTransition(() => setAll(true));
  }, [hasItems]);
  return isAll ? items : items.slice(0, FIRST_ROWS);
}
