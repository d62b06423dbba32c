/** What the consultation's documents ask: they are dropped, read in a worker, then set against the page, the law and what is held. */
import { DropZone, type FileDropItem, FileTrigger } from "react-aria-components";
import { hasLots, type Joined } from "../src/consultation/report.ts";
import type { ReadingState } from "../src/consultation/session.ts";
import type { ConsultationReading } from "../src/domain/asked.ts";
import type { SlotLine } from "../src/messages/situation.ts";
import "./ConsultationAsked.css";
import "./FileDrop.css";
import { AskedChecklist } from "./AskedChecklist.tsx";
import { AskedChanges, AskedDeadline, AskedDisagreements, AskedOthers, AskedPoints } from "./AskedFindings.tsx";
import { Button } from "./controls.tsx";
import { useWords } from "./words.tsx";

export interface AskedView extends Pick<ReadingState, "running" | "ended" | "left"> {
  /** `null` before anything was read. */
  readonly joined: Joined | null;
  /** Of the company that answers, for the sentences to paste. */
  readonly siren: string | null;
  /** True when a company and a consultation are known: what is read can be kept. */
  readonly canKeep: boolean;
}

export interface AskedActions {
  readonly take: (files: readonly File[]) => void;
  readonly cancel: () => void;
  readonly forget: () => void;
  readonly save: (format: "md" | "csv") => void;
  readonly print: () => void;
  readonly openCoffre: () => void;
  /** Brings a place of the page into view. */
  readonly goTo: (slot: SlotLine) => void;
}

interface ConsultationAskedProps {
  readonly view: AskedView;
  readonly actions: AskedActions;
}

export function ConsultationAsked({ view, actions }: ConsultationAskedProps) {
  const { m } = useWords();
  const { joined, canKeep } = view;
  return (
    <section className="section consultation-asked">
      <h2 className="section-title">{m.asked.heading}</h2>
      {!canKeep && <p className="about">{m.asked.noWork}</p>}
      {canKeep && joined === null && <p className="about">{m.asked.intro}</p>}
      {canKeep && <AskedDrop small={joined !== null} busy={view.running !== null} onFiles={actions.take} />}
      <Progress view={view} onCancel={actions.cancel} />
      {joined !== null && <Results joined={joined} siren={view.siren} actions={actions} busy={view.running !== null} />}
    </section>
  );
}

/** Extensions rather than media types: a browser may not know the type of a notice or of an OpenDocument. */
const TYPES = [".zip", ".pdf", ".docx", ".odt", ".xml", ".html", ".htm", ".txt"];

interface AskedDropProps {
  readonly small: boolean;
  readonly busy: boolean;
  readonly onFiles: AskedActions["take"];
}

function AskedDrop({ small, busy, onFiles }: AskedDropProps) {
  const { m } = useWords();
  const dropped = async (items: readonly { readonly kind: string }[]) => {
    const files = items.filter((item): item is FileDropItem => item.kind === "file");
    onFiles(await Promise.all(files.map((item) => item.getFile())));
  };
  return (
    <DropZone
      className={small ? "drop drop-small" : "drop"}
      aria-label={m.asked.drop}
      isDisabled={busy}
      onDrop={({ items }) => void dropped(items)}
    >
      {small ? <span className="about">{m.asked.drop}</span> : <strong>{m.asked.drop}</strong>}
      <FileTrigger allowsMultiple acceptedFileTypes={TYPES} onSelect={(list) => onFiles([...(list ?? [])])}>
        <Button look={small ? "link" : "primary"} isDisabled={busy}>
          {small ? m.asked.again : m.asked.choose}
        </Button>
      </FileTrigger>
    </DropZone>
  );
}

function Progress({ view: { running, ended, left }, onCancel }: { readonly view: AskedView; readonly onCancel: () => void }) {
  const { m } = useWords();
  return (
    <div className="asked-said" role="status">
      {running !== null && (
        <p>
          {running.scanning === undefined
            ? m.asked.reading(running.read, running.last)
            : m.asked.scanning(running.scanning.file, running.scanning.page)}{" "}
          <Button look="link" onPress={onCancel}>
            {m.asked.cancel}
          </Button>
        </p>
      )}
      {ended !== null && <p className={ended === "cancelled" ? "" : "tone-warn"}>{m.asked.ends[ended]}</p>}
      <LeftOut documents={left} />
    </div>
  );
}

/** Each file that was refused, by its name. */
function LeftOut({ documents }: { readonly documents: ConsultationReading["documents"] }) {
  const { m } = useWords();
  const refused = documents.flatMap(({ file, left }) => (left === undefined ? [] : [{ file, left }]));
  if (refused.length === 0) return null;
  return (
    <>
      <h3>{m.asked.leftTitle}</h3>
      <ul className="asked-left">
        {refused.map(({ file, left }) => (
          <li key={file}>
            <span className="title">{file}</span> : {m.asked.left(left)}
          </li>
        ))}
      </ul>
    </>
  );
}

interface ResultsProps {
  readonly joined: Joined;
  readonly siren: string | null;
  readonly actions: AskedActions;
  readonly busy: boolean;
}

function Results({ joined, siren, actions, busy }: ResultsProps) {
  const { m } = useWords();
  const { documents } = joined.reading;
  const read = documents.filter(({ kind }) => kind !== "other");
  const others = documents.filter(({ kind, left }) => kind === "other" && left === undefined).length;
  return (
    <div className="asked-results">
      <ul className="asked-documents about">
        {read.map(({ file, kind, recognised }) => (
          <li key={file}>
            <span className="title">{file}</span> ({m.asked.documents[kind]})
            {recognised === true && <strong className="tone-warn"> {m.asked.recognised}</strong>}
          </li>
        ))}
        {others > 0 && <li>{m.asked.others(others)}</li>}
      </ul>
      <p className="about">{m.asked.caution}</p>
      {joined.lots !== null && <p className="about">{m.asked.lots.chosen(joined.lots)}</p>}
      {joined.lots === null && hasLots(joined) && <p className="about">{m.asked.lots.choose}</p>}
      <div className="asked-columns">
        <div>
          <AskedDeadline told={joined.deadline} reading={joined.reading} />
          <AskedDisagreements disagreements={joined.disagreements} />
          <AskedChanges changes={joined.changes} />
          <AskedChecklist items={joined.items} stage="candidature" siren={siren} actions={actions} />
        </div>
        <div>
          <AskedChecklist items={joined.items} stage="attributaire" siren={siren} actions={actions} />
          <AskedChecklist items={joined.items} stage="offre" siren={siren} actions={actions} />
          <AskedOthers others={joined.others} />
          <AskedPoints joined={joined} />
          <LeftOut documents={documents} />
        </div>
      </div>
      <div className="asked-tools">
        <Button onPress={actions.print}>{m.asked.print}</Button>
        <Button onPress={() => actions.save("md")}>{m.asked.exportMd}</Button>
        <Button onPress={() => actions.save("csv")}>{m.asked.exportCsv}</Button>
        <Button look="link" onPress={actions.forget} isDisabled={busy}>
          {m.asked.forget}
        </Button>
      </div>
    </div>
  );
}
