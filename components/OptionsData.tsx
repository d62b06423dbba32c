/** What is kept on this machine: taken away in a file, or erased. */
import { useState } from "react";
import { Button } from "./controls.tsx";
import { useWords } from "./words.tsx";

export function ExportData({ onExport, onCoffre }: { readonly onExport: () => Promise<void>; readonly onCoffre: () => void }) {
  const { m } = useWords();
  return (
    <section className="card">
      <h2>{m.options.exportTitle}</h2>
      <p className="about">{m.options.exportHint}</p>
      <div className="choices">
        <Button onPress={() => void onExport()}>{m.options.exportNow}</Button>
        <Button onPress={onCoffre}>{m.options.openCoffre}</Button>
      </div>
    </section>
  );
}

/** Two gestures: erasing cannot be undone. */
export function EraseData({ onEraseAll }: { readonly onEraseAll: () => Promise<void> }) {
  const { m } = useWords();
  const [asked, setAsked] = useState(false);
  const [done, setDone] = useState(false);
  const erase = async () => {
    await onEraseAll();
    setAsked(false);
    setDone(true);
  };
  return (
    <section className="card">
      <h2>{m.options.erase}</h2>
      <p className="about">{done ? m.options.erased : m.options.eraseHint}</p>
      <div className="choices">
        {asked ? (
          <>
            <Button look="primary" onPress={() => setAsked(false)}>
              {m.options.keep}
            </Button>
            <Button look="danger" onPress={erase}>
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
