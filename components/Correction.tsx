/** Another value for one line: one that another source proposes, or the person's own, for this portal or for all. */
import { type FormEvent, type KeyboardEvent, useState } from "react";
import type { Dossier } from "../src/domain/dossier.ts";
import { type FieldKey, fieldOf } from "../src/domain/fields.ts";
import { refOf } from "../src/domain/page-reading.ts";
import { formatValue } from "../src/i18n/format.ts";
import { originText } from "../src/i18n/origin.ts";
import type { FieldLine } from "../src/messages/situation.ts";
import { Button, Field } from "./controls.tsx";
import { useWords } from "./words.tsx";

/** Answers false when the value does not have the field's format. Rejects when it could not be kept. */
export type Correct = (field: FieldKey, value: string, everywhere: boolean) => Promise<boolean>;

export interface Correcting {
  readonly dossier: Dossier | null;
  readonly onCorrect: Correct;
  /** Unfinished texts, by the line's reference. */
  readonly drafts: Readonly<Record<string, string>>;
  /** @param text `null` when it is begun no more */
  readonly onDraft: (key: string, text: string | null) => void;
}

interface CorrectionProps {
  readonly line: FieldLine;
  readonly correcting: Correcting;
  readonly onDone: () => void;
}

export function Correction({ line, correcting, onDone }: CorrectionProps) {
  const { m, language } = useWords();
  const key = refOf(line);
  const text = correcting.drafts[key] ?? String(line.value ?? "");
  const [wrong, setWrong] = useState<string | undefined>(undefined);
  const known = correcting.dossier?.values[line.field];
  const proposals = known === undefined ? [] : [{ value: known.value, origin: known.origin }, ...known.alternatives];
  const others = proposals.filter(({ value }) => value !== line.value);
  const form = m.fields.form(fieldOf(line.field).type);

  function end(): void {
    correcting.onDraft(key, null);
    onDone();
  }
  async function keep(value: string, everywhere: boolean): Promise<void> {
    const accepted = await correcting.onCorrect(line.field, value, everywhere).catch(() => null);
    setWrong(accepted === null ? m.fields.notKept : accepted ? undefined : form === "" ? m.fields.wrong : m.fields.wrongForm(form));
    if (accepted === true) end();
  }
  function submit(event: FormEvent): void {
    event.preventDefault();
    void keep(text, false);
  }
  function leave(event: KeyboardEvent): void {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    end();
  }

  return (
    <form className="correction" onSubmit={submit} onKeyDown={leave} noValidate>
      <Field
        label={form === "" ? m.fields.yourValue : m.fields.yourValueAs(form)}
        value={text}
        onChange={(next) => correcting.onDraft(key, next)}
        error={wrong}
        autoFocus
      />
      {others.map(({ value, origin }) => (
        <Button
          look="link"
          key={`${value}${originText(origin, m)}`}
          onPress={() => void keep(value === known?.value ? "" : String(value), false)}
        >
          {formatValue(line.field, value, language, m)} ({originText(origin, m)})
        </Button>
      ))}
      <div className="entries-actions">
        <Button type="submit">{m.fields.useHere}</Button>
        <Button onPress={() => void keep(text, true)}>{m.fields.useEverywhere}</Button>
        <Button look="link" onPress={end}>
          {m.fields.cancel}
        </Button>
      </div>
    </form>
  );
}
