/** After the deposit of one consultation: the winner's proofs with their countdown, then the contract and what it asks for again. */
import { useState } from "react";
import { awardDay, awardPack, type ProofLine } from "../src/consultations/award.ts";
import type { Award } from "../src/domain/award.ts";
import type { KeptConsultation } from "../src/domain/kept-consultation.ts";
import { isShowable } from "../src/domain/references.ts";
import { daysBetween, dayTyped, formatDay, parisDay } from "../src/domain/time.ts";
import type { ListedPiece } from "../src/messages/contract.ts";
import { DayField, KeepOrCancel } from "./AwardFields.tsx";
import "./ConsultationAward.css";
import { ConsultationContract, ContractForm } from "./ConsultationContract.tsx";
import { PiecesAbroad } from "./ContractSubcontractor.tsx";
import { Button, Tag, type Tone } from "./controls.tsx";
import { Obtain } from "./Obtain.tsx";
import { useWords } from "./words.tsx";

export interface AwardProps {
  readonly consultation: KeptConsultation;
  readonly pieces: readonly ListedPiece[];
  /** While the coffre is closed, what it holds is not known. */
  readonly coffreLocked: boolean;
  readonly now: Date;
  readonly onAward: (award: Award | null) => void;
}

/** Each consultation has such a section: its object tells one from another. */
function nameOf({ objet, reference }: KeptConsultation, title: string): string {
  return [title, objet ?? reference].filter(Boolean).join(", ");
}

export function ConsultationAward(props: AwardProps) {
  const { m } = useWords();
  const [asks, setAsks] = useState<"proofs" | "contract" | null>(null);
  const { consultation, onAward } = props;
  const { archived, events, award = {} } = consultation;
  const words = m.consultations.award;
  const isDeposited = events.some(({ what }) => what === "deposited");
  if (archived || (!isDeposited && consultation.award === undefined)) return null;
  const keep = (next: Award) => {
    onAward(next);
    setAsks(null);
  };
  const { askedBy, contract } = award;
  return (
    <section className="award" aria-label={nameOf(consultation, words.title)}>
      {askedBy !== undefined && asks !== "proofs" && <Proofs {...props} {...{ award, askedBy }} onChange={() => setAsks("proofs")} />}
      {asks === "proofs" && (
        <DayForm label={words.askedBy} value={askedBy} onDay={(day) => keep({ ...award, askedBy: day })} onCancel={() => setAsks(null)} />
      )}
      {contract !== undefined && asks !== "contract" && (
        <ConsultationContract {...props} {...{ award, contract }} onChange={() => setAsks("contract")} />
      )}
      {asks === "contract" && (
        <ContractForm contract={contract} onKeep={(next) => keep({ ...award, contract: next })} onCancel={() => setAsks(null)} />
      )}
      {asks === null && (askedBy === undefined || contract === undefined) && (
        <div className="ways">
          {askedBy === undefined && contract === undefined && (
            <Button look="link" onPress={() => setAsks("proofs")}>
              {words.asked}
            </Button>
          )}
          {contract === undefined && (
            <Button look="link" onPress={() => setAsks("contract")}>
              {words.running}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

interface DayFormProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onDay: (day: string) => void;
  readonly onCancel: () => void;
}

function DayForm({ label, value, onDay, onCancel }: DayFormProps) {
  const { m } = useWords();
  const words = m.consultations.award;
  const [text, setText] = useState(value === undefined ? "" : formatDay(value));
  const [isWrong, setWrong] = useState(false);
  return (
    <form
      className="award-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const day = dayTyped(text);
        if (day === null) setWrong(true);
        else onDay(day);
      }}
    >
      <DayField
        label={label}
        value={text}
        onChange={setText}
        error={isWrong && dayTyped(text) === null ? words.wrongDay : undefined}
        autoFocus
      />
      <KeepOrCancel onCancel={onCancel} />
    </form>
  );
}

type ProofsProps = AwardProps & { readonly award: Award; readonly askedBy: string; readonly onChange: () => void };

/** The countdown, the pack as it stands on that day, and the way to say that the proofs were given. */
function Proofs({ consultation, pieces, coffreLocked, now, award, askedBy, onAward, onChange }: ProofsProps) {
  const { m } = useWords();
  const words = m.consultations.award;
  const today = parisDay(now);
  const { provedOn, ...open } = award;
  if (provedOn !== undefined)
    return (
      <div className="ways">
        <Tag tone="ok">{words.proved(formatDay(provedOn))}</Tag>
        <Button look="link" onPress={() => onAward(open)}>
          {words.notProved}
        </Button>
      </div>
    );
  const left = daysBetween(today, askedBy);
  const on = awardDay(consultation, today);
  return (
    <>
      <p className={`limit tone-${left < 0 ? "bad" : "warn"}`}>
        {left < 0 ? words.late(formatDay(askedBy)) : words.countdown(m.consultations.days(left), formatDay(askedBy))}
      </p>
      <p className="about">{words.pack(formatDay(on))}</p>
      {coffreLocked ? <p className="about tone-warn">{words.packBefore}</p> : <Pack lines={awardPack(pieces, on)} />}
      <div className="ways">
        <Button onPress={() => onAward({ ...award, provedOn: today })}>{words.markProved}</Button>
        <Button look="link" onPress={onChange}>
          {words.change}
        </Button>
        <Button look="link" onPress={() => onAward(withoutProofs(award))}>
          {words.notAsked}
        </Button>
      </div>
    </>
  );
}

function withoutProofs({ contract }: Award): Award | null {
  return contract === undefined ? null : { contract };
}

const TONES: Record<ProofLine<unknown>["state"], Tone> = { holds: "ok", toCheck: "warn", dead: "bad", missing: "bad", ifAny: "plain" };

function Pack({ lines }: { readonly lines: readonly ProofLine<ListedPiece>[] }) {
  const { m } = useWords();
  const words = m.consultations.award;
  const said = ({ state, until }: ProofLine<ListedPiece>) => {
    const day = until === undefined ? undefined : formatDay(until);
    return state === "holds" || state === "dead" ? words.states[state](day) : words.states[state];
  };
  const texts = [...new Set(lines.map(({ reference }) => reference).filter(isShowable))];
  return (
    <>
      <ul className="award-pack">
        {lines.map((line) => (
          <li key={line.kinds[0]} className="award-line">
            <span>
              {line.piece === undefined
                ? line.kinds.map((kind) => m.labels.piece(kind)).join(words.either)
                : m.labels.piece(line.piece.kind)}
            </span>
            <Tag tone={TONES[line.state]}>{said(line)}</Tag>
            {(line.state === "missing" || line.state === "dead") && <Obtain kind={line.piece?.kind ?? line.kinds[0]} />}
          </li>
        ))}
      </ul>
      <PiecesAbroad />
      <details className="about">
        <summary>{words.texts}</summary>
        <ul lang="fr">
          {texts.map(({ text }) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </details>
    </>
  );
}
