/** « Ce champ demande… » : the person says which field of the catalogue a control asks, or that nothing goes there. */
import { type KeyboardEvent, useState } from "react";
import { FIELD_KEYS, type FieldKey, fieldOf, mayBeTaught } from "../src/domain/fields.ts";
import type { TaughtAnswer, TaughtPiece } from "../src/domain/lessons.ts";
import { refOf } from "../src/domain/page-reading.ts";
import { PIECE_KINDS, pieceOf } from "../src/domain/pieces.ts";
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
  /** Unfinished texts, by name. */
  readonly drafts: Readonly<Record<string, string>>;
  /** @param text `null` when it is begun no more */
  readonly onDraft: (name: string, text: string | null) => void;
}

/** Under which name what is typed of that control is kept. */
export const namingOf = (control: ControlRef) => `naming ${refOf(control)}`;

interface ReassignProps {
  readonly line: ControlRef;
  /** What the control was understood to ask; `null`: nothing. */
  readonly asked: FieldKey | TaughtPiece | null;
  /** Any field may be named, or a piece, or only whether what was read goes there. */
  readonly may: "anything" | "aPiece" | "asRead";
  readonly isTaught: boolean;
  readonly teaching: Teaching;
  readonly onDone: () => void;
}

const MOST = 6;

export function Reassign({ line, asked, may, isTaught, teaching: { onTeach, drafts, onDraft }, onDone }: ReassignProps) {
  const { m } = useWords();
  const words = may === "aPiece" ? m.teach.slot : m.teach;
  const draft = namingOf(line);
  const text = drafts[draft] ?? "";
  const [wrong, setWrong] = useState<string | undefined>(undefined);
  function end(): void {
    onDraft(draft, null);
    onDone();
  }
  async function say(asks: TaughtAnswer | null): Promise<void> {
    const kept = await onTeach(line, asks).catch(() => null);
    if (kept === true) return end();
    setWrong(kept === null ? m.fields.notKept : words.gone);
  }
  function leave(event: KeyboardEvent): void {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    end();
  }
  const found = foundBy(text, may, m).filter(({ asks }) => asks !== asked);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves, whatever inside has the focus.
    <div className="reassign" onKeyDown={leave}>
      {may !== "asRead" && (
        <Field
          label={words.asks}
          value={text}
          onChange={(next) => onDraft(draft, next === "" ? null : next)}
          hint={words.hint}
          error={wrong}
          autoFocus
        />
      )}
      {found.length > 0 && (
        <ul aria-label={words.asks}>
          {found.map(({ asks, label }) => (
            <li key={asks}>
              <Button look="link" onPress={() => void say(asks)}>
                {label}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {plainWords(text) !== "" && found.length === 0 && <p className="about">{words.noField}</p>}
      {may === "asRead" && wrong !== undefined && <p className="error">{wrong}</p>}
      <div className="entries-actions">
        <Button onPress={() => void say("none")}>{words.nothing}</Button>
        {isTaught && <Button onPress={() => void say(null)}>{m.teach.forget}</Button>}
        <Button look="link" onPress={end}>
          {m.fields.cancel}
        </Button>
      </div>
    </div>
  );
}

interface Nameable {
  readonly asks: FieldKey | TaughtPiece;
  readonly label: string;
  readonly synonyms: readonly string[];
}

function nameable(may: ReassignProps["may"], m: Messages): readonly Nameable[] {
  switch (may) {
    case "asRead":
      return [];
    case "aPiece":
      return PIECE_KINDS.map((kind) => ({ asks: `document.${kind}`, label: m.labels.piece(kind), synonyms: pieceOf(kind).synonyms }));
    case "anything":
      return FIELD_KEYS.filter(mayBeTaught).map((key) => ({ asks: key, label: m.labels.field(key), synonyms: fieldOf(key).synonyms }));
  }
}

/** Entries whose name or synonym holds every typed word; those whose name begins with the text come first. */
function foundBy(text: string, may: ReassignProps["may"], m: Messages): readonly Nameable[] {
  const typed = plainWords(text);
  if (typed === "") return [];
  const words = typed.split(" ");
  const rankOf = ({ label, synonyms }: Nameable) => {
    const name = plainWords(label);
    if (![name, ...synonyms.map(plainWords)].some((one) => words.every((word) => one.includes(word)))) return null;
    return name.startsWith(typed) ? 0 : words.every((word) => name.includes(word)) ? 1 : 2;
  };
  return nameable(may, m)
    .flatMap((one) => {
      const rank = rankOf(one);
      return rank === null ? [] : [{ one, rank }];
    })
    .toSorted((one, other) => one.rank - other.rank)
    .slice(0, MOST)
    .map(({ one }) => one);
}
