/** Published notices that touch on the grounds for exclusion, explained, with the person's own words and proof. Nothing is declared. */
import { type FormEvent, useState } from "react";
import type { Notice } from "../src/domain/answer.ts";
import type { CoffrePiece, CompanyNotes } from "../src/domain/coffre.ts";
import { isShowable } from "../src/domain/references.ts";
import { type ExplainedNotice, explainExclusions } from "../src/dossier/exclusions.ts";
import { Button, Tag, type Tone } from "./controls.tsx";
import { useWords } from "./words.tsx";

type Explication = CompanyNotes["explications"][number];

interface ExclusionsProps {
  readonly notices: readonly Notice[];
  /** INSEE's code of the company's legal form, when it is known. */
  readonly legalForm: string | undefined;
  readonly explications: readonly Explication[];
  /** Documents that may support an explanation. */
  readonly pieces: readonly CoffrePiece[];
  readonly onExplain: (explication: Explication) => Promise<void>;
}

export function Exclusions({ notices, legalForm, explications, pieces, onExplain }: ExclusionsProps) {
  const { m } = useWords();
  const explained = explainExclusions(notices, legalForm);
  if (explained.length === 0) return null;
  return (
    <section className="section" data-exclusions="">
      <h2 className="section-title">{m.exclusions.heading}</h2>
      <p className="about">{m.exclusions.intro}</p>
      <ul className="rows">
        {explained.map((one) => (
          <li className="row notice" key={one.about}>
            <Explained explained={one} />
            <Explaining about={one.about} known={explications.find(({ about }) => about === one.about)} {...{ pieces, onExplain }} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const TONES: Record<ExplainedNotice["standing"], Tone> = { mayMatter: "bad", toVerify: "warn", notHeld: "plain" };

/** What was published, when and where to read it; what it means in law, and what to do. */
export function Explained({ explained }: { readonly explained: ExplainedNotice }) {
  const { m } = useWords();
  const { what, standing, meaning, next, references, notice } = explained;
  const shown = references.filter(isShowable);
  return (
    <>
      <p>
        <strong lang="fr">{what}</strong> <Tag tone={TONES[standing]}>{m.exclusions.standings[standing]}</Tag>
      </p>
      <p lang="fr">{meaning}</p>
      <p lang="fr">{next}</p>
      {shown.length === 0 && references.length > 0 && <p className="about">{m.exclusions.unread}</p>}
      {shown.map(({ text }) => (
        <p className="about" lang="fr" key={text}>
          {text}
        </p>
      ))}
      {notice.url !== undefined && (
        <a href={notice.url} target="_blank" rel="noreferrer">
          {m.notices.see}
        </a>
      )}
    </>
  );
}

interface ExplicationFormProps extends Pick<ExclusionsProps, "pieces" | "onExplain"> {
  readonly about: string;
  readonly known: Explication | undefined;
}

/** As `Explication` limits it. */
const LONGEST = 2000;

/** Folded until the person has something to say, or has said it. */
function Explaining(props: ExplicationFormProps) {
  const { m } = useWords();
  return (
    <details className="explaining" open={props.known !== undefined}>
      <summary>{m.exclusions.explain}</summary>
      <ExplicationForm {...props} />
    </details>
  );
}

function ExplicationForm({ about, known, pieces, onExplain }: ExplicationFormProps) {
  const { m } = useWords();
  const [text, setText] = useState(known?.text ?? "");
  const [pieceId, setPieceId] = useState(known?.pieceId ?? "");
  const [said, setSaid] = useState("");
  const gone = pieceId !== "" && !pieces.some(({ id }) => id === pieceId);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    await onExplain({ about, text: text.trim(), ...(pieceId === "" || gone ? {} : { pieceId }) });
    setSaid(m.exclusions.saved);
  }

  return (
    <form className="explication" onSubmit={submit}>
      <div className="field">
        <label htmlFor={`text-${about}`}>{m.exclusions.text}</label>
        <textarea
          autoComplete="off"
          id={`text-${about}`}
          rows={3}
          maxLength={LONGEST}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`piece-${about}`}>{m.exclusions.piece}</label>
        <select autoComplete="off" id={`piece-${about}`} value={gone ? "" : pieceId} onChange={(event) => setPieceId(event.target.value)}>
          <option value="">{m.exclusions.noPiece}</option>
          {pieces.map(({ id, title, fileName }) => (
            <option key={id} value={id}>{`${title} (${fileName})`}</option>
          ))}
        </select>
      </div>
      <div className="choices">
        <Button type="submit">{m.fields.save}</Button>
        <p role="status">{said}</p>
      </div>
    </form>
  );
}
