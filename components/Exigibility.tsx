/** Says that a piece may not be demanded, or need not be sent, and under which text, with a sentence to paste. It hides nothing. */
import { Check, Copy, Scale } from "lucide-react";
import { useState } from "react";
import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from "react-aria-components";
import { type Asking, type Exigibility, exigibilitiesOf } from "../src/domain/exigibility.ts";
import type { PieceKind } from "../src/domain/pieces.ts";
import { isShowable } from "../src/domain/references.ts";
import { formatMonth } from "../src/i18n/format.ts";
import { Button } from "./controls.tsx";
import { useWords } from "./words.tsx";

interface ExigibilityOfProps {
  readonly kind: PieceKind;
  /** Of the company that answers; without it, no sentence is offered. */
  readonly siren: string | null;
  /** Who asks, and of whom. */
  readonly asking: Asking;
}

export function ExigibilityOf({ kind, siren, asking }: ExigibilityOfProps) {
  return <ExigibilityNotes notes={exigibilitiesOf(kind, asking)} siren={siren} />;
}

export function ExigibilityNotes({ notes, siren }: { readonly notes: readonly Exigibility[]; readonly siren: string | null }) {
  return notes.map((known) => <Note key={known.exemption} known={known} siren={siren} />);
}

function Note({ known, siren }: { readonly known: Exigibility; readonly siren: string | null }) {
  const { m, language } = useWords();
  const [copied, setCopied] = useState(false);
  const { text, reference, but } = known;
  const sentence = siren === null ? null : known.sentence(siren);
  const copy = async (words: string) => {
    await navigator.clipboard.writeText(words);
    setCopied(true);
  };
  return (
    <Disclosure className="exigibility">
      <Heading level={3}>
        <AriaButton slot="trigger" className="button button-link">
          <Scale size={13} aria-hidden="true" />
          {m.pieces.exemptions[known.exemption]}
        </AriaButton>
      </Heading>
      <DisclosurePanel>
        <p lang="fr">{text}</p>
        <p lang="fr">{reference.text}</p>
        {but !== undefined && isShowable(but) && <p lang="fr">{but.text}</p>}
        {reference.readOn !== null && <p>{m.pieces.readOn(reference.source, formatMonth(reference.readOn, language))}</p>}
        {sentence !== null && (
          <>
            <blockquote lang="fr">{sentence}</blockquote>
            <Button look="link" onPress={() => copy(sentence)}>
              {copied ? <Check size={13} /> : <Copy size={13} />}
              <span aria-live="polite">{copied ? m.pieces.sentenceCopied : m.pieces.copySentence}</span>
            </Button>
          </>
        )}
      </DisclosurePanel>
    </Disclosure>
  );
}
