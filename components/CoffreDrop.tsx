/** Files handed to the coffre from a screen that does not show it: what became of them, and the way to what is asked. */
import { useState } from "react";
import type { HandedIn } from "../src/domain/coffre.ts";
import { Button } from "./controls.tsx";
import { FileDrop } from "./FileDrop.tsx";
import { useWords } from "./words.tsx";

/** Keeps the files; `null` when the coffre waits for its passphrase. */
export type HandIn = (files: readonly File[]) => Promise<HandedIn | null>;

interface CoffreDropProps {
  readonly onFiles: HandIn;
  /** Opens the coffre's page. */
  readonly onCoffre: () => void;
}

export function CoffreDrop({ onFiles, onCoffre }: CoffreDropProps) {
  const { m } = useWords();
  const [reading, setReading] = useState<readonly string[]>([]);
  const [report, setReport] = useState<HandedIn | "locked" | "failed" | null>(null);

  async function hand(files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    setReport(null);
    setReading(files.map(({ name }) => name));
    setReport((await onFiles(files).catch(() => "failed" as const)) ?? "locked");
    setReading([]);
  }

  return (
    <>
      <FileDrop small onFiles={(files) => void hand(files)}>
        <Button look="link" onPress={onCoffre}>
          {m.options.openCoffre}
        </Button>
      </FileDrop>
      <div className="said-list" role="status">
        {reading.length > 0 && <p>{m.coffre.reading(reading.join(", "), 0)}</p>}
        {report === "locked" && <p className="tone-warn">{m.coffre.lockedKept}</p>}
        {report === "failed" && <p className="tone-bad">{m.coffre.handFailed}</p>}
        {typeof report === "object" && report !== null && <Report report={report} onCoffre={onCoffre} />}
      </div>
    </>
  );
}

function Report({ report, onCoffre }: { readonly report: HandedIn; readonly onCoffre: () => void }) {
  const { m } = useWords();
  return (
    <>
      {report.kept > report.asked && <p className="tone-ok">{m.coffre.handed(report.kept - report.asked)}</p>}
      {report.asked > 0 && (
        <p>
          <Button look="link" onPress={onCoffre}>
            {m.coffre.handedAsked(report.asked)}
          </Button>
        </p>
      )}
      {report.failed.map(({ fileName, why }) => (
        <p key={`${fileName} ${why}`} className="tone-bad">
          {m.coffre.failed(fileName, m.coffre.failures[why])}
        </p>
      ))}
    </>
  );
}
