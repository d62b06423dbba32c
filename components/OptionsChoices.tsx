/** The language of the screens, and the portals on whose pages the extension works by itself. */
import { RadioGroup } from "react-aria-components";
import { KEEPING_DAYS } from "../src/domain/prepared.ts";
import type { LanguageChoice } from "../src/messages/situation.ts";
import { Checkbox, Choice } from "./controls.tsx";
import { useWords } from "./words.tsx";

const LANGUAGES: readonly LanguageChoice[] = ["auto", "fr", "en"];

interface LanguageProps {
  readonly language: LanguageChoice;
  readonly onLanguage: (language: LanguageChoice) => void;
}

export function Language({ language, onLanguage }: LanguageProps) {
  const { m } = useWords();
  return (
    <section className="card">
      <h2>{m.options.language}</h2>
      <RadioGroup
        className="languages"
        aria-label={m.options.language}
        value={language}
        onChange={(value) => onLanguage(value as LanguageChoice)}
      >
        {LANGUAGES.map((choice) => (
          <Choice key={choice} value={choice}>
            <span lang={choice === "auto" ? undefined : choice}>{m.options.languages[choice]}</span>
          </Choice>
        ))}
      </RadioGroup>
    </section>
  );
}

interface KeepingProps {
  readonly days: number;
  readonly onDays: (days: number) => void;
}

/** For how long the coffre keeps prepared dossiers. */
export function Keeping({ days, onDays }: KeepingProps) {
  const { m } = useWords();
  return (
    <section className="card">
      <h2>{m.options.keeping}</h2>
      <p className="about">{m.options.keepingHint}</p>
      <RadioGroup className="languages" aria-label={m.options.keeping} value={String(days)} onChange={(value) => onDays(Number(value))}>
        {[...new Set([...KEEPING_DAYS, days])]
          .toSorted((a, b) => a - b)
          .map((choice) => (
            <Choice key={choice} value={String(choice)}>
              <span>{m.options.keepingDays(choice)}</span>
            </Choice>
          ))}
      </RadioGroup>
    </section>
  );
}

/** A portal as the options show it. */
export interface PortalLine {
  readonly id: string;
  readonly label: string;
  readonly hosts: readonly string[];
}

interface PortalsProps {
  readonly portals: readonly PortalLine[];
  readonly off: readonly string[];
  /** The organisation that manages this browser chose them. */
  readonly isSettled: boolean;
  readonly onPortal: (id: string, wanted: boolean) => void;
}

export function Portals({ portals, off, isSettled, onPortal }: PortalsProps) {
  const { m } = useWords();
  return (
    <section className="card">
      <h2>{m.options.portals}</h2>
      <p className="about">{m.options.portalsHint}</p>
      {isSettled && <p className="about">{m.options.settled}</p>}
      <div className="portals">
        {portals.map(({ id, label, hosts }) => (
          <Checkbox key={id} label={label} selected={!off.includes(id)} disabled={isSettled} onChange={(wanted) => onPortal(id, wanted)}>
            <span title={hosts.join(", ")}>{label}</span>
          </Checkbox>
        ))}
      </div>
      <details className="hosts">
        <summary>{m.options.portalHosts}</summary>
        <ul>
          {portals.map(({ id, label, hosts }) => (
            <li key={id} className="about">
              {label} : {hosts.join(", ")}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
