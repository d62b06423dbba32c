/** The diligence log: what was prepared and attached for the consultation, when, with the hashes. */
import type { Diligence } from "../src/domain/diligence.ts";
import { formatMoment, formatSize } from "../src/i18n/format.ts";
import { Button } from "./controls.tsx";
import { useWords } from "./words.tsx";

interface DossierLogProps {
  readonly entries: readonly Diligence[];
  readonly exported: string | null;
  readonly now: Date;
  readonly onExport: () => void;
  readonly onSave: () => void;
}

export function DossierLog({ entries, exported, now, onExport, onSave }: DossierLogProps) {
  const { m, language } = useWords();
  return (
    <section className="section">
      <h2 className="section-title">{m.dossier.log}</h2>
      <p className="about">{m.dossier.logIntro}</p>
      {entries.length === 0 ? (
        <p className="about">{m.dossier.logEmpty}</p>
      ) : (
        <>
          <ol className="rows log">
            {entries.toReversed().map(({ at, what, fileName, sha256, size, place, host }) => (
              <li key={[at, what, fileName, place].join()} className="row" data-what={what}>
                <p>
                  <time dateTime={at}>{formatMoment(at, now, language)}</time> <strong>{m.dossier.logWhat[what]}</strong>{" "}
                  <span className="title">{fileName}</span>
                </p>
                <p className="about">{[formatSize(size, language, m), place, host].filter(Boolean).join(" · ")}</p>
                <details>
                  <summary>{m.dossier.fingerprint}</summary>
                  <p className="hash">SHA-256 {sha256}</p>
                </details>
              </li>
            ))}
          </ol>
          <Button onPress={onExport}>{m.dossier.logExport}</Button>
          {exported !== null && (
            <Button look="link" onPress={onSave}>
              {m.dossier.download(exported)}
            </Button>
          )}
        </>
      )}
    </section>
  );
}
