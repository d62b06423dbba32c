/** The top of every screen: the company that answers, the time left, the consultation. */
import { ArrowLeftRight, PanelRight, Settings } from "lucide-react";
import type { Consultation, DeadlineDoubt } from "../src/domain/consultation.ts";
import { formatSiret } from "../src/domain/siret.ts";
import { formatDeadline, formatDeadlineShort, timeLeft } from "../src/i18n/format.ts";
import type { Situation } from "../src/messages/situation.ts";
import { Button } from "./controls.tsx";
import "./Envelope.css";
import { Seal } from "./Seal.tsx";
import { useWords } from "./words.tsx";

interface EnvelopeProps {
  readonly situation: Situation;
  readonly now: Date;
  readonly onChangeCompany: () => void;
  readonly onOptions: () => void;
  readonly onPanel: (() => void) | null;
}

/** Two lines: the company that answers, then the time left, the deadline and the consultation. */
export function Envelope({ situation, now, onChangeCompany, onOptions, onPanel }: EnvelopeProps) {
  const { m } = useWords();
  const { company, page, sources, stage, service } = situation;
  const answered = sources.filter((source) => source.state !== "asking").length;
  const nameless = stage === "collecting" ? m.company.naming : service.outage === null ? m.company.unnamed : m.company.notNamedYet;
  const name = company === null ? m.app.name : (company.name ?? nameless);
  return (
    <header className="envelope-frame">
      <div className="envelope">
        <Seal stage={stage} answered={answered} total={sources.length} />
        <div className="who">
          <p className="name" title={name}>
            <span>{name}</span>
            {company !== null && <span className="siret">{formatSiret(company.siret)}</span>}
          </p>
          <Brief consultation={page?.consultation ?? null} host={page?.host ?? null} now={now} />
        </div>
        {company !== null && (
          <Button look="icon" aria-label={m.company.change} onPress={onChangeCompany}>
            <ArrowLeftRight size={16} />
          </Button>
        )}
        {onPanel !== null && (
          <Button look="icon" aria-label={m.app.panel} onPress={onPanel}>
            <PanelRight size={16} />
          </Button>
        )}
        <Button look="icon" aria-label={m.app.options} onPress={onOptions}>
          <Settings size={16} />
        </Button>
      </div>
      {page?.consultation?.doubt !== undefined && (
        <div className="envelope-doubt">
          <Doubt doubt={page.consultation.doubt} />
        </div>
      )}
    </header>
  );
}

/** The title may be cut, the deadline never; the tooltip holds the whole. */
function Brief({ consultation, host, now }: ConsultationSummaryProps) {
  const { m, language } = useWords();
  const deadline = consultation?.dateLimite;
  const left = deadline === undefined ? null : timeLeft(deadline, now, m);
  const reference = consultation?.reference === undefined ? null : m.consultation.reference(consultation.reference);
  const title = consultation?.objet ?? host ?? "";
  const heading = [title, consultation?.acheteurNom].filter(Boolean).join(" · ");
  const noDeadline = consultation !== null && deadline === undefined && consultation.doubt === undefined;
  const whole = [title, consultation?.acheteurNom, reference, deadline === undefined ? null : formatDeadline(deadline, language)];
  return (
    <div className="brief" title={whole.filter(Boolean).join(" · ")}>
      {left !== null && deadline !== undefined && (
        <>
          <span className={`left left-${left.urgency}`}>{left.text}</span>
          <time dateTime={deadline}>{formatDeadlineShort(deadline, now, language)}</time>
        </>
      )}
      {noDeadline && <span className="left left-soon">{m.consultation.noDeadline}</span>}
      {heading === "" ? <h1 className="visually-hidden">{m.app.name}</h1> : <h1>{heading}</h1>}
    </div>
  );
}

interface ConsultationSummaryProps {
  readonly consultation: Consultation | null;
  readonly host: string | null;
  readonly now: Date;
}

export function ConsultationSummary({ consultation, host, now }: ConsultationSummaryProps) {
  const { m, language } = useWords();
  const title = consultation?.objet ?? m.consultation.unknown;
  const reference = consultation?.reference === undefined ? null : m.consultation.reference(consultation.reference);
  const left = consultation?.dateLimite === undefined ? null : timeLeft(consultation.dateLimite, now, m);
  return (
    <div className="consultation">
      <h1 title={title}>{title}</h1>
      <p className="buyer">{[consultation?.acheteurNom, reference, consultation === null ? host : null].filter(Boolean).join(" · ")}</p>
      {consultation?.doubt !== undefined && <Doubt doubt={consultation.doubt} />}
      {consultation !== null && consultation.doubt === undefined && left === null && (
        <p className="deadline when">{m.consultation.noDeadline}</p>
      )}
      {left !== null && consultation?.dateLimite !== undefined && (
        <p className="deadline">
          <span className={`left left-${left.urgency}`}>{left.text}</span>
          <time className="when" dateTime={consultation.dateLimite}>
            {formatDeadline(consultation.dateLimite, language)}
          </time>
        </p>
      )}
    </div>
  );
}

/** The deadline as the page writes it, and why its hour is not counted. */
function Doubt({ doubt: { why, said, written } }: { readonly doubt: DeadlineDoubt }) {
  const { m } = useWords();
  return (
    <>
      <p className="deadline when">{m.consultation.written(written)}</p>
      <p className="doubt" role="note">
        {why === "otherClock" ? m.consultation.doubts.otherClock(said) : m.consultation.doubts.overseasBuyer(said)}
      </p>
    </>
  );
}
