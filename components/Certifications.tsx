/** Certifications and qualifications that the sources tell of. */
import type { Dossier } from "../src/domain/dossier.ts";
import { byValidity } from "./judged.ts";
import { CertificationRow } from "./PieceRow.tsx";
import type { Span } from "./Timeline.tsx";
import { useWords } from "./words.tsx";

interface CertificationsProps {
  readonly certifications: Dossier["certifications"];
  readonly span: Span;
}

export function Certifications({ certifications, span }: CertificationsProps) {
  const { m } = useWords();
  if (certifications.length === 0) return null;
  return (
    <section className="section">
      <h2 className="section-title">
        {m.pieces.certifications}
        <span>{certifications.length}</span>
      </h2>
      <ul className="rows">
        {certifications.toSorted(byValidity).map((certification) => {
          const { provenance, kind, code, label, validUntil } = certification;
          return (
            <CertificationRow key={[provenance.source, kind, code, label, validUntil].join()} certification={certification} span={span} />
          );
        })}
      </ul>
    </section>
  );
}
