/** What is kept on this machine: taken away in a file, or erased. */
import { useState } from "react";
import type { Language } from "../src/i18n/plural.ts";
import { Button, Field } from "./controls.tsx";
import { useWords } from "./words.tsx";

/** What is kept, where, for how long, what goes where. */
export function Privacy({ onPrivacy }: { readonly onPrivacy: (language: Language) => void }) {
  const { m, language } = useWords();
  return (
    <section className="card">
      <h2>{m.options.privacy}</h2>
      <p className="about">{m.options.privacyHint}</p>
      <div className="choices">
        <Button onPress={() => onPrivacy(language)}>{m.options.privacyRead}</Button>
      </div>
    </section>
  );
}

export function ExportData({ onExport }: { readonly onExport: () => Promise<void> }) {
  const { m } = useWords();
  return (
    <section className="card">
      <h2>{m.options.exportTitle}</h2>
      <p className="about">{m.options.exportHint}</p>
      <div className="choices">
        <Button onPress={() => void onExport()}>{m.options.exportNow}</Button>
      </div>
    </section>
  );
}

interface EraseDataProps {
  readonly onExport: () => Promise<void>;
  readonly onEraseAll: () => Promise<void>;
}

/** Erasing cannot be undone: an export is offered first, then a word must be typed that nobody types by mistake. */
export function EraseData({ onExport, onEraseAll }: EraseDataProps) {
  const { m } = useWords();
  const [asked, setAsked] = useState(false);
  const [typed, setTyped] = useState("");
  const [done, setDone] = useState(false);
  const erase = async () => {
    await onEraseAll();
    setAsked(false);
    setTyped("");
    setDone(true);
  };
  return (
    <section className="card">
      <h2>{m.options.erase}</h2>
      <p className="about">{done ? m.options.erased : m.options.eraseHint}</p>
      {asked && (
        <div className="erasing">
          <Field label={m.options.eraseType(m.options.eraseWord)} value={typed} onChange={setTyped} autoFocus />
        </div>
      )}
      <div className="choices">
        {asked ? (
          <>
            <Button look="primary" onPress={() => setAsked(false)}>
              {m.options.keep}
            </Button>
            <Button onPress={() => void onExport()}>{m.options.exportFirst}</Button>
            <Button look="danger" isDisabled={typed.trim().toLowerCase() !== m.options.eraseWord} onPress={erase}>
              {m.options.eraseNow}
            </Button>
          </>
        ) : (
          <Button look="danger" onPress={() => setAsked(true)}>
            {m.options.erase}
          </Button>
        )}
      </div>
    </section>
  );
}
