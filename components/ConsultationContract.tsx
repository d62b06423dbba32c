/** A running contract: its days, its subcontractors, and the certificates that it asks for every six months. */
import { type FormEvent, useState } from "react";
import { vigilanceDue, withGiven } from "../src/consultations/award.ts";
import type { Award, Contract, Subcontractor } from "../src/domain/award.ts";
import { partyId } from "../src/domain/party.ts";
import { isShowable, REFERENCES } from "../src/domain/references.ts";
import { daysBetween, dayTyped, formatDay, parisDay } from "../src/domain/time.ts";
import { DayField, KeepOrCancel } from "./AwardFields.tsx";
import type { AwardProps } from "./ConsultationAward.tsx";
import { PiecesAbroad, SubcontractorForm } from "./ContractSubcontractor.tsx";
import { Button, Tag } from "./controls.tsx";
import { useWords } from "./words.tsx";

/** What the rhythm rests on. */
const RUNNING = [REFERENCES.documentsTravail, REFERENCES.vigilanceUrssaf, REFERENCES.vigilanceEnCours];

interface ContractFormProps {
  readonly contract: Contract | undefined;
  readonly onKeep: (contract: Contract) => void;
  readonly onCancel: () => void;
}

export function ContractForm({ contract, onKeep, onCancel }: ContractFormProps) {
  const { m } = useWords();
  const words = m.consultations.award;
  const [from, setFrom] = useState(contract === undefined ? "" : formatDay(contract.from));
  const [until, setUntil] = useState(contract?.until === undefined ? "" : formatDay(contract.until));
  const [tried, setTried] = useState(false);
  const [start, end] = [dayTyped(from), dayTyped(until)];
  const startWrong = start === null ? words.wrongDay : undefined;
  const endWrong =
    until.trim() !== "" && end === null ? words.wrongDay : start !== null && end !== null && end < start ? words.endBeforeStart : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (start === null || endWrong !== undefined) return;
    const { until: _, ...rest } = contract ?? { subcontractors: [], given: [] };
    onKeep({ ...rest, from: start, ...(end !== null && { until: end }) });
  };
  return (
    <form className="award-form" noValidate onSubmit={submit}>
      <DayField label={words.concludedOn} value={from} onChange={setFrom} error={tried ? startWrong : undefined} autoFocus />
      <DayField label={words.endsOn} value={until} onChange={setUntil} error={tried ? endWrong : undefined} />
      <KeepOrCancel onCancel={onCancel} />
    </form>
  );
}

type ContractProps = AwardProps & { readonly award: Award; readonly contract: Contract; readonly onChange: () => void };

export function ConsultationContract({ now, award, contract, onAward, onChange }: ContractProps) {
  const { m } = useWords();
  const words = m.consultations.award;
  const [adds, setAdds] = useState(false);
  const { from, until, subcontractors } = contract;
  const keep = (next: Contract) => onAward({ ...award, contract: next });
  const withoutContract = ({ contract: _, ...rest }: Award) => (Object.keys(rest).length === 0 ? null : rest);
  return (
    <>
      <p>{words.concluded(formatDay(from), until === undefined ? undefined : formatDay(until))}</p>
      <p className="about">{words.vigilance}</p>
      <Dues contract={contract} today={parisDay(now)} onKeep={keep} />
      {adds && (
        <SubcontractorForm
          known={subcontractors}
          onAdd={(one) => {
            keep({ ...contract, subcontractors: [...subcontractors, one] });
            setAdds(false);
          }}
          onCancel={() => setAdds(false)}
        />
      )}
      <div className="ways">
        {!adds && (
          <Button look="link" onPress={() => setAdds(true)}>
            {words.subcontractor}
          </Button>
        )}
        <Button look="link" onPress={onChange}>
          {words.changeContract}
        </Button>
        <Button look="link" onPress={() => onAward(withoutContract(award))}>
          {words.noContract}
        </Button>
      </div>
      <details className="about">
        <summary>{words.texts}</summary>
        <ul lang="fr">
          {RUNNING.filter(isShowable).map(({ text }) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </details>
    </>
  );
}

interface DuesProps {
  readonly contract: Contract;
  readonly today: string;
  readonly onKeep: (contract: Contract) => void;
}

function Dues({ contract, today, onKeep }: DuesProps) {
  const { m } = useWords();
  const words = m.consultations.award;
  const dues = vigilanceDue(contract, today);
  const { subcontractors } = contract;
  const found = (of: string) => subcontractors.find((one) => partyId(one) === of);
  const said = (of: string, one = found(of)) => (one === undefined ? words.own : saidOf(one, words));
  if (dues.length === 0) return <p className="about">{words.over}</p>;
  return (
    <ul className="award-pack">
      {dues.map((one) => {
        const left = daysBetween(today, one.due);
        const theirs = found(one.of);
        return (
          <li key={one.of} className="award-line">
            <span>{said(one.of)}</span>
            <Tag tone={left < 0 ? "bad" : left <= 15 ? "warn" : "plain"}>{words.due(m.consultations.days(left), formatDay(one.due))}</Tag>
            <Button
              look="link"
              aria-label={m.consultations.about(words.given, said(one.of))}
              onPress={() => onKeep(withGiven(contract, one))}
            >
              {words.given}
            </Button>
            {theirs !== undefined && (
              <Button
                look="link"
                onPress={() => onKeep({ ...contract, subcontractors: subcontractors.filter((other) => other !== theirs) })}
              >
                {words.remove(theirs.name)}
              </Button>
            )}
            {theirs !== undefined && "country" in theirs && <PiecesAbroad />}
          </li>
        );
      })}
    </ul>
  );
}

function saidOf(one: Subcontractor, words: ReturnType<typeof useWords>["m"]["consultations"]["award"]): string {
  return "country" in one ? words.theirsAbroad(one.name, one.country, one.number) : words.theirs(one.name);
}
