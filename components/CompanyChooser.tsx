/** The first question: which company? Typed, found on the page, used before, or taken from the demonstration. */
import { ArrowLeft, Database, X } from "lucide-react";
import { useState } from "react";
import { formatSiret } from "../src/domain/siret.ts";
import type { Situation } from "../src/messages/situation.ts";
import "./CompanyChooser.css";
import { CompanyForm, type FindCompanies } from "./CompanyForm.tsx";
import { Button } from "./controls.tsx";
import { useWords } from "./words.tsx";

const FIRST_SAMPLES = 3;

interface CompanyChooserProps {
  readonly situation: Situation;
  readonly onChoose: (siret: string) => void;
  readonly onForget: (siret: string) => void;
  readonly onFind: FindCompanies;
  readonly onOptions: () => void;
  /** What is being typed: it outlives a popup that closes. */
  readonly text: string;
  readonly onType: (text: string) => void;
  /** Absent when there is nothing to go back to. */
  readonly onBack?: (() => void) | undefined;
}

export function CompanyChooser({ situation, onChoose, onForget, onFind, onOptions, text, onType, onBack }: CompanyChooserProps) {
  const { m } = useWords();
  const [all, setAll] = useState(false);
  const known = new Set(situation.companies.map((company) => company.siret));
  const onPage = (situation.page?.sirets ?? []).filter((siret) => !known.has(siret));
  const samples = situation.service.samples.filter((sample) => !known.has(sample.siret));
  return (
    <div className="chooser">
      {onBack !== undefined && (
        <div>
          <Button look="link" onPress={onBack}>
            <ArrowLeft size={14} />
            {m.company.back}
          </Button>
        </div>
      )}
      <div>
        <h2 className="title">{m.company.heading}</h2>
        {onBack === undefined && <p>{m.company.intro}</p>}
      </div>
      <CompanyForm {...{ onChoose, onFind, text, onType }} />
      {text.trim() === "" && (
        <>
          <Choices
            title={m.company.onPage}
            choices={onPage.map((siret) => ({ siret, name: formatSiret(siret), about: "" }))}
            onChoose={onChoose}
          />
          <Choices
            title={m.company.known}
            choices={situation.companies.map(({ siret, name }) => ({ siret, name: name ?? m.company.unnamed, about: formatSiret(siret) }))}
            onChoose={onChoose}
            onForget={onForget}
          />
          <Choices
            title={m.company.samples}
            choices={(all ? samples : samples.slice(0, FIRST_SAMPLES)).map(({ siret, name, situation: about }) => ({
              siret,
              name,
              about: `${formatSiret(siret)} · ${about}`,
            }))}
            onChoose={onChoose}
          />
          {samples.length > FIRST_SAMPLES && !all && (
            <Button look="link" onPress={() => setAll(true)}>
              {m.company.moreSamples(samples.length - FIRST_SAMPLES)}
            </Button>
          )}
        </>
      )}
      <WhoAnswers service={situation.service} onOptions={onOptions} />
    </div>
  );
}

interface WhoAnswersProps {
  readonly service: Situation["service"];
  readonly onOptions: () => void;
}

/** Says who receives a company's number; shows nothing until the service has answered. */
function WhoAnswers({ service: { mode, publicServices }, onOptions }: WhoAnswersProps) {
  const { m } = useWords();
  if (mode === null) return null;
  return (
    <section className="mode" aria-label={m.options.service}>
      <p>
        <Database size={15} aria-hidden="true" />
        <span>
          {publicServices === null ? m.company.modes[mode] : m.company.asks(publicServices.names, publicServices.origins.length > 0)}{" "}
          <Button look="link" onPress={onOptions}>
            {m.company.changeMode}
          </Button>
        </span>
      </p>
    </section>
  );
}

interface ChoicesProps {
  readonly title: string;
  readonly choices: readonly { readonly siret: string; readonly name: string; readonly about: string }[];
  readonly onChoose: (siret: string) => void;
  readonly onForget?: (siret: string) => void;
}

function Choices({ title, choices, onChoose, onForget }: ChoicesProps) {
  const { m } = useWords();
  if (choices.length === 0) return null;
  return (
    <section className="section">
      <h3 className="section-title">{title}</h3>
      <ul className="rows">
        {choices.map(({ siret, name, about }) => (
          <li className="row company-choice" key={siret}>
            <Button onPress={() => onChoose(siret)}>
              {name}
              {about !== "" && <span className="about">{about}</span>}
            </Button>
            {onForget !== undefined && (
              <Button look="icon" aria-label={m.company.forget(name)} onPress={() => onForget(siret)}>
                <X size={14} />
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
