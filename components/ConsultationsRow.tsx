/** One consultation: its deadline, its buyer, what was done, the documents that will have expired, and what can be done next. */
import { Archive, ArchiveRestore, Clock, ExternalLink, TriangleAlert } from "lucide-react";
import { deadAt, deadlineDayOf, momentOf } from "../src/consultations/list.ts";
import { isSafeAddress } from "../src/domain/addresses.ts";
import type { Award } from "../src/domain/award.ts";
import type { ConsultationEvent, KeptConsultation } from "../src/domain/kept-consultation.ts";
import { formatSiret } from "../src/domain/siret.ts";
import { formatDay, parisDay } from "../src/domain/time.ts";
import { deadlineInWords, doubtedDayInWords, formatDeadline, timeLeft } from "../src/i18n/format.ts";
import type { Messages } from "../src/i18n/fr.ts";
import type { ListedPiece, ShownDossier } from "../src/messages/contract.ts";
import { ConsultationAward } from "./ConsultationAward.tsx";
import type { ConsultationChange } from "./Consultations.tsx";
import { Button, Tag, type Tone } from "./controls.tsx";
import { KeptDossiers, type KeptDossiersActions } from "./KeptDossiers.tsx";
import { useWords } from "./words.tsx";

interface ConsultationRowProps {
  readonly consultation: KeptConsultation;
  /** What the company holds. */
  readonly pieces: readonly ListedPiece[];
  /** The dossiers prepared for it and kept. */
  readonly dossiers: readonly ShownDossier[];
  readonly keeping: KeptDossiersActions;
  readonly now: Date;
  readonly onResume: (url: string) => void;
  readonly onChange: (change: ConsultationChange) => void;
  readonly onAward: (award: Award | null) => void;
  /** Something is being typed in it. */
  readonly onTyping: () => void;
  /** While the coffre is closed, what it holds is not known. */
  readonly coffreLocked: boolean;
}

export function ConsultationRow(props: ConsultationRowProps) {
  const { consultation, pieces, dossiers, keeping, now, onResume, onChange, onTyping } = props;
  const { m } = useWords();
  const { objet, reference, acheteurNom, acheteurSiret, url, lots = [], events } = consultation;
  const title = objet ?? reference ?? m.consultations.untitled;
  const buyer = acheteurNom ?? (acheteurSiret === undefined ? undefined : formatSiret(acheteurSiret));
  const host = URL.canParse(url) ? new URL(url).host : undefined;
  const about = [buyer, objet !== undefined && reference !== undefined ? m.consultation.reference(reference) : undefined, host];
  return (
    <li className="row kept-consultation" onInput={onTyping}>
      <h3>{title}</h3>
      <p className="about">{about.filter((part) => part !== undefined).join(" · ")}</p>
      <Deadline consultation={consultation} now={now} />
      <p className="did">
        {didIn(events, m).map(({ text, tone }) => (
          <Tag key={text} tone={tone}>
            {text}
          </Tag>
        ))}
      </p>
      {lots.length > 0 && (
        <details className="about">
          <summary>{m.consultations.lots(lots.length)}</summary>
          <ul>
            {lots.map(({ numero, intitule }) => (
              <li key={numero}>{[numero, intitule].filter((part) => part !== undefined).join(" : ")}</li>
            ))}
          </ul>
        </details>
      )}
      <DeadPieces consultation={consultation} pieces={pieces} now={now} />
      <KeptDossiers dossiers={dossiers} actions={keeping} />
      <ConsultationAward {...props} />
      <RowActions consultation={consultation} title={title} onResume={onResume} onChange={onChange} />
    </li>
  );
}

const TONES = { over: "plain", hours: "bad", soon: "warn", calm: "plain" } as const;

function Deadline({ consultation: { dateLimite, deadlineBefore, doubt }, now }: Pick<ConsultationRowProps, "consultation" | "now">) {
  const { m, language } = useWords();
  if (dateLimite !== undefined) {
    const { urgency } = timeLeft(dateLimite, now, m);
    const isMoved = deadlineBefore !== undefined && deadlineBefore !== dateLimite;
    return (
      <>
        <p className={`limit tone-${TONES[urgency]}`}>
          <Clock size={14} aria-hidden="true" />
          <time dateTime={dateLimite}>{deadlineInWords(dateLimite, now, language, m)}</time>
        </p>
        {isMoved && (
          <p className="about">
            {m.consultations.moved(Date.parse(dateLimite) > Date.parse(deadlineBefore), formatDeadline(deadlineBefore, language))}
          </p>
        )}
      </>
    );
  }
  if (doubt === undefined) return <p className="limit about">{m.consultations.noDeadline}</p>;
  const { why, said, written, day } = doubt;
  return (
    <>
      <p className="limit tone-warn">
        <TriangleAlert size={14} aria-hidden="true" />
        {day === undefined ? m.consultation.written(written) : doubtedDayInWords(day, now, language, m)}
      </p>
      <p className="about">{why === "otherClock" ? m.consultation.doubts.otherClock(said) : m.consultation.doubts.overseasBuyer(said)}</p>
    </>
  );
}

/** The last event of each kind. That the page was seen is told only when nothing else happened. */
function didIn(events: readonly ConsultationEvent[], { consultations: words }: Messages): { readonly text: string; readonly tone: Tone }[] {
  const last = (what: ConsultationEvent["what"]) => events.findLast((event) => event.what === what);
  const dayOf = ({ at }: ConsultationEvent) => formatDay(parisDay(new Date(at)));
  const [met, filled, prepared, attached, deposited] = [last("met"), last("filled"), last("prepared"), last("attached"), last("deposited")];
  const files = new Set(events.filter(({ what }) => what === "attached").flatMap((event) => event.files.map(({ fileName }) => fileName)));
  const done: { text: string; tone: Tone }[] = [];
  if (deposited !== undefined) done.push({ text: words.deposited(dayOf(deposited), deposited.operation !== undefined), tone: "ok" });
  if (attached !== undefined) done.push({ text: words.attached(dayOf(attached), files.size), tone: "accent" });
  if (prepared !== undefined) done.push({ text: words.prepared(dayOf(prepared)), tone: "plain" });
  if (filled !== undefined) done.push({ text: words.filled(dayOf(filled), filled.fields ?? 0), tone: "plain" });
  if (done.length === 0 && met !== undefined) done.push({ text: words.met(dayOf(met)), tone: "plain" });
  return done;
}

/** Held documents that will have expired. Nothing is said of a past consultation, unless it was deposited. */
function DeadPieces({ consultation, pieces, now }: Pick<ConsultationRowProps, "consultation" | "pieces" | "now">) {
  const { m } = useWords();
  const isOver = momentOf(consultation, now) === "over";
  if (consultation.archived || (isOver && !consultation.events.some(({ what }) => what === "deposited"))) return null;
  const day = deadlineDayOf(consultation);
  const { atDeadline, atAward } = deadAt(pieces, day, parisDay(now));
  const names = (dead: readonly ListedPiece[]) => dead.map(({ kind }) => m.labels.piece(kind)).join(", ");
  return (
    <>
      {atDeadline.length > 0 && (
        <p className="dead tone-bad">
          {isOver || day === undefined ? m.consultations.deadToday(names(atDeadline)) : m.consultations.deadAtDeadline(names(atDeadline))}
        </p>
      )}
      {atAward.length > 0 && <p className="dead tone-warn">{m.consultations.deadAtAward(names(atAward))}</p>}
    </>
  );
}

type RowActionsProps = Pick<ConsultationRowProps, "consultation" | "onResume" | "onChange"> & { readonly title: string };

function RowActions({ consultation: { url, archived, events }, title, onResume, onChange }: RowActionsProps) {
  const { m } = useWords();
  const words = m.consultations;
  const isDeposited = events.some(({ what }) => what === "deposited");
  const named = (action: string) => ({ "aria-label": words.about(action, title) });
  return (
    <div className="ways">
      {isSafeAddress(url) ? (
        <Button {...named(words.resume)} onPress={() => onResume(url)}>
          <ExternalLink size={14} aria-hidden="true" />
          {words.resume}
        </Button>
      ) : (
        <p className="about">{words.noAddress}</p>
      )}
      {isDeposited ? (
        <Button look="link" {...named(words.notDeposited)} onPress={() => onChange("notDeposited")}>
          {words.notDeposited}
        </Button>
      ) : (
        <Button look="link" {...named(words.markDeposited)} onPress={() => onChange("deposited")}>
          {words.markDeposited}
        </Button>
      )}
      <Button
        look="link"
        {...named(archived ? words.bringBack : words.archive)}
        onPress={() => onChange(archived ? "bringBack" : "archive")}
      >
        {archived ? <ArchiveRestore size={14} aria-hidden="true" /> : <Archive size={14} aria-hidden="true" />}
        {archived ? words.bringBack : words.archive}
      </Button>
      {archived && (
        <Button look="link" {...named(words.forget)} onPress={() => onChange("forget")}>
          {words.forget}
        </Button>
      )}
    </div>
  );
}
