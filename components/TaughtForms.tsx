/** What was taught of forms: listed, forgotten one by one, given as a portal map, and another person's map taken in. */
import { X } from "lucide-react";
import { useState } from "react";
import { FileTrigger } from "react-aria-components";
import { isFieldKey } from "../src/domain/fields.ts";
import type { Lesson, TaughtAnswer, TaughtForm } from "../src/domain/lessons.ts";
import { isPieceKind } from "../src/domain/pieces.ts";
import type { Messages } from "../src/i18n/fr.ts";
import type { Output } from "../src/messages/contract.ts";
import { Button, Tag } from "./controls.tsx";
import { useWords } from "./words.tsx";

export interface TaughtActions {
  readonly onForget: (form: TaughtForm) => void;
  readonly onExport: () => Promise<void>;
  readonly onImport: (text: string) => Promise<Output<"importMap">>;
}

export function TaughtForms({ taught, onForget, onExport, onImport }: TaughtActions & { readonly taught: readonly TaughtForm[] }) {
  const { m } = useWords();
  const [said, setSaid] = useState<string | null>(null);
  async function take(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    const outcome = await onImport(await file.text()).catch(() => null);
    setSaid(outcome === null ? m.fields.notKept : "forms" in outcome ? m.teach.imported(outcome.forms) : m.teach.problems[outcome.problem]);
  }
  return (
    <section className="card">
      <h2>{m.teach.title}</h2>
      <p className="about">{m.teach.about}</p>
      {taught.length === 0 ? (
        <p className="about">{m.teach.none}</p>
      ) : (
        <ul className="rows">
          {taught.map((form) => (
            <FormRow key={`${form.by} ${form.host} ${form.structure}`} form={form} onForget={onForget} />
          ))}
        </ul>
      )}
      <div className="choices">
        <Button isDisabled={taught.every(({ by }) => by === "map")} onPress={() => void onExport()}>
          {m.teach.exportMap}
        </Button>
        <FileTrigger acceptedFileTypes={[".json", "application/json"]} onSelect={(files) => void take(files?.[0])}>
          <Button>{m.teach.importMap}</Button>
        </FileTrigger>
      </div>
      <p className="about" role="status">
        {said}
      </p>
    </section>
  );
}

function FormRow({ form, onForget }: { readonly form: TaughtForm; readonly onForget: TaughtActions["onForget"] }) {
  const { m } = useWords();
  const name = m.teach.form(form.host, form.lessons.length);
  return (
    <li className="row kept taught">
      <details>
        <summary>
          {name} {form.by === "map" && <Tag tone="warn">{m.teach.said.map}</Tag>}
        </summary>
        <ul>
          {form.lessons.map((lesson) => (
            <li key={JSON.stringify(lesson.control)}>{lessonText(lesson, m)}</li>
          ))}
        </ul>
      </details>
      <Button look="icon" aria-label={m.teach.forgetForm(name)} onPress={() => onForget(form)}>
        <X size={14} />
      </Button>
    </li>
  );
}

function lessonText({ control: { label, titles }, asks, how }: Lesson, m: Messages): string {
  const place = [...titles.slice(0, 1), label].filter(Boolean).join(" · ");
  if (how === "refused") return m.teach.leftOut(place);
  return asks === "none" ? m.teach.asksNothing(place) : m.teach.asksField(place, nameOf(asks, m));
}

function nameOf(asks: Exclude<TaughtAnswer, "none">, m: Messages): string {
  if (isFieldKey(asks)) return m.labels.field(asks);
  const kind = asks.slice("document.".length);
  return isPieceKind(kind) ? m.labels.piece(kind) : asks;
}
