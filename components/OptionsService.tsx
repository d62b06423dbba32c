/** Who answers: the public registers asked directly, or the service of an organisation, at its address. */
import { type FormEvent, useState } from "react";
import { RadioGroup } from "react-aria-components";
import { isSafeAddress } from "../src/domain/addresses.ts";
import type { ServiceChoice, Situation } from "../src/messages/situation.ts";
import { Button, Choice, Field } from "./controls.tsx";
import { useWords } from "./words.tsx";

interface ServiceFormProps {
  readonly service: Situation["service"];
  /** Answers with the state of the service once it is chosen. */
  readonly onService: (choice: ServiceChoice) => Promise<Situation["service"]>;
  /** Leads back to the page that the person came from. */
  readonly onBack: () => void;
}

export function ServiceForm(props: ServiceFormProps) {
  const { m } = useWords();
  const { choice, managed } = props.service;
  if (!managed) return <ServiceChoices {...props} />;
  return (
    <section className="card">
      <h2>{m.options.service}</h2>
      <p className="about">{m.options.managed(choice.kind === "proxy" ? choice.url : "")}</p>
    </section>
  );
}

function ServiceChoices({ service, onService, onBack }: ServiceFormProps) {
  const { m } = useWords();
  const [kind, setKind] = useState<Kind>(service.choice.kind);
  const [url, setUrl] = useState(service.choice.kind === "proxy" ? service.choice.url : "");
  const [said, setSaid] = useState("");
  const [done, setDone] = useState(false);
  const wrong = kind === "proxy" && !isSafeAddress(url.trim());

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (wrong) return;
    setSaid("");
    setDone(false);
    const { trouble, mode } = await onService(kind === "proxy" ? { kind, url: url.trim().replace(/\/+$/, "") } : { kind });
    setDone(trouble === null);
    setSaid(trouble !== null ? m.service[trouble].title : m.options.saved(mode === null ? "" : m.options.modes[mode]));
  }

  return (
    <section className="card">
      <h2>{m.options.service}</h2>
      <form className="options-form" onSubmit={submit} noValidate>
        <Kinds kind={kind} onKind={setKind} />
        {kind === "proxy" && (
          <Field
            label={m.options.address}
            value={url}
            onChange={setUrl}
            type="url"
            error={wrong && url !== "" ? m.options.addressWrong : undefined}
          />
        )}
        <div className="entries-actions">
          <Button look="primary" type="submit" isDisabled={wrong}>
            {m.options.save}
          </Button>
          <p role="status" className={done ? "tone-ok" : "tone-warn"}>
            {said}
          </p>
          {done && (
            <Button look="link" onPress={onBack}>
              {m.options.goBack}
            </Button>
          )}
        </div>
      </form>
    </section>
  );
}

type Kind = ServiceChoice["kind"];

function Kinds({ kind, onKind }: { readonly kind: Kind; readonly onKind: (kind: Kind) => void }) {
  const { m } = useWords();
  return (
    <RadioGroup
      className="modes"
      aria-label={m.options.service}
      value={kind}
      onChange={(value) => onKind(value === "open" ? "open" : "proxy")}
    >
      <Choice value="open">
        <span>
          <strong>{m.options.open}</strong>
          <span className="about">{m.options.openHint}</span>
        </span>
      </Choice>
      <Choice value="proxy">
        <span>
          <strong>{m.options.proxy}</strong>
          <span className="about">{m.options.proxyHint}</span>
        </span>
      </Choice>
    </RadioGroup>
  );
}
