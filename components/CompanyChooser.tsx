/** The first question: which company? By its SIRET, found on the page, used before, or one of the demonstration's. */
import { ArrowLeft, X } from "lucide-react";
import { type FormEvent, useState } from "react";
import { digitsOf, formatSiret, isSiret, siretProblem } from "../src/domain/siret.ts";
import type { Situation } from "../src/messages/situation.ts";
import "./CompanyChooser.css";
import { Button, Field } from "./controls.tsx";
import { useWords } from "./words.tsx";

interface CompanyChooserProps {
  readonly situation: Situation;
  readonly onChoose: (siret: string) => void;
  readonly onForget: (siret: string) => void;
  /** Absent when there is nothing to go back to. */
  readonly onBack?: (() => void) | undefined;
}

export function CompanyChooser({ situation, onChoose, onForget, onBack }: CompanyChooserProps) {
  const { m } = useWords();
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
        <p>{m.company.intro}</p>
      </div>
      <SiretForm onChoose={onChoose} />
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
        choices={samples.map(({ siret, name, situation: about }) => ({ siret, name, about: `${formatSiret(siret)} · ${about}` }))}
        onChoose={onChoose}
      />
    </div>
  );
}

function SiretForm({ onChoose }: { readonly onChoose: (siret: string) => void }) {
  const { m } = useWords();
  const [text, setText] = useState("");
  const [tried, setTried] = useState(false);
  const digits = digitsOf(text);
  const problem = siretProblem(text);
  const shown = problem !== null && (tried || digits.length >= 14) ? m.company.problems[problem] : undefined;

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (isSiret(digits)) onChoose(digits);
  }

  return (
    <form onSubmit={submit} noValidate>
      <div className="siret-field">
        <Field
          label={m.company.siret}
          value={text}
          onChange={setText}
          inputMode="numeric"
          hint={digits === "" || problem === null ? m.company.siretHint : m.company.digits(digits.length)}
          error={shown}
          autoFocus
        />
      </div>
      <Button look="primary" type="submit">
        {m.company.choose}
      </Button>
    </form>
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
