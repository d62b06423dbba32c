/** The passphrase on paper: drawn for the printer alone, kept nowhere. */
import { Printer } from "lucide-react";
import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { formatDay } from "../src/domain/time.ts";
import { Button } from "./controls.tsx";
import { useWords } from "./words.tsx";

interface RecoverySheetProps {
  readonly passphrase: string;
  /** "2026-05-31" */
  readonly today: string;
}

export function RecoverySheet({ passphrase, today }: RecoverySheetProps) {
  const { m } = useWords();
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    if (!printing) return;
    window.print();
    setPrinting(false);
  }, [printing]);
  return (
    <>
      <Button look="primary" onPress={() => setPrinting(true)}>
        <Printer size={16} />
        {m.coffre.sheet.print}
      </Button>
      {printing &&
        createPortal(
          <section className="recovery-sheet">
            <h1>{m.coffre.sheet.title}</h1>
            <p>{m.coffre.sheet.on(formatDay(today))}</p>
            <p className="secret">{passphrase}</p>
            <ul>
              {m.coffre.sheet.advice.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>,
          document.body,
        )}
    </>
  );
}
