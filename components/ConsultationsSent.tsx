/** What each buyer already received, and the sentence that says so. */
import { Check, Copy } from "lucide-react";
import { useMemo, useState } from "react";
import { alreadySent, type BuyerLedger } from "../src/consultations/already-sent.ts";
import type { KeptConsultation } from "../src/domain/kept-consultation.ts";
import { formatSiret } from "../src/domain/siret.ts";
import { formatDay, parisDay } from "../src/domain/time.ts";
import { Button, Tag } from "./controls.tsx";
import { LawNote } from "./LawNote.tsx";
import { ValidityTag } from "./Validity.tsx";
import { useWords } from "./words.tsx";

interface BuyersLedgerProps {
  readonly consultations: readonly KeptConsultation[];
  /** "2026-12-04". */
  readonly today: string;
}

export function BuyersLedger({ consultations, today }: BuyersLedgerProps) {
  const { m } = useWords();
  const buyers = useMemo(() => alreadySent(consultations, today), [consultations, today]);
  return (
    <section className="card buyers">
      <h2>{m.consultations.buyers}</h2>
      <LawNote says={(law) => law.alreadySent} />
      <p className="about">{m.consultations.buyersHint}</p>
      {buyers.length === 0 ? (
        <p className="about">{m.consultations.noBuyer}</p>
      ) : (
        <ul>
          {buyers.map((buyer) => (
            <Buyer key={buyer.siret} buyer={buyer} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Buyer({ buyer: { siret, name, sent, sentence } }: { readonly buyer: BuyerLedger }) {
  const { m } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <li>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <strong>{name ?? formatSiret(siret)}</strong>{" "}
          <span className="about">
            {name === undefined ? "" : `SIRET ${formatSiret(siret)} · `}
            {m.consultations.documents(sent.length)}
          </span>
        </summary>
        {isOpen && (
          <>
            <ul className="rows">
              {sent.map(({ piece, validity, at, consultation, depositedAt }) => (
                <li key={`${piece.kind} ${piece.title} ${at} ${piece.validUntil} ${piece.validFrom} ${piece.issuedOn}`} className="row">
                  <p className="title">{piece.title}</p>
                  <p className="about held">
                    <ValidityTag validity={validity} />
                    {depositedAt === undefined && <Tag tone="warn">{m.consultations.notConfirmed}</Tag>}
                    <span>
                      {m.consultations.givenOn(
                        formatDay(parisDay(new Date(at))),
                        consultation.reference ?? consultation.objet ?? m.consultations.untitled,
                      )}
                    </span>
                  </p>
                </li>
              ))}
            </ul>
            {sentence === null ? <p className="about">{m.consultations.noSentence}</p> : <Sentence text={sentence} />}
          </>
        )}
      </details>
    </li>
  );
}

function Sentence({ text }: { readonly text: string }) {
  const { m } = useWords();
  const [said, setSaid] = useState<"copied" | "refused" | null>(null);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid("copied"),
      () => setSaid("refused"),
    );
  return (
    <>
      <blockquote lang="fr">{text}</blockquote>
      <Button look="link" onPress={() => void copy()}>
        {said === "copied" ? <Check size={13} aria-hidden="true" /> : <Copy size={13} aria-hidden="true" />}
        <span aria-live="polite">{said === "copied" ? m.pieces.sentenceCopied : m.pieces.copySentence}</span>
      </Button>
      {said === "refused" && (
        <p className="about tone-warn" role="status">
          {m.consultations.notCopied}
        </p>
      )}
    </>
  );
}
