/** The options: who answers, which companies are kept, and the way to erase everything. */
import { X } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Radio, RadioGroup } from "react-aria-components";
import { formatSiret } from "../src/domain/siret.ts";
import type { ServiceChoice, Situation } from "../src/messages/situation.ts";
import { CoffreDrop, type HandIn } from "./CoffreDrop.tsx";
import { Button, Checkbox, Field } from "./controls.tsx";
import "./Options.css";
import { useWords } from "./words.tsx";

interface OptionsProps {
  readonly situation: Situation;
  /** Answers what the service says once chosen. */
  readonly onService: (choice: ServiceChoice) => Promise<Situation["service"]>;
  readonly onForget: (siret: string) => void;
  readonly onReminders: (wanted: boolean) => void;
  readonly onCoffre: () => void;
  readonly onFiles: HandIn;
  readonly onEraseAll: () => Promise<void>;
}

export function Options({ situation, onService, onForget, onReminders, onCoffre, onFiles, onEraseAll }: OptionsProps) {
  const { m } = useWords();
  const { companies } = situation;
  return (
    <main className="options">
      <h1>{m.options.heading}</h1>
      <ServiceForm service={situation.service} onService={onService} />
      <section className="card">
        <h2>{m.options.companies}</h2>
        {companies.length === 0 ? (
          <p className="about">{m.options.noCompany}</p>
        ) : (
          <ul className="rows">
            {companies.map(({ siret, name }) => (
              <li key={siret} className="row kept">
                <span>
                  {name ?? m.company.unnamed} <span className="about">{formatSiret(siret)}</span>
                </span>
                <Button look="icon" aria-label={m.company.forget(name ?? formatSiret(siret))} onPress={() => onForget(siret)}>
                  <X size={14} />
                </Button>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className="card">
        <h2>{m.coffre.heading}</h2>
        <p className="about">{m.coffre.intro}</p>
        <div className="choices">
          {situation.company === null || situation.coffreLocked ? (
            <Button onPress={onCoffre}>{situation.coffreLocked ? m.coffre.unlock : m.options.openCoffre}</Button>
          ) : (
            <div className="giving">
              <p>
                <strong>{m.coffre.givenTo(situation.company.name ?? formatSiret(situation.company.siret))}</strong>
              </p>
              <CoffreDrop onFiles={onFiles} onCoffre={onCoffre} />
            </div>
          )}
        </div>
        <div className="choices">
          <Checkbox label={m.options.reminders} selected={situation.reminders} onChange={onReminders}>
            <span>
              <strong>{m.options.reminders}</strong> <span className="about">{m.options.remindersHint}</span>
            </span>
          </Checkbox>
        </div>
      </section>
      <Erase onEraseAll={onEraseAll} />
    </main>
  );
}

const isAddress = (text: string) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

function ServiceForm({ service, onService }: { readonly service: Situation["service"]; readonly onService: OptionsProps["onService"] }) {
  const { m } = useWords();
  const [kind, setKind] = useState<ServiceChoice["kind"]>(service.choice.kind);
  const [url, setUrl] = useState(service.choice.kind === "proxy" ? service.choice.url : "http://127.0.0.1:8787");
  const [said, setSaid] = useState("");
  const wrong = kind === "proxy" && !isAddress(url);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (wrong) return;
    setSaid("");
    const { trouble, mode } = await onService(kind === "proxy" ? { kind, url: url.trim().replace(/\/+$/, "") } : { kind });
    setSaid(trouble !== null ? m.service[trouble].title : m.options.saved(mode === null ? "" : m.options.modes[mode]));
  }

  return (
    <section className="card">
      <h2>{m.options.service}</h2>
      <form className="options-form" onSubmit={submit} noValidate>
        <RadioGroup
          className="modes"
          aria-label={m.options.service}
          value={kind}
          onChange={(value) => setKind(value === "open" ? "open" : "proxy")}
        >
          <Radio value="open" className="radio">
            <span className="dot" aria-hidden="true" />
            <span>
              <strong>{m.options.open}</strong>
              <span className="about">{m.options.openHint}</span>
            </span>
          </Radio>
          <Radio value="proxy" className="radio">
            <span className="dot" aria-hidden="true" />
            <span>
              <strong>{m.options.proxy}</strong>
              <span className="about">{m.options.proxyHint}</span>
            </span>
          </Radio>
        </RadioGroup>
        {kind === "proxy" && (
          <Field label={m.options.address} value={url} onChange={setUrl} type="url" error={wrong ? m.options.addressWrong : undefined} />
        )}
        <div className="entries-actions">
          <Button look="primary" type="submit" isDisabled={wrong}>
            {m.options.save}
          </Button>
          <p role="status">{said}</p>
        </div>
      </form>
    </section>
  );
}

/** Two gestures: erasing cannot be undone. */
function Erase({ onEraseAll }: { readonly onEraseAll: () => Promise<void> }) {
  const { m } = useWords();
  const [asked, setAsked] = useState(false);
  const [done, setDone] = useState(false);
  const erase = async () => {
    await onEraseAll();
    setAsked(false);
    setDone(true);
  };
  return (
    <section className="card">
      <h2>{m.options.erase}</h2>
      <p className="about">{done ? m.options.erased : m.options.eraseHint}</p>
      <div className="choices">
        {asked ? (
          <>
            <Button onPress={() => setAsked(false)}>{m.options.keep}</Button>
            <Button look="primary" onPress={erase}>
              {m.options.eraseNow}
            </Button>
          </>
        ) : (
          <Button onPress={() => setAsked(true)}>{m.options.erase}</Button>
        )}
      </div>
    </section>
  );
}
