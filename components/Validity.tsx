/** Until when a piece is good, in words, an icon and a colour: never a colour alone. */

import type { PieceKind } from "../src/domain/pieces.ts";
import { isShowable } from "../src/domain/references.ts";
import { formatDay } from "../src/domain/time.ts";
import { ruleOf, type Validity } from "../src/domain/validity.ts";
import type { Messages } from "../src/i18n/fr.ts";
import { Tag } from "./controls.tsx";
import { VALIDITY_LOOKS } from "./states.tsx";
import { useWords } from "./words.tsx";

export function ValidityTag({ validity }: { readonly validity: Validity }) {
  const { m } = useWords();
  const { icon: Icon, tone } = VALIDITY_LOOKS[validity.status];
  return (
    <Tag tone={tone} icon={<Icon size={13} aria-hidden="true" />}>
      {validityText(validity, m)}
    </Tag>
  );
}

function validityText({ status, until }: Validity, { pieces: { validity: words } }: Messages): string {
  const day = until === undefined ? null : formatDay(until);
  if (status === "valid") return day === null ? words.validNoEnd : words.valid(day);
  if (status === "expiringSoon") return day === null ? words.toCheck : words.expiringSoon(day);
  if (status === "expired") return day === null ? words.expiredNoEnd : words.expired(day);
  return words[status];
}

/**
 * The rule by which a piece of this kind is judged, with the texts it comes from, on demand. A reference that nobody has read at its
 * source is not shown, and that it is missing is said.
 */
export function ValidityRule({ kind }: { readonly kind: PieceKind }) {
  const { m } = useWords();
  const { text, references } = ruleOf(kind);
  const shown = references.filter(isShowable);
  return (
    <details className="about rule">
      <summary>{m.pieces.rule}</summary>
      <p lang="fr">{text}</p>
      {shown.length > 0 && (
        <ul lang="fr">
          {shown.map((reference) => (
            <li key={reference.text}>{reference.text}</li>
          ))}
        </ul>
      )}
      {shown.length === 0 && references.length > 0 && <p>{m.pieces.ruleUnread}</p>}
    </details>
  );
}
