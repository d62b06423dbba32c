/** Until when a piece is good, in words, an icon and a colour: never a colour alone. */

import { CalendarClock } from "lucide-react";
import { useState } from "react";
import type { PieceKind } from "../src/domain/pieces.ts";
import { isShowable } from "../src/domain/references.ts";
import { addDays, formatDay } from "../src/domain/time.ts";
import { ruleOf, type Validity, type ValidityStatus } from "../src/domain/validity.ts";
import type { Messages } from "../src/i18n/fr.ts";
import { Tag } from "./controls.tsx";
import { VALIDITY_LOOKS } from "./states.tsx";
import { useToday } from "./today.tsx";
import { useWords } from "./words.tsx";

interface ValidityTagProps {
  readonly validity: Validity;
  /** The status on the day when the winner is asked for the proofs; absent when that day is not known. */
  readonly atAward?: ValidityStatus | undefined;
}

export function ValidityTag({ validity, atAward }: ValidityTagProps) {
  const { m } = useWords();
  const today = useToday();
  const { icon: Icon, tone } = VALIDITY_LOOKS[validity.status];
  const endsBetween = atAward === "expired" && validity.status !== "expired";
  return (
    <>
      <Tag tone={tone} icon={<Icon size={13} aria-hidden="true" />}>
        {validityText(validity, m, today)}
      </Tag>
      {endsBetween && (
        <Tag tone="warn" icon={<CalendarClock size={13} aria-hidden="true" />}>
          {m.pieces.atAward}
        </Tag>
      )}
    </>
  );
}

function validityText(validity: Validity, m: Messages, today: string): string {
  const whole = wholeText(validity, m, today);
  return validity.partUntil === undefined ? whole : `${whole} (${m.pieces.validity.part(formatDay(validity.partUntil))})`;
}

function wholeText({ status, until, rule }: Validity, { pieces: { validity: words } }: Messages, today: string): string {
  if (rule === "comptes") return accountsText(status, until, words);
  if (status === "valid") return until === undefined ? words.validNoEnd : words.valid(formatDay(until));
  if (status === "expiringSoon") return until === undefined ? words.toCheck : words.expiringSoon(formatDay(until));
  if (status !== "expired") return words[status];
  if (until === undefined) return words.expiredNoEnd;
  // `until` is the last day on which it is good. Judged on a deadline to come, it may still be good today.
  return until < today ? words.expired(formatDay(addDays(until, 1))) : words.ending(formatDay(until));
}

/** Accounts do not expire: they drop out of the three years that may be asked. */
function accountsText(status: ValidityStatus, until: string | undefined, words: Messages["pieces"]["validity"]): string {
  if (status === "expired") return words.accountsOver;
  if (status === "expiringSoon" && until !== undefined) return words.accountsUntil(formatDay(addDays(until, 1)));
  return status === "valid" || status === "expiringSoon" ? words.accounts : words[status];
}

/**
 * The rule by which a piece of this kind is judged, with the texts it comes from, on demand. A reference that nobody has read at its
 * source is not shown, and a line says that it is missing.
 */
export function ValidityRule({ kind }: { readonly kind: PieceKind }) {
  const { m } = useWords();
  const [opened, setOpened] = useState(false);
  // A coffre has hundreds of them, nearly all closed: what is inside is drawn once it is seen.
  return (
    <details className="about rule" onToggle={({ currentTarget }) => setOpened(currentTarget.open)}>
      <summary>{m.pieces.rule}</summary>
      {opened && <RuleText kind={kind} />}
    </details>
  );
}

function RuleText({ kind }: { readonly kind: PieceKind }) {
  const { m } = useWords();
  const { text, references } = ruleOf(kind);
  const shown = references.filter(isShowable);
  return (
    <>
      <p lang="fr">{text}</p>
      {shown.length > 0 && (
        <ul lang="fr">
          {shown.map((reference) => (
            <li key={reference.text}>{reference.text}</li>
          ))}
        </ul>
      )}
      {shown.length === 0 && references.length > 0 && <p>{m.pieces.ruleUnread}</p>}
    </>
  );
}
