/** « Enregistrer cette page » : a copy without any value, shown before it is saved, for whoever the person gives it to. */
import { useState } from "react";
import { Button, Checkbox } from "./controls.tsx";
import { useWords } from "./words.tsx";

/** What the copy holds, as it will be saved. */
export interface PageCopy {
  readonly html: string;
  readonly controls: number;
  /** Words outside the common vocabulary of forms: they may be personal. */
  readonly words: readonly string[];
}

export interface SavingActions {
  /** Rejects when the page went away. @param without words to take out */
  readonly copyPage: (without: readonly string[]) => Promise<PageCopy>;
  readonly saveCopy: (without: readonly string[]) => Promise<void>;
}

export function SavePage({ copyPage, saveCopy }: SavingActions) {
  const { m } = useWords();
  const [copy, setCopy] = useState<PageCopy | null>(null);
  const [without, setWithout] = useState<readonly string[]>([]);
  const [said, setSaid] = useState("");
  const begin = async () => {
    setSaid("");
    const made = await copyPage([]).catch(() => null);
    if (made === null) setSaid(m.save.gone);
    setWithout([]);
    setCopy(made);
  };
  const keep = async (word: string, kept: boolean) => {
    const next = kept ? without.filter((one) => one !== word) : [...without, word];
    setWithout(next);
    const made = await copyPage(next).catch(() => null);
    if (made !== null && copy !== null) setCopy({ ...made, words: copy.words });
  };
  const save = async () => {
    const isSaved = await saveCopy(without).then(
      () => true,
      () => false,
    );
    setSaid(isSaved ? m.save.saved : m.save.gone);
    if (isSaved) setCopy(null);
  };
  return (
    <section className="section save-page">
      {copy === null ? (
        <Button look="link" onPress={() => void begin()}>
          {m.save.begin}
        </Button>
      ) : (
        <CopyCard {...{ copy, without }} onKeep={keep} onSave={save} onCancel={() => setCopy(null)} />
      )}
      <p className="about" role="status">
        {said}
      </p>
    </section>
  );
}

interface CardProps {
  readonly copy: PageCopy;
  readonly without: readonly string[];
  readonly onKeep: (word: string, kept: boolean) => Promise<void>;
  readonly onSave: () => Promise<void>;
  readonly onCancel: () => void;
}

function CopyCard({ copy, without, onKeep, onSave, onCancel }: CardProps) {
  const { m } = useWords();
  return (
    <div className="card">
      <h2>{m.save.title}</h2>
      <p className="about">{m.save.holds(copy.controls)}</p>
      {copy.words.length > 0 && (
        <>
          <p className="about">{m.save.words}</p>
          <ul className="kept-words" aria-label={m.save.words}>
            {copy.words.map((word) => (
              <li key={word}>
                <Checkbox label={m.save.keep(word)} selected={!without.includes(word)} onChange={(kept) => void onKeep(word, kept)}>
                  {word}
                </Checkbox>
              </li>
            ))}
          </ul>
        </>
      )}
      <details>
        <summary>{m.save.see}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by the keyboard too. */}
        <pre tabIndex={0}>{copy.html}</pre>
      </details>
      <div className="entries-actions">
        <Button onPress={() => void onSave()}>{m.save.save}</Button>
        <Button look="link" onPress={onCancel}>
          {m.fields.cancel}
        </Button>
      </div>
    </div>
  );
}
