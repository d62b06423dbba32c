/** « Ce champ demande… » : the person says which field of the catalogue a control asks, or that nothing goes there. */
import { type KeyboardEvent, useState } from "react";
import { FIELD_KEYS, type FieldKey, fieldOf, mayBeTaught } from "../src/domain/fields.ts";
import type { TaughtAnswer } from "../src/domain/lessons.ts";
import { plainWords } from "../src/domain/plain.ts";
import type { Messages } from "../src/i18n/fr.ts";
import type { ControlRef } from "../src/messages/contract.ts";
import { Button, Field } from "./controls.tsx";
import { useWords } from "./words.tsx";

/** Answers false when the page no longer asks it. Rejects when it could not be kept. */
export type Teach = (control: ControlRef, asks: TaughtAnswer | null) => Promise<boolean>;

/** What may be done with a control of the page, from its line. */
export interface Teaching {
  readonly onTeach: Teach;
  /** Leads to the control in the page. */
  readonly onShow: (control: ControlRef) => void;
}

interface ReassignProps {
  readonly line: ControlRef;
  /** What it is read to ask; `null`: nothing. */
  readonly asked: FieldKey | null;
  /** Any field may be named, or only whether what was read goes there. */
  readonly may: "anything" | "asRead";
  readonly isTaught: boolean;
  readonly onTeach: Teach;
  readonly onDone: () => void;
}

const MOST = 6;

export function Reassign({ line, asked, may, isTaught, onTeach, onDone }: ReassignProps) {
  const { m } = useWords();
  const [text, setText] = useState("");
  const [wrong, setWrong] = useState<string | undefined>(undefined);
  async function say(asks: TaughtAnswer | null): Promise<void> {
    const kept = await onTeach(line, asks).catch(() => null);
    if (kept === true) return onDone();
    setWrong(kept === null ? m.fields.notKept : m.teach.gone);
  }
  function leave(event: KeyboardEvent): void {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    onDone();
  }
  const found = may === "anything" ? foundBy(text, m).filter((key) => key !== asked) : [];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves, whatever inside has the focus.
    <div className="reassign" onKeyDown={leave}>
      {may === "anything" && <Field label={m.teach.asks} value={text} onChange={setText} hint={m.teach.hint} error={wrong} autoFocus />}
      {found.length > 0 && (
        <ul aria-label={m.teach.asks}>
          {found.map((key) => (
            <li key={key}>
              <Button look="link" onPress={() => void say(key)}>
                {m.labels.field(key)}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {plainWords(text) !== "" && found.length === 0 && <p className="about">{m.teach.noField}</p>}
      {may !== "anything" && wrong !== undefined && <p className="error">{wrong}</p>}
      <div className="entries-actions">
        <Button onPress={() => void say("none")}>{m.teach.nothing}</Button>
        {isTaught && <Button onPress={() => void say(null)}>{m.teach.forget}</Button>}
        <Button look="link" onPress={onDone}>
          {m.fields.cancel}
        </Button>
      </div>
    </div>
  );
}

/** Fields whose name, or another writing of it, holds each word typed; those that begin with it first. */
function foundBy(text: string, m: Messages): FieldKey[] {
  const typed = plainWords(text);
  if (typed === "") return [];
  const words = typed.split(" ");
  const rankOf = (key: FieldKey) => {
    const label = plainWords(m.labels.field(key));
    const all = [label, ...fieldOf(key).synonyms.map(plainWords)];
    if (!all.some((one) => words.every((word) => one.includes(word)))) return null;
    return label.startsWith(typed) ? 0 : words.every((word) => label.includes(word)) ? 1 : 2;
  };
  return FIELD_KEYS.filter(mayBeTaught)
    .flatMap((key) => {
      const rank = rankOf(key);
      return rank === null ? [] : [{ key, rank }];
    })
    .toSorted((one, other) => one.rank - other.rank)
    .slice(0, MOST)
    .map(({ key }) => key);
}
