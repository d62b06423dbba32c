/** Says that a piece may not be demanded, by which text, with a sentence ready to paste. It hides nothing. */
import { Check, Copy, Scale } from "lucide-react";
import { useState } from "react";
import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from "react-aria-components";
import { exigibilityOf } from "../src/domain/exigibility.ts";
import type { PieceKind } from "../src/domain/pieces.ts";
import { isShowable } from "../src/domain/validity.ts";
import { Button } from "./controls.tsx";
import { useWords } from "./words.tsx";

export function ExigibilityNote({ kind }: { readonly kind: PieceKind }) {
  const { m } = useWords();
  const [copied, setCopied] = useState(false);
  const known = exigibilityOf(kind);
  if (known === null || !isShowable(known.reference)) return null;
  const copy = async () => {
    await navigator.clipboard.writeText(known.sentence);
    setCopied(true);
  };
  return (
    <Disclosure className="exigibility">
      <Heading level={3}>
        <AriaButton slot="trigger" className="button button-link">
          <Scale size={13} aria-hidden="true" />
          {m.pieces.notDemandable}
        </AriaButton>
      </Heading>
      <DisclosurePanel>
        <p lang="fr">{known.text}</p>
        <p lang="fr">{known.reference.text}</p>
        <Button look="link" onPress={copy}>
          {copied ? <Check size={13} /> : <Copy size={13} />}
          {copied ? m.pieces.sentenceCopied : m.pieces.copySentence}
        </Button>
      </DisclosurePanel>
    </Disclosure>
  );
}
