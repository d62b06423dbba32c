/** The coffre's page: documents dropped once, recognised, confirmed where reading is not certain, kept by company. */
import { useState } from "react";
import { Button as AriaButton, DropZone, type FileDropItem, FileTrigger } from "react-aria-components";
import type { CoffrePiece } from "../src/domain/coffre.ts";
import { formatSiren } from "../src/domain/siret.ts";
import { CoffreProtection, type ProtectionActions } from "./CoffreProtection.tsx";
import { CoffreRow, type Proposals } from "./CoffreRow.tsx";
import "./Coffre.css";
import "./Options.css";
import "./PiecesTab.css";
import { useWords } from "./words.tsx";

export interface CoffreView {
  readonly companies: readonly { readonly siren: string; readonly name: string | null }[];
  readonly siren: string | null;
  readonly pieces: readonly CoffrePiece[];
  /** Files being read, by name. */
  readonly reading: readonly string[];
  /** Sentences about files that were not kept. */
  readonly refused: readonly string[];
  /** What was read in documents that await the person's word, by piece. */
  readonly proposals: ReadonlyMap<string, Proposals>;
  readonly isProtected: boolean;
}

export interface CoffreActions extends ProtectionActions {
  readonly choose: (siren: string) => void;
  readonly add: (files: readonly File[]) => void;
  readonly amend: (piece: CoffrePiece) => void;
  readonly discard: (pieceId: string) => void;
  readonly view: (pieceId: string) => void;
}

interface CoffreProps {
  readonly view: CoffreView;
  readonly actions: CoffreActions;
  /** "2026-05-31": the day the documents are judged on. */
  readonly today: string;
}

const ACCEPTED = ["application/pdf", "image/jpeg", "image/png"];

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
            <select id="company" value={view.siren} onChange={(event) => actions.choose(event.target.value)}>
              {view.companies.map(({ siren, name }) => (
                <option key={siren} value={siren}>
                  {[name, formatSiren(siren)].filter(Boolean).join(" · ")}
                </option>
              ))}
            </select>
          </div>
          <Drop onFiles={actions.add} />
          <ul className="said-list" aria-live="polite">
            {view.reading.map((name) => (
              <li key={name}>{m.coffre.reading(name)}</li>
            ))}
            {view.refused.map((text) => (
              <li key={text} className="tone-bad">
                {text}
              </li>
            ))}
          </ul>
          <Kept title={m.coffre.toConfirm} intro={m.coffre.toConfirmIntro} pieces={waiting} {...{ view, actions, today }} />
          <Kept title={m.coffre.confirmed} pieces={confirmed} {...{ view, actions, today }} />
          {view.pieces.length === 0 && <p className="empty">{m.coffre.empty}</p>}
        </>
      )}
      <CoffreProtection isProtected={view.isProtected} actions={actions} />
    </main>
  );
}

function Drop({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const { m } = useWords();
  const dropped = async (items: readonly { readonly kind: string }[]) => {
    const files = items.filter((item): item is FileDropItem => item.kind === "file");
    onFiles(await Promise.all(files.map((item) => item.getFile())));
  };
  return (
    <DropZone className="section drop" onDrop={({ items }) => void dropped(items)}>
      <strong>{m.coffre.drop}</strong>
      <FileTrigger allowsMultiple acceptedFileTypes={ACCEPTED} onSelect={(list) => onFiles([...(list ?? [])])}>
        <AriaButton className="button button-primary">{m.coffre.choose}</AriaButton>
      </FileTrigger>
      <span className="about">{m.coffre.accepted}</span>
    </DropZone>
  );
}

interface KeptProps extends CoffreProps {
  readonly title: string;
  readonly intro?: string;
  readonly pieces: readonly CoffrePiece[];
}

function Kept({ title, intro, pieces, view, actions, today }: KeptProps) {
  const { m } = useWords();
  const [correcting, setCorrecting] = useState<string | null>(null);
  if (pieces.length === 0) return null;
  return (
    <section className="section">
      <h2 className="section-title">
        {title}
        <span>{m.coffre.kept(pieces.length)}</span>
      </h2>
      {intro !== undefined && <p className="about">{intro}</p>}
      <ul className="rows">
        {pieces.map((piece) => (
          <CoffreRow
            key={piece.id}
            piece={piece}
            proposals={view.proposals.get(piece.id)}
            today={today}
            editing={!piece.confirmed || correcting === piece.id}
            onEdit={() => setCorrecting(piece.id)}
            onAmend={(amended) => {
              setCorrecting(null);
              actions.amend(amended);
            }}
            onDiscard={() => actions.discard(piece.id)}
            onView={() => actions.view(piece.id)}
          />
        ))}
      </ul>
    </section>
  );
}
