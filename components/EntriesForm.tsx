/** What only the person knows, asked once for the company: contact, bank, insurance… */
import { type FormEvent, useState } from "react";
import { type FieldKey, fieldOf } from "../src/domain/fields.ts";
import { Button, Field } from "./controls.tsx";
import { useWords } from "./words.tsx";

interface EntriesFormProps {
  readonly fields: readonly FieldKey[];
  /** Answers the fields that were refused. */
  readonly onRemember: (values: Partial<Record<FieldKey, string>>) => Promise<readonly FieldKey[]>;
}

export function EntriesForm({ fields, onRemember }: EntriesFormProps) {
  const { m } = useWords();
  const [values, setValues] = useState<Partial<Record<FieldKey, string>>>({});
  const [opened, setOpened] = useState(false);
  const [refused, setRefused] = useState<readonly FieldKey[]>([]);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setRefused(await onRemember(values));
  }

  if (!opened) {
    return (
      <section className="section card entries-closed">
        <p>
          <strong>{m.fields.missing(fields.length)}</strong>
          <span>{fields.map((key) => m.labels.field(key)).join(", ")}</span>
        </p>
        <Button onPress={() => setOpened(true)}>{m.fields.complete}</Button>
      </section>
    );
  }
  return (
    <section className="section card">
      <h2>{m.fields.missing(fields.length)}</h2>
      <p>{m.fields.missingIntro}</p>
      <form onSubmit={submit} noValidate>
        <div className="entries">
          {fields.map((key, i) => (
            <div key={key} data-entry={key} className={["email", "longText", "url"].includes(fieldOf(key).type) ? "wide" : ""}>
              <Field
                label={m.labels.field(key)}
                type={INPUT_TYPES[fieldOf(key).type] ?? "text"}
                value={values[key] ?? ""}
                onChange={(value) => setValues({ ...values, [key]: value })}
                autoFocus={i === 0}
                error={refused.includes(key) ? m.fields.wrong : undefined}
              />
            </div>
          ))}
        </div>
        <div className="entries-actions">
          <Button type="submit" isDisabled={Object.values(values).every((value) => value.trim() === "")}>
            {m.fields.save}
          </Button>
        </div>
      </form>
    </section>
  );
}

const INPUT_TYPES: Partial<Record<ReturnType<typeof fieldOf>["type"], "email" | "tel" | "url">> = {
  email: "email",
  phone: "tel",
  url: "url",
};
