/** What the documents become, and the gesture that makes it. */
import { LoaderCircle } from "lucide-react";
import { type FormEvent, useState } from "react";
import { ProgressBar, RadioGroup } from "react-aria-components";
import { DOSSIER_FORMS, type DossierEnd, type DossierForm, type DossierWish, type MakeProgress } from "../src/domain/prepared.ts";
import { formatSize } from "../src/i18n/format.ts";
import { Button, Checkbox, Choice, Field } from "./controls.tsx";
import { millionsIn } from "./millions.ts";
import { useWords } from "./words.tsx";

interface DossierShapeProps {
  /** The largest file that the portal accepts, when it is known. */
  readonly limit: { readonly portal: string; readonly bytes: number } | null;
  readonly making: MakeProgress | null;
  /** The title of the document being worked on. */
  readonly current: string;
  readonly ended: DossierEnd | null;
  readonly again: boolean;
  readonly empty: boolean;
  readonly onMake: (wish: DossierWish) => void;
  readonly onCancel: () => void;
}

const MEGABYTE = 1_000_000;
/** Megabytes of a volume where the portal's limit is not known: most message boxes and portals take that. */
const USUAL = 20;

export function DossierShape({ limit, making, current, ended, again, empty, onMake, onCancel }: DossierShapeProps) {
  const { m, language } = useWords();
  const [form, setForm] = useState<DossierForm>("pdf");
  const [footers, setFooters] = useState(true);
  const [typed, setTyped] = useState<string | null>(null);
  const target = typed ?? String(limit === null ? USUAL : limit.bytes / MEGABYTE);
  const targetBytes = millionsIn(target);
  const wrong = form === "volumes" && targetBytes === null;
  const hint = limit === null ? m.dossier.targetUnknown : m.dossier.targetOfPortal(limit.portal, formatSize(limit.bytes, language, m));

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (wrong || empty || making !== null) return;
    onMake({ form, footers, targetBytes: form === "volumes" ? (targetBytes ?? undefined) : undefined });
  }

  return (
    <form className="section shape" onSubmit={submit} noValidate>
      <h2 className="section-title">{m.dossier.form}</h2>
      <div className="card">
        <Forms form={form} disabled={making !== null} onForm={setForm} />
        {form === "volumes" && (
          <Field
            label={m.dossier.target}
            value={target}
            onChange={setTyped}
            inputMode="decimal"
            hint={hint}
            error={wrong ? m.dossier.targetWrong : undefined}
          />
        )}
        {form !== "zip" && (
          <Checkbox label={m.dossier.footers} selected={footers} disabled={making !== null} onChange={setFooters}>
            {m.dossier.footers}
          </Checkbox>
        )}
        {making === null ? (
          <Button look={again ? "quiet" : "primary"} type="submit" isDisabled={wrong || empty}>
            {again ? m.dossier.makeAgain : m.dossier.make}
          </Button>
        ) : (
          <Making making={making} current={current} onCancel={onCancel} />
        )}
        <p className={`said tone-${ended === null || ended === "cancelled" ? "plain" : "bad"}`} role="status">
          {ended !== null && m.dossier.ended[ended]}
        </p>
      </div>
    </form>
  );
}

interface FormsProps {
  readonly form: DossierForm;
  readonly disabled: boolean;
  readonly onForm: (form: DossierForm) => void;
}

function Forms({ form, disabled, onForm }: FormsProps) {
  const { m } = useWords();
  return (
    <RadioGroup
      className="modes"
      aria-label={m.dossier.form}
      value={form}
      isDisabled={disabled}
      onChange={(value) => onForm(DOSSIER_FORMS.find((one) => one === value) ?? "pdf")}
    >
      {DOSSIER_FORMS.map((one) => (
        <Choice key={one} value={one}>
          <span>
            <strong>{m.dossier.forms[one]}</strong>
            <span className="about">{m.dossier.formHints[one]}</span>
          </span>
        </Choice>
      ))}
    </RadioGroup>
  );
}

interface MakingProps {
  readonly making: MakeProgress;
  readonly current: string;
  readonly onCancel: () => void;
}

function Making({ making: { done, total, id }, current, onCancel }: MakingProps) {
  const { m } = useWords();
  const text = id === null ? m.dossier.writing : m.dossier.making(Math.min(done + 1, total), total, current);
  return (
    <div className="making">
      <ProgressBar aria-label={m.dossier.made} value={done} maxValue={total} valueLabel={text}>
        <span className="track">
          <span className="bar" style={{ width: `${(100 * done) / Math.max(1, total)}%` }} />
        </span>
      </ProgressBar>
      <p role="status">
        <LoaderCircle size={14} className="spinning" aria-hidden="true" />
        {text}
      </p>
      <Button onPress={onCancel} autoFocus>
        {m.dossier.cancel}
      </Button>
    </div>
  );
}
