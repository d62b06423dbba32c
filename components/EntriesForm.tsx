/** What only the person knows, asked once for the company: contact, bank, insurance… */
import { type FormEvent, useState } from "react";
import { type FieldKey, fieldOf } from "../src/domain/fields.ts";
import { Button, Field } from "./controls.tsx";
import { useWords } from "./words.tsx";

interface EntriesFormProps {
  readonly fields: readonly FieldKey[];
  /** Answers the fields that were refused. Rejects when they could not be kept. */
  readonly onRemember: (values: Partial<Record<FieldKey, string>>) => Promise<readonly FieldKey[]>;
  readonly onFill: () => void;
  /** Unfinished texts, by field. */
  readonly drafts: Readonly<Record<string, string>>;
  readonly onDraft: (key: string, text: string) => void;
}

export function EntriesForm({ fields, onRemember, onFill, drafts, onDraft }: EntriesFormProps) {
  const { m } = useWords();
  const begun = fields.some((key) => (drafts[key] ?? "") !== "");
  const [opened, setOpened] = useState(begun);
  const [refused, setRefused] = useState<readonly FieldKey[]>([]);
  const [failed, setFailed] = useState(false);
  const values = Object.fromEntries(fields.flatMap((key) => (drafts[key] === undefined ? [] : [[key, drafts[key]]])));

  async function save(): Promise<boolean> {
    const wrong = await onRemember(values).catch(() => null);
    setFailed(wrong === null);
    setRefused(wrong ?? []);
    for (const key of fields) if (wrong !== null && !wrong.includes(key)) onDraft(key, "");
    return wrong !== null && wrong.length === 0;
  }
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (await save()) onFill();
  }

  if (!opened) return <Closed fields={fields} onOpen={() => setOpened(true)} />;
  const isEmpty = Object.values(values).every((value) => value.trim() === "");
  return (
    <section className="section card">
      <h2>{m.fields.missing(fields.length)}</h2>
      <p>{m.fields.missingIntro}</p>
      <form onSubmit={submit} noValidate>
        <Entries {...{ fields, drafts, onDraft, refused }} />
        {failed && (
          <p className="tone-bad" role="alert">
            {m.fields.notKept}
          </p>
        )}
        <div className="entries-actions">
          <Button look="primary" type="submit" isDisabled={isEmpty}>
            {m.fields.saveAndFill}
          </Button>
          <Button isDisabled={isEmpty} onPress={() => void save()}>
            {m.fields.save}
          </Button>
        </div>
      </form>
    </section>
  );
}

interface EntriesProps extends Pick<EntriesFormProps, "fields" | "drafts" | "onDraft"> {
  readonly refused: readonly FieldKey[];
}

function Entries({ fields, drafts, onDraft, refused }: EntriesProps) {
  const { m } = useWords();
  return (
    <div className="entries">
      {fields.map((key, i) => (
        <div key={key} data-entry={key} className={["email", "longText", "url"].includes(fieldOf(key).type) ? "wide" : ""}>
          <Field
            label={m.labels.field(key)}
            type={INPUT_TYPES[fieldOf(key).type] ?? "text"}
            value={drafts[key] ?? ""}
            onChange={(value) => onDraft(key, value)}
            autoFocus={i === 0}
            error={refused.includes(key) ? wrongOf(key, m) : undefined}
          />
        </div>
      ))}
    </div>
  );
}

function Closed({ fields, onOpen }: Pick<EntriesFormProps, "fields"> & { readonly onOpen: () => void }) {
  const { m } = useWords();
  return (
    <section className="section card entries-closed">
      <p>
        <strong>{m.fields.missing(fields.length)}</strong>
        <span>{fields.map((key) => m.labels.field(key)).join(", ")}</span>
      </p>
      <Button onPress={onOpen}>{m.fields.complete}</Button>
    </section>
  );
}

function wrongOf(key: FieldKey, m: ReturnType<typeof useWords>["m"]): string {
  const form = m.fields.form(fieldOf(key).type);
  return form === "" ? m.fields.wrong : m.fields.wrongForm(form);
}

const INPUT_TYPES: Partial<Record<ReturnType<typeof fieldOf>["type"], "email" | "tel" | "url">> = {
  email: "email",
  phone: "tel",
  url: "url",
};
